//! Roles without dates.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Position;

rule! {
    /// # What it does
    /// Looks for paid roles with neither start nor end. Volunteering is left alone.
    ///
    /// # Why it matters
    /// The role adds nothing to the years that are computed, and readers wonder why.
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
    /// ### Junior Developer, Cedar Freight Labs
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
    /// When the role is so old that only its name matters; group such roles in one line.
    ///
    /// # Source
    /// Swiff rubric, Loxo help, OfflineCV.
    CHR002 = "role-without-dates" {
        group: Chronology,
        severity: Error,
        curve: Defects,
        stands_on: "CHR001",
        fix: Display,
        covers: ["D01"],
        check: Position(check),
    }
}

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let dated = position.dates.is_some() || position.start.is_some() || position.end.is_some();
    let Some(place) = position.title.or(position.employer).filter(|_| !dated) else { return };
    sink.at(
        place,
        format!("`{}` has no dates", context.text(place)),
        "write start and end beside the title, such as `Mar 2021 – Feb 2023`",
    )
    .fix(Fix::ask("add the dates", &["month and year of start", "month and year of end"]));
}
