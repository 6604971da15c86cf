//! Regions to lines: fragments on one baseline joined, characters normalised, every byte with its
//! place on the page. A wide gap becomes one tab.

use super::columns::Region;
use super::page::{Glyph, GlyphText, PageContent};
use super::words::{Fragment, is_bullet, median};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};
use vitae_document::{Rect, Style};

/// A gap of this many em inside a line is a tab.
const TAB_GAP: f32 = 1.0;

/// Bytes of one glyph.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub start: usize,
    pub end: usize,
    pub x0: f32,
    pub x1: f32,
    pub style: Style,
    /// Place in the order of drawing.
    pub seq: u32,
    /// How far above its line it stands (see [`join_wrapped_cells`]).
    pub rise: f32,
}

/// A line as it will stand in the document.
#[derive(Clone, Debug)]
pub(super) struct DraftLine {
    pub text: String,
    pub placed: Vec<Placed>,
    pub x0: f32,
    pub x1: f32,
    pub baseline: f32,
    pub size: f32,
    /// Left edge of what follows the bullet.
    pub content_x0: f32,
    /// Left edge of the last cell, when there are several.
    pub last_cell_x0: Option<f32>,
    /// Width of its first word.
    pub first_word: f32,
    pub has_bullet: bool,
    /// Region on its page.
    pub region: usize,
    pub turn: u8,
    pub seq: u32,
    pub letter_spaced: bool,
    pub soft_hyphens: u32,
    /// Its first cell goes on with that of the line above.
    pub wraps: bool,
    /// The file marks it as header or footer.
    pub at_edge: bool,
}

impl DraftLine {
    pub(super) fn top(&self) -> f32 {
        self.baseline - 0.8 * self.size
    }

    pub(super) fn bottom(&self) -> f32 {
        self.baseline + 0.25 * self.size
    }

    /// The box on the page of a part from `x0` to `x1`.
    pub(super) fn rect(&self, x0: f32, x1: f32) -> Rect {
        let (top, bottom) = (self.top(), self.bottom());
        match self.turn {
            0 => Rect { x0, y0: top, x1, y1: bottom },
            1 => Rect { x0: -bottom, y0: x0, x1: -top, y1: x1 },
            2 => Rect { x0: -x1, y0: -bottom, x1: -x0, y1: -top },
            _ => Rect { x0: top, y0: -x1, x1: bottom, y1: -x0 },
        }
    }

    /// Whether glyph `index` is the first of a word.
    pub(super) fn opens_word(&self, index: usize) -> bool {
        let (Some(glyph), Some(before)) =
            (self.placed.get(index), self.placed.get(index.wrapping_sub(1)))
        else {
            return false;
        };
        let space = |range: std::ops::Range<usize>| {
            self.text.get(range).is_some_and(|text| text.ends_with([' ', '\t']))
        };
        glyph.start > before.end
            || (space(before.start..before.end) && !space(glyph.start..glyph.end))
    }

    /// Whether it opens with bold words up to a colon, as in `Languages: Go, SQL`.
    pub(super) fn has_lead_in(&self) -> bool {
        let bold = self.placed.iter().take_while(|placed| placed.style.bold);
        let end = bold.last().map_or(0, |placed| placed.end);
        end > 0 && end < self.text.len() && self.text[..end].contains(':')
            || end > 0 && self.text[end..].trim_start().starts_with(':')
    }

    /// Whether it opens with an e-mail or web address.
    pub(super) fn opens_with_address(&self) -> bool {
        let word = self.text.split_whitespace().next().unwrap_or_default();
        let domain = |(before, after): (&str, &str)| {
            before.chars().count() > 1 && after.starts_with(char::is_alphabetic)
        };
        word.contains('@') || (word.len() > 8 && word.split_once('.').is_some_and(domain))
    }

    /// Whether all its letters are bold.
    pub(super) fn is_bold(&self) -> bool {
        self.placed.iter().all(|placed| placed.style.bold)
    }
}

