//! Finds printed dates and periods in a piece of text: `Mar 2021 – Present`, `03/2021 - 05/2022`,
//! `2021.03 ~ 현재`, `Summer 2024`, `since 2019`. Text in, spans with their dates out. Versions,
//! phone numbers, standards and counts are not dates; a year alone in prose is reported as a year.

use super::date_points::Point;
use super::date_words as words;
use crate::PartialDate;
use vitae_pack::Pack;
use vitae_text::TextRange;

/// How a date is printed. Rules on consistency compare these.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DateStyle {
    /// `March 2021`.
    MonthNameYear,
    /// `Mar 2021`, `Sept. 2021`.
    AbbrevMonthYear,
    /// `May 2021`, `June 2021`: a name so short that it fits both styles above.
    ShortMonthYear,
    /// `03/2021`.
    MonthSlashYear,
    /// `03.2021`.
    MonthDotYear,
    /// `03-2021`.
    MonthDashYear,
    /// `2021-03`.
    IsoMonth,
    /// `2021.03`.
    DotMonth,
    /// `2021/03`.
    YearSlashMonth,
    /// `2021`.
    YearOnly,
    /// `Q2 2021`.
    Quarter,
    /// `Summer 2024`.
    Season,
    /// `Feb '23`, `06/21`.
    TwoDigitYear,
    /// With a day: `1 Mar 2021`, `2021-03-01`.
    FullDate,
    /// `2021年3月`, `2021년 3월`.
    Cjk,
}

/// The order of day and month in `03/04/2021`.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayOrder {
    /// No day is printed, or the month is a word or stands where it can only be the month.
    #[default]
    Clear,
    /// The first number is a day, for no month is as high.
    DayFirst,
    /// The second number is a day, for no month is as high.
    MonthFirst,
    /// Both could be the month; the first is taken for it.
    Unclear,
}

/// A date or period that was found.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct DateSpan {
    /// Its bytes in the searched text, with words such as `since` and `expected`.
    pub range: TextRange,
    /// Where it begins; the date itself when it is no period.
    pub start: Option<PartialDate>,
    /// Where it ends.
    pub end: Option<PartialDate>,
    /// It goes on until today.
    pub current: bool,
    /// It is a period, if only by one of its ends.
    pub is_range: bool,
    /// It is announced, not reached (`Expected May 2026`).
    pub expected: bool,
    /// How it is printed; of a period, its first date.
    pub style: DateStyle,
    /// Which of day and month stands first.
    pub day_order: DayOrder,
}

/// All dates and periods of `text` from left to right, without overlap.
#[must_use]
pub fn find_dates(text: &str, pack: &Pack) -> Vec<DateSpan> {
    let mut found = Vec::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return found;
    }
    let finder = Finder { text, bytes: text.as_bytes(), pack };
    let mut at = 0;
    let mut digit = 0;
    while at < text.len() {
        if digit < at || digit == 0 {
            let rest = text.as_bytes()[at..].iter().position(u8::is_ascii_digit);
            let Some(offset) = rest else { break };
            digit = at + offset;
        }
        // Words far from any digit open no date; prose is mostly such words.
        if digit > at + REACH {
            at = finder.next_start(text.floor_char_boundary(digit - REACH));
            continue;
        }
        let floor = found.last().map_or(0, |span: &DateSpan| span.range.end as usize);
        match finder.span_at(at, floor) {
            Some(span) => {
                at = (span.range.end as usize).max(at + 1);
                found.push(span);
            }
            None => at = finder.next_start(at),
        }
    }
    found
}

/// Bytes between the first word of a date and its first digit, at most.
const REACH: usize = 48;

/// A line in which dates are looked for.
pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) pack: &'a Pack,
}

