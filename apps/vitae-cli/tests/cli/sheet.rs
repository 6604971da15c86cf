//! `vitae checklist` and `vitae interview`: what they print of the examples, in every format, and how they
//! exit.

use crate::run::{vitae, vitae_with};
use serde_json::Value;

const DAY: [&str; 2] = ["--today", "2026-11-22"];

fn run(args: &[&str]) -> crate::run::Ran {
    vitae(&[args, &DAY].concat())
}

#[test]
fn a_checklist_shows_what_is_open_with_lines_and_next_steps() {
    let ran = run(&["checklist", "examples/mid-tran.md"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "lines are wrapped");
    insta::assert_snapshot!("checklist", ran.out);
}

#[test]
fn questions_come_with_the_line_that_invites_them() {
    let ran = run(&["interview", "examples/senior-karamouzi.md"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!("interview", ran.out);
}

#[test]
fn questions_to_a_beginner_are_about_projects_and_own_parts() {
    let ran = run(&["interview", "examples/entry-omeally.md", "-f", "markdown"]);
    insta::assert_snapshot!("interview_entry", ran.out);
}

#[test]
fn lines_that_carry_value_come_with_words_to_fill_in() {
    let ran = run(&["interview", "examples/principal-gebremariam.md", "--negotiation"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!("negotiation", ran.out);
}

#[test]
fn every_format_tells_the_same() {
    for args in [
        vec!["checklist", "examples/staff-halushchak.pdf"],
        vec!["interview", "examples/staff-halushchak.pdf"],
        vec!["interview", "examples/staff-halushchak.pdf", "--negotiation"],
    ] {
        let html = run(&[args.as_slice(), &["-f", "html"]].concat()).out;
        assert!(html.starts_with("<!doctype html>") && !html.contains("<script"), "{args:?}");
        let json = run(&[args.as_slice(), &["-f", "json"]].concat()).out;
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["role"], "Backend engineer");
        assert_eq!(json["level"], "staff");
        let text = run(&args).out;
        let markdown = run(&[args.as_slice(), &["-f", "markdown"]].concat()).out;
        assert!(markdown.starts_with("# ") && markdown.contains("\n## "), "{args:?}");
        assert!(text.contains("staff-halushchak.pdf:") && text.contains("(page 1)"), "{text}");
    }
}

#[test]
fn nothing_but_the_asked_for_is_shown() {
    let all = |args: &[&str]| {
        let json = run(&[args, &["-f", "json"]].concat()).out;
        let json: Value = serde_json::from_str(&json).unwrap();
        let groups = json["groups"].as_array().unwrap().clone();
        groups.iter().map(|group| group["questions"].as_array().unwrap().len()).sum::<usize>()
    };
    let usual = all(&["interview", "examples/principal-gebremariam.md"]);
    let every = all(&["interview", "examples/principal-gebremariam.md", "--all"]);
    assert!(usual == 15 && every > usual, "{usual} {every}");
    let both = run(&["interview", "examples/mid-tran.md", "--all", "--negotiation"]);
    assert_eq!(both.code, 2);
}

#[test]
fn a_pipe_a_level_and_a_role_are_taken() {
    let resume = std::fs::read(crate::run::root().join("examples/mid-tran.md")).unwrap();
    let args = ["checklist", "-", "--role", "DevOps", "--level", "senior", "-f", "json"];
    let ran = vitae_with(&resume, &args);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&json["level"], &json["file"]), (&Value::from("senior"), &Value::Null));
    assert!(json["role"].as_str().unwrap().contains("DevOps"), "{}", json["role"]);
    let sums = &json["sums"];
    let items = json["items"].as_array().unwrap();
    let sum = ["done", "open", "ask"].iter().map(|it| sums[it].as_u64().unwrap()).sum::<u64>();
    assert_eq!(sum, items.len() as u64);
    assert_eq!(ran.code, i32::from(sums["open"] != 0));
}

#[test]
fn an_ad_adds_its_technologies_and_must_have_some() {
    let folder = tempfile::tempdir().unwrap();
    let ad = folder.path().join("ad.txt");
    std::fs::write(&ad, "You will run PostgreSQL, Elasticsearch and Cassandra for our shops.")
        .unwrap();
    let ad = ad.to_str().unwrap();
    let ran = run(&["interview", "examples/mid-tran.md", "--job", ad]);
    assert!(ran.out.contains("The ad") && ran.out.contains("`Cassandra`"), "{}", ran.out);
    let list = run(&["checklist", "examples/mid-tran.md", "--job", ad]).out;
    assert!(list.contains("bullets use 1 of 3 technologies of the ad"), "{list}");
    std::fs::write(ad, "A nice town.").unwrap();
    let none = run(&["interview", "examples/mid-tran.md", "--job", ad]);
    assert!(none.code == 2 && none.err.contains("names no technology"), "{}", none.err);
}

#[test]
fn what_cannot_be_done_is_told() {
    let role = run(&["interview", "examples/mid-tran.md", "--role", "bakend-engineer"]);
    assert!(
        role.code == 2 && role.err.contains("did you mean `backend-engineer`?"),
        "{}",
        role.err
    );
    let missing = run(&["checklist", "examples/mid-tran.mdd"]);
    assert!(missing.code == 2 && missing.err.contains("did you mean"), "{}", missing.err);
    let scan = run(&["interview", "fixtures/resumes/idris.scan.pdf"]);
    assert!(scan.code == 2 && scan.out.contains("could not be read"), "{}", scan.out);
}
