//! What people see on a page and the canonical text leaves out: other readers lose it as well, or take
//! it for something else.

use crate::Rect;
use serde::{Deserialize, Serialize};

/// Why it is left out.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutKind {
    /// A picture from an icon font, or a character of private use.
    Icon,
    /// A glyph that the file gives no character for.
    Unmapped,
    /// A header or footer that the text holds once, on another page.
    RepeatedLine,
    /// The number of a page.
    PageNumber,
}

/// Something on a page that the canonical text does not hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// Why.
    pub kind: LeftOutKind,
    /// The byte of the canonical text that it would stand before.
    pub at: u32,
    /// Page, from 0.
    pub page: u16,
    /// Box on the page.
    pub rect: Rect,
    /// Its text, where it has some.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub text: String,
}
