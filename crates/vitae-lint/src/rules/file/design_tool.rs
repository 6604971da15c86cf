//! Files of design tools that are hard to read.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

rule! {
    /// # What it does
    /// Names the design tool that made a file, where its text stands in columns or cannot be read. A
    /// file of such a tool that reads well is left alone.
    ///
    /// # Why it matters
    /// Text boxes of design tools are placed for the eye. Knowing the cause saves the search for it.
    ///
    /// # Example
    /// ```bullets
    /// %% producer: Canva
    /// %% hazard: {"kind":"columns","columns":2,"share":58,"page":1}
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% producer: Canva
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When you hand it over in print.
    ///
    /// # Source
    /// Editorial; a hint at the cause, never a finding alone.
    FIL018 = "design-tool" {
        group: File,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A21"],
        check: Resume(check),
    }
}

const TOOLS: [&str; 7] =
    ["Canva", "Figma", "Photoshop", "Illustrator", "InDesign", "CorelDRAW", "Sketch"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let metadata = &context.document.metadata;
    let made_by = [&metadata.producer, &metadata.creator];
    let tool = TOOLS.into_iter().find(|tool| {
        made_by.iter().any(|name| name.as_deref().is_some_and(|name| name.contains(tool)))
    });
    let hard = context.document.hazards.iter().any(|hazard| match hazard.kind {
        HazardKind::Columns { share, .. } => share >= 25,
        HazardKind::UnmappedGlyphs { glyphs, of } => glyphs * 20 > of,
        HazardKind::ImageOnlyPage { .. } => true,
        _ => false,
    });
    if let Some(tool) = tool.filter(|_| hard) {
        sink.whole(
            format!("the file was made with {tool}, which places text for the eye"),
            "keep it for print, and send one that a word processor or Vitae's own export made",
        );
    }
}
