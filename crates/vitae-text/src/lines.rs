//! Line starts of a text, and the way from a byte offset to a line and a column.

use crate::TextRange;
use serde::{Deserialize, Serialize};

/// Where a line begins, for every line of a text. Lines end at `\n`; `\r` belongs to its line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineIndex {
    starts: Vec<u32>,
    len: u32,
}

/// A place for people and editors. Both count from 1; the column counts characters.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl LineIndex {
    /// Reads the line starts of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        starts.extend(newlines.map(|(at, _)| TextRange::at(at + 1, at + 1).start));
        Self { starts, len: TextRange::at(text.len(), text.len()).start }
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Line of a byte offset, from 0.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The bytes of line `line` (from 0) with its line end; empty past the last line.
    #[must_use]
    pub fn range(&self, line: usize) -> TextRange {
        let Some(start) = self.starts.get(line) else { return TextRange::empty(self.len) };
        TextRange::new(*start, self.starts.get(line + 1).copied().unwrap_or(self.len))
    }

    /// Line and column of a byte offset in `text`, the text that this index was made from.
    #[must_use]
    pub fn locate(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.line_of(offset);
        let before = TextRange::new(self.range(line).start, offset).of(text);
        LineColumn { line: line as u32 + 1, column: before.chars().count() as u32 + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_map_to_lines_and_character_columns() {
        let text = "Jörg\nGo\r\n\nend";
        let index = LineIndex::new(text);
        assert_eq!(index.count(), 4);
        assert_eq!(index.locate(text, 0), LineColumn { line: 1, column: 1 });
        assert_eq!(index.locate(text, 4), LineColumn { line: 1, column: 4 });
        assert_eq!(index.locate(text, 6), LineColumn { line: 2, column: 1 });
        assert_eq!(index.locate(text, text.len() as u32), LineColumn { line: 4, column: 4 });
        assert_eq!(index.range(1).of(text), "Go\r\n");
        assert_eq!(index.range(9), TextRange::empty(text.len() as u32));
    }
}
