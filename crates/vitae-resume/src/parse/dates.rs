//! Finds printed dates and periods in a piece of text: `Mar 2021 – Present`, `03/2021 - 05/2022`,
//! `2021.03 ~ 현재`, `Summer 2024`, `since 2019`. Text in, spans with their dates out. Versions,
//! phone numbers, standards and counts are not dates; a year alone in prose is reported as a year.

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

/// One date on the way to a span. The year may still be missing (`Jan` of `Jan – Mar 2021`).
#[derive(Copy, Clone, Debug)]
struct Point {
    start: usize,
    end: usize,
    year: Option<u16>,
    /// First and last month that it names.
    months: Option<(u8, u8)>,
    day: Option<u8>,
    style: DateStyle,
    day_order: DayOrder,
    /// Too much like a number or a day of a month to be a date on its own.
    weak: bool,
}

impl Point {
    fn date(&self, end: bool) -> Option<PartialDate> {
        let month = self.months.map(|(first, last)| if end { last } else { first });
        Some(PartialDate { year: self.year?, month, day: self.day.filter(|_| month.is_some()) })
    }
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

struct Finder<'a> {
    text: &'a str,
    bytes: &'a [u8],
    pack: &'a Pack,
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

    /// A date that begins exactly at `at`.
    fn point(&self, at: usize) -> Option<Point> {
        let first = self.char_at(at)?;
        if first.is_ascii_digit() {
            self.numeric(at)
        } else if matches!(first, '\'' | '’' | '‘') {
            let (year, end) = self.short_year(at)?;
            Some(self.make(at, end, year, None, DateStyle::TwoDigitYear).weak())
        } else if first.is_alphabetic() {
            self.worded(at)
        } else {
            None
        }
    }

    fn make(
        &self,
        start: usize,
        end: usize,
        year: u16,
        months: Option<(u8, u8)>,
        style: DateStyle,
    ) -> Point {
        Point {
            start,
            end,
            year: Some(year),
            months,
            day: None,
            style,
            day_order: DayOrder::Clear,
            weak: false,
        }
    }

    fn numeric(&self, at: usize) -> Option<Point> {
        let (value, end) = self.digits(at);
        match end - at {
            4 => self.year_first(at, end, u16::try_from(value).ok()?),
            1 | 2 => self.small_first(at, end, u8::try_from(value).ok()?),
            _ => None,
        }
    }

    /// `2021`, `2021-03`, `2021.03.01`, `2021年3月`, `2021 Q2`, `2021 March`.
    fn year_first(&self, at: usize, end: usize, year: u16) -> Option<Point> {
        if !(1940..=2060).contains(&year) {
            return None;
        }
        if let Some(point) = self.cjk(at, end, year) {
            return Some(point);
        }
        let separator = self.bytes.get(end).copied();
        if let Some(separator @ (b'-' | b'.' | b'/')) = separator {
            let broken = separator == b'-' && self.bytes.get(end + 1) == Some(&0x0b);
            let month_at = end + 1 + usize::from(broken);
            let (month, month_end) = self.digits(month_at);
            let len = month_end - month_at;
            let two = len == 2 || (len == 1 && separator != b'-');
            if two && (1..=12).contains(&month) && !self.letter_at(month_end) {
                let month = month as u8;
                let style = match separator {
                    b'-' => DateStyle::IsoMonth,
                    b'.' => DateStyle::DotMonth,
                    _ => DateStyle::YearSlashMonth,
                };
                let mut point = self.make(at, month_end, year, Some((month, month)), style);
                if self.bytes.get(month_end) == Some(&separator)
                    && let (day @ 1..=31, day_end) = self.digits(month_end + 1)
                    && day_end - month_end <= 3
                {
                    (point.day, point.end) = (Some(day as u8), day_end);
                    point.style = DateStyle::FullDate;
                } else if separator == b'.' && self.bytes.get(month_end) == Some(&b'.') {
                    // Korean and Hungarian style: `2021.03.`
                    let next = self.bytes.get(month_end + 1);
                    point.end += usize::from(next.is_none_or(u8::is_ascii_whitespace));
                }
                return Some(point);
            }
        }
        let word = self.skip_blank(end);
        if let Some((months, word_end)) = self.quarter(word) {
            return Some(self.make(at, word_end, year, Some(months), DateStyle::Quarter));
        }
        Some(self.make(at, end, year, None, DateStyle::YearOnly))
    }

