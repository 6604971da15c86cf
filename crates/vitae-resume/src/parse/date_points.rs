//! One printed date at a place in the text: `03/2021`, `March 2021`, `Q2 2021`, `2021年3月`. Bytes of a
//! line go in, a point with year, months, day and style comes out; periods are put together in `dates`.

use super::date_words as words;
use super::dates::{DateStyle, DayOrder, Finder};
use crate::PartialDate;

/// One date on the way to a span. The year may still be missing (`Jan` of `Jan – Mar 2021`).
#[derive(Copy, Clone, Debug)]
pub(super) struct Point {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) year: Option<u16>,
    /// First and last month that it names.
    pub(super) months: Option<(u8, u8)>,
    pub(super) day: Option<u8>,
    pub(super) style: DateStyle,
    pub(super) day_order: DayOrder,
    /// Too much like a number or a day of a month to be a date on its own.
    pub(super) weak: bool,
}

impl Point {
    pub(super) fn date(&self, end: bool) -> Option<PartialDate> {
        let month = self.months.map(|(first, last)| if end { last } else { first });
        Some(PartialDate { year: self.year?, month, day: self.day.filter(|_| month.is_some()) })
    }
}

impl Finder<'_> {
    /// A date that begins exactly at `at`.
    pub(super) fn point(&self, at: usize) -> Option<Point> {
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

    pub(super) fn make(
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

    pub(super) fn numeric(&self, at: usize) -> Option<Point> {
        let (value, end) = self.digits(at);
        match end - at {
            4 => self.year_first(at, end, u16::try_from(value).ok()?),
            1 | 2 => self.small_first(at, end, u8::try_from(value).ok()?),
            _ => None,
        }
    }

    /// `2021`, `2021-03`, `2021.03.01`, `2021年3月`, `2021 Q2`, `2021 March`.
    pub(super) fn year_first(&self, at: usize, end: usize, year: u16) -> Option<Point> {
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
    pub(super) fn cjk(&self, at: usize, end: usize, year: u16) -> Option<Point> {
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
    pub(super) fn small_first(&self, at: usize, end: usize, value: u8) -> Option<Point> {
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

    pub(super) fn small_with(
        &self,
        at: usize,
        end: usize,
        value: u8,
        separator: u8,
    ) -> Option<Point> {
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
    pub(super) fn worded(&self, at: usize) -> Option<Point> {
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

    pub(super) fn month_word(&self, at: usize, end: usize, month: u8) -> Option<Point> {
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
        let number = self.skip_any(dotted, &[' ', '\u{b}', '-']);
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
    pub(super) fn era(&self, at: usize, end: usize, base: u16) -> Option<Point> {
        let (value, digits_end) = self.digits(end);
        let year = base + u16::try_from(value).ok().filter(|year| (1..=64).contains(year))?;
        let mut point = self.cjk(at, digits_end, year)?;
        point.style = DateStyle::Cjk;
        Some(point)
    }

    /// The months of `Q2`, `2Q`, `T2` at `at`, and where they end.
    pub(super) fn quarter(&self, at: usize) -> Option<((u8, u8), usize)> {
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
    pub(super) fn year_after(&self, at: usize) -> Option<(u16, usize, DateStyle)> {
        let at = self.skip_any(at, &[' ', '\u{b}', ',', '/', '-', '.', '\u{a0}']);
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
    pub(super) fn short_year(&self, at: usize) -> Option<(u16, usize)> {
        let quote = self.char_at(at)?.len_utf8();
        let (value, end) = self.digits(at + quote);
        if end - at - quote != 2 || self.letter_at(end) {
            return None;
        }
        Some((century(u16::try_from(value).ok()?)?, end))
    }
}

impl Point {
    pub(super) fn weak(mut self) -> Self {
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
