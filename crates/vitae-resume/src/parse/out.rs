//! Collects the result: fields with their sources, joined texts, and at the end the leftovers, which
//! are all lines that nothing covers.

use super::dates::{DateSpan, DateStyle, DayOrder};
use super::rows::{Row, Rows};
use crate::{Confidence, Doubt, FieldSource, Leftover, Parsed, PartialDate, Ranges};
use vitae_document::Document;
use vitae_text::{TextRange, fold_key, tokenize};

/// A value with where it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) text: String,
    pub(crate) ranges: Ranges,
    pub(crate) confidence: u8,
    pub(crate) doubt: Option<Doubt>,
}

impl Found {
    /// The same, but guessed.
    pub(crate) fn guessed(self, doubt: Doubt) -> Self {
        Self { confidence: self.confidence.min(GUESS), doubt: Some(doubt), ..self }
    }
}

/// How sure a guess is: below [`Confidence::DOUBTFUL`].
const GUESS: u8 = 50;

/// The parse in the making.
pub(crate) struct Out<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) parsed: Parsed,
    covered: Vec<TextRange>,
    words: Option<Vec<u64>>,
}

impl<'a> Out<'a> {
    pub(crate) fn new(doc: &'a Document) -> Self {
        Self {
            doc,
            parsed: Parsed::default(),
            covered: Vec::with_capacity(doc.lines.len() * 2),
            words: None,
        }
    }

    /// Records the source of the field at `pointer`.
    pub(crate) fn source(&mut self, pointer: String, ranges: &[TextRange], confidence: u8) {
        self.covered.extend_from_slice(ranges);
        let source = FieldSource {
            ranges: Ranges::from_slice(ranges),
            confidence: Confidence(confidence),
            printed: None,
            doubt: None,
        };
        self.parsed.sources.insert(pointer, source);
    }

    /// Records a value and gives its text back.
    pub(crate) fn take(&mut self, pointer: String, found: Found) -> String {
        if !found.text.is_empty() {
            self.covered.extend_from_slice(&found.ranges);
            let source = FieldSource {
                ranges: found.ranges,
                confidence: Confidence(found.confidence),
                printed: None,
                doubt: found.doubt,
            };
            self.parsed.sources.insert(pointer, source);
        }
        found.text
    }

    /// Records a value as the field `name` of the entry at `base`.
    pub(crate) fn take_at(&mut self, base: &str, name: &str, found: Found) -> String {
        if found.text.is_empty() { found.text } else { self.take(under(base, name), found) }
    }

    /// Records a date; quarters and seasons keep their printed text beside the year.
    pub(crate) fn date(
        &mut self,
        pointer: String,
        date: Option<PartialDate>,
        span: &DateSpan,
    ) -> String {
        let Some(mut date) = date else { return String::new() };
        let coarse = matches!(span.style, DateStyle::Quarter | DateStyle::Season);
        if coarse {
            date.month = None;
            date.day = None;
        }
        let doubt = (span.day_order == DayOrder::Unclear).then_some(Doubt::DayOrMonth);
        let sure = match doubt {
            Some(_) => GUESS,
            None if coarse => 75,
            None => 95,
        };
        self.covered.push(span.range);
        let source = FieldSource {
            ranges: Ranges::from_slice(&[span.range]),
            confidence: Confidence(sure),
            printed: Some(span.range.of(&self.doc.text).to_owned()),
            doubt,
        };
        self.parsed.sources.insert(pointer, source);
        date.to_string()
    }

    /// Says that `range` was understood without becoming a field (headings, labels, table heads).
    pub(crate) fn cover(&mut self, range: TextRange) {
        self.covered.push(range);
    }

    /// The text of several pieces, lines joined with a space.
    pub(crate) fn join(&mut self, pieces: &[TextRange], confidence: u8) -> Found {
        self.join_lines(Ranges::from_slice(pieces), confidence)
    }

    /// The same for pieces that nobody else needs.
    pub(crate) fn join_lines(&mut self, mut ranges: Ranges, confidence: u8) -> Found {
        ranges.retain(|piece| !piece.is_empty());
        let length = ranges.iter().map(|piece| piece.len() as usize + 1).sum();
        let mut text = String::with_capacity(length);
        for piece in &ranges {
            let slice = piece.of(&self.doc.text);
            self.glue(&mut text, slice);
            push_spaced(&mut text, slice);
        }
        Found { text, ranges, confidence, doubt: None }
    }

