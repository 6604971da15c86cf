//! Text in boxes and shapes.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

rule! {
    /// # What it does
    /// Looks for text boxes and shapes that hold text.
    ///
    /// # Why it matters
    /// Parsers may skip a box, or read it at another place than where it stands.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"text-box","characters":64} on Rebuilt the parcel router
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// Put the text into the body of the page.
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When the box repeats what the body says.
    ///
    /// # Source
    /// Greenhouse, DaXtra and Loxo help pages.
    FIL005 = "text-box" {
        group: File,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["A10"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for hazard in &context.document.hazards {
        let HazardKind::TextBox { characters } = hazard.kind else { continue };
        if characters > 0 {
            let noun = if characters == 1 { "character" } else { "characters" };
            let place = hazard.range.unwrap_or_default();
            sink.at(
                place,
                format!("a text box holds {characters} {noun} of text"),
                "move the text into the body: boxes may be skipped or read out of place",
            )
            .unit(u64::from(characters) << 32 | u64::from(place.start));
        }
    }
}
