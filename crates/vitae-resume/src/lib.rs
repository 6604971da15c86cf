//! The resume as data. `parse` turns a `Document` into a `Resume` and cannot fail; `import` reads
//! structured formats and renders a `Document` beside them. Where each field came from, and how sure
//! the reading is, stands in a `SourceMap`, so that the data stays clean.

mod data;
mod date;
mod import;
mod layout;
mod model;
mod parse;
mod source_map;
mod write;

pub use data::Data;
pub use date::{PartialDate, YearMonth};
pub use import::{ImportError, import};
pub use model::{
    Award, Basics, Certificate, Education, Extra, Interest, Language, Location, Profile, Project,
    Publication, Reference, Resume, Skill, Volunteer, Work,
};
pub use parse::dates::{DateSpan, DateStyle, DayOrder, find_dates};
pub use parse::parse;
pub use source_map::{Confidence, Doubt, FieldSource, Ranges, Section, SourceMap};
pub use write::{to_json_resume, to_text, to_yaml};

use vitae_text::TextRange;

/// Text that was read but found no place in the resume.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where it stands.
    pub range: TextRange,
}

/// A resume with where everything in it came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The data.
    pub resume: Resume,
    /// The file's own data, where it has the fields of a resume: the order of its names, values
    /// that are empty, numbers as they are written.
    pub data: Option<Data>,
    /// Source and confidence of each field, by JSON pointer.
    pub sources: SourceMap,
    /// Sections in reading order.
    pub sections: Vec<Section>,
    /// What found no place, in reading order.
    pub leftovers: Vec<Leftover>,
}

impl Parsed {
    /// Canonical JSON Resume; data of a file that has these fields comes back as it was given.
    #[must_use]
    pub fn to_json_resume(&self) -> String {
        self.data.as_ref().map_or_else(|| to_json_resume(&self.resume), write::json)
    }

    /// YAML with the same fields. Reading it gives the same YAML again.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        self.data.as_ref().map_or_else(|| to_yaml(&self.resume), write::yaml)
    }
}
