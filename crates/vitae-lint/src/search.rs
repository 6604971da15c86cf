//! Finds things in the text of the whole resume: phrases of the pack, cells of a line, e-mail
//! addresses, phone numbers. A context goes in, spans of the document come out.

use crate::Context;
use vitae_document::Line;
use vitae_pack::{PhraseList, SectionKind};
use vitae_text::{TextRange, Token, TokenKind};

/// A phrase of the pack that stands in the resume.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Hit<'a> {
    /// Where; it may reach over a line end.
    pub(crate) range: TextRange,
    /// As the pack has it.
    pub(crate) phrase: &'a str,
}

/// All phrases of `list` in the text, in order.
pub(crate) fn phrases<'a>(context: &Context<'a>, list: PhraseList) -> Vec<Hit<'a>> {
    let tokens = context.tokens();
    let mut hits = Vec::new();
    for (at, found) in context.pack.phrases(list).find_all(tokens) {
        let range = tokens[at].range.cover(tokens[at + found.tokens - 1].range);
        if let Some(phrase) = context.pack.phrase(found.value) {
            hits.push(Hit { range, phrase: phrase.text });
        }
    }
    hits
}

/// Whether `printed` opens its words with capitals wherever `phrase` does. `Job Title` in a
/// template is no `job title` in a sentence.
pub(crate) fn same_capitals(phrase: &str, printed: &str) -> bool {
    let initials = |text: &str| -> Vec<bool> {
        let words = text.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(|word| word.starts_with(char::is_uppercase)).collect()
    };
    let (ours, theirs) = (initials(phrase), initials(printed));
    let shouted = |text: &str| !text.chars().any(char::is_lowercase);
    if shouted(phrase) && phrase.chars().any(char::is_uppercase) {
        return shouted(printed);
    }
    !(ours.len() > 1 && ours.iter().all(|capital| *capital))
        || theirs.iter().all(|capital| *capital)
}

/// Bodies of the sections of these kinds.
pub(crate) fn bodies<'a>(
    context: &'a Context<'_>,
    kinds: &'a [SectionKind],
) -> impl Iterator<Item = TextRange> + 'a {
    let sections = context.parsed.sections.iter();
    sections.filter(|section| kinds.contains(&section.kind)).map(|section| section.body)
}

/// Where contact data stands.
pub(crate) const CONTACT: [SectionKind; 2] = [SectionKind::Header, SectionKind::Contact];

/// The lines that lie in `range`.
pub(crate) fn lines<'a>(context: &Context<'a>, range: TextRange) -> impl Iterator<Item = &'a Line> {
    let lines = &context.document.lines;
    let first = lines.partition_point(|line| line.range.start < range.start);
    lines[first..].iter().take_while(move |line| line.range.end <= range.end)
}

/// The parts of the lines in `range` between bars, dots, bullets and tabs, trimmed.
pub(crate) fn cells(context: &Context<'_>, range: TextRange) -> Vec<TextRange> {
    let text = &context.document.text;
    let mut cells = Vec::new();
    for line in lines(context, range).map(Line::content_range) {
        let mut start = line.start;
        for part in line.of(text).split(['|', '·', '•', '\t', ';']) {
            let end = start + part.len() as u32;
            let left = (part.len() - part.trim_start().len()) as u32;
            let cell = TextRange::new(start + left, start + part.trim_end().len() as u32);
            if !cell.is_empty() {
                cells.push(cell);
            }
            // Of the separators only `·` and `•` are longer than a byte.
            let separator = text.get(end as usize..).and_then(|rest| rest.chars().next());
            start = end + separator.map_or(0, |ch| ch.len_utf8() as u32);
        }
    }
    cells
}

/// Words between white space in `range`, without punctuation at their edges.
pub(crate) fn chunks<'a>(context: &Context<'a>, range: TextRange) -> Vec<(TextRange, &'a str)> {
    let text: &'a str = &context.document.text;
    let slice = range.of(text);
    let mut chunks = Vec::new();
    let mut at = 0;
    for piece in slice.split(|ch: char| {
        ch.is_whitespace() || matches!(ch, '|' | ',' | ';' | '<' | '>' | '(' | ')')
    }) {
        let start = at;
        at += piece.len();
        at += slice[at..].chars().next().map_or(0, char::len_utf8);
        let edge = |ch: char| {
            matches!(ch, '.' | ':' | '"' | '\'' | '`' | '[' | ']' | '“' | '”' | '!' | '?')
        };
        let left = piece.len() - piece.trim_start_matches(edge).len();
        let word = piece.trim_matches(edge);
        if !word.is_empty() {
            let from = range.start as usize + start + left;
            chunks.push((TextRange::at(from, from + word.len()), word));
        }
    }
    chunks
}

