//! Old roles told at length.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;

rule! {
    /// # What it does
    /// Looks for a role that ended more than fifteen years ago and has more than three bullets.
    ///
    /// # Why it matters
    /// Readers weigh the last ten years. The space is better spent there.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Developer, Cedar Freight Labs (Mar 2004 – Feb 2009)
    ///
    /// - Rebuilt the parcel router in Java
    /// - Moved address data to PostgreSQL
    /// - Cached label templates
    /// - Wrote runbooks for three services
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Developer, Cedar Freight Labs (Mar 2004 – Feb 2009)
    ///
    /// - Rebuilt the parcel router in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the job asks for just that work.
    ///
    /// # Source
    /// S2 and the Swiff rubric; threshold editorial.
    CHR012 = "old-role-at-length" {
        group: Chronology,
        severity: Info,
        curve: Binary,
        stands_on: "CHR001",
        fix: None,
        covers: ["D14"],
        check: Position(check),
    }
}

const YEARS: i32 = 15;
const MOST: usize = 3;

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let Some(end) = position.end else { return };
    let years = (i32::from(context.today.year)) - i32::from(end.year);
    let bullets = context.facts.bullets_of(position.work).count();
    if years > YEARS && bullets > MOST {
        sink.at(
            position.title.or(position.employer).unwrap_or_default(),
            format!("a role that ended {years} years ago has {bullets} bullets (limit {MOST} after {YEARS} years)"),
            "keep one or two lines of it, and give the space to recent work",
        );
    }
}
