//! Bullets that are too long to scan.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Bullet;

rule! {
    /// # What it does
    /// Looks for bullets of more than 35 words.
    ///
    /// # Why it matters
    /// A long bullet hides its result in the middle. Readers scan the first line.
    ///
    /// # Example
    /// ```bullets
    /// - Rebuilt the parcel router in Java together with two colleagues from the carrier team after the old one had failed during the winter peak, and then moved all of its address data to PostgreSQL over three weekends while the depots kept on printing labels
    /// ```
    ///
    /// # Use instead
    /// Split it where the second act begins.
    /// ```bullets
    /// - Rebuilt the parcel router in Java after the old one had failed during the winter peak
    /// - Moved its address data to PostgreSQL over three weekends while depots kept on printing labels
    /// ```
    ///
    /// # When to ignore it
    /// For a single bullet whose every clause is needed.
    ///
    /// # Source
    /// OfflineCV takes 8 to 30 words as good; the longest model lines of S1 have 35.
    EXP005 = "long-bullet" {
        group: Bullets,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: None,
        covers: ["E05", "G15"],
        check: Bullet(check),
    }
}

const MOST_WORDS: u32 = 35;

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let words = bullet.anatomy.words;
    if !bullet.prose && words > MOST_WORDS {
        sink.bullet(
            bullet,
            format!("bullet has {words} words (limit {MOST_WORDS})"),
            "split it where the second act begins, or cut what does not change the result",
        );
    }
}
