//! Laws of fixes, over every resume of the repository that is edited as text: a second run changes
//! nothing, the findings are gone, the score never falls, and nothing but the edited words differs.

#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

use proptest::prelude::*;
use std::path::{Path, PathBuf};
use vitae::fix::{Fixed, Outcome, Wanted, apply_edits, hash, source_fix};
use vitae::{Input, Options, PartialDate, apply_fixes, check, parse_resume};

fn options() -> Options {
    Options::new(PartialDate::parse_iso("2026-11-22").unwrap())
}

fn fix(name: &str, bytes: &[u8], risky: bool) -> Fixed {
    let wanted = Wanted { risky, finding: &|_| true };
    apply_fixes(&Input::new(bytes, Some(name)), &options(), wanted).unwrap()
}

fn total(name: &str, bytes: &[u8]) -> Option<u32> {
    check(&Input::new(bytes, Some(name)), &options()).unwrap().score.total.map(|points| points.0)
}

/// Resumes of the repository.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["examples", "fixtures/resumes", "fixtures/documents"].map(|at| root.join(at));
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn rules(outcomes: &[Outcome]) -> Vec<&str> {
    outcomes.iter().map(|outcome| outcome.code.as_str()).collect()
}

#[test]
fn every_resume_of_the_repository_keeps_the_laws() {
    let mut applied = 0;
    for path in files() {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let input = Input::new(&bytes, Some(name));
        if check(&input, &options()).is_err() {
            continue;
        }
        for risky in [false, true] {
            let fixed = fix(name, &bytes, risky);
            applied += fixed.applied.len();
            let again = fix(name, &fixed.bytes, risky);
            assert!(again.bytes == fixed.bytes, "{name}: {:?} again", rules(&again.applied));
            assert!(total(name, &fixed.bytes) >= total(name, &bytes), "{name}");
            if fixed.applied.is_empty() {
                assert!(fixed.bytes == bytes, "{name}: changed without a fix");
            }
        }
    }
    assert!(applied > 20, "{applied} fixes were tried");
}

/// A resume with one slip in it, in the syntax of a format.
fn resume(format: &str, bullet: &str) -> String {
    match format {
        "md" => format!(
            "# Robin Aldane\n\nrobin@example.com\n\n## Experience\n\n### Engineer, Cedar Freight (Mar 2021 – \
             Present)\n\n<!-- keep me -->\n- {bullet}\n- Wrote runbooks for three services\n\n## Skills\n\n\
             Go, Java\n"
        ),
        "yaml" => format!(
            "# keep me\nbasics: {{name: Robin Aldane, email: robin@example.com}}\nwork:\n  - name: Cedar \
             Freight   # and me\n    position: Engineer\n    startDate: 2021-03\n    highlights:\n      - \
             {bullet}\n      - 'Wrote runbooks for three services'\nx-own: [1, 1.50, ~]\n"
        ),
        "json" => format!(
            "{{\"basics\": {{\"name\": \"Robin Aldane\"}},\n\t\"work\": [{{\"name\": \"Cedar\", \"position\": \
             \"Engineer\", \"startDate\": \"2021-03\", \"highlights\": [\"{bullet}\"]}}], \"n\": 1.50}}\n"
        ),
        "tex" => format!(
            "\\documentclass{{article}}\n% keep me\n\\begin{{document}}\n\\section*{{Robin Aldane}}\n\
             robin@example.com\n\\section{{Experience}}\n\\textbf{{Engineer}}, Cedar Freight \\hfill Mar 2021 \
             -- Present\n\\begin{{itemize}}\n\\item {bullet}\n\\item Wrote runbooks for three \
             services\n\\end{{itemize}}\n\\end{{document}}\n"
        ),
        "html" => format!(
            "<!doctype html><!-- keep me -->\n<h1>Robin Aldane</h1>\n<p>robin@example.com</p>\n<h2>\
             Experience</h2>\n<h3>Engineer, Cedar Freight (Mar 2021 – Present)</h3>\n<ul class=x>\n<li>{bullet}\n\
             <li>Wrote runbooks for three services\n</ul>\n"
        ),
        _ => format!(
            "Robin Aldane\nrobin@example.com\n\nExperience\n\nEngineer, Cedar Freight, Mar 2021 - Present\n- \
             {bullet}\n- Wrote runbooks for three services\n"
        ),
    }
}

const FORMATS: [&str; 6] = ["md", "yaml", "json", "tex", "html", "txt"];

