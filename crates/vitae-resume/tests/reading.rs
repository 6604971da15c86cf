//! Whole resumes of our own, read and parsed: `fixtures/reading/NAME` beside what a person reads in
//! it, `NAME.read`. `UPDATE=1` writes what is read now; look at the change before you keep it.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test reads its fixtures")]

use std::fmt::Write;
use std::path::PathBuf;
use vitae_pack::Pack;
use vitae_resume::{Parsed, Resume};

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/reading"))
}

#[test]
fn every_fixture_is_read_as_a_person_reads_it() {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind != "read"));
    files.sort();
    assert!(files.len() >= 10, "the fixtures are gone");
    let mut wrong = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let listing = listing(&std::fs::read(&file).unwrap(), &name);
        let expected = folder().join(format!("{name}.read"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&expected, &listing).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != listing {
            wrong.push(format!("{name}:\n{listing}"));
        }
    }
    assert!(wrong.is_empty(), "read differently:\n{}", wrong.join("\n"));
}

fn listing(bytes: &[u8], name: &str) -> String {
    let limits = vitae_read::Limits::default();
    let format = vitae_read::sniff(bytes, Some(name)).unwrap().format;
    let document = vitae_read::read(bytes, format, &limits).unwrap();
    let parsed = vitae_resume::parse(&document, Pack::builtin());
    let mut out = String::new();
    basics(&mut out, &parsed.resume);
    dated(&mut out, &parsed.resume);
    lists(&mut out, &parsed.resume);
    doubts(&mut out, &parsed);
    for left in &parsed.leftovers {
        writeln!(out, "left over: {}", left.range.of(&document.text)).unwrap();
    }
    out
}

/// A line `what: part | part`, empty parts left out.
fn line(out: &mut String, what: &str, parts: &[&str]) {
    let parts: Vec<String> = parts
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| part.replace('\n', " / "))
        .collect();
    if !parts.is_empty() {
        writeln!(out, "{what}: {}", parts.join(" | ")).unwrap();
    }
}

fn basics(out: &mut String, resume: &Resume) {
    let basics = &resume.basics;
    line(out, "name", &[&basics.name]);
    line(out, "label", &[&basics.label]);
    line(out, "contact", &[&basics.email, &basics.phone, &basics.url]);
    let place = &basics.location;
    let parts =
        [&place.address, &place.postal_code, &place.city, &place.region, &place.country_code];
    line(out, "place", &parts.map(String::as_str));
    for profile in &basics.profiles {
        line(out, "profile", &[&profile.network, &profile.username, &profile.url]);
    }
    line(out, "summary", &[&basics.summary]);
}

fn dated(out: &mut String, resume: &Resume) {
    let span = |start: &str, end: &str| format!("{start} to {end}");
    for work in &resume.work {
        let dates = span(&work.start_date, &work.end_date);
        line(out, "work", &[&work.position, &work.name, &work.location, &dates]);
        line(out, "  summary", &[&work.summary]);
        work.highlights.iter().for_each(|one| line(out, "  -", &[one]));
    }
    for one in &resume.volunteer {
        let dates = span(&one.start_date, &one.end_date);
        line(out, "volunteer", &[&one.position, &one.organization, &dates]);
        one.highlights.iter().for_each(|one| line(out, "  -", &[one]));
    }
    for one in &resume.education {
        let dates = span(&one.start_date, &one.end_date);
        let parts = [&one.study_type, &one.area, &one.institution, &one.score, &dates];
        line(out, "education", &parts.map(String::as_str));
    }
    for one in &resume.projects {
        let dates = span(&one.start_date, &one.end_date);
        line(out, "project", &[&one.name, &one.description, &one.url, &dates]);
        one.highlights.iter().for_each(|one| line(out, "  -", &[one]));
    }
}

fn lists(out: &mut String, resume: &Resume) {
    for one in &resume.skills {
        line(out, "skills", &[&one.name, &one.keywords.join(" + ")]);
    }
    for one in &resume.certificates {
        line(out, "certificate", &[&one.name, &one.issuer, &one.date]);
    }
    for one in &resume.publications {
        line(out, "publication", &[&one.name, &one.publisher, &one.release_date, &one.url]);
    }
    for one in &resume.awards {
        line(out, "award", &[&one.title, &one.awarder, &one.date]);
    }
    for one in &resume.languages {
        line(out, "language", &[&one.language, &one.fluency]);
    }
    for one in &resume.interests {
        line(out, "interest", &[&one.name]);
    }
    for one in &resume.references {
        line(out, "reference", &[&one.name, &one.reference]);
    }
}

fn doubts(out: &mut String, parsed: &Parsed) {
    for (pointer, source) in parsed.sources.iter() {
        assert_eq!(source.doubt.is_some(), source.confidence.is_doubtful(), "{pointer}");
        if let Some(doubt) = source.doubt {
            writeln!(out, "doubt: {pointer}: {}", doubt.reason()).unwrap();
        }
    }
}
