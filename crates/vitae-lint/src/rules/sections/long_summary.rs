//! Summaries that nobody reads to the end.

use crate::rule::rule;
use crate::{Context, Sink};

/// Source: S2 asks for three to four lines, which is about this many words.
const MOST_WORDS: u32 = 80;

rule! {
    /// # What it does
    /// Looks for a summary of more than 80 words.
    ///
    /// # Why it matters
    /// It is read in seconds; what stands in its fifth line is not read.
    ///
    /// # Example
    /// ```summary
    /// Backend engineer for parcel software, with Java and SQL. Over the past years the work has moved from label printing to routing and from routing to carrier events, with a year of address data in between. Each of these systems runs in several depots and has its own release plan, its own on-call rota and its own group of people who ask for changes. Besides the daily work there were two rewrites, one of them from scratch, and a move between data centres that took most of a winter.
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer for parcel software, with Java and SQL. Rebuilt routing for 40 depots and moved its address data between data centres without downtime.
    /// ```
    ///
    /// # When to ignore it
    /// In an academic CV.
    ///
    /// # Source
    /// S2 (three to four lines).
    SEC011 = "long-summary" {
        group: Sections,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C12"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(summary) = &context.facts.summary else { return };
    let words = summary.anatomy.words;
    if words > MOST_WORDS {
        sink.at(
            summary.range,
            format!("summary has {words} words (limit {MOST_WORDS})"),
            "keep title, stack and your best piece of work, and move the rest to bullets",
        );
    }
}
