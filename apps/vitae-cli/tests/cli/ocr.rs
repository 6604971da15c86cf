//! `--ocr` with the real `tesseract`, on a scan and on a picture of our own. The program is a
//! requirement of these tests: `cargo xtask test` installs it where it is missing.

use crate::run::{command, root, vitae};
use serde_json::Value;

const SCAN: &str = "fixtures/documents/image-only.pdf";

fn resume(args: &[&str]) -> Value {
    let ran = vitae(args);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_scan_is_read_with_its_bullets_and_dates() {
    let resume = resume(&["parse", SCAN, "--ocr", "-f", "json-resume"]);
    assert_eq!(resume["basics"]["name"], "Morven Achterlonie");
    assert_eq!(resume["basics"]["email"], "morven.achterlonie@example.org");
    let work = resume["work"].as_array().unwrap();
    assert_eq!((work.len(), work[0]["highlights"].as_array().unwrap().len()), (2, 3));
    assert_eq!(
        (&work[1]["startDate"], &work[1]["endDate"]),
        (&"2019-09".into(), &"2022-03".into())
    );
}

#[test]
fn recognised_text_is_judged_and_marked_as_such() {
    let ran = vitae(&["check", SCAN, "--ocr", "--fail-on", "never", "-f", "json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert!(report["score"]["total"].is_number(), "{}", ran.out);
    let finding = &report["findings"].as_array().unwrap().iter().find(|f| f["code"] == "FIL001");
    let message = finding.unwrap()["message"].as_str().unwrap();
    assert!(message.contains("words were recognised"), "{message}");
    let hazards = report["hazards"].as_array().unwrap();
    assert!(hazards.iter().any(|hazard| hazard["kind"] == "recognised-text"));
    let without = vitae(&["check", SCAN, "--fail-on", "never"]);
    assert!(without.out.contains("no score") && without.out.contains("--ocr"), "{}", without.out);
}

#[test]
fn a_picture_file_is_read_only_when_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("resume.tif");
    std::fs::write(&picture, tiff_of_the_scan()).unwrap();
    let picture = picture.to_str().unwrap();
    let without = vitae(&["parse", picture]);
    assert_eq!(without.code, 2);
    assert!(without.err.contains("`--ocr`"), "{}", without.err);
    let resume = resume(&["parse", picture, "--ocr", "-f", "json-resume"]);
    assert_eq!(resume["basics"]["name"], "Morven Achterlonie");
}

/// The picture of the scan, as the engine gives it away.
fn tiff_of_the_scan() -> Vec<u8> {
    let bytes = std::fs::read(root().join(SCAN)).unwrap();
    let input = vitae::Input::new(&bytes, None);
    let scans = vitae::recognition::pictures(&input, &[0]).unwrap();
    let file = scans[0].file.clone().unwrap();
    assert_eq!(file.extension, "tif");
    file.bytes
}

#[test]
fn what_is_not_installed_is_named_with_what_to_do() {
    let unknown = vitae(&["parse", SCAN, "--ocr", "--ocr-lang", "eng+xyz"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("no language `xyz`") && unknown.err.contains("eng"),
        "{}",
        unknown.err
    );
    let empty = tempfile::tempdir().unwrap();
    let mut command = command(&["parse", SCAN, "--ocr"], &root());
    let ran = command.env("PATH", empty.path()).output().unwrap();
    let error = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert!(error.contains("apt install tesseract-ocr") && error.contains("brew"), "{error}");
}

#[test]
fn nothing_stays_behind_in_the_temporary_folder() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = command(&["parse", SCAN, "--ocr", "-f", "text"], &root());
    assert!(command.env("TMPDIR", folder.path()).output().unwrap().status.success());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
