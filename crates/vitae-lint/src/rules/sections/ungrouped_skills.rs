//! Long lists of skills in one run.

use crate::rule::rule;
use crate::rules::skills::few_proven_skills::is_grouped;
use crate::{Context, Sink};
use vitae_document::Format;

rule! {
    /// # What it does
    /// Looks for more than eight skills in a single list without groups.
    ///
    /// # Why it matters
    /// By layer, a reader finds the datastore at once: languages, frameworks, data, platform. In one
    /// run each word must be read.
    ///
    /// # Example
    /// ```skills
    /// Java, Kotlin, SQL, Spring Boot, PostgreSQL, Redis, Kafka, Docker, Kubernetes, Terraform
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, Kotlin, SQL
    /// Frameworks: Spring Boot
    /// Data: PostgreSQL, Redis, Kafka
    /// Platform: Docker, Kubernetes, Terraform
    /// ```
    ///
    /// # When to ignore it
    /// When a portal takes one list only.
    ///
    /// # Source
    /// S1 and S2: by layer. Threshold editorial.
    SEC019 = "ungrouped-skills" {
        group: Sections,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C16"],
        check: Resume(check),
    }
}

const MOST: usize = 8;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let listed = &context.facts.skills.listed;
    // Lists one under the other are groups, if without a name.
    let one_run = context.resume().skills.len() == 1 && !is_grouped(context);
    // LinkedIn has no groups.
    let one_run = one_run && context.document.format != Format::LinkedIn;
    if one_run && listed.len() > MOST {
        sink.at(
            listed[0].0,
            format!("{} skills stand in one list without groups (limit {MOST})", listed.len()),
            "group them by layer: languages, frameworks, data, platform",
        );
    }
}
