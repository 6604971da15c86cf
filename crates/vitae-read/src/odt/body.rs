//! Walks the blocks of an ODT: paragraphs, lists, tables, sections, frames.

use super::styles::{Family, Styles};
use crate::office::{Element, Flow, Paper, Paragraph, Piece, RunLook};
use vitae_document::HiddenBy;

/// Size of text when no style says one.
pub(super) const DEFAULT_SIZE: f32 = 12.0;
/// Two cells with so many paragraphs side by side are columns of the page, not a table.
const COLUMN_PARAGRAPHS: usize = 4;
/// A cell stands for at most so many: real tables of resumes are smaller.
const SPAN: u16 = 64;

pub(super) struct Walker<'s> {
    pub(super) flow: Flow,
    pub(super) styles: Styles<'s>,
}

/// The list that a paragraph stands in.
#[derive(Clone)]
struct List {
    style: Option<String>,
    depth: u8,
    /// The next paragraph has the bullet of an item before it.
    opens_item: bool,
}

/// A paragraph while it is read.
pub(super) struct Inline<'t> {
    pub(super) pieces: Vec<Piece>,
    /// Shapes with text, and whether text stood before the first of them.
    pub(super) boxes: Vec<Element<'t>>,
    pub(super) box_after_text: bool,
    /// Bodies of notes, written after the paragraph.
    pub(super) notes: Vec<Element<'t>>,
    /// White space before the next text counts for nothing.
    pub(super) spaced: bool,
    pub(super) hidden: bool,
}

