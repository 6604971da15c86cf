//! Recognised text as glyphs of a page, so that it is laid out like any other: straightened, on common
//! baselines, in few sizes, and with the bullets that recognition takes for letters.

use super::hocr::{HocrLine, HocrPage, HocrWord, Pixels, parse};
use super::page::{Glyph, GlyphText, PageContent};
use vitae_document::{Document, Hazard, HazardKind, Place, Rect, Style};

/// What character recognition read in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// Page, from 0.
    pub page: usize,
    /// Where on the page the picture stands, in points from the top left corner.
    pub rect: Rect,
    /// The text with its boxes, as hOCR with the boxes of characters.
    pub hocr: String,
}

/// Below this a word is not sure. Tesseract gives clean print 90 and more.
const SURE: u8 = 60;
/// At most this many characters are taken from one page.
const MOST_CHARACTERS: usize = 50_000;

/// What recognition gave for a page.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Recognition {
    /// Characters of real text that the page had.
    pub characters: u32,
    pub words: u32,
    /// Words that are not sure.
    pub unsure: u32,
}

/// A word that is not sure: its page, its box and how sure it is.
pub(super) type Unsure = (usize, Rect, u8);

/// A line in points, straightened.
struct Straight<'a> {
    line: &'a HocrLine,
    baseline: f32,
    size: f32,
    bullet: bool,
}

/// From pixels of a picture to points of the page.
struct Scale {
    rect: Rect,
    by: f32,
    slope: f32,
}

impl Scale {
    /// A point, turned back by the slope of the page.
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        let (right, down) = (x + self.slope * y, y - self.slope * x);
        (self.rect.x0 + right * self.by, self.rect.y0 + down * self.by)
    }
}

/// Replaces the text of a page by what was recognised in its pictures.
pub(super) fn apply(
    content: &mut PageContent,
    index: usize,
    recognised: &[Recognised],
    unsure: &mut Vec<Unsure>,
) {
    let own: Vec<&Recognised> = recognised.iter().filter(|one| one.page == index).collect();
    if own.is_empty() {
        return;
    }
    let characters = content.glyphs.iter().filter(|glyph| !content.is_space(glyph)).count() as u32;
    content.glyphs.clear();
    content.dots.clear();
    let mut words = Words { index, count: 0, unsure: Vec::new() };
    for one in own {
        for page in parse(&one.hocr) {
            add(content, &page, one.rect, &mut words);
        }
    }
    words.finish(content, characters, unsure);
}

/// The pages of a picture file, as wide as a sheet of A4.
pub(super) fn pages(hocr: &str, unsure: &mut Vec<Unsure>) -> Vec<PageContent> {
    let mut pages = Vec::new();
    for (index, page) in parse(hocr).iter().enumerate() {
        let (wide, high) = (page.area.x1 - page.area.x0, page.area.y1 - page.area.y0);
        if wide <= 0.0 || high <= 0.0 {
            continue;
        }
        let width = if high > 0.8 * wide { 595.0 } else { 842.0 };
        let height = width * (high / wide).min(20.0);
        let mut content = PageContent { width, height, ..PageContent::default() };
        content.counts.images = 1;
        let mut words = Words { index, count: 0, unsure: Vec::new() };
        add(&mut content, page, Rect { x0: 0.0, y0: 0.0, x1: width, y1: height }, &mut words);
        words.finish(&mut content, 0, unsure);
        pages.push(content);
    }
    pages
}

/// Words of a page as they are counted.
struct Words {
    index: usize,
    count: u32,
    unsure: Vec<Unsure>,
}

impl Words {
    fn finish(self, content: &mut PageContent, characters: u32, unsure: &mut Vec<Unsure>) {
        let recognition =
            Recognition { characters, words: self.count, unsure: self.unsure.len() as u32 };
        content.recognition = Some(recognition);
        unsure.extend(self.unsure);
    }
}

