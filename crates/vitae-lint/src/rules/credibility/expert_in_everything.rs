//! Experts in more than anyone can be.

use crate::rule::rule;
use crate::search::{bodies, lines};
use crate::{Context, Sink};
use vitae_pack::SectionKind;

rule! {
    /// # What it does
    /// Looks for six or more technologies that the skills call `expert`, `mastery` or the like: in a
    /// group of that name, or each by itself.
    ///
    /// # Why it matters
    /// Readers who know one of them will ask about it. Two that you would teach are believed.
    ///
    /// # Example
    /// ```skills
    /// Expert: Java, Kotlin, Go, PostgreSQL, Kafka, Kubernetes, Terraform
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Expert: Java, PostgreSQL
    /// Working knowledge: Kotlin, Go, Kafka, Kubernetes, Terraform
    /// ```
    ///
    /// # When to ignore it
    /// When you have taught or built all of them, and the bullets say so.
    ///
    /// # Source
    /// S4 on overstatement; threshold from the catalogue, editorial.
    CRD021 = "expert-in-everything" {
        group: Credibility,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["K09"],
        check: Resume(check),
    }
}

const MOST: usize = 5;
const WORDS: [&str; 5] = ["expert", "mastery", "master of", "guru", "experte"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut claimed = Vec::new();
    for line in bodies(context, &[SectionKind::Skills]).flat_map(|body| lines(context, body)) {
        let text = context.text(line.range).to_lowercase();
        let words: usize = WORDS.iter().map(|word| text.matches(word).count()).sum();
        if words == 0 {
            continue;
        }
        let items: Vec<_> =
            context.skill_items().filter(|item| line.range.contains(*item)).collect();
        // A label in front speaks for the whole line, one in brackets for its own item.
        let all = WORDS
            .iter()
            .any(|word| text.trim_start_matches(['-', '•', '*', ' ']).starts_with(word));
        claimed.extend(items.into_iter().take(if all { usize::MAX } else { words }));
    }
    if let Some(first) = claimed.first().filter(|_| claimed.len() > MOST) {
        sink.at(
            *first,
            format!("the skills claim expertise in {} technologies (limit {MOST})", claimed.len()),
            "keep the word for the two or three that you would teach",
        )
        .also(claimed.iter().skip(1).copied());
    }
}