impl Walker<'_> {
    pub(super) fn blocks(&mut self, parent: Element<'_>) {
        for element in parent.children() {
            if self.flow.full {
                return;
            }
            self.block(element);
        }
    }

    fn block(&mut self, element: Element<'_>) {
        match element.name() {
            "p" | "h" => self.paragraph(element, None),
            "list" => self.list(element, None),
            "table" => self.table(element),
            "section" | "table-of-content" | "illustration-index" | "alphabetical-index" => {
                self.section(element);
            }
            "index-body" | "index-title" | "numbered-paragraph" => self.blocks(element),
            "tracked-changes" => {
                let regions = element.children().filter(|child| child.name() == "changed-region");
                self.flow.counts.changes += regions.count() as u32;
            }
            "frame" | "custom-shape" | "rect" | "g" | "ellipse" | "text-box" | "polygon" => {
                self.shape(element);
            }
            // A picture or frame that is a link.
            "a" => self.blocks(element),
            _ => {}
        }
    }

    /// Hidden sections are counted; others may stand in columns.
    fn section(&mut self, section: Element<'_>) {
        if section.attribute("display").as_deref() == Some("none") {
            let text: String = section.descendants().map(Element::text).collect();
            return self.flow.hide(&text, HiddenBy::Markup);
        }
        let style = section.attribute("style-name").unwrap_or_default();
        let columns = self.styles.columns(&style);
        if columns > 1 {
            self.flow.end_section(1);
        }
        self.blocks(section);
        if columns > 1 {
            self.flow.end_section(columns);
        }
    }

    fn list(&mut self, list: Element<'_>, outer: Option<&List>) {
        let own = list.attribute("style-name").map(String::from);
        let depth = outer.map_or(0, |outer| outer.depth.saturating_add(1));
        let style = own.or_else(|| outer.and_then(|outer| outer.style.clone()));
        for item in list.children() {
            let opens_item = item.name() == "list-item";
            let mut list = List { style: style.clone(), depth, opens_item };
            for block in item.children() {
                match block.name() {
                    _ if self.flow.full => return,
                    "p" | "h" => {
                        self.paragraph(block, Some(&list));
                        list.opens_item = false;
                    }
                    "list" => self.list(block, Some(&list)),
                    _ => self.block(block),
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: Element<'_>, list: Option<&List>) {
        let style = paragraph.attribute("style-name").unwrap_or_default();
        let (base, mut look) = self.styles.paragraph(&style);
        if paragraph.name() == "h" {
            let level = paragraph.attribute("outline-level").and_then(|level| level.parse().ok());
            look.level = Some(level.unwrap_or(1).clamp(1, 6));
        }
        let mut inline = Inline {
            pieces: Vec::new(),
            boxes: Vec::new(),
            box_after_text: false,
            notes: Vec::new(),
            spaced: true,
            hidden: false,
        };
        self.inline(paragraph, &base, &mut inline);
        self.flow.next_paragraph();
        if !inline.box_after_text {
            self.boxes(&inline);
        }
        let marked = |list: &&List| {
            let named = list.style.as_deref().or_else(|| self.styles.list_of(&style));
            list.opens_item && named.is_none_or(|named| self.styles.is_marked(named, list.depth))
        };
        let item = list.filter(marked).map(|list| list.depth);
        let anchors = !inline.boxes.is_empty();
        let size = base.size.unwrap_or(DEFAULT_SIZE);
        let pieces = std::mem::take(&mut inline.pieces);
        self.flow.write(&Paragraph { pieces, look, item, size, anchors });
        if inline.box_after_text {
            self.boxes(&inline);
        }
        for note in inline.notes {
            let marks = self.flow.enter_region();
            self.blocks(note);
            self.flow.leave_region(&marks);
        }
    }

    fn boxes(&mut self, inline: &Inline<'_>) {
        for shape in &inline.boxes {
            self.shape(*shape);
        }
    }

    /// A frame or drawn shape: its text is a box beside the text, its pictures are counted.
    fn shape(&mut self, shape: Element<'_>) {
        if shape.name() == "g" {
            return self.blocks(shape);
        }
        let style = shape.attribute("style-name").unwrap_or_default();
        let content = shape.child("text-box").unwrap_or(shape);
        if content.children().any(|child| child.name() == "image") {
            self.flow.counts.images += 1;
            return;
        }
        let paper = self.styles.paper(Family::Graphic, &style).unwrap_or(Paper::Page);
        let marks = self.flow.enter_box(paper);
        self.blocks(content);
        self.flow.leave_box(&marks);
    }

    fn table(&mut self, table: Element<'_>) {
        let mut marks = self.flow.enter_table();
        let rows = rows(table);
        let single = rows.len() == 1;
        for row in rows {
            let cells: Vec<Element<'_>> =
                row.children().filter(|cell| cell.name() == "table-cell").collect();
            let long = cells.iter().filter(|cell| is_column(**cell)).count();
            self.flow.enter_row(&mut marks, single || long > 1);
            for cell in cells {
                let number = |name| cell.attribute(name)?.parse::<u16>().ok();
                let span = number("number-columns-spanned").unwrap_or(1).min(SPAN);
                let style = cell.attribute("style-name").unwrap_or_default();
                let paper = self.styles.paper(Family::Cell, &style);
                self.flow.enter_cell(&marks, paper);
                self.blocks(cell);
                self.flow.leave_cell(&mut marks, span);
            }
            self.flow.leave_row(&mut marks);
        }
        self.flow.leave_table(&marks);
    }

    /// The look of the text inside a link or span.
    pub(super) fn text_look(&self, element: Element<'_>, base: &RunLook) -> RunLook {
        match element.attribute("style-name") {
            Some(name) => self.styles.text(&name, base),
            None => base.clone(),
        }
    }
}

/// Whether a cell holds so much that it is a column of the page.
fn is_column(cell: Element<'_>) -> bool {
    let mut paragraphs = 0;
    for element in cell.children() {
        paragraphs += match element.name() {
            "p" | "h" | "table" => 1,
            "list" => element.children().count(),
            _ => 0,
        };
    }
    paragraphs >= COLUMN_PARAGRAPHS
}

/// Rows of a table, also inside groups of rows.
fn rows(table: Element<'_>) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    let mut open: Vec<Element<'_>> = vec![table];
    while let Some(element) = open.pop() {
        if element.name() == "table-row" {
            found.push(element);
            continue;
        }
        let from = open.len();
        open.extend(element.children().filter(|child| {
            matches!(
                child.name(),
                "table-row" | "table-rows" | "table-header-rows" | "table-row-group"
            )
        }));
        open[from..].reverse();
    }
    found
}