/// The lines of a region, top down.
pub(super) fn lines(
    content: &PageContent,
    fragments: &[Fragment],
    region: &Region,
    index: usize,
    turn: u8,
) -> Vec<DraftLine> {
    let mut order = region.fragments.clone();
    order.sort_by(|a, b| fragments[*a].baseline.total_cmp(&fragments[*b].baseline).then(a.cmp(b)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in order {
        let joined = groups.iter_mut().rev().take(3).find(|group| {
            group.iter().any(|other| {
                let (a, b) = (&fragments[at], &fragments[*other]);
                (a.baseline - b.baseline).abs() <= 0.35 * a.size.min(b.size)
            }) && group.iter().all(|other| {
                let (a, b) = (&fragments[at], &fragments[*other]);
                a.x0 >= b.x1 - 0.3 * b.size || b.x0 >= a.x1 - 0.3 * a.size
            })
        });
        match joined {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    let rows: Vec<Vec<&Fragment>> = groups
        .into_iter()
        .map(|mut group| {
            group.sort_by(|a, b| fragments[*a].x0.total_cmp(&fragments[*b].x0).then(a.cmp(b)));
            group.iter().map(|at| &fragments[*at]).collect()
        })
        .collect();
    let edges = cell_edges(&rows);
    let ends = cell_ends(&rows);
    let drafts = rows.iter().filter_map(|cells| {
        let date = date_at_edge(content, cells, &ends);
        draft(content, cells, &edges, date, index, turn)
    });
    let mut lines: Vec<DraftLine> = drafts.collect();
    join_wrapped_cells(&mut lines);
    lines
}

/// Right edges that last cells share in at least two lines.
fn cell_ends(rows: &[Vec<&Fragment>]) -> Vec<f32> {
    let last = rows.iter().filter(|cells| cells.len() > 1).filter_map(|cells| cells.last());
    let mut ends: Vec<f32> = last.map(|cell| cell.x1).collect();
    ends.sort_by(f32::total_cmp);
    ends.dedup_by(|a, b| (*a - *b).abs() < 0.5);
    ends
}

/// The piece that a date at the right edge begins with, which a long title left hardly any room: other
/// lines have such cells, and the space before it is wider than the others.
fn date_at_edge(content: &PageContent, cells: &[&Fragment], ends: &[f32]) -> Option<u32> {
    let [only] = cells else { return None };
    if !ends.iter().any(|end| (end - only.x1).abs() < 0.7) {
        return None;
    }
    let glyph = |index: usize| &content.glyphs[only.pieces[index].glyph as usize];
    let gap = |index: usize| glyph(index).x0 - glyph(index - 1).x1;
    let spaces = (1..only.pieces.len()).filter(|index| only.pieces[*index].space_before);
    let widest = spaces.clone().max_by(|a, b| gap(*a).total_cmp(&gap(*b)))?;
    let others: Vec<f32> = spaces.filter(|index| *index != widest).map(gap).collect();
    let mut tail = String::new();
    for piece in &only.pieces[widest..] {
        content.push_text(&content.glyphs[piece.glyph as usize], &mut tail);
    }
    let years = tail.split(|ch: char| !ch.is_ascii_digit()).any(|run| run.len() == 4);
    let wide = gap(widest) > 1.3 * median(others) && gap(widest) > 0.3 * only.size;
    (years && wide && tail.chars().count() <= 30).then_some(only.pieces[widest].glyph)
}

/// Cells that stand at the right of a title that wraps are read behind the whole title, not in its
/// middle: `Engineer for the ⇥ 2019` over `night trains` is `Engineer for the` and `night trains ⇥ 2019`.
fn join_wrapped_cells(lines: &mut [DraftLine]) {
    for index in 1..lines.len() {
        let (before, from) = lines.split_at_mut(index);
        let (above, line) = (&mut before[index - 1], &mut from[0]);
        let Some(tab) = above.text.find('\t').filter(|_| wraps_into(above, line)) else { continue };
        let tail = above.text.split_off(tab);
        let cells = above.placed.iter().position(|placed| placed.start >= tab);
        let moved = above.placed.split_off(cells.unwrap_or(above.placed.len()));
        let shift = line.text.len();
        line.text.push_str(&tail);
        line.placed.extend(moved.into_iter().map(|placed| Placed {
            start: placed.start - tab + shift,
            end: placed.end - tab + shift,
            rise: placed.rise + line.baseline - above.baseline,
            ..placed
        }));
        line.last_cell_x0 = above.last_cell_x0.take();
        line.wraps = true;
        above.x1 = above.placed.last().map_or(above.x1, |placed| placed.x1);
    }
}

/// Whether `line` goes on with the first cell of `above`: it has its look and its left edge, and its
/// first word would have met the cells.
fn wraps_into(above: &DraftLine, line: &DraftLine) -> bool {
    let (Some(cell), None) = (above.last_cell_x0, line.last_cell_x0) else { return false };
    if line.has_bullet || line.turn != 0 || above.text.matches('\t').count() != 1 {
        return false;
    }
    let Some(tab) = above.text.find('\t') else { return false };
    let title: Vec<&Placed> = above.placed.iter().take_while(|placed| placed.end <= tab).collect();
    let (Some(first), Some(last)) = (title.first(), title.last()) else { return false };
    let Some(next) = line.placed.first() else { return false };
    let look = |placed: &Placed| (placed.style.bold, placed.style.italic, placed.style.color);
    let same = look(last) == look(next) && look(first) == look(next);
    let left = if above.has_bullet { above.content_x0 } else { above.x0 };
    let step = line.baseline - above.baseline;
    let dates = above.text[tab..].chars().filter(char::is_ascii_digit).count() >= 4;
    same && dates
        && (last.style.size - next.style.size).abs() < 0.3
        && (line.x0 - left).abs() < 0.35 * line.size
        && step < 1.7 * line.size
        && line.x1 < cell + 0.5 * line.size
        && last.x1 + 0.25 * line.size + line.first_word > cell - 0.3 * line.size
}

/// Left edges that cells after a tab share in at least two lines.
fn cell_edges(rows: &[Vec<&Fragment>]) -> Vec<f32> {
    let later = rows.iter().flat_map(|cells| cells.iter().skip(1));
    let mut starts: Vec<f32> = later.map(|cell| cell.x0).collect();
    starts.sort_by(f32::total_cmp);
    starts.windows(2).filter(|pair| pair[1] - pair[0] < 0.5).map(|pair| pair[0]).collect()
}

fn draft(
    content: &PageContent,
    cells: &[&Fragment],
    edges: &[f32],
    date: Option<u32>,
    region: usize,
    turn: u8,
) -> Option<DraftLine> {
    let first = cells.first()?;
    let largest = cells.iter().fold(first, |a, b| if b.size > a.size { b } else { a });
    let mut line = DraftLine {
        text: String::new(),
        placed: Vec::new(),
        x0: first.x0,
        x1: cells.iter().map(|cell| cell.x1).fold(first.x1, f32::max),
        baseline: largest.baseline,
        size: largest.size,
        content_x0: first.x0,
        last_cell_x0: None,
        first_word: 0.0,
        has_bullet: false,
        region,
        turn,
        seq: cells.iter().map(|cell| cell.seq).min()?,
        letter_spaced: cells.iter().any(|cell| cell.letter_spaced),
        soft_hyphens: 0,
        wraps: false,
        at_edge: cells
            .iter()
            .flat_map(|cell| &cell.pieces)
            .all(|piece| content.glyphs[piece.glyph as usize].at_edge),
    };
    let lone_bullet = first.pieces.len() == 1 && {
        let glyph = &content.glyphs[first.pieces[0].glyph as usize];
        is_bullet(glyph.text)
    };
    for (index, cell) in cells.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).map(|before| cells[before]) {
            let tracked = cell.letter_spaced && before.letter_spaced;
            let wide = if tracked { 2.5 * TAB_GAP } else { TAB_GAP };
            let wide = cell.x0 - before.x1 >= wide * cell.size.min(before.size);
            let tab = wide && !(index == 1 && lone_bullet);
            line.text.push(if tab { '\t' } else { ' ' });
            if tab {
                line.last_cell_x0 = Some(cell.x0);
            }
        }
        for piece in &cell.pieces {
            let glyph = &content.glyphs[piece.glyph as usize];
            if piece.space_before && !line.text.ends_with([' ', '\t']) {
                // A long label leaves little room before the cells that stand under each other.
                let gap = glyph.x0 - line.placed.last().map_or(glyph.x0, |placed| placed.x1);
                let aligned = edges.iter().any(|edge| (edge - glyph.x0).abs() < 0.7);
                let tab = date == Some(piece.glyph)
                    || (aligned && gap > 0.45 * glyph.size() && line.last_cell_x0.is_none());
                line.text.push(if tab { '\t' } else { ' ' });
                if tab {
                    line.last_cell_x0 = Some(glyph.x0);
                }
            }
            push_glyph(content, glyph, &mut line);
        }
    }
    finish(line)
}

/// Adds the characters of a glyph, accents composed, compatibility characters replaced.
fn push_glyph(content: &PageContent, glyph: &Glyph, line: &mut DraftLine) {
    let mut raw = String::new();
    content.push_text(glyph, &mut raw);
    if let (GlyphText::Char(ch), Some(last)) = (glyph.text, line.placed.last_mut()) {
        let overlap = last.x1.min(glyph.x1) - last.x0.max(glyph.x0);
        let over = overlap > 0.4 * (last.x1 - last.x0).min(glyph.x1 - glyph.x0);
        let before = line.text[last.start..last.end].chars().next_back();
        let both = match before {
            Some(before) if is_combining_mark(ch) => compose(before, ch),
            Some(before) if over => accent(before)
                .and_then(|mark| compose(ch, mark))
                .or_else(|| accent(ch).and_then(|mark| compose(before, mark))),
            _ => None,
        };
        if let (Some(both), Some(before)) = (both, before)
            && last.end == line.text.len()
        {
            line.text.truncate(last.end - before.len_utf8());
            line.text.push(both);
            last.end = line.text.len();
            last.x1 = last.x1.max(glyph.x1);
            return;
        }
    }
    let start = line.text.len();
    for ch in raw.chars() {
        match ch {
            '\u{AD}' => {
                line.soft_hyphens += 1;
                line.text.push(ch);
            }
            ch if ch.is_whitespace() => line.text.push(' '),
            ch if ch.is_control() => {}
            ch if is_compatibility(ch) => line.text.extend(std::iter::once(ch).nfkc()),
            ch => line.text.push(ch),
        }
    }
    let end = line.text.len();
    let Glyph { x0, x1, style, seq, .. } = *glyph;
    line.placed.push(Placed { start, end, x0, x1, style, seq, rise: 0.0 });
}

/// Characters that are another character in a different coat: ligatures, radicals, full-width forms,
/// letters of formulas. Superscripts and fractions stay: `m²` is not `m2`.
fn is_compatibility(ch: char) -> bool {
    matches!(u32::from(ch),
        0xFB00..=0xFB4F | 0x2E80..=0x2FDF | 0xF900..=0xFAFF | 0xFF01..=0xFFEE
        | 0x1D400..=0x1D7FF | 0x2F800..=0x2FA1F)
}

/// The combining form of a spacing accent, which old fonts draw over or under a letter.
fn accent(ch: char) -> Option<char> {
    Some(match ch {
        '`' => '\u{300}',
        '´' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' | '~' => '\u{303}',
        '¯' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30A}',
        '˝' => '\u{30B}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// Takes soft hyphens out of words and measures bullet and first word.
fn finish(mut line: DraftLine) -> Option<DraftLine> {
    if line.soft_hyphens > 0 {
        remove_soft_hyphens(&mut line);
    }
    // Blanks at the end may come from `ActualText`; the document keeps none.
    let kept = line.text.trim_end().len();
    if kept == 0 {
        return None;
    }
    line.text.truncate(kept);
    for placed in &mut line.placed {
        placed.start = placed.start.min(kept);
        placed.end = placed.end.min(kept);
    }
    let content = vitae_document::leading_bullet(&line.text);
    line.has_bullet = content.is_some();
    let content = content.unwrap_or_else(|| line.text.len() - line.text.trim_start().len());
    let word = word_end(&line.text, content);
    let inside = line.placed.iter().filter(|placed| placed.start >= content && placed.end <= word);
    let (mut x0, mut x1) = (f32::MAX, f32::MIN);
    for placed in inside {
        x0 = x0.min(placed.x0);
        x1 = x1.max(placed.x1);
    }
    if x0 < x1 {
        line.content_x0 = x0;
        line.first_word = x1 - x0;
    }
    Some(line)
}

/// The end of the first piece of `text` from `from` on that cannot be split between lines: a word, or
/// one sign of Chinese or Japanese. Korean is split at spaces.
fn word_end(text: &str, from: usize) -> usize {
    let mut end = from;
    for ch in text[from..].chars() {
        if ch.is_whitespace() || (end > from && is_wide(ch)) {
            break;
        }
        end += ch.len_utf8();
        if is_wide(ch) {
            break;
        }
    }
    end
}

/// Whether lines may be broken before and after a sign.
pub(super) fn is_wide(ch: char) -> bool {
    matches!(u32::from(ch), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF01..=0xFF60
        | 0x2_0000..=0x3_FFFF)
}

/// A soft hyphen that ends the line stays: it says that the word goes on.
fn remove_soft_hyphens(line: &mut DraftLine) {
    let kept = line.text.trim_end().len();
    let mut text = String::with_capacity(line.text.len());
    let mut moved = Vec::with_capacity(line.text.len() + 1);
    for (at, ch) in line.text.char_indices() {
        moved.extend(std::iter::repeat_n(text.len(), ch.len_utf8()));
        if ch != '\u{AD}' || at + ch.len_utf8() == kept {
            text.push(ch);
        }
    }
    moved.push(text.len());
    for placed in &mut line.placed {
        placed.start = moved[placed.start];
        placed.end = moved[placed.end];
    }
    line.text = text;
}
