//! What stands around a printed date: words and dashes that join two, and the signs that a number is
//! part of something else (a version, a phone number, a count). Also the scanning that all of it uses.

use super::date_points::Point;
use super::date_words as words;
use super::dates::{DateStyle, Finder};

impl Finder<'_> {
    /// Past a dash, tilde, arrow or word between two dates, and whether it is a word.
    pub(super) fn connector(&self, at: usize) -> Option<(usize, bool)> {
        let blank = self.skip_blank(at);
        let rest = &self.text[blank..];
        let dashes = rest
            .char_indices()
            .take(3)
            .find(|(_, ch)| !words::is_dash(*ch))
            .map_or(rest.len().min(9), |(offset, _)| offset);
        if dashes > 0 && rest.is_char_boundary(dashes) {
            return Some((self.skip_blank(blank + dashes), false));
        }
        for word in ["から", "부터"] {
            if rest.starts_with(word) {
                return Some((self.skip_blank(blank + word.len()), true));
            }
        }
        let end = self.word_end(blank);
        (blank > at && words::is_to(&self.text[blank..end])).then(|| (self.skip_blank(end), true))
    }

    /// Nothing more stands in the field: end of text, line, cell or bracket.
    pub(super) fn closes(&self, at: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        matches!(before, Some('\t' | '\n'))
            || self.char_at(at).is_none_or(|ch| matches!(ch, '\n' | '\t' | ')' | ']' | '|' | '\r'))
    }

    pub(super) fn digit_before(&self, at: usize) -> bool {
        self.text[..at].chars().next_back().is_some_and(|ch| ch.is_ascii_digit())
    }

    /// What stands before does not make the number part of something else.
    pub(super) fn edge_is_free(&self, point: &Point, floor: usize, range: bool) -> bool {
        let before = self.text.get(floor..point.start).unwrap_or("");
        let mut back = before.chars().rev();
        let Some(last) = back.next() else { return true };
        let second = back.next();
        if !self.bytes[point.start].is_ascii_digit() {
            return !last.is_alphanumeric() || words::is_cjk(last);
        }
        match last {
            ' ' | '\u{a0}' => {
                let number = second.is_some_and(|ch| ch.is_ascii_digit());
                range || !(number && point.style == DateStyle::YearOnly)
            }
            '-' | '–' | '‐' => {
                let word = before.trim_end_matches(last);
                second.is_none_or(char::is_whitespace) || words::ends_with_time_word(word)
            }
            ':' => {
                second.is_none_or(|ch| ch.is_alphabetic() || ch == ' ') && {
                    let word = before.trim_end_matches(':');
                    let word = &word[word.ceil_char_boundary(word.len().saturating_sub(40))..];
                    word.rsplit(char::is_whitespace).next().is_none_or(|word| {
                        word.starts_with(|ch: char| ch.is_uppercase() || words::is_cjk(ch))
                    })
                }
            }
            '/' | '.' | ',' | '#' | '$' | '€' | '£' | '¥' | '+' | '@' | '_' | '&' | '=' | '~'
            | '<' | '>' | '%' | '\\' | '±' | '≈' => {
                // A separator between fields may be glued to the date: `Berlin,2019`.
                matches!(last, ',') && second.is_some_and(char::is_alphabetic)
            }
            last => !last.is_alphanumeric() || words::is_cjk(last),
        }
    }

    /// What stands after does not make the number part of something else.
    pub(super) fn tail_is_free(&self, end: usize) -> bool {
        let mut ahead = self.text[end..].chars();
        let Some(first) = ahead.next() else { return true };
        let second = ahead.next();
        match first {
            '%' | '+' | '_' | '@' | '°' | '=' | '×' | '\\' => false,
            '.' | ',' | ':' | '/' | '-' | '\'' | '’' => {
                !second
                    .is_some_and(|ch| ch.is_ascii_digit() || (ch.is_alphabetic() && first != ','))
                    || (matches!(first, ':' | '/') && second.is_some_and(|ch| ch.is_uppercase()))
            }
            first => !first.is_alphanumeric() || words::is_cjk(first),
        }
    }

    /// A date without a partner: counts, product names and groups of a phone number are not.
    pub(super) fn plausible_alone(&self, point: &Point) -> bool {
        let before = &self.text[..point.start];
        let after = &self.text[point.end..];
        let lower_after =
            after.starts_with(' ') && after[1..].starts_with(|ch: char| ch.is_ascii_lowercase());
        match point.style {
            DateStyle::YearOnly => {
                let year = point.year.unwrap_or(0);
                let number_after = after.starts_with([' ', '\u{a0}'])
                    && after.trim_start().starts_with(|ch: char| ch.is_ascii_digit());
                let counted = year.is_multiple_of(100) && lower_after;
                !number_after && !counted && !words::ends_with_product(before)
            }
            DateStyle::DotMonth | DateStyle::FullDate => {
                let printed = &self.text[point.start..point.end];
                let short = matches!(printed.len(), 6 | 8 | 9) && printed.find('.') == Some(4);
                let word_before = before.trim_end().ends_with(|ch: char| ch.is_ascii_alphabetic());
                // `Tool 2021.3` and `Tool 2021.3.1` are versions; dates there have two digits.
                !(words::ends_with_product(before) || short && word_before)
            }
            DateStyle::TwoDigitYear => !(self.bytes[point.start].is_ascii_digit() && lower_after),
            DateStyle::MonthDotYear | DateStyle::MonthDashYear => !words::ends_with_product(before),
            _ => true,
        }
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    pub(super) fn letter_at(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(|ch| ch.is_alphanumeric() && !words::is_cjk(ch))
    }

    /// The number at `at` (0 when there is none) and its end. Long runs saturate.
    pub(super) fn digits(&self, at: usize) -> (u32, usize) {
        let run = self.bytes.get(at..).unwrap_or(&[]);
        let len = run.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let value = run[..len]
            .iter()
            .fold(0u32, |sum, byte| sum.saturating_mul(10).saturating_add(u32::from(byte - b'0')));
        (value, at + len)
    }

    pub(super) fn word_end(&self, at: usize) -> usize {
        let rest = &self.text[at.min(self.text.len())..];
        let len = rest
            .char_indices()
            .find(|(_, ch)| !ch.is_alphabetic())
            .map_or(rest.len(), |(offset, _)| offset);
        at + len
    }

    /// Past at most twelve characters of `skip`; bounded, so that a line of blanks is not walked
    /// again from each of its words.
    pub(super) fn skip_any(&self, at: usize, skip: &[char]) -> usize {
        let rest = self.text.get(at..).unwrap_or("").chars().take(12);
        at + rest.take_while(|ch| skip.contains(ch)).map(char::len_utf8).sum::<usize>()
    }

    pub(super) fn skip_blank(&self, at: usize) -> usize {
        self.skip_any(at, &[' ', '\t', '\u{b}', '\u{a0}', '\u{3000}', '\u{2009}', '\u{202f}'])
    }

    /// Past `of`, `de`, `del` and the like between month and year.
    pub(super) fn skip_linking(&self, at: usize) -> usize {
        let end = self.word_end(at);
        if words::links_month_and_year(&self.text[at..end]) { self.skip_blank(end) } else { at }
    }

    /// Past the dot of an abbreviation.
    pub(super) fn after_abbreviation(&self, at: usize) -> usize {
        at + usize::from(self.bytes.get(at) == Some(&b'.'))
    }

    pub(super) fn eat(&self, at: usize, any: &[char]) -> Option<usize> {
        let ch = self.char_at(at).filter(|ch| any.contains(ch))?;
        Some(at + ch.len_utf8())
    }
}
