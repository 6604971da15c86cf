//! `--since` with a real git, and baselines: what is known is hidden, what is new is shown, what is
//! settled is told.

use crate::run::{Ran, vitae_in};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

fn resume(bullets: &str) -> String {
    format!(
        "# Robin Aldane\n\nrobin@example.com\n\n## Experience\n\n### Engineer, Cedar Freight (Mar 2021 – \
         Present)\n\n{bullets}\n\n## Skills\n\nGo, Java\n"
    )
}

const OLD: &str = "- Moved the the labels to Kafka\n- Wrote runbooks for three services";
const NEW: &str = "- Ran audits\n- Moved the the labels to Kafka\n- Tuned the router in Postgresql";

fn git(folder: &Path, args: &[&str]) {
    let status = Command::new("git")
        .args([
            "-c",
            "user.name=Robin",
            "-c",
            "user.email=robin@example.com",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(status.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&status.stderr));
}

/// A repository whose last commit has the old text, with the new one in the folder.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let cvs = folder.path().join("cvs");
    fs::create_dir(&cvs).unwrap();
    fs::write(cvs.join("cv.md"), resume(OLD)).unwrap();
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-qm", "old"]);
    fs::write(cvs.join("cv.md"), resume(NEW)).unwrap();
    folder
}

fn codes(ran: &Ran) -> Vec<String> {
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn since_a_revision_only_new_findings_are_shown() {
    let folder = repository();
    let all = vitae_in(folder.path(), &["check", "cvs/cv.md", "-f", "json"]);
    assert!(
        codes(&all).contains(&"LNG005".to_owned()) && codes(&all).contains(&"LNG004".to_owned())
    );
    for (at, file) in
        [(folder.path().to_owned(), "cvs/cv.md"), (folder.path().join("cvs"), "cv.md")]
    {
        let ran = vitae_in(&at, &["check", file, "-f", "json", "--since", "HEAD"]);
        let new = codes(&ran);
        assert!(
            new.contains(&"LNG004".to_owned()) && !new.contains(&"LNG005".to_owned()),
            "{new:?}"
        );
        let score = |ran: &Ran| serde_json::from_str::<Value>(&ran.out).unwrap()["score"].clone();
        assert_eq!(score(&ran), score(&all));
    }
    fs::write(folder.path().join("cvs/cv.md"), resume(OLD)).unwrap();
    let same = vitae_in(folder.path(), &["check", "cvs/cv.md", "-f", "json", "--since", "HEAD"]);
    assert_eq!(codes(&same), Vec::<String>::new());
}

#[test]
fn a_file_that_is_new_has_only_new_findings() {
    let folder = repository();
    fs::write(folder.path().join("other.md"), resume(OLD)).unwrap();
    let all = vitae_in(folder.path(), &["check", "other.md", "-f", "json"]);
    let ran = vitae_in(folder.path(), &["check", "other.md", "-f", "json", "--since", "HEAD"]);
    assert_eq!(codes(&ran), codes(&all));
}

#[test]
fn mistakes_with_since_say_what_to_do() {
    let folder = repository();
    let run = |at: &Path, revision: &str| {
        vitae_in(at, &["check", "cvs/cv.md", &format!("--since={revision}")])
    };
    let ran = run(folder.path(), "no-such-branch");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("git knows no revision `no-such-branch`"), "{}", ran.err);
    let ran = run(folder.path(), "--output=x");
    assert!(ran.code == 2 && ran.err.contains("is no revision"), "{}", ran.err);
    let outside = tempfile::tempdir().unwrap();
    fs::create_dir(outside.path().join("cvs")).unwrap();
    fs::write(outside.path().join("cvs/cv.md"), resume(OLD)).unwrap();
    let ran = run(outside.path(), "HEAD");
    assert!(ran.code == 2 && ran.err.contains("in no git repository"), "{}", ran.err);
}

#[test]
fn a_baseline_hides_what_is_known_wherever_it_moves() {
    let folder = tempfile::tempdir().unwrap();
    let cv = folder.path().join("cv.md");
    fs::write(&cv, resume(OLD)).unwrap();
    let run = |more: &[&str]| {
        vitae_in(
            folder.path(),
            &[&["check", "cv.md", "-f", "json", "--baseline", "known.json"], more].concat(),
        )
    };
    let missing = run(&[]);
    assert!(
        missing.code == 2 && missing.err.contains("--write-baseline writes one"),
        "{}",
        missing.err
    );
    let written = run(&["--write-baseline"]);
    assert!(written.err.contains("known findings to known.json"), "{}", written.err);
    assert_eq!(codes(&run(&["--fail-on", "info"])), Vec::<String>::new());
    assert_eq!(run(&["--fail-on", "info"]).code, 0);
    let file = fs::read_to_string(folder.path().join("known.json")).unwrap();
    assert!(file.contains("\"cv.md\"") && !file.contains("Robin"), "{file}");
    // The same findings on other lines, and a new one.
    fs::write(&cv, resume(NEW)).unwrap();
    let new = codes(&run(&[]));
    assert!(new.contains(&"LNG004".to_owned()) && !new.contains(&"LNG005".to_owned()), "{new:?}");
    // From another folder it is the same file.
    let path = folder.path().join("known.json");
    let args = ["check", cv.to_str().unwrap(), "-f", "json", "--baseline", path.to_str().unwrap()];
    assert_eq!(codes(&vitae_in(Path::new("/"), &args)), new);
    // What is settled is told.
    fs::write(&cv, resume("- Moved the labels to Kafka\n- Wrote runbooks for three services"))
        .unwrap();
    let ran = run(&[]);
    assert!(ran.err.contains("of the baseline settled (EXP004, LNG005)"), "{}", ran.err);
    run(&["--write-baseline"]);
    assert_eq!(run(&[]).err, "");
    fs::write(folder.path().join("known.json"), "{}").unwrap();
    assert!(run(&[]).err.contains("this is no baseline"));
}
