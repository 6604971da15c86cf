//! Titles that say more than the lines beneath them.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Level, Mismatch};

/// With fewer lines than this, what is missing may just not be written down.
const FEWEST_LINES: u32 = 4;

rule! {
    /// # What it does
    /// Reads from the lines of the roles which level of work they show: who decided, who followed, how
    /// far it reached. It speaks when the current title claims a higher level than that.
    ///
    /// # Why it matters
    /// A title is a claim, and titles differ from firm to firm. Who reads for a level looks for the
    /// work of that level, and may read the title as inflated when no line shows it.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Staff Engineer, Harbor Parcel Systems (Mar 2019 – Present)
    ///
    /// - Own the reminder service in Go: its tables, its nightly job and its alarms
    /// - On call every fifth week; ended the Monday outage by splitting the batch
    /// - Released partial payments, which cut refunds from 40 to 6 a week
    /// - Replaced the scheduler after two missed runs
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Staff Engineer, Harbor Parcel Systems (Mar 2019 – Present)
    ///
    /// - Wrote the retry standard that nine teams follow; cascading outages ended
    /// - Coordinated the move of seven teams off the shared database: order, freeze dates, fallback
    /// - Convene the design council, where teams bring changes that touch others
    /// - Own the reminder service in Go and its alarms
    /// ```
    ///
    /// # When to ignore it
    /// When the lines leave out work that you may not tell. Never change a title that you held.
    ///
    /// # Source
    /// S4's five dimensions by level; the words that stand for each are ours.
    SEN012 = "title-above-evidence" {
        group: Seniority,
        severity: Info,
        curve: Binary,
        fix: None,
        covers: ["I08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let seniority = &context.facts.seniority;
    let (Some(claimed), Some(evidence)) = (context.facts.claimed, seniority.evidence) else {
        return;
    };
    if seniority.mismatch != Mismatch::Inflated || seniority.lines < FEWEST_LINES {
        return;
    }
    let message = format!(
        "the title says {}, and the lines under it may be read as {} work",
        claimed.name(),
        evidence.name()
    );
    let help = help(context, claimed);
    match context.newest().and_then(|newest| newest.title) {
        Some(title) => sink.at(title, message, help),
        None => sink.whole(message, help),
    };
}

/// What would carry the claim.
fn help(context: &Context<'_>, claimed: Level) -> String {
    let missing = context.facts.seniority.missing(claimed);
    let facts: Vec<&str> =
        missing.iter().map(|dimension| claimed.expects(*dimension, context.pack)).collect();
    match facts[..] {
        [] => "say in one line who followed what you decided".to_owned(),
        _ => format!("if you have done it, tell it: {}", facts.join("; ")),
    }
}