    /// `2021年3月`, `2021년 3월 1일`.
    fn cjk(&self, at: usize, end: usize, year: u16) -> Option<Point> {
        let end = self.eat(self.skip_blank(end), &['年', '년'])?;
        let mut point = self.make(at, end, year, None, DateStyle::Cjk);
        let month_at = self.skip_blank(end);
        let (month, month_end) = self.digits(month_at);
        if (1..=12).contains(&month)
            && month_end > month_at
            && let Some(end) = self.eat(self.skip_blank(month_end), &['月', '월'])
        {
            point.months = Some((month as u8, month as u8));
            point.end = end;
            let day_at = self.skip_blank(end);
            let (day, day_end) = self.digits(day_at);
            if (1..=31).contains(&day)
                && let Some(end) = self.eat(self.skip_blank(day_end), &['日', '일'])
            {
                (point.day, point.end) = (Some(day as u8), end);
            }
        }
        Some(point)
    }

    /// `03/2021`, `01.03.2021`, `06/21`, `1 March 2021`, `2Q 2021`.
    fn small_first(&self, at: usize, end: usize, value: u8) -> Option<Point> {
        if let Some(separator @ (b'/' | b'.' | b'-')) = self.bytes.get(end).copied()
            && let Some(point) = self.small_with(at, end, value, separator)
        {
            return Some(point);
        }
        if let Some((months, word_end)) = self.quarter(at) {
            let (year, year_end, style) = self.year_after(word_end)?;
            let style = if style == DateStyle::TwoDigitYear { style } else { DateStyle::Quarter };
            return Some(self.make(at, year_end, year, Some(months), style));
        }
        if !(1..=31).contains(&value) {
            return None;
        }
        let mut word = end;
        for suffix in ["st", "nd", "rd", "th", ".", "º", "er"] {
            if self.text[word..].starts_with(suffix) {
                word += suffix.len();
                break;
            }
        }
        let word = self.skip_linking(self.skip_any(word, &[' ', '-']));
        let word_end = self.word_end(word);
        let month = words::month(self.pack, &self.text[word..word_end])?;
        let (year, year_end, _) = self.year_after(self.after_abbreviation(word_end))?;
        let mut point = self.make(at, year_end, year, Some((month, month)), DateStyle::FullDate);
        point.day = Some(value);
        Some(point)
    }

    fn small_with(&self, at: usize, end: usize, value: u8, separator: u8) -> Option<Point> {
        let (second, second_end) = self.digits(end + 1);
        let len = second_end - end - 1;
        if len == 4 && (1..=12).contains(&value) {
            let year = u16::try_from(second).ok().filter(|year| (1940..=2060).contains(year))?;
            let style = match separator {
                b'/' => DateStyle::MonthSlashYear,
                b'.' => DateStyle::MonthDotYear,
                _ => DateStyle::MonthDashYear,
            };
            return Some(self.make(at, second_end, year, Some((value, value)), style));
        }
        if (len == 1 || len == 2) && self.bytes.get(second_end) == Some(&separator) {
            let (year, year_end) = self.digits(second_end + 1);
            let year = u16::try_from(year).ok().filter(|year| (1940..=2060).contains(year))?;
            if year_end - second_end != 5 {
                return None;
            }
            let (month, day, order) = day_and_month(value, u8::try_from(second).ok()?, separator)?;
            let mut point =
                self.make(at, year_end, year, Some((month, month)), DateStyle::FullDate);
            (point.day, point.day_order) = (Some(day), order);
            return Some(point);
        }
        let apostrophe = self.char_at(end + 1).is_some_and(|ch| matches!(ch, '\'' | '’'));
        if separator == b'/' && end - at == 2 && (1..=12).contains(&value) {
            if apostrophe {
                let (year, year_end) = self.short_year(end + 1)?;
                let months = Some((value, value));
                return Some(self.make(at, year_end, year, months, DateStyle::TwoDigitYear));
            }
            let next = self.bytes.get(second_end);
            if len == 2 && !matches!(next, Some(b'/' | b'%' | b'.')) {
                let year = century(u16::try_from(second).ok()?)?;
                let months = Some((value, value));
                return Some(self.make(at, second_end, year, months, DateStyle::TwoDigitYear));
            }
        }
        None
    }

