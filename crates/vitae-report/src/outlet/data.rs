//! JSON: the report itself, for programs.

use crate::Report;

/// The report as JSON over many lines.
#[must_use]
pub fn json(report: &Report) -> String {
    // A report holds only strings, numbers and keys that are strings: writing it cannot fail.
    serde_json::to_string_pretty(report).unwrap_or_default() + "\n"
}

/// The report as JSON on one line.
#[must_use]
pub fn jsonl(report: &Report) -> String {
    serde_json::to_string(report).unwrap_or_default() + "\n"
}
