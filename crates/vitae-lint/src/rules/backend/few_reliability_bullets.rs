//! Counts the bullets that show operations.

use crate::evidence::{Axis, proof_of};
use crate::rule::rule;
use crate::{Context, Fix, Sink};

rule! {
    /// # What it does
    /// Counts bullets that show how you kept systems running: on call, incidents and what followed,
    /// alerts, retries, failover, releases that can be taken back. Two are enough.
    ///
    /// # Why it matters
    /// Running it is half the job, and the half that most resumes leave out.
    ///
    /// # Example
    /// ```bullets
    /// - Built the label page in Java, which sped up printing
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Carry the pager one week in five; runbooks I wrote cut recovery from an hour to ten minutes
    /// - Added retries with idempotency keys, so that a carrier outage no longer prints labels twice
    /// ```
    ///
    /// # When to ignore it
    /// At the start of a career, where the rule weighs little.
    ///
    /// # Source
    /// S1 and S3 name the lack of operations among the three common mistakes.
    BAK003 = "few-reliability-bullets" {
        group: Backend,
        severity: Warning,
        curve: Proof(2),
        fix: Display,
        covers: ["J03"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        sink.proof(bullet.fingerprint, proof_of(Axis::Reliability, context, index));
    }
    if sink.proof_tenths() < 10 {
        let slots = ["incident, alert or failure you dealt with", "what no longer happens"];
        sink.whole(
            "no bullet shows how you kept a system running".to_owned(),
            "add on-call work, an incident and its repair, alerts, retries, failover or safe releases",
        )
        .fix(Fix::ask("add operations", &slots));
    }
}