    /// `March 2021`, `Mar. '21`, `Summer 2024`, `Q2 2021`, `March` before a dash.
    fn worded(&self, at: usize) -> Option<Point> {
        if let Some((months, end)) = self.quarter(at) {
            return Some(match self.year_after(end) {
                Some((year, end, _)) => self.make(at, end, year, Some(months), DateStyle::Quarter),
                None => Point {
                    year: None,
                    ..self.make(at, end, 0, Some(months), DateStyle::Quarter).weak()
                },
            });
        }
        let end = self.word_end(at);
        let word = &self.text[at..end];
        if let Some(month) = words::month(self.pack, word) {
            return self.month_word(at, end, month);
        }
        if let Some(style) = words::era(word) {
            return self.era(at, at + style.1, style.0);
        }
        if words::season(self.pack, word) {
            let (year, end, _) = self.year_after(end)?;
            return Some(self.make(at, end, year, None, DateStyle::Season));
        }
        None
    }

    fn month_word(&self, at: usize, end: usize, month: u8) -> Option<Point> {
        let letters = self.text[at..end].chars().count();
        let dotted = self.after_abbreviation(end);
        let style = if dotted > end || letters <= 3 && !is_whole_name(&self.text[at..end]) {
            DateStyle::AbbrevMonthYear
        } else if letters <= 4 {
            let sept = self.text[at..end].eq_ignore_ascii_case("sept");
            if sept { DateStyle::AbbrevMonthYear } else { DateStyle::ShortMonthYear }
        } else {
            DateStyle::MonthNameYear
        };
        let months = Some((month, month));
        if let Some((year, year_end, year_style)) = self.year_after(dotted) {
            let style = if year_style == DateStyle::TwoDigitYear { year_style } else { style };
            return Some(self.make(at, year_end, year, months, style));
        }
        // `March 15, 2021`, and `Mar 21` where the context makes it a year.
        let number = self.skip_any(dotted, &[' ', '-']);
        let (value, number_end) = self.digits(number);
        let len = number_end - number;
        if (len == 1 || len == 2) && number > dotted {
            let after = self.skip_any(number_end, &[',', ' ']);
            if (1..=31).contains(&value)
                && after > number_end
                && let Some((year, year_end, DateStyle::YearOnly)) = self.year_after(after)
            {
                let mut point = self.make(at, year_end, year, months, DateStyle::FullDate);
                point.day = Some(value as u8);
                return Some(point);
            }
            if len == 2 {
                let year = century(u16::try_from(value).ok()?)?;
                let point = self.make(at, number_end, year, months, DateStyle::TwoDigitYear);
                let dashed = self.bytes.get(dotted) == Some(&b'-');
                return Some(if dashed { point } else { point.weak() });
            }
        }
        Some(Point { year: None, ..self.make(at, dotted, 0, months, style).weak() })
    }

    /// `令和3年4月`.
    fn era(&self, at: usize, end: usize, base: u16) -> Option<Point> {
        let (value, digits_end) = self.digits(end);
        let year = base + u16::try_from(value).ok().filter(|year| (1..=64).contains(year))?;
        let mut point = self.cjk(at, digits_end, year)?;
        point.style = DateStyle::Cjk;
        Some(point)
    }

    /// The months of `Q2`, `2Q`, `T2` at `at`, and where they end.
    fn quarter(&self, at: usize) -> Option<((u8, u8), usize)> {
        let pair = (self.bytes.get(at)?, self.bytes.get(at + 1)?);
        let digit = match pair {
            (b'Q' | b'q' | b'T', digit @ b'1'..=b'4') => digit,
            (digit @ b'1'..=b'4', b'Q' | b'q' | b'T') => digit,
            _ => return None,
        };
        let first = (digit - b'1') * 3 + 1;
        let next = self.bytes.get(at + 2);
        // `2Q21` goes on with a digit, `Q21` is no quarter.
        let free = match next {
            Some(byte) if byte.is_ascii_digit() => pair.0.is_ascii_digit(),
            _ => !self.letter_at(at + 2),
        };
        free.then_some(((first, first + 2), at + 2))
    }

    /// A year after a month, season or quarter that ended at `at`.
    fn year_after(&self, at: usize) -> Option<(u16, usize, DateStyle)> {
        let at = self.skip_any(at, &[' ', ',', '/', '-', '.', '\u{a0}']);
        let at = self.skip_linking(at);
        if self.char_at(at).is_some_and(|ch| matches!(ch, '\'' | '’' | '‘' | '`')) {
            let (year, end) = self.short_year(at)?;
            return Some((year, end, DateStyle::TwoDigitYear));
        }
        let (value, end) = self.digits(at);
        let year = u16::try_from(value).ok().filter(|year| (1940..=2060).contains(year))?;
        (end - at == 4 && !self.letter_at(end)).then_some((year, end, DateStyle::YearOnly))
    }

