//! What must hold for every report: points that sum exactly, the same bytes twice, and JSON that
//! `schemas/report.json` describes.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use serde_json::Value;
use vitae::{Input, Level, Options, PartialDate, Report, check};

const EXAMPLES: [(&str, &[u8]); 5] = [
    ("entry-omeally.md", include_bytes!("../../../examples/entry-omeally.md")),
    ("mid-tran.yaml", include_bytes!("../../../examples/mid-tran.yaml")),
    ("senior-karamouzi.pdf", include_bytes!("../../../examples/senior-karamouzi.pdf")),
    ("staff-halushchak.docx", include_bytes!("../../../examples/staff-halushchak.docx")),
    ("image-only.pdf", include_bytes!("../../../fixtures/documents/image-only.pdf")),
];

fn options() -> Options {
    Options::new(PartialDate::parse_iso("2026-11-22").unwrap())
}

fn report(name: &str, bytes: &[u8], options: &Options) -> Report {
    check(&Input::new(bytes, Some(name)), options).unwrap()
}

/// Points as JSON says them, in thousandths.
fn milli(points: &Value) -> u64 {
    let thousandths = points.as_f64().unwrap() * 1000.0;
    assert!((thousandths - thousandths.round()).abs() < 1e-6, "{points} has more than 3 decimals");
    thousandths.round() as u64
}

/// Total and lost points of the JSON sum to 100,000 thousandths, and so do the caps of the groups.
fn sums(report: &Report) {
    let json: Value = serde_json::from_str(&vitae::report::json(report)).unwrap();
    let score = &json["score"];
    if score["total"].is_null() {
        assert!(score["reason"].is_string());
        assert!(score["ledger"].as_array().unwrap().is_empty());
        return;
    }
    let lost: u64 =
        score["ledger"].as_array().unwrap().iter().map(|line| milli(&line["lost"])).sum();
    assert_eq!(milli(&score["total"]) + lost, 100_000, "{score:#}");
}

#[test]
fn the_ledger_of_each_example_sums_at_each_level() {
    for (name, bytes) in EXAMPLES {
        for level in Level::ALL {
            let report = report(name, bytes, &Options { level: Some(level), ..options() });
            assert_eq!(report.level.used, level);
            sums(&report);
        }
    }
}

#[test]
fn a_report_reads_back_and_two_runs_give_the_same_bytes() {
    for (name, bytes) in EXAMPLES {
        let report = report(name, bytes, &options());
        let json = vitae::report::json(&report);
        // Lengths on pages are printed with two decimals, so what was read is compared as printed.
        let read: Report = serde_json::from_str(&json).unwrap();
        assert_eq!(vitae::report::json(&read), json, "{name}");
        let again = check(&Input::new(bytes, Some(name)), &options()).unwrap();
        assert_eq!(vitae::report::json(&again), json, "{name}");
        assert_eq!(vitae::report::jsonl(&report).matches('\n').count(), 1);
    }
}

#[test]
fn findings_come_by_gain_then_severity_then_place() {
    let report = report(EXAMPLES[0].0, EXAMPLES[0].1, &options());
    let keys: Vec<_> = report
        .findings
        .iter()
        .map(|found| {
            let by_gain = std::cmp::Reverse((report.gain(&found.code), found.severity));
            (by_gain, found.range.unwrap_or_default())
        })
        .collect();
    assert!(keys.is_sorted());
    assert!(!keys.is_empty());
}

#[test]
fn pictures_have_no_total_and_nothing_has_zero() {
    let picture = report(EXAMPLES[4].0, EXAMPLES[4].1, &options());
    assert_eq!(picture.score.total, None);
    assert!(picture.score.reason.unwrap().contains("without text"));
    assert!(picture.findings.iter().any(|finding| finding.name == "image-only-page"));
    assert!(!picture.findings.iter().any(|finding| finding.name.starts_with("no-")));
    let without_fields = include_bytes!("../../../fixtures/documents/no-fields.txt");
    for (name, bytes) in [("empty.json", &b"{}"[..]), ("no-fields.txt", without_fields)] {
        let report = report(name, bytes, &options());
        assert_eq!(report.score.total.map(|points| points.0), Some(0), "{name}");
        sums(&report);
    }
}

#[test]
fn every_report_fits_the_schema() {
    let schema = include_str!("../../../schemas/report.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, bytes) in EXAMPLES {
        let report = report(name, bytes, &options());
        let json: Value = serde_json::from_str(&vitae::report::json(&report)).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

/// The file is written by `UPDATE=1 cargo test -p vitae`.
#[test]
fn the_schema_is_not_stale() {
    let now = serde_json::to_string_pretty(&schemars::schema_for!(Report)).unwrap() + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/report.json");
    #[expect(clippy::disallowed_methods, reason = "the test keeps a file up to date")]
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(path, &now).unwrap();
    }
    #[expect(clippy::disallowed_methods, reason = "the test keeps a file up to date")]
    let then = std::fs::read_to_string(path).unwrap();
    assert!(now == then, "schemas/report.json is stale: UPDATE=1 cargo test -p vitae");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_sums(text in "(# [A-Z][a-z]{2,8}\n|## (Skills|Experience|Education)\n|- [A-Za-z0-9%,. ]{0,60}\n|\n|[A-Z][a-z ]{3,20} (2019|Mar 2021) [-–] (2024|Present)\n){0,24}") {
        if let Ok(report) = check(&Input::new(text.as_bytes(), Some("cv.md")), &options()) {
            sums(&report);
        }
    }

    #[test]
    fn any_bytes_give_a_report_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..300), name in "cv\\.(pdf|docx|odt|rtf|md|json|yaml|tex|html|zip|txt)") {
        if let Err(error) = check(&Input::new(&bytes, Some(&name)), &options()) {
            prop_assert!(!error.message.is_empty() && !error.help.is_empty());
        }
    }
}
