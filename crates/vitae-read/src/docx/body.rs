//! Walks the blocks of a part of a DOCX: paragraphs, tables, content controls, text boxes, sections.

use super::inline::{Field, Inline, Shape, alternative};
use super::relationships::Relationships;
use super::styles::{Numbering, ParagraphProperties, Styles};
use crate::Limits;
use crate::office::{Element, Flow, Marks, Paper, Paragraph, Piece, RunLook, hex};
use std::collections::BTreeMap;
use vitae_document::Format;

/// Size that Word takes when no style says one.
const DEFAULT_SIZE: f32 = 10.0;
/// Two cells with so many paragraphs side by side are columns of the page, not a table.
const COLUMN_PARAGRAPHS: usize = 4;

pub(super) struct Walker {
    pub(super) flow: Flow,
    pub(super) styles: Styles,
    numbering: Numbering,
    pub(super) fields: Vec<Field>,
    /// Texts of diagrams and charts, by the name of their part.
    pub(super) diagrams: BTreeMap<String, Vec<String>>,
    /// The frame that the paragraphs stand in.
    frame: Option<Marks>,
}

impl Walker {
    pub(super) fn new(bytes: usize, styles: Styles, numbering: Numbering, limits: &Limits) -> Self {
        Self {
            flow: Flow::new(Format::Docx, bytes, DEFAULT_SIZE, limits),
            styles,
            numbering,
            fields: Vec::new(),
            diagrams: BTreeMap::new(),
            frame: None,
        }
    }

    /// Walks a part, which is a region of its own. The marks are those of its beginning.
    pub(super) fn part(
        &mut self,
        name: &str,
        root: Element<'_>,
        relationships: &Relationships,
    ) -> Marks {
        self.fields.clear();
        let marks = self.flow.enter_part(name);
        self.blocks(root, relationships);
        self.end_frame();
        self.flow.leave_region(&marks);
        marks
    }

    fn blocks(&mut self, parent: Element<'_>, relationships: &Relationships) {
        for element in parent.children() {
            match element.name() {
                _ if self.flow.full => return,
                "p" => self.paragraph(element, relationships),
                "tbl" => self.table(element, relationships),
                "sdt" => {
                    if let Some(content) = element.child("sdtContent") {
                        self.blocks(content, relationships);
                    }
                }
                "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(element, relationships),
                "AlternateContent" => {
                    if let Some(content) = alternative(element) {
                        self.blocks(content, relationships);
                    }
                }
                "sectPr" => self.end_section(element),
                _ => {}
            }
        }
    }

    fn end_section(&mut self, section: Element<'_>) {
        let columns = section.child("cols").map_or(1, |columns| {
            let number = columns.attribute("num").and_then(|columns| columns.parse().ok());
            // Columns of different widths are listed.
            let listed = columns.children().filter(|column| column.name() == "col").count() as u32;
            number.unwrap_or(listed.max(1))
        });
        self.flow.end_section(columns);
    }

    fn table(&mut self, table: Element<'_>, relationships: &Relationships) {
        self.end_frame();
        let mut marks = self.flow.enter_table();
        let styled = is_styled(table);
        let rows = wrapped(table, "tr");
        let single = rows.len() == 1;
        for row in rows {
            let deleted = row.child("trPr").is_some_and(|properties| {
                properties.children().any(|property| property.name() == "del")
            });
            if deleted {
                self.flow.counts.changes += 1;
                continue;
            }
            let cells = wrapped(row, "tc");
            let long = cells.iter().filter(|cell| is_column(**cell)).count();
            self.flow.enter_row(&mut marks, single || long > 1);
            for cell in cells {
                let properties = cell.child("tcPr");
                let get = |name: &str| properties.and_then(|properties| properties.child(name));
                let span =
                    get("gridSpan").and_then(Element::value).and_then(|span| span.parse().ok());
                let shading = get("shd").and_then(|shading| shading.attribute("fill"));
                let paper = shading.and_then(|fill| hex(&fill)).map(Paper::Color);
                self.flow.enter_cell(&marks, paper.or(styled.then_some(Paper::Unknown)));
                self.blocks(cell, relationships);
                self.end_frame();
                self.flow.leave_cell(&mut marks, span.unwrap_or(1));
            }
            self.flow.leave_row(&mut marks);
        }
        self.flow.leave_table(&marks);
    }