impl Finder<'_> {
    /// The next place where a word or a number begins.
    fn next_start(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let mut chars = rest.char_indices();
        let Some((_, first)) = chars.next() else { return self.text.len() };
        let mut before = first;
        for (offset, ch) in chars {
            let begins = if ch.is_ascii_digit() {
                !before.is_ascii_digit()
            } else if ch.is_alphabetic() {
                !before.is_alphanumeric()
            } else {
                matches!(ch, '\'' | '’')
            };
            if begins {
                return at + offset;
            }
            before = ch;
        }
        self.text.len()
    }

    /// A span that begins exactly at `at`; nothing before `floor` belongs to it.
    fn span_at(&self, at: usize, floor: usize) -> Option<DateSpan> {
        let first = self.char_at(at)?;
        if !(first.is_alphanumeric() || matches!(first, '\'' | '’')) {
            return None;
        }
        let span = if first.is_alphabetic() { self.prefixed(at) } else { None };
        let span = match span {
            Some(span) => span,
            None => self.period(at, floor)?,
        };
        Some(self.with_expected_after(span))
    }

    /// `since 2019`, `until May 2020`, `expected May 2026`.
    fn prefixed(&self, at: usize) -> Option<DateSpan> {
        let end = self.word_end(at);
        let kind = words::prefix(&self.text[at..end])?;
        let mut next = self.skip_blank(end);
        if kind == words::Prefix::Expected {
            // "Expected graduation: May 2026", "Expected in 2026".
            for _ in 0..3 {
                if self.point(next).is_some_and(|point| point.year.is_some()) {
                    break;
                }
                let end = self.word_end(next);
                if end == next || !words::may_follow_expected(&self.text[next..end]) {
                    break;
                }
                next = self.skip_any(end, &[' ', ':', ',']);
            }
        }
        let mut span = self.period(next, next)?;
        span.range.start = TextRange::at(at, at).start;
        match kind {
            words::Prefix::Expected => span.expected = true,
            _ if span.is_range => {}
            words::Prefix::Of => return None,
            words::Prefix::Since => (span.is_range, span.current) = (true, true),
            words::Prefix::Until => {
                let end = self.point(next)?.date(true);
                (span.is_range, span.start, span.end) = (true, None, end);
            }
        }
        Some(span)
    }

    /// `2020 – 2022 (expected)`.
    fn with_expected_after(&self, mut span: DateSpan) -> DateSpan {
        let end = span.range.end as usize;
        let word = self.skip_any(end, &[' ', '(', ',', '[']);
        let word_end = self.word_end(word);
        if word > end
            && words::prefix(&self.text[word..word_end]) == Some(words::Prefix::Expected)
            && self.point(self.skip_blank(word_end)).is_none()
        {
            span.expected = true;
            let opened = self.text[end..word].contains(['(', '[']);
            let close =
                usize::from(opened && matches!(self.bytes.get(word_end), Some(b')' | b']')));
            span.range.end = TextRange::at(word_end + close, word_end + close).start;
        }
        span
    }

    /// A date, or a period of two.
    fn period(&self, at: usize, floor: usize) -> Option<DateSpan> {
        let first = self.point(at)?;
        let mut span = DateSpan {
            range: TextRange::at(first.start, first.end),
            start: first.date(false),
            end: None,
            current: false,
            is_range: false,
            expected: false,
            style: first.style,
            day_order: first.day_order,
        };
        // `2019 to date`: here `to` is no connector.
        let blank = self.skip_blank(first.end);
        if blank > first.end
            && first.year.is_some()
            && let Some(end) = words::present(self.text, blank, self.pack)
            && self.text[blank..end].contains(' ')
        {
            span.range.end = TextRange::at(end, end).start;
            (span.current, span.is_range) = (true, true);
            return Some(span);
        }
        if let Some((next, spelled)) = self.connector(first.end) {
            if let Some((end, start)) = self.second(&first, next) {
                if !self.edge_is_free(&first, floor, true) || !self.tail_is_free(end.end) {
                    return None;
                }
                span.range.end = TextRange::at(end.end, end.end).start;
                (span.start, span.end, span.is_range) = (start, end.date(true), true);
                span.order_of_both(end.day_order);
                return self.ordered(span).map(|span| self.with_cjk_until(span));
            }
            if first.year.is_some() && !self.digit_before(at) {
                if let Some(end) = words::present(self.text, next, self.pack) {
                    span.range.end = TextRange::at(end, end).start;
                    (span.current, span.is_range) = (true, true);
                    return Some(span);
                }
                if !spelled && self.closes(next) && !first.weak {
                    let dash = self.text[..next].trim_end().len();
                    span.range.end = TextRange::at(dash, dash).start;
                    (span.current, span.is_range) = (true, true);
                    return Some(span);
                }
            }
        }
        let single = first.year.is_some()
            && !first.weak
            && self.edge_is_free(&first, floor, false)
            && self.tail_is_free(first.end)
            && self.plausible_alone(&first);
        single.then_some(span)
    }

    /// The second date of a period, and the start with a year lent by the end.
    fn second(&self, first: &Point, at: usize) -> Option<(Point, Option<PartialDate>)> {
        if let Some(end) = self.point(at).filter(|end| end.year.is_some()) {
            let start = Point { year: first.year.or(end.year), ..*first };
            // `2016-20` is a period, `06/21` after a dash is a date.
            return Some((end, start.date(false)));
        }
        // `2019–21`
        let year = first.year.filter(|_| first.style == DateStyle::YearOnly)?;
        let (digits, end) = self.digits(at);
        let short = u16::try_from(digits).ok().filter(|_| end - at == 2)?;
        let full = year - year % 100 + short;
        (full > year && self.tail_is_free(end)).then_some((
            Point {
                start: at,
                end,
                year: Some(full),
                months: None,
                day: None,
                style: DateStyle::YearOnly,
                day_order: DayOrder::Clear,
                weak: false,
            },
            first.date(false),
        ))
    }

    /// A period that ends before it begins is two numbers.
    fn ordered(&self, span: DateSpan) -> Option<DateSpan> {
        let years = (span.start?.year, span.end?.year);
        (years.1 >= years.0 && years.1 - years.0 <= 60).then_some(span)
    }

    /// `2020年4月から2021年3月まで`: the last word belongs to the period.
    fn with_cjk_until(&self, mut span: DateSpan) -> DateSpan {
        let rest = &self.text[span.range.end as usize..];
        for word in ["まで", "까지"] {
            if rest.starts_with(word) {
                span.range.end += word.len() as u32;
            }
        }
        span
    }
}

impl DateSpan {
    /// Of the two ends of a period, one that is sure decides for the other.
    fn order_of_both(&mut self, end: DayOrder) {
        let sure = [self.day_order, end]
            .into_iter()
            .find(|order| matches!(order, DayOrder::DayFirst | DayOrder::MonthFirst));
        if self.day_order == DayOrder::Clear {
            self.day_order = end;
        }
        if let Some(sure) = sure {
            self.day_order = DayOrder::Unclear;
            self.settle_day_order(sure == DayOrder::DayFirst);
        }
    }

    /// Takes the first number for the day where either could be.
    pub(crate) fn settle_day_order(&mut self, day_first: bool) {
        if self.day_order != DayOrder::Unclear {
            return;
        }
        self.day_order = if day_first { DayOrder::DayFirst } else { DayOrder::MonthFirst };
        for date in [&mut self.start, &mut self.end].into_iter().flatten() {
            if let (true, Some(month), Some(day @ 1..=12)) = (day_first, date.month, date.day) {
                (date.month, date.day) = (Some(day), Some(month));
            }
        }
    }
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;
