//! What a reviewer left in the file.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

rule! {
    /// # What it does
    /// Looks for changes that are recorded and not accepted, and for comments.
    ///
    /// # Why it matters
    /// Whoever opens the file sees what you took out, and programs may read both versions.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"tracked-changes","count":4}
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// While a friend still reads it.
    ///
    /// # Source
    /// Editorial.
    FIL020 = "tracked-changes" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A23"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let (mut changes, mut comments) = (0, 0);
    for hazard in &context.document.hazards {
        match hazard.kind {
            HazardKind::TrackedChanges { count } => changes += count,
            HazardKind::Comments { count } => comments += count,
            _ => {}
        }
    }
    if changes + comments > 0 {
        let one = |count: u32, name: &str| {
            let s = if count == 1 { "" } else { "s" };
            (count > 0).then(|| format!("{count} {name}{s}"))
        };
        let parts = [one(changes, "recorded change"), one(comments, "comment")];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        sink.whole(
            format!("the file still holds {}", parts.join(" and ")),
            "accept or reject all changes, delete the comments, and save again",
        );
    }
}
