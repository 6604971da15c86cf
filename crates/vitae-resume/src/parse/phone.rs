//! Phone numbers in a line of text: international, bracketed, with spaces, dots, dashes or slashes.
//! Numbers of other things (ids, postal codes) are told apart by their length, form and label.

use super::word_set::WordSet;
use vitae_text::TextRange;

/// Words before a number that is no phone number.
const OTHER_NUMBERS: WordSet = WordSet::new(&[
    "id",
    "no",
    "nr",
    "passport",
    "zip",
    "plz",
    "postcode",
    "pin",
    "vat",
    "tax",
    "cpf",
    "nif",
    "reg",
    "registration",
    "orcid",
    "ref",
    "fax",
    "birth",
    "born",
    "dob",
    "score",
    "gpa",
]);
/// Words before a phone number.
const PHONE_LABELS: WordSet = WordSet::new(&[
    "phone",
    "tel",
    "telephone",
    "telefon",
    "mobile",
    "mobil",
    "cell",
    "cellphone",
    "handy",
    "m",
    "t",
    "p",
    "ph",
    "mob",
    "téléphone",
    "telefone",
    "celular",
    "móvil",
    "teléfono",
    "전화",
    "연락처",
    "電話",
    "电话",
    "whatsapp",
    "call",
    "contact",
    "휴대폰",
]);
const PLACE_LABELS: WordSet = WordSet::new(&[
    "address",
    "location",
    "adresse",
    "anschrift",
    "wohnort",
    "endereço",
    "dirección",
    "based in",
    "city",
    "residence",
    "lives in",
    "ubicación",
    "localização",
    "주소",
    "거주지",
    "城市",
    "现居",
    "现居地",
    "所在地",
    "居住地",
    "wohnhaft",
    "localité",
    "ciudad",
    "cidade",
    "place",
    "residing in",
    "住所",
    "地址",
    "standort",
    "lieu",
    "home",
    "current location",
]);

/// Whether a label announces a place.
pub(crate) fn is_place_label(label: &str) -> bool {
    PLACE_LABELS.holds(label)
}

/// Phone numbers in `text`, each with how sure (0 to 100).
pub(crate) fn find_phones(text: &str) -> Vec<(TextRange, u8)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) =
        text[at..].find(|ch: char| ch.is_ascii_digit() || matches!(ch, '+' | '('))
    {
        let start = at + offset;
        let end = candidate_end(text, start);
        if let Some(hit) = judge(text, start, end) {
            found.push(hit);
        }
        at = end.max(start + 1);
    }
    found
}

/// Where the run of digits and their punctuation ends.
fn candidate_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut blanks = 0;
    let mut depth = 0i32;
    for (offset, ch) in text[start..].char_indices() {
        let at = start + offset;
        match ch {
            '0'..='9' => {
                end = at + 1;
                blanks = 0;
            }
            '+' if offset == 0 => {}
            '(' if depth == 0 => depth = 1,
            ')' if depth == 1 => {
                depth = 0;
                end = at + 1;
            }
            ' ' | '\u{a0}' | '\u{2009}' => {
                blanks += 1;
                if blanks > 2 {
                    break;
                }
            }
            '-' | '.' | '/' | '‑' | '–' | '‐' => {}
            _ => break,
        }
        // Longer than any number with its punctuation.
        if offset > 40 {
            break;
        }
    }
    end
}

fn judge(text: &str, start: usize, end: usize) -> Option<(TextRange, u8)> {
    let end = without_next_number(text, start, end);
    let slice = text.get(start..end)?;
    let opened = slice.matches('(').count() > slice.matches(')').count();
    let start = if opened && slice.starts_with('(') { start + 1 } else { start };
    let slice = text.get(start..end)?;
    let digits = slice.bytes().filter(u8::is_ascii_digit).count();
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let glued = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '#' | '$' | '€' | '£' | '@');
    if !(7..=15).contains(&digits) || before.is_some_and(glued) || after.is_some_and(glued) {
        return None;
    }
    let label = label_before(&text[..start]);
    if OTHER_NUMBERS.holds(label) {
        return None;
    }
    let international = slice.starts_with('+') || slice.starts_with("00");
    let labelled = PHONE_LABELS.holds(label);
    let grouped = slice.contains([' ', '-', '.', '(', '/', '\u{a0}']);
    let range = TextRange::at(start, end);
    let sure = match digits {
        _ if international || labelled => 96,
        10.. if grouped || slice.starts_with('0') => 92,
        10..=11 => 75,
        9 if grouped => 80,
        9 => 60,
        _ if slice.starts_with(['(', '0']) && grouped => 70,
        _ => return None,
    };
    Some((range, sure))
}

/// The end of the number, where more digits follow than any number has: groups of what comes next
/// go from its end.
fn without_next_number(text: &str, start: usize, end: usize) -> usize {
    let mut end = end;
    loop {
        let Some(slice) = text.get(start..end) else { return end };
        // The zero of `+44 (0)20 …` is no digit of the number.
        let trunk = usize::from(slice.contains("(0)"));
        let digits = slice.bytes().filter(u8::is_ascii_digit).count() - trunk;
        let most = if slice.starts_with('+') { most_digits(slice).max(12) } else { 15 };
        if digits <= most {
            return end;
        }
        let Some(cut) = slice.rfind(' ') else { return end };
        end = start + slice[..cut].trim_end().len();
    }
}

/// How many digits an international number has at most, its country code counted; from the national
/// numbering plans, twelve where none is known here.
pub(crate) fn most_digits(number: &str) -> usize {
    const PLANS: &[(&str, usize)] = &[
        ("1", 11),
        ("31", 11),
        ("32", 11),
        ("33", 11),
        ("34", 11),
        ("41", 11),
        ("44", 12),
        ("45", 10),
        ("46", 11),
        ("47", 10),
        ("48", 11),
        ("61", 11),
        ("64", 12),
        ("65", 10),
        ("81", 12),
        ("82", 12),
        ("86", 13),
        ("91", 12),
        ("351", 12),
        ("353", 12),
        ("372", 11),
        ("420", 12),
        ("852", 11),
    ];
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    PLANS.iter().find(|(code, _)| digits.starts_with(code)).map_or(12, |(_, most)| *most)
}

/// The last word before a number, past a colon and a dot.
fn label_before(before: &str) -> &str {
    let rest = before.trim_end_matches([' ', ':', '.', '#', '\u{a0}']);
    let start = rest
        .char_indices()
        .rev()
        .take(16)
        .take_while(|(_, ch)| ch.is_alphabetic())
        .last()
        .map_or(rest.len(), |(at, _)| at);
    &rest[start..]
}
