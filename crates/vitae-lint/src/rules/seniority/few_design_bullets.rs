//! Counts the bullets that show the design of systems.

use crate::evidence::proof_of_design;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;

rule! {
    /// # What it does
    /// From senior on, counts bullets that show how parts of a system work together, with a result, a
    /// figure or a decision. Two are enough.
    ///
    /// # Why it matters
    /// From senior on the interview is about design. With one such bullet there is one thing to ask
    /// about.
    ///
    /// # Example
    /// ```bullets
    /// %% level: senior
    /// - Fixed 40 bugs of the label editor in Java, which ended misprints
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% level: senior
    /// - Split label printing into two services with a queue between them, which ended lost labels
    /// - Sharded the parcel index over four nodes, so that a search takes 30 ms instead of 2 s
    /// ```
    ///
    /// # When to ignore it
    /// When the design is told elsewhere in the application.
    ///
    /// # Source
    /// S0, S1, S2 and S4 ask seniors for architecture and system design.
    SEN004 = "few-design-bullets" {
        group: Seniority,
        severity: Warning,
        curve: Proof(2),
        fix: Display,
        covers: ["I04", "J05"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        sink.proof(bullet.fingerprint, proof_of_design(context, index));
    }
    let shown = sink.proof_tenths();
    let told = !context.facts.bullets.is_empty();
    if told && shown < 20 && context.level >= Level::Senior {
        let message = match shown / 10 {
            0 => "no bullet shows the design of a system (enough: 2)",
            _ => "one bullet shows the design of a system (enough: 2)",
        };
        sink.whole(
            message.to_owned(),
            "tell one system you shaped: its parts, the load, what you chose and what it cost",
        )
        .fix(Fix::ask("show a design", &["its parts", "its load", "the trade-off you made"]));
    }
}
