//! Front matter: the YAML between `---` at the top. Values that a resume shows (name, title, contact,
//! profiles) become lines of the document, unless the top of the body has them as well.

use super::Reader;
use std::ops::Range;
use vitae_document::{LineRole, NewLine};

/// Keys whose values a resume shows.
const KEYS: &[&str] = &[
    "name", "author", "label", "headline", "position", "title", "email", "phone", "tel", "mobile",
    "website", "homepage", "url", "link", "href", "github", "gitlab", "linkedin", "location",
    "address", "mastodon", "blog", "web", "site",
];

/// Keys of lists and mappings whose entries are addresses and accounts.
const LISTS: &[&str] = &[
    "profiles",
    "links",
    "social",
    "socials",
    "contact",
    "accounts",
    "urls",
    "websites",
    "author",
    "basics",
    "social_links",
    "contacts",
];

pub(super) fn write(reader: &mut Reader<'_>, text: &str, range: Range<usize>) {
    if reader.source.get(range.clone()) != Some(text) {
        return;
    }
    let body = reader.source.get(range.end..).unwrap_or("");
    let top = &body[..top_end(body)];
    let (mut start, mut listed) = (range.start, false);
    let mut network: Option<Range<usize>> = None;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let field = field(line);
        if !line.starts_with([' ', '\t', '-']) {
            listed = field.value.is_empty() && LISTS.contains(&field.key.as_str());
        } else if !listed {
            continue;
        }
        if line.trim_start().starts_with('-') {
            network = None;
        }
        let (value, key) = (field.value, field.key.as_str());
        let from = at + field.offset;
        let place = from..from + value.len();
        if value.is_empty() || value.starts_with(['[', '{', '|', '>', '&', '*']) {
            continue;
        }
        if listed && key == "network" {
            network = Some(place);
            continue;
        }
        let account = listed && matches!(key, "username" | "user" | "handle");
        let address = listed && key.is_empty() && is_address(value);
        if !(account || address || KEYS.contains(&key)) || top.contains(value) {
            continue;
        }
        let named = matches!(key, "name" | "author") && !listed;
        let heading = named && reader.builder.text().is_empty();
        let role = if heading { LineRole::Heading(1) } else { LineRole::Text };
        reader.builder.end_line();
        reader.next = Some(NewLine { role, ..NewLine::default() });
        if account {
            let Some(network) = network.clone() else { continue };
            let name = reader.source.get(network.clone()).unwrap_or("").to_owned();
            reader.push(&name, network);
            reader.push(": ", from..from);
        }
        reader.push(value, place);
    }
    reader.builder.end_line();
}

/// A line of YAML: its key, its value without quotes, and where the value begins in the line.
struct Field<'a> {
    key: String,
    value: &'a str,
    offset: usize,
}

fn field(line: &str) -> Field<'_> {
    let inner = line.trim_start().trim_start_matches("- ").trim_start();
    let (key, raw) = match inner.split_once(':') {
        Some((key, rest)) if rest.is_empty() || rest.starts_with(char::is_whitespace) => {
            (key.trim().to_ascii_lowercase(), rest)
        }
        _ => (String::new(), inner),
    };
    let value = raw.trim().trim_matches(['"', '\'']);
    let begin = line.len() - raw.len();
    let offset = begin + raw.find(value).unwrap_or(0);
    Field { key, value, offset }
}

fn is_address(value: &str) -> bool {
    let plain = !value.contains(char::is_whitespace);
    let hosted = value.split_once('/').is_some_and(|(host, _)| host.contains('.'));
    plain && (hosted || value.contains("://") || value.starts_with("www.") || value.contains('@'))
}

/// The end of the part of the body that stands above its second heading.
fn top_end(body: &str) -> usize {
    let mut at = 0;
    let mut headings = 0;
    for line in body.split_inclusive('\n') {
        headings += usize::from(line.starts_with('#'));
        if headings == 2 || line.starts_with("##") {
            return at;
        }
        at += line.len();
    }
    body.len()
}
