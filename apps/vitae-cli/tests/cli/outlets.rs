//! SARIF, GitHub, JUnit, CSV and HTML as their readers take them, for one file and for many, and what
//! a folder says of all.

use crate::run::{vitae, vitae_in, vitae_with};
use serde_json::Value;
use std::fs;

const EXAMPLE: &str = "examples/entry-omeally.md";

fn findings(file: &str) -> usize {
    let ran = vitae(&["check", file, "-f", "json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    report["findings"].as_array().unwrap().len()
}

/// The parts of SARIF 2.1.0 that code scanning asks for.
fn sarif_schema() -> Value {
    serde_json::from_str(include_str!("sarif.schema.json")).unwrap()
}

#[test]
fn sarif_has_rules_regions_and_fingerprints() {
    let validator = jsonschema::validator_for(&sarif_schema()).unwrap();
    for files in [EXAMPLE, "examples", "fixtures/documents/empty-object.json"] {
        let ran = vitae(&["check", files, "-f", "sarif", "--fail-on", "never"]);
        let log: Value = serde_json::from_str(&ran.out).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{files}: {errors:#?}");
        let run = &log["runs"][0];
        for result in run["results"].as_array().unwrap() {
            let rule =
                &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
            assert_eq!(rule["id"], result["ruleId"]);
        }
    }
    let ran = vitae(&["check", EXAMPLE, "-f", "sarif"]);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), findings(EXAMPLE));
    let prints: std::collections::BTreeSet<String> =
        results.iter().map(|result| result["partialFingerprints"].to_string()).collect();
    assert_eq!(prints.len(), results.len(), "fingerprints tell findings apart");
}

#[test]
fn fingerprints_outlive_edits_above() {
    let prints = |text: &str| -> Vec<String> {
        let ran =
            vitae_with(text.as_bytes(), &["check", "-", "--stdin-name", "cv.md", "-f", "sarif"]);
        let log: Value = serde_json::from_str(&ran.out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        results.iter().map(|one| one["partialFingerprints"].to_string()).collect()
    };
    let text = fs::read_to_string(crate::run::root().join(EXAMPLE)).unwrap();
    let moved = text.replacen("\n\n", "\n\n<!-- a comment -->\n\n", 1);
    assert_eq!(prints(&text), prints(&moved));
}

#[test]
fn github_gets_one_command_for_each_finding() {
    let ran = vitae(&["check", EXAMPLE, "-f", "github"]);
    assert_eq!(ran.out.lines().count(), findings(EXAMPLE));
    for line in ran.out.lines() {
        let known =
            ["::error ", "::warning ", "::notice "].iter().any(|start| line.starts_with(start));
        assert!(known && line.contains("file=examples/entry-omeally.md,"), "{line}");
    }
    let hostile = "# Ann\n\n## Experience\n\n- Moved the the ::error::x%0A to Postgresql\n";
    let ran =
        vitae_with(hostile.as_bytes(), &["check", "-", "--stdin-name", "a,b:c.md", "-f", "github"]);
    for line in ran.out.lines() {
        assert!(line.starts_with("::") && line.contains("file=a%2Cb%3Ac.md,"), "{line}");
    }
}

#[test]
fn junit_counts_what_it_lists_and_tells_of_broken_files() {
    let ran = vitae(&["check", EXAMPLE, "fixtures/documents/noise.pdf", "-f", "junit"]);
    assert_eq!(ran.code, 2);
    let count = |words: &str| ran.out.matches(words).count();
    assert_eq!((count("<testsuite "), count("</testsuite>")), (2, 2));
    assert_eq!(count("<testcase "), findings(EXAMPLE) + 1);
    assert!(count("<failure ") > 0 && count("<error ") == 1, "{}", ran.out);
    assert!(ran.out.starts_with("<?xml") && ran.out.ends_with("</testsuites>\n"));
    // What it reads is well-formed: a reader of XML reaches the end.
    let opened =
        count("<testcase") + count("<testsuite") + count("<failure") + count("<system-out");
    assert!(opened > 0 && !ran.out.contains('\u{1b}'));
}

/// Rows of RFC 4180.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        let row = rows.last_mut().unwrap();
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => {
                row.last_mut().unwrap().extend(chars.next())
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            ch => row.last_mut().unwrap().push(ch),
        }
    }
    rows.pop();
    rows
}

#[test]
fn csv_has_a_row_for_each_finding_or_each_file() {
    let one = rows(&vitae(&["check", EXAMPLE, "-f", "csv"]).out);
    assert_eq!(one.len(), findings(EXAMPLE) + 1);
    assert!(one.iter().all(|row| row.len() == one[0].len()));
    let ran = vitae(&["check", "examples", "fixtures/documents/noise.pdf", "-f", "csv"]);
    let many = rows(&ran.out);
    assert_eq!(many.len(), 1 + 20 + 1);
    assert!(many.iter().all(|row| row.len() == many[0].len()), "{many:#?}");
    assert_eq!(many[0][0], "file");
    assert!(many[21][0].contains("noise.pdf") && !many[21].last().unwrap().is_empty());
    let score: f64 = many[1][4].parse().unwrap();
    assert!(score > 0.0);
}

