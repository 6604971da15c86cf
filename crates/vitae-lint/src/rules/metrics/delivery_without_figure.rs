//! Delivery without how often or how fast.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, OpenerStrength, Owner};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// Looks for resumes whose bullets speak of deployments, releases or pipelines, and none of them
    /// with a figure.
    ///
    /// # Why it matters
    /// How often a team releases, and how long a change takes to reach users, sizes the work on a
    /// pipeline. The word alone does not.
    ///
    /// # Example
    /// ```bullets
    /// - Built the deployment pipeline for the label service, which made releases safer
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built the deployment pipeline for the label service, which brought releases from 4 a month to 60
    /// ```
    ///
    /// # When to ignore it
    /// When releases are not your part of the work; then the word can go. Earlier roles are not
    /// asked.
    ///
    /// # Source
    /// S1 and S4 list deploys a day and lead time among the figures of backend work.
    MET007 = "delivery-without-figure" {
        group: Metrics,
        severity: Info,
        curve: Binary,
        stands_on: "MET001",
        fix: Display,
        covers: ["F08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let of_delivery = |(index, _): &(usize, _)| context.signals().has(*index, PhraseList::Delivery);
    let mut delivery = context.facts.bullets.iter().enumerate().filter(of_delivery);
    let Some((first, bullet)) = delivery.clone().find(|(_, bullet)| recent_act(bullet)) else {
        return;
    };
    if delivery.any(|(_, bullet)| !bullet.anatomy.metrics.is_empty()) {
        return;
    }
    let Some(words) = context.signals().first(first, PhraseList::Delivery) else { return };
    let what = words.of(bullet.text.as_str());
    sink.in_bullet(
        bullet,
        words,
        format!("`{what}` without how often or how fast; no bullet has a figure of delivery"),
        "say releases a day or week, or the time from merge to production, before and after",
    )
    .fix(Fix::ask("add a figure of delivery", &["releases before", "releases after"]));
}

/// An act of the person's own in one of the two newest roles, where a figure can be asked for.
fn recent_act(bullet: &Bullet) -> bool {
    let recent = matches!(bullet.owner, Owner::Work(0 | 1));
    recent && !bullet.prose && bullet.anatomy.opener.strength > OpenerStrength::Weak
}
