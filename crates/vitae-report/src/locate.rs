//! From a byte of the canonical text to line, column and page as a person finds them.

use vitae_document::{Document, Place};
use vitae_text::LineIndex;

/// Where a byte stands, all counted from 1.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) page: Option<u32>,
}

/// Finds many places in one document.
pub(crate) struct Locator<'a> {
    document: &'a Document,
    lines: LineIndex,
}

impl<'a> Locator<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        Self { document, lines: LineIndex::new(&document.text) }
    }

    pub(crate) fn spot(&self, offset: u32) -> Spot {
        let page = self.document.page_at(offset).map(|page| page as u32 + 1);
        let at = self.lines.locate(&self.document.text, offset);
        let (line, column) = self.in_source(offset).unwrap_or((at.line, at.column));
        Spot { line, column, page }
    }

    /// Line and column in the file, for formats that people edit as text.
    fn in_source(&self, offset: u32) -> Option<(u32, u32)> {
        let document = self.document;
        let lines = document.source_lines.as_ref()?;
        let index = document.origins.partition_point(|origin| origin.text.end <= offset);
        let origin = document.origins.get(index).or(document.origins.last())?;
        let Place::Source(at) = &origin.place else { return None };
        let source = at.start + offset.saturating_sub(origin.text.start).min(at.len());
        let line = lines.line_of(source);
        let bytes = source - lines.range(line).start;
        // The source is not at hand, so its column is known in bytes. Markup is ASCII: what is
        // longer than one byte stands in the canonical text as well, right before the offset.
        let start = self.lines.range(self.lines.line_of(offset)).start;
        let mut from = offset.saturating_sub(bytes).max(start) as usize;
        while !document.text.is_char_boundary(from) {
            from += 1;
        }
        let before = document.text.get(from..offset as usize).unwrap_or("");
        let excess = before.len() - before.chars().count();
        Some((line as u32 + 1, bytes.saturating_sub(excess as u32) + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitae_document::{DocumentBuilder, Format, NewLine, Style};
    use vitae_text::TextRange;

    #[test]
    fn columns_count_characters_of_the_source_behind_markup() {
        let source = "# Jörg\n\n- Bäckte **Brot** und ass\n";
        let mut builder = DocumentBuilder::new(Format::Markdown, source.len());
        builder.set_source_lines(LineIndex::new(source));
        for (line, parts) in [(0, vec!["Jörg"]), (1, vec!["Bäckte ", "Brot", " und ass"])] {
            builder.begin_line(NewLine::default());
            for part in parts {
                let at = source.find(part).unwrap();
                let place = Place::Source(TextRange::at(at, at + part.len()));
                builder.push(part, Style::default(), Some(place));
            }
            let _ = line;
        }
        let document = builder.finish();
        let locator = Locator::new(&document);
        for (words, line, column) in [("Jörg", 1, 3), ("Brot", 3, 12), ("ass", 3, 23)] {
            let offset = document.text.find(words).unwrap() as u32;
            assert_eq!(locator.spot(offset), Spot { line, column, page: None }, "{words}");
        }
    }
}
