//! The corpus under `fixtures/resumes`: every file is read as its truth says, and what every rule
//! says of it is a snapshot that was read by a person.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read the corpus")]

use serde_json::Value;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use vitae::{Input, Options, PartialDate, Report, Resume, check, parse_resume};

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/resumes"))
}

fn json(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder().join(name)).unwrap()).unwrap()
}

/// `(file, truth, layout)` of every file.
fn index() -> Vec<(String, String, String)> {
    let index = json("index.json");
    let text = |item: &Value, key: &str| item[key].as_str().unwrap().to_owned();
    let items = index.as_array().unwrap().iter();
    items.map(|item| (text(item, "file"), text(item, "truth"), text(item, "layout"))).collect()
}

/// Letters and digits, in lower case: dashes, quotes and spaces may be printed in many ways.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|ch| ch.is_alphanumeric() || matches!(ch, '+' | '#'));
    letters.flat_map(char::to_lowercase).collect()
}

fn strings(list: &Value, key: &str) -> Vec<String> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().map(|item| plain(item[key].as_str().unwrap_or(""))).collect()
}

/// What the truth and a reading have in common, line by line.
fn essence(resume: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    lines.push(plain(resume["basics"]["email"].as_str().unwrap_or("")));
    for (section, keys) in
        [("work", ["name", "position"]), ("education", ["institution", "studyType"])]
    {
        for key in keys {
            lines.push(format!("{section} {key}: {}", strings(&resume[section], key).join(" | ")));
        }
    }
    let years = |key: &str| -> Vec<String> {
        let dates = strings(&resume["work"], key);
        dates.into_iter().map(|date| date.chars().take(4).collect()).collect()
    };
    lines.push(format!("years: {:?} {:?}", years("startDate"), years("endDate")));
    let work = resume["work"].as_array().map(Vec::as_slice).unwrap_or_default();
    let bullets = work.iter().map(|role| role["highlights"].as_array().map_or(0, Vec::len));
    lines.push(format!("bullets: {:?}", bullets.collect::<Vec<_>>()));
    let skills = resume["skills"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut names: Vec<String> = skills
        .iter()
        .flat_map(|group| group["keywords"].as_array().cloned().unwrap_or_default())
        .map(|name| plain(name.as_str().unwrap_or("")))
        .collect();
    names.sort();
    names.dedup();
    lines.push(format!("skills: {}", names.join(" ")));
    lines
}

fn read(file: &str) -> Resume {
    let bytes = std::fs::read(folder().join(file)).unwrap();
    parse_resume(&Input::new(&bytes, Some(file))).unwrap().parsed.resume
}

#[test]
fn every_file_is_read_as_its_truth_says() {
    let mut faults = String::new();
    for (file, truth, layout) in index() {
        if layout == "scan" {
            continue;
        }
        let truth = json(&truth);
        let resume = serde_json::to_value(read(&file)).unwrap();
        let name = plain(resume["basics"]["name"].as_str().unwrap_or(""));
        let accepted = truth["meta"]["accept_names"].as_array().cloned().unwrap_or_default();
        let mut names = accepted.iter().chain([&truth["basics"]["name"]]);
        if !names.any(|known| plain(known.as_str().unwrap_or("")) == name) {
            writeln!(faults, "{file}: name `{name}`").unwrap();
        }
        for (expected, found) in essence(&truth).iter().zip(essence(&resume)) {
            if *expected != found {
                writeln!(faults, "{file}:\n  expected {expected}\n  found    {found}").unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Compares what was found with the file of this name, or writes it with `UPDATE=1`.
fn known(name: &str, found: &str) {
    let path = folder().join(name);
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(&path, found).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    let first = known.lines().zip(found.lines()).find(|(known, found)| known != found);
    assert!(
        known == found,
        "{name} is not what the rules say, first at {first:?}; UPDATE=1 writes it anew"
    );
}

fn report(path: &Path, name: &str) -> Report {
    let options = Options::new(PartialDate::parse_iso("2026-11-22").unwrap());
    let bytes = std::fs::read(path).unwrap();
    check(&Input::new(&bytes, Some(name)), &options).unwrap()
}

#[test]
fn the_findings_of_every_file_are_known() {
    let mut found = String::new();
    for (file, _, _) in index() {
        let report = report(&folder().join(&file), &file);
        let total = report.score.total.map_or("none".to_owned(), |total| total.to_string());
        writeln!(found, "{file}: {total}, {:?}", report.level.used).unwrap();
        for finding in &report.findings {
            let line = finding.line.map_or(String::new(), |line| format!(" {line}"));
            writeln!(found, "  {}{line}: {}", finding.code, finding.message).unwrap();
        }
    }
    known("findings.txt", &found);
}

/// A line for each file: total, level, points of each group that weighs. The diff of this file is
/// what a change of a rule or of a profile does to scores.
#[test]
fn the_scores_of_every_file_are_known() {
    let examples = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples"));
    let mut files: Vec<(String, PathBuf)> =
        index().into_iter().map(|(file, _, _)| (file.clone(), folder().join(file))).collect();
    for entry in std::fs::read_dir(&examples).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_file()
            && name != "README.md"
            && parse_resume(&Input::new(&std::fs::read(&path).unwrap(), Some(&name))).is_ok()
        {
            files.push((format!("examples/{name}"), path));
        }
    }
    files.sort();
    let mut found = String::new();
    for (name, path) in files {
        let report = report(&path, &name);
        let total = report.score.total.map_or("none".to_owned(), |total| total.to_string());
        write!(found, "{name}: {total} {:?} |", report.level.used).unwrap();
        for group in report.score.groups.iter().filter(|group| group.cap.0 > 0) {
            let prefix = group.group.prefix();
            write!(found, " {prefix} {}/{}", group.earned, group.cap).unwrap();
        }
        found.push('\n');
    }
    known("scores.txt", &found);
}
