//! Percentages that are a share of nothing.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, MetricKind};
use vitae_text::{TokenKind, fold_key};

rule! {
    /// # What it does
    /// Looks for percentages whose object is a word that cannot be measured by itself:
    /// `performance`, `efficiency`, `productivity`.
    ///
    /// # Why it matters
    /// Nobody can check `performance by 40%`, and an interviewer will ask: of what, from where?
    ///
    /// # Example
    /// ```bullets
    /// - Improved application performance by 40%
    /// ```
    ///
    /// # Use instead
    /// Name the quantity, and the values before and after.
    /// ```bullets
    /// - Cut median response time of the label API by 40%, from 300 ms to 180 ms
    /// ```
    ///
    /// # When to ignore it
    /// When the values themselves are confidential; name the quantity all the same.
    ///
    /// # Source
    /// S3 names checkable effect as what makes a line strong; S1 asks for base values.
    MET002 = "percent-without-object" {
        group: Metrics,
        severity: Warning,
        curve: Defects,
        stands_on: "MET001",
        fix: Display,
        covers: ["F12"],
        check: Bullet(check),
    }
}

/// Words that name no quantity.
const UNMEASURED: [&str; 14] = [
    "performance",
    "efficiency",
    "productivity",
    "quality",
    "scalability",
    "reliability",
    "speed",
    "experience",
    "effectiveness",
    "usability",
    "maintainability",
    "security",
    "stability",
    "workflow",
];
/// Words that may stand with them and still name nothing.
const GENERIC: [&str; 16] = [
    "application",
    "system",
    "api",
    "overall",
    "team",
    "platform",
    "service",
    "backend",
    "server",
    "code",
    "database",
    "developer",
    "operational",
    "the",
    "of",
    "our",
];

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let text = bullet.text.as_str();
    let quantified =
        bullet.anatomy.metrics.iter().filter(|m| m.kind != MetricKind::Percent).count();
    if quantified > 0 {
        return;
    }
    for metric in &bullet.anatomy.metrics {
        if metric.kind != MetricKind::Percent || metric.change.is_some() {
            continue;
        }
        let before: Vec<_> = bullet
            .anatomy
            .tokens
            .iter()
            .filter(|t| t.kind == TokenKind::Word && t.range.end <= metric.range.start)
            .collect();
        let object = before.iter().rposition(|t| UNMEASURED.iter().any(|w| fold_key(w) == t.key));
        let Some(object) = object else { continue };
        // The object must stand just before `by 40%`, and nothing specific before it.
        let near = before.len() - object <= 3;
        let generic = |key: u64| GENERIC.iter().any(|word| fold_key(word) == key);
        let specific = before[..object].iter().skip(1).any(|t| !generic(t.key));
        if near && !specific {
            let word = before[object].range.of(text);
            let figure = metric.range.of(text);
            sink.in_bullet(
                bullet,
                before[object].range.cover(metric.range),
                format!("`{figure}` of `{word}` names nothing that can be measured"),
                "name the quantity and its value before and after, in its own unit",
            )
            .fix(Fix::ask("name the quantity", &["what was measured", "before", "after"]));
        }
    }
}
