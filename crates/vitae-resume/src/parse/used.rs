//! Stretches of the text that were understood, without overlap, so that asking for one is quick
//! however many there are.

use std::collections::BTreeMap;
use vitae_text::TextRange;

/// Used stretches by where they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Used {
    ends: BTreeMap<u32, u32>,
}

impl Used {
    /// Adds a stretch; those that it overlaps become one with it.
    pub(crate) fn add(&mut self, range: TextRange) {
        if range.is_empty() {
            return;
        }
        let (mut start, mut end) = (range.start, range.end);
        while let Some(known) = self.first(TextRange::new(start, end)) {
            self.ends.remove(&known.start);
            start = start.min(known.start);
            end = end.max(known.end);
        }
        self.ends.insert(start, end);
    }

    /// Whether any of `range` is used.
    pub(crate) fn overlaps(&self, range: TextRange) -> bool {
        self.first(range).is_some()
    }

    /// One of the stretches that share bytes with `range`.
    fn first(&self, range: TextRange) -> Option<TextRange> {
        let (start, end) = self.ends.range(..range.end).next_back()?;
        (*end > range.start).then(|| TextRange::new(*start, *end))
    }

    /// The stretches that share bytes with `range`, from left to right.
    pub(crate) fn within(&self, range: TextRange) -> impl Iterator<Item = TextRange> + '_ {
        let before = self.ends.range(..range.start).next_back();
        let before = before.filter(|(_, end)| **end > range.start);
        let inside = self.ends.range(range.start..range.end.max(range.start));
        before.into_iter().chain(inside).map(|(start, end)| TextRange::new(*start, *end))
    }

    /// All stretches from left to right.
    pub(crate) fn iter(&self) -> impl Iterator<Item = TextRange> + '_ {
        self.ends.iter().map(|(start, end)| TextRange::new(*start, *end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_merge_where_they_overlap() {
        let mut used = Used::default();
        for (start, end) in [(10, 20), (30, 40), (18, 32), (50, 50), (60, 70)] {
            used.add(TextRange::new(start, end));
        }
        let all: Vec<(u32, u32)> = used.iter().map(|range| (range.start, range.end)).collect();
        assert_eq!(all, [(10, 40), (60, 70)]);
        assert!(used.overlaps(TextRange::new(39, 41)) && !used.overlaps(TextRange::new(40, 60)));
        assert_eq!(used.within(TextRange::new(0, 61)).count(), 2);
    }
}
