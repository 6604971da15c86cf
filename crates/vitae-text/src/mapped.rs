//! Text that was put together from pieces of another text and knows where each piece came from:
//! a bullet that wrapped over three lines is one string here and three spans there.

use crate::TextRange;

/// A string and, for each piece of it, its span in the text it was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappedText {
    text: String,
    /// `(first byte here, span there)`, both rising. A piece is copied byte for byte.
    pieces: Vec<(u32, TextRange)>,
}

impl MappedText {
    /// One piece: `range` of `source`.
    #[must_use]
    pub fn piece(source: &str, range: TextRange) -> Self {
        let mut text = Self::default();
        text.push_piece(source, range);
        text
    }

    /// Adds `range` of `source` at the end.
    pub fn push_piece(&mut self, source: &str, range: TextRange) {
        let slice = range.of(source);
        if slice.is_empty() {
            return;
        }
        self.pieces
            .push((self.len(), TextRange::new(range.start, range.start + slice.len() as u32)));
        self.text.push_str(slice);
    }

    /// Adds text that stands nowhere in the source, such as the space where two lines were joined.
    pub fn push_glue(&mut self, glue: &str) {
        self.text.push_str(glue);
    }

    /// Takes the last `bytes` bytes away, such as the hyphen of a split word.
    pub fn truncate_by(&mut self, bytes: usize) {
        let keep = self.text.len().saturating_sub(bytes);
        self.text.truncate(self.text.floor_char_boundary(keep));
        let len = self.len();
        self.pieces.retain(|(at, _)| *at < len);
        if let Some((at, range)) = self.pieces.last_mut() {
            range.end = range.end.min(range.start + (len - *at));
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn len(&self) -> u32 {
        TextRange::at(self.text.len(), self.text.len()).start
    }

    /// The spans of all pieces in the source, in order.
    pub fn ranges(&self) -> impl Iterator<Item = TextRange> + '_ {
        self.pieces.iter().map(|(_, range)| *range)
    }

    /// From first to last byte in the source; `None` when nothing came from there.
    #[must_use]
    pub fn cover(&self) -> Option<TextRange> {
        self.ranges().reduce(TextRange::cover)
    }

    /// A part of this text, with the same ways back; `source` is what its pieces were taken from.
    #[must_use]
    pub fn slice(&self, source: &str, range: TextRange) -> MappedText {
        let mut part = MappedText::default();
        let mut done = range.start;
        for (at, piece) in &self.pieces {
            let (from, to) = ((*at).max(range.start), (at + piece.len()).min(range.end));
            if from >= to {
                continue;
            }
            part.push_glue(TextRange::new(done, from).of(&self.text));
            let start = piece.start + (from - at);
            part.push_piece(source, TextRange::new(start, start + (to - from)));
            done = to;
        }
        part.push_glue(TextRange::new(done, range.end.max(done)).of(&self.text));
        part
    }

    /// The span in the source of `range` of this text. Glue maps to the edge of its neighbour.
    #[must_use]
    pub fn to_source(&self, range: TextRange) -> TextRange {
        let start = self.offset(range.start, false);
        TextRange::new(start, self.offset(range.end, true).max(start))
    }

    /// The span in this text of `range` of the source; `None` when nothing of it came from there.
    #[must_use]
    pub fn of_source(&self, range: TextRange) -> Option<TextRange> {
        let shared = self.pieces.iter().filter_map(|(at, piece)| {
            let (start, end) = (piece.start.max(range.start), piece.end.min(range.end));
            let here = |offset: u32| at + (offset - piece.start);
            (start < end).then(|| TextRange::new(here(start), here(end)))
        });
        shared.reduce(TextRange::cover)
    }

    /// `end` asks for the place after the byte before `at`, which differs at the seam of two pieces.
    fn offset(&self, at: u32, end: bool) -> u32 {
        let reaches = |from: &u32| if end { *from < at } else { *from <= at };
        let index = self.pieces.partition_point(|(from, _)| reaches(from));
        let Some((from, range)) = index.checked_sub(1).and_then(|index| self.pieces.get(index))
        else {
            return self.pieces.first().map_or(0, |(_, range)| range.start);
        };
        let offset = range.start + (at - from);
        if offset < range.end || end || index == self.pieces.len() {
            offset.min(range.end)
        } else {
            self.pieces[index].1.start
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_a_wrapped_bullet_lead_back_to_its_lines() {
        let source = "• Cut latency of the\n  search API by half";
        let first = source.find("Cut").unwrap();
        let newline = source.find('\n').unwrap();
        let mut text = MappedText::piece(source, TextRange::at(first, newline));
        text.push_glue(" ");
        text.push_piece(source, TextRange::at(newline + 3, source.len()));
        assert_eq!(text.as_str(), "Cut latency of the search API by half");
        let at = text.as_str().find("search API").unwrap();
        let range = text.to_source(TextRange::at(at, at + 10));
        assert_eq!(range.of(source), "search API");
        let the = text.as_str().find("the search").unwrap();
        assert_eq!(text.to_source(TextRange::at(the, the + 10)).of(source), "the\n  search");
        assert_eq!(text.cover(), Some(TextRange::at(first, source.len())));
        let back = text.of_source(text.to_source(TextRange::at(the, the + 10)));
        assert_eq!(back, Some(TextRange::at(the, the + 10)));
        assert_eq!(text.of_source(TextRange::at(0, 1)), None);
        let part = text.slice(source, TextRange::at(the, the + 10));
        assert_eq!(
            (part.as_str(), part.cover().unwrap().of(source)),
            ("the search", "the\n  search")
        );
    }

    #[test]
    fn a_hyphen_can_be_taken_back() {
        let source = "micro-\nservices";
        let mut text = MappedText::piece(source, TextRange::new(0, 6));
        text.truncate_by(1);
        text.push_piece(source, TextRange::new(7, 15));
        assert_eq!(text.as_str(), "microservices");
        assert_eq!(text.to_source(TextRange::new(0, 13)), TextRange::new(0, 15));
        assert_eq!(text.to_source(TextRange::new(5, 6)).of(source), "s");
    }
}
