//! Whether any bullet shows the design of a system.

use crate::evidence::proof_of_design;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;

rule! {
    /// # What it does
    /// At mid level, looks for at least one bullet about how parts of a system work together:
    /// services, queues, events, caches, replicas, consistency, failure. From senior on, SEN004 asks
    /// for two.
    ///
    /// # Why it matters
    /// Interviews for this level include system design. A resume of features alone gives nothing to
    /// ask about.
    ///
    /// # Example
    /// ```bullets
    /// - Added the address form in Java, which stopped misprints
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Put a queue between the address form and the printers, so that a printer outage no longer blocks depots
    /// ```
    ///
    /// # When to ignore it
    /// For work on one program that has no other parts.
    ///
    /// # Source
    /// S0, S1, S2 and S4; S2 lists missing system design among the reasons for rejection.
    BAK008 = "no-system-design" {
        group: Backend,
        severity: Warning,
        curve: Proof(1),
        fix: Display,
        covers: ["J05"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        sink.proof(bullet.fingerprint, proof_of_design(context, index));
    }
    let told = !context.facts.bullets.is_empty();
    if told && sink.proof_tenths() < 10 && context.level == Level::Mid {
        sink.whole(
            "no bullet shows how parts of a system work together".to_owned(),
            "add one system: its parts, what passes between them, and what happens when one fails",
        )
        .fix(Fix::ask("show one system", &["its parts", "its load", "what happens on failure"]));
    }
}
