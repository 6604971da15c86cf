//! Whether any bullet shows a choice.

use crate::evidence::opening;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;
use vitae_pack::VerbClass;
use vitae_text::fold_key;

/// Words of a choice that was argued for.
const ARGUED: [&str; 10] = [
    "argued",
    "rather",
    "instead",
    "because",
    "tradeoff",
    "compared",
    "agreed",
    "convinced",
    "policy",
    "rejected",
];

rule! {
    /// # What it does
    /// From senior on, looks for at least one bullet that shows a decision: one way chosen over
    /// another, with its reason or its price.
    ///
    /// # Why it matters
    /// From senior on you are hired for judgement. A list of what was built shows none.
    ///
    /// # Example
    /// ```bullets
    /// %% level: senior
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% level: senior
    /// - Rebuilt the parcel router in Java instead of patching it, because its queue lost parcels under load
    /// ```
    ///
    /// # When to ignore it
    /// When another document of your application tells of your decisions.
    ///
    /// # Source
    /// S0, S1 and S3 ask for trade-offs; S3 with its reason.
    BAK007 = "no-decision-shown" {
        group: Backend,
        severity: Info,
        curve: Proof(1),
        fix: Display,
        covers: ["E18"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let words = ARGUED.map(fold_key);
    for bullet in &context.facts.bullets {
        let argued = bullet.anatomy.tokens.iter().any(|token| words.contains(&token.key));
        let chose = opening(bullet, context.pack)
            .is_some_and(|found| found.verb.class == VerbClass::Decide);
        let decides = bullet.substantial && (bullet.anatomy.decision.is_some() || argued || chose);
        sink.proof(bullet.fingerprint, if decides { 10 } else { 0 });
    }
    let told = !context.facts.bullets.is_empty();
    if told && sink.proof_tenths() == 0 && context.level >= Level::Senior {
        sink.whole(
            "no bullet shows a decision with its reason".to_owned(),
            "for one system say what you chose over what, why, and what it cost",
        )
        .fix(Fix::ask("show one decision", &["what you chose", "over what", "because of what"]));
    }
}
