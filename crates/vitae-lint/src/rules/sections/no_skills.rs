//! Whether there is a list of skills.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for a skills section. A line such as `Stack: Java, Kafka` under a role or project
    /// counts as well.
    ///
    /// # Why it matters
    /// Searches match it first, and readers scan it in a few seconds.
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
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When your roles name their stack in lines of their own.
    ///
    /// # Source
    /// S0, S1, S2 and S4; S1 and S3 also accept skills in context only.
    SEC003 = "no-skills" {
        group: Sections,
        severity: Warning,
        curve: Binary,
        fix: None,
        covers: ["C02"],
        check: Resume(check),
    }
}

/// What opens a line of technologies inside a role.
const LABELS: [&str; 10] = [
    "stack",
    "tech",
    "tech stack",
    "technologies",
    "technology",
    "tools",
    "environment",
    "tools used",
    "technologies used",
    "skills",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.resume().skills.is_empty() || !context.facts.skills.listed.is_empty() {
        return;
    }
    let inline = context.document.lines.iter().any(|line| {
        let label =
            context.text(line.content_range()).split_once(':').map_or("", |(label, _)| label);
        let label = label.trim_matches(|ch: char| !ch.is_alphanumeric());
        LABELS.iter().any(|known| label.eq_ignore_ascii_case(known))
    });
    if !inline {
        sink.whole(
            context.absent("skills section"),
            "add one by layer: languages, frameworks, datastores, infrastructure",
        );
    }
}
