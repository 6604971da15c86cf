//! Text whose order in the file is not the order on the page.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

/// Kendall's tau in percent. A page number or a date box costs a few points. Source: OfflineCV.
const LEAST_TAU: i32 = 90;

rule! {
    /// # What it does
    /// Compares the order of the text in the file with its order on the page. Fires when fewer than
    /// about 95 of 100 pairs of lines stand in the same order (Kendall's tau below 0.9).
    ///
    /// # Why it matters
    /// Simple parsers read in the order of the file: a bullet may land under another role.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"stream-order","tau":71,"page":1}
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// Export a tagged PDF from the program it was written in, without boxes that float.
    /// ```bullets
    /// %% hazard: {"kind":"stream-order","tau":99,"page":1}
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When only ornaments are out of order.
    ///
    /// # Source
    /// OfflineCV; measured on PDF files of design tools.
    FIL008 = "scrambled-order" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for hazard in &context.document.hazards {
        let HazardKind::StreamOrder { tau } = hazard.kind else { continue };
        if tau >= LEAST_TAU {
            continue;
        }
        let page = hazard.page.map_or(String::new(), |page| format!(" on page {page}"));
        sink.whole(
            format!("the order in the file differs from the order{page} (agreement {tau}, at least {LEAST_TAU})"),
            "export again without floating boxes, or move their text into the body",
        );
    }
}
