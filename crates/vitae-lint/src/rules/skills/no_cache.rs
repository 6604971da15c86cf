//! Whether a cache is named.

use super::few_proven_skills::require;
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for a cache or for caching, in the skills or in a bullet, at mid and senior level.
    ///
    /// # Why it matters
    /// It is the first thing that readers expect where something was made faster.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Cut label printing from 900 ms to 140 ms by caching templates in Redis
    /// ```
    ///
    /// # When to ignore it
    /// When none of your systems needed one; it costs little.
    ///
    /// # Source
    /// S1, S2, S3 and S4 list caches among the tools of the role.
    SKL011 = "no-cache" {
        group: Skills,
        severity: Info,
        curve: Proof(1),
        fix: None,
        covers: ["H08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if matches!(context.level, Level::Mid | Level::Senior) {
        require(
            context,
            sink,
            |skill| skill.category == Category::Cache || matches!(skill.name, "caching" | "CDN"),
            "cache",
            "if you cached anything, say what, in which store, and what it saved",
        );
    }
}