fn add(content: &mut PageContent, page: &HocrPage, rect: Rect, words: &mut Words) {
    let width = page.area.x1 - page.area.x0;
    if width <= 0.0 || page.lines.is_empty() {
        return;
    }
    let scale = Scale { rect, by: (rect.x1 - rect.x0) / width, slope: slope(&page.lines) };
    for line in straighten(page, &scale) {
        for (index, word) in line.line.words.iter().enumerate() {
            if content.glyphs.len() > MOST_CHARACTERS {
                return;
            }
            let bullet = line.bullet && index == 0;
            let next = line.line.words.get(index + 1).map(|next| next.area.x0);
            push_word(content, word, next, &line, &scale, bullet, words);
        }
    }
}

/// The slope of most lines: that of the paper in the scanner.
fn slope(lines: &[HocrLine]) -> f32 {
    let long = lines.iter().filter(|line| line.area.x1 - line.area.x0 > 8.0 * line.size);
    let mut slopes: Vec<f32> =
        long.map(|line| line.slope).filter(|slope| slope.abs() < 0.1).collect();
    slopes.sort_by(f32::total_cmp);
    slopes.get(slopes.len() / 2).copied().unwrap_or(0.0)
}

fn straighten<'a>(page: &'a HocrPage, scale: &Scale) -> Vec<Straight<'a>> {
    let sizes = common_sizes(page.lines.iter().map(|line| size(line) * scale.by).collect());
    let bullets = bullet_edges(&page.lines);
    let mut lines: Vec<Straight<'a>> = page
        .lines
        .iter()
        .zip(sizes)
        .filter(|(line, _)| !line.words.is_empty())
        .map(|(line, size)| {
            let (x, bottom) = (line.area.x0, line.area.y1 + line.offset);
            Straight {
                line,
                baseline: scale.point(x, bottom).1,
                size: (size * 2.0).round().max(4.0) / 2.0,
                bullet: opens_with_bullet(line, &bullets),
            }
        })
        .collect();
    lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    // Pieces of one row, such as a title and the date at the right, stand on one baseline.
    for index in 1..lines.len() {
        let above = lines[index - 1].baseline;
        if lines[index].baseline - above < 0.35 * lines[index].size.min(lines[index - 1].size) {
            lines[index].baseline = above;
        }
    }
    lines
}

/// Size of the font of a line in pixels, by the heights of its letters: capitals and digits are about
/// 0.7 em high, small letters without ascender 0.47 em.
fn size(line: &HocrLine) -> f32 {
    let (mut high, mut low) = (Vec::new(), Vec::new());
    for word in &line.words {
        if word.text.chars().count() != word.characters.len() {
            continue;
        }
        for (ch, pixels) in word.text.chars().zip(&word.characters) {
            let height = pixels.y1 - pixels.y0;
            match ch {
                'A'..='Z' | '0'..='9' | 'b' | 'd' | 'f' | 'h' | 'k' | 'l' => {
                    high.push(height / 0.7)
                }
                'a' | 'c' | 'e' | 'm'..='o' | 'r' | 's' | 'u'..='x' | 'z' => {
                    low.push(height / 0.47)
                }
                _ => {}
            }
        }
    }
    // The size that recognition gives holds ascent and descent, a little less than the whole.
    let heights = if high.len() >= 3 { &mut high } else { &mut low };
    heights.sort_by(f32::total_cmp);
    let middle = heights.get(heights.len() / 2).copied();
    middle.filter(|size| *size > 0.0).unwrap_or(line.size / 0.93)
}

