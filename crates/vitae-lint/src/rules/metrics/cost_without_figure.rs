//! Savings without an amount.

use crate::evidence::opening;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, Level, MetricKind};
use vitae_pack::{PhraseList, VerbClass};

rule! {
    /// # What it does
    /// Looks for bullets that speak of the cost of systems, or of lowering it, without an amount or a
    /// share. From staff on, it also says when no bullet shows what anything cost.
    ///
    /// # Why it matters
    /// Cost is the figure that people outside of engineering understand at once. `Reduced costs`
    /// leaves it out.
    ///
    /// # Example
    /// ```bullets
    /// - Reduced cloud costs by moving idle workers to a nightly schedule
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Reduced cloud costs by $4,000 a month by moving idle workers to a nightly schedule
    /// ```
    ///
    /// # When to ignore it
    /// When amounts may not be told: a share (`by a third`) says as much.
    ///
    /// # Source
    /// S0, S1, S2 and S4 list cost among the figures of backend work.
    MET006 = "cost-without-figure" {
        group: Metrics,
        severity: Info,
        curve: Defects,
        stands_on: "MET001",
        fix: Display,
        covers: ["F07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut shown = false;
    let mut named = false;
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let metrics = &bullet.anatomy.metrics;
        let cost = context.signals().first(index, PhraseList::Cost);
        shown |= metrics.iter().any(|metric| metric.kind == MetricKind::Money);
        let Some(words) = cost else { continue };
        named = true;
        shown |= !metrics.is_empty();
        // `at the cost of` is a trade-off; without an effect nothing is claimed.
        if metrics.is_empty() && claims(context, bullet) && !bullet.prose {
            let cost = words.of(bullet.text.as_str());
            sink.in_bullet(
                bullet,
                words,
                format!("speaks of `{cost}` without an amount or a share"),
                "say how much a month or a year, or which share of it",
            )
            .fix(Fix::ask("add the cost", &["cost before", "cost after, or the share saved"]));
        }
    }
    let bullets = context.facts.bullets.len();
    if context.level >= Level::Staff && bullets > 0 && !shown && !named {
        sink.whole(
            "no figure shows what a system cost or saved".to_owned(),
            "add what one system you answer for costs, or what a decision of yours saved",
        )
        .fix(Fix::ask("add one cost figure", &["which system", "its cost, or the share saved"]));
    }
}

/// Says that something was won.
fn claims(context: &Context<'_>, bullet: &Bullet) -> bool {
    let improves =
        opening(bullet, context.pack).is_some_and(|found| found.verb.class == VerbClass::Improve);
    improves || bullet.anatomy.outcome.is_some()
}
