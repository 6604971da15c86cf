//! Summaries that name no technology.

use crate::rule::rule;
use crate::{Context, Fix, Sink};

rule! {
    /// # What it does
    /// Looks for a summary without a single language or technology.
    ///
    /// # Why it matters
    /// Whether your stack fits is the first question of a backend search.
    ///
    /// # Example
    /// ```summary
    /// Engineer with five years of experience in parcel software.
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer with five years in parcel software, mostly Java and PostgreSQL.
    /// ```
    ///
    /// # When to ignore it
    /// When you lead at a level where no stack is yours.
    ///
    /// # Source
    /// S0, S1 and S2.
    SEC013 = "summary-without-stack" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: Display,
        covers: ["C13"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(summary) = &context.facts.summary else { return };
    let named = summary.anatomy.skills.iter().any(|used| context.pack.skill(used.skill).technology);
    if !named {
        sink.at(
            summary.range,
            "summary names no language or technology".to_owned(),
            "add the stack you work in most, in the first line",
        )
        .fix(Fix::ask("name your stack", &["main languages and datastores"]));
    }
}
