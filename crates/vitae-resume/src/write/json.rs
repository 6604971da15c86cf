//! Canonical JSON Resume: two spaces, the fields of the schema in its order, then unknown fields in
//! the order in which they came, a line end at the end.

use crate::Resume;

/// Writes JSON Resume. Reading it back gives an equal resume; writing that gives the same bytes.
#[must_use]
pub fn to_json_resume(resume: &Resume) -> String {
    // Strings, lists and mappings with text keys: there is nothing that JSON could not hold.
    let mut text = serde_json::to_string_pretty(resume).unwrap_or_else(|_| "{}".to_owned());
    text.push('\n');
    text
}
