//! Whether staff work shows what it was worth.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, MetricKind};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// From staff on, looks for one bullet that says what work was worth to those who pay for it:
    /// customers, revenue, cost, risk, time to market.
    ///
    /// # Why it matters
    /// At this level work is chosen by its value. Technical results alone leave out why it was done.
    ///
    /// # Example
    /// ```bullets
    /// %% level: staff
    /// - Split the parcel monolith into six services with a queue between them
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% level: staff
    /// - Split the parcel monolith into six services, so that new carriers go live in a week, not a quarter
    /// ```
    ///
    /// # When to ignore it
    /// For work on tools whose users are engineers; then their time is the value.
    ///
    /// # Source
    /// S4 and S2 on business outcomes from staff on.
    SEN010 = "technical-only" {
        group: Seniority,
        severity: Info,
        curve: Proof(1),
        fix: Display,
        covers: ["I11"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let money = bullet.anatomy.metrics.iter().any(|metric| metric.kind == MetricKind::Money);
        let worth = money || context.signals().has(index, PhraseList::Business);
        sink.proof(bullet.fingerprint, if worth && bullet.substantial { 10 } else { 0 });
    }
    let told = !context.facts.bullets.is_empty();
    if told && sink.proof_tenths() == 0 && context.level >= Level::Staff {
        sink.whole(
            "bullets tell technical results only; none says what the work was worth".to_owned(),
            "add what it changed for customers, cost, risk or time to market",
        )
        .fix(Fix::ask("say what it was worth", &["for whom", "how much"]));
    }
}
