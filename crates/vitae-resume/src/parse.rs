//! Document to resume.

use crate::Parsed;
use vitae_document::Document;
use vitae_pack::Pack;

/// Reads a resume out of `document`. Cannot fail: what could not be placed is a leftover.
#[must_use]
pub fn parse(document: &Document, pack: &Pack) -> Parsed {
    let _ = (document, pack);
    Parsed::default()
}
