//! Roles told in one long paragraph.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;
use vitae_text::TextRange;

/// About three lines. Source: the catalogue's limit, at sixteen words a line.
const MOST_WORDS: u32 = 50;

rule! {
    /// # What it does
    /// Looks for roles whose text is a paragraph of more than 50 words, which is about three lines.
    ///
    /// # Why it matters
    /// Readers scan the first words of each line. A paragraph has only one first line, so what
    /// follows is found by those who read all of it.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// I work on the parcel router, which sorts crates for forty depots along the coast. Over three years I rebuilt its core in Java, moved its address data to PostgreSQL, and added retries to all carrier calls. The team is small, so I also answer the depots when labels are missing, and I keep the print servers alive in the weeks before the holidays.
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the core of the parcel router in Java for 40 depots; missorted crates fell from 300 a day to 12
    /// - Moved address data to PostgreSQL without downtime
    /// ```
    ///
    /// # When to ignore it
    /// For a short introduction of the employer above the bullets.
    ///
    /// # Source
    /// Editorial; rival checks flag paragraphs over three lines.
    EXP009 = "paragraph-instead-of-bullets" {
        group: Bullets,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: None,
        covers: ["E07"],
        check: Position(check),
    }
}

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let prose = || context.facts.bullets_of(position.work).filter(|bullet| bullet.prose);
    let words: u32 = prose().map(|bullet| bullet.anatomy.words).sum();
    let Some(place) = prose().map(|bullet| bullet.range).reduce(TextRange::cover) else { return };
    if words > MOST_WORDS {
        sink.at(
            place,
            format!("a paragraph of {words} words tells this role (limit {MOST_WORDS})"),
            "make a bullet of each piece of work: what you did, how, and what came of it",
        );
    }
}
