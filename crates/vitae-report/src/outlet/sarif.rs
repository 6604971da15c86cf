//! SARIF 2.1.0, for code scanning: one run with every rule and its manual, then a result for each
//! finding with its place, a fingerprint that outlives edits elsewhere, and suppressions.

use crate::fingerprint::fingerprint;
use crate::outlet::place;
use crate::report::{Finding, Report, SaidBy};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use vitae_lint::{ALL, Rule, Severity};

/// Everything before the first result.
#[must_use]
pub fn sarif_begin() -> String {
    let driver = json!({
        "name": "vitae",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": ALL.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
    });
    format!(
        "{{\n\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n\"version\": \"2.1.0\",\n\
         \"runs\": [{{\n\"tool\": {{\"driver\": {driver}}},\n\"columnKind\": \"unicodeCodePoints\",\n\
         \"results\": [\n"
    )
}

/// Everything after the last result.
#[must_use]
pub fn sarif_end() -> String {
    "\n]\n}]\n}\n".to_owned()
}

/// The results of a resume, with commas between them; empty when there are none.
#[must_use]
pub fn sarif(report: &Report) -> String {
    let mut seen: BTreeMap<u64, usize> = BTreeMap::new();
    let mut results = Vec::new();
    let suppressed = report.suppressed.iter().map(|one| (&one.finding, Some(one)));
    for (finding, suppressed) in report.findings.iter().map(|one| (one, None)).chain(suppressed) {
        let print = fingerprint(finding, report);
        let times = seen.entry(print).or_default();
        let mut result = result(report, finding, &format!("{print:016x}:{times}"));
        *times += 1;
        if let Some(suppressed) = suppressed {
            let kind = match suppressed.by {
                SaidBy::Comment => "inSource",
                SaidBy::Settings => "external",
            };
            result["suppressions"] = json!([{ "kind": kind, "justification": suppressed.reason }]);
        }
        results.push(result.to_string());
    }
    results.join(",\n")
}

fn descriptor(rule: &Rule) -> Value {
    let manual = rule.manual();
    let help = |text: &str| if text.is_empty() { rule.name.to_owned() } else { text.to_owned() };
    let summary = rule.summary();
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": help(&summary) },
        "fullDescription": { "text": help(manual.what) },
        "help": {
            "text": help(manual.why),
            "markdown": help(&format!(
                "{}\n\n**Why it matters.** {}\n\n**Use instead**\n\n{}\n\n**When to ignore it.** {}",
                manual.what, manual.why, manual.instead, manual.ignore
            )),
        },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": ["resume", rule.group.name()] },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(report: &Report, finding: &Finding, print: &str) -> Value {
    let index = ALL.iter().position(|rule| rule.code == finding.code);
    let uri = report.file.name.as_deref().map_or_else(|| "stdin".to_owned(), uri);
    let mut place = json!({ "artifactLocation": { "uri": uri } });
    if let (Some(line), Some(column)) = (finding.line, finding.column) {
        let (end_line, end_column) = place::end(report, finding).unwrap_or((line, column));
        place["region"] = json!({
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "snippet": { "text": finding.excerpt.as_deref().unwrap_or("") },
        });
    }
    json!({
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": format!("{}; {}", finding.message, finding.help) },
        "locations": [{ "physicalLocation": place }],
        "partialFingerprints": { "vitaeFinding/v1": print },
        "properties": { "gain": report.gain(&finding.code), "page": finding.page },
    })
}

/// A path as a reference that is valid in a URI.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut out = if path.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if plain {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("./cvs/Zoë K.md"), "cvs/Zo%C3%AB%20K.md");
        assert_eq!(uri("/home/a:b.md"), "file:///home/a%3Ab.md");
    }
}
