//! Writes what a walker reads: paragraphs become lines with gaps above, tables and boxes become
//! hazards, text that nobody sees is counted. The same for all formats of word processors.

use super::{Paragraph, Piece, RunLook, is_symbol_font, symbol};
use crate::Limits;
use vitae_document::{
    Document, DocumentBuilder, Format, Hazard, HazardKind, HiddenBy, LineRole, NewLine, Place,
    Style,
};
use vitae_text::TextRange;

/// Text of this size or smaller, in points, is not seen.
const SMALLEST: f32 = 1.5;

/// What is counted on the way.
#[derive(Default)]
pub(crate) struct Counts {
    pub(crate) changes: u32,
    pub(crate) comments: u32,
    pub(crate) images: u32,
    pub(crate) soft_hyphens: u32,
    ligatures: u32,
    pub(crate) private_use: u32,
    hidden: Vec<(HiddenBy, u32)>,
}

/// What text stands on.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Paper {
    /// The page.
    Page,
    /// A colour.
    Color([u8; 3]),
    /// Something else than the page: a filled shape, a picture, a table style.
    Unknown,
}

/// Lines in the making.
pub(crate) struct Flow {
    builder: DocumentBuilder,
    pub(crate) counts: Counts,
    /// The page has a colour of its own, so that white text may be seen.
    pub(crate) painted: bool,
    /// Size that text has when nothing says one.
    default_size: f32,
    fonts: Vec<String>,
    /// Innermost cell.
    cell: Option<LineRole>,
    paper: Paper,
    tables: u16,
    regions: u16,
    region: u16,
    part: String,
    paragraph: u32,
    /// Space that the paragraph above leaves, in points, and empty paragraphs since.
    space_after: f32,
    blank: f32,
    characters: usize,
    /// Bytes of text that were taken so far, written or not.
    taken: usize,
    /// Lines in each section with so many columns.
    sections: Vec<(u32, u32)>,
    section_lines: u32,
    /// The limit of characters is reached: walkers stop here.
    pub(crate) full: bool,
}

/// Where a box or an edge of the page began.
pub(crate) struct Marks {
    start: u32,
    region: u16,
    cell: Option<LineRole>,
    paper: Paper,
}

/// A table that is being written.
pub(crate) struct TableMarks {
    start: u32,
    index: u16,
    row: u16,
    column: u16,
    columns: u16,
    /// Its cells are columns of the page.
    layout: bool,
    region: u16,
    outer: Option<LineRole>,
    paper: Paper,
}

impl Flow {
    pub(crate) fn new(format: Format, bytes: usize, default_size: f32, limits: &Limits) -> Self {
        Self {
            builder: DocumentBuilder::new(format, bytes),
            counts: Counts::default(),
            painted: false,
            default_size,
            fonts: Vec::new(),
            cell: None,
            paper: Paper::Page,
            tables: 0,
            regions: 0,
            region: 0,
            part: String::new(),
            paragraph: 0,
            space_after: 0.0,
            blank: 0.0,
            characters: limits.characters,
            taken: 0,
            sections: Vec::new(),
            section_lines: 0,
            full: false,
        }
    }

    pub(crate) fn hazard(&mut self, hazard: Hazard) {
        self.builder.hazard(hazard);
    }

    /// Starts a part, which is a region of its own until [`Self::leave_region`].
    pub(crate) fn enter_part(&mut self, name: &str) -> Marks {
        self.part = name.into();
        self.paragraph = 0;
        self.enter_region()
    }

    /// Starts a region: lines that follow each other and nothing else.
    pub(crate) fn enter_region(&mut self) -> Marks {
        let region = std::mem::replace(&mut self.region, self.regions);
        self.regions = self.regions.saturating_add(1);
        Marks { start: self.builder.at(), region, cell: self.cell, paper: self.paper }
    }

    pub(crate) fn leave_region(&mut self, marks: &Marks) {
        self.region = marks.region;
        self.cell = marks.cell;
        self.paper = marks.paper;
    }

    /// Starts a text box; what stands in it is in no cell.
    pub(crate) fn enter_box(&mut self, paper: Paper) -> Marks {
        let marks = self.enter_region();
        self.cell = None;
        self.paper = paper;
        marks
    }

