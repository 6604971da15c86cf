//! Recent roles that show nothing.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;

rule! {
    /// # What it does
    /// Looks for roles among the two newest that have neither bullets nor a paragraph.
    ///
    /// # Why it matters
    /// The newest roles are read first; an empty one looks like a parser's mistake or a bad time.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// ### Developer, Cedar Freight Labs (Jan 2019 – Feb 2021)
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
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    ///
    /// ### Developer, Cedar Freight Labs (Jan 2019 – Feb 2021)
    ///
    /// - Moved address data to PostgreSQL without downtime
    /// ```
    ///
    /// # When to ignore it
    /// When you started this month.
    ///
    /// # Source
    /// Swiff rubric; role guides ask for three to five bullets in a recent role (S1).
    EXP007 = "role-without-bullets" {
        group: Bullets,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: None,
        covers: ["E03"],
        check: Position(check),
    }
}

const RECENT_ROLES: usize = 2;

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let shown = context.facts.bullets_of(position.work).next().is_some();
    if position.work >= RECENT_ROLES || shown || !position.confident {
        return;
    }
    let place = position.title.or(position.employer).unwrap_or(position.range);
    let title = context.text(place);
    sink.at(
        place,
        format!("nothing is said about the role `{title}`"),
        "add three to five bullets: what you built or ran, how, and what came of it",
    );
}
