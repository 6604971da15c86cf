//! Front matter: the lines `key: value` between `---` at the top. Values that a resume shows (name,
//! contact) become lines of the document, unless the body has them as well.

use super::Reader;
use std::ops::Range;
use vitae_document::{LineRole, NewLine};

const KEYS: &[&str] = &[
    "name", "author", "label", "headline", "position", "email", "phone", "tel", "mobile",
    "website", "homepage", "url", "github", "gitlab", "linkedin", "location", "address",
];

pub(super) fn write(reader: &mut Reader<'_>, text: &str, range: Range<usize>) {
    if reader.source.get(range.clone()) != Some(text) {
        return;
    }
    let body = reader.source.get(range.end..).unwrap_or("");
    let mut start = range.start;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let Some((key, value)) = line.split_once(':') else { continue };
        let known = KEYS.contains(&key.trim_end().to_ascii_lowercase().as_str());
        let value = value.trim().trim_matches(['"', '\'']);
        if !known
            || value.is_empty()
            || value.starts_with(['[', '{', '|', '>', '&', '*'])
            || body.contains(value)
        {
            continue;
        }
        let from = at + line.find(value).unwrap_or(0);
        let name = reader.builder.text().is_empty() && matches!(key.trim_end(), "name" | "author");
        let role = if name { LineRole::Heading(1) } else { LineRole::Text };
        reader.builder.end_line();
        reader.next = Some(NewLine { role, ..NewLine::default() });
        reader.push(value, from..from + value.len());
    }
    reader.builder.end_line();
}
