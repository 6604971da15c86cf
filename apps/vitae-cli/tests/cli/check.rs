//! `vitae check` on resumes that can be read.

use crate::run::{Ran, command, root, vitae, vitae_in, vitae_with};
use serde_json::Value;
use std::io::Read;

const EXAMPLE: &str = "examples/entry-omeally.md";

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err))
}

#[test]
fn the_first_screen() {
    insta::assert_snapshot!("full", vitae(&["check", EXAMPLE]).out);
    insta::assert_snapshot!("concise", vitae(&["check", EXAMPLE, "-f", "concise"]).out);
    insta::assert_snapshot!("markdown", vitae(&["check", EXAMPLE, "-f", "markdown"]).out);
}

#[test]
fn eighty_columns_are_enough_for_every_example() {
    let ran = vitae(&["check", "examples", "--all"]);
    for line in ran.out.lines() {
        let rows = line.chars().count();
        assert!(rows <= 80 || line.contains("-->"), "{rows} columns: {line}");
    }
}

#[test]
fn every_format_of_every_example_is_read() {
    let ran = vitae(&["check", "examples", "-f", "jsonl", "--fail-on", "never"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let reports: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(reports.len(), 20, "five people in four formats; not the README");
    for report in &reports {
        let total = report["score"]["total"].as_f64().unwrap();
        assert!(total > 0.0, "{}", report["file"]["name"]);
    }
}

#[test]
fn a_pipe_gives_the_same_report_as_its_file() {
    let text = std::fs::read(root().join(EXAMPLE)).unwrap();
    let piped = vitae_with(&text, &["check", "-", "--stdin-name", EXAMPLE, "-f", "json"]);
    assert_eq!(piped.out, vitae(&["check", EXAMPLE, "-f", "json"]).out);
    let unnamed = vitae_with(&text, &["check", "-", "-f", "json"]);
    assert_eq!(json(&unnamed)["file"]["name"], Value::Null);
}

#[test]
fn two_runs_give_the_same_bytes() {
    let args = ["check", "examples", "-f", "json"];
    assert_eq!(vitae(&args).out, vitae(&args).out);
}

#[test]
fn exit_status_follows_severity_and_score() {
    let code = |args: &[&str]| vitae(&[&["check", EXAMPLE], args].concat()).code;
    assert_eq!(code(&["--fail-on", "never"]), 0);
    assert_eq!(code(&["--fail-on", "warning"]), 1);
    assert_eq!(code(&["--fail-on", "never", "--min-score", "100"]), 1);
    assert_eq!(code(&["--fail-on", "never", "--min-score", "0"]), 0);
    assert_eq!(code(&["--fail-on", "warning", "--select", "duty-opener"]), 1);
    assert_eq!(code(&["--level", "chief"]), 2);
}

#[test]
fn selection_hides_findings_and_never_moves_the_score() {
    let all = json(&vitae(&["check", EXAMPLE, "-f", "json"]));
    let some = json(&vitae(&["check", EXAMPLE, "-f", "json", "--ignore", "EXP002,metrics"]));
    assert_eq!(all["score"], some["score"]);
    let number = |report: &Value| report["findings"].as_array().unwrap().len();
    assert_eq!(number(&all), number(&some) + some["hidden"].as_u64().unwrap() as usize);
    let full = vitae(&["check", EXAMPLE, "--ignore", "EXP002"]).out;
    assert!(full.contains("the score counts every rule"), "{full}");
    let wrong = vitae(&["check", EXAMPLE, "--select", "duty-openr"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("did you mean `duty-opener`?"), "{}", wrong.err);
}

#[test]
fn top_keeps_the_best_fixes_and_the_whole_ledger() {
    let all = json(&vitae(&["check", EXAMPLE, "-f", "json"]));
    let top = json(&vitae(&["check", EXAMPLE, "-f", "json", "--top", "1"]));
    assert_eq!(all["score"], top["score"]);
    let best = &all["score"]["ledger"][0]["code"];
    let findings = top["findings"].as_array().unwrap();
    assert!(!findings.is_empty() && findings.iter().all(|finding| &finding["code"] == best));
}

#[test]
fn settings_stand_above_the_file_and_options_win() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("cv");
    std::fs::create_dir(&inner).unwrap();
    std::fs::copy(root().join(EXAMPLE), inner.join("cv.md")).unwrap();
    std::fs::write(folder.path().join("vitae.toml"), "level = \"senior\"\nfail-on = \"never\"\n")
        .unwrap();
    let ran = vitae_in(folder.path(), &["check", "cv/cv.md", "-f", "json"]);
    assert_eq!(ran.code, 0);
    assert_eq!(json(&ran)["level"]["used"], "senior");
    let ran = vitae_in(&inner, &["check", "cv.md", "-f", "json", "--level", "staff"]);
    assert_eq!(json(&ran)["level"]["used"], "staff");
    std::fs::write(folder.path().join("vitae.toml"), "levle = \"senior\"\n").unwrap();
    let ran = vitae_in(&inner, &["check", "cv.md"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("vitae.toml:1:1: `levle` is no setting"), "{}", ran.err);
    assert!(ran.err.contains("help: did you mean `level`?"), "{}", ran.err);
}

#[test]
fn a_failed_export_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report.json");
    std::fs::write(&out, "old").unwrap();
    let out = out.to_str().unwrap();
    let ran = vitae(&["check", "missing.pdf", "-f", "json", "-o", out]);
    assert_eq!(ran.code, 2);
    assert_eq!(std::fs::read_to_string(out).unwrap(), "old");
    let ran = vitae(&["check", EXAMPLE, "-f", "json", "-o", out, "--fail-on", "never"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(std::fs::read_to_string(out).unwrap().starts_with("{\n"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
    let ran = vitae(&["check", EXAMPLE, "-o", EXAMPLE]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("this is the resume itself"), "{}", ran.err);
}

#[test]
fn colour_is_for_terminals_or_on_request() {
    assert!(!vitae(&["check", EXAMPLE]).out.contains('\u{1b}'));
    assert!(vitae(&["check", EXAMPLE, "--color", "always"]).out.contains('\u{1b}'));
    let plain = command(&["check", EXAMPLE], &root()).env("NO_COLOR", "1").output().unwrap();
    assert!(!plain.stdout.contains(&0x1b));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = command(&["check", "examples", "-f", "json"], &root()).spawn().unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn every_report_fits_the_schema() {
    let schema = std::fs::read_to_string(root().join("schemas/report.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let ran = vitae(&["check", "examples", "fixtures/documents", "-f", "jsonl"]);
    assert!(ran.out.lines().count() > 20);
    for line in ran.out.lines() {
        let report: Value = serde_json::from_str(line).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", report["file"]["name"]);
    }
}

#[test]
fn quiet_tells_by_status_alone() {
    let ran = vitae(&["check", EXAMPLE, "--quiet", "--fail-on", "info"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (1, "", ""));
}
