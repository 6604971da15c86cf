//! Where a person lives, from one printed field: `2218 E Example Loop, Tucson, AZ 85719`,
//! `04275 Leipzig`, `Recife – PE, 50030-150`. A string goes in, pieces with ranges in it come out.

use vitae_pack::{Pack, PlaceKind};
use vitae_text::{TextRange, tokenize};

/// The pieces of a place, as ranges of the text they were read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Street and number.
    pub(crate) address: Option<TextRange>,
    /// City.
    pub(crate) city: Option<TextRange>,
    /// State, province or region.
    pub(crate) region: Option<TextRange>,
    /// Postal code.
    pub(crate) postal_code: Option<TextRange>,
    /// The country as printed, and its code.
    pub(crate) country: Option<(TextRange, String)>,
    /// How much speaks for a place: 0 nothing, 1 its form alone, 2 and more a code or a known name.
    pub(crate) evidence: u8,
}

/// Reads a place; `None` when the text cannot be one.
pub(crate) fn read_place(text: &str, pack: &Pack) -> Option<Place> {
    if text.len() > 160 || !text.contains(char::is_alphabetic) {
        return None;
    }
    let mut place = Place::default();
    let mut names: Vec<TextRange> = Vec::new();
    let mut streets: Vec<TextRange> = Vec::new();
    for part in parts(text) {
        read_part(text, part, pack, &mut place, &mut names, &mut streets);
    }
    place.address = streets.iter().copied().reduce(TextRange::cover);
    // Names between street and city belong to the street (`Flat 4, Mill House, High Street`).
    let last_street = streets.last().map_or(0, |street| street.end);
    if place.city.is_none() {
        let known = names.iter().position(|name| is_city(name.of(text), pack));
        let after = names.iter().position(|name| name.start >= last_street);
        if let Some(index) = known.or(after).or_else(|| names.len().checked_sub(1)) {
            place.evidence += u8::from(known.is_some()) * 2;
            place.city = Some(names.remove(index));
        }
    }
    let city = place.city?;
    if place.region.is_none()
        && let Some(index) = names.iter().position(|name| name.start > city.start)
    {
        place.region = Some(names.remove(index));
    }
    if let Some(street) = place.address {
        let before = names.iter().filter(|name| name.end <= city.start);
        place.address = Some(before.fold(street, |all, name| all.cover(*name)));
    }
    let words = city.of(text).split_whitespace().count();
    let form =
        words <= 4 && city.of(text).starts_with(|ch: char| ch.is_uppercase() || !ch.is_ascii());
    place.evidence += u8::from(form && text.contains(','));
    form.then_some(place)
}

/// Cuts at commas, dashes with spaces and brackets.
fn parts(text: &str) -> Vec<TextRange> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut push = |start: usize, end: usize| {
        let piece = &text[start..end];
        let left = start + piece.len() - piece.trim_start().len();
        let right = left + piece.trim().len();
        if right > left {
            parts.push(TextRange::at(left, right));
        }
    };
    for (at, ch) in text.char_indices() {
        let spaced = text[..at].ends_with(' ') && text[at + ch.len_utf8()..].starts_with(' ');
        if matches!(ch, ',' | '(' | ')' | ';') || (spaced && matches!(ch, '-' | '–' | '—' | '/'))
        {
            push(start, at);
            start = at + ch.len_utf8();
        }
    }
    push(start, text.len());
    parts
}

fn read_part(
    text: &str,
    part: TextRange,
    pack: &Pack,
    place: &mut Place,
    names: &mut Vec<TextRange>,
    streets: &mut Vec<TextRange>,
) {
    let piece = part.of(text);
    if let Some(code) = country(piece, pack) {
        place.country = Some((part, code.to_owned()));
        place.evidence += 2;
        return;
    }
    if is_state(piece, pack) && !names.is_empty() {
        place.region = Some(part);
        place.evidence += 2;
        return;
    }
    if let Some(code) = postal_code(piece) {
        place.evidence += 2;
        place.postal_code = Some(code.shift(part.start));
        let before = trim(text, TextRange::new(part.start, part.start + code.start));
        let after = trim(text, TextRange::new(part.start + code.end, part.end));
        for rest in [before, after].into_iter().filter(|rest| !rest.is_empty()) {
            if is_state(rest.of(text), pack) {
                place.region = Some(rest);
            } else if rest.of(text).bytes().any(|byte| byte.is_ascii_digit()) {
                streets.push(rest);
            } else if place.city.is_none() {
                place.city = Some(rest);
            }
        }
        return;
    }
    if piece.chars().any(char::is_numeric) {
        streets.push(part);
    } else {
        names.push(part);
    }
}