    /// What stands between two joined lines: a space, nothing between letters that need none, and
    /// nothing after a hyphen, which goes when the joined word is known.
    fn glue(&mut self, text: &mut String, next: &str) {
        let Some(last) = text.chars().next_back() else { return };
        let Some(first) = next.chars().next() else { return };
        if last == '\u{ad}' {
            text.pop();
        } else if matches!(last, '-' | '\u{2010}') && first.is_alphabetic() && inside_word(text) {
            if !first.is_lowercase() {
                return;
            }
            let head = text[..text.len() - last.len_utf8()]
                .rsplit(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or("");
            let tail = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            let whole = format!("{head}{tail}");
            if self.knows(&whole) {
                text.pop();
            }
        } else if !(is_unspaced(last) && is_unspaced(first)) {
            text.push(' ');
        }
    }

    /// Whether the word stands elsewhere in the document.
    fn knows(&mut self, word: &str) -> bool {
        let doc = self.doc;
        let words = self.words.get_or_insert_with(|| {
            let mut keys: Vec<u64> = tokenize(&doc.text).iter().map(|token| token.key).collect();
            vitae_text::sort(&mut keys);
            keys
        });
        words.binary_search(&fold_key(word)).is_ok()
    }

    /// The text of rows `from..to`, joined.
    pub(crate) fn join_rows(&mut self, rows: &[Row], confidence: u8) -> Found {
        self.join_lines(rows.iter().map(|row| row.range).collect(), confidence)
    }

    /// Adds every line that nothing covers to the leftovers, and sorts them.
    pub(crate) fn finish(mut self, rows: &Rows) -> Parsed {
        self.covered.retain(|range| !range.is_empty());
        vitae_text::sort(&mut self.covered);
        for row in &rows.rows {
            let end = self.doc.lines[row.line].range.end.max(row.range.end);
            let range = TextRange::new(row.range.start, end);
            self.leave(range);
        }
        self.parsed
    }

    /// Records what of `range` is not covered: the whole of it, or stretches of three words or more.
    fn leave(&mut self, range: TextRange) {
        let first = self.covered.partition_point(|one| one.start < range.start);
        let mut at = range.start;
        let mut touched = false;
        // One that began before may reach in; they are sorted by start, so look back a little.
        for one in &self.covered[first.saturating_sub(8)..first] {
            if one.end > at {
                at = one.end.min(range.end);
                touched = true;
            }
        }
        let mut gaps: Vec<TextRange> = Vec::new();
        for one in self.covered[first..].iter().take_while(|one| one.start < range.end) {
            touched = true;
            if one.start > at {
                gaps.push(TextRange::new(at, one.start));
            }
            at = at.max(one.end.min(range.end));
        }
        if at < range.end {
            gaps.push(TextRange::new(at, range.end));
        }
        for gap in gaps {
            let text = gap.of(&self.doc.text);
            let words = text
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .count();
            if !touched || words >= 3 {
                let range = super::rows::visible(&self.doc.text, gap);
                if !range.is_empty() {
                    self.parsed.leftovers.push(Leftover { range });
                }
            }
        }
    }
}

/// The JSON pointer of a field. There are hundreds in a resume, and formatting them takes its time.
pub(crate) fn under(base: &str, name: &str) -> String {
    let mut pointer = String::with_capacity(base.len() + 1 + name.len());
    pointer.push_str(base);
    pointer.push('/');
    pointer.push_str(name);
    pointer
}

/// The JSON pointer of an item of a list.
pub(crate) fn item(base: &str, index: usize) -> String {
    match u8::try_from(index) {
        Ok(digit @ 0..=9) => under(base, char::from(b'0' + digit).encode_utf8(&mut [0])),
        _ => under(base, &index.to_string()),
    }
}

/// Adds `slice` with runs of white space as one space.
fn push_spaced(text: &mut String, slice: &str) {
    if !slice.contains(['\t', '\n']) && !slice.contains("  ") {
        text.push_str(slice);
        return;
    }
    let mut gap = false;
    for ch in slice.chars() {
        if ch.is_whitespace() {
            gap = true;
        } else {
            if gap {
                text.push(' ');
            }
            gap = false;
            text.push(ch);
        }
    }
}

/// The hyphen at the end stands after a letter.
fn inside_word(text: &str) -> bool {
    text.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
}

/// Kana and Han are written without spaces.
fn is_unspaced(ch: char) -> bool {
    matches!(ch, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '、' | '。')
}
