//! Bullets that open with help or participation.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, OpenerStrength};

rule! {
    /// # What it does
    /// Looks for bullets whose opening leaves your own part open: `Helped`, `Assisted`, `Worked on`,
    /// `Involved in`, `Participated in`, or a passive verb.
    ///
    /// # Why it matters
    /// A reader cannot tell what you did and what others did, and has to assume the least.
    ///
    /// # Example
    /// ```bullets
    /// - Worked on Kafka consumers for carrier events
    /// ```
    ///
    /// # Use instead
    /// Name your own part, however small.
    /// ```bullets
    /// - Wrote the Kafka consumers for carrier events, which replaced a nightly file import
    /// ```
    ///
    /// # When to ignore it
    /// When helping was the job, as in support or teaching, and the bullet says what came of it. A
    /// bullet with a figure for its result is left alone.
    ///
    /// # Source
    /// The weak lines of four role guides open like this (S1, S2, S3, S4).
    EXP003 = "weak-opener" {
        group: Bullets,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["E09"],
        check: Bullet(check),
    }
}

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let anatomy = &bullet.anatomy;
    let words = anatomy.opener.range.of(bullet.text.as_str());
    let weak = anatomy.opener.strength == OpenerStrength::Weak && !words.is_empty();
    let proven = anatomy.outcome.is_some() && !anatomy.metrics.is_empty();
    if !weak || proven || bullet.prose || super::duty_opener::is_duty(words) {
        return;
    }
    sink.in_bullet(
        bullet,
        anatomy.opener.range,
        format!("opening leaves your own part open: `{words}`"),
        "open with the verb for what you yourself did",
    )
    .fix(Fix::ask("name your part", &["what you did yourself"]));
}
