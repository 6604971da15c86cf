//! One figure in many bullets.

use crate::rule::rule;
use crate::{Context, Sink};
use std::collections::BTreeMap;
use vitae_facts::{Bullet, Metric, MetricKind};

rule! {
    /// # What it does
    /// Looks for the same percentage or factor in three or more different bullets.
    ///
    /// # Why it matters
    /// Three improvements by exactly 30 % look like a template, even when they are true.
    ///
    /// # Example
    /// ```bullets
    /// - Cut label printing time by 30% with a cache
    /// - Lowered queue delay by 30% with batching
    /// - Reduced the cost of idle workers by 30%
    /// ```
    ///
    /// # Use instead
    /// Give the values that you measured.
    /// ```bullets
    /// - Cut label printing time from 900 ms to 620 ms with a cache
    /// - Lowered queue delay by 34% with batching
    /// - Reduced the cost of idle workers by $1,200 a month
    /// ```
    ///
    /// # When to ignore it
    /// When all three were measured so; give the values before and after.
    ///
    /// # Source
    /// Editorial.
    CRD003 = "same-figure-everywhere" {
        group: Credibility,
        severity: Info,
        curve: Binary,
        stands_on: "MET001",
        fix: None,
        covers: ["F14"],
        check: Resume(check),
    }
}

const FEWEST: usize = 3;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut by_value: BTreeMap<(MetricKind, i64), Vec<(&Bullet, &Metric)>> = BTreeMap::new();
    for bullet in &context.facts.bullets {
        for metric in &bullet.anatomy.metrics {
            let relative = matches!(metric.kind, MetricKind::Percent | MetricKind::Multiplier);
            if relative && metric.change.is_none() && metric.milli != 100_000 {
                let same = by_value.entry((metric.kind, metric.milli)).or_default();
                if same.iter().all(|(other, _)| other.fingerprint != bullet.fingerprint) {
                    same.push((bullet, metric));
                }
            }
        }
    }
    for same in by_value.into_values().filter(|same| same.len() >= FEWEST) {
        let place = |(bullet, metric): (&Bullet, &Metric)| bullet.text.to_source(metric.range);
        let figure = same[0].1.range.of(same[0].0.text.as_str());
        sink.at(
            place(same[0]),
            format!("`{figure}` stands in {} bullets", same.len()),
            "check the figures, and give the values before and after where you have them",
        )
        .also(same[1..].iter().map(|pair| place(*pair)));
    }
}
