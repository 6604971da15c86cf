//! Fixtures: `fixtures/rules/<CODE>.md` holds prose and cases, each an input block followed by the
//! findings that it gives. `UPDATE=1` rewrites the findings.

use crate::specimen::{Block, blocks, findings};
use std::path::PathBuf;
use vitae_lint::{ALL, Rule};

/// The fixture of a rule.
pub fn path(rule: &Rule) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../fixtures/rules/{}.md", rule.code))
}

/// One case of a fixture.
pub struct Case {
    pub title: String,
    pub input: Block,
}

/// A fixture, taken apart.
pub struct Fixture {
    pub prose: String,
    pub cases: Vec<Case>,
}

impl Fixture {
    /// Cuts a fixture at its `## ` headings.
    pub fn parse(text: &str) -> Self {
        let mut parts = parts(text).into_iter();
        let head = parts.next().unwrap_or("");
        let prose = head.lines().skip(1).collect::<Vec<_>>().join(" ").trim().to_owned();
        let cases = parts
            .map(|part| {
                let (title, body) = part.split_once('\n').unwrap_or((part, ""));
                let empty = Block { language: "md".into(), text: "\n".into() };
                let input = blocks(body).into_iter().next().unwrap_or(empty);
                Case { title: title.trim().to_owned(), input }
            })
            .collect();
        Self { prose, cases }
    }
}

/// The text before the first `## ` heading, and what follows each; inputs have such headings too.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut fenced) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced && line.starts_with("## ") {
            parts.push(&text[start..at]);
            start = at + "## ".len();
        }
        at += line.len();
    }
    parts.push(&text[start..]);
    parts
}

/// The fixture as it should be, with `actual` findings after each input.
fn render(text: &str, rule: &Rule, fixture: &Fixture, actual: &[String]) -> String {
    let head = parts(text)[0];
    let prose = head.split_once('\n').map_or("", |(_, prose)| prose).trim();
    let mut out = format!("# {} {}\n\n{prose}\n", rule.code, rule.name);
    for (case, actual) in fixture.cases.iter().zip(actual) {
        let Block { language, text } = &case.input;
        out.push_str(&format!("\n## {}\n\n```{language}\n{text}```\n", case.title));
        if !actual.is_empty() {
            out.push_str(&format!("\n```findings\n{actual}```\n"));
        }
    }
    out
}

#[test]
fn every_fixture_gives_its_findings() {
    let update = std::env::var("UPDATE").is_ok();
    let mut faults = Vec::new();
    for rule in ALL {
        let Ok(text) = std::fs::read_to_string(path(rule)) else { continue };
        let fixture = Fixture::parse(&text);
        let actual: Vec<String> =
            fixture.cases.iter().map(|case| findings(rule, &case.input).concat()).collect();
        for (case, actual) in fixture.cases.iter().zip(&actual) {
            let should_fire = case.title.starts_with("fires");
            if should_fire == actual.is_empty() {
                faults.push(format!("{} `{}` gives:\n{actual}", rule.code, case.title));
            }
        }
        let expected = render(&text, rule, &fixture, &actual);
        if expected != text {
            if update {
                std::fs::write(path(rule), expected).expect("the fixture can be written");
            } else {
                faults.push(format!(
                    "fixtures/rules/{}.md is not what the rule says; UPDATE=1 rewrites it to:\n{expected}",
                    rule.code
                ));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n\n"));
}
