//! Puts a `Document` together line by line and keeps its promises: ranges rise, fall on characters
//! and fit 32 bits; blank lines are left out; runs and origins of one kind are joined.

use crate::{
    Document, Format, Hazard, LeftOut, Line, LineRole, Link, Metadata, OriginSegment, Page, Place,
    Rect, Run, Style, leading_bullet,
};
use vitae_text::{LineIndex, TextRange};

/// What a reader knows of a line before its text.
#[derive(Clone, Debug, Default)]
pub struct NewLine {
    /// What the file says it is.
    pub role: LineRole,
    /// It continues the block above (see [`Line::opens_block`]).
    pub continues: bool,
    /// Column or region.
    pub region: u16,
    /// Left edge (see [`Line::indent`]).
    pub indent: f32,
    /// Empty space above (see [`Line::gap_above`]).
    pub gap_above: f32,
    /// A rule is drawn under it.
    pub ruled: bool,
    /// Place on the page.
    pub bbox: Option<Rect>,
}

/// Builds a [`Document`].
pub struct DocumentBuilder {
    document: Document,
    open: Option<(u32, NewLine)>,
    /// The page that lines stand on.
    page: usize,
}

impl DocumentBuilder {
    /// An empty document of `format` that was `bytes` bytes long.
    #[must_use]
    pub fn new(format: Format, bytes: usize) -> Self {
        let document = Document {
            text: String::new(),
            format,
            pages: Vec::new(),
            lines: Vec::new(),
            runs: Vec::new(),
            links: Vec::new(),
            metadata: Metadata { bytes: bytes as u64, ..Metadata::default() },
            hazards: Vec::new(),
            origins: Vec::new(),
            stream: Vec::new(),
            left_out: Vec::new(),
            source_lines: None,
        };
        Self { document, open: None, page: 0 }
    }

    /// A document whose canonical text is its source, byte for byte. Lines are then set with
    /// [`Self::line_of_source`].
    #[must_use]
    pub fn verbatim(format: Format, text: String, bytes: usize) -> Self {
        let mut builder = Self::new(format, bytes);
        let all = TextRange::at(0, text.len());
        builder.document.source_lines = Some(LineIndex::new(&text));
        builder.document.text = text;
        builder.document.origins.push(OriginSegment { text: all, place: Place::Source(all) });
        builder
    }

    /// Where the next text will stand.
    #[must_use]
    pub fn at(&self) -> u32 {
        TextRange::at(self.document.text.len(), self.document.text.len()).start
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.document.text
    }

    /// Says that the format is edited as text, with these lines in its source.
    pub fn set_source_lines(&mut self, lines: LineIndex) {
        self.document.source_lines = Some(lines);
    }

    /// The metadata, to be filled in.
    pub fn metadata(&mut self) -> &mut Metadata {
        &mut self.document.metadata
    }

    /// Records a hazard.
    pub fn hazard(&mut self, hazard: Hazard) {
        self.document.hazards.push(hazard);
    }

    /// Sets the order in which the file draws the text (see [`Document::stream`]).
    pub fn set_stream(&mut self, stream: Vec<TextRange>) {
        self.document.stream = stream;
    }

    /// Records what the text leaves out.
    pub fn left_out(&mut self, left_out: LeftOut) {
        self.document.left_out.push(left_out);
    }

    /// Starts a page; lines from here on stand on it.
    pub fn begin_page(&mut self, width: f32, height: f32) {
        self.end_line();
        let range = TextRange::empty(self.at());
        self.document.pages.push(Page { range, width, height });
        self.page = self.document.pages.len() - 1;
    }

    /// Lines from here on stand on page `page`, which has begun before: text that flows from a column
    /// of one page to the same column of the next is read before what stands beside it.
    pub fn turn_to(&mut self, page: usize) {
        self.end_line();
        self.page = page.min(self.document.pages.len().saturating_sub(1));
    }

