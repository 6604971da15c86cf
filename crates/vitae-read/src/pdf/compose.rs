//! Pages of lines to a `Document`: which lines continue a paragraph, how far apart they stand, which
//! are ruled, which are running headers and footers; hazards and links with their ranges.

use super::columns::{Region, body_size, regions};
use super::lines::{DraftLine, lines};
use super::page::{Counts, PageContent};
use super::paragraphs::Paragraphs;
use super::words::fragments;
use vitae_document::{DocumentBuilder, Hazard, HazardKind, HiddenBy, NewLine, Place, Style};
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
    let pages: Vec<PageLines> = pages.into_iter().map(lay_out).collect();
    let running = running_lines(&pages);
    let pitch = line_pitch(&pages);
    let mut counts = Counts::default();
    let mut next_region = 0;
    let mut soft_hyphens = 0;
    let mut links = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        builder.begin_page(page.content.width, page.content.height);
        let mut writer =
            PageWriter { page, index, pitch, next_region, builder, placed: Vec::new() };
        writer.write(&running);
        let placed = std::mem::take(&mut writer.placed);
        find_links(page, index, &placed, builder, &mut links);
        page_hazards(page, index, builder);
        counts.add(&page.content.counts);
        soft_hyphens += page.lines.iter().map(|line| line.soft_hyphens).sum::<u32>();
        next_region += page.regions.len() as u16;
    }
    write_links(links, builder);
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
fn lay_out(mut content: PageContent) -> PageLines {
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
        for region in regions(&page.content, &fragments, body) {
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

// Running headers and footers

/// What happens to lines at the edges of pages that repeat.
#[derive(Default)]
struct Running {
    /// `(page, line)` left out.
    dropped: Vec<(usize, usize)>,
    /// `(page, line, on how many pages)` kept once.
    kept: Vec<(usize, usize, u32)>,
}

/// Share of the height of a page in which running lines stand.
const MARGIN_BAND: f32 = 0.12;

fn running_lines(pages: &[PageLines]) -> Running {
    let mut seen: Vec<(bool, String, Vec<(usize, usize)>)> = Vec::new();
    let mut running = Running::default();
    for (page_index, page) in pages.iter().enumerate() {
        for (index, line) in page.lines.iter().enumerate() {
            let band = MARGIN_BAND * page.content.height;
            let (top, bottom) = (line.bottom() < band, line.top() > page.content.height - band);
            if line.turn != 0 || !(top || bottom) {
                continue;
            }
            if is_page_number(&line.text) {
                running.dropped.push((page_index, index));
                continue;
            }
            let key: String =
                line.text.chars().map(|ch| if ch.is_ascii_digit() { '#' } else { ch }).collect();
            match seen.iter_mut().find(|(at_top, known, _)| *at_top == top && *known == key) {
                Some((.., places)) => places.push((page_index, index)),
                None => seen.push((top, key, vec![(page_index, index)])),
            }
        }
    }
    for (top, _, mut places) in seen {
        places.dedup_by_key(|(page, _)| *page);
        if places.len() < 2 {
            continue;
        }
        let count = places.len() as u32;
        // A footer is kept where it disturbs nothing: at the end.
        let keep = if top { 0 } else { places.len() - 1 };
        let (page, line) = places.remove(keep);
        running.kept.push((page, line, count));
        running.dropped.extend(places);
    }
    running
}

/// `3`, `3 / 4`, `Page 3 of 4`, `- 3 -`.
fn is_page_number(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|ch: char| !ch.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let number = |word: &String| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let joint = |word: &String| matches!(word.as_str(), "of" | "von" | "de" | "sur" | "di" | "van");
    let name = |word: &String| {
        matches!(word.as_str(), "page" | "seite" | "página" | "pagina" | "p" | "strona" | "sida")
    };
    match words.as_slice() {
        [a] => number(a),
        [a, b] => (name(a) && number(b)) || (number(a) && number(b)),
        [a, b, c] => (name(a) && number(b) && number(c)) || (number(a) && joint(b) && number(c)),
        [a, b, c, d] => name(a) && number(b) && joint(c) && number(d),
        _ => false,
    }
}

// Lines

/// Bytes of a glyph in the document, for links.
struct PlacedGlyph {
    line: usize,
    range: TextRange,
    x: f32,
}

struct PageWriter<'a> {
    page: &'a PageLines,
    index: usize,
    pitch: f32,
    next_region: u16,
    builder: &'a mut DocumentBuilder,
    placed: Vec<PlacedGlyph>,
}

impl PageWriter<'_> {
    fn write(&mut self, running: &Running) {
        let mut paragraphs = Paragraphs::new(self.page, self.pitch);
        let mut before: Option<usize> = None;
        for index in 0..self.page.lines.len() {
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
            None if has_line_above => 1.0,
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
            let style = line.placed[at].style;
            let end = (at..line.placed.len())
                .find(|next| line.placed[*next].style != style)
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
        let place = Place::Page { page: self.index as u16, rect };
        let start = self.builder.at();
        self.builder.push(&line.text[from..to], style, Some(place));
        for glyph in &line.placed[placed] {
            let offset = |at: usize| start + (at - from) as u32;
            let range = TextRange::new(offset(glyph.start), offset(glyph.end));
            let x = (glyph.x0 + glyph.x1) / 2.0;
            self.placed.push(PlacedGlyph { line: index, range, x });
        }
    }
}

// Hazards of a page

fn page_hazards(page: &PageLines, index: usize, builder: &mut DocumentBuilder) {
    let content = &page.content;
    let visible = |glyph: &&super::page::Glyph| !content.is_space(glyph);
    let characters =
        content.glyphs.iter().filter(|g| g.hidden.is_none()).filter(visible).count() as u32;
    let images = content.counts.images;
    if images > 0 && characters < 50 {
        let kind = HazardKind::ImageOnlyPage { characters, images };
        builder.hazard(Hazard::page(kind, index));
    }
    for by in [
        HiddenBy::Colour,
        HiddenBy::Size,
        HiddenBy::RenderMode,
        HiddenBy::OffPage,
        HiddenBy::Markup,
    ] {
        let of_kind = content.glyphs.iter().filter(|glyph| glyph.hidden == Some(by));
        let characters = of_kind.filter(visible).count() as u32;
        if characters > 0 {
            builder.hazard(Hazard::page(HazardKind::HiddenText { by, characters }, index));
        }
    }
    if let Some((columns, share)) = side_by_side(page) {
        builder.hazard(Hazard::page(HazardKind::Columns { columns, share }, index));
    }
    if let Some(tau) = order_tau(page)
        && tau < 100
    {
        builder.hazard(Hazard::page(HazardKind::StreamOrder { tau }, index));
    }
}

/// Columns side by side, and the share of lines that have another column beside them.
fn side_by_side(page: &PageLines) -> Option<(u32, u32)> {
    let columns: Vec<(usize, f32, f32)> = page
        .regions
        .iter()
        .enumerate()
        .filter(|(_, region)| region.is_column)
        .filter_map(|(index, _)| {
            let inside = page.lines.iter().filter(|line| line.region == index && line.turn == 0);
            let ys: Vec<f32> = inside.map(|line| line.baseline).collect();
            let top = ys.iter().copied().reduce(f32::min)?;
            Some((index, top, ys.iter().copied().reduce(f32::max)?))
        })
        .collect();
    let beside = |line: &DraftLine| {
        let slack = line.size;
        let others = columns.iter().filter(|(index, top, bottom)| {
            *index != line.region && line.baseline > top - slack && line.baseline < bottom + slack
        });
        let own = columns.iter().any(|(index, ..)| *index == line.region);
        if own { others.count() } else { 0 }
    };
    let counts: Vec<usize> = page.lines.iter().map(beside).collect();
    let most = counts.iter().copied().max()?;
    let with = counts.iter().filter(|count| **count > 0).count();
    (most > 0).then(|| (most as u32 + 1, (with * 100 / page.lines.len()) as u32))
}

/// Kendall's tau between drawing order and reading order of the lines, in percent. Which of two
/// columns comes first is a matter of taste and does not count.
fn order_tau(page: &PageLines) -> Option<i32> {
    let mut regions: Vec<(bool, u64, Vec<u32>)> = page
        .regions
        .iter()
        .enumerate()
        .map(|(index, region)| {
            let inside = page.lines.iter().filter(|line| line.region == index);
            let ranks: Vec<u32> = inside.map(|line| line.seq).collect();
            let mean =
                ranks.iter().map(|rank| u64::from(*rank)).sum::<u64>() / ranks.len().max(1) as u64;
            (region.is_column, mean, ranks)
        })
        .collect();
    for run in regions.chunk_by_mut(|a, b| a.0 && b.0) {
        run.sort_by_key(|(_, mean, _)| *mean);
    }
    let ranks: Vec<u32> = regions.into_iter().flat_map(|(.., ranks)| ranks).collect();
    let count = ranks.len() as i64;
    if count < 2 {
        return None;
    }
    let pairs = count * (count - 1) / 2;
    let inversions = inversions(ranks) as i64;
    Some(((pairs - 2 * inversions) * 100 / pairs) as i32)
}

/// How many pairs stand in the wrong order, by merge sort.
fn inversions(mut ranks: Vec<u32>) -> u64 {
    let mut buffer = ranks.clone();
    let mut width = 1;
    let mut count = 0;
    while width < ranks.len() {
        for start in (0..ranks.len()).step_by(2 * width) {
            let middle = (start + width).min(ranks.len());
            let end = (start + 2 * width).min(ranks.len());
            let (mut left, mut right) = (start, middle);
            for slot in &mut buffer[start..end] {
                let take_left = right >= end || (left < middle && ranks[left] <= ranks[right]);
                let from = if take_left { &mut left } else { &mut right };
                *slot = ranks[*from];
                *from += 1;
                if !take_left {
                    count += (middle - left) as u64;
                }
            }
        }
        std::mem::swap(&mut ranks, &mut buffer);
        width *= 2;
    }
    count
}

// Links

struct FoundLink {
    range: TextRange,
    uri: String,
    page: usize,
}

fn find_links(
    page: &PageLines,
    index: usize,
    placed: &[PlacedGlyph],
    builder: &DocumentBuilder,
    links: &mut Vec<FoundLink>,
) {
    for area in &page.content.links {
        let under = |glyph: &&PlacedGlyph| {
            let line = &page.lines[glyph.line];
            let middle = line.baseline - 0.3 * line.size;
            let rect = &area.rect;
            line.turn == 0
                && glyph.x >= rect.x0
                && glyph.x <= rect.x1
                && middle >= rect.y0 - 1.0
                && middle <= rect.y1 + 1.0
        };
        let mut ranges: Vec<(usize, TextRange)> = Vec::new();
        for glyph in placed.iter().filter(under) {
            match ranges.last_mut() {
                Some((line, range)) if *line == glyph.line => *range = range.cover(glyph.range),
                _ => ranges.push((glyph.line, glyph.range)),
            }
        }
        if ranges.is_empty() {
            ranges.push((0, TextRange::empty(nearest(page, area.rect.y0, placed, builder))));
        }
        for (_, range) in ranges {
            links.push(FoundLink { range, uri: area.uri.clone(), page: index });
        }
    }
}

/// The end of the line nearest to `y`, for a link over a picture.
fn nearest(page: &PageLines, y: f32, placed: &[PlacedGlyph], builder: &DocumentBuilder) -> u32 {
    let distance = |glyph: &&PlacedGlyph| (page.lines[glyph.line].top() - y).abs();
    let closest = placed.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let line = closest.map(|glyph| glyph.line);
    let end = placed.iter().filter(|glyph| Some(glyph.line) == line).map(|g| g.range.end).max();
    end.unwrap_or(builder.at())
}

fn write_links(mut links: Vec<FoundLink>, builder: &mut DocumentBuilder) {
    links.sort_by_key(|link| link.range);
    let mut joined: Vec<FoundLink> = Vec::new();
    for link in links {
        match joined.last_mut() {
            // One link drawn as several areas.
            Some(last) if last.uri == link.uri && link.range.start <= last.range.end + 1 => {
                last.range = last.range.cover(link.range);
            }
            _ => joined.push(link),
        }
    }
    let text: String = builder
        .text()
        .chars()
        .filter(|ch| !ch.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    for link in joined {
        if !is_visible(&link.uri, &text, &digits) {
            let hazard = Hazard::page(HazardKind::LinkWithoutText, link.page);
            builder.hazard(hazard.with_range(link.range));
        }
        builder.link(link.range, link.uri);
    }
}

/// Whether the text shows the target of a link.
fn is_visible(uri: &str, text: &str, digits: &str) -> bool {
    let lower = uri.to_lowercase();
    if let Some(number) = lower.strip_prefix("tel:") {
        let number: String = number.chars().filter(char::is_ascii_digit).collect();
        return digits.contains(number.trim_start_matches('0'));
    }
    let target = lower
        .strip_prefix("mailto:")
        .unwrap_or_else(|| lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest));
    let target = target.strip_prefix("www.").unwrap_or(target);
    let target = target.split('?').next().unwrap_or(target).trim_end_matches('/');
    text.contains(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known_and_years_are_text() {
        for text in ["3", "2 / 3", "Page 1 of 2", "– 2 –", "Seite 2 von 3", "1/1"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2024", "2 years", "Go", "Page builder"] {
            assert!(!is_page_number(text), "{text}");
        }
    }

    #[test]
    fn inversions_are_counted() {
        assert_eq!(inversions(vec![1, 2, 3, 4]), 0);
        assert_eq!(inversions(vec![4, 3, 2, 1]), 6);
        assert_eq!(inversions(vec![2, 1, 3]), 1);
    }

    #[test]
    fn targets_are_found_in_the_text() {
        let text = "ada@example.comgithub.example.com/ada+12025550143";
        assert!(is_visible("mailto:ada@example.com", text, "12025550143"));
        assert!(is_visible("https://www.github.example.com/ada/", text, ""));
        assert!(is_visible("tel:+1-202-555-0143", text, "12025550143"));
        assert!(!is_visible("https://example.com/other", text, ""));
    }
}
