//! Dates printed in several styles.

use super::ambiguous_month::flat;
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_resume::{DateStyle, find_dates};
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Compares how the dates of your roles are printed: `Mar 2021`, `March 2021`, `03/2021`,
    /// `2021-03`. Years alone beside months are another matter: see CHR010. `May` fits both long
    /// and short names.
    ///
    /// # Why it matters
    /// One style is easier to scan, and a parser that learns the first may miss the second.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Junior Developer, Cedar Freight Labs (01/2019 – 02/2021)
    ///
    /// - Moved address data to PostgreSQL without downtime
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Junior Developer, Cedar Freight Labs (Jan 2019 – Feb 2021)
    ///
    /// - Moved address data to PostgreSQL without downtime
    /// ```
    ///
    /// # When to ignore it
    /// Never; one style costs nothing.
    ///
    /// # Source
    /// S2 names inconsistent dates; Loxo help.
    CHR005 = "mixed-date-styles" {
        group: Chronology,
        severity: Warning,
        curve: Binary,
        stands_on: "CHR001",
        fix: None,
        covers: ["D03"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut styles: Vec<(DateStyle, TextRange)> = Vec::new();
    for dates in context.facts.positions.iter().filter_map(|position| position.dates) {
        for span in find_dates(context.text(dates), context.pack) {
            if is_a_style(span.style) && !styles.iter().any(|(known, _)| *known == span.style) {
                styles.push((span.style, dates));
            }
        }
    }
    if let [(_, first), rest @ ..] = styles.as_slice()
        && let Some((_, second)) = rest.first()
    {
        sink.at(
            *second,
            format!(
                "dates of roles are printed in {} styles: `{}`, `{}`",
                styles.len(),
                flat(context.text(*first)),
                flat(context.text(*second))
            ),
            "print all of them alike, such as `Mar 2021 – Feb 2023`",
        )
        .also(rest.iter().skip(1).map(|(_, range)| *range));
    }
}

/// Years, seasons and quarters are less exact, which is no matter of style; `May 2021` fits two.
fn is_a_style(style: DateStyle) -> bool {
    use DateStyle::{Quarter, Season, ShortMonthYear, YearOnly};
    !matches!(style, YearOnly | Season | Quarter | ShortMonthYear)
}
