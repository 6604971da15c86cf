//! Pages of lines to a `Document`: which lines continue a paragraph, how far apart they stand, which
//! are ruled, which are running headers and footers; hazards and links with their ranges.

use super::columns::{Region, body_size, regions};
use super::flow::reading_order;
use super::hazards::page_hazards;
use super::lines::{DraftLine, Placed, lines};
use super::links::{find_links, write_links};
use super::page::{Counts, PageContent};
use super::paragraphs::Paragraphs;
use super::running::{Running, running_lines};
use super::stream::{Stream, lost_glyphs, lost_lines};
use super::words::fragments;
use std::ops::Range;
use vitae_document::{DocumentBuilder, Hazard, HazardKind, NewLine, Place, Rect, Style};
use vitae_text::TextRange;

/// A page after layout.
pub(super) struct PageLines {
    pub content: PageContent,
    pub lines: Vec<DraftLine>,
    pub regions: Vec<Region>,
    /// Size of most characters.
    pub body: f32,
}

impl PageLines {
    /// The left edge of a region.
    pub(super) fn left(&self, region: usize) -> f32 {
        let inside = self.lines.iter().filter(|line| line.region == region);
        inside.map(|line| line.x0).fold(f32::MAX, f32::min)
    }

    /// Left edge of the second of two columns that it ends with.
    fn gutter(&self) -> Option<f32> {
        let second = self.regions.len().checked_sub(1)?;
        let first = self.regions.get(second.checked_sub(1)?)?;
        let columns = first.is_column && self.regions[second].is_column;
        columns.then(|| self.left(second).max(self.left(second - 1)))
    }

    /// Where the lines of a region end: at their furthest, when several end there; else at the bound
    /// of the region.
    pub(super) fn right(&self, region: usize) -> f32 {
        let inside = || self.lines.iter().filter(|line| line.region == region);
        let furthest = inside().map(|line| line.x1).fold(f32::MIN, f32::max);
        let close = inside().filter(|l| furthest - l.x1 < 2.5 * l.size).count();
        if close >= 3 || close * 4 >= inside().count() {
            return furthest;
        }
        furthest.max(self.regions.get(region).map_or(furthest, |region| region.right))
    }
}

/// Writes all pages.
pub(super) fn compose(pages: Vec<PageContent>, builder: &mut DocumentBuilder) {
    let mut gutter = None;
    let pages: Vec<PageLines> = pages
        .into_iter()
        .map(|content| {
            let page = lay_out(content, gutter);
            gutter = page.gutter();
            page
        })
        .collect();
    let running = running_lines(&pages);
    let pitch = line_pitch(&pages);
    let mut counts = Counts::default();
    let mut soft_hyphens = 0;
    let mut links = Vec::new();
    let mut stream = Stream::default();
    let mut first_region = 0;
    let mut first_regions = Vec::new();
    for page in &pages {
        builder.begin_page(page.content.width, page.content.height);
        first_regions.push(first_region);
        first_region += page.regions.len() as u16;
    }
    let mut placed: Vec<Vec<PlacedGlyph>> = pages.iter().map(|_| Vec::new()).collect();
    for (index, regions) in reading_order(&pages, &running) {
        builder.turn_to(index);
        let next_region = first_regions[index];
        let page = &pages[index];
        let placed = &mut placed[index];
        let mut writer = PageWriter { page, index, pitch, next_region, builder, placed };
        writer.write(&running, regions);
    }
    for (index, (page, placed)) in pages.iter().zip(&placed).enumerate() {
        find_links(page, index, placed, builder, &mut links);
        stream.page(placed);
        lost_glyphs(page, index, placed, builder);
        lost_lines(page, index, &running, placed, builder);
        page_hazards(page, index, builder);
        counts.add(&page.content.counts);
        soft_hyphens += page.lines.iter().map(|line| line.soft_hyphens).sum::<u32>();
    }
    write_links(links, builder);
    builder.set_stream(stream.finish(builder.text()));
    let of = counts.glyphs;
    let kinds = [
        (counts.unmapped, HazardKind::UnmappedGlyphs { glyphs: counts.unmapped, of }),
        (counts.private_use, HazardKind::PrivateUse { glyphs: counts.private_use }),
        (counts.ligatures, HazardKind::Ligatures { glyphs: counts.ligatures }),
        (soft_hyphens, HazardKind::SoftHyphens { count: soft_hyphens }),
        (counts.images, HazardKind::Images { count: counts.images }),
    ];
    for (count, kind) in kinds {
        if count > 0 {
            builder.hazard(Hazard::file(kind));
        }
    }
}

