//! Tools that stand in the list without what they are for.

use super::few_proven_skills::is_grouped;
use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for a list of skills that neither groups its tools nor says in brackets what any of them is
    /// for. It is off unless it is asked for: engineers know the tools, and brackets clutter the list.
    ///
    /// # Why it matters
    /// The first reader is often no engineer. A group or a bracket tells that Kafka is about messages.
    ///
    /// # Example
    /// ```skills
    /// Java, SQL, Kafka, Redis, Terraform
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Java, SQL, Kafka (event streaming), Redis, Terraform
    /// ```
    ///
    /// # When to ignore it
    /// When engineers read first.
    ///
    /// # Source
    /// S2, as a tip.
    SKL019 = "tool-without-purpose" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H18"],
        check: Resume(check),
        status: Optional,
    }
}

const FEWEST: usize = 3;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let explained = context.skill_items().any(|item| {
        let line = context.document.line_at(item.start).map(|at| &context.document.lines[at]);
        line.is_some_and(|line| context.document.line_text(line).contains('('))
    });
    let tools = context.facts.skills.listed.iter().filter(|(_, skill)| {
        skill.is_some_and(|id| {
            let skill = context.pack.skill(id);
            skill.technology && !skill.basic && skill.category != vitae_pack::Category::Language
        })
    });
    let tools: Vec<_> = tools.collect();
    if is_grouped(context) || explained || tools.len() < FEWEST {
        return;
    }
    sink.at(
        tools[0].0,
        format!("{} tools stand in the list without what they are for", tools.len()),
        "group them by layer, or say it once in brackets: `Kafka (event streaming)`",
    );
}
