//! Skills sorted by alphabet.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for a list of six or more skills that runs from A to Z.
    ///
    /// # Why it matters
    /// The first item is read most. By alphabet it is whatever begins with A; by weight it is what you
    /// want to be hired for.
    ///
    /// # Example
    /// ```skills
    /// Tools: Docker, Java, Kafka, PostgreSQL, Redis, Terraform
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Tools: Java, PostgreSQL, Kafka, Redis, Docker, Terraform
    /// ```
    ///
    /// # When to ignore it
    /// When the order is chance.
    ///
    /// # Source
    /// S2: by layer, not by alphabet. Threshold editorial: six items fall into order by chance once in
    /// 720 lists.
    SEC020 = "alphabetical-skills" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C17"],
        check: Resume(check),
    }
}

const FEWEST: usize = 6;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, group) in context.resume().skills.iter().enumerate() {
        let names: Vec<String> = group.keywords.iter().map(|name| name.to_lowercase()).collect();
        let sorted = names.windows(2).all(|pair| pair[0] < pair[1]);
        if sorted && names.len() >= FEWEST {
            let place = context.range(&format!("/skills/{at}/keywords/0")).unwrap_or_default();
            sink.at(
                place,
                format!("{} skills run from A to Z", names.len()),
                "put first what you want to be hired for",
            );
        }
    }
}