    /// `'21`.
    fn short_year(&self, at: usize) -> Option<(u16, usize)> {
        let quote = self.char_at(at)?.len_utf8();
        let (value, end) = self.digits(at + quote);
        if end - at - quote != 2 || self.letter_at(end) {
            return None;
        }
        Some((century(u16::try_from(value).ok()?)?, end))
    }

    /// Past a dash, tilde, arrow or word between two dates, and whether it is a word.
    fn connector(&self, at: usize) -> Option<(usize, bool)> {
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
    fn closes(&self, at: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        matches!(before, Some('\t' | '\n'))
            || self.char_at(at).is_none_or(|ch| matches!(ch, '\n' | '\t' | ')' | ']' | '|' | '\r'))
    }

    fn digit_before(&self, at: usize) -> bool {
        self.text[..at].chars().next_back().is_some_and(|ch| ch.is_ascii_digit())
    }

    /// What stands before does not make the number part of something else.
    fn edge_is_free(&self, point: &Point, floor: usize, range: bool) -> bool {
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
    fn tail_is_free(&self, end: usize) -> bool {
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
    fn plausible_alone(&self, point: &Point) -> bool {
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

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn letter_at(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(|ch| ch.is_alphanumeric() && !words::is_cjk(ch))
    }

    /// The number at `at` (0 when there is none) and its end. Long runs saturate.
    fn digits(&self, at: usize) -> (u32, usize) {
        let run = self.bytes.get(at..).unwrap_or(&[]);
        let len = run.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let value = run[..len]
            .iter()
            .fold(0u32, |sum, byte| sum.saturating_mul(10).saturating_add(u32::from(byte - b'0')));
        (value, at + len)
    }

    fn word_end(&self, at: usize) -> usize {
        let rest = &self.text[at.min(self.text.len())..];
        let len = rest
            .char_indices()
            .find(|(_, ch)| !ch.is_alphabetic())
            .map_or(rest.len(), |(offset, _)| offset);
        at + len
    }

    /// Past at most twelve characters of `skip`; bounded, so that a line of blanks is not walked
    /// again from each of its words.
    fn skip_any(&self, at: usize, skip: &[char]) -> usize {
        let rest = self.text.get(at..).unwrap_or("").chars().take(12);
        at + rest.take_while(|ch| skip.contains(ch)).map(char::len_utf8).sum::<usize>()
    }

    fn skip_blank(&self, at: usize) -> usize {
        self.skip_any(at, &[' ', '\t', '\u{b}', '\u{a0}', '\u{3000}', '\u{2009}', '\u{202f}'])
    }

    /// Past `of`, `de`, `del` and the like between month and year.
    fn skip_linking(&self, at: usize) -> usize {
        let end = self.word_end(at);
        if words::links_month_and_year(&self.text[at..end]) { self.skip_blank(end) } else { at }
    }

    /// Past the dot of an abbreviation.
    fn after_abbreviation(&self, at: usize) -> usize {
        at + usize::from(self.bytes.get(at) == Some(&b'.'))
    }

    fn eat(&self, at: usize, any: &[char]) -> Option<usize> {
        let ch = self.char_at(at).filter(|ch| any.contains(ch))?;
        Some(at + ch.len_utf8())
    }
}

impl Point {
    fn weak(mut self) -> Self {
        self.weak = true;
        self
    }
}

/// Names that are whole with three letters.
fn is_whole_name(word: &str) -> bool {
    ["may", "mai"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// Two digits of a year: up to 40 this century, from 60 the last.
fn century(short: u16) -> Option<u16> {
    match short {
        0..=40 => Some(2000 + short),
        60..=99 => Some(1900 + short),
        _ => None,
    }
}

/// Month and day of `a/b/year`: with slashes the month may stand first, with dots never.
fn day_and_month(first: u8, second: u8, separator: u8) -> Option<(u8, u8, DayOrder)> {
    let fits = |month: u8, day: u8| (1..=12).contains(&month) && (1..=31).contains(&day);
    match (fits(first, second), fits(second, first)) {
        (true, true) if separator == b'/' && first != second => {
            Some((first, second, DayOrder::Unclear))
        }
        (true, false) if separator == b'/' => Some((first, second, DayOrder::MonthFirst)),
        (_, true) => {
            let order = if separator == b'/' { DayOrder::DayFirst } else { DayOrder::Clear };
            Some((second, first, order))
        }
        _ => None,
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
