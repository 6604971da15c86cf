//! Counts the bullets that show interface design.

use crate::evidence::{Axis, proof_of};
use crate::rule::rule;
use crate::{Context, Fix, Sink};

rule! {
    /// # What it does
    /// Counts bullets that show the design or care of an interface: who uses it, versions, limits,
    /// contracts, documentation. One with a result is enough.
    ///
    /// # Why it matters
    /// An interface outlives its code. Who depended on it is what makes the work hard.
    ///
    /// # Example
    /// ```bullets
    /// - Moved label printing to a new host, which halved its cost
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Versioned the label API for nine carriers, so that old clients kept working for a year
    /// ```
    ///
    /// # When to ignore it
    /// For work on storage engines, batch jobs or compilers.
    ///
    /// # Source
    /// S1, S2 and S3 list API design among the first things looked for.
    BAK002 = "few-api-bullets" {
        group: Backend,
        severity: Warning,
        curve: Proof(1),
        fix: Display,
        covers: ["J02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        sink.proof(bullet.fingerprint, proof_of(Axis::Api, context, index));
    }
    if sink.proof_tenths() < 10 {
        let slots = ["which interface", "who uses it", "what your design made possible"];
        sink.whole(
            "no bullet shows an interface with its users and its result".to_owned(),
            "add one API you designed or changed: who calls it, how it is versioned, limited, documented",
        )
        .fix(Fix::ask("add interface work", &slots));
    }
}
