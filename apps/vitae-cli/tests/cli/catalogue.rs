//! The catalogue of known checks, rules that are off by default, and the customs of a country.

use crate::run::{vitae, vitae_with};
use serde_json::Value;

#[test]
fn the_catalogue_accounts_for_every_known_check() {
    let text = vitae(&["rule", "--catalogue"]).out;
    assert!(text.contains("  A07  text stands in columns"), "{text}");
    assert!(text.lines().last().unwrap().starts_with("232 rows: "), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let markdown = vitae(&["rule", "--catalogue", "-f", "markdown"]).out;
    assert!(markdown.contains("| A17 | text is there that nobody can see | measured | FIL002 |"));
    let json = vitae(&["rule", "--catalogue", "-f", "json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json.as_array().map(Vec::len), Some(232));
    assert_eq!((&json[0]["ends"], &json[0]["rules"][0]), (&"rule".into(), &"FIL001".into()));
    assert_eq!(vitae(&["rule", "--catalogue", "EXP001"]).code, 2);
}

#[test]
fn rules_that_are_off_by_default_speak_when_they_are_named() {
    let resume = b"# Robin Aldane\n\nrobin.aldane@example.com\n\n## Skills\n\nJava, JWT, RBAC\n";
    let args = ["check", "-", "-f", "concise", "--all"];
    let all = vitae_with(resume, &args).out;
    assert!(!all.contains("SKL017"), "{all}");
    let named = vitae_with(resume, &[&args[..], &["--select", "SKL017"]].concat()).out;
    assert!(named.contains("SKL017") && !named.contains("SKL008"), "{named}");
    let manual = vitae(&["rule", "SKL017"]).out;
    assert!(manual.contains("off by default (--select SKL017)"), "{manual}");
}

#[test]
fn a_country_brings_its_customs() {
    let resume = br#"{"basics": {"name": "Robin Aldane", "image": "robin.jpg"}}"#;
    let said = |more: &[&str]| {
        vitae_with(resume, &[&["check", "-", "-f", "concise", "--all"], more].concat()).out
    };
    assert!(!said(&[]).contains("LOC001"));
    assert!(said(&["--market", "us"]).contains("LOC001"), "{}", said(&["--market", "us"]));
    assert!(!said(&["--market", "de"]).contains("LOC001"));
    let wrong = vitae(&["check", "cv.md", "--market", "atlantis"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("us, uk, ca"), "{}", wrong.err);
}