    /// Starts a line; one that is open is ended first.
    pub fn begin_line(&mut self, line: NewLine) {
        self.end_line();
        self.open = Some((self.at(), line));
    }

    /// Adds text of one look to the open line (one is opened if none is). Line ends in it become
    /// spaces. Returns where it stands.
    pub fn push(&mut self, text: &str, style: Style, place: Option<Place>) -> TextRange {
        if self.open.is_none() {
            self.begin_line(NewLine::default());
        }
        let start = self.at();
        if text.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']) {
            // All of these are replaced by one byte each only if they are one byte long; an exact
            // source copy stays exact for the common `\n`.
            let flat = |ch: char| {
                if matches!(ch, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}') {
                    ' '
                } else {
                    ch
                }
            };
            self.document.text.extend(text.chars().map(flat));
        } else {
            self.document.text.push_str(text);
        }
        let range = TextRange::new(start, self.at());
        if range.is_empty() {
            return range;
        }
        match self.document.runs.last_mut() {
            Some(run) if run.style == style && run.range.end == start => run.range.end = range.end,
            _ => self.document.runs.push(Run { range, style }),
        }
        if let Some(place) = place {
            self.push_origin(range, place);
        }
        range
    }

    fn push_origin(&mut self, text: TextRange, place: Place) {
        if let (Some(last), Place::Source(next)) = (self.document.origins.last_mut(), &place)
            && let Place::Source(at) = &mut last.place
            && last.text.end == text.start
            && at.end == next.start
            && at.len() == last.text.len()
            && next.len() == text.len()
        {
            at.end = next.end;
            last.text.end = text.end;
            return;
        }
        self.document.origins.push(OriginSegment { text, place });
    }

    /// Records a link over `range`, which may be empty.
    pub fn link(&mut self, range: TextRange, uri: impl Into<String>) {
        self.document.links.push(Link { range, uri: uri.into() });
    }

    /// Ends the open line; a line without visible text is dropped.
    pub fn end_line(&mut self) {
        let Some((start, line)) = self.open.take() else { return };
        let range = TextRange::new(start, self.at());
        if range.of(&self.document.text).trim().is_empty() {
            self.document.text.truncate(start as usize);
            self.forget_after(start);
            return;
        }
        let kept = range.of(&self.document.text).trim_end().len() as u32;
        let range = TextRange::new(start, start + kept);
        self.document.text.truncate(range.end as usize);
        self.forget_after(range.end);
        self.add_line(range, line);
        self.document.text.push('\n');
    }

    /// Takes runs, origins and links back that stood on text which is gone. Works from the end: what
    /// is gone was added last, and a scan of everything for each line would be quadratic.
    fn forget_after(&mut self, end: u32) {
        let document = &mut self.document;
        while document.runs.last().is_some_and(|run| run.range.start >= end) {
            document.runs.pop();
        }
        if let Some(run) = document.runs.last_mut() {
            run.range.end = run.range.end.min(end);
        }
        while document.origins.last().is_some_and(|origin| origin.text.start >= end) {
            document.origins.pop();
        }
        if let Some(origin) = document.origins.last_mut()
            && origin.text.end > end
        {
            let cut = origin.text.end - end;
            if let Place::Source(at) = &mut origin.place
                && at.len() == origin.text.len()
            {
                at.end -= cut;
            }
            origin.text.end = end;
        }
        for link in document.links.iter_mut().rev().take_while(|link| link.range.end > end) {
            link.range = TextRange::new(link.range.start.min(end), link.range.end.min(end));
        }
    }

    /// Says that a rule is drawn under the last line; an open line is ended first.
    pub fn rule_above(&mut self) {
        self.end_line();
        if let Some(line) = self.document.lines.last_mut() {
            line.ruled = true;
        }
    }

    /// Sets a line of a verbatim document.
    pub fn line_of_source(&mut self, range: TextRange, line: NewLine) {
        self.add_line(range, line);
    }

    fn add_line(&mut self, range: TextRange, line: NewLine) {
        let text = range.of(&self.document.text);
        let indent_bytes = (text.len() - text.trim_start().len()) as u32;
        let bullet = leading_bullet(text).map(|at| at as u32);
        let content = range.start + bullet.unwrap_or(indent_bytes);
        let role = match line.role {
            LineRole::Text if bullet.is_some() => LineRole::Item(0),
            role => role,
        };
        let style = self.dominant_style(TextRange::new(content, range.end));
        self.document.lines.push(Line {
            range,
            content,
            page: self.page as u16,
            role,
            opens_block: !line.continues,
            region: line.region,
            indent: line.indent,
            gap_above: line.gap_above,
            style,
            ruled: line.ruled,
            bbox: line.bbox,
        });
    }

    /// The look of most bytes of `range`.
    fn dominant_style(&self, range: TextRange) -> Style {
        if self.document.runs.is_empty() {
            return Style::default();
        }
        let mut weights: Vec<(Style, u32)> = Vec::new();
        for run in self.document.runs_in(range) {
            let shared = run.range.end.min(range.end) - run.range.start.max(range.start);
            match weights.iter_mut().find(|(style, _)| *style == run.style) {
                Some((_, weight)) => *weight += shared,
                None => weights.push((run.style, shared)),
            }
        }
        let most = weights.iter().map(|(_, weight)| *weight).max().unwrap_or(0);
        weights.iter().find(|(_, weight)| *weight == most).map_or(Style::default(), |(s, _)| *s)
    }

    /// The ranges of pages: from their first line to their last, with the line ends.
    fn measure_pages(&mut self) {
        let document = &mut self.document;
        let mut ranges: Vec<Option<TextRange>> = vec![None; document.pages.len()];
        for line in &document.lines {
            let end = (line.range.end + 1).min(document.text.len() as u32);
            let range = TextRange::new(line.range.start, end);
            if let Some(known) = ranges.get_mut(usize::from(line.page)) {
                *known = Some(known.map_or(range, |known| known.cover(range)));
            }
        }
        let mut at = 0;
        for (page, range) in document.pages.iter_mut().zip(ranges) {
            page.range = range.unwrap_or(TextRange::empty(at));
            at = page.range.end;
        }
    }

    /// The finished document.
    #[must_use]
    pub fn finish(mut self) -> Document {
        self.end_line();
        self.measure_pages();
        vitae_text::sort_by_key(&mut self.document.links, |link| link.range);
        vitae_text::sort_by_key(&mut self.document.left_out, |lost| (lost.page, lost.at));
        self.document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_runs_and_origins_are_kept_in_step() {
        let mut builder = DocumentBuilder::new(Format::Markdown, 40);
        let bold = Style { bold: true, ..Style::default() };
        builder.begin_line(NewLine { role: LineRole::Heading(2), ..NewLine::default() });
        builder.push("Skills", bold, Some(Place::Source(TextRange::new(3, 9))));
        builder.begin_line(NewLine::default());
        builder.push("   ", Style::default(), None);
        builder.begin_line(NewLine::default());
        builder.push("- Go,", Style::default(), Some(Place::Source(TextRange::new(11, 16))));
        builder.push(" Rust ", Style::default(), Some(Place::Source(TextRange::new(16, 22))));
        let document = builder.finish();
        assert_eq!(document.text, "Skills\n- Go, Rust\n");
        assert_eq!(document.lines.len(), 2);
        assert_eq!(document.lines[1].role, LineRole::Item(0));
        assert_eq!(document.lines[1].content_range().of(&document.text), "Go, Rust");
        assert!(document.lines[0].style.bold && !document.lines[1].style.bold);
        assert_eq!(document.source_range(TextRange::new(9, 17)), Some(TextRange::new(13, 21)));
        assert_eq!(document.source_range(TextRange::new(5, 9)), None);
    }
}
