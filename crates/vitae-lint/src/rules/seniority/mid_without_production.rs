//! Whether a mid-level resume shows work in production.

use crate::evidence::opening;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;
use vitae_pack::{PhraseList, VerbClass};
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// At mid level, looks for one trace of production: releases, incidents, debugging, reviews,
    /// monitoring.
    ///
    /// # Why it matters
    /// After two or three years code has met its users. A resume without a trace of that reads like
    /// one of exercises.
    ///
    /// # Example
    /// ```bullets
    /// - Added the label page in Java, so that depots print at the gate
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Added the label page in Java and rolled it out depot by depot, with alerts on failed prints
    /// ```
    ///
    /// # When to ignore it
    /// For research and for prototypes.
    ///
    /// # Source
    /// S4: production, debugging, code review and deployment at mid level.
    SEN003 = "mid-without-production" {
        group: Seniority,
        severity: Info,
        curve: Proof(1),
        fix: Display,
        covers: ["I03"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let signals = context.signals();
    let reviews = ["review", "reviews", "reviewed"].map(fold_key);
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let repairs = opening(bullet, context.pack)
            .is_some_and(|found| matches!(found.verb.class, VerbClass::Fix | VerbClass::Operate));
        let review = bullet.anatomy.tokens.iter().any(|token| reviews.contains(&token.key));
        let shown = repairs
            || review
            || signals.has(index, PhraseList::Production)
            || signals.has(index, PhraseList::AxisReliability)
            || signals.has(index, PhraseList::Delivery);
        let tenths = if bullet.substantial { 10 } else { 5 };
        sink.proof(bullet.fingerprint, if shown { tenths } else { 0 });
    }
    let told = !context.facts.bullets.is_empty();
    if told && sink.proof_tenths() == 0 && context.level == Level::Mid {
        sink.whole(
            "no bullet tells of production: releases, incidents, debugging, reviews, monitoring"
                .to_owned(),
            "add how something you built was released, watched or repaired",
        )
        .fix(Fix::ask("show production", &["how it was released", "what broke, and what you did"]));
    }
}
