//! RTF to `Document`: header, body, notes and footer in this order, with tables, text boxes, lists,
//! styles and links. Written by Word, WordPad, LibreOffice, TextEdit and pandoc.

mod charset;
mod reader;
mod state;
mod story;
mod token;

use crate::office::{Flow, Paper, ParagraphLook, RunLook};
use crate::{Limits, ReadError, office};
use reader::{Font, Reading};
use state::Chars;
use story::{Block, Paragraph, Piece, Row};
use vitae_document::{Document, Format, Hazard, HazardKind};

/// Size of text when nothing says one.
const DEFAULT_SIZE: f32 = 12.0;
/// Two cells with so many paragraphs side by side are columns of the page, not a table.
const COLUMN_PARAGRAPHS: usize = 4;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    limits.check_size(bytes.len())?;
    let reading = reader::read(bytes, limits);
    let mut writer = Writer {
        flow: Flow::new(Format::Rtf, bytes.len(), DEFAULT_SIZE, limits),
        reading: &reading,
        edges: Vec::new(),
    };
    writer.write_all();
    let flow = &mut writer.flow;
    flow.counts.changes = reading.changes;
    flow.counts.comments = reading.comments;
    flow.counts.images = reading.images;
    flow.counts.soft_hyphens += reading.soft_hyphens;
    if reading.lost > 0 {
        flow.hazard(Hazard::file(HazardKind::InvalidUtf8 { bytes: reading.lost }));
    }
    if let Some(limit) = &reading.limit {
        flow.hazard(Hazard::file(HazardKind::LimitReached { limit: limit.clone() }));
    }
    if reading.cut {
        let detail = "it ends inside a group (a closing brace is missing)".into();
        flow.hazard(Hazard::file(HazardKind::Damaged { detail }));
    }
    let mut document = writer.flow.finish();
    let text = |text: &str| {
        Some(text.trim().trim_end_matches(';').to_string()).filter(|text| !text.is_empty())
    };
    document.metadata.title = text(&reading.title);
    document.metadata.author = text(&reading.author);
    document.metadata.creator = text(&reading.generator);
    Ok(document)
}

struct Writer<'r> {
    flow: Flow,
    reading: &'r Reading,
    /// Texts of headers and footers so far.
    edges: Vec<String>,
}

/// All text of blocks, to compare.
fn plain(blocks: &[Block], into: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                for piece in &paragraph.pieces {
                    if let Piece::Text(text, _) = piece {
                        into.push_str(text);
                    }
                }
            }
            Block::Table(rows) => {
                rows.iter().flat_map(|row| &row.cells).for_each(|cell| plain(cell, into));
            }
            Block::Section(_) => {}
        }
    }
}

impl<'r> Writer<'r> {
    fn write_all(&mut self) {
        let reading = self.reading;
        // Later headers stand on later pages; a section repeats those of the one before.
        let mut headers = reading.headers.iter().map(|(_, blocks)| blocks);
        if let Some(header) = headers.next() {
            self.edge("header", header);
        }
        let marks = self.flow.enter_part("body");
        self.blocks(&reading.body);
        self.flow.leave_region(&marks);
        for note in &reading.notes {
            let marks = self.flow.enter_part("note");
            self.blocks(note);
            self.flow.leave_region(&marks);
        }
        for header in headers {
            self.edge("header", header);
        }
        for (_, footer) in &reading.footers {
            self.edge("footer", footer);
        }
    }

    /// A header or footer, when it says something that none before it said.
    fn edge(&mut self, name: &str, blocks: &'r [Block]) {
        let mut text = String::new();
        plain(blocks, &mut text);
        if self.edges.contains(&text) {
            return;
        }
        let marks = self.flow.enter_part(name);
        self.blocks(blocks);
        self.flow.leave_edge(&marks);
        self.edges.push(text);
    }

    fn blocks(&mut self, blocks: &'r [Block]) {
        for block in blocks {
            match block {
                _ if self.flow.full => return,
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(rows) => self.table(rows),
                Block::Section(columns) => self.flow.end_section(*columns),
            }
        }
    }

    fn table(&mut self, rows: &'r [Row]) {
        let mut marks = self.flow.enter_table();
        for row in rows {
            let is_column = |cell: &&Vec<Block>| cell.len() >= COLUMN_PARAGRAPHS;
            let long = row.cells.iter().filter(is_column).count();
            self.flow.enter_row(&mut marks, rows.len() == 1 || long > 1);
            for (index, cell) in row.cells.iter().enumerate() {
                let paper = row.papers.get(index).and_then(|paper| self.color(*paper));
                self.flow.enter_cell(&marks, paper.map(Paper::Color));
                self.blocks(cell);
                self.flow.leave_cell(&mut marks, 1);
            }
            self.flow.leave_row(&mut marks);
        }
        self.flow.leave_table(&marks);
    }

    fn paragraph(&mut self, paragraph: &'r Paragraph) {
        self.flow.next_paragraph();
        if !paragraph.box_after_text {
            self.boxes(paragraph);
        }
        let own = paragraph.look;
        let paper = self.color(own.paper);
        let points = |twips: i32| Some(twips as f32 / 20.0);
        let look = ParagraphLook {
            level: own.level,
            before: points(own.before),
            after: points(own.after),
            indent: points(own.indent),
            ruled: Some(own.ruled),
            paper,
        };
        let mut pieces = Vec::new();
        for piece in &paragraph.pieces {
            match piece {
                Piece::Text(text, chars) => {
                    let look = self.run_look(chars, paper);
                    self.flow.text(text, &look, &mut pieces);
                }
                Piece::Tab => pieces.push(office::Piece::Tab),
                Piece::Break(far) => pieces.push(office::Piece::Break(*far)),
                Piece::LinkStart(target) => pieces.push(office::Piece::LinkStart(target.clone())),
                Piece::LinkEnd => pieces.push(office::Piece::LinkEnd),
            }
        }
        self.flow.write(&office::Paragraph {
            pieces,
            look,
            item: (paragraph.marked || (own.list > 0 && !self.reading.marks)).then_some(own.depth),
            size: if paragraph.size > 0 { paragraph.size as f32 / 2.0 } else { DEFAULT_SIZE },
            anchors: !paragraph.boxes.is_empty(),
        });
        if paragraph.box_after_text {
            self.boxes(paragraph);
        }
    }

    fn boxes(&mut self, paragraph: &'r Paragraph) {
        for content in &paragraph.boxes {
            // What a shape is filled with stands in its properties, which are not read.
            let marks = self.flow.enter_box(Paper::Unknown);
            self.blocks(content);
            self.flow.leave_box(&marks);
        }
    }

    /// A colour of the table; none for the automatic one.
    fn color(&self, number: i32) -> Option<[u8; 3]> {
        *self.reading.colors.get(usize::try_from(number).ok()?)?
    }

    fn run_look(&self, chars: &Chars, paper: Option<[u8; 3]>) -> RunLook {
        let font = chars.font.and_then(|font| self.reading.fonts.get(&font));
        let name = |font: &Font| font.name.clone();
        RunLook {
            bold: Some(chars.bold),
            italic: Some(chars.italic),
            hidden: Some(chars.hidden),
            size: (chars.size > 0).then_some(chars.size as f32 / 2.0),
            color: self.color(chars.color),
            paper: self.color(chars.paper).or(paper),
            font: font.map(name).filter(|name| !name.is_empty()),
        }
    }
}

#[cfg(test)]
mod tests;
