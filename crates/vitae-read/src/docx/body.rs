//! Walks paragraphs, tables and text boxes and writes their lines.

use super::inline::{Field, Inline, Piece, alternative};
use super::package::Relationships;
use super::styles::{Numbering, ParagraphProperties, RunProperties, Styles};
use super::xml::{Element, Stop, Tree};
use crate::Limits;
use vitae_document::{
    Document, DocumentBuilder, Format, Hazard, HazardKind, HiddenBy, LineRole, NewLine, Place,
    Style,
};
use vitae_text::TextRange;

/// Text of this size or smaller, in points, is not seen.
const SMALLEST: f32 = 1.5;
/// Size that Word takes when no style says one.
const DEFAULT_SIZE: f32 = 10.0;

/// What is counted on the way.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) changes: u32,
    pub(super) comments: u32,
    pub(super) images: u32,
    pub(super) soft_hyphens: u32,
    pub(super) ligatures: u32,
    pub(super) private_use: u32,
    hidden: Vec<(HiddenBy, u32)>,
}

pub(super) struct Walker {
    builder: DocumentBuilder,
    pub(super) styles: Styles,
    numbering: Numbering,
    pub(super) counts: Counts,
    pub(super) fields: Vec<Field>,
    /// The page has a colour of its own, so that white text may be seen.
    pub(super) painted: bool,
    fonts: Vec<String>,
    /// Innermost cell, and the shading behind it.
    cell: Option<(LineRole, Option<[u8; 3]>)>,
    tables: u16,
    regions: u16,
    region: u16,
    part: String,
    paragraph: u32,
    /// Space that the paragraph above leaves, in points, and empty paragraphs since.
    space_after: f32,
    blank: f32,
    characters: usize,
    /// Lines in each section with so many columns.
    sections: Vec<(u32, u32)>,
    section_lines: u32,
    full: bool,
}

impl Walker {
    pub(super) fn new(bytes: usize, styles: Styles, numbering: Numbering, limits: &Limits) -> Self {
        Self {
            builder: DocumentBuilder::new(Format::Docx, bytes),
            styles,
            numbering,
            counts: Counts::default(),
            fields: Vec::new(),
            painted: false,
            fonts: Vec::new(),
            cell: None,
            tables: 0,
            regions: 0,
            region: 0,
            part: String::new(),
            paragraph: 0,
            space_after: 0.0,
            blank: 0.0,
            characters: limits.characters,
            sections: Vec::new(),
            section_lines: 0,
            full: false,
        }
    }

    pub(super) fn at(&self) -> u32 {
        self.builder.at()
    }

    pub(super) fn hazard(&mut self, hazard: Hazard) {
        self.builder.hazard(hazard);
    }

    /// Visible characters of a stretch of the text so far.
    pub(super) fn characters(&self, range: TextRange) -> u32 {
        range.of(self.builder.text()).chars().filter(|ch| !ch.is_whitespace()).count() as u32
    }

    pub(super) fn note_stop(&mut self, part: &str, tree: &Tree<'_>) {
        let kind = match &tree.stopped {
            None => return,
            Some(Stop::Broken(at)) => {
                HazardKind::Damaged { detail: format!("{part} breaks off at byte {at}") }
            }
            Some(Stop::Steps(limit)) => {
                HazardKind::LimitReached { limit: format!("{limit} steps") }
            }
            Some(Stop::Depth(limit)) => {
                HazardKind::LimitReached { limit: format!("{limit} elements inside each other") }
            }
        };
        self.hazard(Hazard::file(kind));
    }

    pub(super) fn finish(mut self) -> Document {
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

    fn column_hazard(&mut self) {
        let all: u32 = self.sections.iter().map(|(_, lines)| lines).sum();
        let side: u32 =
            self.sections.iter().filter(|(columns, _)| *columns > 1).map(|(_, lines)| lines).sum();
        let columns = self.sections.iter().map(|(columns, _)| *columns).max().unwrap_or(1);
        if side > 0 {
            self.hazard(Hazard::file(HazardKind::Columns {
                columns,
                share: side * 100 / all.max(1),
            }));
        }
    }

    /// Walks a part, which is a region of its own.
    pub(super) fn part(&mut self, name: &str, root: Element<'_>, relationships: &Relationships) {
        self.part = name.into();
        self.paragraph = 0;
        self.fields.clear();
        self.in_region(|walker| walker.blocks(root, relationships));
    }

    fn in_region(&mut self, walk: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.region, self.regions);
        self.regions = self.regions.saturating_add(1);
        walk(self);
        self.region = outer;
    }