/// The sizes with those that are nearly equal made equal: no page has a size for each line.
fn common_sizes(mut sizes: Vec<f32>) -> Vec<f32> {
    let mut sorted = sizes.clone();
    sorted.sort_by(f32::total_cmp);
    let body = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
    for size in sizes.iter_mut().chain(&mut sorted) {
        if (*size - body).abs() < 0.15 * body {
            *size = body;
        }
    }
    let mut groups: Vec<Vec<f32>> = Vec::new();
    for size in sorted {
        match groups.last_mut() {
            Some(group) if size <= 1.1 * group[0] => group.push(size),
            _ => groups.push(vec![size]),
        }
    }
    let common = |size: f32| {
        let group = groups.iter().find(|group| group.contains(&size));
        group.map_or(size, |group| group[group.len() / 2])
    };
    sizes.into_iter().map(common).collect()
}

/// The box of the first mark, how many characters were read into it, and the boxes of the next.
fn first_boxes(line: &HocrLine) -> Option<(Pixels, usize, Vec<Pixels>)> {
    let mut boxes = line.words.iter().flat_map(|word| word.characters.iter().copied()).peekable();
    let first = boxes.next()?;
    let mut read = 1;
    let inside = |next: &Pixels| (next.x0 + next.x1) / 2.0 <= first.x1;
    while boxes.next_if(inside).is_some() {
        read += 1;
    }
    Some((first, read, boxes.take(3).collect()))
}

/// How many characters were read into the first mark of a line, if that is a bullet: about half as
/// high as the line, and hanging above the baseline as letters do not.
fn bullet(line: &HocrLine) -> Option<usize> {
    let (first, read, next) = first_boxes(line)?;
    let ground = next.iter().map(|pixels| pixels.y1).reduce(f32::min)?;
    let (high, wide) = (first.y1 - first.y0, first.x1 - first.x0);
    let size = line.size;
    let shaped = (0.18..0.62).contains(&(high / size)) && (0.15..0.75).contains(&(wide / size));
    (shaped && (0.1..0.55).contains(&((ground - first.y1) / size))).then_some(read)
}

/// Left edges of lines that surely open with a bullet.
fn bullet_edges(lines: &[HocrLine]) -> Vec<f32> {
    lines.iter().filter(|line| bullet(line).is_some()).map(|line| line.area.x0).collect()
}

/// Whether a line opens with a bullet, seen by its shape, or by a first letter that is far too wide
/// at the edge where other lines have one: recognition has then swallowed it.
fn opens_with_bullet(line: &HocrLine, edges: &[f32]) -> bool {
    if bullet(line).is_some() {
        return true;
    }
    let Some((first, ..)) = first_boxes(line) else { return false };
    let letter = line.words.first().and_then(|word| word.text.chars().next()).unwrap_or(' ');
    let usual = if matches!(letter, 'W' | 'M' | 'm' | 'w' | '@') { 1.2 } else { 0.95 };
    let swallowed = first.x1 - first.x0 > usual * line.size;
    swallowed && edges.iter().any(|edge| (edge - line.area.x0).abs() < 0.3 * line.size)
}

fn push_word(
    content: &mut PageContent,
    word: &HocrWord,
    next: Option<f32>,
    line: &Straight<'_>,
    scale: &Scale,
    bullet: bool,
    words: &mut Words,
) {
    let mut text = word.text.as_str();
    let ground = word.area.y1;
    let across = |x: f32| scale.point(x, ground).0;
    let mut x0 = across(word.area.x0);
    // A slanting letter may reach over the blank behind it.
    let end = next.map_or(f32::MAX, |next| across(next) - 0.2 * line.size);
    let x1 = across(word.area.x1).min(end.max(x0 + 0.1 * line.size));
    if bullet {
        let dot = word.characters.first().copied().unwrap_or(word.area);
        let read = self::bullet(line.line);
        if let Some(read) = read {
            text = text.char_indices().nth(read).map_or("", |(at, _)| &text[at..]);
        }
        let end = if read.is_some() { across(dot.x1) } else { x0 + 0.4 * line.size };
        push_glyph(content, '•', (x0, end.min(x1)), line);
        x0 = (end + 0.3 * line.size).min(x1);
    }
    if text.is_empty() {
        return;
    }
    words.count += 1;
    let rect = Rect { x0, x1, y0: line.baseline - 0.8 * line.size, y1: line.baseline };
    if word.confidence < SURE {
        words.unsure.push((words.index, rect, word.confidence));
    }
    // Equal shares: gaps between the inks of two letters are no spaces.
    let share = (x1 - x0) / text.chars().count() as f32;
    for (index, ch) in text.chars().enumerate() {
        let left = x0 + share * index as f32;
        push_glyph(content, ch, (left, left + share), line);
    }
}

