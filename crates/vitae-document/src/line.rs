//! Lines and their look: what a parser needs to tell a heading from a bullet from a date rail.

use serde::{Deserialize, Serialize};
use vitae_text::TextRange;

/// A box on a page, in points from the top left corner.
#[derive(Copy, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rect {
    /// Left edge.
    #[serde(with = "crate::decimal")]
    #[cfg_attr(feature = "schema", schemars(with = "f32"))]
    pub x0: f32,
    /// Top edge.
    #[serde(with = "crate::decimal")]
    #[cfg_attr(feature = "schema", schemars(with = "f32"))]
    pub y0: f32,
    /// Right edge.
    #[serde(with = "crate::decimal")]
    #[cfg_attr(feature = "schema", schemars(with = "f32"))]
    pub x1: f32,
    /// Bottom edge.
    #[serde(with = "crate::decimal")]
    #[cfg_attr(feature = "schema", schemars(with = "f32"))]
    pub y1: f32,
}

impl Rect {
    /// The smallest box that holds both.
    #[must_use]
    pub fn cover(self, other: Rect) -> Rect {
        Rect {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }
}

/// How text looks.
#[derive(Copy, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Style {
    /// Font size in points; 0 when the format does not say.
    pub size: f32,
    /// Bold or heavier.
    pub bold: bool,
    /// Italic or oblique.
    pub italic: bool,
    /// Colour as red, green, blue; black when the format does not say.
    pub color: [u8; 3],
    /// Which font, as a number that is equal for equal fonts; 0 when the format does not say.
    pub font: u16,
}

/// A stretch of text of one look.
#[derive(Copy, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Its bytes.
    pub range: TextRange,
    /// Its look.
    pub style: Style,
}

/// What the file says a line is. `Text` where it says nothing: then the look decides.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineRole {
    /// Nothing said.
    #[default]
    Text,
    /// A heading by markup or style, level 1 to 6.
    Heading(u8),
    /// The first line of a list item; depth from 0. Also set by readers of unmarked formats when
    /// the line opens with a bullet glyph.
    Item(u8),
    /// A further line of the paragraph or list item above it. `false` in [`Line::opens_block`] says
    /// the same of wrapped lines; this role is for lines that the file broke by hand.
    Continuation,
    /// A table cell.
    Cell {
        /// Table, counted from 0 over the document.
        table: u16,
        /// Row, from 0.
        row: u16,
        /// Column, from 0.
        column: u16,
    },
}

/// One visual line (paged formats, plain text) or one block of text (formats that wrap freely).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its bytes, without the line end.
    pub range: TextRange,
    /// First byte after indentation and bullet glyph.
    pub content: u32,
    /// Page from 0; 0 for formats without pages.
    pub page: u16,
    /// What the file says it is.
    pub role: LineRole,
    /// First line of its paragraph, item, heading or cell. A line with `false` is known to continue
    /// the one above; where the reader cannot know, it says `true` and the parser looks closer.
    pub opens_block: bool,
    /// Column or region that it belongs to; lines of one region follow each other.
    pub region: u16,
    /// Left edge in em of the body size, from the left edge of its region; for text in characters.
    pub indent: f32,
    /// Empty space above, in heights of a body line: 0 for lines of one paragraph, 1 for a blank
    /// line between.
    pub gap_above: f32,
    /// The look of most of its characters.
    pub style: Style,
    /// A rule is drawn under it (or `====` stands there).
    pub ruled: bool,
    /// Place on the page.
    pub bbox: Option<Rect>,
}

impl Line {
    /// The bytes after indentation and bullet glyph.
    #[must_use]
    pub fn content_range(&self) -> TextRange {
        TextRange::new(self.content, self.range.end)
    }
}
