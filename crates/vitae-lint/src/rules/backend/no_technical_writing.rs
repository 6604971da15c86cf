//! Whether anything written for others is shown.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;
use vitae_pack::{PhraseList, SectionKind};

rule! {
    /// # What it does
    /// From senior on, looks for one trace of thoughts written down for others: a design document, a
    /// standard, a runbook, a review of an incident, a talk or an article.
    ///
    /// # Why it matters
    /// From senior on much of the work is to convince and to explain. Writing is the part of it that
    /// lasts.
    ///
    /// # Example
    /// ```bullets
    /// %% level: senior
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// - Moved address data to PostgreSQL without downtime
    /// - Cut label printing from 900 ms to 140 ms
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% level: senior
    /// - Rebuilt the parcel router in Java after a design document that three teams agreed on
    /// - Moved address data to PostgreSQL without downtime
    /// - Cut label printing from 900 ms to 140 ms
    /// ```
    ///
    /// # When to ignore it
    /// When your writing may not be named; it weighs little.
    ///
    /// # Source
    /// S2 lists technical writing among what sets people apart.
    BAK016 = "no-technical-writing" {
        group: Backend,
        severity: Info,
        curve: Proof(1),
        fix: Display,
        covers: ["J17"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let writes = context.signals().has(index, PhraseList::Writing) && bullet.substantial;
        sink.proof(bullet.fingerprint, if writes { 10 } else { 0 });
    }
    use SectionKind::{Patents, Publications, Talks};
    let told = |kind| matches!(kind, Publications | Talks | Patents);
    if context.parsed.sections.iter().any(|section| told(section.kind))
        || !context.resume().publications.is_empty()
    {
        sink.proof(0, 10);
    }
    let any = !context.facts.bullets.is_empty();
    if any && sink.proof_tenths() == 0 && context.level >= Level::Senior {
        sink.whole(
            "no design document, standard, runbook, talk or article is named".to_owned(),
            "add one text or talk of yours, and what was decided or done because of it",
        )
        .fix(Fix::ask("add what you wrote", &["which text or talk", "who acted on it"]));
    }
}
