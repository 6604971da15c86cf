//! Bullets that are drawn as shapes, as browsers do: a small dot in front of a line becomes the glyph
//! `•` of that line.

use super::page::{Glyph, GlyphText, PageContent};
use vitae_document::Rect;

/// Adds a glyph for every dot that stands in front of text.
pub(super) fn draw(content: &mut PageContent) {
    let dots = std::mem::take(&mut content.dots);
    let found: Vec<Glyph> = dots.iter().filter_map(|dot| bullet(content, dot, &dots)).collect();
    content.glyphs.extend(found);
}

/// The bullet that `dot` is. A dot in a row of dots rates a skill; one behind text ends it.
fn bullet(content: &PageContent, dot: &Rect, dots: &[Rect]) -> Option<Glyph> {
    let middle = (dot.y0 + dot.y1) / 2.0;
    let on_line = |glyph: &&Glyph| {
        glyph.turn == 0
            && glyph.hidden.is_none()
            && middle < glyph.baseline
            && middle > glyph.baseline - 0.8 * glyph.size()
    };
    let first = content
        .glyphs
        .iter()
        .filter(on_line)
        .filter(|glyph| glyph.x0 >= dot.x1 && !content.is_space(glyph))
        .min_by(|a, b| a.x0.total_cmp(&b.x0))?;
    let size = first.size();
    let width = dot.x1 - dot.x0;
    let text_before = content.glyphs.iter().filter(on_line).any(|glyph| {
        glyph.x0 < dot.x0 && glyph.x1 > dot.x0 - 2.5 * size && !content.is_space(glyph)
    });
    let row = dots.iter().any(|other| {
        other != dot
            && (other.y0 - dot.y0).abs() < 0.3 * size
            && (other.x0 - dot.x0).abs() < 3.0 * size
    });
    let fits = width > 0.12 * size && width < 0.5 * size && first.x0 - dot.x1 < 2.0 * size;
    (fits && !text_before && !row).then_some(Glyph {
        text: GlyphText::Char('•'),
        x0: dot.x0,
        x1: dot.x1,
        seq: first.seq,
        ..*first
    })
}
