//! What a reader without a sense of layout gets: the text in drawing order, and what people see on the
//! page that leaves no text. Placed glyphs in, `Document::stream` and `Document::left_out` out.

use super::compose::{PageLines, PlacedGlyph};
use super::running::Running;
use vitae_document::{DocumentBuilder, LeftOut, LeftOutKind, Rect};
use vitae_text::TextRange;

/// The text in drawing order, page after page.
#[derive(Default)]
pub(super) struct Stream {
    ranges: Vec<TextRange>,
}

impl Stream {
    /// Adds a page.
    pub(super) fn page(&mut self, placed: &[PlacedGlyph]) {
        let mut order: Vec<(u32, TextRange)> =
            placed.iter().map(|glyph| (glyph.seq, glyph.range)).collect();
        order.sort_by_key(|(seq, range)| (*seq, range.start));
        self.ranges.extend(order.into_iter().map(|(_, range)| range));
    }

    /// The ranges, neighbours joined over the blanks between them; none when nothing is out of
    /// order.
    pub(super) fn finish(self, text: &str) -> Vec<TextRange> {
        let mut joined: Vec<TextRange> = Vec::new();
        for range in self.ranges.into_iter().filter(|range| !range.is_empty()) {
            let follows = |last: &TextRange| {
                last.end <= range.start
                    && range.start - last.end <= 2
                    && TextRange::new(last.end, range.start).of(text).trim().is_empty()
            };
            match joined.last_mut().filter(|last| follows(last)) {
                Some(last) => last.end = range.end,
                None => joined.push(range),
            }
        }
        if joined.len() <= 1 { Vec::new() } else { joined }
    }
}

/// Records the icons and unknown glyphs of a page before the text that stands behind them.
pub(super) fn lost_glyphs(
    page: &PageLines,
    index: usize,
    placed: &[PlacedGlyph],
    builder: &mut DocumentBuilder,
) {
    for lost in &page.content.lost {
        let line = page
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.turn == 0)
            .map(|(at, line)| {
                let aside = (line.x0 - lost.x1).max(lost.x0 - line.x1).max(0.0);
                (at, 20.0 * (line.baseline - lost.baseline).abs() + aside)
            })
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(at, _)| at);
        let end = placed.last().map_or(builder.at(), |glyph| glyph.range.end);
        let at = line.map_or(end, |line| offset(line, lost.x0, placed, builder));
        let (top, bottom) = (lost.baseline - 0.8 * lost.size, lost.baseline + 0.25 * lost.size);
        builder.left_out(LeftOut {
            kind: if lost.icon { LeftOutKind::Icon } else { LeftOutKind::Unmapped },
            at,
            page: index as u16,
            rect: Rect { x0: lost.x0, y0: top, x1: lost.x1, y1: bottom },
            text: String::new(),
        });
    }
}

/// The first glyph of `line` to the right of `x`, or the end of the line.
fn offset(line: usize, x: f32, placed: &[PlacedGlyph], builder: &DocumentBuilder) -> u32 {
    let first = placed.partition_point(|glyph| glyph.line < line);
    let inside = placed[first..].iter().take_while(|glyph| glyph.line == line);
    let mut end = builder.at();
    for glyph in inside {
        if glyph.x >= x {
            return glyph.range.start;
        }
        end = glyph.range.end;
    }
    end
}

/// Records the running lines and page numbers of a page that the text leaves out.
pub(super) fn lost_lines(
    page: &PageLines,
    index: usize,
    running: &Running,
    placed: &[PlacedGlyph],
    builder: &mut DocumentBuilder,
) {
    for (_, line) in running.dropped.iter().filter(|(on, _)| *on == index) {
        let behind = placed.partition_point(|glyph| glyph.line < *line);
        let end = placed.last().map_or(builder.at(), |glyph| glyph.range.end);
        let at = placed.get(behind).map_or(end, |glyph| glyph.range.start);
        let is_number = running.numbers.contains(&(index, *line));
        let line = &page.lines[*line];
        builder.left_out(LeftOut {
            kind: if is_number { LeftOutKind::PageNumber } else { LeftOutKind::RepeatedLine },
            at,
            page: index as u16,
            rect: line.rect(line.x0, line.x1),
            text: line.text.clone(),
        });
    }
}
