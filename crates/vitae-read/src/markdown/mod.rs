//! Markdown to `Document`. The canonical text is what a reader of the rendered page sees; every word
//! leads back to its bytes in the source. Front matter gives the contact lines at the top.

mod front;
mod inline_html;

use crate::decode::decode_source;
use crate::{Limits, ReadError};
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;
use vitae_document::{
    Document, DocumentBuilder, Format, Hazard, HazardKind, LineRole, NewLine, Place, Style,
    leading_bullet,
};
use vitae_text::{LineIndex, TextRange};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let decoded = decode_source(bytes, limits)?;
    let mut reader = Reader::new(&decoded.text, bytes.len());
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(&decoded.text, options).into_offset_iter() {
        reader.event(event, range);
    }
    let document = reader.finish();
    Ok(decoded.anchor(document))
}

/// What is open while events come in.
struct Reader<'a> {
    source: &'a str,
    builder: DocumentBuilder,
    /// The line to open when the next text comes.
    next: Option<NewLine>,
    bold: u32,
    italic: u32,
    /// Start and target of open links.
    links: Vec<(u32, String)>,
    /// One per open list item: whether its first line was written.
    items: Vec<bool>,
    table: Table,
    /// Depth of pictures, whose alternative text is left out.
    picture: u32,
    pictures: u32,
    in_front_matter: bool,
    in_code: bool,
    /// Characters of the widest line of the paragraph in the source.
    widest: usize,
    /// Raw HTML of the block that is being read, and where it starts.
    html: Option<Range<usize>>,
}

