//! LaTeX to `Document`: macros of the file and of well-known resume classes are expanded, layout is
//! left out, and what would be printed becomes lines. Runs nothing and reads no other file.

mod commands;
mod header;
mod macros;
mod scan;
mod symbols;

use crate::decode::decode_source;
use crate::{Limits, ReadError};
use header::Header;
use macros::Macros;
use scan::{Fragment, command};
use vitae_document::{
    Document, DocumentBuilder, Format, Hazard, HazardKind, LineRole, NewLine, Place, Style,
};
use vitae_text::{LineIndex, TextRange};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let decoded = decode_source(bytes, limits)?;
    let file = Fragment::file(&decoded.text);
    let mut reader = Reader::new(&decoded.text, bytes.len(), limits);
    reader.run(&file);
    let document = reader.finish();
    Ok(decoded.anchor(document))
}

/// What stands between the last text and the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    Nothing,
    Space,
    Tab,
    Line,
}

struct Reader {
    builder: DocumentBuilder,
    macros: Macros,
    header: Header,
    /// Text is printed only after `\begin{document}`.
    printing: bool,
    between: Between,
    next: NewLine,
    style: Style,
    /// Styles to go back to at the ends of groups and environments.
    styles: Vec<Style>,
    lists: u8,
    gap: f32,
    pictures: u32,
    depth: usize,
    deepest: usize,
    steps: usize,
    characters: usize,
    stopped: Option<String>,
}

impl Reader {
    fn new(source: &str, bytes: usize, limits: &Limits) -> Self {
        let mut builder = DocumentBuilder::new(Format::Latex, bytes);
        builder.set_source_lines(LineIndex::new(source));
        Self {
            builder,
            macros: Macros::new(),
            header: Header::new(source),
            // A part of a file, without preamble, is printed from the start.
            printing: !source.contains("\\begin{document}"),
            between: Between::Line,
            next: NewLine::default(),
            style: Style { size: 10.0, ..Style::default() },
            styles: Vec::new(),
            lists: 0,
            gap: 0.0,
            pictures: 0,
            depth: 0,
            deepest: limits.depth,
            steps: limits.steps,
            characters: limits.characters,
            stopped: None,
        }
    }

    fn finish(mut self) -> Document {
        if self.pictures > 0 {
            self.builder.hazard(Hazard::file(HazardKind::Images { count: self.pictures }));
        }
        if let Some(limit) = self.stopped.take() {
            self.builder.hazard(Hazard::file(HazardKind::LimitReached { limit }));
        }
        self.builder.finish()
    }

    /// Whether a limit was reached; each call is a step.
    fn is_over(&mut self) -> bool {
        if self.steps == 0 {
            self.stopped.get_or_insert_with(|| "steps of macro expansion".into());
        } else if self.builder.text().len() > self.characters {
            let limit = format!("{} characters", self.characters);
            self.stopped.get_or_insert(limit);
        } else {
            self.steps -= 1;
            return false;
        }
        true
    }

    /// Prints a piece of source. Groups opened inside end with it.
    fn run(&mut self, fragment: &Fragment) {
        if self.depth >= self.deepest {
            let limit = format!("{} macros inside each other", self.deepest);
            self.stopped.get_or_insert(limit);
            return;
        }
        self.depth += 1;
        let groups = self.styles.len();
        let text = fragment.as_str();
        let mut at = 0;
        while at < text.len() && !self.is_over() {
            at = self.step(fragment, text, at);
        }
        if let Some(style) = self.styles.get(groups).copied() {
            self.style = style;
            self.styles.truncate(groups);
        }
        self.depth -= 1;
    }

    /// Prints what stands at `at` and returns where it ends, always further on.
    fn step(&mut self, fragment: &Fragment, text: &str, at: usize) -> usize {
        let rest = &text[at..];
        let first = rest.chars().next().unwrap_or(' ');
        match first {
            '\\' => {
                let name = command(&rest[1..]);
                return self.command(fragment, name, at + 1 + name.len()).max(at + 1);
            }
            '%' => {
                let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
                // A comment takes the line end with it, but a blank line after it still counts.
                let after = &rest[end..];
                return at + end + (after.len() - after.trim_start_matches([' ', '\t']).len());
            }
            '{' => self.styles.push(self.style),
            '}' => self.style = self.styles.pop().unwrap_or(self.style),
            '$' => {}
            '~' => self.between = self.between.max(Between::Space),
            '&' => self.between = self.between.max(Between::Tab),
            '#' => return self.argument(fragment, rest, at),
            _ if first.is_whitespace() => return self.space(rest, at),
            _ => return self.words(fragment, rest, at),
        }
        at + first.len_utf8()
    }

