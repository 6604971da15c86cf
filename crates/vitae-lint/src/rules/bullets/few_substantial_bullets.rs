//! Counts the bullets that prove something.

use crate::rule::rule;
use crate::{Context, Sink};

/// From this many substantial bullets on, a one-page resume has enough to judge.
/// Source: role guides ask for three to five bullets in each of the last two roles.
const ENOUGH: u32 = 6;

rule! {
    /// # What it does
    /// Counts distinct bullets that prove something: an act with a result, a figure, a decision, or
    /// at least a technology put to use. Rules about bullets stand on this count, since a page
    /// without bullets has no bad ones either.
    ///
    /// # Why it matters
    /// Bullets are where a reader looks for evidence. With fewer than six there is little to judge.
    ///
    /// # Example
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// - Moved address data from MySQL to PostgreSQL without a maintenance window
    /// - Cut label printing from 900 ms to 140 ms by caching templates in Redis
    /// - Wrote runbooks for the three services on call, so that any engineer can restart them
    /// - Replaced nightly batch exports with Kafka events, which let depots see parcels at once
    /// - Introduced contract tests between the router and two carriers; failed releases fell from 5 a month to 1
    /// ```
    ///
    /// # When to ignore it
    /// When you have just started: projects and internships count as well.
    ///
    /// # Source
    /// Editorial; the guides ask for three to five bullets in each recent role (S1, S4).
    EXP001 = "few-substantial-bullets" {
        group: Bullets,
        severity: Warning,
        curve: Proof(6),
        fix: None,
        covers: ["E04", "L02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for bullet in context.facts.bullets.iter().filter(|bullet| bullet.substantial) {
        sink.proof(bullet.fingerprint, 10);
    }
    let proven = sink.proof_tenths() / 10;
    if proven < ENOUGH {
        let lines = if proven == 1 { "bullet shows" } else { "bullets show" };
        sink.whole(
            format!("{proven} {lines} what came of the work (enough: {ENOUGH})"),
            "for each recent role add what you built, how, and what changed because of it",
        );
    }
}
