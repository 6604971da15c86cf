//! Axes of backend work without a figure.

use crate::evidence::axes;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;

/// With so many axes numbered, a resume has something to ask about.
const FEWEST: usize = 2;

rule! {
    /// # What it does
    /// Looks at the four axes of backend work (API design, data, scalability, reliability) and counts
    /// those that have at least one bullet with a figure. It speaks up when fewer than two have one.
    ///
    /// # Why it matters
    /// Each axis is a set of interview questions. A figure shows that you have stood there, and at
    /// which size.
    ///
    /// # Example
    /// ```bullets
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    /// - Documented the label API for carriers
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    /// - Versioned the label API for nine carriers, so that 40 clients kept working
    /// ```
    ///
    /// # When to ignore it
    /// For work that has no part in an axis, such as a storage engine without an interface.
    ///
    /// # Source
    /// S3's first check: each bullet on one of the four, each of the four with a number.
    BAK017 = "axis-without-figure" {
        group: Backend,
        severity: Warning,
        curve: Proof(3),
        fix: Display,
        covers: ["J18"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let axes = axes(context);
    let mut bare = Vec::new();
    for (number, evidence) in axes.iter().enumerate() {
        if evidence.numbered {
            sink.proof(number as u64, 10);
        } else {
            bare.push(evidence.axis);
        }
    }
    // A principal's bullets are mostly about people and direction, which are no axis.
    let level = (Level::Mid..=Level::Staff).contains(&context.level);
    let judged = level && !context.facts.bullets.is_empty();
    if !judged || axes.len() - bare.len() >= FEWEST {
        return;
    }
    let names: Vec<&str> = bare.iter().map(|axis| axis.name()).collect();
    let asks: Vec<&str> = bare.iter().take(2).map(|axis| axis.asks()).collect();
    sink.whole(
        format!(
            "{} of {} axes have no bullet with a figure: {}",
            bare.len(),
            axes.len(),
            names.join(", ")
        ),
        "size one piece of work on each axis that you have worked on",
    )
    .fix(Fix::ask("fill an axis", &asks));
}
