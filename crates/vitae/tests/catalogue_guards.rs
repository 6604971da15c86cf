//! Rows of the catalogue that are properties of the engine and no rules: `catalogue.toml` names these
//! tests.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at what is broken")]

use std::path::Path;
use vitae::rules::{ALL, Group};
use vitae::{Input, Level, Options, PartialDate, Profile, check};

fn options() -> Options {
    Options::new(PartialDate::parse_iso("2026-11-22").unwrap())
}

/// A04: what no portal takes is refused with the way to a file that they take.
#[test]
fn files_of_other_kinds_say_how_to_convert() {
    let word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word.Document.8";
    let picture = b"\x89PNG\r\n\x1a\n0000";
    let script = b"%!PS-Adobe-3.0\n";
    for (bytes, name) in [
        (&word[..], "cv.doc"),
        (&picture[..], "cv.png"),
        (&script[..], "cv.ps"),
        (&b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"[..], "cv.zip"),
    ] {
        let error = check(&Input::new(bytes, Some(name)), &options()).unwrap_err();
        let help = &error.help;
        assert!(help.contains("PDF") || help.contains("DOCX"), "{name}: {error}, {help}");
    }
}

/// A26: guides disagree on PDF or DOCX first, and portals say which they want. Neither format is a
/// finding by itself.
#[test]
fn neither_pdf_nor_docx_is_preferred() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/resumes");
    for name in ["leilani.lo-simple.pdf", "hayul.docx-simple.docx"] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        // Without a name, only the format could be found fault with.
        let report = check(&Input::new(&bytes, None), &options()).unwrap();
        let of_file = |finding: &&vitae::report::Finding| finding.group == Group::File;
        let found: Vec<_> = report.findings.iter().filter(of_file).map(|f| &f.message).collect();
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

/// H33: what an ad says around its demands is no skill, however often it stands there.
#[test]
fn words_of_an_ad_are_no_skills() {
    let ad = "Requirements: we are looking for years of experience, nice to have: a plus, \
              must have, preferred qualifications, you will work with our team";
    let text = format!(
        "# Robin Aldane\n\nrobin.aldane@example.com\n\n## Skills\n\n{ad}\n\n## Experience\n\n\
         ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)\n\n- {ad}\n"
    );
    let report = check(&Input::new(text.as_bytes(), Some("cv.md")), &options()).unwrap();
    let missing: Vec<_> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
    for code in ["SKL001", "SKL002", "SKL003", "SKL004"] {
        assert!(missing.contains(&code), "{code} counts a word of the ad: {missing:?}");
    }
}

/// I13: what counts shifts from skills to evidence of the work as the level rises.
#[test]
fn weights_change_with_the_level() {
    let sum = |group: Group, level: Level| -> u32 {
        let rules = ALL.iter().filter(|rule| rule.group == group);
        rules.map(|rule| Profile::backend().cap(rule, level)).sum()
    };
    for (falls, rises) in [(Group::Skills, Group::Backend), (Group::Sections, Group::Metrics)] {
        assert!(sum(falls, Level::Entry) > sum(falls, Level::Senior));
        assert!(sum(rises, Level::Entry) < sum(rises, Level::Senior));
        assert!(sum(falls, Level::Senior) >= sum(falls, Level::Principal));
    }
}
