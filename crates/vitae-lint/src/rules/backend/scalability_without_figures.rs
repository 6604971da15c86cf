//! Scalability that is claimed and not shown.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Bullet;

rule! {
    /// # What it does
    /// Looks for bullets that say `scalable`, `scalability` or `scaled` and give neither a figure
    /// nor a bottleneck and what was done about it.
    ///
    /// # Why it matters
    /// Everyone calls their service scalable. From what to what, and what gave way first, is the
    /// story.
    ///
    /// # Example
    /// ```bullets
    /// - Designed a scalable label service in Java
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Moved label rendering off the request path, so that the service took 900 requests a second instead of 200
    /// ```
    ///
    /// # When to ignore it
    /// When the figures stand in the next bullet.
    ///
    /// # Source
    /// S3's second common mistake; S1 asks for the bottleneck and its figure.
    BAK004 = "scalability-without-figures" {
        group: Backend,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["J04"],
        check: Bullet(check),
    }
}

const CLAIMS: [&str; 5] = ["scalable", "scalability", "scaled", "scaling", "scale"];

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let text = bullet.text.as_str();
    let anatomy = &bullet.anatomy;
    let claim = anatomy.tokens.iter().enumerate().find(|(index, token)| {
        let word = token.range.of(text);
        let hyphened = anatomy.tokens[..*index].last().is_some_and(|t| t.range.of(text) == "-");
        CLAIMS.iter().any(|claim| word.eq_ignore_ascii_case(claim)) && !hyphened
    });
    let Some((_, claim)) = claim else { return };
    let word = claim.range.of(text);
    // `at scale` and `scale out` are claims; a scale that weighs parcels is not ours to judge.
    if word.eq_ignore_ascii_case("scale") && !text.to_ascii_lowercase().contains("at scale") {
        return;
    }
    if !anatomy.metrics.is_empty() || anatomy.decision.is_some() {
        return;
    }
    sink.in_bullet(
        bullet,
        claim.range,
        format!("`{word}` without the load before and after, or what gave way first"),
        "say the bottleneck, what you changed, and the load it carried before and after",
    )
    .fix(Fix::ask("show the scale", &["load before", "load after", "what gave way first"]));
}
