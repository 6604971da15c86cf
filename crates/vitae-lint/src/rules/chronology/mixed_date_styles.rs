//! Dates printed in several styles.

use super::ambiguous_month::flat;
use crate::date_style::{is_english, restyled};
use crate::rule::rule;
use crate::{Applicability, Context, Fix, Sink};
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
        fix: Safe,
        covers: ["D03"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    // Each style with its first place and how many roles use it.
    let mut styles: Vec<(DateStyle, TextRange, u32)> = Vec::new();
    let dates = context.facts.positions.iter().filter_map(|position| position.dates);
    for dates in dates.clone() {
        for span in find_dates(context.text(dates), context.pack) {
            match styles.iter_mut().find(|(known, ..)| *known == span.style) {
                Some((_, _, number)) => *number += 1,
                None if is_a_style(span.style) => styles.push((span.style, dates, 1)),
                None => {}
            }
        }
    }
    let [(_, first, _), rest @ ..] = styles.as_slice() else { return };
    let Some((_, second, _)) = rest.first() else { return };
    let finding = sink
        .at(
            *second,
            format!(
                "dates of roles are printed in {} styles: `{}`, `{}`",
                styles.len(),
                flat(context.text(*first)),
                flat(context.text(*second))
            ),
            "print all of them alike, such as `Mar 2021 – Feb 2023`",
        )
        .also(rest.iter().skip(1).map(|(_, range, _)| *range));
    // Of equally frequent styles the first one.
    let Some((style, place, _)) = styles.iter().rev().max_by_key(|(.., number)| *number) else {
        return;
    };
    let printed = context.text(*place);
    let letters = printed.starts_with(|ch: char| ch.is_alphabetic());
    if letters && !is_english(printed) {
        return;
    }
    let all: Vec<TextRange> = dates.collect();
    if let Some(edits) = restyled(context, &all, *style) {
        let title = format!("print all of them as in `{}`", flat(printed));
        let applicability = Applicability::Safe;
        finding.fix(Fix { title, edits, applicability, slots: Vec::new() });
    }
}

/// Years, seasons and quarters are less exact, which is no matter of style; `May 2021` fits two.
fn is_a_style(style: DateStyle) -> bool {
    use DateStyle::{Quarter, Season, ShortMonthYear, YearOnly};
    !matches!(style, YearOnly | Season | Quarter | ShortMonthYear)
}