    fn paragraph(&mut self, paragraph: Element<'_>, relationships: &Relationships) {
        let properties = paragraph.child("pPr");
        let style =
            properties.and_then(|properties| properties.child("pStyle")).and_then(Element::value);
        let (run, inherited) = self.styles.paragraph(style.as_deref());
        let own = properties.map(ParagraphProperties::read).unwrap_or_default().over(&inherited);
        match (own.framed.unwrap_or(false), self.frame.is_some()) {
            (true, false) => self.frame = Some(self.flow.enter_box(Paper::Page)),
            (false, true) => self.end_frame(),
            _ => {}
        }
        let base = RunLook { paper: run.paper.or(own.look.paper), ..run };
        let mut inline = Inline::default();
        self.inline(paragraph, &base, relationships, &mut inline);
        self.flow.next_paragraph();
        if !inline.box_after_text {
            self.boxes(&inline, relationships);
        }
        let item = self.numbering.depth(&own);
        let mut look = own.look;
        look.ruled = Some(look.ruled.unwrap_or(false) || inline.rule);
        let anchors = !inline.boxes.is_empty();
        let size = base.size.unwrap_or(DEFAULT_SIZE);
        let pieces = std::mem::take(&mut inline.pieces);
        self.flow.write(&Paragraph { pieces, look, item, size, anchors });
        if inline.box_after_text {
            self.boxes(&inline, relationships);
        }
        if let Some(section) = properties.and_then(|properties| properties.child("sectPr")) {
            self.end_section(section);
        }
    }

    fn end_frame(&mut self) {
        if let Some(marks) = self.frame.take() {
            self.flow.leave_box(&marks);
        }
    }

    fn boxes(&mut self, inline: &Inline<'_>, relationships: &Relationships) {
        for (shape, paper) in &inline.boxes {
            let frame = self.frame.take();
            let marks = self.flow.enter_box(*paper);
            match shape {
                Shape::Text(element) => {
                    self.blocks(*element, relationships);
                    self.end_frame();
                }
                Shape::Diagram(part) => self.diagram(part),
            }
            self.flow.leave_box(&marks);
            self.frame = frame;
        }
    }

    fn diagram(&mut self, part: &str) {
        let texts = self.diagrams.get(part).cloned().unwrap_or_default();
        for text in texts {
            let mut pieces: Vec<Piece> = Vec::new();
            self.flow.text(&text, &RunLook::default(), &mut pieces);
            self.flow.next_paragraph();
            self.flow.write(&Paragraph { pieces, size: DEFAULT_SIZE, ..Paragraph::default() });
        }
    }
}

/// Whether a table has a style that may colour its cells; table styles are not read.
fn is_styled(table: Element<'_>) -> bool {
    let style = table.child("tblPr").and_then(|properties| properties.child("tblStyle"));
    let style = style.and_then(Element::value).unwrap_or_default().to_ascii_lowercase();
    !matches!(style.replace(' ', "").as_str(), "" | "tablenormal" | "tablegrid" | "normaltable")
}

/// Whether a cell holds so much that it is a column of the page.
fn is_column(cell: Element<'_>) -> bool {
    let blocks = cell.children().filter(|block| matches!(block.name(), "p" | "tbl"));
    blocks.take(COLUMN_PARAGRAPHS).count() == COLUMN_PARAGRAPHS
}

/// Rows of a table or cells of a row, also inside content controls and recorded insertions.
fn wrapped<'t>(parent: Element<'t>, name: &str) -> Vec<Element<'t>> {
    let mut found = Vec::new();
    let mut open: Vec<Element<'t>> = vec![parent];
    while let Some(element) = open.pop() {
        if element.name() == name {
            found.push(element);
            continue;
        }
        let from = open.len();
        let inner = element.children().filter(|child| {
            child.name() == name
                || matches!(child.name(), "sdt" | "sdtContent" | "ins" | "customXml" | "moveTo")
        });
        open.extend(inner);
        open[from..].reverse();
    }
    found
}
