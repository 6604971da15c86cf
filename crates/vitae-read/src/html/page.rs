//! Writes the page: breaks, gaps and spaces are noted and take effect when the next text comes, so
//! that empty elements leave nothing behind.

use super::look::Look;
use crate::markup::{Tag, decode_entities, reference};
use vitae_document::{
    Document, DocumentBuilder, Format, Hazard, HazardKind, HiddenBy, LineRole, NewLine, Place,
    Style,
};
use vitae_text::{LineIndex, TextRange};

/// What stands between the last text and the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    Nothing,
    Space,
    Tab,
    Line,
}

pub(super) struct Page<'a> {
    source: &'a str,
    builder: DocumentBuilder,
    between: Between,
    /// The line to open next.
    next: NewLine,
    /// A line is open and has text.
    written: bool,
    links: Vec<Option<(u32, String)>>,
    tables: Vec<Table>,
    table_count: u16,
    hidden: Vec<(HiddenBy, u32)>,
    pictures: u32,
    too_deep: bool,
}

struct Table {
    index: u16,
    rows: u16,
    columns: u16,
    column: u16,
    width: u16,
    start: u32,
    in_cell: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(source: &'a str, bytes: usize) -> Self {
        let mut builder = DocumentBuilder::new(Format::Html, bytes);
        builder.set_source_lines(LineIndex::new(source));
        Self {
            source,
            builder,
            between: Between::Line,
            next: NewLine::default(),
            written: false,
            links: Vec::new(),
            tables: Vec::new(),
            table_count: 0,
            hidden: Vec::new(),
            pictures: 0,
            too_deep: false,
        }
    }

    pub(super) fn finish(mut self) -> Document {
        self.builder.end_line();
        while !self.tables.is_empty() {
            self.end_table();
        }
        for (by, characters) in std::mem::take(&mut self.hidden) {
            self.builder.hazard(Hazard::file(HazardKind::HiddenText { by, characters }));
        }
        if self.pictures > 0 {
            self.builder.hazard(Hazard::file(HazardKind::Images { count: self.pictures }));
        }
        self.builder.finish()
    }

    /// Bytes of text so far: at least as many as characters.
    pub(super) fn characters(&self) -> usize {
        self.builder.text().len()
    }

    pub(super) fn stopped(&mut self, limit: String) {
        self.builder.hazard(Hazard::file(HazardKind::LimitReached { limit }));
    }

    pub(super) fn too_deep(&mut self, depth: usize) {
        if !std::mem::replace(&mut self.too_deep, true) {
            self.stopped(format!("{depth} elements inside each other"));
        }
    }

    pub(super) fn title(&mut self, text: &str) {
        let title = decode_entities(text.trim());
        let metadata = self.builder.metadata();
        if metadata.title.is_none() && !title.is_empty() {
            metadata.title = Some(title);
        }
    }

    pub(super) fn meta(&mut self, tag: &Tag<'_>) {
        let content = tag.attribute("content").filter(|content| !content.trim().is_empty());
        let metadata = self.builder.metadata();
        match tag.attribute("name").unwrap_or_default().to_ascii_lowercase().as_str() {
            "author" => metadata.author = content,
            "generator" => metadata.producer = content,
            _ => {}
        }
    }

    pub(super) fn language(&mut self, tag: &Tag<'_>) {
        let language = tag.attribute("lang").filter(|language| !language.is_empty());
        self.builder.metadata().language = language;
    }

    pub(super) fn picture(&mut self) {
        self.pictures += 1;
    }

    pub(super) fn begin_block(&mut self, line: NewLine) {
        // Of nested blocks the innermost says what the line is; gaps collapse to the largest.
        let pending = self.between == Between::Line;
        let keep = pending && line.role == LineRole::Text && self.next.role != LineRole::Text;
        let role = if keep { self.next.role } else { line.role };
        let gap_above =
            if pending { line.gap_above.max(self.next.gap_above) } else { line.gap_above };
        let ruled = line.ruled || (keep && self.next.ruled);
        self.between = Between::Line;
        self.next = NewLine { role, gap_above, ruled, ..line };
    }

    pub(super) fn end_block(&mut self) {
        if self.between != Between::Line {
            self.between = Between::Line;
            self.next = NewLine::default();
        } else {
            self.next.role = LineRole::Text;
        }
    }

    pub(super) fn hard_break(&mut self, in_list: bool) {
        let blank = self.between == Between::Line && self.written;
        self.between = Between::Line;
        if blank {
            self.next.gap_above = self.next.gap_above.max(1.0);
        } else if self.written {
            self.next =
                NewLine { role: LineRole::Continuation, continues: in_list, ..NewLine::default() };
        }
    }

    pub(super) fn rule(&mut self) {
        self.end_block();
        self.builder.end_line();
        self.builder.rule_above();
    }

    pub(super) fn tab(&mut self) {
        self.between = self.between.max(Between::Tab);
    }

    pub(super) fn space(&mut self) {
        self.between = self.between.max(Between::Space);
    }

    pub(super) fn begin_link(&mut self, target: Option<String>) {
        let target = target.map(|target| target.trim().to_string());
        let target = target.filter(|target| !target.is_empty() && !target.starts_with('#'));
        self.links.push(target.map(|target| (u32::MAX, target)));
    }

    pub(super) fn end_link(&mut self) {
        if let Some(Some((start, target))) = self.links.pop() {
            let end = self.builder.at();
            let start = if start == u32::MAX { end } else { start };
            self.builder.link(TextRange::new(start, end), target);
        }
    }

    pub(super) fn begin_table(&mut self) {
        self.end_block();
        self.builder.end_line();
        let start = self.builder.at();
        let index = self.table_count;
        self.table_count = self.table_count.saturating_add(1);
        let table =
            Table { index, rows: 0, columns: 0, column: 0, width: 1, start, in_cell: false };
        self.tables.push(table);
    }

