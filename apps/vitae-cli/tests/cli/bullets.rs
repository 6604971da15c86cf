//! `vitae bullets`: resumes, lines and lines of JSON, in their order.

use crate::run::{vitae, vitae_with};
use serde_json::Value;

const KEYS: [&str; 15] = [
    "text",
    "strength",
    "opener",
    "metrics",
    "numbers_not_metrics",
    "technologies",
    "outcome",
    "outcome_text",
    "decision",
    "decision_text",
    "scope",
    "passive",
    "first_person",
    "tense",
    "findings",
];

fn records(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_bullet_is_taken_apart() {
    let line = "- Cut p99 of the price API from 2.5 s to 300 ms by moving lookups to Redis\n";
    let ran = vitae_with(line.as_bytes(), &["bullets", "-", "-f", "jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let [found] = &records(&ran.out)[..] else { panic!("{}", ran.out) };
    assert!(KEYS.iter().all(|key| found.get(key).is_some()), "{found}");
    assert_eq!(found.as_object().unwrap().len(), KEYS.len());
    assert_eq!(found["opener"]["verb"], "Cut");
    assert_eq!(found["opener"]["strength"], "strong");
    let metric = &found["metrics"][0];
    assert_eq!((&metric["from"], &metric["to"]), (&"2.5 s".into(), &"300 ms".into()));
    assert_eq!(
        (&metric["value"], &metric["unit"], &metric["kind"]),
        (&300.into(), &"ms".into(), &"time".into())
    );
    assert_eq!(found["numbers_not_metrics"], serde_json::json!(["p99"]));
    assert_eq!(found["technologies"], serde_json::json!(["Redis"]));
    assert_eq!((&found["outcome"], &found["passive"]), (&true.into(), &false.into()));
}

#[test]
fn lines_of_json_keep_their_order_and_their_level() {
    let lines = concat!(
        r#"{"text": "  • Responsible for the nightly jobs", "level": "senior", "id": 7}"#,
        "\n\n",
        r#"{"text": "Ended nightly reruns of the ledger import", "role": "Staff Engineer"}"#,
        "\n"
    );
    let ran = vitae_with(lines.as_bytes(), &["bullets", "-", "-f", "jsonl"]);
    let found = records(&ran.out);
    assert_eq!((ran.code, found.len()), (0, 2), "{}", ran.err);
    assert_eq!(found[0]["text"], "  • Responsible for the nightly jobs");
    let finding = &found[0]["findings"][0];
    assert_eq!(finding["code"], "EXP002");
    let text = found[0]["text"].as_str().unwrap();
    let (start, end) = (finding["start"].as_u64().unwrap(), finding["end"].as_u64().unwrap());
    assert_eq!(&text[start as usize..end as usize], "Responsible for");
    assert!(found[1]["strength"].as_u64() > found[0]["strength"].as_u64());
}

#[test]
fn a_bad_line_is_named_and_the_others_are_read() {
    let lines = b"{\"text\": \"Ran the queue\"}\n{\"text\": 4}\n\xff\n{\"text\": \"Cut it\"}\n";
    let ran = vitae_with(
        lines,
        &["bullets", "-", "-f", "jsonl", "--stdin-name", "b.jsonl", "--input-format", "jsonl"],
    );
    assert_eq!((ran.code, records(&ran.out).len()), (2, 2));
    assert!(ran.err.contains("b.jsonl:2:10: no bullet as JSON"), "{}", ran.err);
    assert!(ran.err.contains("b.jsonl:3:1: this line is not UTF-8"), "{}", ran.err);
    let many = "no json\n".repeat(1000);
    let ran = vitae_with(many.as_bytes(), &["bullets", "-", "--input-format", "jsonl"]);
    assert_eq!((ran.code, ran.err.matches("no bullet as JSON").count()), (2, 20));
}

#[test]
fn a_text_is_a_resume_when_it_has_headings() {
    let resume = "examples/mid-tran.pdf";
    let found = records(&vitae(&["bullets", resume, "-f", "jsonl"]).out);
    assert!(found.len() > 5);
    let markdown = b"# Ann Aldane\n\n## Experience\n\n### Engineer, Example Ltd\n2020 - 2024\n\n- Ran the queue\n";
    let auto = vitae_with(markdown, &["bullets", "-", "-f", "jsonl"]);
    assert_eq!(records(&auto.out)[0]["text"], "Ran the queue", "{}", auto.err);
    let lines = vitae_with(markdown, &["bullets", "-", "-f", "jsonl", "--input-format", "lines"]);
    assert_eq!(records(&lines.out).len(), 5);
    let plain = vitae_with(b"Ran the queue\nCut cost by half\n", &["bullets", "-", "-f", "jsonl"]);
    assert_eq!(records(&plain.out).len(), 2);
}

#[test]
fn people_see_a_bar_and_what_the_bullet_holds() {
    let lines =
        "Responsible for 3 services on Java 17\nCut cost by $4K a month by leaving Oracle\n";
    insta::assert_snapshot!("bullets", vitae_with(lines.as_bytes(), &["bullets", "-"]).out);
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let none = vitae(&["bullets", "nothing-here.txt"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("cannot read it"), "{}", none.err);
    assert_eq!(vitae(&["bullets", "examples", "--input-format", "lines"]).code, 2);
    let long = vec![b'a'; (1 << 20) + 2];
    let ran = vitae_with(&long, &["bullets", "-", "--input-format", "lines"]);
    assert!(ran.code == 2 && ran.err.contains(":1: this line is longer than 1 MiB"), "{}", ran.err);
}
