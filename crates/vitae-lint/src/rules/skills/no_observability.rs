//! Whether anything is named that watches services.

use super::few_proven_skills::require;
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for a tool or practice of observability: metrics, logs, traces, alerts. Early in a career,
    /// and for those who lead several teams, nothing is said.
    ///
    /// # Why it matters
    /// Whoever runs a service sees it through one of these. Their absence reads as if others ran it.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Observability: Prometheus, Grafana
    /// ```
    ///
    /// # When to ignore it
    /// When another team watched your services; say what you handed over to them.
    ///
    /// # Source
    /// S1 (list of what to show), S2 and S4.
    SKL012 = "no-observability" {
        group: Skills,
        severity: Info,
        curve: Proof(1),
        fix: None,
        covers: ["H09"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if matches!(context.level, Level::Mid | Level::Senior) {
        require(
            context,
            sink,
            |skill| {
                skill.category == Category::Observability
                    || matches!(skill.name, "observability" | "monitoring" | "SLO" | "alerting")
            },
            "tool for metrics, logs, traces or alerts",
            "name what you watched your services with, and a bullet on what it told you",
        );
    }
}
