//! Months without a role.

use crate::period::{PeriodOf, periods};
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_resume::YearMonth;

/// Source: "Hidden Workers" (Harvard Business School and Accenture, 2021) on filters for gaps.
const MOST_MONTHS: i32 = 6;

rule! {
    /// # What it does
    /// Shows stretches of more than six months between two roles, unless education fills them. It
    /// never costs points.
    ///
    /// # Why it matters
    /// Leave, health, care and study are ordinary parts of a life. Some filters look at gaps all
    /// the same, so it is good to know what a machine will compute from your dates.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2022 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Junior Developer, Cedar Freight Labs (Jan 2019 – Feb 2021)
    ///
    /// - Moved address data to PostgreSQL without downtime
    /// ```
    ///
    /// # Use instead
    /// If you like, give the time a line of its own; nobody is owed a reason.
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2022 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Parental leave (Mar 2021 – Feb 2022)
    ///
    /// ### Junior Developer, Cedar Freight Labs (Jan 2019 – Feb 2021)
    ///
    /// - Moved address data to PostgreSQL without downtime
    /// ```
    ///
    /// # When to ignore it
    /// Whenever you like: this is information only.
    ///
    /// # Source
    /// "Hidden Workers", Harvard Business School and Accenture.
    CHR008 = "gap" {
        group: Chronology,
        severity: Info,
        curve: Defects,
        stands_on: "CHR001",
        fix: None,
        covers: ["D10"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let studies: Vec<(YearMonth, YearMonth)> = periods(context)
        .into_iter()
        .filter(|period| matches!(period.of, PeriodOf::Education | PeriodOf::Volunteer))
        .filter_map(|period| {
            let end = period.end.unwrap_or(context.today);
            Some((period.start?.first_month(), end.last_month()))
        })
        .collect();
    for (before, after) in &context.facts.timeline.gaps {
        let months = after.0 - before.0 - 1;
        let overlaps = |(from, to): &(YearMonth, YearMonth)| from < after && before < to;
        if months <= MOST_MONTHS || studies.iter().any(overlaps) {
            continue;
        }
        let later = context
            .facts
            .positions
            .iter()
            .find(|position| position.start.is_some_and(|start| start.first_month() == *after));
        sink.at(
            later.and_then(|position| position.dates).unwrap_or_default(),
            format!("{months} months lie between this role and the one before (shown from {MOST_MONTHS} on)"),
            "leave it, or give the time a line of its own; it costs no points",
        );
    }
}
