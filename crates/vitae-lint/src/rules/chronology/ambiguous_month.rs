//! Dates whose year has two digits.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;
use vitae_resume::{DateStyle, find_dates};

rule! {
    /// # What it does
    /// Looks for dates such as `05/06` or `May '06` beside roles. `2024-05`, `05/2024` and
    /// `2019–21` are fine.
    ///
    /// # Why it matters
    /// `05/06` is May 2006, June 2005 or the fifth of June, depending on who reads it.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (05/21 – 06/23)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (May 2021 – Jun 2023)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// Never; two more digits cost nothing.
    ///
    /// # Source
    /// Loxo and Sovren help ask for the month in letters and four digits.
    CHR007 = "ambiguous-month" {
        group: Chronology,
        severity: Warning,
        curve: Defects,
        stands_on: "CHR001",
        fix: None,
        covers: ["D04"],
        check: Position(check),
    }
}

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let Some(dates) = position.dates else { return };
    let printed = context.text(dates);
    let short =
        find_dates(printed, context.pack).iter().any(|span| span.style == DateStyle::TwoDigitYear);
    if short {
        sink.at(
            dates,
            format!("`{}` gives the year in two digits", flat(printed)),
            "write the month in letters and the year with four digits, such as `May 2021`",
        );
    }
}

/// On one line: in a narrow column dates wrap.
pub(in crate::rules) fn flat(printed: &str) -> String {
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}
