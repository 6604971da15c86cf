//! Whether a fix did what it should and nothing else: two readings and the edits between them go in,
//! a reason to refuse comes out.

use std::collections::BTreeMap;
use vitae_document::Document;
use vitae_lint::Edit;
use vitae_report::Report;
use vitae_resume::{Data, Parsed};

/// A file as it was read and judged.
pub(super) struct Judged {
    pub(super) document: Document,
    /// The values of a structured file, by path, in order.
    pub(super) data: Vec<(String, String)>,
    pub(super) report: Report,
}

impl Judged {
    /// Fails when `after` differs from this file in more than the edits, still has the findings of
    /// `codes`, or scores lower.
    pub(super) fn allows(
        &self,
        after: &Self,
        edits: &[&Edit],
        codes: &[&str],
    ) -> Result<(), String> {
        if after.document.format != self.document.format {
            return Err("the file would be of another kind".to_owned());
        }
        if words(&edited(&self.document.text, edits)) != words(&after.document.text) {
            return Err("other text would change".to_owned());
        }
        if self.document.format.is_structured() {
            same_data(&self.data, &after.data, edits.len())?;
        }
        let (before, left) = (by_rule(&self.report), by_rule(&after.report));
        let mut fixed: BTreeMap<&str, usize> = BTreeMap::new();
        for code in codes {
            *fixed.entry(code).or_default() += 1;
        }
        let count = |counts: &BTreeMap<&str, usize>, code| counts.get(code).copied().unwrap_or(0);
        if fixed.iter().any(|(code, fixed)| count(&left, code) + fixed > count(&before, code)) {
            return Err("the finding would stay".to_owned());
        }
        if after.report.score.total < self.report.score.total {
            return Err("the score would fall".to_owned());
        }
        Ok(())
    }
}

/// Findings of each rule.
fn by_rule(report: &Report) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for finding in &report.findings {
        *counts.entry(finding.code.as_str()).or_default() += 1;
    }
    counts
}

/// `text` with the edits applied.
fn edited(text: &str, edits: &[&Edit]) -> String {
    let mut edits = edits.to_vec();
    vitae_text::sort_by_key(&mut edits, |edit| edit.range);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.range.start as usize).unwrap_or(""));
        out.push_str(&edit.replacement);
        at = edit.range.end as usize;
    }
    out + text.get(at..).unwrap_or("")
}

/// The words of a text: how they are spaced and wrapped is no difference.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The values of the data that a file holds.
pub(super) fn data(parsed: &Parsed) -> Vec<(String, String)> {
    match &parsed.data {
        Some(data) => leaves_of(data),
        None => leaves_of(&Data::of(&parsed.resume)),
    }
}

/// The values of data by path, in order.
pub(super) fn leaves_of(data: &Data) -> Vec<(String, String)> {
    let mut leaves = Vec::new();
    collect(data, String::new(), &mut leaves);
    leaves
}

fn collect(data: &Data, path: String, leaves: &mut Vec<(String, String)>) {
    match data {
        Data::List(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{path}/{index}"), leaves);
            }
        }
        Data::Fields(fields) => {
            for (key, value) in fields {
                collect(value, format!("{path}/{key}"), leaves);
            }
        }
        Data::Text(text) => leaves.push((path, format!("text {text}"))),
        Data::Number(number) => leaves.push((path, format!("number {number}"))),
        Data::Bool(flag) => leaves.push((path, flag.to_string())),
        Data::Null => leaves.push((path, "null".to_owned())),
    }
}

/// The same names in the same order, and at most `edits` texts that differ.
fn same_data(
    before: &[(String, String)],
    after: &[(String, String)],
    edits: usize,
) -> Result<(), String> {
    let mut changed = 0;
    let mut same = before.len() == after.len();
    for ((old_path, old), (new_path, new)) in before.iter().zip(after) {
        let text = old.starts_with("text ") && new.starts_with("text ");
        same &= old_path == new_path && (old == new || text);
        changed += usize::from(old != new);
    }
    if same && changed <= edits { Ok(()) } else { Err("other data would change".to_owned()) }
}
