//! Work on incidents without a figure.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, Owner};
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Above entry level, looks for bullets of roles that tell of on-call work, incidents or outages, none of
    /// which has a figure.
    ///
    /// # Why it matters
    /// How often it happened, how long it took, what it became: operations have figures at hand more
    /// often than features do.
    ///
    /// # Example
    /// ```bullets
    /// - Led incident reviews for the parcel router, which ended repeated outages
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Led incident reviews for the parcel router, which cut outages from five a month to one
    /// ```
    ///
    /// # When to ignore it
    /// When nobody counted, or you may not say.
    ///
    /// # Source
    /// S1 and S3.
    MET020 = "incident-without-figure" {
        group: Metrics,
        severity: Info,
        curve: Binary,
        stands_on: "MET001",
        fix: Display,
        covers: ["F09"],
        check: Resume(check),
    }
}

const WORDS: [&str; 9] = [
    "incident",
    "incidents",
    "outage",
    "outages",
    "oncall",
    "pager",
    "postmortem",
    "postmortems",
    "downtime",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.level == Level::Entry {
        return;
    }
    let words = WORDS.map(fold_key);
    let told = |bullet: &&vitae_facts::Bullet| {
        let work = matches!(bullet.owner, Owner::Work(_));
        work && bullet.anatomy.tokens.iter().any(|token| words.contains(&token.key))
    };
    let bullets: Vec<_> = context.facts.bullets.iter().filter(told).collect();
    let Some(first) = bullets.first() else { return };
    if bullets.iter().all(|bullet| bullet.anatomy.metrics.is_empty()) {
        sink.bullet(
            first,
            "tells of incidents without a figure".to_owned(),
            "ask how often, how long and how many: alerts a week, minutes to repair, pages at night",
        )
        .fix(Fix::ask("add a figure that you know", &["time to detect or repair, before and after"]));
    }
}
