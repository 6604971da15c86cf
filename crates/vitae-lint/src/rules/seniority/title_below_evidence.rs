//! Titles that say less than the lines beneath them.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Mismatch;

/// With fewer lines than this, what is missing may just not be written down.
const FEWEST_LINES: u32 = 4;

rule! {
    /// # What it does
    /// Reads from the lines of the roles which level of work they show: who decided, who followed, how
    /// far it reached. It speaks when they show more than the current title claims.
    ///
    /// # Why it matters
    /// Searches and first looks go by the title. Work of a higher level is then not looked for, unless
    /// the summary says what you answer for.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Software Engineer II, Harbor Parcel Systems (Mar 2019 – Present)
    ///
    /// - Wrote the retry standard that nine teams follow; cascading outages ended
    /// - Coordinated the move of seven teams off the shared database: order, freeze dates, fallback
    /// - Convene the design council, where teams bring changes that touch others
    /// - Created the build templates that every new service of all teams starts from
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
    /// - Created the build templates that every new service of all teams starts from
    /// ```
    ///
    /// # When to ignore it
    /// When the job you want is of the title's level. Keep the title you hold: it is a fact.
    ///
    /// # Source
    /// S4's five dimensions by level; the words that stand for each are ours.
    SEN013 = "title-below-evidence" {
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
    if seniority.mismatch != Mismatch::Underlevelled || seniority.lines < FEWEST_LINES {
        return;
    }
    let message =
        format!("the lines show {} work, and the title says {}", evidence.name(), claimed.name());
    let help =
        "keep the title you hold, and let the first line of the summary say what you answer for";
    match context.newest().and_then(|newest| newest.title) {
        Some(title) => sink.at(title, message, help),
        None => sink.whole(message, help),
    };
}
