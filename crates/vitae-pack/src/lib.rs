//! What the field knows, as data: skills, headings, words of dates, verbs, titles, organisations,
//! degrees, networks, places and telling phrases. Words and tokens come in, entries of the pack go
//! out. The built-in pack is compiled from `packs/` by `build.rs`; see `packs/README.md`.

mod keys;
mod pack;
mod schema;
#[cfg(feature = "load")]
mod source;
mod template;
mod word_keys;

pub use pack::{Heading, NameLists, Pack, PhraseId, PlaceId, TitleId, VerbForm, VerbFormKind};
pub use schema::{
    Category, Custom, DateOrder, DegreeLevel, Dimension, Field, Level, NetworkKind, PhraseList,
    PlaceKind, SectionKind, SkillId, Strength, TitlePart, VerbClass,
};
#[cfg(feature = "load")]
pub use source::SourceError;
pub use word_keys::WordKeys;

/// Everything a pack holds, as plain lists.
pub type PackData = schema::PackData<&'static str>;
/// One technology, concept or practice.
pub type Skill = schema::Skill<&'static str>;
/// A verb with its forms.
pub type Verb = schema::Verb<&'static str>;
/// An opening such as `responsible for`.
pub type WeakOpener = schema::WeakOpener<&'static str>;
/// A word of job titles.
pub type TitleWord = schema::TitleWord<&'static str>;
/// A site where people have a profile.
pub type Network = schema::Network<&'static str>;
/// A name of a place.
pub type Place = schema::Place<&'static str>;
/// Phrases that say the same thing about a text.
pub type PhraseSet = schema::PhraseSet<&'static str>;
/// A phrase and what may stand in its place.
pub type Phrase = schema::Phrase<&'static str>;
/// What is customary on a resume in one country.
pub type Market = schema::Market<&'static str>;
/// Which phone numbers a country has.
pub type NumberingPlan = schema::NumberingPlan<&'static str>;
/// Words of dates.
pub type DateWords = schema::DateWords<&'static str>;
/// Headings of one kind in one language.
pub type HeadingGroup = schema::HeadingGroup<&'static str>;
/// Words of companies and schools.
pub type Organisations = schema::Organisations<&'static str>;
/// Words of the trade that the reading of a bullet rests on.
pub type TradeWords = schema::TradeWords<&'static str>;
/// What a level is expected to show of a dimension.
pub type Expectation = schema::Expectation<&'static str>;
/// One meaning that a line can have about the level of the work it tells of.
pub type LevelCue = schema::LevelCue<&'static str>;
/// Degrees and grades.
pub type Degrees = schema::Degrees<&'static str>;
/// Countries, regions and cities.
pub type Places = schema::Places<&'static str>;
