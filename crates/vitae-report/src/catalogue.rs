//! The rules themselves, for people and programs: a list of all, and the manual of one.

use crate::Points;
use crate::outlet::View;
use crate::terminal::{Paint, pad, wrap};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use vitae_facts::Level;
use vitae_lint::{ALL, Group, Rule, Severity, Status};
use vitae_score::Profile;

/// How the catalogue is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum CatalogueFormat {
    /// For a terminal.
    Text,
    /// For programs.
    Json,
    /// For documentation.
    Markdown,
}

/// A rule as data.
#[derive(Clone, Debug, Serialize)]
pub struct RuleEntry {
    /// Code.
    pub code: &'static str,
    /// Name of the defect.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub group: Group,
    /// First sentence of the manual.
    pub summary: String,
    /// What it does and why it matters, as Markdown.
    pub explanation: String,
    /// An example that it finds, as Markdown.
    pub example: String,
    /// What to write instead, as Markdown.
    pub instead: String,
    /// When to ignore it, as Markdown.
    pub ignore: String,
    /// Where it comes from.
    pub source: String,
    /// The best fix that it offers.
    pub fix: &'static str,
    /// Whether it counts yet.
    pub status: Status,
    /// Rows of the check catalogue that it covers.
    pub covers: &'static [&'static str],
    /// The most that it can cost, by level.
    pub caps: BTreeMap<Level, Points>,
}

impl RuleEntry {
    fn new(rule: &'static Rule, profile: &Profile) -> Self {
        let manual = rule.manual();
        let caps = Level::ALL.map(|level| (level, Points(profile.cap(rule, level))));
        Self {
            code: rule.code,
            name: rule.name,
            severity: rule.severity,
            group: rule.group,
            summary: rule.summary(),
            explanation: format!("{}\n\n{}", plain(manual.what), plain(manual.why)),
            example: plain(manual.example),
            instead: plain(manual.instead),
            ignore: plain(manual.ignore),
            source: plain(manual.source),
            fix: rule.fix.name(),
            status: rule.status,
            covers: rule.covers,
            caps: caps.into_iter().collect(),
        }
    }
}

