//! Where a piece of the canonical text stands in the file: for display everywhere, for edits only
//! where the copy is exact.

use crate::Rect;
use serde::{Deserialize, Serialize};
use vitae_text::TextRange;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Bytes of a source that people edit as text. An exact copy when the lengths are equal.
    Source(TextRange),
    /// A box on a page.
    Page {
        /// Page, from 0.
        page: u16,
        /// Box on it.
        rect: Rect,
    },
    /// A paragraph of a part of a package (`word/document.xml`).
    Part {
        /// Name of the part.
        part: String,
        /// Paragraph, from 0.
        paragraph: u32,
    },
    /// JSON pointer into structured data.
    Pointer(String),
}

/// A piece of the canonical text and its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OriginSegment {
    /// Bytes of the canonical text.
    pub text: TextRange,
    /// Where they came from.
    pub place: Place,
}