    pub(crate) fn leave_box(&mut self, marks: &Marks) {
        self.leave_region(marks);
        self.measured(marks.start, |characters| HazardKind::TextBox { characters });
    }

    /// Ends a header or footer of the page.
    pub(crate) fn leave_edge(&mut self, marks: &Marks) {
        self.leave_region(marks);
        self.measured(marks.start, |characters| HazardKind::HeaderFooter { characters });
    }

    /// A hazard about everything from `start`, when that is text.
    fn measured(&mut self, start: u32, kind: impl Fn(u32) -> HazardKind) {
        let range = TextRange::new(start, self.builder.at());
        let text = range.of(self.builder.text());
        let characters = text.chars().filter(|ch| !ch.is_whitespace()).count() as u32;
        if characters > 0 {
            self.hazard(Hazard::file(kind(characters)).with_range(range));
        }
    }

    /// Starts a table; in a `layout` the cells are columns of the page.
    pub(crate) fn enter_table(&mut self) -> TableMarks {
        let index = self.tables;
        self.tables = self.tables.saturating_add(1);
        TableMarks {
            start: self.builder.at(),
            index,
            row: 0,
            column: 0,
            columns: 0,
            layout: false,
            region: self.region,
            outer: self.cell,
            paper: self.paper,
        }
    }

    /// Starts a row; `layout` says that its cells are columns of the page.
    pub(crate) fn enter_row(&mut self, table: &mut TableMarks, layout: bool) {
        table.column = 0;
        table.layout = layout;
    }

    /// Starts a cell; `paper` is none where the cell shows what the table stands on.
    pub(crate) fn enter_cell(&mut self, table: &TableMarks, paper: Option<Paper>) {
        let TableMarks { index, row, column, .. } = *table;
        self.cell = Some(LineRole::Cell { table: index, row, column });
        self.paper = paper.unwrap_or(table.paper);
        if table.layout {
            self.region = self.regions;
            self.regions = self.regions.saturating_add(1);
        }
    }

    /// Ends a cell that is `span` columns wide.
    pub(crate) fn leave_cell(&mut self, table: &mut TableMarks, span: u16) {
        table.column = table.column.saturating_add(span.clamp(1, 1000));
        table.columns = table.columns.max(table.column);
        self.region = table.region;
    }

    pub(crate) fn leave_row(&mut self, table: &mut TableMarks) {
        table.row = table.row.saturating_add(1);
    }

    pub(crate) fn leave_table(&mut self, table: &TableMarks) {
        self.cell = table.outer;
        self.paper = table.paper;
        let (rows, columns) = (table.row.into(), table.columns.into());
        self.measured(table.start, |characters| HazardKind::Table { rows, columns, characters });
    }

    /// Ends a section that was set in `columns`.
    pub(crate) fn end_section(&mut self, columns: u32) {
        self.sections.push((columns, std::mem::take(&mut self.section_lines)));
    }

    fn column_hazard(&mut self) {
        let all: u32 = self.sections.iter().map(|(_, lines)| lines).sum();
        let side = self.sections.iter().filter(|(columns, lines)| *columns > 1 && *lines > 0);
        let columns = side.clone().map(|(columns, _)| *columns).max().unwrap_or(1);
        let side: u32 = side.map(|(_, lines)| lines).sum();
        if side > 0 {
            let share = side * 100 / (all + self.section_lines).max(1);
            self.hazard(Hazard::file(HazardKind::Columns { columns, share }));
        }
    }

    pub(crate) fn finish(mut self) -> Document {
        let Counts { changes, comments, images, soft_hyphens, ligatures, private_use, hidden } =
            std::mem::take(&mut self.counts);
        for (by, characters) in hidden {
            self.hazard(Hazard::file(HazardKind::HiddenText { by, characters }));
        }
        let counted = [
            (changes, HazardKind::TrackedChanges { count: changes }),
            (comments, HazardKind::Comments { count: comments }),
            (images, HazardKind::Images { count: images }),
            (soft_hyphens, HazardKind::SoftHyphens { count: soft_hyphens }),
            (ligatures, HazardKind::Ligatures { glyphs: ligatures }),
            (private_use, HazardKind::PrivateUse { glyphs: private_use }),
        ];
        for (count, kind) in counted {
            if count > 0 {
                self.hazard(Hazard::file(kind));
            }
        }
        self.column_hazard();
        self.builder.finish()
    }

