//! PDFs written object by object, and what is asked of the documents read from them.

use vitae_document::{Document, Format, HazardKind};
use vitae_read::{Limits, read};

pub(crate) use crate::objects::{FONTS, file, pages, stream};

pub(crate) fn one(content: &str) -> Document {
    open(&pages(&[content], "", "", &[]))
}

pub(crate) fn open(bytes: &[u8]) -> Document {
    read(bytes, Format::Pdf, &Limits::default()).expect("a file that this test wrote")
}

/// Lines of text: font, size, x, y from the bottom, text.
pub(crate) fn text(lines: &[(&str, f32, f32, f32, &str)]) -> String {
    lines
        .iter()
        .map(|(font, size, x, y, text)| format!("BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n"))
        .collect()
}

pub(crate) fn kinds(document: &Document) -> Vec<&HazardKind> {
    document.hazards.iter().map(|hazard| &hazard.kind).collect()
}
