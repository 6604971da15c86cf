//! Figures at the end of long bullets.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Bullet;

const FEWEST_WORDS: u32 = 12;

rule! {
    /// # What it does
    /// Looks for bullets of twelve words or more whose first figure stands in the last third.
    ///
    /// # Why it matters
    /// One of the role guides asks to lead with the figure, since many readers see the first half of
    /// a line only. Others ask for the verb first; both can be had in a short bullet.
    ///
    /// # Example
    /// ```bullets
    /// - Rebuilt the parcel router in Java with a new sorting model, and misroutes fell 40%
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Cut misroutes 40% by rebuilding the parcel router in Java with a new sorting model
    /// ```
    ///
    /// # When to ignore it
    /// When you prefer the act first, as most guides do. The rule is off unless it is asked for.
    ///
    /// # Source
    /// S0 asks to lead with the figure; S1 and S2 with the verb.
    MET010 = "late-figure" {
        group: Metrics,
        severity: Info,
        curve: Defects,
        stands_on: "MET001",
        fix: None,
        covers: ["F17"],
        check: Bullet(check),
        status: Optional,
    }
}

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let Some(first) = bullet.anatomy.metrics.first() else { return };
    let text = bullet.text.as_str();
    let late = first.range.start as usize * 3 > text.len() * 2;
    if bullet.anatomy.words >= FEWEST_WORDS && late && !bullet.prose {
        let figure = first.range.of(text);
        sink.in_bullet(
            bullet,
            first.range,
            format!("`{figure}` stands in the last third of the bullet"),
            "bring the figure nearer to the start, or shorten what stands before it",
        );
    }
}
