//! `vitae fix` with answers from a pipe: what is asked, what is written, and the ways back.

use crate::run::{Ran, command, root};
use std::fs;
use std::io::Write;
use std::path::Path;
use tempfile::TempDir;

/// A folder with copies of examples.
fn folder(names: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        fs::copy(root().join("examples").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn fix(folder: &Path, args: &[&str], answers: &[&str]) -> Ran {
    let args = [&["fix"], args].concat();
    let mut command = command(&args, folder);
    let mut child = command.stdin(std::process::Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(answers.join("\n").as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

const TODAY: [&str; 2] = ["--today", "2026-11-22"];

/// Enter for every question before the first line that is offered, then `answers`. `before` are the
/// answers that lead to the walk.
fn at_first_line<'a>(
    folder: &Path,
    name: &str,
    before: &[&'a str],
    answers: &[&'a str],
) -> Vec<&'a str> {
    let blank = [before, &[""; 40][..]].concat();
    let shown = fix(folder, &[name, TODAY[0], TODAY[1]], &blank).out;
    let asked = shown.lines().filter(|line| line.starts_with("  ") && line.contains(" >"));
    let at = asked.take_while(|line| !line.contains("use it?")).count();
    [before, &blank[before.len()..at], answers].concat()
}

const LINE: &str = "Wrote the cache of the price lookup, so that growers see a price at once";
const OWN: [&str; 4] = ["e", LINE, "y", "q"];

#[test]
fn answers_become_a_line_and_the_session_can_be_taken_back() {
    let folder = folder(&["entry-omeally.md"]);
    let file = folder.path().join("entry-omeally.md");
    let before = fs::read(&file).unwrap();
    let answers = at_first_line(folder.path(), "entry-omeally.md", &[], &OWN);
    let ran = fix(folder.path(), &["entry-omeally.md", TODAY[0], TODAY[1]], &answers);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("written; score"), "{}", ran.out);
    let after = fs::read(&file).unwrap();
    assert!(String::from_utf8_lossy(&after).contains(LINE));
    assert!(folder.path().join(".entry-omeally.md.vitae-undo").exists());
    let undo = fix(folder.path(), &["entry-omeally.md", "--undo"], &[]);
    assert_eq!((undo.code, fs::read(&file).unwrap()), (0, before));
    let redo = fix(folder.path(), &["entry-omeally.md", "--undo"], &[]);
    assert_eq!((redo.code, fs::read(&file).unwrap()), (0, after));
}

#[test]
fn a_figure_is_asked_again_until_it_is_one() {
    let folder = folder(&[]);
    let cv = "# Robin Aldane\n\nrobin@example.com\n\n## Experience\n\n### Engineer, Cedar Freight (Mar 2021 – Present)\n\n\
              - Responsible for maintaining the invoice service\n";
    fs::write(folder.path().join("cv.md"), cv).unwrap();
    let answers =
        ["y", "plenty", "90,000 requests a day", "guests are not charged twice", "y", "q"];
    let answers = at_first_line(folder.path(), "cv.md", &[], &answers);
    let ran = fix(folder.path(), &["cv.md", TODAY[0], TODAY[1]], &answers);
    assert!(ran.out.contains("`plenty` has no number"), "{}", ran.out);
    let now = fs::read_to_string(folder.path().join("cv.md")).unwrap();
    let line = "- Maintained the invoice service (90,000 requests a day), so that guests are not charged twice\n";
    assert!(now.ends_with(line), "{now}");
}

#[test]
fn nothing_is_written_without_a_yes() {
    let folder = folder(&["entry-omeally.md", "senior-karamouzi.yaml"]);
    for name in ["entry-omeally.md", "senior-karamouzi.yaml"] {
        let before = fs::read(folder.path().join(name)).unwrap();
        for answers in [&["n"; 60][..], &["what?"; 60], &["u", "q"], &[]] {
            let ran = fix(folder.path(), &[name, TODAY[0], TODAY[1]], answers);
            assert_eq!(ran.code, 0, "{}", ran.err);
            assert!(ran.out.contains("nothing was changed"), "{}", ran.out);
        }
        assert_eq!(fs::read(folder.path().join(name)).unwrap(), before);
    }
}

#[test]
fn a_pdf_goes_on_as_yaml_when_that_is_wanted() {
    let folder = folder(&["entry-omeally.pdf"]);
    let before = fs::read(folder.path().join("entry-omeally.pdf")).unwrap();
    let no = fix(folder.path(), &["entry-omeally.pdf", TODAY[0], TODAY[1]], &["n"]);
    assert_eq!(no.code, 0);
    assert!(no.out.contains("is not edited in place"), "{}", no.out);
    assert!(!folder.path().join("entry-omeally.yaml").exists());
    let answers = at_first_line(folder.path(), "entry-omeally.pdf", &["y"], &OWN);
    fs::remove_file(folder.path().join("entry-omeally.yaml")).unwrap();
    let yes = fix(folder.path(), &["entry-omeally.pdf", TODAY[0], TODAY[1]], &answers);
    assert_eq!(yes.code, 0, "{}", yes.err);
    let yaml = fs::read_to_string(folder.path().join("entry-omeally.yaml")).unwrap();
    assert!(yaml.contains(LINE), "{}\n{yaml}", yes.out);
    assert_eq!(fs::read(folder.path().join("entry-omeally.pdf")).unwrap(), before);
    let again = fix(folder.path(), &["entry-omeally.pdf"], &["y"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("there already"), "{}", again.err);
}

#[test]
fn undo_never_overwrites_later_work() {
    let folder = folder(&["entry-omeally.md"]);
    let none = fix(folder.path(), &["entry-omeally.md", "--undo"], &[]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("no session to take back"), "{}", none.err);
    let answers = at_first_line(folder.path(), "entry-omeally.md", &[], &OWN);
    fix(folder.path(), &["entry-omeally.md", TODAY[0], TODAY[1]], &answers);
    let file = folder.path().join("entry-omeally.md");
    let later = fs::read_to_string(&file).unwrap() + "\nlater\n";
    fs::write(&file, &later).unwrap();
    let undo = fix(folder.path(), &["entry-omeally.md", "--undo"], &[]);
    assert_eq!(undo.code, 2);
    assert!(undo.err.contains("changed after the session"), "{}", undo.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), later);
}

#[test]
fn standard_input_is_for_answers() {
    let ran = fix(&root(), &["-"], &["y"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("standard input is for the answers"), "{}", ran.err);
}