    /// Counts a paragraph of the file, so that origins can name it.
    pub(crate) fn next_paragraph(&mut self) {
        self.paragraph += 1;
    }

    pub(crate) fn write(&mut self, paragraph: &Paragraph) {
        let Paragraph { look, size, .. } = paragraph;
        let ruled = look.ruled.unwrap_or(false);
        if !paragraph.has_text() {
            if ruled {
                self.builder.rule_above();
            }
            if paragraph.pieces.iter().any(|piece| matches!(piece, Piece::LinkStart(_))) {
                self.write_pieces(paragraph, NewLine::default());
            }
            self.blank += if paragraph.anchors { 0.0 } else { 1.0 };
            return;
        }
        let height = (size * 1.2).max(6.0);
        let space = look.before.unwrap_or(0.0).max(self.space_after) / height;
        let gap = if self.builder.text().is_empty() { 0.0 } else { self.blank + space };
        let line = NewLine {
            role: self.role(paragraph),
            region: self.region,
            indent: look.indent.unwrap_or(0.0).max(0.0) / size.max(1.0),
            gap_above: (gap.clamp(0.0, 50.0) * 10.0).round() / 10.0,
            ruled,
            ..NewLine::default()
        };
        self.blank = 0.0;
        self.space_after = look.after.unwrap_or(0.0);
        self.write_pieces(paragraph, line);
        if self.builder.text().len() > self.characters {
            self.stop();
        }
    }

    /// Notes that the limit of characters is reached, once.
    fn stop(&mut self) {
        if !std::mem::replace(&mut self.full, true) {
            let limit = format!("{} characters", self.characters);
            self.hazard(Hazard::file(HazardKind::LimitReached { limit }));
        }
    }

    fn role(&self, paragraph: &Paragraph) -> LineRole {
        match (paragraph.look.level, paragraph.item, self.cell) {
            (Some(level @ 1..), _, _) => LineRole::Heading(level),
            (_, Some(depth), _) => LineRole::Item(depth),
            (_, _, Some(cell)) => cell,
            _ => LineRole::Text,
        }
    }

    fn write_pieces(&mut self, paragraph: &Paragraph, line: NewLine) {
        let next = NewLine {
            role: LineRole::Continuation,
            continues: matches!(line.role, LineRole::Item(_)),
            gap_above: 0.0,
            ..line.clone()
        };
        self.builder.begin_line(line);
        self.section_lines += 1;
        let mut links: Vec<(u32, &str)> = Vec::new();
        let (mut tab, mut written) = (false, false);
        for piece in &paragraph.pieces {
            match piece {
                Piece::Tab => tab = true,
                Piece::Break(far) => {
                    if written {
                        let role = if *far { LineRole::Text } else { next.role };
                        self.builder.begin_line(NewLine { role, ..next.clone() });
                        self.section_lines += 1;
                    }
                    (tab, written) = (false, false);
                }
                Piece::LinkStart(target) => {
                    links.push((self.builder.at() + u32::from(tab && written), target));
                }
                Piece::LinkEnd => self.end_link(links.pop()),
                Piece::Text(text, style) => {
                    let blank = text.trim().is_empty();
                    if tab && written && !blank {
                        self.builder.push("\t", *style, None);
                    }
                    tab &= blank;
                    let text = if written { text.as_str() } else { text.trim_start() };
                    written |= !blank;
                    self.push(text, *style);
                }
            }
        }
        while let Some(link) = links.pop() {
            self.end_link(Some(link));
        }
        self.builder.end_line();
    }

    fn end_link(&mut self, link: Option<(u32, &str)>) {
        if let Some((start, target)) = link {
            let end = self.builder.at();
            self.builder.link(TextRange::new(start.min(end), end), target);
        }
    }

    /// Writes text; a wide run of spaces is a gap.
    fn push(&mut self, text: &str, style: Style) {
        let place = || {
            let paragraph = self.paragraph.saturating_sub(1);
            Some(Place::Part { part: self.part.clone(), paragraph })
        };
        if !text.contains("   ") {
            self.builder.push(text, style, place());
            return;
        }
        let parts: Vec<&str> = text.split("   ").collect();
        for (index, part) in parts.iter().enumerate() {
            let place = place();
            let part = part.trim_start_matches(|ch| index > 0 && ch == ' ');
            let gap = index > 0 && !self.builder.text().ends_with('\t');
            if gap {
                self.builder.push("\t", style, None);
            }
            self.builder.push(part, style, place);
        }
    }

