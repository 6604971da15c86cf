//! Glyphs to fragments: stretches of text on one baseline without a wide gap inside. Finds spaces from
//! space glyphs and from gaps, puts superscripts into their line, joins letter-spaced words.

use super::page::{Glyph, GlyphText, PageContent};

/// A gap of this many em splits a line into fragments.
const FRAGMENT_GAP: f32 = 1.0;
/// A gap of this many em is a space where the file draws none. Kerning stays below 0.08 em, the
/// narrowest word space of justified text above 0.16 em.
const SPACE_GAP: f32 = 0.13;
/// A superscript has no more glyphs.
const MOST_RAISED: usize = 12;
/// Letters further apart than this on the whole are letter-spaced.
const TRACKED: f32 = 0.08;

/// A glyph in its fragment.
#[derive(Copy, Clone, Debug)]
pub(super) struct Piece {
    pub glyph: u32,
    pub space_before: bool,
}

/// A stretch of text on one baseline.
#[derive(Clone, Debug)]
pub(super) struct Fragment {
    pub pieces: Vec<Piece>,
    pub x0: f32,
    pub x1: f32,
    pub baseline: f32,
    /// Size of its largest glyph.
    pub size: f32,
    /// Place in the order of drawing.
    pub seq: u32,
    /// Place in the structure tree, `u32::MAX` outside of it.
    pub tag: u32,
    pub letter_spaced: bool,
}

impl Fragment {
    /// Its text, for tests of its form.
    pub(super) fn text(&self, content: &PageContent) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            if piece.space_before && !text.is_empty() {
                text.push(' ');
            }
            content.push_text(&content.glyphs[piece.glyph as usize], &mut text);
        }
        text
    }
}

/// The fragments of all visible glyphs that are written in direction `turn`, top down.
pub(super) fn fragments(content: &PageContent, turn: u8) -> Vec<Fragment> {
    let mut rows = rows(content, turn);
    adopt_superscripts(content, &mut rows);
    let mut fragments = Vec::new();
    for row in &mut rows {
        split_row(content, row, &mut fragments);
    }
    fragments
}

/// Glyphs of one baseline, spaces included.
struct Row {
    baseline: f32,
    size: f32,
    glyphs: Vec<u32>,
}

fn rows(content: &PageContent, turn: u8) -> Vec<Row> {
    let glyph = |index: u32| &content.glyphs[index as usize];
    let mut order: Vec<u32> = (0..content.glyphs.len() as u32)
        .filter(|index| glyph(*index).turn == turn && glyph(*index).hidden.is_none())
        .collect();
    order.sort_by(|a, b| glyph(*a).baseline.total_cmp(&glyph(*b).baseline));
    let mut rows: Vec<Row> = Vec::new();
    for index in order {
        let Glyph { baseline, .. } = *glyph(index);
        let size = glyph(index).size();
        match rows.last_mut() {
            Some(row) if baseline - row.baseline <= (0.12 * size.min(row.size)).max(0.6) => {
                row.glyphs.push(index);
                row.size = row.size.max(size);
            }
            _ => rows.push(Row { baseline, size, glyphs: vec![index] }),
        }
    }
    for row in &mut rows {
        row.glyphs.sort_by(|a, b| {
            let (a, b) = (glyph(*a), glyph(*b));
            a.x0.total_cmp(&b.x0).then(a.seq.cmp(&b.seq))
        });
    }
    rows
}

/// Moves small raised or lowered glyphs to the row that they touch.
fn adopt_superscripts(content: &PageContent, rows: &mut [Row]) {
    let glyph = |index: u32| &content.glyphs[index as usize];
    for small in 0..rows.len() {
        let near = small.saturating_sub(3)..(small + 4).min(rows.len());
        for host in near {
            let (from, to) = (&rows[small], &rows[host]);
            let apart = (from.baseline - to.baseline).abs();
            if host == small || from.size > 0.85 * to.size || apart > 0.55 * to.size {
                continue;
            }
            // A superscript stands behind a glyph, never under or over one.
            let near = |index: &u32| {
                let raised = glyph(*index);
                let at = to.glyphs.partition_point(|other| glyph(*other).x0 < raised.x0);
                let beside = at.saturating_sub(2)..(at + 1).min(to.glyphs.len());
                to.glyphs[beside].iter().map(|other| glyph(*other)).filter(|o| !content.is_space(o))
            };
            let touches = |index: &u32| {
                let x0 = glyph(*index).x0;
                near(index).any(|other| (x0 - other.x1).abs() < 0.3 * to.size)
            };
            let overlaps = |index: &u32| {
                let raised = glyph(*index);
                let least = 0.25 * raised.size();
                near(index).any(|o| raised.x1.min(o.x1) - raised.x0.max(o.x0) > least)
            };
            // The first glyph touches the host; those behind it follow closely.
            let mut moved = Vec::new();
            let mut end = f32::NEG_INFINITY;
            for index in &from.glyphs {
                let follows = glyph(*index).x0 - end < 0.3 * from.size;
                if follows || touches(index) {
                    moved.push(*index);
                    end = glyph(*index).x1;
                }
            }
            if moved.is_empty() || moved.len() > MOST_RAISED || moved.iter().any(overlaps) {
                continue;
            }
            rows[small].glyphs.retain(|index| !moved.contains(index));
            let host = &mut rows[host];
            host.glyphs.extend(moved);
            host.glyphs.sort_by(|a, b| glyph(*a).x0.total_cmp(&glyph(*b).x0));
        }
    }
}

