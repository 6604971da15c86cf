//! What an importer hands to the renderer: the resume, where its fields came from, the headings of
//! the file, and text that has no field.

use super::place::location;
use super::tree::At;
use crate::parse::dates::find_dates;
use crate::{Data, Resume};
use std::collections::BTreeMap;
use vitae_document::{Hazard, HazardKind, Place};
use vitae_pack::{Pack, SectionKind};
use vitae_text::TextRange;

/// Faults of one file that are told.
pub(super) const MAX_FAULTS: usize = 100;

/// Where a field came from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Origin {
    /// Its place in the file.
    pub(super) place: Place,
    /// The scalar's bytes in the source, where it is text.
    pub(super) scalar: Option<TextRange>,
    /// How it was printed, where the value was normalised.
    pub(super) printed: Option<String>,
}

/// Text under a heading that no field of a resume holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unplaced {
    /// The heading.
    pub(super) heading: String,
    /// Its lines.
    pub(super) lines: Vec<(String, Origin)>,
}

/// A resume on its way to [`super::render`].
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) resume: Resume,
    /// The file's own data, where it has the fields of a resume.
    pub(super) data: Option<Data>,
    /// Origins by JSON pointer into the resume.
    pub(super) origins: BTreeMap<String, Origin>,
    pub(super) hazards: Vec<Hazard>,
    /// Sections with the heading that the file gives them, in order.
    pub(super) sections: Vec<(SectionKind, String)>,
    pub(super) unplaced: Vec<Unplaced>,
}

impl Origin {
    /// The place of a value.
    pub(super) fn of(at: &At<'_>) -> Self {
        Self {
            place: Place::Pointer(at.pointer.clone()),
            scalar: at.tree.scalars.get(&at.pointer).map(|scalar| scalar.range),
            printed: None,
        }
    }

    /// A place in a part of an archive.
    #[cfg(feature = "linkedin")]
    pub(super) fn part(part: &str, row: u32) -> Self {
        let place = Place::Part { part: part.to_owned(), paragraph: row };
        Self { place, scalar: None, printed: None }
    }
}

impl Draft {
    /// Records where the field `out` came from.
    pub(super) fn note(&mut self, out: impl Into<String>, origin: Origin) {
        self.origins.insert(out.into(), origin);
    }

    /// The text of `at` as the field `out`; what is no scalar is left out with a hazard.
    pub(super) fn text(&mut self, out: impl Into<String>, at: Option<At<'_>>) -> String {
        let Some(at) = at else { return String::new() };
        match at.text() {
            Some(text) if !text.trim().is_empty() => {
                self.note(out, Origin::of(&at));
                text
            }
            Some(_) => String::new(),
            None => {
                self.wrong_type(&at, "text");
                String::new()
            }
        }
    }

    /// Records that a value has the wrong type.
    pub(super) fn wrong_type(&mut self, at: &At<'_>, wanted: &str) {
        let found = super::tree::kind(at.value);
        self.damaged(format!("`{}` is {found}, not {wanted}", at.pointer));
    }

    /// Records what is wrong with the file; after many of them nothing new is learned.
    pub(super) fn damaged(&mut self, detail: String) {
        let detail = match self.hazards.len() {
            0..MAX_FAULTS => detail,
            MAX_FAULTS => {
                format!("more than {MAX_FAULTS} fields have a fault; these are the first")
            }
            _ => return,
        };
        self.hazards.push(Hazard::file(HazardKind::Damaged { detail }));
    }

    /// Where the person lives, from one line.
    pub(super) fn place(&mut self, at: &At<'_>, pack: &Pack) {
        let Some(text) = at.text().filter(|text| !text.trim().is_empty()) else { return };
        self.resume.basics.location = location(&text, pack);
        for field in ["address", "city", "region", "postalCode", "countryCode"] {
            self.note(format!("/basics/location/{field}"), Origin::of(at));
        }
    }

    /// Start and end out of a printed period. A single date is both, or only the end.
    pub(super) fn period(
        &mut self,
        base: &str,
        printed: &str,
        origin: &Origin,
        single: Single,
        pack: &Pack,
    ) -> Period {
        let mut period = Period::default();
        let Some(span) = find_dates(printed, pack).into_iter().next() else {
            period.unread = !printed.trim().is_empty();
            return period;
        };
        let show = |date: Option<crate::PartialDate>| date.map(|date| date.to_string());
        let (start, end) = (show(span.start), show(span.end));
        (period.start, period.end) = if span.is_range {
            (start, end)
        } else {
            match single {
                Single::Both => (start.clone(), start),
                Single::End => (None, start),
                Single::Start => (start, None),
            }
        };
        let dates = [("startDate", &period.start), ("endDate", &period.end)];
        for (field, _) in dates.iter().filter(|(_, date)| date.is_some()) {
            let origin = Origin { printed: Some(printed.trim().to_owned()), ..origin.clone() };
            self.note(format!("{base}/{field}"), origin);
        }
        period
    }

    /// One date as the field `out`, normalised when it can be read.
    pub(super) fn date(&mut self, out: &str, printed: &str, origin: Origin, pack: &Pack) -> String {
        let printed = printed.trim();
        if printed.is_empty() {
            return String::new();
        }
        let span = find_dates(printed, pack).into_iter().next();
        let date = span.and_then(|span| span.start.or(span.end)).map(|date| date.to_string());
        let value = date.unwrap_or_else(|| printed.to_owned());
        let changed = value != printed;
        self.note(out, Origin { printed: changed.then(|| printed.to_owned()), ..origin });
        value
    }

    /// Remembers that the file has a section of this kind under this heading.
    pub(super) fn heading(&mut self, kind: SectionKind, heading: &str) {
        if !self.sections.iter().any(|(known, _)| *known == kind) {
            self.sections.push((kind, heading.trim().to_owned()));
        }
    }

    /// Keeps text that has no field.
    pub(super) fn unplaced(&mut self, heading: &str, lines: Vec<(String, Origin)>) {
        let lines: Vec<_> = lines.into_iter().filter(|(text, _)| !text.trim().is_empty()).collect();
        if !lines.is_empty() {
            self.unplaced.push(Unplaced { heading: heading.to_owned(), lines });
        }
    }
}

/// What a date without a partner is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Single {
    /// Something that began and ended in it (a summer job).
    Both,
    /// The end (a graduation).
    End,
    /// The start (a project).
    Start,
}

/// A period as ISO dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    /// Something is printed that is no date.
    pub(super) unread: bool,
}