    pub(super) fn begin_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.rows = table.rows.saturating_add(1);
            table.column = 0;
        }
    }

    pub(super) fn begin_cell(&mut self, width: u16) {
        if let Some(table) = self.tables.last_mut() {
            table.in_cell = true;
            table.width = width.clamp(1, 1000);
            table.columns = table.columns.max(table.column.saturating_add(table.width));
        }
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.in_cell = false;
            table.column = table.column.saturating_add(table.width);
        }
    }

    pub(super) fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        self.builder.end_line();
        self.end_block();
        let range = TextRange::new(table.start, self.builder.at());
        let text = range.of(self.builder.text());
        let characters = text.chars().filter(|ch| !ch.is_whitespace()).count() as u32;
        if characters > 0 {
            let (rows, columns) = (table.rows.into(), table.columns.into());
            let kind = HazardKind::Table { rows, columns, characters };
            self.builder.hazard(Hazard::file(kind).with_range(range));
        }
    }

    /// Text of an element as it stands at `start` of the source.
    pub(super) fn text(&mut self, text: &str, start: usize, look: &Look) {
        if let Some(by) = look.invisible() {
            let characters = text.chars().filter(|ch| !ch.is_whitespace()).count() as u32;
            match self.hidden.iter_mut().find(|(known, _)| *known == by) {
                _ if characters == 0 => {}
                Some((_, sum)) => *sum += characters,
                None => self.hidden.push((by, characters)),
            }
            return;
        }
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            at += self.piece(rest, start + at, look);
        }
    }

    /// Writes the word, reference or white space that `rest` opens with; returns its length.
    fn piece(&mut self, rest: &str, start: usize, look: &Look) -> usize {
        let special = |ch: char| ch.is_ascii_whitespace() || matches!(ch, '&' | '\u{a0}');
        let word = rest.find(special).unwrap_or(rest.len());
        if word > 0 {
            // One space between words is part of the copy; then the stretch goes on.
            let end = if look.preformatted { word } else { running(rest, word) };
            self.push(&rest[..end], start, end, look.style);
            return end;
        }
        let hard = hard_spaces(rest);
        if hard.0 > 2 {
            self.tab();
            return hard.1;
        }
        if rest.starts_with(|ch: char| ch.is_ascii_whitespace()) {
            let space =
                rest.len() - rest.trim_start_matches(|ch: char| ch.is_ascii_whitespace()).len();
            if look.preformatted && rest[..space].contains('\n') {
                self.hard_break(false);
            } else if look.preformatted && (space > 2 || rest[..space].contains('\t')) {
                self.tab();
            } else {
                self.space();
            }
            return space;
        }
        if let Some((ch, len)) = reference(rest) {
            self.push(ch.encode_utf8(&mut [0; 4]), start, len, look.style);
            return len;
        }
        let len = rest.chars().next().map_or(1, char::len_utf8);
        self.push(&rest[..len], start, len, look.style);
        len
    }

    fn push(&mut self, text: &str, start: usize, len: usize, style: Style) {
        match self.between {
            Between::Line => self.begin_line(),
            Between::Tab if self.written => _ = self.builder.push("\t", style, None),
            Between::Space if self.written => {
                // The one space or line end before the word is the copy of this one.
                let before = start.checked_sub(1).and_then(|at| self.source.as_bytes().get(at));
                let copied = before.is_some_and(u8::is_ascii_whitespace);
                let place =
                    copied.then_some(Place::Source(TextRange::at(start.saturating_sub(1), start)));
                self.builder.push(" ", style, place);
            }
            _ => {}
        }
        self.between = Between::Nothing;
        self.written = true;
        let at = self.builder.at();
        for (start, _) in self.links.iter_mut().flatten() {
            if *start == u32::MAX {
                *start = at;
            }
        }
        let exact = self.source.get(start..start + len) == Some(text);
        let place = (exact || len != text.len())
            .then_some(Place::Source(TextRange::at(start, start + len)));
        self.builder.push(text, style, place);
    }

    fn begin_line(&mut self) {
        let mut line = std::mem::take(&mut self.next);
        if self.builder.text().is_empty() {
            line.gap_above = 0.0;
        }
        if let Some(table) = self.tables.last().filter(|table| table.in_cell)
            && line.role == LineRole::Text
        {
            let (row, column) = (table.rows.saturating_sub(1), table.column);
            line.role = LineRole::Cell { table: table.index, row, column };
        }
        self.builder.begin_line(line);
    }
}

/// How far the stretch of words goes that have just one space between them.
fn running(rest: &str, word: usize) -> usize {
    let bytes = rest.as_bytes();
    let mut end = word;
    while matches!(bytes.get(end), Some(b' ' | b'\n')) {
        let after = &rest[end + 1..];
        let special = |ch: char| ch.is_ascii_whitespace() || matches!(ch, '&' | '\u{a0}');
        let next = after.find(special).unwrap_or(after.len());
        if next == 0 {
            break;
        }
        end += 1 + next;
    }
    end
}

/// How many no-break spaces stand in a row (spaces between them count), and their bytes.
fn hard_spaces(rest: &str) -> (usize, usize) {
    let (mut count, mut at) = (0, 0);
    while at < rest.len() {
        let tail = &rest[at..];
        if tail.starts_with('\u{a0}') {
            count += 1;
            at += 2;
        } else if let Some(('\u{a0}' | '\u{2003}', len)) = reference(tail) {
            count += 1;
            at += len;
        } else if count > 0 && tail.starts_with(' ') {
            at += 1;
        } else {
            break;
        }
    }
    (count, at)
}
