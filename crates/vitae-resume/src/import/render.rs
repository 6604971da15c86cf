//! A draft to a document in reading order, so that rules and spans work on data as on any text:
//! name, contact, sections with headings, entries, bullets without glyphs. Each field's range goes
//! into the source map; each piece leads back to its place in the file.

use super::draft::{Draft, Origin};
use crate::layout::{LineKind, ORDER, PlannedLine, lay_out};
use crate::{Confidence, FieldSource, Leftover, Parsed, Section, SourceMap};
use std::collections::{BTreeMap, HashMap};
use vitae_document::{Document, DocumentBuilder, Format, LineRole, NewLine, Place, Style};
use vitae_pack::{Pack, SectionKind};
use vitae_text::{LineIndex, TextRange};

/// The list of a resume that holds the entries of a section, named by its own kind.
pub(super) fn list_of(kind: SectionKind) -> Option<SectionKind> {
    let list = match kind {
        SectionKind::Objective => SectionKind::Summary,
        SectionKind::OpenSource => SectionKind::Projects,
        SectionKind::Talks | SectionKind::Patents => SectionKind::Publications,
        SectionKind::Memberships | SectionKind::Courses => SectionKind::Certificates,
        kind => kind,
    };
    ORDER.iter().any(|(known, _)| *known == list).then_some(list)
}

/// Renders a draft. `source` is the text of the file, where its bytes can be edited.
pub(super) fn render(
    draft: Draft,
    source: Option<&str>,
    format: Format,
    bytes: usize,
    pack: &Pack,
) -> (Document, Parsed) {
    let mut page = Page {
        builder: DocumentBuilder::new(format, bytes),
        origins: &draft.origins,
        source,
        cursors: HashMap::new(),
        sources: SourceMap::default(),
    };
    if let Some(source) = source {
        page.builder.set_source_lines(LineIndex::new(source));
    }
    let printed = |field: &str| draft.origins.get(field).and_then(|o| o.printed.clone());
    let mut sections = Vec::new();
    for section in lay_out(&draft.resume, &draft.sections, &printed) {
        let own = draft
            .sections
            .iter()
            .any(|(kind, heading)| *kind == section.kind && *heading == section.heading);
        let heading = page.heading(&section.heading);
        let body = page.lines(&section.lines);
        let standard = !own || pack.heading(&section.heading).is_some_and(|hit| hit.standard);
        let heading = if own { heading } else { TextRange::empty(body.start) };
        sections.push(Section { kind: section.kind, heading, body, standard });
    }
    let mut leftovers = Vec::new();
    for unplaced in &draft.unplaced {
        let heading = page.heading(&unplaced.heading);
        let start = page.builder.at();
        for (text, origin) in &unplaced.lines {
            page.builder.begin_line(NewLine::default());
            let range = page.piece(text, Some(origin), &mut 0);
            leftovers.extend((!range.is_empty()).then_some(Leftover { range }));
        }
        page.builder.end_line();
        let body = TextRange::new(start, page.end_of_text());
        if !heading.is_empty() {
            let kind = SectionKind::Other;
            sections.push(Section { kind, heading, body, standard: false });
        }
    }
    for hazard in &draft.hazards {
        page.builder.hazard(hazard.clone());
    }
    let (document, sources) = (page.builder.finish(), page.sources);
    (document, Parsed { resume: draft.resume, data: draft.data, sources, sections, leftovers })
}

struct Page<'a> {
    builder: DocumentBuilder,
    origins: &'a BTreeMap<String, Origin>,
    source: Option<&'a str>,
    /// How far the lines of a field that spans several were found in its scalar.
    cursors: HashMap<String, u32>,
    sources: SourceMap,
}

impl Page<'_> {
    fn end_of_text(&self) -> u32 {
        TextRange::at(0, self.builder.text().trim_end().len()).end
    }

    fn heading(&mut self, heading: &str) -> TextRange {
        self.builder.end_line();
        if heading.trim().is_empty() {
            return TextRange::empty(self.builder.at());
        }
        let role = LineRole::Heading(2);
        self.builder.begin_line(NewLine { role, gap_above: 1.0, ..NewLine::default() });
        let bold = Style { bold: true, ..Style::default() };
        let range = self.builder.push(heading.trim(), bold, None);
        self.builder.end_line();
        range
    }

    fn lines(&mut self, lines: &[PlannedLine]) -> TextRange {
        let start = self.builder.at();
        for line in lines {
            let role = match line.kind {
                LineKind::Name => LineRole::Heading(1),
                LineKind::Item => LineRole::Item(0),
                LineKind::Entry | LineKind::Text => LineRole::Text,
            };
            let gap_above = f32::from(u8::from(line.kind == LineKind::Entry));
            self.builder.begin_line(NewLine { role, gap_above, ..NewLine::default() });
            for piece in &line.pieces {
                self.field(&piece.text, &piece.fields);
            }
        }
        self.builder.end_line();
        TextRange::new(start, self.end_of_text().max(start))
    }

    fn field(&mut self, text: &str, fields: &[String]) {
        let Some(first) = fields.first() else {
            self.builder.push(text, Style::default(), None);
            return;
        };
        let origin = self.origins.get(first);
        let mut cursor = self.cursors.get(first).copied().unwrap_or(0);
        let range = self.piece(text, origin, &mut cursor);
        self.cursors.insert(first.clone(), cursor);
        if first.ends_with("/url") && text.contains("://") {
            self.builder.link(range, text);
        }
        for field in fields {
            let mut ranges = self.sources.get(field).map(|s| s.ranges.clone()).unwrap_or_default();
            ranges.push(range);
            let printed = self.origins.get(field).and_then(|origin| origin.printed.clone());
            let confidence = Confidence::CERTAIN;
            self.sources
                .insert(field.clone(), FieldSource { ranges, confidence, printed, doubt: None });
        }
    }

    /// Adds a piece with its place in the file.
    fn piece(&mut self, text: &str, origin: Option<&Origin>, cursor: &mut u32) -> TextRange {
        // Blanks at the edges would be cut with the line and leave the range too long.
        let text = text.trim();
        let place = origin.map(|origin| self.place(text, origin, cursor));
        self.builder.push(text, Style::default(), place)
    }

    /// The bytes of the source where the text stands as it is; else its scalar as a whole.
    fn place(&self, text: &str, origin: &Origin, cursor: &mut u32) -> Place {
        let (Some(source), Some(scalar)) = (self.source, origin.scalar) else {
            return origin.place.clone();
        };
        let from = scalar.start.max(*cursor);
        let rest = TextRange::new(from, scalar.end).of(source);
        if let Some(at) = rest.find(text) {
            let start = from + at as u32;
            let range = TextRange::new(start, start + text.len() as u32);
            *cursor = range.end;
            return Place::Source(range);
        }
        // A range of equal length would pass for an exact copy.
        if scalar.len() as usize == text.len() || scalar.is_empty() {
            return origin.place.clone();
        }
        Place::Source(scalar)
    }
}