#[test]
fn a_page_needs_nothing_else_and_is_the_same_bytes_each_time() {
    for args in [&["check", EXAMPLE, "-f", "html"][..], &["check", "examples", "-f", "html"]] {
        let page = vitae(args).out;
        assert_eq!(vitae(args).out, page);
        for foreign in ["<script", "src=", "@import", "url(", "<link", "<iframe", " style=", " on"]
        {
            let tag = page.split('<').skip(1).any(|tag| {
                foreign.starts_with(' ')
                    && tag.split('>').next().unwrap_or("").contains(&format!("{foreign}click"))
            });
            assert!(!tag && (foreign == " on" || !page.contains(foreign)), "{foreign}");
        }
        assert!(page.contains("default-src 'none'") && page.ends_with("</html>\n"));
    }
    let page = vitae(&["check", EXAMPLE, "-f", "html"]).out;
    let number = findings(EXAMPLE);
    for finding in 1..=number {
        assert!(page.contains(&format!("<li id=\"n{finding}\"")), "note {finding}");
    }
    let hostile = "# </style><script>alert(1)</script>\n\n## Experience\n\n- Moved the the <b onclick=x> `labels`\n";
    let page =
        vitae_with(hostile.as_bytes(), &["check", "-", "--stdin-name", "<i>.md", "-f", "html"]).out;
    assert!(!page.contains("<script") && !page.contains("<b ") && !page.contains("<i>"));
}

#[test]
fn a_folder_says_what_its_resumes_have_in_common() {
    let full = vitae(&["check", "examples"]).out;
    assert!(full.contains("\ncommonest weaknesses\n"), "{full}");
    assert!(full.contains(" of 20  ") && full.contains("· median "), "{full}");
    let markdown = vitae(&["check", "examples", "-f", "markdown"]).out;
    assert!(markdown.contains("\n# Summary of 20 resumes\n"), "{markdown}");
    assert!(markdown.contains("\n## Commonest weaknesses\n"));
    let page = vitae(&["check", "examples", "-f", "html"]).out;
    assert!(page.contains("commonest weaknesses") && page.matches("<tr>").count() > 25);
}

#[test]
fn nobody_is_named_in_any_format() {
    let people = [
        "Kadian",
        "Meally",
        "Tran",
        "Trần",
        "Karamouzi",
        "Eleftheria",
        "Halushchak",
        "Yevhen",
        "Gebremariam",
        "Tewodros",
        "omeally@",
        "tran@",
        "komeally",
        "+1 876",
        "entry-",
        "mid-tran",
        "876-555",
    ];
    for format in
        ["full", "concise", "json", "jsonl", "markdown", "html", "csv", "sarif", "github", "junit"]
    {
        for file in ["examples", EXAMPLE, "examples/mid-tran.pdf"] {
            let ran =
                vitae(&["check", file, "-f", format, "--anonymise", "--all", "--fail-on", "never"]);
            assert_eq!(ran.code, 0, "{}", ran.err);
            for person in people {
                let at = ran.out.find(person);
                let around = at.map(|at| {
                    let from = ran.out.floor_char_boundary(at.saturating_sub(60));
                    &ran.out[from..ran.out.floor_char_boundary(at + 60)]
                });
                assert_eq!(around, None, "{person} in {format} of {file}");
            }
            assert!(ran.out.contains("resume-001"), "{format} of {file}");
        }
    }
    let score = |args: &[&str]| -> Value {
        serde_json::from_str::<Value>(&vitae(args).out).unwrap()["score"]["total"].clone()
    };
    assert_eq!(
        score(&["check", EXAMPLE, "-f", "json"]),
        score(&["check", EXAMPLE, "-f", "json", "--anonymise"])
    );
}

#[test]
fn what_a_privacy_rule_points_at_is_hidden_too() {
    let folder = tempfile::tempdir().unwrap();
    let text = "# Robin Aldane\n\nDate of birth: 3 May 1990\nMarital status: married\n\nrobin@example.com\n\n## \
                Experience\n\n### Engineer, Cedar Freight (Mar 2021 – Present)\n\n- Robin rebuilt the router\n";
    fs::write(folder.path().join("Robin_Aldane.md"), text).unwrap();
    let ran = vitae_in(folder.path(), &["check", "Robin_Aldane.md", "-f", "json", "--anonymise"]);
    for secret in ["Robin", "Aldane", "1990"] {
        assert!(!ran.out.contains(secret), "{secret}:\n{}", ran.out);
    }
}
