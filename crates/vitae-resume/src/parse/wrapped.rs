//! Repairs contact data that a narrow column broke: addresses that go on in the next line, and phone
//! numbers that ran into a house number. Contact data goes in and comes out.

use super::contact::{Contact, Piece};
use super::phone;
use super::rows::is_url;
use super::web::find_emails;
use crate::Confidence;
use std::ops::Range;
use vitae_document::Document;
use vitae_text::TextRange;

/// Puts broken addresses together and cuts phone numbers that are too long.
pub(crate) fn mend(doc: &Document, contact: &mut Contact, blocks: &[Range<usize>]) {
    let mut used = Vec::new();
    mend_emails(contact);
    mend_cut_email(doc, contact, &mut used);
    if contact.emails.is_empty() {
        contact.emails.extend(broken_email(doc, blocks, &mut used));
    }
    if let Some(url) = &mut contact.url {
        mend_address(doc, &mut url.value, &mut url.range, &mut used);
    }
    for profile in &mut contact.profiles {
        let before = profile.url.clone();
        mend_address(doc, &mut profile.url, &mut profile.range, &mut used);
        if before != profile.url && !profile.username.is_empty() {
            let path = profile.url.trim_end_matches('/');
            profile.username =
                path.rsplit('/').next().unwrap_or("").trim_start_matches('@').to_owned();
        }
    }
    for phone in &mut contact.phones {
        cut_phone(doc, phone);
    }
    for range in used {
        contact.consumed.add(range);
    }
}

/// A link knows the whole address of which a line shows the beginning.
fn mend_emails(contact: &mut Contact) {
    let Some(first) = contact.emails.first() else { return };
    let (value, range) = (first.value.clone(), first.range);
    let whole = contact.emails.iter().skip(1).find(|other| {
        other.range.is_empty() && other.value.len() > value.len() && other.value.starts_with(&value)
    });
    if let Some(whole) = whole {
        contact.emails[0] = Piece { range, ..whole.clone() };
    }
}

/// Domains that addresses end in most; any other end may be one that a line break cut.
const USUAL_ENDS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "int", "io", "dev", "me", "co", "uk", "us", "ca", "au",
    "nz", "de", "fr", "es", "it", "pt", "br", "mx", "ar", "cl", "nl", "be", "ch", "at", "se", "no",
    "dk", "fi", "pl", "cz", "ru", "ua", "tr", "il", "in", "jp", "kr", "cn", "tw", "hk", "sg", "my",
    "id", "th", "vn", "ph", "za", "ng", "ke", "eg", "ae", "ie", "eu", "info", "biz", "app", "tech",
    "xyz", "ai", "name", "test",
];

/// `name@example.or` with `g` on the next line.
fn mend_cut_email(doc: &Document, contact: &mut Contact, used: &mut Vec<TextRange>) {
    let Some(email) = contact.emails.first_mut().filter(|email| !email.range.is_empty()) else {
        return;
    };
    let usual =
        |address: &str| address.rsplit('.').next().is_some_and(|end| USUAL_ENDS.contains(&end));
    let Some(word) = next_word(doc, email.range.end).filter(|word| is_alone(doc, *word)) else {
        return;
    };
    let whole = format!("{}{}", email.value, word.of(&doc.text));
    let one = find_emails(&whole).first().is_some_and(|found| found.len() as usize == whole.len());
    if !usual(&email.value) && usual(&whole) && one {
        used.push(word);
        email.value = whole;
        email.range = email.range.cover(word);
    }
}

/// An address of which no line shows the whole: from its link, or from two lines.
fn broken_email(
    doc: &Document,
    blocks: &[Range<usize>],
    used: &mut Vec<TextRange>,
) -> Option<Piece> {
    let lines = || blocks.iter().flat_map(|block| doc.lines.get(block.clone()).unwrap_or(&[]));
    for line in lines().filter(|line| line.range.of(&doc.text).contains('@')) {
        let text = line.range.of(&doc.text);
        let word = text.rsplit(char::is_whitespace).next().unwrap_or("");
        let first = TextRange::new(line.range.end - word.len() as u32, line.range.end);
        let Some(second) = next_word(doc, line.range.end).filter(|_| word.contains('@')) else {
            continue;
        };
        let value = format!("{word}{}", second.of(&doc.text));
        if find_emails(&value).first().is_some_and(|found| found.len() as usize == value.len()) {
            used.extend([first, second]);
            let range = first.cover(second);
            return Some(Piece { value, range, confidence: Confidence(85) });
        }
    }
    let touches = |range: TextRange| lines().any(|line| line.range.overlaps(range));
    let links = doc.links.iter().filter(|link| touches(link.range));
    let address = links.filter_map(|link| link.uri.trim().strip_prefix("mailto:")).next()?;
    let value = address.split('?').next().unwrap_or(address).to_owned();
    Some(Piece { value, range: TextRange::default(), confidence: Confidence(80) })
}

