//! Where each field of a resume came from, keyed by JSON pointer (`/work/0/position`).

use std::collections::BTreeMap;
use vitae_pack::SectionKind;
use vitae_text::TextRange;

/// How sure the reading of a field is, 0 to 100. Structured formats are always 100. Below
/// [`Confidence::DOUBTFUL`] a rule says "could not read", never "missing".
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(pub u8);

impl Confidence {
    /// Named by the file itself.
    pub const CERTAIN: Self = Self(100);
    /// Below this a field is marked as doubtful wherever it is shown.
    pub const DOUBTFUL: Self = Self(60);

    /// Whether it should be shown as doubtful.
    #[must_use]
    pub fn is_doubtful(self) -> bool {
        self < Self::DOUBTFUL
    }
}

/// Why a field had to be guessed.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// Of two names neither tells by its words which is the title and which the organisation.
    TitleOrOrganisation,
    /// Day and month could stand in either order (`03/04/2021`).
    DayOrMonth,
    /// The line is taken for the name by its place alone.
    Name,
    /// The place on the page alone speaks for the field.
    Place,
    /// No field of its own was found for the text.
    Unplaced,
}

impl Doubt {
    /// The reason in words, lower case, without a full stop.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::TitleOrOrganisation => "could be the title or the organisation",
            Self::DayOrMonth => "day and month could be the other way round",
            Self::Name => "no sure sign that this is the name",
            Self::Place => "told by its place alone",
            Self::Unplaced => "no field of its own was found for it",
        }
    }
}

/// Spans of one field. Most fields have one, and a resume has hundreds of fields.
pub type Ranges = smallvec::SmallVec<[TextRange; 2]>;

/// The source of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSource {
    /// Spans in the document's text, in order; several when the value wrapped over lines. Empty
    /// when the value stands nowhere as visible text (a link behind an icon).
    pub ranges: Ranges,
    /// How sure.
    pub confidence: Confidence,
    /// How the value was printed, where the value was normalised (dates, networks).
    pub printed: Option<String>,
    /// Why it had to be guessed, where the confidence is below [`Confidence::DOUBTFUL`].
    pub doubt: Option<Doubt>,
}

impl FieldSource {
    /// From the first to the last byte.
    #[must_use]
    pub fn cover(&self) -> Option<TextRange> {
        self.ranges.iter().copied().reduce(TextRange::cover)
    }
}

/// Sources by JSON pointer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceMap {
    fields: BTreeMap<String, FieldSource>,
}

impl SourceMap {
    /// Records the source of a field; a later record replaces an earlier one.
    pub fn insert(&mut self, pointer: impl Into<String>, source: FieldSource) {
        self.fields.insert(pointer.into(), source);
    }

    /// The source of the field at `pointer`.
    #[must_use]
    pub fn get(&self, pointer: &str) -> Option<&FieldSource> {
        self.fields.get(pointer)
    }

    /// From the first to the last byte of the field at `pointer`.
    #[must_use]
    pub fn range(&self, pointer: &str) -> Option<TextRange> {
        self.get(pointer)?.cover()
    }

    /// Everything recorded at or under `pointer`.
    pub fn under<'a>(
        &'a self,
        pointer: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a FieldSource)> {
        self.fields
            .range(pointer.to_owned()..)
            .take_while(move |(key, _)| key.starts_with(pointer))
            .filter(move |(key, _)| {
                key.len() == pointer.len() || key.as_bytes()[pointer.len()] == b'/'
            })
            .map(|(key, source)| (key.as_str(), source))
    }

    /// All fields by pointer.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &FieldSource)> {
        self.fields.iter().map(|(key, source)| (key.as_str(), source))
    }
}

/// By pointer.
impl IntoIterator for SourceMap {
    type Item = (String, FieldSource);
    type IntoIter = std::collections::btree_map::IntoIter<String, FieldSource>;

    fn into_iter(self) -> Self::IntoIter {
        self.fields.into_iter()
    }
}

/// A section of the resume as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Its heading; empty for the contact block at the top and in structured formats.
    pub heading: TextRange,
    /// Everything under the heading.
    pub body: TextRange,
    /// The heading is one that common parsers know.
    pub standard: bool,
}
