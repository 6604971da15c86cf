//! A paragraph while it is read: text of one look, gaps, breaks and ends of links, in order.

use super::ParagraphLook;
use vitae_document::Style;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    Text(String, Style),
    Tab,
    /// A line broken by hand; `true` for the end of a column or page.
    Break(bool),
    LinkStart(String),
    LinkEnd,
}

/// A paragraph that is ready to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Paragraph {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) look: ParagraphLook,
    /// Depth as a list item; none when it is no item.
    pub(crate) item: Option<u8>,
    /// Size of its text in points.
    pub(crate) size: f32,
    /// It holds text boxes, so that it takes no room when it has no text of its own.
    pub(crate) anchors: bool,
}

impl Paragraph {
    /// Whether there is anything to see.
    pub(crate) fn has_text(&self) -> bool {
        let visible =
            |piece: &Piece| matches!(piece, Piece::Text(text, _) if !text.trim().is_empty());
        self.pieces.iter().any(visible)
    }
}
