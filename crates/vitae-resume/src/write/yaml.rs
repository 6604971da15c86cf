//! YAML with the fields of JSON Resume, for people to read and edit: block style, plain scalars where
//! no reader of YAML 1.1 or 1.2 could take them for something else, literal blocks for paragraphs.

use crate::{Data, Resume};
use std::fmt::Write as _;

/// Writes YAML. Reading it back gives an equal resume.
#[must_use]
pub fn to_yaml(resume: &Resume) -> String {
    yaml(&Data::of(resume))
}

/// Writes data as YAML.
pub(crate) fn yaml(data: &Data) -> String {
    let mut yaml = String::new();
    if data.is_block() {
        block(&mut yaml, data, 0);
    } else {
        yaml.push_str("{}\n");
    }
    yaml
}

/// The lines of a list or mapping that is not empty.
fn block(yaml: &mut String, data: &Data, indent: usize) {
    match data {
        Data::Fields(fields) => {
            for (key, value) in fields {
                pad(yaml, indent);
                entry(yaml, key, value, indent);
            }
        }
        Data::List(items) => {
            for item in items {
                pad(yaml, indent);
                yaml.push('-');
                element(yaml, item, indent);
            }
        }
        _ => {}
    }
}

fn pad(yaml: &mut String, indent: usize) {
    yaml.extend(std::iter::repeat_n(' ', indent));
}

/// `key: value` at the open line.
fn entry(yaml: &mut String, key: &str, value: &Data, indent: usize) {
    yaml.push_str(&inline(key));
    yaml.push(':');
    if value.is_block() {
        yaml.push('\n');
        block(yaml, value, indent + 2);
    } else {
        yaml.push(' ');
        scalar(yaml, value, indent + 2);
    }
}

/// An element after its `-`; the first field of a mapping stands on the same line.
fn element(yaml: &mut String, item: &Data, indent: usize) {
    match item {
        Data::Fields(fields) if !fields.is_empty() => {
            for (index, (key, value)) in fields.iter().enumerate() {
                if index == 0 {
                    yaml.push(' ');
                } else {
                    pad(yaml, indent + 2);
                }
                entry(yaml, key, value, indent + 2);
            }
        }
        Data::List(inner) if !inner.is_empty() => {
            yaml.push('\n');
            block(yaml, item, indent + 2);
        }
        _ => {
            yaml.push(' ');
            scalar(yaml, item, indent + 2);
        }
    }
}

fn scalar(yaml: &mut String, value: &Data, indent: usize) {
    match value {
        Data::Null => yaml.push_str("null"),
        Data::Bool(flag) => yaml.push_str(if *flag { "true" } else { "false" }),
        Data::Number(number) => yaml.push_str(number),
        Data::Text(text) if is_literal(text) => {
            yaml.push_str("|-");
            for line in text.split('\n') {
                yaml.push('\n');
                if !line.is_empty() {
                    pad(yaml, indent);
                    yaml.push_str(line);
                }
            }
        }
        Data::Text(text) => yaml.push_str(&inline(text)),
        Data::List(_) => yaml.push_str("[]"),
        Data::Fields(_) => yaml.push_str("{}"),
    }
    yaml.push('\n');
}

/// A paragraph that a literal block holds as it is.
fn is_literal(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with([' ', '\n', '\t'])
        && !text.ends_with('\n')
        && text.chars().all(|ch| ch == '\n' || is_printable(ch))
        && text.split('\n').all(|line| !line.ends_with([' ', '\t']) && !line.starts_with('\t'))
}

fn is_printable(ch: char) -> bool {
    matches!(ch, ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
        && !matches!(ch, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// A scalar on one line, quoted where it has to be.
fn inline(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let single = text.chars().all(is_printable) && text.contains(['"', '\\']);
    if single {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for ch in text.chars() {
        match ch {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            ch if is_printable(ch) => quoted.push(ch),
            ch => {
                let code = u32::from(ch);
                let _ = if code > 0xffff {
                    write!(quoted, "\\U{code:08X}")
                } else {
                    write!(quoted, "\\u{code:04X}")
                };
            }
        }
    }
    quoted.push('"');
    quoted
}

/// Words that YAML 1.1 or 1.2 read as something other than text.
const WORDS: &[&str] =
    &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf"];

/// Whether a text may stand without quotes.
fn is_plain(text: &str) -> bool {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
        return false;
    };
    // Dates such as 2021-03 are text for the core schema, and a reader expects them without quotes.
    let date = matches!(text.len(), 7 | 10) && crate::PartialDate::parse_iso(text).is_some();
    let opens = first.is_alphabetic() || first == '(' || first == '/' || date;
    opens
        && !last.is_whitespace()
        && last != ':'
        && text.chars().all(is_printable)
        && !text.contains(": ")
        && !text.contains(" #")
        && !(text.len() > 200 && text.contains(':'))
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}