    fn blocks(&mut self, parent: Element<'_>, relationships: &Relationships) {
        for element in parent.children() {
            match element.name() {
                _ if self.full => return,
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
        let columns = section.child("cols").and_then(|columns| columns.attribute("num"));
        let columns = columns.and_then(|columns| columns.parse().ok()).unwrap_or(1);
        self.sections.push((columns, std::mem::take(&mut self.section_lines)));
    }

    fn table(&mut self, table: Element<'_>, relationships: &Relationships) {
        let start = self.at();
        let index = self.tables;
        self.tables = self.tables.saturating_add(1);
        let outer = self.cell;
        let (mut row, mut columns) = (0_u16, 0_u16);
        let rows = wrapped(table, "tr");
        // A table of one row is a layout: its cells are columns of the page.
        let layout = rows.len() == 1;
        for cells in rows {
            let mut column = 0_u16;
            for cell in wrapped(cells, "tc") {
                let properties = cell.child("tcPr");
                let get = |name: &str| properties.and_then(|properties| properties.child(name));
                let span =
                    get("gridSpan").and_then(Element::value).and_then(|span| span.parse().ok());
                let paper = get("shd").and_then(|shading| shading.attribute("fill"));
                let paper = paper.and_then(|fill| super::styles::hex(&fill));
                self.cell = Some((LineRole::Cell { table: index, row, column }, paper));
                if layout {
                    self.in_region(|walker| walker.blocks(cell, relationships));
                } else {
                    self.blocks(cell, relationships);
                }
                column = column.saturating_add(span.unwrap_or(1_u16).clamp(1, 1000));
            }
            columns = columns.max(column);
            row = row.saturating_add(1);
        }
        self.cell = outer;
        let range = TextRange::new(start, self.at());
        let characters = self.characters(range);
        if characters > 0 {
            let kind = HazardKind::Table { rows: row.into(), columns: columns.into(), characters };
            self.hazard(Hazard::file(kind).with_range(range));
        }
    }

    fn paragraph(&mut self, paragraph: Element<'_>, relationships: &Relationships) {
        let properties = paragraph.child("pPr");
        let style =
            properties.and_then(|properties| properties.child("pStyle")).and_then(Element::value);
        let (run, inherited) = self.styles.paragraph(style.as_deref());
        let own = properties.map(ParagraphProperties::read).unwrap_or_default().over(&inherited);
        let base = RunProperties { paper: run.paper.or(own.paper), ..run };
        let mut inline = Inline::default();
        self.inline(paragraph, &base, relationships, &mut inline);
        self.paragraph += 1;
        if !inline.box_after_text {
            self.boxes(&inline, relationships);
        }
        self.write(&inline, &own, base.size.unwrap_or(DEFAULT_SIZE));
        if inline.box_after_text {
            self.boxes(&inline, relationships);
        }
        if let Some(section) = properties.and_then(|properties| properties.child("sectPr")) {
            self.end_section(section);
        }
        self.full |= self.builder.text().len() > self.characters;
        if self.full {
            let limit = format!("{} characters", self.characters);
            self.hazard(Hazard::file(HazardKind::LimitReached { limit }));
        }
    }

    fn boxes(&mut self, inline: &Inline<'_>, relationships: &Relationships) {
        for element in &inline.boxes {
            let start = self.at();
            let outer = self.cell.take();
            self.in_region(|walker| walker.blocks(*element, relationships));
            self.cell = outer;
            let range = TextRange::new(start, self.at());
            let characters = self.characters(range);
            if characters > 0 {
                self.hazard(Hazard::file(HazardKind::TextBox { characters }).with_range(range));
            }
        }
    }

    fn write(&mut self, inline: &Inline<'_>, properties: &ParagraphProperties, size: f32) {
        let ruled = properties.ruled.unwrap_or(false) || inline.rule;
        let visible =
            |piece: &Piece| matches!(piece, Piece::Text(text, _) if !text.trim().is_empty());
        let linked = inline.pieces.iter().any(|piece| matches!(piece, Piece::LinkStart(_)));
        if !inline.pieces.iter().any(visible) {
            if ruled {
                self.builder.rule_above();
            }
            if linked {
                self.write_pieces(inline, NewLine::default(), false);
            }
            // Paragraphs that only anchor a text box take no room.
            self.blank += if inline.boxes.is_empty() { 1.0 } else { 0.0 };
            return;
        }
        let role = self.role(properties);
        let height = (size * 1.2).max(6.0);
        let space = properties.before.unwrap_or(0.0).max(self.space_after) / height;
        let gap = if self.builder.text().is_empty() { 0.0 } else { self.blank + space };
        let line = NewLine {
            role,
            region: self.region,
            indent: properties.indent.unwrap_or(0.0).max(0.0) / size.max(1.0),
            gap_above: (gap.clamp(0.0, 50.0) * 10.0).round() / 10.0,
            ruled,
            ..NewLine::default()
        };
        self.blank = 0.0;
        self.space_after = properties.after.unwrap_or(0.0);
        self.write_pieces(inline, line, matches!(role, LineRole::Item(_)));
    }

    fn role(&self, properties: &ParagraphProperties) -> LineRole {
        match (properties.level, self.numbering.depth(properties), self.cell) {
            (Some(level @ 1..), _, _) => LineRole::Heading(level),
            (_, Some(depth), _) => LineRole::Item(depth),
            (_, _, Some((cell, _))) => cell,
            _ => LineRole::Text,
        }
    }

    fn write_pieces(&mut self, inline: &Inline<'_>, line: NewLine, item: bool) {
        let next = NewLine {
            role: LineRole::Continuation,
            continues: item,
            gap_above: 0.0,
            ..line.clone()
        };
        self.builder.begin_line(line);
        self.section_lines += 1;
        let mut links: Vec<(u32, &str)> = Vec::new();
        let (mut tab, mut written) = (false, false);
        for piece in &inline.pieces {
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
                    links.push((self.at() + u32::from(tab && written), target))
                }
                Piece::LinkEnd => {
                    if let Some((start, target)) = links.pop() {
                        let end = self.at();
                        self.builder.link(TextRange::new(start.min(end), end), target);
                    }
                }
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
        for (start, target) in links {
            let end = self.at();
            self.builder.link(TextRange::new(start.min(end), end), target);
        }
        self.builder.end_line();
    }

    /// Writes text; a wide run of spaces is a gap.
    fn push(&mut self, text: &str, style: Style) {
        let place = || {
            Some(Place::Part {
                part: self.part.clone(),
                paragraph: self.paragraph.saturating_sub(1),
            })
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

    pub(super) fn style(&mut self, properties: &RunProperties) -> Style {
        let font = properties.font.as_ref().map_or(0, |font| {
            let known = self.fonts.iter().position(|known| known == font);
            let index = known.unwrap_or_else(|| {
                self.fonts.push(font.clone());
                self.fonts.len() - 1
            });
            u16::try_from(index + 1).unwrap_or(u16::MAX)
        });
        Style {
            size: properties.size.unwrap_or(DEFAULT_SIZE),
            bold: properties.bold.unwrap_or(false),
            italic: properties.italic.unwrap_or(false),
            color: properties.color.unwrap_or_default(),
            font,
        }
    }

    /// Why text of this look cannot be seen.
    pub(super) fn invisible(&self, properties: &RunProperties, style: Style) -> Option<HiddenBy> {
        let shaded = properties.paper.or_else(|| self.cell.and_then(|(_, paper)| paper));
        let paper = shaded.or_else(|| (!self.painted).then_some([255; 3]));
        let near =
            |ink: [u8; 3], paper: [u8; 3]| ink.iter().zip(paper).all(|(a, b)| a.abs_diff(b) <= 8);
        if properties.hidden.unwrap_or(false) {
            Some(HiddenBy::Markup)
        } else if style.size <= SMALLEST {
            Some(HiddenBy::Size)
        } else if paper.is_some_and(|paper| near(style.color, paper)) {
            Some(HiddenBy::Colour)
        } else {
            None
        }
    }

    /// Counts text that is left out because nobody sees it.
    pub(super) fn hide(&mut self, text: &str, by: HiddenBy) {
        let characters = text.chars().filter(|ch| !ch.is_whitespace()).count() as u32;
        match self.counts.hidden.iter_mut().find(|(known, _)| *known == by) {
            _ if characters == 0 => {}
            Some((_, sum)) => *sum += characters,
            None => self.counts.hidden.push((by, characters)),
        }
    }

    /// Ligatures as letters, without soft hyphens and icons; all of them are counted.
    pub(super) fn clean(&mut self, text: &str) -> String {
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
