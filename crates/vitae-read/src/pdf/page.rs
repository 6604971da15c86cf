//! What is on one page, before any layout: glyphs, rules, filled areas, pictures and links, in page
//! coordinates (points from the top left corner, after rotation). `interpret` writes it, `layout`
//! reads it.

use super::recognised::Recognition;
use vitae_document::{HiddenBy, Rect, Style};

/// An affine map as in PDF: `[a b c d e f]`.
pub(super) type Matrix = [f64; 6];

pub(super) const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
pub(super) fn concat(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

pub(super) fn apply(m: &Matrix, x: f64, y: f64) -> (f32, f32) {
    ((m[0] * x + m[2] * y + m[4]) as f32, (m[1] * x + m[3] * y + m[5]) as f32)
}

/// The box around the image of a rectangle.
pub(super) fn apply_rect(m: &Matrix, x0: f64, y0: f64, x1: f64, y1: f64) -> Rect {
    let (ax, ay) = apply(m, x0, y0);
    let first = Rect { x0: ax, y0: ay, x1: ax, y1: ay };
    [(x0, y1), (x1, y0), (x1, y1)].iter().fold(first, |rect, (x, y)| {
        let (x, y) = apply(m, *x, *y);
        rect.cover(Rect { x0: x, y0: y, x1: x, y1: y })
    })
}

/// Text of a glyph: nearly always one character; else a slice of [`PageContent::strings`].
#[derive(Copy, Clone, Debug, PartialEq)]
pub(super) enum GlyphText {
    Char(char),
    Slice(u32, u32),
}

/// One glyph with a known character, or a run of them that `ActualText` stands for.
#[derive(Copy, Clone, Debug)]
pub(super) struct Glyph {
    pub text: GlyphText,
    /// From where it is drawn to where the next one would be.
    pub x0: f32,
    pub x1: f32,
    pub baseline: f32,
    pub style: Style,
    /// Place in the order of drawing.
    pub seq: u32,
    /// Place in the order of the structure tree; `u32::MAX` outside of it.
    pub tag: u32,
    pub hidden: Option<HiddenBy>,
    /// Direction of writing in quarter turns clockwise (0 = upright).
    pub turn: u8,
    /// The file marks it as header or footer of the page.
    pub at_edge: bool,
}

impl Glyph {
    pub(super) fn size(&self) -> f32 {
        self.style.size
    }
}

/// An area painted in one colour; no colour for pictures, patterns and shadings.
#[derive(Copy, Clone, Debug)]
pub(super) struct Fill {
    pub rect: Rect,
    pub color: Option<[u8; 3]>,
}

/// A thin horizontal line.
#[derive(Copy, Clone, Debug)]
pub(super) struct Rule {
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
}

/// A glyph that leaves no text.
#[derive(Copy, Clone, Debug)]
pub(super) struct Lost {
    /// A picture; else a glyph whose character is not known.
    pub icon: bool,
    pub x0: f32,
    pub x1: f32,
    pub baseline: f32,
    pub size: f32,
}

/// A link annotation.
#[derive(Clone, Debug)]
pub(super) struct LinkArea {
    pub rect: Rect,
    pub uri: String,
}

/// What was counted while drawing a page.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Counts {
    pub glyphs: u32,
    pub unmapped: u32,
    pub private_use: u32,
    pub ligatures: u32,
    pub images: u32,
}

/// Everything on one page.
#[derive(Clone, Debug, Default)]
pub(super) struct PageContent {
    pub width: f32,
    pub height: f32,
    pub glyphs: Vec<Glyph>,
    pub strings: String,
    pub fills: Vec<Fill>,
    pub rules: Vec<Rule>,
    /// Small filled shapes about as wide as high.
    pub dots: Vec<Rect>,
    pub links: Vec<LinkArea>,
    /// Glyphs without text that people see, the first of them.
    pub lost: Vec<Lost>,
    pub counts: Counts,
    /// What character recognition gave, where the text comes from it.
    pub recognition: Option<Recognition>,
}

impl PageContent {
    /// Adds the text of a glyph to `out`.
    pub(super) fn push_text(&self, glyph: &Glyph, out: &mut String) {
        match glyph.text {
            GlyphText::Char(ch) => out.push(ch),
            GlyphText::Slice(start, end) => {
                out.push_str(self.strings.get(start as usize..end as usize).unwrap_or_default());
            }
        }
    }

    /// Whether a glyph is only white space.
    pub(super) fn is_space(&self, glyph: &Glyph) -> bool {
        match glyph.text {
            GlyphText::Char(ch) => ch.is_whitespace(),
            GlyphText::Slice(start, end) => {
                let text = self.strings.get(start as usize..end as usize).unwrap_or_default();
                text.chars().all(char::is_whitespace)
            }
        }
    }
}
