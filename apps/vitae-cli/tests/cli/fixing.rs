//! `--fix` and `--diff`: what is written, what is only shown, and that files stay whole.

use crate::run::{root, vitae, vitae_in, vitae_with};
use std::fs;
use tempfile::TempDir;

const SLIPS: &str = "# Robin Aldane\n\nrobin@example.com\n\n## Experience\n\n### Engineer, Cedar Freight (Mar 2021 – \
                     Present)\n\n<!-- keep me -->\n- Moved the the labels to Postgresql in order to end exports\n";
const SAFE: &str = "- Moved the labels to PostgreSQL in order to end exports\n";

/// A folder with a resume that has slips.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cv.md"), SLIPS).unwrap();
    folder
}

fn cv(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("cv.md")).unwrap()
}

#[test]
fn a_diff_shows_the_change_and_writes_nothing() {
    let folder = folder();
    let ran = vitae_in(folder.path(), &["check", "cv.md", "--diff"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("--- a/cv.md\n+++ b/cv.md\n@@ "), "{}", ran.out);
    assert!(ran.out.contains(&format!("\n+{SAFE}")), "{}", ran.out);
    assert!(ran.err.contains("would be fixed: 2 fixes"), "{}", ran.err);
    assert!(ran.err.contains("1 more fix with --unsafe-fixes"), "{}", ran.err);
    assert_eq!(cv(&folder), SLIPS);
}

#[test]
fn safe_fixes_are_applied_once_and_unsafe_ones_on_request() {
    let folder = folder();
    let fix =
        |more: &[&str]| vitae_in(folder.path(), &[&["check", "cv.md", "--fix"], more].concat());
    let ran = fix(&[]);
    assert!(
        ran.err.contains("fixed: 2 fixes (doubled-word 1, miscased-technology 1)"),
        "{}",
        ran.err
    );
    let once = cv(&folder);
    assert!(once.ends_with(SAFE) && once.contains("<!-- keep me -->"), "{once}");
    assert!(!ran.out.contains("doubled-word"), "the report is on what is left:\n{}", ran.out);
    fix(&[]);
    assert_eq!(cv(&folder), once);
    assert_eq!(vitae_in(folder.path(), &["check", "cv.md", "--diff"]).code, 0);
    fix(&["--unsafe-fixes"]);
    assert!(cv(&folder).ends_with("- Moved the labels to PostgreSQL to end exports\n"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
}

#[test]
fn hidden_rules_are_not_fixed() {
    let folder = folder();
    vitae_in(folder.path(), &["check", "cv.md", "--fix", "--ignore", "LNG005"]);
    assert!(cv(&folder).contains("the the labels to PostgreSQL"));
}

#[test]
fn a_pipe_gives_the_mended_text() {
    let ran = vitae_with(SLIPS.as_bytes(), &["check", "-", "--stdin-name", "cv.md", "--fix"]);
    assert!(ran.out.starts_with("# Robin Aldane\n") && ran.out.ends_with(SAFE), "{}", ran.out);
}

#[test]
fn a_pdf_says_where_to_make_the_changes() {
    let pdf = root().join("examples/entry-omeally.pdf");
    let before = fs::read(&pdf).unwrap();
    let ran = vitae(&["check", "examples/entry-omeally.pdf", "--fix"]);
    assert!(ran.err.contains("PDF is not edited as text"), "{}", ran.err);
    assert_eq!(fs::read(&pdf).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn links_permissions_and_read_only_files_are_respected() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder();
    let (file, link) = (folder.path().join("cv.md"), folder.path().join("link.md"));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("cv.md", &link).unwrap();
    vitae_in(folder.path(), &["check", "link.md", "--fix"]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "the link stays a link");
    assert!(cv(&folder).ends_with(SAFE));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    fs::write(&file, SLIPS).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
    let ran = vitae_in(folder.path(), &["check", "cv.md", "--fix"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("read-only"), "{}", ran.err);
    assert_eq!(cv(&folder), SLIPS);
}