/// Spans of e-mail addresses in `range`.
pub(crate) fn emails<'a>(context: &Context<'a>, range: TextRange) -> Vec<(TextRange, &'a str)> {
    let mut found = chunks(context, range);
    found.retain(|(_, word)| is_email(word.trim_start_matches("mailto:")));
    found
}

/// Whether a word has the shape of an e-mail address.
pub(crate) fn is_email(word: &str) -> bool {
    let Some((local, host)) = word.split_once('@') else { return false };
    let host_is_fine = host.contains('.') && !host.contains('@') && !host.contains("..");
    !local.is_empty() && host_is_fine && !host.starts_with('.') && !host.ends_with('.')
}

/// Spans of phone numbers in `range`: 9 to 15 digits with nothing but signs between.
pub(crate) fn phones(context: &Context<'_>, range: TextRange) -> Vec<TextRange> {
    let slice = context.text(range);
    let mut found = Vec::new();
    let mut at = 0;
    let inside = |ch: char| {
        ch.is_ascii_digit() || matches!(ch, '+' | '(' | ')' | '.' | '-' | ' ' | '\u{a0}' | '/')
    };
    while let Some(offset) = slice[at..].find(|ch: char| ch.is_ascii_digit() || ch == '+') {
        let start = at + offset;
        let run =
            slice[start..].find(|ch: char| !inside(ch)).map_or(slice.len(), |len| start + len);
        let number = slice[start..run].trim_end_matches(|ch: char| !ch.is_ascii_digit());
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let glued = slice[..start]
            .chars()
            .next_back()
            .is_some_and(|ch| ch.is_alphanumeric() || matches!(ch, '/' | '.' | '-' | '_'));
        let into_word = slice[run..].starts_with(|ch: char| ch.is_alphanumeric() || ch == '_');
        if (9..=15).contains(&digits) && !glued && !into_word {
            let from = range.start as usize + start;
            found.push(TextRange::at(from, from + number.len()));
        }
        at = run.max(start + 1);
    }
    found
}

/// Words as a reader counts them: two characters of a script without spaces are one.
pub(crate) fn word_count(text: &str) -> usize {
    let unspaced = |ch: char| matches!(ch, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    let (mut words, mut characters, mut inside) = (0, 0, false);
    if text.is_ascii() {
        // The same, without taking characters apart.
        for byte in text.bytes() {
            let word = byte.is_ascii_alphanumeric();
            words += usize::from(word && !inside);
            inside = word || inside && !matches!(byte, b'\t'..=b'\r' | b' ');
        }
        return words;
    }
    for ch in text.chars() {
        if ch.is_ascii_alphanumeric() {
            words += usize::from(!inside);
            inside = true;
        } else if ch.is_ascii_graphic() {
            // Signs are no words, and part none.
        } else if ch.is_whitespace() {
            inside = false;
        } else if unspaced(ch) {
            characters += 1;
            inside = false;
        } else if ch.is_alphanumeric() {
            words += usize::from(!inside);
            inside = true;
        }
    }
    words + usize::div_ceil(characters, 2)
}

/// Part of an address, a path or a package: `github.example.com/…`, `@scope/javascript`, and the
/// `.net` of `shop.example.net`, which brings its own dot.
pub(crate) fn in_address(text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
    let joint = |token: &Token| matches!(token.range.of(text), "." | "/" | "@" | "_" | ":");
    let word = |token: &Token| token.kind != TokenKind::Symbol;
    let dot = tokens[first].range.of(text) == ".";
    let before = first > 0
        && tokens[first].glued
        && (joint(&tokens[first - 1]) || dot && word(&tokens[first - 1]));
    let glued = |index: usize| tokens.get(index).is_some_and(|token| token.glued);
    before || glued(last + 1) && joint(&tokens[last + 1]) && glued(last + 2)
}
