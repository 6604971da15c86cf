//! Figures that cannot be.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Bullet, MetricKind};

rule! {
    /// # What it does
    /// Looks for figures that cannot be right: availability above 100 % or of 99.9999 % and more, a
    /// reduction by more than 100 %.
    ///
    /// # Why it matters
    /// One impossible figure makes a reader doubt all the others. Most are typing mistakes.
    ///
    /// # Example
    /// ```bullets
    /// - Reduced label latency by 120% by caching templates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Reduced label latency by 84% by caching templates
    /// ```
    ///
    /// # When to ignore it
    /// When you ran a system with six nines and can say how it was measured.
    ///
    /// # Source
    /// Arithmetic; S4 lists overstated claims as a red flag.
    MET003 = "implausible-figure" {
        group: Metrics,
        severity: Warning,
        curve: Defects,
        stands_on: "MET001",
        fix: None,
        covers: ["F13"],
        check: Bullet(check),
    }
}

const AVAILABILITY: [&str; 4] = ["uptime", "availability", "available", "sla"];
const REDUCTION: [&str; 14] = [
    "reduce",
    "reduced",
    "reducing",
    "reduction",
    "cut",
    "cutting",
    "decrease",
    "decreased",
    "lower",
    "lowered",
    "lowering",
    "shrank",
    "shrunk",
    "fell",
];

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let text = bullet.text.as_str();
    for metric in bullet.anatomy.metrics.iter().filter(|m| m.kind == MetricKind::Percent) {
        if metric.change.is_some() {
            continue;
        }
        let figure = metric.range.of(text);
        let clause = clause_around(text, metric.range.start as usize);
        let any = |words: &[&str]| {
            clause
                .split(|c: char| !c.is_alphanumeric())
                .any(|w| words.iter().any(|x| w.eq_ignore_ascii_case(x)))
        };
        let why = if any(&AVAILABILITY) && metric.milli > 100_000 {
            "availability cannot be above 100%"
        } else if any(&AVAILABILITY) && (99_999..=100_000).contains(&metric.milli) && !plain(figure)
        {
            "availability of six nines is half a minute of outage in a year"
        } else if any(&REDUCTION) && metric.milli > 100_000 && by_before(text, metric.range.start) {
            "nothing can be reduced by more than 100%"
        } else {
            continue;
        };
        sink.in_bullet(
            bullet,
            metric.range,
            format!("`{figure}` cannot be right as it stands: {why}"),
            "check the figure and its unit",
        );
    }
}

/// `99.999%` and `100%` are rounded in the data to thousandths; only longer ones claim six nines.
fn plain(figure: &str) -> bool {
    figure.chars().filter(char::is_ascii_digit).count() < 6
}

fn by_before(text: &str, at: u32) -> bool {
    let before = text.get(..at as usize).unwrap_or("").trim_end();
    before.ends_with("by") || before.ends_with("by over") || before.ends_with("by more than")
}

/// The part of `text` around `at` that no comma or semicolon cuts.
fn clause_around(text: &str, at: usize) -> &str {
    let edge = |c: char| matches!(c, ';' | '(' | ')');
    let start = text.get(..at).and_then(|t| t.rfind(edge)).map_or(0, |i| i + 1);
    let end = text.get(at..).and_then(|t| t.find(edge)).map_or(text.len(), |i| at + i);
    text.get(start..end).unwrap_or("")
}
