//! A guide as a page: sections of a few kinds of blocks, in the order in which a person reads them. What
//! was asked for comes in; text, Markdown and HTML are written from what goes out.

mod parts;
mod sections;

use crate::guides::{Guide, SourceName};
use crate::{Guides, Kind};
use std::collections::BTreeSet;
use vitae_facts::Level;

/// What a page is to be about: a role, or overlays, or both.
#[derive(Clone, Debug, Default)]
pub struct Wanted<'a> {
    /// The role.
    pub role: Option<&'a Guide>,
    /// Only what is for this level; all levels when none.
    pub level: Option<Level>,
    /// Industry, kind of company, way of working.
    pub industries: Vec<&'a Guide>,
    /// The country.
    pub market: Option<&'a Guide>,
    /// The change.
    pub transition: Option<&'a Guide>,
}

impl<'a> Wanted<'a> {
    /// Nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.role.is_none() && self.overlays().next().is_none()
    }

    /// The overlays, in the order of a page.
    fn overlays(&self) -> impl Iterator<Item = &'a Guide> {
        let industries = self.industries.iter().copied();
        self.transition.into_iter().chain(industries).chain(self.market)
    }
}

/// A guide, ready to be written.
#[derive(Clone, Debug)]
pub struct Page {
    /// What stands before the title: `a guide to the resume of a`.
    pub(crate) kicker: &'static str,
    pub(crate) title: String,
    /// What it is narrowed to: `senior`, `fintech`.
    pub(crate) narrowed: Vec<String>,
    pub(crate) lead: String,
    pub(crate) sections: Vec<Section>,
    /// Where its entries come from.
    pub(crate) sources: Vec<SourceName>,
}

/// A section with its heading.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// For links.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// A heading below that of the section.
    Heading(String),
    /// Terms with what is said of them.
    Points(Vec<Point>),
    /// Words, each group with a label and a note.
    Words(Vec<Words>),
    /// A level with what is expected there.
    Level(LevelCard),
    /// Texts to fill in.
    Patterns(Vec<Point>),
    /// Bullets before and after.
    Examples(Vec<Pair>),
    /// Questions with what an answer holds.
    Questions(Vec<Question>),
    /// Things to tick.
    Checks(Vec<Point>),
}

/// Something said: a term, a text, and what follows from it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Point {
    pub(crate) term: String,
    pub(crate) text: String,
    /// Label and text of what is said besides: `instead`, `in a sentence`.
    pub(crate) notes: Vec<(&'static str, String)>,
    /// Rules that look for it.
    pub(crate) rules: Vec<String>,
}

/// A group of words.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) label: String,
    pub(crate) words: Vec<String>,
    pub(crate) note: String,
    /// What to ask oneself.
    pub(crate) ask: String,
}

/// A level on its dimensions.
#[derive(Clone, Debug)]
pub(crate) struct LevelCard {
    pub(crate) name: &'static str,
    pub(crate) is: String,
    pub(crate) dimensions: Vec<(&'static str, String)>,
    pub(crate) not: String,
}

/// A bullet before and after.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// What it is an example of: `scalability`, `senior`.
    pub(crate) tags: Vec<String>,
    pub(crate) before: String,
    pub(crate) after: String,
    /// How the after might read; empty where it is not known.
    pub(crate) filled: String,
    pub(crate) why: String,
}

/// A question.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) tags: Vec<String>,
    pub(crate) question: String,
    pub(crate) answer: String,
    pub(crate) holds: Vec<String>,
}

impl Page {
    /// The page of what is wanted; empty when nothing is.
    #[must_use]
    pub fn new(wanted: &Wanted<'_>, guides: &Guides) -> Self {
        let at_level =
            |guide: &Guide| wanted.level.map_or_else(|| guide.clone(), |it| guide.for_level(it));
        let mut sections = Vec::new();
        let mut used = BTreeSet::new();
        let mut take = |guide: &Guide| {
            used.insert(guide.about.source.clone());
            guide.lists.each(|_, _, source| {
                used.insert(source.to_owned());
            });
        };
        let role = wanted.role.map(at_level);
        if let Some(role) = &role {
            take(role);
            sections = sections::role(role);
        }
        let mut overlays: Vec<Guide> = Vec::new();
        for guide in wanted.overlays() {
            let named = |it: &Guide| (it.kind, it.name.as_str()) == (guide.kind, &guide.name);
            if !overlays.iter().any(named) {
                overlays.push(at_level(guide));
            }
        }
        for guide in &overlays {
            take(guide);
            if role.is_some() {
                // Before what is asked and ticked at the end.
                let last = sections.iter().position(|it| it.id == "interview");
                sections.insert(last.unwrap_or(sections.len()), sections::overlay(guide));
            } else {
                sections.extend(sections::alone(guide, overlays.len() > 1));
            }
        }
        let first = role.as_ref().or(overlays.first());
        let mut narrowed: Vec<String> =
            wanted.level.iter().map(|it| it.name().to_owned()).collect();
        let further = overlays.iter().skip(usize::from(role.is_none()));
        narrowed.extend(further.map(|guide| guide.about.title.clone()));
        let sources = guides.sources().iter().filter(|source| used.contains(&source.name));
        Self {
            kicker: match first.map(|guide| guide.kind) {
                Some(Kind::Role) | None => "a guide to the resume of a",
                Some(Kind::Industry) => "a guide to resumes for",
                Some(Kind::Market) => "a guide to resumes in",
                Some(Kind::Transition) => "a guide to the resume for a change",
            },
            title: first.map_or_else(String::new, |guide| guide.about.title.clone()),
            narrowed,
            lead: first.map_or_else(String::new, |guide| guide.about.what.clone()),
            sections,
            sources: sources.cloned().collect(),
        }
    }
}

/// The guides that there are, by kind, each with its name and title.
pub(crate) fn index(guides: &Guides) -> Vec<(&'static str, Vec<(&str, &str)>)> {
    let plural = |kind| match kind {
        Kind::Role => "roles",
        Kind::Industry => "industries, companies, ways of working",
        Kind::Market => "markets",
        Kind::Transition => "transitions",
    };
    let of = |kind| {
        let names = guides.of(kind).map(|guide| (guide.name.as_str(), guide.about.title.as_str()));
        (plural(kind), names.collect())
    };
    Kind::ALL.into_iter().map(of).collect()
}