/// Upright text first; turned text after it.
fn lay_out(mut content: PageContent, gutter: Option<f32>) -> PageLines {
    super::bullets::draw(&mut content);
    let mut page = PageLines { lines: Vec::new(), regions: Vec::new(), body: 10.0, content };
    for turn in 0..4 {
        let fragments = fragments(&page.content, turn);
        if fragments.is_empty() {
            continue;
        }
        let body = body_size(&fragments);
        if page.lines.is_empty() {
            page.body = body;
        }
        for region in regions(&page.content, &fragments, body, gutter) {
            let index = page.regions.len();
            page.lines.extend(lines(&page.content, &fragments, &region, index, turn));
            page.regions.push(region);
        }
    }
    page
}

/// The commonest distance of two baselines of body text, in sizes of the text: that of lines in a
/// paragraph.
fn line_pitch(pages: &[PageLines]) -> f32 {
    let mut steps: Vec<i32> = Vec::new();
    for page in pages {
        for pair in page.lines.windows(2) {
            let step = (pair[1].baseline - pair[0].baseline) / pair[1].size.max(1.0);
            let same = pair[0].region == pair[1].region
                && (pair[0].size - pair[1].size).abs() < 0.3
                && (pair[1].size - page.body).abs() < 0.6;
            if same && (0.9..=2.2).contains(&step) {
                steps.push((step * 50.0 + 0.5) as i32);
            }
        }
    }
    steps.sort_unstable();
    let mut best = (0, 62);
    for run in steps.chunk_by(|a, b| a == b) {
        if run.len() > best.0 {
            best = (run.len(), run[0]);
        }
    }
    best.1 as f32 / 50.0
}

/// Bytes of a glyph in the document, for links.
pub(super) struct PlacedGlyph {
    /// Line on its page.
    pub line: usize,
    pub range: TextRange,
    /// Its middle.
    pub x: f32,
    /// Place in the order of drawing.
    pub seq: u32,
}

struct PageWriter<'a> {
    page: &'a PageLines,
    index: usize,
    pitch: f32,
    next_region: u16,
    builder: &'a mut DocumentBuilder,
    placed: &'a mut Vec<PlacedGlyph>,
}

