//! All lists of entries that a guide may have. A role, industry, market or transition uses those it
//! needs; a role takes what it lacks from its base.

use crate::entry::{
    Axis, Carry, Category, Certificate, Custom, Differentiator, Do, Dont, Doubt, Entry, Example,
    Expectation, Faq, Figure, Item, Keyword, Mistake, Neighbour, Order, Paper, RedFlag, Regulation,
    Rejection, Signal, Step, Summary, Topic, Verbs, Weak,
};
use crate::head::Head;
use crate::probe::{Asset, Probe};
use serde::{Deserialize, Serialize};
use vitae_facts::Level;

/// Declares the lists once; what goes over all of them is written from this.
macro_rules! lists {
    ($( $(#[$doc:meta])* $field:ident $key:literal : $type:ident ),* $(,)?) => {
        /// The entries of a guide, by kind. In TOML each list has the name of one entry: `[[keyword]]`.
        #[derive(Clone, Debug, Default, Deserialize, Serialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Lists {
            $(
                $(#[$doc])*
                #[serde(rename(deserialize = $key), skip_serializing_if = "Vec::is_empty")]
                pub $field: Vec<$type>,
            )*
            /// What the guide is; in one of its files.
            #[serde(skip_serializing)]
            pub(crate) about: Option<Head>,
            /// Where entries without a source of their own come from.
            #[serde(skip_serializing)]
            pub(crate) source: String,
        }

        impl Lists {
            /// Each entry's table, key and source.
            pub fn each(&self, mut visit: impl FnMut(&'static str, &str, &str)) {
                $( for entry in &self.$field { visit($type::TABLE, entry.key(), entry.source()); } )*
            }

            /// Gives entries without a source that of their file.
            pub(crate) fn spread_source(&mut self) {
                let source = self.source.clone();
                $( for entry in &mut self.$field { entry.default_source(&source); } )*
                if let Some(head) = &mut self.about && head.source.is_empty() {
                    head.source = source;
                }
            }

            /// Adds the lists of another file of the same guide.
            pub(crate) fn join(&mut self, other: Self) {
                $( self.$field.extend(other.$field); )*
                self.about = self.about.take().or(other.about);
            }

            /// Takes over what a base has and this guide neither has nor leaves out.
            pub(crate) fn inherit(&mut self, base: &Self, without: &[String]) {
                $(
                    let own: Vec<String> = self.$field.iter().map(|it| it.key().to_owned()).collect();
                    let news = base.$field.iter().filter(|it| {
                        let key = it.key();
                        !own.iter().any(|own| own == key) && !without.iter().any(|out| out == key)
                    });
                    self.$field.extend(news.cloned());
                )*
            }

            /// Only what is for a level.
            pub(crate) fn retain(&mut self, level: Level) {
                $( self.$field.retain(|it| it.levels().is_empty() || it.levels().contains(&level)); )*
            }
        }
    };
}

lists! {
    /// Roles next door.
    neighbours "neighbour": Neighbour,
    /// What each bullet should back one of.
    axes "axis": Axis,
    /// What each level is expected to show.
    levels "level": Expectation,
    /// Orders of sections.
    orders "order": Order,
    /// Patterns for summaries.
    summaries "summary": Summary,
    /// Words that ads ask for.
    keywords "keyword": Keyword,
    /// Verbs by kind of act.
    verbs "verbs": Verbs,
    /// Openings that hide what was done.
    weak "weak": Weak,
    /// Lines of the skills section, from the top.
    categories "category": Category,
    /// Figures that carry the work.
    figures "figure": Figure,
    /// Bullets before and after.
    examples "example": Example,
    /// What counts.
    signals "signal": Signal,
    /// Laws and standards.
    regulations "regulation": Regulation,
    /// Customs of a market.
    customs "custom": Custom,
    /// Documents of a market.
    documents "document": Paper,
    /// What someone who changes brings along.
    carries "carry": Carry,
    /// What readers doubt about a change.
    doubts "doubt": Doubt,
    /// What to do before applying.
    steps "step": Step,
    /// What to do.
    dos "do": Do,
    /// What to leave.
    donts "dont": Dont,
    /// Common mistakes.
    mistakes "mistake": Mistake,
    /// Why resumes are laid aside.
    rejections "rejection": Rejection,
    /// What makes readers doubt.
    red_flags "red-flag": RedFlag,
    /// What few resumes show.
    differentiators "differentiator": Differentiator,
    /// Certificates.
    certificates "certificate": Certificate,
    /// Topics of interviews.
    topics "topic": Topic,
    /// Questions that what stands on a resume invites.
    probes "probe": Probe,
    /// Kinds of lines that carry value.
    assets "asset": Asset,
    /// The checklist before sending.
    items "item": Item,
    /// Questions that people ask.
    faqs "faq": Faq,
}
