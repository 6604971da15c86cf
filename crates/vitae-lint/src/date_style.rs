//! Months in another style: the printed dates of a resume and the style they should have go in, edits
//! come out. A date that would lose or gain something by it gives none.

use crate::{Context, Edit};
use vitae_resume::{DateStyle, find_dates};
use vitae_text::TextRange;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Edits that bring the dates at `ranges` to `style`; none when one of them cannot be.
pub(crate) fn restyled(
    context: &Context<'_>,
    ranges: &[TextRange],
    style: DateStyle,
) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    for range in ranges {
        let text = context.text(*range);
        let mut at = 0;
        for part in text.split_inclusive(['–', '—', '|', '(', ')']).flat_map(sides) {
            let start = range.start + at;
            at += part.len() as u32;
            // With the dash behind it a date would pass for the open end of a period.
            let part = part.trim_end_matches(['–', '—', '-', '|', '(', ')', ' ']);
            let part = part.strip_suffix(" to").unwrap_or(part);
            for date in find_dates(part, context.pack) {
                let short = date.style == DateStyle::ShortMonthYear && in_letters(style);
                if date.style == style || short || date.current && date.start.is_none() {
                    continue;
                }
                let value = date.start.or(date.end).filter(|_| !date.is_range)?;
                if date.style == DateStyle::FullDate || value.day.is_some() {
                    return None;
                }
                let place = TextRange::new(start + date.range.start, start + date.range.end);
                let month = usize::from(value.month?);
                let replacement = printed(style, value.year.into(), month)?;
                edits.push(Edit { range: place, replacement });
            }
        }
    }
    (!edits.is_empty()).then_some(edits)
}

/// A period without dashes of its own kind: `Mar 2019 - Feb 2021`, `Mar 2019 to Feb 2021`.
fn sides(part: &str) -> impl Iterator<Item = &str> {
    let cut = [" - ", " to "].iter().find_map(|sign| part.find(sign).map(|at| at + sign.len()));
    let (first, second) = part.split_at(cut.unwrap_or(part.len()));
    [first, second].into_iter()
}

fn in_letters(style: DateStyle) -> bool {
    matches!(style, DateStyle::MonthNameYear | DateStyle::AbbrevMonthYear)
}

fn printed(style: DateStyle, year: i32, month: usize) -> Option<String> {
    let name = MONTHS.get(month.checked_sub(1)?)?;
    Some(match style {
        DateStyle::MonthNameYear => format!("{name} {year}"),
        DateStyle::AbbrevMonthYear => format!("{} {year}", name.get(..3)?),
        DateStyle::MonthSlashYear => format!("{month:02}/{year}"),
        DateStyle::MonthDotYear => format!("{month:02}.{year}"),
        DateStyle::MonthDashYear => format!("{month:02}-{year}"),
        DateStyle::IsoMonth => format!("{year}-{month:02}"),
        DateStyle::DotMonth => format!("{year}.{month:02}"),
        DateStyle::YearSlashMonth => format!("{year}/{month:02}"),
        _ => return None,
    })
}

/// Whether the month of a date that is printed in letters has an English name.
pub(crate) fn is_english(text: &str) -> bool {
    let letters: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    letters.len() >= 3
        && MONTHS.iter().any(|month| {
            month.get(..3).is_some_and(|short| {
                letters.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(short))
            })
        })
}
