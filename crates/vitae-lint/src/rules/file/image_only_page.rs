//! Pages that are pictures.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

/// Source: OfflineCV and the help pages of Greenhouse and Lever on scanned files.
const FEWEST_CHARACTERS: u32 = 50;

rule! {
    /// # What it does
    /// Looks for pages that hold a picture and fewer than 50 characters of text, page by page.
    ///
    /// # Why it matters
    /// A parser reads text, not pictures. What stands on such a page is not there for it.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"image-only-page","characters":0,"images":1,"page":1}
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// Export the page from the program it was written in.
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the page is an attachment, such as a scanned certificate, that nobody has to search.
    ///
    /// # Source
    /// Greenhouse, Lever and iCIMS help pages; S2 asks for text that can be selected.
    FIL001 = "image-only-page" {
        group: File,
        severity: Error,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for hazard in &context.document.hazards {
        let HazardKind::ImageOnlyPage { characters, images } = hazard.kind else { continue };
        if characters >= FEWEST_CHARACTERS || images == 0 {
            continue;
        }
        let page = hazard.page.map_or("a page".to_owned(), |page| format!("page {page}"));
        let (message, help) = match recognised(context, hazard.page) {
            Some((words, unsure)) => (
                format!(
                    "{page} is a picture: its {words} words were recognised, {unsure} not surely"
                ),
                "export it from the program it was written in; other programs may read nothing here",
            ),
            None => (
                format!(
                    "{page} is a picture with {characters} characters of text (at least {FEWEST_CHARACTERS})"
                ),
                "export it from the program it was written in; `vitae check FILE --ocr` reads a scan",
            ),
        };
        sink.whole(message, help);
    }
}

/// Words that were recognised on a page, and how many of them not surely.
fn recognised(context: &Context<'_>, page: Option<u32>) -> Option<(u32, u32)> {
    let mut hazards = context.document.hazards.iter().filter(|hazard| hazard.page == page);
    hazards.find_map(|hazard| match hazard.kind {
        HazardKind::RecognisedText { words, unsure } => Some((words, unsure)),
        _ => None,
    })
}