/// The first word of the line that continues the one ending at `end`, when it may be part of an
/// address.
fn next_word(doc: &Document, end: u32) -> Option<TextRange> {
    let index = doc.line_at(end)?;
    let (line, next) = (doc.lines.get(index)?, doc.lines.get(index + 1)?);
    let rest = TextRange::new(end, line.range.end).of(&doc.text);
    if !rest.trim().is_empty() || next.opens_block || next.region != line.region {
        return None;
    }
    let text = next.range.of(&doc.text);
    let left = text.len() - text.trim_start().len();
    let word = text[left..].split(char::is_whitespace).next().unwrap_or("");
    let plain = !word.is_empty()
        && word.chars().all(|ch| ch.is_ascii_alphanumeric() || "-._~/%?=&#+@".contains(ch));
    let start = next.range.start as usize + left;
    plain.then(|| TextRange::at(start, start + word.len()))
}

/// An address whose rest stands on the next line, or whose beginning was hyphenated away.
fn mend_address(
    doc: &Document,
    value: &mut String,
    range: &mut TextRange,
    used: &mut Vec<TextRange>,
) {
    if value.is_empty() || range.is_empty() {
        return;
    }
    let text = doc.text.as_str();
    let printed = range.of(text).to_owned();
    // The link knew the whole already.
    if let Some(word) = next_word(doc, range.end).filter(|word| is_alone(doc, *word))
        && value.trim_end_matches('/').ends_with(&format!("{printed}{}", word.of(text)))
    {
        used.push(word);
        *range = range.cover(word);
        return;
    }
    if value.ends_with(&printed)
        && let Some(word) = next_word(doc, range.end)
        && !is_url(word.of(text))
        && !word.of(text).contains('@')
        && is_alone(doc, word)
    {
        value.push_str(word.of(text));
        used.push(word);
        *range = range.cover(word);
        return;
    }
    let Some(head) = hyphenated_before(doc, *range) else { return };
    let head_text = head.of(text).trim_end_matches('-');
    if let Some(at) = value.find(&printed) {
        value.insert_str(at, head_text);
        used.push(head);
        *range = range.cover(head);
    }
}

/// Nothing else stands on the line of the word.
fn is_alone(doc: &Document, word: TextRange) -> bool {
    doc.line_at(word.start)
        .and_then(|index| doc.lines.get(index))
        .is_some_and(|line| line.range.of(&doc.text).trim().len() == word.len() as usize)
}

/// The hyphenated word at the end of the line above an address that opens its line.
fn hyphenated_before(doc: &Document, range: TextRange) -> Option<TextRange> {
    let index = doc.line_at(range.start)?;
    let line = doc.lines.get(index)?;
    let above = doc.lines.get(index.checked_sub(1)?)?;
    let opens = TextRange::new(line.range.start, range.start).of(&doc.text).trim().is_empty();
    if line.opens_block || !opens {
        return None;
    }
    let text = above.range.of(&doc.text);
    let word = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let letters = word.strip_suffix('-')?;
    let plain = letters.len() >= 2
        && letters.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '.' | '-'));
    plain.then(|| TextRange::new(above.range.end - word.len() as u32, above.range.end))
}

/// A number with more digits than any has ran into what follows: whole groups go from its end.
fn cut_phone(doc: &Document, phone: &mut Piece) {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let most = if phone.value.starts_with('+') {
        phone::most_digits(&phone.value)
    } else if phone.value.starts_with('0') {
        11
    } else {
        10
    };
    let after = &doc.text[phone.range.end as usize..];
    let runs_on =
        after.trim_start_matches(' ').starts_with(|ch: char| ch.is_alphabetic() || ch == ',');
    if phone.range.is_empty() || !runs_on {
        return;
    }
    while digits(&phone.value) > most {
        let Some((head, _)) = phone.value.rsplit_once(' ') else { return };
        if digits(head) < 7 {
            return;
        }
        phone.value = head.trim_end().to_owned();
        phone.range.end = phone.range.start + phone.value.len() as u32;
    }
}
