//! Only round percentages.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Bullet, Metric, MetricKind};

const FEWEST: usize = 6;

rule! {
    /// # What it does
    /// Looks for resumes with six percentages or more that are all multiples of five.
    ///
    /// # Why it matters
    /// Measured values are rarely that round. Readers may ask how they were measured, so it is good
    /// to know the answer.
    ///
    /// # Example
    /// ```bullets
    /// - Cut label printing time by 40% by caching templates in Java
    /// - Cut missorted crates by 30% by rebuilding the parcel router
    /// - Raised delivered labels by 25% by adding retries
    /// - Cut database load by 50% by adding two indexes
    /// - Cut hosting cost by 20% by turning off idle workers
    /// - Cut support calls by 35% by printing labels at the gate
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Cut label printing time from 900 ms to 540 ms by caching templates in Java
    /// - Cut missorted crates by 31% by rebuilding the parcel router
    /// - Raised delivered labels by 25% by adding retries
    /// - Cut database load by 50% by adding two indexes
    /// - Cut hosting cost by 20% by turning off idle workers
    /// - Cut support calls by 35% by printing labels at the gate
    /// ```
    ///
    /// # When to ignore it
    /// When they are estimates, and you can say how you made them.
    ///
    /// # Source
    /// Editorial.
    CRD006 = "round-percentages" {
        group: Credibility,
        severity: Info,
        curve: Binary,
        stands_on: "MET001",
        fix: None,
        covers: ["F15"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut shares: Vec<(&Bullet, &Metric)> = Vec::new();
    for bullet in &context.facts.bullets {
        let percent = |metric: &&Metric| metric.kind == MetricKind::Percent;
        shares.extend(bullet.anatomy.metrics.iter().filter(percent).map(|metric| (bullet, metric)));
    }
    let round =
        |(_, metric): &(&Bullet, &Metric)| metric.change.is_none() && metric.milli % 5_000 == 0;
    if shares.len() < FEWEST || !shares.iter().all(round) {
        return;
    }
    let place = |(bullet, metric): &(&Bullet, &Metric)| bullet.text.to_source(metric.range);
    sink.at(
        place(&shares[0]),
        format!("all {} percentages are multiples of five", shares.len()),
        "check them, and give the values before and after where you have them",
    )
    .also(shares[1..].iter().map(place));
}
