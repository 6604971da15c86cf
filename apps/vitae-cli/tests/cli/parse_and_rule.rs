//! `vitae parse`, `vitae rule` and the rest.

use crate::run::vitae;
use serde_json::Value;

const EXAMPLE: &str = "examples/mid-tran.pdf";

#[test]
fn what_was_understood_is_shown() {
    insta::assert_snapshot!("parse", vitae(&["parse", EXAMPLE]).out);
}

#[test]
fn a_resume_is_converted() {
    let ran = vitae(&["parse", EXAMPLE, "-f", "json-resume"]);
    let resume: Value = serde_json::from_str(&ran.out).unwrap();
    assert!(resume["basics"]["name"].is_string());
    let folder = tempfile::tempdir().unwrap();
    let yaml = folder.path().join("cv.yaml");
    let yaml = yaml.to_str().unwrap();
    assert_eq!(vitae(&["parse", EXAMPLE, "-f", "yaml", "-o", yaml]).code, 0);
    let again = vitae(&["parse", yaml, "-f", "json-resume"]);
    assert_eq!(serde_json::from_str::<Value>(&again.out).unwrap(), resume);
    assert!(vitae(&["parse", EXAMPLE, "-f", "text"]).out.ends_with('\n'));
}

#[test]
fn rules_are_explained() {
    let all: Value = serde_json::from_str(&vitae(&["rule", "-f", "json"]).out).unwrap();
    for rule in all.as_array().unwrap() {
        for field in ["code", "name", "severity", "group", "summary", "explanation", "source"] {
            assert!(rule[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {rule}");
        }
        assert!(rule["fix"].is_string() && rule["status"].is_string());
    }
    let one: Value = serde_json::from_str(&vitae(&["rule", "exp002", "-f", "json"]).out).unwrap();
    assert_eq!(one["name"], "duty-opener");
    let text = vitae(&["rule", "duty-opener"]).out;
    assert!(text.contains("why it matters") && text.contains("EXP002"), "{text}");
    let wrong = vitae(&["rule", "EXP02"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("did you mean `EXP002`?"), "{}", wrong.err);
}

#[test]
fn help_shows_examples_and_completions_are_printed() {
    for verb in ["check", "parse", "bullets", "role", "rule"] {
        let help = vitae(&[verb, "--help"]).out;
        assert!(help.contains(&format!("Examples:\n  vitae {verb}")), "{help}");
    }
    assert!(vitae(&["completions", "bash"]).out.contains("complete"));
    let alone = vitae(&[]);
    assert_eq!(alone.code, 2);
    assert!(alone.err.contains("vitae check resume.pdf"), "{}", alone.err);
}
