//! `TextRange`: the one coordinate of the system, a half-open range of UTF-8 bytes as two `u32`.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Half-open byte range `start..end` into one canonical text of at most 4 GiB.
#[derive(
    Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Debug, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl TextRange {
    /// A range; `end` is raised to `start` when it is smaller.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: end.max(start) }
    }

    /// An empty range at `at`.
    #[must_use]
    pub fn empty(at: u32) -> Self {
        Self { start: at, end: at }
    }

    /// From offsets of a string. Texts are limited to 4 GiB long before they get here.
    #[must_use]
    pub fn at(start: usize, end: usize) -> Self {
        Self::new(u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside, edges included.
    #[must_use]
    pub fn contains(self, other: TextRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: TextRange) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: TextRange) -> TextRange {
        TextRange { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Moved right by `by` bytes.
    #[must_use]
    pub fn shift(self, by: u32) -> TextRange {
        TextRange { start: self.start + by, end: self.end + by }
    }

    /// As an index for slicing.
    #[must_use]
    pub fn std(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The slice of `text`, or `""` when the range does not fit it.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.std()).unwrap_or("")
    }
}
