//! The resume as it was laid out, for programs: pages, lines with boxes, runs with style, roles, links,
//! hazards, regions in reading order and the order of the file. A `Document` comes in, JSON goes out.

use serde::{Deserialize, Serialize};
use vitae_document::{
    Document, Format, Hazard, LeftOutKind, Line, LineRole, Metadata, Place, Rect, Run,
};
use vitae_text::TextRange;

/// A resume as it was laid out. All ranges are bytes of `text`; boxes are `[left, top, right,
/// bottom]` in points from the top left corner of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Version of this format. New fields may come within a version; none changes its meaning.
    pub layout: u32,
    /// Name of the file as it was given.
    pub file: Option<String>,
    /// What the bytes are.
    pub format: Format,
    /// What the file says about itself, and its size.
    pub metadata: Metadata,
    /// The canonical text. Lines end at `\n`; a wide gap inside a line is a tab.
    pub text: String,
    /// Pages; empty for formats without pages.
    pub pages: Vec<LayoutPage>,
    /// Regions (columns, text boxes, page edges) in reading order.
    pub regions: Vec<LayoutRegion>,
    /// Lines in reading order.
    pub lines: Vec<LayoutLine>,
    /// Links, by start.
    pub links: Vec<LayoutLink>,
    /// What was noticed while reading.
    pub hazards: Vec<Hazard>,
    /// The text in the order in which the file stores it; empty where that is the order of `text`.
    pub stream: Vec<TextRange>,
    /// What people see on the pages and the text does not hold.
    pub left_out: Vec<LayoutLeftOut>,
}

/// Left, top, right, bottom in points.
pub type Box4 = [f64; 4];

/// A page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayoutPage {
    /// Its number, from 1.
    pub number: u32,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// Its part of the text.
    pub range: TextRange,
}

/// Lines that follow each other in one column, box or part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayoutRegion {
    /// Its number, as in [`LayoutLine::region`].
    pub region: u16,
    /// Page, from 1, for formats with pages.
    pub page: Option<u32>,
    /// Box around its lines.
    #[serde(rename = "box")]
    pub rect: Option<Box4>,
    /// First line, counted from 0 in `lines`.
    pub first_line: usize,
    /// How many lines.
    pub lines: usize,
}

/// What the file says a line is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum LayoutRole {
    /// Nothing said.
    Text,
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// The first line of a list item.
    Item {
        /// From 0.
        depth: u8,
    },
    /// A further line of the block above that the file broke by hand.
    Continuation,
    /// A table cell.
    Cell {
        /// Table, from 0.
        table: u16,
        /// Row, from 0.
        row: u16,
        /// Column, from 0.
        column: u16,
    },
}

/// A line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayoutLine {
    /// Its bytes.
    pub range: TextRange,
    /// First byte after indentation and bullet.
    pub content: u32,
    /// Its text.
    pub text: String,
    /// Page, from 1, for formats with pages.
    pub page: Option<u32>,
    /// Its box on the page.
    #[serde(rename = "box")]
    pub rect: Option<Box4>,
    /// What the file says it is.
    pub role: LayoutRole,
    /// It opens its paragraph, item, heading or cell.
    pub opens_block: bool,
    /// Its region.
    pub region: u16,
    /// Left edge from that of its region, in em.
    pub indent: f64,
    /// Empty space above, in lines.
    pub gap_above: f64,
    /// A rule is drawn under it.
    pub ruled: bool,
    /// Stretches of one look.
    pub runs: Vec<LayoutRun>,
    /// Its words with their boxes, where they are known.
    pub words: Vec<LayoutWord>,
}

/// A stretch of text of one look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayoutRun {
    /// Its bytes.
    pub range: TextRange,
    /// Font size in points; 0 when the format does not say.
    pub size: f64,
    /// Bold or heavier.
    pub bold: bool,
    /// Italic or oblique.
    pub italic: bool,
    /// Colour as `#rrggbb`.
    pub color: String,
    /// Which font, as a number that is equal for equal fonts.
    pub font: u16,
}

/// A word, or a stretch without a space, and its box.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayoutWord {
    /// Its bytes.
    pub range: TextRange,
    /// Its box on the page of its line.
    #[serde(rename = "box")]
    pub rect: Box4,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayoutLink {
    /// The visible text that it covers; empty over a picture or an icon.
    pub range: TextRange,
    /// Its target as written. It comes from the file: look at it before you follow it.
    pub uri: String,
}

/// Something on a page that the text does not hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayoutLeftOut {
    /// What it is.
    pub kind: LeftOutKind,
    /// The byte that it would stand before.
    pub at: u32,
    /// Page, from 1.
    pub page: u32,
    /// Its box.
    #[serde(rename = "box")]
    pub rect: Box4,
    /// Its text, where it has some.
    pub text: String,
}