/// The code of the country that a text as a whole names.
pub(crate) fn country<'a>(text: &str, pack: &'a Pack) -> Option<&'a str> {
    whole_place(text, pack, PlaceKind::Country)
}

fn is_city(text: &str, pack: &Pack) -> bool {
    whole_place(text, pack, PlaceKind::City).is_some()
}

/// The country of a place that a text as a whole names.
fn whole_place<'a>(text: &str, pack: &'a Pack, kind: PlaceKind) -> Option<&'a str> {
    if text.len() > 60 {
        return None;
    }
    let tokens = tokenize(text);
    let found = pack.place(&tokens)?;
    (found.tokens == tokens.len() && found.value.kind == kind).then_some(found.value.country)
}

fn is_state(text: &str, pack: &Pack) -> bool {
    pack.region_code(text).is_some()
}

fn trim(text: &str, range: TextRange) -> TextRange {
    let piece = range.of(text);
    let left = piece.len() - piece.trim_start().len();
    let right = piece.trim_end().len().max(left);
    TextRange::at(left, right).shift(range.start)
}

/// The postal code at the start or end of a part, where its form and place say so.
fn postal_code(piece: &str) -> Option<TextRange> {
    let words: Vec<TextRange> = words(piece);
    let last = *words.last()?;
    let first = *words.first()?;
    let of = |range: TextRange| range.of(piece);
    // Two words at the end: `EH9 2QT`, `M5V 2T6`, `560 001`, `411 045`.
    if let [.., one, two] = words.as_slice() {
        let uk = is_outward(of(*one)) && is_inward(of(*two));
        let india = digits(of(*one), 3) && digits(of(*two), 3);
        if uk || india {
            return Some(one.cover(*two));
        }
    }
    // `1012 AB Amsterdam`
    if let [one, two, _, ..] = words.as_slice()
        && digits(of(*one), 4)
        && of(*two).len() == 2
        && of(*two).bytes().all(|byte| byte.is_ascii_uppercase())
    {
        return Some(one.cover(*two));
    }
    let coded = |word: &str| {
        digits(word, 5)
            || digits(word, 6)
            || word.split_once('-').is_some_and(|(a, b)| {
                (digits(a, 5) && (digits(b, 4) || digits(b, 3)))
                    || (digits(a, 3) && digits(b, 4))
                    || (digits(a, 2) && digits(b, 3))
                    || (a.len() <= 2
                        && a.bytes().all(|c| c.is_ascii_uppercase())
                        && (digits(b, 4) || digits(b, 5)))
            })
            || word.strip_prefix('〒').is_some_and(|rest| rest.len() >= 7)
    };
    if coded(of(first)) {
        return Some(first);
    }
    // `Main Street 12345` is a street; a city stands before its code with few words.
    if words.len() > 1 && coded(of(last)) && words.len() <= 4 {
        return Some(last);
    }
    // Four digits (Austria, Switzerland, Denmark) only before a name.
    let name = words.len() > 1 && of(words[1]).starts_with(char::is_uppercase);
    (digits(of(first), 4) && name && words.len() <= 3).then_some(first)
}

fn words(text: &str) -> Vec<TextRange> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, ch) in text.char_indices() {
        match (ch.is_whitespace(), start) {
            (true, Some(from)) => {
                words.push(TextRange::at(from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words.extend(start.map(|from| TextRange::at(from, text.len())));
    words
}

fn digits(word: &str, len: usize) -> bool {
    word.len() == len && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first half of a British or Canadian code.
fn is_outward(word: &str) -> bool {
    let bytes = word.as_bytes();
    (2..=4).contains(&bytes.len())
        && bytes[0].is_ascii_uppercase()
        && bytes.iter().any(u8::is_ascii_digit)
        && bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn is_inward(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 3
        && bytes[0].is_ascii_digit()
        && (bytes[1].is_ascii_uppercase() || bytes[1].is_ascii_digit())
        && (bytes[2].is_ascii_uppercase() || bytes[2].is_ascii_digit())
        && !digits(word, 3)
}