/// Slips with what they become, and whether the fix may change what is said.
const SLIPS: [(&str, &str, bool); 5] = [
    ("on Postgresql and", "on PostgreSQL and", false),
    ("with the the new", "with the new", false),
    ("in order to end", "to end", true),
    ("which successfully ran", "which ran", true),
    ("in Javascript and", "in JavaScript and", false),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_fix_changes_its_words_and_nothing_else(
        format in 0_usize..6,
        slips in proptest::sample::subsequence((0..5_usize).collect::<Vec<_>>(), 1..4),
        words in "[a-z]{3,9} [a-z]{3,9}",
    ) {
        let format = FORMATS[format];
        let text = |fixed: bool| {
            let slips = slips.iter().map(|at| if fixed { SLIPS[*at].1 } else { SLIPS[*at].0 });
            let slips: Vec<String> = slips.map(|slip| format!("{slip} {words}")).collect();
            resume(format, &format!("Rebuilt the parcel router {}", slips.join(" ")))
        };
        let name = format!("cv.{format}");
        let before = text(false);
        let fixed = fix(&name, before.as_bytes(), true);
        prop_assert_eq!(String::from_utf8(fixed.bytes.clone()).unwrap(), text(true));
        prop_assert!(fixed.refused.is_empty());
        prop_assert!(total(&name, &fixed.bytes) >= total(&name, before.as_bytes()));
        let codes = |bytes: &[u8]| -> Vec<String> {
            let report = check(&Input::new(bytes, Some(&name)), &options()).unwrap();
            report.findings.into_iter().map(|finding| finding.code).collect()
        };
        for code in rules(&fixed.applied) {
            prop_assert!(!codes(&fixed.bytes).iter().any(|left| left == code), "{} stays", code);
        }
        let safe = fix(&name, before.as_bytes(), false);
        let risky = |at: &&usize| SLIPS[**at].2;
        let kept = slips.iter().filter(risky).all(|at| {
            String::from_utf8_lossy(&safe.bytes).contains(SLIPS[*at].0)
        });
        prop_assert!(kept, "a fix that may change what is said was applied");
    }
}

#[test]
fn first_person_dates_and_full_stops_are_fixed() {
    let text = "Robin Aldane\nrobin@example.com\n\nExperience\n\nEngineer, Cedar Freight, Mar 2021 - Present\n\
                - I rebuilt the parcel router in Java.\n- Moved address data to Kafka.\n- Cached labels in \
                Redis\n- Wrote runbooks etc.\n- Wrote tests\n- Ran audits\n\nDeveloper, Mills Ltd, Apr 2018 - Sep 2019\n\
                * Tuned queries\n\nDeveloper, Weir Ltd, 01/2017 - 02/2018\n• Wrote docs\n";
    let fixed = fix("cv.txt", text.as_bytes(), false);
    let fixed = String::from_utf8(fixed.bytes).unwrap();
    let wanted = text
        .replace("I rebuilt the parcel router in Java.", "Rebuilt the parcel router in Java")
        .replace("Kafka.", "Kafka")
        .replace("01/2017 - 02/2018", "Jan 2017 - Feb 2018")
        .replace("• Wrote docs", "- Wrote docs");
    assert_eq!(fixed, wanted);
}

#[test]
fn a_fix_that_would_break_the_file_is_refused_and_the_others_hold() {
    // An alias of YAML: one scalar is two values, so mending it changes other data.
    let text = "basics: {name: Robin Aldane, summary: &s Rebuilt the the router}\nwork:\n  - name: Cedar\n    \
                position: Engineer\n    startDate: 2021-03\n    summary: *s\n    highlights: [Moved it to \
                Postgresql in time]\n";
    let fixed = fix("cv.yaml", text.as_bytes(), false);
    let out = String::from_utf8(fixed.bytes).unwrap();
    assert_eq!(out, text.replace("Postgresql", "PostgreSQL"), "{:?}", fixed.refused);
}

#[test]
fn a_pdf_is_never_touched_and_says_how_many_fixes_it_shows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/entry-omeally.pdf");
    let bytes = std::fs::read(path).unwrap();
    let fixed = fix("entry.pdf", &bytes, true);
    assert!(fixed.bytes == bytes && fixed.applied.is_empty() && fixed.shown > 0);
}

#[test]
fn edits_belong_to_the_bytes_that_they_were_made_for() {
    let text = resume("md", "Moved it to Postgresql in time");
    let input = Input::new(text.as_bytes(), Some("cv.md"));
    let document = parse_resume(&input).unwrap().document;
    let report = check(&input, &options()).unwrap();
    let found = report.findings.iter().find(|finding| finding.code == "LNG004").unwrap();
    let edits = source_fix(&document, text.as_bytes(), found.fix.as_ref().unwrap()).unwrap();
    assert_eq!(edits.hash, hash(text.as_bytes()));
    assert!(apply_edits(text.as_bytes(), &[&edits]).is_some());
    assert!(apply_edits(text.as_bytes(), &[&edits, &edits]).is_none(), "edits overlap");
    assert!(apply_edits(&text.as_bytes()[1..], &[&edits]).is_none(), "other bytes");
}

#[test]
fn a_long_file_is_mended_in_one_go_and_a_hostile_one_ends() {
    let head =
        "Ann Aldane\nann@example.com\n\nExperience\n\nEngineer, Mills Ltd, Mar 2019 - Apr 2021\n";
    let bullets = |number: usize| -> String {
        (0..number).map(|at| format!("- Moved the the box {at} to Postgresql\n")).collect()
    };
    let fixed = fix("cv.txt", format!("{head}{}", bullets(300)).as_bytes(), false);
    assert_eq!((fixed.applied.len(), fixed.refused.len()), (600, 0));
    // Aliases make every fix of the list harmful: halving ends all the same.
    let list: String =
        (0..200).map(|at| format!("    - &a{at} Moved the the box {at}\n    - *a{at}\n")).collect();
    let text = format!("basics: {{name: Ann Aldane}}\nwork:\n- name: Mills\n  highlights:\n{list}");
    let fixed = fix("cv.yaml", text.as_bytes(), false);
    assert_eq!(fixed.bytes, text.as_bytes());
    assert!(!fixed.refused.is_empty());
}
