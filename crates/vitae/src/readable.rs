//! Whether enough of a file could be read to judge it. A score is never made up: where it could not
//! be read, there is none, and the reason is said.

use vitae_document::{Document, HazardKind};

/// Below this many characters for each page, pictures hold the text.
const CHARACTERS_PER_PAGE: usize = 50;

/// Why `document` cannot be judged; none when it can.
pub(crate) fn unreadable(document: &Document) -> Option<String> {
    image_only(document).or_else(|| undecoded(document))
}

fn image_only(document: &Document) -> Option<String> {
    let pictures =
        document.hazards.iter().any(|h| matches!(h.kind, HazardKind::ImageOnlyPage { .. }));
    if !pictures {
        return None;
    }
    let characters = document.text.chars().filter(|ch| !ch.is_whitespace()).count();
    let pages = document.pages.len().max(1);
    (characters < CHARACTERS_PER_PAGE * pages).then(|| {
        let s = if pages == 1 { "page is a picture" } else { "pages are pictures" };
        format!("the {s} without text ({characters} characters read)")
    })
}

fn undecoded(document: &Document) -> Option<String> {
    let (mut unmapped, mut all) = (0_u64, 0_u64);
    for hazard in &document.hazards {
        if let HazardKind::UnmappedGlyphs { glyphs, of } = hazard.kind {
            unmapped += u64::from(glyphs);
            all += u64::from(of);
        }
    }
    (unmapped * 2 > all).then(|| {
        format!("{unmapped} of {all} glyphs have no known character, so most of the text is lost")
    })
}
