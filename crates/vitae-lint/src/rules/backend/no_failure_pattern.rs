//! Whether anything is told of how failures are met.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, Proof};
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// From senior level on, looks for one pattern against failure: retries, circuit breakers,
    /// idempotency, dead-letter queues, backpressure, failover, timeouts, fallbacks.
    ///
    /// # Why it matters
    /// Systems that call each other fail in parts. One bullet on how yours went on tells more than the
    /// word `reliable`.
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
    /// - Made label events idempotent, so that retries no longer printed labels twice
    /// ```
    ///
    /// # When to ignore it
    /// When others built that layer, and you relied on it.
    ///
    /// # Source
    /// S1, S2 and S4.
    BAK020 = "no-failure-pattern" {
        group: Backend,
        severity: Info,
        curve: Proof(1),
        fix: Display,
        covers: ["J07"],
        check: Resume(check),
    }
}

const NAMED: [&str; 7] = [
    "idempotency",
    "circuit breaker",
    "retry",
    "dead-letter queue",
    "backpressure",
    "transactional outbox",
    "saga",
];
const WORDS: [&str; 12] = [
    "failover",
    "failovers",
    "fallback",
    "fallbacks",
    "timeout",
    "timeouts",
    "redundancy",
    "replay",
    "replays",
    "degradation",
    "rollback",
    "rollbacks",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.level < Level::Senior {
        return;
    }
    for named in &context.facts.skills.named {
        let name = context.pack.skill(named.skill).name;
        if NAMED.contains(&name) && named.proof >= Proof::Listed {
            sink.proof(fold_key(name), 10);
        }
    }
    let words = WORDS.map(fold_key);
    for bullet in &context.facts.bullets {
        if let Some(token) = bullet.anatomy.tokens.iter().find(|it| words.contains(&it.key)) {
            sink.proof(token.key, 10);
        }
    }
    if sink.proof_tenths() == 0 {
        sink.whole(
            context.absent("pattern against failure (retries, idempotency, failover)"),
            "add what your systems do when a part of them fails, and what that spared",
        )
        .fix(Fix::ask("add a pattern", &["what failed, and what happens now when it does"]));
    }
}
