//! Text of an RTF as blocks: paragraphs with their boxes, tables, ends of sections. RTF has no tree;
//! rows and cells are put together from the marks that end them.

use super::state::{Chars, Paragraph as Look};

/// Tables inside each other beyond this are one.
const NESTING: usize = 8;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Text(String, Chars),
    Tab,
    /// `true` for the end of a column or page.
    Break(bool),
    LinkStart(String),
    LinkEnd,
}

/// A paragraph with the text boxes that hang on it.
#[derive(Default)]
pub(super) struct Paragraph {
    pub(super) pieces: Vec<Piece>,
    pub(super) look: Look,
    /// Its bullet or number, when it is a list item that shows one.
    pub(super) marked: bool,
    /// Size of its text in half points.
    pub(super) size: i32,
    pub(super) boxes: Vec<Vec<Block>>,
    pub(super) box_after_text: bool,
}

pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Vec<Row>),
    /// The end of a section in so many columns.
    Section(u32),
}

#[derive(Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Vec<Block>>,
    /// Colours of the cells, as numbers of the colour table.
    pub(super) papers: Vec<i32>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    cells: Vec<Vec<Block>>,
    cell: Vec<Block>,
}

/// Blocks in the making: the body, a header, a note, a text box.
#[derive(Default)]
pub(super) struct Story {
    blocks: Vec<Block>,
    /// Open tables, the innermost last.
    tables: Vec<Table>,
    pub(super) open: Paragraph,
}

impl Story {
    /// Ends the open paragraph. Returns how many tables began with it, as the other ends do.
    pub(super) fn end_paragraph(&mut self, look: Look, size: i32) -> usize {
        let depth = if look.in_table { look.nesting.max(1) } else { look.nesting };
        let begun = self.set_depth(depth);
        let open = std::mem::take(&mut self.open);
        self.add(Block::Paragraph(Paragraph { look, size, ..open }));
        begun
    }

    /// Whether anything was written since the last end of a paragraph.
    pub(super) fn is_open(&self) -> bool {
        !self.open.pieces.is_empty() || !self.open.boxes.is_empty()
    }

    pub(super) fn add(&mut self, block: Block) {
        match self.tables.last_mut() {
            Some(table) => table.cell.push(block),
            None => self.blocks.push(block),
        }
    }

    fn set_depth(&mut self, depth: usize) -> usize {
        let depth = depth.min(NESTING);
        let begun = depth.saturating_sub(self.tables.len());
        while self.tables.len() < depth {
            self.tables.push(Table::default());
        }
        while self.tables.len() > depth {
            self.end_table();
        }
        begun
    }

    fn end_table(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        if !table.cell.is_empty() {
            table.cells.push(std::mem::take(&mut table.cell));
        }
        if !table.cells.is_empty() {
            table.rows.push(Row { cells: table.cells, papers: Vec::new() });
        }
        self.add(Block::Table(table.rows));
    }

    /// Ends a cell of the table at a depth from 1.
    pub(super) fn end_cell(&mut self, depth: usize) -> usize {
        let begun = self.set_depth(depth.max(1));
        if let Some(table) = self.tables.last_mut() {
            let cell = std::mem::take(&mut table.cell);
            table.cells.push(cell);
        }
        begun
    }

    /// Ends a row of the table at a depth from 1.
    pub(super) fn end_row(&mut self, depth: usize, papers: Vec<i32>) -> usize {
        let begun = self.set_depth(depth.max(1));
        if let Some(table) = self.tables.last_mut() {
            let rest = std::mem::take(&mut table.cell);
            if !rest.is_empty() {
                table.cells.push(rest);
            }
            let cells = std::mem::take(&mut table.cells);
            table.rows.push(Row { cells, papers });
        }
        begun
    }

    /// Everything, with open tables ended.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.set_depth(0);
        self.blocks
    }
}
