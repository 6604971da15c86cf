//! Whether a mid-level resume shows work of its own.

use crate::evidence::opening;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, OpenerStrength};
use vitae_pack::VerbClass;

rule! {
    /// # What it does
    /// At mid level, looks for at least one bullet that opens with a verb of owning, leading,
    /// deciding or improving rather than of building or taking part.
    ///
    /// # Why it matters
    /// What makes a mid-level engineer is a piece of work taken from question to result. `Built` and
    /// `worked on` leave open who answered for it.
    ///
    /// # Example
    /// ```bullets
    /// - Built the label page in Java for forty depots
    /// - Wrote the carrier client with retries
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built the label page in Java for forty depots
    /// - Own the carrier client, and cut its failures from 40 a day to 2
    /// ```
    ///
    /// # When to ignore it
    /// When the summary says what you answer for.
    ///
    /// # Source
    /// S4: at mid level the words are owned, led, optimised, reduced, delivered.
    SEN002 = "mid-without-ownership" {
        group: Seniority,
        severity: Warning,
        curve: Proof(1),
        fix: Display,
        covers: ["I02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    use VerbClass::{Decide, Fix as Repair, Improve, Lead, Migrate};
    for bullet in &context.facts.bullets {
        let class = opening(bullet, context.pack).map(|found| found.verb.class);
        let owns = matches!(class, Some(Decide | Repair | Improve | Lead | Migrate))
            || bullet.anatomy.decision.is_some();
        let own =
            owns && bullet.substantial && bullet.anatomy.opener.strength > OpenerStrength::Weak;
        sink.proof(bullet.fingerprint, if own { 10 } else { 0 });
    }
    let told = !context.facts.bullets.is_empty();
    if told && sink.proof_tenths() == 0 && context.level == Level::Mid {
        sink.whole(
            "bullets tell of building and taking part; none of owning, deciding or improving"
                .to_owned(),
            "tell one piece of work that you answered for, from what was wrong to what came of it",
        )
        .fix(Fix::ask("show ownership", &["what you answered for", "what was better afterwards"]));
    }
}