#[derive(Default)]
struct Table {
    index: u16,
    row: u16,
    column: u16,
    columns: u16,
    start: u32,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, bytes: usize) -> Self {
        let mut builder = DocumentBuilder::new(Format::Markdown, bytes);
        builder.set_source_lines(LineIndex::new(source));
        Self {
            source,
            builder,
            next: None,
            bold: 0,
            italic: 0,
            links: Vec::new(),
            items: Vec::new(),
            table: Table::default(),
            picture: 0,
            pictures: 0,
            in_front_matter: false,
            in_code: false,
            widest: 0,
            html: None,
        }
    }

    fn finish(mut self) -> Document {
        if self.pictures > 0 {
            self.builder.hazard(Hazard::file(HazardKind::Images { count: self.pictures }));
        }
        self.builder.finish()
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end),
            Event::Text(text) if self.in_front_matter => front::write(self, &text, range),
            Event::Text(text) if self.in_code => self.code(&text, range),
            Event::Text(text) => self.push(&text, range),
            Event::Code(text) => self.code_span(&text, range),
            Event::SoftBreak => self.soft_break(range),
            Event::HardBreak => self.hard_break(),
            Event::InlineHtml(html) => inline_html::write(self, &html),
            Event::Html(_) => {
                let block = self.html.get_or_insert(range.clone());
                block.end = range.end;
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&text, range),
            Event::Rule => self.builder.end_line(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.block(LineRole::Heading(level as u8), &range),
            Tag::Paragraph => {
                let source = self.source.get(range.clone()).unwrap_or("");
                self.widest = source.lines().map(|line| line.chars().count()).max().unwrap_or(0);
                self.paragraph(&range);
            }
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.paragraph(&range);
            }
            Tag::Item => {
                let depth = self.items.len().min(u8::MAX as usize) as u8;
                self.items.push(false);
                self.block(LineRole::Item(depth), &range);
            }
            Tag::Table(columns) => {
                self.builder.end_line();
                self.table.row = 0;
                self.table.columns = columns.len().min(usize::from(u16::MAX)) as u16;
                self.table.start = self.builder.at();
            }
            Tag::TableHead | Tag::TableRow => self.table.column = 0,
            Tag::TableCell => {
                let Table { index: table, row, column, .. } = self.table;
                self.block(LineRole::Cell { table, row, column }, &range);
            }
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link { link_type, dest_url, .. } => self.open_link(link_type, &dest_url),
            Tag::Image { .. } => {
                self.picture += 1;
                self.pictures += 1;
            }
            Tag::MetadataBlock(_) => self.in_front_matter = true,
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) | TagEnd::Paragraph => self.builder.end_line(),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.builder.end_line();
            }
            TagEnd::Item => {
                self.items.pop();
                self.builder.end_line();
                self.next = None;
            }
            TagEnd::TableCell => {
                self.builder.end_line();
                self.next = None;
                self.table.column = self.table.column.saturating_add(1);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.table.row = self.table.row.saturating_add(1)
            }
            TagEnd::Table => self.end_table(),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.picture = self.picture.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::HtmlBlock => {
                if let Some(block) = self.html.take() {
                    inline_html::write_block(self, block);
                }
            }
            _ => {}
        }
    }

    /// A line of `role` is opened by the next text.
    fn block(&mut self, role: LineRole, range: &Range<usize>) {
        self.builder.end_line();
        let before = self.source.get(..range.start).unwrap_or("");
        let space = &before[before.trim_end_matches([' ', '\t', '\n', '\r', '>']).len()..];
        let blank = space.matches('\n').count() > 1;
        let apart = blank || matches!(role, LineRole::Heading(_));
        let first = self.builder.text().is_empty();
        let indent = if matches!(role, LineRole::Item(_)) { 2.0 } else { 0.0 };
        self.next = Some(NewLine {
            role,
            gap_above: if apart && !first { 1.0 } else { 0.0 },
            indent: indent * self.items.len() as f32,
            ..NewLine::default()
        });
    }

    fn paragraph(&mut self, range: &Range<usize>) {
        match self.items.last() {
            // The first paragraph of a loose item is the item itself.
            Some(false) if self.next.is_some() => {}
            Some(_) => {
                self.block(LineRole::Continuation, range);
                if let Some(line) = &mut self.next {
                    line.indent = 2.0 * self.items.len() as f32;
                }
            }
            None => self.block(LineRole::Text, range),
        }
    }

    fn end_table(&mut self) {
        let range = TextRange::new(self.table.start, self.builder.at());
        let characters =
            range.of(self.builder.text()).chars().filter(|ch| !ch.is_whitespace()).count();
        let kind = HazardKind::Table {
            rows: self.table.row.into(),
            columns: self.table.columns.into(),
            characters: characters as u32,
        };
        self.builder.hazard(Hazard::file(kind).with_range(range));
        self.table.index = self.table.index.saturating_add(1);
    }

    fn style(&self) -> Style {
        Style { bold: self.bold > 0, italic: self.italic > 0, ..Style::default() }
    }

    /// Opens the line that is due.
    fn open(&mut self) {
        if let Some(line) = self.next.take() {
            if let Some(written) = self.items.last_mut() {
                *written = true;
            }
            self.builder.begin_line(line);
        }
    }

    /// Text that stands at `range` of the source, as it is or with something replaced in it.
    fn push(&mut self, text: &str, range: Range<usize>) {
        if self.picture > 0 || text.is_empty() {
            return;
        }
        self.open();
        let exact = self.source.get(range.clone()) == Some(text);
        let at = TextRange::at(range.start, range.end);
        // A place of the same length is taken for a copy, which this is not.
        let place = (exact || at.len() as usize != text.len()).then_some(Place::Source(at));
        self.builder.push(text, self.style(), place);
    }

    fn code_span(&mut self, text: &CowStr<'_>, range: Range<usize>) {
        let raw = self.source.get(range.clone()).unwrap_or("");
        let ticks = raw.len() - raw.trim_start_matches('`').len();
        let pad = usize::from(raw.len() == 2 * ticks + text.len() + 2);
        let start = range.start + ticks + pad;
        let inner = start..start + text.len();
        let exact = self.source.get(inner.clone()) == Some(&**text);
        self.push(text, if exact { inner } else { range });
    }

    fn code(&mut self, text: &str, range: Range<usize>) {
        let mut start = range.start;
        for line in text.split_inclusive('\n') {
            self.push(
                line.trim_end_matches(['\r', '\n']),
                start..start + line.trim_end_matches(['\r', '\n']).len(),
            );
            if line.ends_with('\n') {
                self.builder.end_line();
                self.next.get_or_insert_with(NewLine::default);
            }
            start += line.len();
        }
    }

    /// Wrapped prose is one line. People who type short lines, labels or bullet glyphs mean lines,
    /// whatever Markdown does.
    fn soft_break(&mut self, range: Range<usize>) {
        let above = self.source.get(..range.start).unwrap_or("");
        let above = above.rsplit('\n').next().unwrap_or("");
        let rest = self.source.get(range.end..).unwrap_or("");
        let line = rest.split('\n').next().unwrap_or("");
        let inside = !self.items.is_empty();
        if leading_bullet(line).is_some() || breaks(above, line, self.widest, inside) {
            self.builder.end_line();
            let indent = 2.0 * self.items.len() as f32;
            self.next = Some(NewLine { indent, ..NewLine::default() });
        } else {
            self.push(" ", range);
        }
    }

    fn hard_break(&mut self) {
        self.builder.end_line();
        let line = NewLine {
            role: LineRole::Continuation,
            continues: !self.items.is_empty(),
            indent: 2.0 * self.items.len() as f32,
            ..NewLine::default()
        };
        self.next.get_or_insert(line);
    }

    fn open_link(&mut self, link_type: LinkType, target: &str) {
        self.open();
        let mail = link_type == LinkType::Email && !target.starts_with("mailto:");
        let uri = if mail { format!("mailto:{target}") } else { target.to_string() };
        self.links.push((self.builder.at(), uri));
    }

    fn close_link(&mut self) {
        if let Some((start, uri)) = self.links.pop()
            && !uri.is_empty()
        {
            self.builder.link(TextRange::new(start, self.builder.at()), uri);
        }
    }
}

/// Whether a line end of the source parts two lines. It does where the line above had room for the
/// next word, and between labelled lines; `widest` is the widest line of the paragraph.
fn breaks(above: &str, below: &str, widest: usize, inside_item: bool) -> bool {
    const NARROWEST_WRAP: usize = 50;
    let below = below.trim_start();
    if is_labelled(below) {
        return !inside_item || is_labelled(above.trim_start());
    }
    let small = below.starts_with(char::is_lowercase);
    let word = below.split(char::is_whitespace).next().unwrap_or("");
    if inside_item || small && !word.contains(['@', '/']) {
        return false;
    }
    let emphasis = ["**", "__", "*", "_"].into_iter().find(|mark| below.starts_with(mark));
    if emphasis.is_some_and(|mark| above.trim_start().starts_with(mark)) {
        return true;
    }
    widest < NARROWEST_WRAP || above.chars().count() + 1 + word.chars().count() <= widest
}

/// `Databases: …`, `**Cloud:** …`: a label of at most four words, without a full stop.
fn is_labelled(line: &str) -> bool {
    let Some((label, rest)) = line.split_once(':') else { return false };
    let rest = rest.trim_start_matches(['*', '_']);
    rest.starts_with(char::is_whitespace)
        && label.split_whitespace().count() <= 4
        && label.starts_with(|ch: char| ch.is_uppercase() || matches!(ch, '*' | '_'))
        && !label.contains(['.', ',', '('])
}

#[cfg(test)]
mod tests;