    pub(crate) fn style(&mut self, look: &RunLook) -> Style {
        let font = look.font.as_ref().map_or(0, |font| {
            let known = self.fonts.iter().position(|known| known == font);
            let index = known.unwrap_or_else(|| {
                // A search through more fonts than any resume has would be slow.
                if self.fonts.len() < 256 {
                    self.fonts.push(font.clone());
                }
                self.fonts.len() - 1
            });
            u16::try_from(index + 1).unwrap_or(u16::MAX)
        });
        Style {
            size: look.size.unwrap_or(self.default_size),
            bold: look.bold.unwrap_or(false),
            italic: look.italic.unwrap_or(false),
            color: look.color.unwrap_or_default(),
            font,
        }
    }

    /// Why text of this look cannot be seen.
    pub(crate) fn invisible(&self, look: &RunLook, style: Style) -> Option<HiddenBy> {
        let paper = match (look.paper, self.paper) {
            (Some(paper), _) | (None, Paper::Color(paper)) => Some(paper),
            (None, Paper::Page) if !self.painted => Some([255; 3]),
            (None, Paper::Page | Paper::Unknown) => None,
        };
        let near =
            |ink: [u8; 3], paper: [u8; 3]| ink.iter().zip(paper).all(|(a, b)| a.abs_diff(b) <= 8);
        if look.hidden.unwrap_or(false) {
            Some(HiddenBy::Markup)
        } else if style.size <= SMALLEST {
            Some(HiddenBy::Size)
        } else if paper.is_some_and(|paper| near(style.color, paper)) {
            Some(HiddenBy::Colour)
        } else {
            None
        }
    }

    /// Adds text of a look to a paragraph, unless nobody sees it.
    pub(crate) fn text(&mut self, text: &str, look: &RunLook, into: &mut Vec<Piece>) {
        let style = self.style(look);
        if let Some(by) = self.invisible(look, style) {
            return self.hide(text, by);
        }
        if self.taken > self.characters {
            return self.stop();
        }
        self.taken += text.len();
        let font = look.font.as_deref().unwrap_or("");
        let text = if is_symbol_font(font) { self.symbols(text, font) } else { self.clean(text) };
        match into.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(before, look)) if *look == style => before.push_str(&text),
            _ => into.push(Piece::Text(text, style)),
        }
    }

    /// Counts text that is left out because nobody sees it.
    pub(crate) fn hide(&mut self, text: &str, by: HiddenBy) {
        let characters = text.chars().filter(|ch| !ch.is_whitespace()).count() as u32;
        match self.counts.hidden.iter_mut().find(|(known, _)| *known == by) {
            _ if characters == 0 => {}
            Some((_, sum)) => *sum += characters,
            None => self.counts.hidden.push((by, characters)),
        }
    }

    /// Text in a font of signs; those that are known are written, others are icons without text.
    fn symbols(&mut self, text: &str, font: &str) -> String {
        let mut signs = String::new();
        for ch in text.chars() {
            match symbol(font, ch as u32) {
                Some(sign) => signs.push(sign),
                None if ch.is_whitespace() => signs.push(ch),
                None => self.counts.private_use += 1,
            }
        }
        signs
    }

    /// Ligatures as letters, without soft hyphens and icons; all of them are counted.
    fn clean(&mut self, text: &str) -> String {
        if text.is_ascii() {
            return text.replace(|ch: char| ch.is_control() && ch != '\t', " ");
        }
        let mut clean = String::with_capacity(text.len());
        for ch in text.chars() {
            match ch {
                '\u{ad}' => self.counts.soft_hyphens += 1,
                '\u{fb00}'..='\u{fb06}' => {
                    self.counts.ligatures += 1;
                    const LETTERS: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
                    clean.push_str(LETTERS[ch as usize - 0xfb00]);
                }
                '\u{f0b7}' | '\u{f0a7}' => clean.push('•'),
                '\u{e000}'..='\u{f8ff}' => self.counts.private_use += 1,
                ch if ch.is_control() && ch != '\t' => clean.push(' '),
                ch => clean.push(ch),
            }
        }
        clean
    }
}
