//! Calendar dates as resumes print them: a year, perhaps a month, perhaps a day.

use std::fmt;

/// A date whose month and day may be unknown. Orders by year, then month, then day; unknown first.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year, 1900 to 2100.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day, 1 to 31; only with a month.
    pub day: Option<u8>,
}

/// A month, counted from year 0: differences are in months.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth(pub i32);

impl YearMonth {
    /// The month `month` (1 to 12) of `year`.
    #[must_use]
    pub fn new(year: u16, month: u8) -> Self {
        Self(i32::from(year) * 12 + i32::from(month) - 1)
    }

    /// Year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }
}

impl PartialDate {
    /// A year alone.
    #[must_use]
    pub fn year(year: u16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A year and a month; the month is dropped when it is none.
    #[must_use]
    pub fn month(year: u16, month: u8) -> Self {
        Self { year, month: (1..=12).contains(&month).then_some(month), day: None }
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (a time after it is ignored).
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.split_once('T').map_or(text, |(date, _)| date);
        let mut parts = text.split('-');
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let year = digits(parts.next()?, 4).filter(|year| (1900..=2100).contains(year))?;
        let mut date = Self::year(year);
        if let Some(month) = parts.next() {
            let month = u8::try_from(digits(month, 2)?).ok()?;
            date.month = Some(month).filter(|month| (1..=12).contains(month));
            date.month?;
        }
        if let Some(day) = parts.next() {
            let day = u8::try_from(digits(day, 2)?).ok()?;
            date.day = Some(day).filter(|day| (1..=31).contains(day));
            date.day?;
        }
        parts.next().is_none().then_some(date)
    }

    /// The month to count from when this is a start: January when the month is unknown.
    #[must_use]
    pub fn first_month(self) -> YearMonth {
        YearMonth::new(self.year, self.month.unwrap_or(1))
    }

    /// The month to count to when this is an end: December when the month is unknown.
    #[must_use]
    pub fn last_month(self) -> YearMonth {
        YearMonth::new(self.year, self.month.unwrap_or(12))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_round_trip_and_others_are_refused() {
        for text in ["2021", "2021-03", "2021-03-09"] {
            assert_eq!(PartialDate::parse_iso(text).unwrap().to_string(), text);
        }
        assert_eq!(PartialDate::parse_iso("2021-03-09T10:00:00Z").unwrap().day, Some(9));
        for text in ["", "21", "2021-13", "2021-3", "March 2021", "2021-03-32", "2021-03-09-01"] {
            assert_eq!(PartialDate::parse_iso(text), None, "{text}");
        }
        assert_eq!(YearMonth::new(2021, 3).0 - YearMonth::new(2020, 12).0, 3);
    }
}