impl Layout {
    /// Version of the format.
    pub const VERSION: u32 = 1;

    /// The layout of a document.
    #[must_use]
    pub fn new(document: &Document, file: Option<&str>) -> Self {
        let paged = !document.pages.is_empty();
        let pages = document.pages.iter().enumerate().map(|(index, page)| LayoutPage {
            number: index as u32 + 1,
            width: round(page.width),
            height: round(page.height),
            range: page.range,
        });
        let links = document.links.iter();
        let left_out = document.left_out.iter().map(|one| LayoutLeftOut {
            kind: one.kind,
            at: one.at,
            page: u32::from(one.page) + 1,
            rect: corners(one.rect),
            text: one.text.clone(),
        });
        Self {
            layout: Self::VERSION,
            file: file.map(str::to_owned),
            format: document.format,
            metadata: document.metadata.clone(),
            text: document.text.clone(),
            pages: pages.collect(),
            regions: regions(document, paged),
            lines: document.lines.iter().map(|line| self::line(document, line, paged)).collect(),
            links: links.map(|l| LayoutLink { range: l.range, uri: l.uri.clone() }).collect(),
            hazards: document.hazards.clone(),
            stream: document.stream.clone(),
            left_out: left_out.collect(),
        }
    }

    /// As JSON over many lines.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings, numbers and keys that are strings: writing it cannot fail.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Runs of lines with one region number on one page.
fn regions(document: &Document, paged: bool) -> Vec<LayoutRegion> {
    let mut regions = Vec::new();
    let mut first_line = 0;
    for lines in document.lines.chunk_by(|a, b| (a.region, a.page) == (b.region, b.page)) {
        let rect = lines.iter().filter_map(|line| line.bbox).reduce(Rect::cover);
        regions.push(LayoutRegion {
            region: lines[0].region,
            page: paged.then(|| u32::from(lines[0].page) + 1),
            rect: rect.map(corners),
            first_line,
            lines: lines.len(),
        });
        first_line += lines.len();
    }
    regions
}

fn line(document: &Document, line: &Line, paged: bool) -> LayoutLine {
    LayoutLine {
        range: line.range,
        content: line.content,
        text: document.line_text(line).to_owned(),
        page: paged.then(|| u32::from(line.page) + 1),
        rect: line.bbox.map(corners),
        role: role(line.role),
        opens_block: line.opens_block,
        region: line.region,
        indent: round(line.indent),
        gap_above: round(line.gap_above),
        ruled: line.ruled,
        runs: document.runs_in(line.range).map(|run| self::run(run, line.range)).collect(),
        words: words(document, line.range),
    }
}

fn run(run: &Run, line: TextRange) -> LayoutRun {
    let [red, green, blue] = run.style.color;
    LayoutRun {
        range: TextRange::new(run.range.start.max(line.start), run.range.end.min(line.end)),
        size: round(run.style.size),
        bold: run.style.bold,
        italic: run.style.italic,
        color: format!("#{red:02x}{green:02x}{blue:02x}"),
        font: run.style.font,
    }
}

fn words(document: &Document, line: TextRange) -> Vec<LayoutWord> {
    let first = document.origins.partition_point(|origin| origin.text.end <= line.start);
    let origins = document.origins[first..].iter().take_while(|o| o.text.start < line.end);
    let word = |origin: &vitae_document::OriginSegment| {
        let Place::Page { rect, .. } = origin.place else { return None };
        let text = origin.text.of(&document.text);
        let kept = text.trim_end().len() as u32;
        let range = TextRange::new(origin.text.start, origin.text.start + kept);
        (kept > 0).then(|| LayoutWord { range, rect: corners(rect) })
    };
    origins.filter_map(word).collect()
}

fn role(role: LineRole) -> LayoutRole {
    match role {
        LineRole::Text => LayoutRole::Text,
        LineRole::Heading(level) => LayoutRole::Heading { level },
        LineRole::Item(depth) => LayoutRole::Item { depth },
        LineRole::Continuation => LayoutRole::Continuation,
        LineRole::Cell { table, row, column } => LayoutRole::Cell { table, row, column },
    }
}

fn corners(rect: Rect) -> Box4 {
    [rect.x0, rect.y0, rect.x1, rect.y1].map(round)
}

/// Hundredths of a point: what is finer is noise of the arithmetic.
fn round(value: f32) -> f64 {
    let hundredths = (f64::from(value) * 100.0).round();
    if hundredths.is_finite() { hundredths / 100.0 } else { 0.0 }
}