    /// `#1` in the body of a macro.
    fn argument(&mut self, fragment: &Fragment, rest: &str, at: usize) -> usize {
        let digit = rest[1..].chars().next().and_then(|ch| ch.to_digit(10));
        let index = digit.and_then(|digit| (digit as usize).checked_sub(1));
        match index.and_then(|index| fragment.arguments.get(index)).cloned() {
            Some(argument) => {
                self.run(&argument);
                at + 2
            }
            None => at + 1,
        }
    }

    fn space(&mut self, rest: &str, at: usize) -> usize {
        let len = rest.len() - rest.trim_start().len();
        if rest[..len].matches('\n').count() > 1 {
            self.paragraph();
        } else {
            self.between = self.between.max(Between::Space);
        }
        at + len
    }

    /// Words up to the next special character; quotes and dashes become what they print.
    fn words(&mut self, fragment: &Fragment, rest: &str, at: usize) -> usize {
        let special = |ch: char| {
            ch.is_whitespace()
                || matches!(ch, '\\' | '%' | '{' | '}' | '$' | '~' | '&' | '#' | '`' | '-' | '\'')
        };
        const SIGNS: [(&str, &str); 7] = [
            ("---", "—"),
            ("--", "–"),
            ("``", "“"),
            ("''", "”"),
            ("`", "‘"),
            ("-", "-"),
            ("'", "'"),
        ];
        if let Some((sign, printed)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            self.print(printed, fragment.place(at), sign.len());
            return at + sign.len();
        }
        let mut len = rest.find(special).unwrap_or(rest.len()).max(1);
        // One space between words is part of the same copy.
        while rest[len..].starts_with(' ') && self.printing {
            let after = &rest[len + 1..];
            let next = after.find(special).unwrap_or(after.len());
            if next == 0 {
                break;
            }
            len += 1 + next;
        }
        let len = rest.floor_char_boundary_or_first(len);
        self.print(&rest[..len], fragment.place(at), len);
        at + len
    }

    /// Prints text that stands at `place` of the file over `len` bytes.
    fn print(&mut self, text: &str, place: Option<usize>, len: usize) {
        if !self.printing || text.is_empty() {
            return;
        }
        match self.between {
            Between::Line => {
                let mut line = std::mem::take(&mut self.next);
                line.gap_above =
                    if self.builder.text().is_empty() { 0.0 } else { line.gap_above.max(self.gap) };
                self.gap = 0.0;
                self.builder.begin_line(line);
            }
            Between::Tab => _ = self.builder.push("\t", self.style, None),
            Between::Space => _ = self.builder.push(" ", self.style, None),
            Between::Nothing => {}
        }
        self.between = Between::Nothing;
        let place = place.map(|start| TextRange::at(start, start + len));
        let copy = len == text.len() && !matches!(text, "—" | "–" | "“" | "”" | "‘");
        let place = place.filter(|_| copy || len != text.len()).map(Place::Source);
        self.builder.push(text, self.style, place);
    }

    /// Ends the line; the next one starts a block.
    fn paragraph(&mut self) {
        if self.between != Between::Line {
            self.between = Between::Line;
            self.next = NewLine::default();
            if self.lists > 0 {
                self.next.role = LineRole::Continuation;
                self.next.indent = 2.0 * f32::from(self.lists);
            }
        }
    }

    /// Ends the line by hand.
    fn hard_break(&mut self) {
        if self.between != Between::Line {
            self.between = Between::Line;
            let continues = self.lists > 0;
            self.next = NewLine { role: LineRole::Continuation, continues, ..NewLine::default() };
        }
    }

    fn begin(&mut self, role: LineRole, gap_above: f32) {
        self.between = Between::Line;
        let indent = 2.0 * f32::from(self.lists);
        self.next = NewLine { role, gap_above, indent, ..NewLine::default() };
    }

    /// A line drawn under what was printed last.
    fn rule(&mut self) {
        if self.printing {
            self.paragraph();
            self.builder.rule_above();
        }
    }

    fn link(&mut self, uri: &str, print: impl FnOnce(&mut Self)) {
        let before = self.builder.text().len();
        print(self);
        let printed = &self.builder.text()[before..];
        let space = printed.len() - printed.trim_start().len();
        let start = before + space;
        let end = self.builder.text().len().max(start);
        if self.printing && !uri.is_empty() {
            self.builder.link(TextRange::at(start, end), uri);
        }
    }
}

/// Cuts at a character, and takes the first one whole.
trait FloorOrFirst {
    fn floor_char_boundary_or_first(&self, len: usize) -> usize;
}

impl FloorOrFirst for str {
    fn floor_char_boundary_or_first(&self, len: usize) -> usize {
        let first = self.chars().next().map_or(0, char::len_utf8);
        let floor = (0..=len.min(self.len())).rev().find(|at| self.is_char_boundary(*at));
        floor.unwrap_or(0).max(first)
    }
}

#[cfg(test)]
mod tests;
