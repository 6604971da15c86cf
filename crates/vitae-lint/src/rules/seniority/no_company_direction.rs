//! Whether principal work shaped the company.

use crate::evidence::proof_of_kind;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// At principal level, looks for bullets about the direction of a company's systems, a risk that
    /// was taken away, or what a platform costs. One is enough.
    ///
    /// # Why it matters
    /// A principal engineer is asked where the company's systems should be in three years, and what
    /// could sink them.
    ///
    /// # Example
    /// ```bullets
    /// %% level: principal
    /// - Sharded the parcel index over four nodes, which ended the nightly lag
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% level: principal
    /// - Set the three-year plan for parcel data with the CTO; its first year removed our last single point of failure
    /// ```
    ///
    /// # When to ignore it
    /// For principal titles of a narrow speciality.
    ///
    /// # Source
    /// S4 on principal engineers: direction, risk, platform economics.
    SEN011 = "no-company-direction" {
        group: Seniority,
        severity: Warning,
        curve: Proof(1),
        fix: Display,
        covers: ["I12"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        sink.proof(bullet.fingerprint, proof_of_kind(context, index, PhraseList::Direction));
    }
    let told = !context.facts.bullets.is_empty();
    if told && sink.proof_tenths() < 10 && context.level == Level::Principal {
        sink.whole(
            "no bullet shows direction for the company, a risk taken away, or what a platform costs".to_owned(),
            "add one decision of that size: what was at stake, what you argued, what the company did",
        )
        .fix(Fix::ask("show direction", &["what was at stake", "what the company did"]));
    }
}
