//! Roles out of order.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;
use vitae_resume::YearMonth;

rule! {
    /// # What it does
    /// Looks for a role that began after the one above it had ended. Roles at the same time may
    /// stand in any order, and each section has an order of its own.
    ///
    /// # Why it matters
    /// Readers and parsers take the first role for the current one.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Junior Developer, Cedar Freight Labs (Jan 2019 – Feb 2021)
    ///
    /// - Moved address data to PostgreSQL without downtime
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
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
    /// When you sort by relevance and give each group a heading of its own.
    ///
    /// # Source
    /// S1; expected by every parser.
    CHR006 = "not-newest-first" {
        group: Chronology,
        severity: Warning,
        curve: Binary,
        stands_on: "CHR001",
        fix: None,
        covers: ["D02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let section = |position: &Position| {
        let place =
            position.title.or(position.employer).or(position.dates).unwrap_or(position.range);
        context.parsed.sections.iter().position(|section| section.body.contains(place))
    };
    for pair in context.facts.positions.windows(2) {
        let [above, below] = pair else { continue };
        let (Some(ended), Some(began)) = (ended(above), below.start) else { continue };
        let later = began.first_month() >= ended && below.start > above.start;
        if later && section(above) == section(below) {
            let (first, second) = (name(context, above), name(context, below));
            sink.at(
                below.title.or(below.employer).unwrap_or(below.range),
                format!("`{second}` began after `{first}` above it had ended"),
                "put the newest role first",
            );
        }
    }
}

/// First month in which the role may have ended; none while it goes on.
fn ended(position: &Position) -> Option<YearMonth> {
    position.end.filter(|_| !position.current).map(|end| end.first_month())
}

fn name<'a>(context: &'a Context<'_>, position: &Position) -> &'a str {
    context.text(position.title.or(position.employer).unwrap_or_default())
}
