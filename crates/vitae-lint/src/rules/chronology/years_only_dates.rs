//! Dates without months.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Level, Position};

/// Older roles may be brief. Source: role guides ask for detail in the last ten years.
const RECENT_YEARS: u16 = 10;

rule! {
    /// # What it does
    /// Looks for roles of the last ten years that give years or seasons without months. Seasons are
    /// fine at entry level, where terms decide.
    ///
    /// # Why it matters
    /// `2020 – 2021` is anything from a day to two years; parsers guess, and not in your favour.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (2020 – 2023)
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
    /// ### Backend Engineer, Harbor Parcel Systems (Nov 2020 – Feb 2023)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When you do not remember the months.
    ///
    /// # Source
    /// Resume-Matcher and OfflineCV.
    CHR010 = "years-only-dates" {
        group: Chronology,
        severity: Info,
        curve: Defects,
        stands_on: "CHR001",
        fix: None,
        covers: ["D05", "D11"],
        check: Position(check),
    }
}

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let bare =
        [position.start, position.end].into_iter().flatten().any(|date| date.month.is_none());
    let last = position.end.or(position.start).map_or(0, |date| date.year);
    let recent = position.current || last + RECENT_YEARS >= context.today.year;
    let Some(dates) = position.dates.filter(|_| bare && recent) else { return };
    if context.level == Level::Entry && names_season(context, context.text(dates)) {
        return;
    }
    sink.at(
        dates,
        format!("`{}` names no month", super::ambiguous_month::flat(context.text(dates))),
        "add the months if you remember them, such as `Nov 2020 – Feb 2023`",
    );
}

/// Internships are often printed as `Summer 2024`.
fn names_season(context: &Context<'_>, printed: &str) -> bool {
    printed.split_whitespace().any(|word| context.pack.season(word).is_some())
}
