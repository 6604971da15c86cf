//! Hides who a report is about: a report goes in, and comes out without the name, addresses, phone
//! numbers, links and the name of the file, wherever they stand. In the text each hidden letter
//! becomes one `x` for each of its bytes, so that every range stays right.

use crate::report::{Field, Finding, Report, Suppressed, Waived};
use crate::terminal;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use vitae_document::Hazard;
use vitae_lint::Group;
use vitae_text::TextRange;

/// Keys of findings whose values are ours.
const OURS: &[&str] = &["code", "name", "severity", "group", "applicability", "by"];
/// Fields of `basics` that say who somebody is, by the end of their pointer.
const IDENTITY: [&str; 9] = [
    "/basics/name",
    "/basics/email",
    "/basics/phone",
    "/basics/url",
    "/basics/image",
    "/basics/location/address",
    "/basics/location/postalCode",
    "/url",
    "/username",
];

impl Report {
    /// Hides who this is; the resume becomes number `number`.
    pub fn anonymise(&mut self, number: usize) {
        let identity = Identity::of(self);
        let masked = identity.text(self);
        self.findings = identity.hidden(&self.findings, OURS);
        self.suppressed = identity.hidden::<Vec<Suppressed>>(&self.suppressed, OURS);
        self.waived = identity.hidden::<Vec<Waived>>(&self.waived, OURS);
        self.hazards = identity.hidden::<Vec<Hazard>>(&self.hazards, &["kind"]);
        self.resume = identity.hidden(&self.resume, &[]);
        self.fields = std::mem::take(&mut self.fields)
            .iter()
            .map(|(pointer, field)| (pointer.clone(), identity.field(field)))
            .collect();
        for reason in self.score.reason.iter_mut() {
            *reason = identity.mask(reason);
        }
        for line in &mut self.score.ledger {
            line.measure = identity.mask(&line.measure);
        }
        self.document.text = masked;
        let text = &self.document.text;
        for finding in &mut self.findings {
            again(finding, text);
        }
        for suppressed in &mut self.suppressed {
            again(&mut suppressed.finding, text);
        }
        let name = self.file.name.as_deref().unwrap_or("");
        let extension = name.rsplit_once('.').map(|(_, extension)| extension);
        let extension = extension.filter(|ext| ext.len() <= 8 && !ext.contains(['/', '\\']));
        let extension = extension.map_or(String::new(), |extension| format!(".{extension}"));
        self.file.name = Some(format!("resume-{number:03}{extension}"));
    }
}

/// Excerpts were cut before; a name may stand across the cut. What a privacy rule points at is hidden
/// in its message as well.
fn again(finding: &mut Finding, text: &str) {
    if finding.group == Group::Privacy {
        finding.message = between_ticks(&finding.message);
        finding.fix = None;
    }
    if let Some(range) = finding.range {
        let line = range.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        finding.excerpt = Some(terminal::cut(&line, 160));
    }
}

fn between_ticks(message: &str) -> String {
    let parts = message.split('`').enumerate();
    let parts: Vec<String> = parts
        .map(|(index, part)| if index % 2 == 1 { hide(part) } else { part.to_owned() })
        .collect();
    parts.join("`")
}

/// What is to be hidden.
struct Identity {
    /// Whole values, the longest first.
    values: Vec<String>,
    /// Words of the name, as printed and in capitals.
    words: Vec<String>,
}

impl Identity {
    fn of(report: &Report) -> Self {
        let mut values: Vec<String> = Vec::new();
        let basics = &report.resume.basics;
        let printed = report.fields.iter().filter(|(pointer, _)| names_somebody(pointer));
        for (_, field) in printed {
            values.extend(field.printed.clone());
            values.extend(
                field.ranges.iter().map(|range| range.of(&report.document.text).to_owned()),
            );
        }
        let location = &basics.location;
        values.extend(
            [&basics.name, &basics.email, &basics.phone, &basics.url, &basics.image]
                .map(Clone::clone),
        );
        values.extend([location.address.clone(), location.postal_code.clone()]);
        for profile in &basics.profiles {
            values.extend([profile.url.clone(), profile.username.clone()]);
        }
        values.extend(report.resume.references.iter().map(|reference| reference.name.clone()));
        if let Some(file) = &report.file.name {
            let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
            let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
            values.extend([file.clone(), base.to_owned()]);
            // A file called `cv` names nobody, and `cv` may stand in any text.
            values.extend((stem.len() >= 6).then(|| stem.to_owned()));
        }
        values.iter_mut().for_each(|value| *value = value.trim().to_owned());
        values.retain(|value| value.chars().count() >= 3);
        values.sort_by_key(|value| (std::cmp::Reverse(value.len()), value.clone()));
        values.dedup();
        let names = report.resume.references.iter().map(|reference| reference.name.as_str());
        let words = names.chain([basics.name.as_str()]).flat_map(|name| {
            let words = name.split(|ch: char| !ch.is_alphanumeric());
            words
                .filter(|word| word.chars().count() >= 3)
                .flat_map(|word| [word.to_owned(), word.to_uppercase()])
        });
        Self { words: words.collect(), values }
    }

