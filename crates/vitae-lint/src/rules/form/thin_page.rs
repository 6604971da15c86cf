//! Resumes that say little.

use crate::rule::rule;
use crate::{Context, Sink};

/// Source: ats-screener takes fewer than this as an error.
const FEWEST_WORDS: usize = 150;

rule! {
    /// # What it does
    /// Counts the words of the resume: fewer than 150. It never costs points by itself, since words
    /// alone are worth nothing.
    ///
    /// # Why it matters
    /// There is little to match and little to judge.
    ///
    /// # Example
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates and the night shift that had sorted them by hand
    /// - Moved address data from MySQL to PostgreSQL without a maintenance window, with a dry run in each of the depots
    /// - Cut label printing from 900 ms to 140 ms by caching templates in Redis, so that the belt does not wait any more
    /// - Wrote runbooks for the three services on call, so that any engineer of the team can restart them at night
    /// - Replaced nightly batch exports with Kafka events, which let depots see parcels at once and plan their vans
    /// - Introduced contract tests between the router and two carriers, and failed releases fell from 5 a month to 1
    /// ```
    ///
    /// # When to ignore it
    /// When you have just started and every line counts.
    ///
    /// # Source
    /// ats-screener; S3 asks for one to two pages.
    FMT005 = "thin-page" {
        group: Form,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let words = context.words();
    if words < FEWEST_WORDS {
        sink.whole(
            format!("resume has {words} words (at least {FEWEST_WORDS})"),
            "add what you built in each role, why it was needed and what came of it",
        );
    }
}
