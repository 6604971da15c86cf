//! Counts the bullets that show data work.

use crate::evidence::{Axis, proof_of};
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// Counts bullets that show data work beyond reading and writing rows: schemas, indexes and
    /// query plans, migrations, replication, partitioning, consistency. Two are enough.
    ///
    /// # Why it matters
    /// Most backend interviews turn to data soon, and an ORM alone does not show that you know it.
    ///
    /// # Example
    /// ```bullets
    /// - Built the label page in Java, which ended manual printing
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Added two partial indexes after reading query plans; address lookups fell from 900 ms to 20 ms
    /// - Backfilled the new address schema in batches, without downtime
    /// ```
    ///
    /// # When to ignore it
    /// When your systems have no store of their own.
    ///
    /// # Source
    /// S1 asks for two or three such bullets; S2 lists ORM-only work as a red flag.
    BAK001 = "few-data-bullets" {
        group: Backend,
        severity: Warning,
        curve: Proof(2),
        fix: Display,
        covers: ["J01", "J21"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        sink.proof(bullet.fingerprint, proof_of(Axis::Data, context, index));
    }
    if sink.proof_tenths() < 10 {
        let care = |(index, _): &(usize, _)| {
            context.signals().first(*index, PhraseList::DatabaseAdministration)
        };
        let cared = context
            .facts
            .bullets
            .iter()
            .enumerate()
            .find_map(|found| care(&found).map(|words| words.of(found.1.text.as_str())));
        let message = match cared {
            Some(words) => {
                format!("data work stops at its care (`{words}`), none shows design or queries")
            }
            None => "no bullet shows data work with its result".to_owned(),
        };
        sink.whole(
            message,
            "add a schema, index, query, migration or replication that you changed, and its effect",
        )
        .fix(Fix::ask("add data work", &["what you changed in the data layer", "its effect"]));
    }
}