fn push_glyph(content: &mut PageContent, ch: char, (x0, x1): (f32, f32), line: &Straight<'_>) {
    let style = Style { size: line.size, font: 1, ..Style::default() };
    let seq = content.glyphs.len() as u32;
    let text = GlyphText::Char(ch);
    let baseline = line.baseline;
    let (tag, hidden, turn) = (u32::MAX, None, 0);
    content.glyphs.push(Glyph {
        text,
        x0,
        x1,
        baseline,
        style,
        seq,
        tag,
        hidden,
        turn,
        at_edge: false,
    });
}

/// Marks the words that are not sure, by their boxes.
pub(super) fn mark_unsure(document: &mut Document, unsure: &[Unsure]) {
    let mut found = Vec::new();
    for origin in &document.origins {
        let Place::Page { page, rect } = &origin.place else { continue };
        let middle = ((rect.x0 + rect.x1) / 2.0, (rect.y0 + rect.y1) / 2.0);
        let hit = unsure.iter().find(|(on, area, _)| {
            *on == usize::from(*page)
                && (area.x0..=area.x1).contains(&middle.0)
                && (area.y0..=area.y1).contains(&middle.1)
        });
        if let Some((page, _, confidence)) = hit {
            let kind = HazardKind::UnsureWord { confidence: u32::from(*confidence) };
            let text = origin.text.of(&document.text);
            let kept = text.trim_end().len() as u32;
            let range = vitae_text::TextRange::new(origin.text.start, origin.text.start + kept);
            found.push(Hazard::page(kind, *page).with_range(range));
        }
    }
    document.hazards.extend(found);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of a 1000 × 1400 picture whose characters are `(left, top, right, bottom)` boxes.
    fn line(text: &str, boxes: &[(f32, f32, f32, f32)]) -> HocrLine {
        let pixels = |b: &(f32, f32, f32, f32)| Pixels { x0: b.0, y0: b.1, x1: b.2, y1: b.3 };
        let characters: Vec<Pixels> = boxes.iter().map(pixels).collect();
        let area = Pixels { x0: boxes[0].0, y0: 90.0, x1: 300.0, y1: 115.0 };
        let word = HocrWord { area, text: text.into(), confidence: 90, characters };
        HocrLine { area, slope: 0.0, offset: 0.0, size: 25.0, words: vec![word] }
    }

    #[test]
    fn small_raised_marks_are_bullets_and_letters_are_not() {
        let next = [(60.0, 95.0, 78.0, 115.0), (80.0, 100.0, 92.0, 115.0)];
        let with = |first| line("ABc", &[first, next[0], next[1]]);
        assert_eq!(bullet(&with((40.0, 95.0, 52.0, 107.0))), Some(1));
        assert_eq!(bullet(&with((40.0, 95.0, 56.0, 115.0))), None, "a capital stands on the line");
        assert_eq!(bullet(&with((40.0, 100.0, 52.0, 115.0))), None, "so does a small letter");
    }

    #[test]
    fn a_swallowed_bullet_is_known_by_its_neighbours() {
        let wide = line("Po", &[(40.0, 95.0, 66.0, 115.0), (68.0, 100.0, 80.0, 115.0)]);
        assert!(opens_with_bullet(&wide, &[41.0]));
        assert!(!opens_with_bullet(&wide, &[90.0]));
    }
}
