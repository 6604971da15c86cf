//! The entries of which every guide is made. A table of a TOML file comes in, a typed entry goes out;
//! `packs/roles/README.md` explains each key. Unknown keys are errors.

use crate::slot::Pattern;
use serde::{Deserialize, Serialize};
use vitae_facts::Level;
use vitae_pack::SectionKind;

/// What every entry has.
pub trait Entry {
    /// Its name in TOML: `keyword`.
    const TABLE: &'static str;
    /// What tells it from others of its list.
    fn key(&self) -> &str;
    /// Where it comes from: a name of `packs/roles/sources.toml`.
    fn source(&self) -> &str;
    /// Gives it the source of its file, where it names none.
    fn default_source(&mut self, source: &str);
    /// The levels it is for; all when empty.
    fn levels(&self) -> &[Level] {
        &[]
    }
}

/// Declares an entry; each gets a `source`.
macro_rules! entry {
    (
        $(#[doc = $doc:literal])*
        $name:ident $table:literal by $key:expr $(, levels $levels:expr)? ;
        { $( $(#[$attribute:meta])* $field:ident : $type:ty ),* $(,)? }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Deserialize, Serialize)]
        #[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case"))]
        pub struct $name {
            $( $(#[$attribute])* pub $field: $type, )*
            /// Where it comes from.
            #[serde(default)]
            pub source: String,
        }

        impl Entry for $name {
            const TABLE: &'static str = $table;
            fn key(&self) -> &str {
                let key: fn(&Self) -> &str = $key;
                key(self)
            }
            fn source(&self) -> &str {
                &self.source
            }
            fn default_source(&mut self, source: &str) {
                if self.source.is_empty() {
                    source.clone_into(&mut self.source);
                }
            }
            $(
                fn levels(&self) -> &[Level] {
                    let levels: fn(&Self) -> &[Level] = $levels;
                    levels(self)
                }
            )?
        }
    };
}

pub(crate) use entry;

/// How firmly ads ask for a keyword.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// A resume without it is hard to place.
    Required,
    /// Sets a resume apart.
    Preferred,
    /// Asked for more and more.
    Emerging,
}

/// The customs of a market, each of which its guide must explain.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is what it is called")]
pub enum About {
    Length,
    Photo,
    PersonalData,
    Dates,
    Phone,
    Paper,
    Name,
    Language,
    Structure,
}

impl About {
    /// All of them, in the order of a guide.
    pub const ALL: [Self; 9] = [
        Self::Length,
        Self::Photo,
        Self::PersonalData,
        Self::Name,
        Self::Dates,
        Self::Phone,
        Self::Paper,
        Self::Language,
        Self::Structure,
    ];

    /// As in TOML.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Photo => "photo",
            Self::PersonalData => "personal-data",
            Self::Dates => "dates",
            Self::Phone => "phone",
            Self::Paper => "paper",
            Self::Name => "name",
            Self::Language => "language",
            Self::Structure => "structure",
        }
    }
}

/// A fact of a resume that ticks an item of a checklist.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The summary names a language or framework.
    SummaryNamesStack,
    /// The summary has a figure of volume: users, requests, data.
    SummaryNamesScale,
    /// The summary says what became different.
    SummaryNamesResult,
    /// A bullet names a service of a cloud, not only the cloud.
    CloudServiceInBullet,
    /// A bullet backs the axis named in `of`.
    Axis,
    /// A tool or practice of observability is named in a bullet.
    ObservabilityInBullet,
    /// At least four of five substantial bullets hold a figure.
    BulletsHaveFigures,
    /// Most listed skills are used in a bullet.
    SkillsInBullets,
    /// The terms of the ad stand in bullets; needs an ad.
    AdTermsInBullets,
    /// A link to code: GitHub, GitLab or another forge.
    CodeLink,
    /// E-mail, phone and place are there.
    ContactComplete,
    /// The file is a PDF or DOCX.
    FileFormat,
    /// The file's name holds the person's name.
    FileName,
    /// Only a person can tell.
    ByHand,
}

entry! {
    /// What a role expects at a level, on the five dimensions.
    Expectation "level" by |it| it.level.name(), levels |it| std::slice::from_ref(&it.level);
    {
        /// The level.
        level: Level,
        /// What the level is about.
        is: String,
        /// How deep the craft goes.
        technical_depth: String,
        /// What was run in production.
        production_experience: String,
        /// What was the person's own.
        ownership: String,
        /// How hard the systems are.
        system_complexity: String,
        /// What it was worth.
        business_impact: String,
        /// What is read as inflated here.
        not: String,
    }
}

entry! {
    /// A pattern for a summary.
    Summary "summary" by |it| &it.id, levels |it| std::slice::from_ref(&it.level);
    {
        /// Its name.
        id: String,
        /// For whom.
        level: Level,
        /// The text, with slots.
        pattern: Pattern,
        /// Why it is built so.
        why: String,
    }
}

entry! {
    /// A word that ads ask for.
    Keyword "keyword" by |it| &it.name, levels |it| &it.levels;
    {
        /// The word, as its makers write it.
        name: String,
        /// How firmly it is asked for.
        tier: Tier,
        /// Why, and what stands behind it.
        why: String,
        /// A sentence that shows it in use.
        #[serde(default, skip_serializing_if = "Pattern::is_empty")]
        weave: Pattern,
        /// It is no skill of `packs/skills`.
        #[serde(default, skip_serializing)]
        extra: bool,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// Verbs to open a bullet with, of one kind of act.
    Verbs "verbs" by |it| &it.kind;
    {
        /// The kind of act.
        kind: String,
        /// Verbs in the past tense.
        verbs: Vec<String>,
        /// When they are true.
        when: String,
    }
}

entry! {
    /// An opening that hides what was done.
    Weak "weak" by |it| &it.opener;
    {
        /// The opening.
        opener: String,
        /// What it leaves open.
        why: String,
        /// Verbs that may be true instead.
        instead: Vec<String>,
        /// The question that finds the true one.
        ask: String,
    }
}

entry! {
    /// A line of the skills section.
    Category "category" by |it| &it.name;
    {
        /// Its label.
        name: String,
        /// What belongs there.
        what: String,
        /// Where to start; to be pruned to what can be shown.
        starter: Vec<String>,
        /// Those of `starter` that are no skills of `packs/skills`.
        #[serde(default, skip_serializing)]
        extra: Vec<String>,
    }
}

entry! {
    /// A bullet before and after.
    Example "example" by |it| &it.id, levels |it| it.level.as_slice();
    {
        /// Its name.
        id: String,
        /// For whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<Level>,
        /// The axis that it proves.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        axis: String,
        /// As many write it.
        before: String,
        /// With what only the person knows as slots.
        after: Pattern,
        /// Why it says more.
        why: String,
    }
}

entry! {
    /// A question that people ask.
    Faq "faq" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// The question.
        question: String,
        /// The answer.
        answer: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// Something to do.
    Do "do" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What to do.
        text: String,
        /// Why.
        why: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// Something to leave.
    Dont "dont" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What to leave.
        text: String,
        /// What to do instead.
        instead: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// A common mistake.
    Mistake "mistake" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// How it looks on a page.
        looks: String,
        /// What a reader makes of it.
        why: String,
        /// How to mend it.
        fix: Pattern,
        /// Rules that find it.
        #[serde(default)]
        rules: Vec<String>,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// A reason for which resumes are laid aside.
    Rejection "rejection" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What is missing or in the way.
        text: String,
        /// How to mend it.
        mend: String,
        /// Rules that find it.
        #[serde(default)]
        rules: Vec<String>,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// Something that makes a careful reader doubt.
    RedFlag "red-flag" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What it is.
        text: String,
        /// What settles the doubt.
        instead: String,
        /// Rules that find it.
        #[serde(default)]
        rules: Vec<String>,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// Something that few resumes show.
    Differentiator "differentiator" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What it is.
        text: String,
        /// How to show it.
        how: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// A certificate.
    Certificate "certificate" by |it| &it.name, levels |it| &it.levels;
    {
        /// Its name in full.
        name: String,
        /// When it helps, and when not.
        when: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// A figure that carries work of this kind.
    Figure "figure" by |it| &it.id;
    {
        /// Its name.
        id: String,
        /// What is measured.
        name: String,
        /// How it reads on a page.
        example: Pattern,
        /// Where a person finds it.
        find: String,
    }
}

entry! {
    /// An axis of the work; each bullet should back one.
    Axis "axis" by |it| &it.id;
    {
        /// Its name in references.
        id: String,
        /// Its name.
        name: String,
        /// What it is about.
        what: String,
        /// What proves it.
        proof: Vec<String>,
    }
}

entry! {
    /// A topic that an interview takes up.
    Topic "topic" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// The axis it is about.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        axis: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
        /// What on a resume invites it.
        invited_by: String,
        /// The question.
        question: String,
        /// What a good answer holds.
        holds: Vec<String>,
    }
}

entry! {
    /// An item of the checklist before sending.
    Item "item" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What must be true.
        text: String,
        /// Why.
        why: String,
        /// What to do where it is not.
        mend: String,
        /// Rules that must find nothing.
        #[serde(default)]
        rules: Vec<String>,
        /// A fact that must hold as well.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fact: Option<Fact>,
        /// What the fact is about: the id of an axis.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        of: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// An order of sections that readers accept.
    Order "order" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// Who it suits, as a title: `experience first`.
        name: String,
        /// The sections from the top.
        order: Vec<SectionKind>,
        /// When it is right.
        why: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// A role next door.
    Neighbour "neighbour" by |it| &it.role;
    {
        /// Its folder, or what it would be called.
        role: String,
        /// Its title.
        title: String,
        /// What sets the two apart.
        difference: String,
    }
}

entry! {
    /// What counts in an industry or kind of company.
    Signal "signal" by |it| &it.id, levels |it| &it.levels;
    {
        /// Its name.
        id: String,
        /// What counts.
        text: String,
        /// How to show it.
        how: String,
        /// For whom; all when empty.
        #[serde(default)]
        levels: Vec<Level>,
    }
}

entry! {
    /// A law or standard that work of an industry stands under.
    Regulation "regulation" by |it| &it.name;
    {
        /// Its name.
        name: String,
        /// What it asks of systems.
        what: String,
        /// How to say that one has worked under it.
        say: Pattern,
    }
}

entry! {
    /// What is customary in a market.
    Custom "custom" by |it| it.about.name();
    {
        /// What it is about.
        about: About,
        /// The custom.
        text: String,
        /// How it is printed: `14 May 2024`.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        style: String,
    }
}

entry! {
    /// A document that readers of a market expect or ask for.
    Paper "document" by |it| &it.name;
    {
        /// Its name.
        name: String,
        /// When it is wanted.
        when: String,
    }
}

entry! {
    /// What someone who changes brings along.
    Carry "carry" by |it| &it.id;
    {
        /// Its name.
        id: String,
        /// What it is.
        text: String,
        /// How to say it for the new role.
        say: Pattern,
    }
}

entry! {
    /// What a reader doubts about a change.
    Doubt "doubt" by |it| &it.id;
    {
        /// Its name.
        id: String,
        /// The doubt, as a question.
        text: String,
        /// What on the page answers it.
        answer: String,
    }
}

entry! {
    /// Something to do before applying.
    Step "step" by |it| &it.id;
    {
        /// Its name.
        id: String,
        /// What to do.
        text: String,
        /// What it proves.
        why: String,
    }
}