/// Text of a doc comment without the space that each line starts with.
fn plain(docs: &'static str) -> String {
    let line = |line: &'static str| -> Cow<'static, str> {
        let line = line.strip_prefix(' ').unwrap_or(line);
        line.strip_prefix("%%")
            .map_or(Cow::Borrowed(line), |setting| Cow::Owned(setting_words(setting)))
    };
    docs.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// What an example sets beside its text (`%% level: senior`), for people: `[level: senior]`. Of a
/// hazard the kind is enough.
fn setting_words(setting: &str) -> String {
    let (key, value) = setting.split_once(':').unwrap_or((setting, ""));
    let kind = value.split_once("\"kind\":\"").and_then(|(_, rest)| rest.split_once('"'));
    let words = value.split_once("} on ").map_or("", |(_, words)| words);
    match kind {
        Some((kind, _)) if words.is_empty() => format!("[in the file: {}]", kind.replace('-', " ")),
        Some((kind, _)) => format!("[in the file: {}, {words}]", kind.replace('-', " ")),
        None => format!("[{}: {}]", key.trim(), value.trim()),
    }
}

/// All rules.
#[must_use]
pub fn catalogue(profile: &Profile, format: CatalogueFormat, view: &View) -> String {
    match format {
        CatalogueFormat::Json => {
            let entries: Vec<RuleEntry> =
                ALL.iter().map(|rule| RuleEntry::new(rule, profile)).collect();
            serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
        }
        CatalogueFormat::Markdown => {
            let mut out =
                String::from("| code | name | severity | what it does |\n|---|---|---|---|\n");
            for rule in ALL {
                let summary = crate::outlet::escaped(&rule.summary());
                let severity = rule.severity.name();
                out.push_str(&format!(
                    "| {} | {} | {severity} | {summary} |\n",
                    rule.code, rule.name
                ));
            }
            out
        }
        CatalogueFormat::Text => list(view),
    }
}

fn list(view: &View) -> String {
    let paint = Paint { on: view.color };
    let mut out = String::new();
    for group in Group::ALL {
        let rules: Vec<_> = ALL.iter().filter(|rule| rule.group == group).collect();
        if rules.is_empty() {
            continue;
        }
        out.push_str(&format!("{}\n", paint.bold(group.name())));
        for rule in rules {
            let head = format!("  {} ", rule.code);
            let severity = paint.severity(rule.severity, &pad(rule.severity.name(), 7));
            out.push_str(&format!("{head}{severity} {}\n", paint.bold(rule.name)));
            out.push_str(&wrap(&" ".repeat(17), &rule.summary(), view.width));
        }
        out.push('\n');
    }
    out.push_str("`vitae rule CODE` shows the manual of one rule\n");
    out
}

/// The manual of one rule.
#[must_use]
pub fn manual(
    rule: &'static Rule,
    profile: &Profile,
    format: CatalogueFormat,
    view: &View,
) -> String {
    let entry = RuleEntry::new(rule, profile);
    match format {
        CatalogueFormat::Json => serde_json::to_string_pretty(&entry).unwrap_or_default() + "\n",
        CatalogueFormat::Markdown => {
            let docs = plain(rule.docs).replace("\n# ", "\n## ");
            let docs = docs.strip_prefix("# ").map_or(docs.clone(), |docs| format!("## {docs}"));
            format!("# {} {}\n\n{}\n\n{}\n", entry.code, entry.name, facts(&entry), docs.trim())
        }
        CatalogueFormat::Text => text(rule, &entry, view),
    }
}

fn facts(entry: &RuleEntry) -> String {
    let group = entry.group.name();
    let severity = entry.severity.name();
    let mut facts = format!("{severity} · group {group} · fix: {}", entry.fix);
    match entry.status {
        Status::Stable => {}
        Status::Optional => {
            facts.push_str(&format!(" · off by default (--select {})", entry.code));
        }
        status => facts.push_str(&format!(" · {}", status.name())),
    }
    facts
}

fn text(rule: &Rule, entry: &RuleEntry, view: &View) -> String {
    let paint = Paint { on: view.color };
    let title = format!("{} {}", entry.code, entry.name);
    let mut out = format!("{}\n", paint.severity(entry.severity, &title));
    out.push_str(&format!("{}\n", facts(entry)));
    let caps: Vec<String> =
        entry.caps.iter().map(|(level, cap)| format!("{} {cap}", level.name())).collect();
    if entry.caps.values().all(|cap| cap.0 == 0) {
        out.push_str("costs no points\n");
    } else {
        out.push_str(&format!("can cost up to: {}\n", caps.join(", ")));
    }
    out.push_str(&prose(&plain(rule.docs), paint, view.width));
    out
}

/// A manual for a terminal: headings bold, paragraphs wrapped, code blocks as they are.
fn prose(docs: &str, paint: Paint, width: usize) -> String {
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut fenced = false;
    let flush = |paragraph: &mut String, out: &mut String| {
        if !paragraph.is_empty() {
            out.push_str(&wrap("  ", paragraph, width));
            paragraph.clear();
        }
    };
    for line in docs.lines() {
        if line.starts_with("```") {
            flush(&mut paragraph, &mut out);
            fenced = !fenced;
        } else if fenced {
            out.push_str(&wrap("    ", line, width));
        } else if let Some(heading) = line.strip_prefix("# ") {
            flush(&mut paragraph, &mut out);
            out.push_str(&format!("\n{}\n", paint.bold(&heading.to_lowercase())));
        } else if line.trim().is_empty() {
            flush(&mut paragraph, &mut out);
        } else {
            if line.starts_with("- ") {
                flush(&mut paragraph, &mut out);
            }
            paragraph.push_str(line);
            paragraph.push(' ');
        }
    }
    flush(&mut paragraph, &mut out);
    out
}
