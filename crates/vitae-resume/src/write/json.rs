//! Canonical JSON: two spaces, names in the order of the data, numbers as they are written, nothing
//! escaped that needs no escape, a line end at the end.

use crate::{Data, Resume};

/// Writes JSON Resume: the fields of the schema in its order, then unknown fields in the order in
/// which they came. Reading it back gives an equal resume; writing that gives the same bytes.
#[must_use]
pub fn to_json_resume(resume: &Resume) -> String {
    json(&Data::of(resume))
}

/// Writes data as canonical JSON.
pub(crate) fn json(data: &Data) -> String {
    let mut text = String::new();
    value(&mut text, data, 0);
    text.push('\n');
    text
}

fn value(text: &mut String, data: &Data, indent: usize) {
    match data {
        Data::Null => text.push_str("null"),
        Data::Bool(flag) => text.push_str(if *flag { "true" } else { "false" }),
        Data::Number(number) => text.push_str(number),
        Data::Text(string) => quoted(text, string),
        Data::List(items) => block(text, ['[', ']'], indent, items, |text, item| {
            value(text, item, indent + 2);
        }),
        Data::Fields(fields) => block(text, ['{', '}'], indent, fields, |text, (key, item)| {
            quoted(text, key);
            text.push_str(": ");
            value(text, item, indent + 2);
        }),
    }
}

/// One line for each item between the brackets.
fn block<T>(
    text: &mut String,
    [open, close]: [char; 2],
    indent: usize,
    items: &[T],
    mut write: impl FnMut(&mut String, &T),
) {
    let line = |text: &mut String, indent| {
        text.push('\n');
        text.extend(std::iter::repeat_n(' ', indent));
    };
    text.push(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        line(text, indent + 2);
        write(text, item);
    }
    if !items.is_empty() {
        line(text, indent);
    }
    text.push(close);
}

fn quoted(text: &mut String, string: &str) {
    // A string is always JSON.
    text.push_str(&serde_json::to_string(string).unwrap_or_default());
}