fn split_row(content: &PageContent, row: &mut Row, out: &mut Vec<Fragment>) {
    let glyph = |index: u32| &content.glyphs[index as usize];
    let mut open: Vec<Piece> = Vec::new();
    let mut space = false;
    let mut last: Option<u32> = None;
    for index in row.glyphs.drain(..) {
        let next = glyph(index);
        if content.is_space(next) {
            space = true;
            continue;
        }
        if let Some(last) = last {
            let before = glyph(last);
            // Bold made by drawing twice.
            if before.text == next.text && (next.x0 - before.x0).abs() < 0.1 * next.size() {
                continue;
            }
            let gap = next.x0 - before.x1;
            let bullet = open.len() == 1 && is_bullet(before.text);
            // The space behind a bullet may be wide.
            let limit = if bullet { 4.0 } else { FRAGMENT_GAP };
            if gap > limit * next.size().max(before.size()) {
                out.extend(fragment(content, std::mem::take(&mut open)));
            }
        }
        open.push(Piece { glyph: index, space_before: space && !open.is_empty() });
        space = false;
        last = Some(index);
    }
    out.extend(fragment(content, open));
}

/// Whether a glyph alone in front of text is a bullet.
pub(super) fn is_bullet(text: GlyphText) -> bool {
    match text {
        GlyphText::Char(ch) => {
            let mut line = String::from(ch);
            line.push_str(" A");
            vitae_document::leading_bullet(&line).is_some()
        }
        GlyphText::Slice(..) => false,
    }
}

fn fragment(content: &PageContent, mut pieces: Vec<Piece>) -> Option<Fragment> {
    let glyph = |piece: &Piece| &content.glyphs[piece.glyph as usize];
    let letter_spaced = set_spaces(content, &mut pieces);
    let first = glyph(pieces.first()?);
    let largest = pieces
        .iter()
        .map(glyph)
        .fold(first, |largest, next| if next.size() > largest.size() { next } else { largest });
    Some(Fragment {
        x0: first.x0,
        x1: pieces.iter().map(|piece| glyph(piece).x1).fold(first.x1, f32::max),
        baseline: largest.baseline,
        size: largest.size(),
        seq: pieces.iter().map(|piece| glyph(piece).seq).min()?,
        tag: pieces.iter().map(|piece| glyph(piece).tag).min()?,
        letter_spaced,
        pieces,
    })
}

/// Decides where spaces stand; returns whether the letters are set apart.
fn set_spaces(content: &PageContent, pieces: &mut [Piece]) -> bool {
    let glyph = |piece: &Piece| &content.glyphs[piece.glyph as usize];
    let gaps: Vec<f32> = pieces
        .windows(2)
        .map(|pair| {
            let (a, b) = (glyph(&pair[0]), glyph(&pair[1]));
            (b.x0 - a.x1) / a.size().min(b.size()).max(0.1)
        })
        .collect();
    let spaced: Vec<bool> = pieces.iter().skip(1).map(|piece| piece.space_before).collect();
    let spaces = spaced.iter().filter(|spaced| **spaced).count();
    let letters = pieces.iter().filter(|piece| is_letter(content, glyph(piece))).count();
    let all_letters = letters * 10 >= pieces.len() * 8;
    if gaps.len() >= 3 && spaces * 10 >= gaps.len() * 7 && all_letters {
        // A space after every letter: `J O H N   D O E`.
        let word = 1.6 * median(gaps.clone());
        set(pieces, |index| gaps[index] > word);
        return true;
    }
    let plain: Vec<f32> =
        gaps.iter().zip(&spaced).filter(|(_, spaced)| !**spaced).map(|(gap, _)| *gap).collect();
    let tracking = if plain.len() >= 3 { median(plain) } else { 0.0 };
    if tracking < TRACKED {
        set(pieces, |index| spaced[index] || gaps[index] >= SPACE_GAP);
        return false;
    }
    let word =
        if spaces > 0 { 2.0 * tracking + 0.3 } else { (2.0 * tracking).max(tracking + 0.15) };
    set(pieces, |index| spaced[index] || gaps[index] >= word);
    tracking >= 0.12
}

fn set(pieces: &mut [Piece], space: impl Fn(usize) -> bool) {
    for (index, piece) in pieces.iter_mut().skip(1).enumerate() {
        piece.space_before = space(index);
    }
}

fn is_letter(content: &PageContent, glyph: &Glyph) -> bool {
    match glyph.text {
        GlyphText::Char(ch) => ch.is_alphanumeric(),
        GlyphText::Slice(..) => !content.is_space(glyph),
    }
}

pub(super) fn median(mut values: Vec<f32>) -> f32 {
    if values.is_empty() {
        return 0.0;
    }
    values.sort_by(f32::total_cmp);
    values[values.len() / 2]
}
