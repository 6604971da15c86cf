//! `vitae guard`: lines of rewrites in, verdicts out, as data and for people.

use crate::run::{vitae, vitae_with};
use serde_json::{Value, json};

/// A line of the input: a rewrite of a small entry.
fn line(id: u32, rewrite: &str) -> String {
    let entry = json!({
        "name": "Millrace Books",
        "position": "Backend Developer",
        "startDate": "2020-03",
        "endDate": "2022-09",
        "highlights": ["Helped move the order queue to RabbitMQ", "Report run from 40 min to 10 min"],
    });
    json!({ "id": id, "source_entry": entry, "rewrite": rewrite }).to_string()
}

#[test]
fn each_line_is_answered_in_order() {
    let honest = line(1, "Cut the report run by 75%, from 40 to 10 minutes");
    let raised = line(2, "Led the move of the order queue to RabbitMQ");
    let input = format!("{honest}\n{raised}\n");
    let ran = vitae_with(input.as_bytes(), &["guard", "-"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let answers: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&answers[0]["id"], &answers[0]["verdict"]), (&json!(1), &json!("ok")));
    assert_eq!(answers[0]["reasons"], json!([]));
    assert_eq!((&answers[1]["id"], &answers[1]["verdict"]), (&json!(2), &json!("invented")));
    let reason = &answers[1]["reasons"][0];
    assert_eq!((&reason["what"], &reason["span"]["text"]), (&json!("ownership"), &json!("Led")));
    assert_eq!((&reason["span"]["start"], &reason["span"]["end"]), (&json!(0), &json!(3)));
    assert_eq!(vitae_with(honest.as_bytes(), &["guard", "-"]).code, 0);
}

#[test]
fn text_underlines_what_is_invented() {
    let raised = line(1, "Led the move of the order queue to RabbitMQ");
    let ran = vitae_with(raised.as_bytes(), &["guard", "-", "-f", "text"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.contains("Led the move of the order queue to RabbitMQ"), "{}", ran.out);
    assert!(ran.out.contains("ownership") && !ran.out.contains('\u{1b}'), "{}", ran.out);
}

#[test]
fn a_bad_line_is_named_and_the_others_are_judged() {
    let input = format!("{{\"rewrite\": 7\n{}\n", line(2, "Helped move the order queue"));
    let ran = vitae_with(input.as_bytes(), &["guard", "-"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(":1:"), "{}", ran.err);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    let missing = vitae(&["guard", "no-such-file.jsonl"]);
    assert_eq!(missing.code, 2);
    assert!(missing.err.contains("no-such-file.jsonl"), "{}", missing.err);
}