impl PageWriter<'_> {
    /// Writes the lines of some regions.
    fn write(&mut self, running: &Running, regions: Range<usize>) {
        let mut paragraphs = Paragraphs::new(self.page, self.pitch);
        let mut before: Option<usize> = None;
        for index in 0..self.page.lines.len() {
            if !regions.contains(&self.page.lines[index].region) {
                continue;
            }
            if running.dropped.contains(&(self.index, index)) {
                continue;
            }
            let line = &self.page.lines[index];
            let above = before.filter(|above| self.page.lines[*above].region == line.region);
            let continues = above.is_some_and(|above| paragraphs.continues(index, above));
            if !continues {
                paragraphs.open(index);
            }
            let new_line = NewLine { continues, ..self.new_line(index, above, before.is_some()) };
            self.builder.begin_line(new_line);
            let start = self.builder.at();
            self.push(index);
            let range = TextRange::new(start, self.builder.at());
            let kept = running.kept.iter().find(|(p, l, _)| (*p, *l) == (self.index, index));
            if let Some((.., pages)) = kept {
                let kind = HazardKind::RepeatedLine { pages: *pages };
                self.builder.hazard(Hazard::page(kind, self.index).with_range(range));
            }
            if line.at_edge {
                let characters = line.text.chars().count() as u32;
                let kind = HazardKind::HeaderFooter { characters };
                self.builder.hazard(Hazard::page(kind, self.index).with_range(range));
            }
            if line.letter_spaced {
                let kind = HazardKind::LetterSpaced;
                self.builder.hazard(Hazard::page(kind, self.index).with_range(range));
            }
            before = Some(index);
        }
        self.builder.end_line();
    }

    fn new_line(&self, index: usize, above: Option<usize>, has_line_above: bool) -> NewLine {
        let line = &self.page.lines[index];
        let above = above.map(|above| &self.page.lines[above]);
        let step = self.pitch * self.page.body;
        let natural = self.pitch * line.size.max(above.map_or(0.0, |above| above.size));
        let gap = match above {
            Some(above) => (line.baseline - above.baseline - natural) / step,
            None if has_line_above || line.region > 0 => 1.0,
            None => 0.0,
        };
        let left = self.page.left(line.region);
        NewLine {
            region: self.next_region + line.region as u16,
            indent: ((line.x0 - left) / self.page.body).max(0.0),
            gap_above: if gap.is_finite() { gap.max(0.0) } else { 0.0 },
            ruled: self.is_heading_ruled(index),
            bbox: Some(line.rect(line.x0, line.x1)),
            ..NewLine::default()
        }
    }

    /// Whether this line alone is ruled: rules under several lines in a row are those of a table.
    fn is_heading_ruled(&self, index: usize) -> bool {
        let ruled_neighbour = |other: Option<usize>| {
            other.is_some_and(|other| {
                self.page.lines.get(other).is_some_and(|line| {
                    line.region == self.page.lines[index].region && self.is_ruled(other)
                })
            })
        };
        self.is_ruled(index)
            && !ruled_neighbour(index.checked_sub(1))
            && !ruled_neighbour(Some(index + 1))
    }

    /// A rule closer below this line than to the line under it, and longer than an underline.
    fn is_ruled(&self, index: usize) -> bool {
        let line = &self.page.lines[index];
        if line.turn != 0 {
            return false;
        }
        let left = self.page.left(line.region);
        let reach = self.page.right(line.region) - left;
        let below = self.page.lines[index + 1..]
            .iter()
            .find(|other| other.region == line.region)
            .map_or(f32::MAX, DraftLine::top);
        self.page.content.rules.iter().any(|rule| {
            let under = rule.y - line.baseline;
            let close = under > -0.1 * line.size
                && under < 1.6 * line.size
                && under - 0.2 * line.size <= (below - rule.y).max(0.0) + 0.3 * line.size;
            let width = rule.x1.min(left + reach + 20.0) - rule.x0.max(left - 20.0);
            close
                && rule.x0 < line.x1
                && rule.x1 > line.x0
                && width > 0.6 * reach
                && width > 1.2 * (line.x1 - line.x0).min(0.8 * reach)
        })
    }

    fn push(&mut self, index: usize) {
        let line = &self.page.lines[index];
        let mut at = 0;
        while at < line.placed.len() {
            let Placed { style, rise, .. } = line.placed[at];
            // Each word has a place of its own, so that a part of a line has an exact box.
            let end = (at + 1..line.placed.len())
                .find(|next| {
                    let placed = &line.placed[*next];
                    placed.style != style || placed.rise != rise || line.opens_word(*next)
                })
                .unwrap_or(line.placed.len());
            let from = if at == 0 { 0 } else { line.placed[at].start };
            let to = line.placed.get(end).map_or(line.text.len(), |next| next.start);
            self.push_run(index, from, to, style, at..end);
            at = end;
        }
    }

    fn push_run(
        &mut self,
        index: usize,
        from: usize,
        to: usize,
        style: Style,
        placed: std::ops::Range<usize>,
    ) {
        let line = &self.page.lines[index];
        let style = Style { size: (style.size * 20.0 + 0.5).floor() / 20.0, ..style };
        let (first, last) = (&line.placed[placed.start], &line.placed[placed.end - 1]);
        let rect = line.rect(first.x0, last.x1);
        let rect = Rect { y0: rect.y0 - first.rise, y1: rect.y1 - first.rise, ..rect };
        let place = Place::Page { page: self.index as u16, rect };
        let start = self.builder.at();
        self.builder.push(&line.text[from..to], style, Some(place));
        for glyph in &line.placed[placed] {
            let offset = |at: usize| start + (at - from) as u32;
            let range = TextRange::new(offset(glyph.start), offset(glyph.end));
            let x = (glyph.x0 + glyph.x1) / 2.0;
            self.placed.push(PlacedGlyph { line: index, range, x, seq: glyph.seq });
        }
    }
}