    /// The text of the document: by place where fields stand and where privacy rules point, by value
    /// everywhere.
    fn text(&self, report: &Report) -> String {
        let mut text = report.document.text.clone();
        let fields = report.fields.iter().filter(|(pointer, _)| names_somebody(pointer));
        let mut ranges: Vec<TextRange> =
            fields.flat_map(|(_, field)| field.ranges.iter().copied()).collect();
        let findings = report.findings.iter();
        let findings = findings.chain(report.suppressed.iter().map(|one| &one.finding));
        for finding in findings.filter(|finding| finding.group == Group::Privacy) {
            ranges.extend(finding.range.into_iter().chain(finding.also.iter().copied()));
        }
        for range in ranges {
            let range = range.start as usize..range.end as usize;
            if let Some(part) = text.get(range.clone()) {
                let part = hide(part);
                text.replace_range(range, &part);
            }
        }
        self.mask(&text)
    }

    /// A text with everything hidden that says who this is; as many bytes as before.
    fn mask(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for value in &self.values {
            if text.contains(value.as_str()) {
                text = text.replace(value.as_str(), &hide(value));
            }
        }
        let mut out = String::with_capacity(text.len());
        for piece in text.split_inclusive(char::is_whitespace) {
            if is_address(piece) {
                out.push_str(&hide(piece))
            } else {
                out.push_str(&self.words_of(piece))
            }
        }
        out
    }

    /// `Robin's` hides `Robin`; `Robinson` stays.
    fn words_of(&self, piece: &str) -> String {
        let mut out = String::with_capacity(piece.len());
        let mut word = String::new();
        let end = |word: &mut String, out: &mut String| {
            if self.words.iter().any(|name| name == word) {
                out.push_str(&hide(word));
            } else {
                out.push_str(word);
            }
            word.clear();
        };
        for ch in piece.chars() {
            if ch.is_alphanumeric() {
                word.push(ch);
            } else {
                end(&mut word, &mut out);
                out.push(ch);
            }
        }
        end(&mut word, &mut out);
        out
    }

    fn field(&self, field: &Field) -> Field {
        Field { printed: field.printed.as_deref().map(|text| self.mask(text)), ..field.clone() }
    }

    /// Any part of a report with its texts masked, but for the values of `ours`. What cannot be put
    /// together again is left out: nothing may slip through.
    fn hidden<T: Serialize + DeserializeOwned + Default>(&self, part: &T, ours: &[&str]) -> T {
        let mut value = serde_json::to_value(part).unwrap_or_default();
        self.walk(&mut value, ours);
        serde_json::from_value(value).unwrap_or_default()
    }

    fn walk(&self, value: &mut Value, ours: &[&str]) {
        match value {
            Value::String(text) => *text = self.mask(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.walk(item, ours)),
            Value::Object(fields) => {
                let fields = fields.iter_mut().filter(|(key, _)| !ours.contains(&key.as_str()));
                fields.for_each(|(_, value)| self.walk(value, ours));
            }
            _ => {}
        }
    }
}

fn names_somebody(pointer: &str) -> bool {
    IDENTITY.iter().any(|end| pointer.ends_with(end)) || pointer.starts_with("/references/")
}

/// E-mail addresses, web addresses, data of pictures, international phone numbers.
fn is_address(piece: &str) -> bool {
    let lower = piece.to_ascii_lowercase();
    let digits = piece.bytes().filter(u8::is_ascii_digit).count();
    let known =
        ["://", "www.", "mailto:", "data:image", "linkedin.com", "github.com", "gitlab.com"];
    known.iter().any(|sign| lower.contains(sign))
        || piece
            .split_once('@')
            .is_some_and(|(local, host)| !local.is_empty() && host.contains('.'))
        || piece.starts_with('+') && digits >= 8
}

/// Letters and digits become `x`, one for each byte.
fn hide(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        if ch.is_alphanumeric() || !ch.is_ascii() && !ch.is_whitespace() {
            out.extend(std::iter::repeat_n('x', ch.len_utf8()));
        } else {
            out.push(ch);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_bytes_as_before() {
        let identity = Identity {
            values: vec!["zoe@example.com".to_owned()],
            words: vec!["Zoë".to_owned(), "ZOË".to_owned()],
        };
        let text = "Zoë's ZOË Zoëlla · zoe@example.com https://example.com/zoe +44 20 7946 0000";
        let masked = identity.mask(text);
        assert_eq!(masked.len(), text.len());
        assert!(masked.starts_with("xxxx's xxxx Zoëlla · xxx@xxxxxxx.xxx "), "{masked}");
        assert!(!masked.contains("zoe"), "{masked}");
    }
}
