//! Bullets that only list tools.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Bullet;
use vitae_text::TokenKind;

rule! {
    /// # What it does
    /// Looks for bullets that name two or more technologies and little else.
    ///
    /// # Why it matters
    /// Tools without a task show that you were near them, not what you can do with them.
    ///
    /// # Example
    /// ```bullets
    /// - Used Java, Spring Boot, PostgreSQL and Docker
    /// ```
    ///
    /// # Use instead
    /// Let each tool carry a task, and keep the list for the skills section.
    /// ```bullets
    /// - Built the address service in Spring Boot on PostgreSQL, so that depots stop retyping addresses
    /// ```
    ///
    /// # When to ignore it
    /// For a line that is marked as a list, such as `Stack: Java, Kafka`; that one is left alone.
    ///
    /// # Source
    /// S4 names technology-only bullets as a mistake; S1 and S2 ask for context.
    EXP008 = "tool-list-bullet" {
        group: Bullets,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["E12"],
        check: Bullet(check),
    }
}

/// Words besides the tools that a bullet may have and still be a list: a verb, `and`, `with`.
const OTHER_WORDS: u32 = 4;

fn check(context: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let anatomy = &bullet.anatomy;
    let text = bullet.text.as_str();
    let labelled =
        text.split_once(':').is_some_and(|(label, _)| label.split_whitespace().count() <= 3);
    let tools: Vec<_> =
        anatomy.skills.iter().filter(|used| context.pack.skill(used.skill).technology).collect();
    if tools.len() < 2 || labelled || bullet.prose || anatomy.outcome.is_some() {
        return;
    }
    let in_skill = |at: u32| tools.iter().any(|tool| tool.range.start <= at && at < tool.range.end);
    let words = anatomy.tokens.iter().filter(|token| token.kind != TokenKind::Symbol);
    let other = words.filter(|token| !in_skill(token.range.start)).count() as u32;
    if other > OTHER_WORDS || !anatomy.metrics.is_empty() || anatomy.decision.is_some() {
        return;
    }
    let names: Vec<&str> = tools.iter().map(|tool| tool.range.of(text)).collect();
    sink.bullet(
        bullet,
        format!("only lists tools: `{}`", names.join("`, `")),
        "say what you made them do, and leave the list to the skills section",
    )
    .fix(Fix::ask(
        "give the tools a task",
        &["what you built or ran with them", "what came of it"],
    ));
}
