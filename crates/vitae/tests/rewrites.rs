//! Rewrites of whole resumes: every one passes the guard on its own entry, the JSON is what its schema
//! says, and a session writes the line that was agreed and nothing else.
#![cfg(feature = "rewrite")]
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read fixtures")]

use std::path::{Path, PathBuf};
use vitae::rewrite::{Rewrites, json, rewrites};
use vitae::session::{Offer, Session};
use vitae::{Input, Options, PartialDate, Reading, parse_resume};
use vitae_facts::Owner;
use vitae_pack::Pack;
use vitae_rewrite::guard::{Entry, Prepared};

fn options() -> Options {
    Options::new(PartialDate::parse_iso("2026-11-22").unwrap())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every resume of the repository: name and bytes.
fn resumes() -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for folder in ["examples", "fixtures/resumes"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let known = ["md", "yaml", "pdf", "docx", "txt", "html", "tex", "odt", "rtf", "zip"];
            let resume =
                path.extension().is_some_and(|end| known.iter().any(|known| end == *known));
            if resume
                && !["README.md", "requirements.txt", "findings.txt", "scores.txt"]
                    .contains(&&*name)
            {
                found.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn found(name: &str, bytes: &[u8]) -> Option<(Reading, Rewrites)> {
    let reading = parse_resume(&Input::new(bytes, Some(name))).ok()?;
    let found = rewrites(&reading, Some(name), &options());
    Some((reading, found))
}

/// The entry that a pointer such as `/work/2/highlights/0` stands in.
fn owner(pointer: &str) -> Option<Owner> {
    let mut parts = pointer.split('/').skip(1);
    let (list, index) = (parts.next()?, parts.next()?.parse().ok()?);
    match list {
        "work" => Some(Owner::Work(index)),
        "projects" => Some(Owner::Project(index)),
        "volunteer" => Some(Owner::Volunteer(index)),
        _ => None,
    }
}

#[test]
fn every_rewrite_of_every_resume_passes_the_guard() {
    let pack = Pack::builtin();
    let mut judged = 0;
    for (name, bytes) in resumes() {
        let Some((reading, found)) = found(&name, &bytes) else { continue };
        for line in &found.lines {
            let owner = owner(&line.pointer).unwrap();
            let entry = Entry::of(&reading.parsed.resume, owner).unwrap();
            let others = Entry::others(&reading.parsed.resume, owner);
            let guard = Prepared::new(pack, &entry, &others);
            for version in &line.versions {
                let verdict = guard.judge(&version.text);
                assert!(verdict.is_ok(), "{name}: {}\n{:?}", version.text, verdict.reasons);
                assert!(version.strength >= line.strength && version.text != line.before);
                judged += 1;
            }
        }
    }
    assert!(judged > 150, "{judged} rewrites");
}

#[test]
fn the_same_resume_gives_the_same_rewrites() {
    for (name, bytes) in resumes().into_iter().take(6) {
        let twice = [found(&name, &bytes), found(&name, &bytes)]
            .map(|found| found.map(|(_, found)| json(&found)));
        assert_eq!(twice[0], twice[1], "{name}");
    }
}

#[test]
fn json_is_what_its_schema_says() {
    let path = root().join("schemas/rewrite.json");
    let now = serde_json::to_string_pretty(&schemars::schema_for!(Rewrites)).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let then = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(now == then, "schemas/rewrite.json is stale: UPDATE=1 cargo test -p vitae");
    let schema: serde_json::Value = serde_json::from_str(&then).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, bytes) in resumes() {
        let Some((_, found)) = found(&name, &bytes) else { continue };
        let value: serde_json::Value = serde_json::from_str(&json(&found)).unwrap();
        assert!(validator.is_valid(&value), "{name}");
    }
}

#[test]
fn a_session_writes_the_line_and_nothing_else() {
    let after = "Wrote the \"quota\" job: #1 in use & 40% of C# {it} is old's";
    for (name, bytes) in resumes() {
        let Ok(session) = Session::open(&Input::new(&bytes, Some(&name)), options()) else {
            continue;
        };
        if !session.can_edit() {
            continue;
        }
        for step in session.steps() {
            let Offer::Rewrite(line) = &step.offer else { continue };
            // What cannot be written safely is refused, with the reason; nothing is half done.
            let Ok(next) = session.with_line(line, after) else { continue };
            let reading = parse_resume(&Input::new(next.bytes(), Some(&name))).unwrap();
            let text = serde_json::to_string(&reading.parsed.resume).unwrap();
            assert_eq!(text.matches("is old's").count(), 1, "{name} {}", line.before);
            assert!(session.with_line(line, "Cut ‹x›").is_err());
        }
    }
}

#[test]
fn most_lines_of_text_formats_can_be_written() {
    for name in
        ["entry-omeally.md", "senior-karamouzi.yaml", "mid-tran.yaml", "staff-halushchak.md"]
    {
        let bytes = std::fs::read(root().join("examples").join(name)).unwrap();
        let session = Session::open(&Input::new(&bytes, Some(name)), options()).unwrap();
        let lines: Vec<_> = session
            .steps()
            .into_iter()
            .filter_map(|step| match step.offer {
                Offer::Rewrite(line) => Some(line),
                _ => None,
            })
            .collect();
        let written = lines
            .iter()
            .filter(|line| session.with_line(line, "Cut the nightly import to 9 minutes").is_ok());
        assert!(written.count() == lines.len(), "{name}");
    }
}
