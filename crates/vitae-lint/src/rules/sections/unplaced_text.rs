//! Text that belongs to no section.

use crate::rule::rule;
use crate::{Context, Sink};

/// In percent. Source: OfflineCV shows what it could not place from one line on.
const MOST_SHARE: u32 = 10;

rule! {
    /// # What it does
    /// Adds up text that we could not give a place in the resume. Fires above 10 % of the text.
    ///
    /// # Why it matters
    /// What we cannot place, other parsers may drop.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Skills
    ///
    /// Java, SQL
    ///
    /// ## Odds and ends of a winter
    ///
    /// The depots lie along the river, and most of the vans come in before the sun does.
    /// A dozen people sort the crates by hand when the belt stands still.
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When the rest is a note for people, such as a clause on data protection.
    ///
    /// # Source
    /// OfflineCV.
    SEC012 = "unplaced-text" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C20"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let share = context.leftover_share();
    let leftovers = &context.parsed.leftovers;
    if let Some(first) = leftovers.first().filter(|_| share > MOST_SHARE) {
        sink.at(
            first.range,
            format!("{share}% of the text found no place in the resume (limit {MOST_SHARE}%)"),
            "give it a plain heading, or move it to a role, a project or the skills",
        )
        .also(leftovers.iter().skip(1).map(|left| left.range));
    }
}
