//! Pictures, which only people see.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

rule! {
    /// # What it does
    /// Looks for pictures in the file: photos, logos, charts, bars drawn for skills. Small pictures that
    /// are links, such as an icon of GitHub, are left alone, and so are scans, which have a finding of
    /// their own.
    ///
    /// # Why it matters
    /// Programs skip pictures. What only they say, such as a level drawn as a bar, is lost.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"images","count":2}
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// For a photo where it is custom, and for ornament that says nothing.
    ///
    /// # Source
    /// S2, Greenhouse, DaXtra and ats-screener.
    FIL015 = "picture" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A12"],
        check: Resume(check),
    }
}

/// Pictures that are no links and no scans.
pub(in crate::rules) fn pictures(context: &Context<'_>) -> u32 {
    let hazards = &context.document.hazards;
    let scan = |kind: &HazardKind| {
        matches!(kind, HazardKind::ImageOnlyPage { .. } | HazardKind::RecognisedText { .. })
    };
    if hazards.iter().any(|hazard| scan(&hazard.kind)) {
        return 0;
    }
    let count = hazards.iter().map(|hazard| match hazard.kind {
        HazardKind::Images { count } => count,
        _ => 0,
    });
    let icons = context.document.links.iter().filter(|link| link.range.is_empty()).count();
    count.sum::<u32>().saturating_sub(icons as u32)
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let pictures = pictures(context);
    if pictures > 0 {
        let are = if pictures == 1 { "picture is" } else { "pictures are" };
        sink.whole(
            format!("{pictures} {are} in the file, which programs skip"),
            "write in words what they say; take out what only decorates",
        );
    }
}
