//! Which parts of the text belong to which field, leftover or hazard: ranges with their ids come in,
//! segments that do not overlap go out, so that pointing at one lights the other.

use super::faces::Face;
use crate::locate::Locator;
use crate::outlet::view::Ids;
use vitae_document::Document;
use vitae_text::TextRange;

/// A stretch of text that the same ids hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    pub(super) range: TextRange,
    /// Ids; empty where nothing points.
    pub(super) ids: Vec<Id>,
}

/// What a stretch of text belongs to: the number of a field, a leftover or a hazard.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Id {
    Field(usize),
    Leftover(usize),
    Hazard(usize),
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Field(number) => write!(f, "f{number}"),
            Self::Leftover(number) => write!(f, "l{number}"),
            Self::Hazard(number) => write!(f, "h{number}"),
        }
    }
}

/// All stretches of a text that something points at, rising.
pub(super) struct Marks {
    segments: Vec<Segment>,
}

impl Marks {
    /// Cuts the text where one of `marks` begins or ends.
    pub(super) fn new(mut marks: Vec<(TextRange, Id)>) -> Self {
        marks.retain(|(range, _)| !range.is_empty());
        marks.sort_unstable();
        let mut cuts: Vec<u32> =
            marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut segments = Vec::new();
        let mut open: Vec<(TextRange, Id)> = Vec::new();
        let mut next = 0;
        for pair in cuts.windows(2) {
            let range = TextRange::new(pair[0], pair[1]);
            open.retain(|(mark, _)| mark.end > range.start);
            while next < marks.len() && marks[next].0.start <= range.start {
                open.push(marks[next]);
                next += 1;
            }
            if !open.is_empty() {
                let mut ids: Vec<Id> = open.iter().map(|(_, id)| *id).collect();
                ids.sort_unstable();
                ids.dedup();
                segments.push(Segment { range, ids });
            }
        }
        Self { segments }
    }

    /// `range` in segments, those without an id included.
    pub(super) fn of(&self, range: TextRange) -> Vec<Segment> {
        let mut parts = Vec::new();
        let mut at = range.start;
        let first = self.segments.partition_point(|segment| segment.range.end <= range.start);
        for segment in self.segments[first..].iter().take_while(|s| s.range.start < range.end) {
            let start = segment.range.start.max(range.start);
            let end = segment.range.end.min(range.end);
            if start > at {
                parts.push(Segment { range: TextRange::new(at, start), ids: Vec::new() });
            }
            parts.push(Segment { range: TextRange::new(start, end), ids: segment.ids.clone() });
            at = end;
        }
        if at < range.end {
            parts.push(Segment { range: TextRange::new(at, range.end), ids: Vec::new() });
        }
        parts
    }
}

/// What every part of the page needs to draw text.
pub(super) struct Canvas<'a> {
    pub(super) document: &'a Document,
    pub(super) marks: Marks,
    pub(super) ids: Ids,
    pub(super) locator: Locator<'a>,
    /// What kind of face each font is.
    pub(super) faces: Vec<(u16, Face)>,
}

impl Canvas<'_> {
    /// The kind of face of a font.
    pub(super) fn face(&self, font: u16) -> Face {
        let known = self.faces.iter().find(|(known, _)| *known == font);
        known.map_or(Face::Sans, |(_, face)| *face)
    }

    /// Classes and `data-f` of a segment; empty where nothing points at it.
    pub(super) fn attributes(&self, ids: &[Id], class: &str) -> String {
        let mut classes = class.to_owned();
        let doubtful = |id: &Id| matches!(id, Id::Field(field) if self.ids.is_doubtful(*field));
        if ids.iter().any(doubtful) {
            classes.push_str(" unsure");
        }
        if ids.iter().any(|id| matches!(id, Id::Leftover(_))) {
            classes.push_str(" stray");
        }
        if !ids.is_empty() && ids.iter().all(|id| matches!(id, Id::Hazard(_))) {
            classes.push_str(" quiet");
        }
        let names: Vec<String> = ids.iter().map(Id::to_string).collect();
        format!(" class=\"{classes}\" data-f=\"{}\"", names.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_marks_become_segments() {
        let range = |start, end| TextRange::new(start, end);
        let marks = vec![(range(2, 8), Id::Field(0)), (range(5, 8), Id::Field(1))];
        let parts = Marks::new(marks).of(range(0, 10));
        let shown: Vec<(u32, u32, usize)> =
            parts.iter().map(|part| (part.range.start, part.range.end, part.ids.len())).collect();
        assert_eq!(shown, [(0, 2, 0), (2, 5, 1), (5, 8, 2), (8, 10, 0)]);
    }
}
