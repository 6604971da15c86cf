//! Entries that ask about a resume: what must stand on the page, and the question, or the way to say
//! its worth, that follows. Tables of TOML come in, typed entries go out.

use crate::entry::{Entry, entry};
use crate::slot::Pattern;
use serde::{Deserialize, Serialize};
use vitae_facts::{Level, MetricKind, Scope};
use vitae_pack::{Category, PhraseList, VerbClass};

/// What a resume must hold. All keys that are given must be met by one bullet; within a key any of
/// its values will do. `rules`, `career` and `ad` stand alone: they are not about one bullet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all(deserialize = "kebab-case"))]
pub struct When {
    /// Words or phrases, in any casing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Words or phrases of which one must stand there as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with_words: Vec<String>,
    /// Words or phrases that must not be there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_words: Vec<String>,
    /// Skills of `packs/skills`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// Layers that a named technology belongs to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub layers: Vec<Category>,
    /// Kinds of figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<MetricKind>,
    /// The figure has a value before and one after.
    #[serde(skip_serializing_if = "is_false")]
    pub change: bool,
    /// Words of which the figure itself holds one: `requests` of `4,200 requests a second`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figure_of: Vec<String>,
    /// The figure is at least this, in its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
    /// Kinds of the verb that the bullet opens with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<VerbClass>,
    /// Lists of `packs/evidence.toml` whose words count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signals: Vec<PhraseList>,
    /// How far the work reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reach: Vec<Scope>,
    /// It shows a decision or a trade-off.
    #[serde(skip_serializing_if = "is_false")]
    pub decision: bool,
    /// Only bullets of projects.
    #[serde(skip_serializing_if = "is_false")]
    pub project: bool,
    /// Rules that found something.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// A fact of the career.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub career: Option<Career>,
    /// What an ad asks for, and how the resume answers; needs an ad.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ad: Option<AdState>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// A fact of the career.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Career {
    /// There is a newest role.
    NewestRole,
    /// Two roles at one employer, the later one of a higher level.
    Promotion,
    /// Technologies that the skills section lists and nothing else names.
    UnusedSkill,
    /// A certificate.
    Certificate,
    /// The summary holds a figure.
    SummaryFigure,
    /// A technology that ads ask for as preferred or emerging, proven by a bullet with a result.
    RareSkill,
}

/// How a resume answers what an ad names.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdState {
    /// A bullet uses it.
    Proven,
    /// The skills or the summary name it, and no bullet.
    Named,
    /// It stands nowhere.
    Missing,
}

impl When {
    /// Nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// It is about one bullet.
    #[must_use]
    pub fn is_of_bullet(&self) -> bool {
        self.rules.is_empty() && self.career.is_none() && self.ad.is_none()
    }

    /// The holes that what is found can fill.
    pub(crate) fn holes(&self) -> Vec<&'static str> {
        let mut holes = Vec::new();
        if !self.words.is_empty() || !self.signals.is_empty() {
            holes.push("words");
        }
        if !self.skills.is_empty() || !self.layers.is_empty() {
            holes.push("skill");
        }
        if !self.figures.is_empty() || self.career == Some(Career::SummaryFigure) {
            holes.push("figure");
        }
        match self.career {
            Some(Career::Promotion) => holes.extend(["from", "to"]),
            Some(Career::UnusedSkill | Career::RareSkill) => holes.push("skill"),
            _ => {}
        }
        if self.ad.is_some() {
            holes.push("skill");
        }
        holes
    }
}

entry! {
    /// A question that what stands on a resume invites.
    Probe "probe" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What invites it.
        when: When,
        /// What else does.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        or: Vec<When>,
        /// The axis it is about; none for the person's own career.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        axis: String,
        /// How likely it is, 0 to 100, other things being equal.
        #[serde(default = "usual")]
        weight: u32,
        /// The question, with `{holes}` for words of the resume.
        question: String,
        /// What a good answer holds.
        holds: Vec<String>,
        /// What it holds besides, from senior on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        deeper: Vec<String>,
        /// Questions that often follow.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        follow_ups: Vec<String>,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

fn usual() -> u32 {
    50
}

entry! {
    /// A kind of line that carries value when terms are discussed.
    Asset "asset" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What it is called.
        name: String,
        /// What shows it.
        when: When,
        /// What else does.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        or: Vec<When>,
        /// Why it counts.
        why: String,
        /// A way to say it, with slots for what only the person knows.
        say: Pattern,
        /// What to have at hand as evidence.
        bring: Vec<String>,
        /// What to look for where the page shows nothing of it.
        look: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

/// The names of the holes of a text: `{skill}`.
pub(crate) fn holes(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
