//! Bullets one by one: the same anatomy in a resume and alone, and JSON that `schemas/bullet.json`
//! describes.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use serde_json::Value;
use vitae::report::bullet_jsonl;
use vitae::{
    BulletQuestion, BulletReport, Input, Options, PartialDate, bullet, bullets, parse_resume,
};

fn options() -> Options {
    Options::new(PartialDate::parse_iso("2026-11-22").unwrap())
}

fn asked(text: &str) -> BulletReport {
    let question = BulletQuestion { text: text.to_owned(), level: None, role: None };
    bullet(&question, &options())
}

fn example() -> Vec<BulletReport> {
    let bytes = include_bytes!("../../../examples/senior-karamouzi.pdf");
    let reading = parse_resume(&Input::new(bytes, Some("senior-karamouzi.pdf"))).unwrap();
    bullets(&reading, &options())
}

#[test]
fn a_bullet_alone_is_the_bullet_in_its_resume() {
    let all = example();
    assert!(all.len() > 8);
    for in_resume in all {
        let alone = asked(&in_resume.text);
        let bare = |report: BulletReport| BulletReport { findings: Vec::new(), ..report };
        assert_eq!(bare(alone), bare(in_resume));
    }
}

#[test]
fn rules_that_are_off_by_default_say_nothing() {
    let late =
        "Moved the reminder script to a server with alerts, so that missed reminders fell to 3";
    assert!(asked(late).findings.iter().all(|finding| finding.code != "MET010"));
}

#[test]
fn findings_lie_in_the_text() {
    let text = "\u{2022} Responsible for various systems — I maintained them";
    let report = asked(text);
    assert!(report.findings.iter().any(|finding| finding.name == "duty-opener"));
    for finding in &report.findings {
        assert!(text.get(finding.start as usize..finding.end as usize).is_some(), "{finding:?}");
        assert!(finding.end > finding.start);
    }
}

#[test]
fn every_bullet_fits_the_schema() {
    let schema = include_str!("../../../schemas/bullet.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let odd = ["", "  ", "•", "Cut 1.5% of nothing", "$1.2M from 3x"];
    for report in example().into_iter().chain(odd.map(asked)) {
        let json: Value = serde_json::from_str(&bullet_jsonl(&report)).unwrap();
        let errors: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{json}: {errors:#?}");
    }
}

/// The file is written by `UPDATE=1 cargo test -p vitae`.
#[test]
fn the_schema_is_not_stale() {
    let now = serde_json::to_string_pretty(&schemars::schema_for!(BulletReport)).unwrap() + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/bullet.json");
    #[expect(clippy::disallowed_methods, reason = "the test keeps a file up to date")]
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(path, &now).unwrap();
    }
    #[expect(clippy::disallowed_methods, reason = "the test keeps a file up to date")]
    let then = std::fs::read_to_string(path).unwrap();
    assert!(now == then, "schemas/bullet.json is stale: UPDATE=1 cargo test -p vitae");
}

proptest! {
    #[test]
    fn any_text_is_taken_apart(text in "\\PC{0,80}", glyph in "(|- |• |\t)") {
        let text = format!("{glyph}{text}");
        let report = asked(&text);
        prop_assert_eq!(&report.text, &text);
        prop_assert_eq!(bullet_jsonl(&report).matches('\n').count(), 1);
        for finding in &report.findings {
            prop_assert!(text.get(finding.start as usize..finding.end as usize).is_some());
        }
    }
}
