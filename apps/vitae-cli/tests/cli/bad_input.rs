//! Everything that cannot be read has its own clear message and exit status 2, and never stops the
//! other files of the same call.

use crate::run::{vitae, vitae_in, vitae_with};
use std::fs::File;

/// Asserts the whole of standard error for a file of `fixtures/documents`.
fn fails(file: &str, message: &str, help: &str) {
    let path = format!("fixtures/documents/{file}");
    for verb in ["check", "parse"] {
        let ran = vitae(&[verb, &path]);
        assert_eq!(ran.code, 2, "{verb} {file}: {}", ran.err);
        assert_eq!(ran.out, "", "{verb} {file}");
        assert_eq!(ran.err, format!("error: {path}: {message}\nhelp: {help}\n"), "{verb} {file}");
    }
}

#[test]
fn each_has_its_own_message() {
    fails(
        "empty.pdf",
        "the file is empty (0 bytes)",
        "save the resume again and check the size of the file",
    );
    fails(
        "password.pdf",
        "the PDF is protected by a password",
        "save a copy without a password; application portals cannot open it either",
    );
    fails(
        "noise.pdf",
        "the PDF is damaged: its first 1024 bytes hold no `%PDF-` header",
        "export it again from the program it was written in",
    );
    fails("old.doc", "DOC (Word 97–2003) files are not read", "open it and save it as DOCX or PDF");
    let ran = vitae(&["check", "fixtures/documents/letter.pages"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("Pages") && ran.err.contains("help: "), "{}", ran.err);
}

#[test]
fn missing_files_and_folders_are_told_apart() {
    let ran = vitae(&["check", "examples/mid-tran.pfd"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.err,
        "error: examples/mid-tran.pfd: cannot read it: there is no such file or folder\n\
         help: did you mean `examples/mid-tran.pdf`?\n"
    );
    let empty = tempfile::tempdir().unwrap();
    let ran = vitae_in(empty.path(), &["check", "."]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error: .: no resume in this folder\nhelp: "), "{}", ran.err);
    let ran = vitae(&["parse", "examples"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error: examples: this is a folder\nhelp: "), "{}", ran.err);
}

#[test]
fn a_large_file_is_refused_by_its_size() {
    let folder = tempfile::tempdir().unwrap();
    File::create(folder.path().join("large.pdf")).unwrap().set_len(100 << 20).unwrap();
    let ran = vitae_in(folder.path(), &["check", "large.pdf"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.err,
        "error: large.pdf: the file has 100 MB (limit 20 MB)\n\
         help: export it again with smaller pictures; a text resume needs well under 1 MB\n"
    );
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_never_opened() {
    let ran = vitae(&["check", "/dev/zero"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("this is no regular file (a pipe or a device)"), "{}", ran.err);
}

#[test]
fn other_files_of_the_call_are_still_checked() {
    let ran = vitae(&[
        "check",
        "fixtures/documents/noise.pdf",
        "examples/mid-tran.md",
        "missing.pdf",
        "examples/mid-tran.yaml",
        "-f",
        "json",
    ]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.err.matches("error: ").count(), 2, "{}", ran.err);
    let reports: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let names: Vec<_> = reports.as_array().unwrap().iter().map(|r| &r["file"]["name"]).collect();
    assert_eq!(names, ["examples/mid-tran.md", "examples/mid-tran.yaml"]);
}

#[test]
fn odd_text_is_read_all_the_same() {
    for (file, kind) in [("latin1.txt", "encoding"), ("utf16.txt", "encoding")] {
        let path = format!("fixtures/documents/{file}");
        let ran = vitae(&["check", &path, "-f", "json", "--fail-on", "never"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let kinds: Vec<_> =
            report["hazards"].as_array().unwrap().iter().map(|h| &h["kind"]).collect();
        assert!(kinds.iter().any(|known| *known == kind || *known == "invalid-utf8"), "{kinds:?}");
    }
    let ran = vitae_with(b"Ann Aldane\nann\xff@example.com\n", &["check", "-", "-f", "json"]);
    assert!(ran.out.contains("invalid-utf8"), "{}", ran.err);
}

#[test]
fn pictures_have_no_score_and_empty_data_has_none_to_lose() {
    let ran = vitae(&["check", "fixtures/documents/image-only.pdf", "--fail-on", "never"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("no score: "), "{}", ran.out);
    let low = vitae(&[
        "check",
        "fixtures/documents/image-only.pdf",
        "--min-score",
        "90",
        "--fail-on",
        "never",
    ]);
    assert_eq!(low.code, 0, "a null total is judged by --fail-on only");
    for file in ["empty-object.json", "no-fields.txt"] {
        let path = format!("fixtures/documents/{file}");
        let ran = vitae(&["check", &path, "-f", "json", "--fail-on", "never"]);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(report["score"]["total"], 0.0, "{file}");
    }
}

#[test]
fn broken_data_names_its_line() {
    let ran = vitae_with(b"{\n  \"basics\": {,}\n}", &["check", "-", "--stdin-name", "cv.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error: cv.json:2:"), "{}", ran.err);
}
