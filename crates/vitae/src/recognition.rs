//! Pages that are pictures: their pictures go out to a program that recognises characters, and what it
//! read comes back in. The app runs the program; here is no IO.

pub use vitae_document::Rect;
pub use vitae_read::{Recognised, Scan, ScanFile};

use crate::{CheckError, Input};
use vitae_document::{Document, HazardKind};
use vitae_read::{Limits, read_recognised, scans};

/// The pages of a document that are pictures, counted from 0.
#[must_use]
pub fn picture_pages(document: &Document) -> Vec<usize> {
    let hazards = document.hazards.iter();
    let pages = hazards.filter(|hazard| matches!(hazard.kind, HazardKind::ImageOnlyPage { .. }));
    pages.filter_map(|hazard| hazard.page).map(|page| page.saturating_sub(1) as usize).collect()
}

/// The pictures of these pages of a PDF.
///
/// # Errors
/// [`CheckError`] when the file cannot be read.
pub fn pictures(input: &Input<'_>, pages: &[usize]) -> Result<Vec<Scan>, CheckError> {
    Ok(scans(input.bytes, pages, &Limits::default())?)
}

/// Reads a PDF with what was recognised in its pictures.
///
/// # Errors
/// [`CheckError`] when the file cannot be read.
pub fn read_pdf(input: &Input<'_>, recognised: &[Recognised]) -> Result<Document, CheckError> {
    Ok(read_recognised(input.bytes, recognised, &Limits::default())?)
}

/// A document of what was recognised in a picture file of `bytes` bytes.
#[must_use]
pub fn read_picture(hocr: &str, bytes: usize) -> Document {
    vitae_read::read_picture(hocr, bytes)
}
