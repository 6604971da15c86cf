//! Whether any figure shows how fast or how much.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Metric, MetricKind};

rule! {
    /// # What it does
    /// Looks for at least two figures of the kinds that backend work is sized by: latency,
    /// throughput, data volume, availability or error rate.
    ///
    /// # Why it matters
    /// They show that you knew the system in production, not only its code.
    ///
    /// # Example
    /// ```bullets
    /// - Rebuilt the parcel router with a team of five engineers in three months
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router for 900 requests a second, at 140 ms in the 99th percentile
    /// ```
    ///
    /// # When to ignore it
    /// At the start of a career, where the rule weighs little.
    ///
    /// # Source
    /// Throughput, latency and reliability figures are named by S0, S1, S2 and S4.
    MET005 = "no-speed-or-volume" {
        group: Metrics,
        severity: Info,
        curve: Proof(2),
        fix: Display,
        covers: ["F03", "F04", "F05", "F06"],
        check: Resume(check),
    }
}

/// Units of latency; longer times are about people and projects.
const LATENCY: [&str; 4] = ["ns", "µs", "ms", "s"];

fn operational(metric: &Metric, text: &str) -> bool {
    match metric.kind {
        MetricKind::Rate | MetricKind::Size => true,
        MetricKind::Time => LATENCY.contains(&metric.unit.as_str()),
        MetricKind::Percent => ["uptime", "availab", "error", "slo", "success", "hit rate"]
            .iter()
            .any(|word| text.to_ascii_lowercase().contains(word)),
        MetricKind::Money | MetricKind::Count | MetricKind::Multiplier => false,
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for bullet in &context.facts.bullets {
        let text = bullet.text.as_str();
        for (index, metric) in bullet.anatomy.metrics.iter().enumerate() {
            if operational(metric, text) {
                sink.proof(bullet.fingerprint ^ index as u64, 10);
            }
        }
    }
    if sink.proof_tenths() == 0 {
        let slots = ["requests or events per second", "p99 latency before and after"];
        sink.whole(
            "no figure shows how fast, how much or how reliably your systems ran".to_owned(),
            "add latency, throughput, data volume or availability of one system you know well",
        )
        .fix(Fix::ask("add one operational figure", &slots));
    }
}
