//! What kind of work each bullet is evidence of: the words of the pack's evidence lists are found
//! once, and rules ask which kinds a bullet shows and where. The four axes that backend work is hired
//! on are judged here: which bullets prove each, and what would fill it. S3 names the axes.

use crate::Context;
use serde::{Deserialize, Serialize};
use vitae_facts::{Bullet, Facts, OpenerStrength, SkillUse};
use vitae_pack::{Category, Pack, PhraseList, VerbClass, VerbForm};
use vitae_text::TextRange;

/// An axis of backend work.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Axis {
    /// Interfaces and those who use them.
    Api,
    /// Schemas, queries, migrations, replication.
    Data,
    /// Bottlenecks, load, growth.
    Scale,
    /// Incidents, alerts, failure handling.
    Reliability,
}

impl Axis {
    /// All axes.
    pub const ALL: [Self; 4] = [Self::Api, Self::Data, Self::Scale, Self::Reliability];

    /// Name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Api => "API design",
            Self::Data => "data and databases",
            Self::Scale => "scalability",
            Self::Reliability => "reliability and operations",
        }
    }

    /// The kind of fact that fills it.
    #[must_use]
    pub fn asks(self) -> &'static str {
        match self {
            Self::Api => {
                "an interface you designed: who calls it, how often, how it changes safely"
            }
            Self::Data => {
                "a schema, query, index or migration you changed: rows or bytes, time before and after"
            }
            Self::Scale => {
                "a bottleneck you removed: the load before and after, and what gave way first"
            }
            Self::Reliability => {
                "a failure you handled or prevented: how often, how long, what no longer happens"
            }
        }
    }

    fn list(self) -> PhraseList {
        match self {
            Self::Api => PhraseList::AxisApi,
            Self::Data => PhraseList::AxisData,
            Self::Scale => PhraseList::AxisScale,
            Self::Reliability => PhraseList::AxisReliability,
        }
    }
}

/// The words of evidence in all bullets.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    /// By bullet: the kinds of all its words.
    kinds: Vec<u32>,
    /// Bullet, kinds and place in the bullet's own text, in printed order.
    words: Vec<(u32, u32, TextRange)>,
}

impl Signals {
    pub(crate) fn of(facts: &Facts, pack: &Pack) -> Self {
        let index = pack.signals();
        let mut signals = Self::default();
        for (bullet, number) in facts.bullets.iter().zip(0..) {
            let tokens = &bullet.anatomy.tokens;
            let mut all = 0;
            for at in 0..tokens.len() {
                for found in index.every(&tokens[at..]) {
                    let place = tokens[at].range.cover(tokens[at + found.tokens - 1].range);
                    signals.words.push((number, found.value, place));
                    all |= found.value;
                }
            }
            signals.kinds.push(all);
        }
        signals
    }

    /// Whether the bullet at `index` has words of `list`.
    #[must_use]
    pub fn has(&self, index: usize, list: PhraseList) -> bool {
        self.kinds.get(index).is_some_and(|kinds| kinds & bit(list) != 0)
    }

    /// The first words of the bullet at `index` that stand in `list`, in the bullet's own text.
    #[must_use]
    pub fn first(&self, index: usize, list: PhraseList) -> Option<TextRange> {
        let start = self.words.partition_point(|(bullet, ..)| (*bullet as usize) < index);
        let mut own = self.words[start..].iter().take_while(|(at, ..)| *at as usize == index);
        own.find(|(_, kinds, _)| kinds & bit(list) != 0).map(|(.., place)| *place)
    }
}

/// The bit of a list in the pack's index; none for lists that are no evidence.
fn bit(list: PhraseList) -> u32 {
    PhraseList::SIGNALS.iter().position(|known| *known == list).map_or(0, |at| 1 << at)
}

/// Whether a bullet says what came of it: a result, a figure or a decision.
#[must_use]
pub fn has_result(bullet: &Bullet) -> bool {
    let anatomy = &bullet.anatomy;
    anatomy.outcome.is_some() || !anatomy.metrics.is_empty() || anatomy.decision.is_some()
}

/// The verb that a bullet opens with.
#[must_use]
pub fn opening<'a>(bullet: &Bullet, pack: &'a Pack) -> Option<VerbForm<'a>> {
    pack.verb_key(bullet.anatomy.opener.verb)
}

/// What the bullet at `index` proves of the kind of work that `list` stands for, in tenths: all with
/// a result, a figure or a decision, half when only the work is named.
#[must_use]
pub fn proof_of_kind(context: &Context<'_>, index: usize, list: PhraseList) -> u32 {
    let Some(bullet) = context.facts.bullets.get(index) else { return 0 };
    let named = context.signals().has(index, list);
    if bullet.anatomy.opener.strength <= OpenerStrength::Weak || !named {
        return 0;
    }
    if bullet.substantial && has_result(bullet) { 10 } else { 5 }
}

/// What the bullet at `index` proves of the design of systems, in tenths as [`proof_of_kind`]. The
/// pack's terms of architecture count as its words do.
#[must_use]
pub fn proof_of_design(context: &Context<'_>, index: usize) -> u32 {
    let Some(bullet) = context.facts.bullets.get(index) else { return 0 };
    let term = |used: &SkillUse| {
        let skill = context.pack.skill(used.skill);
        matches!(skill.category, Category::Architecture | Category::Queue | Category::Cache)
    };
    let shown =
        context.signals().has(index, PhraseList::Design) || bullet.anatomy.skills.iter().any(term);
    match bullet.substantial && shown {
        false => 0,
        true if has_result(bullet) => 10,
        true => 5,
    }
}

/// What the bullet at `index` proves of `axis`, in tenths: all with a result, a figure or a decision,
/// half when only the work is named.
#[must_use]
pub fn proof_of(axis: Axis, context: &Context<'_>, index: usize) -> u32 {
    let Some(bullet) = context.facts.bullets.get(index) else { return 0 };
    let shown = context.signals().has(index, axis.list())
        || (axis == Axis::Data && changes_a_datastore(bullet, context.pack));
    match bullet.substantial && shown {
        false => 0,
        true if has_result(bullet) => 10,
        true => 5,
    }
}

/// `Moved bookings from MySQL to PostgreSQL` is data work without a word of it: a datastore by its
/// name, and a verb of change. Building on one is not enough.
fn changes_a_datastore(bullet: &Bullet, pack: &Pack) -> bool {
    use VerbClass::{Decide, Fix, Improve, Migrate, Operate};
    let store = |used: &SkillUse| pack.skill(used.skill).category == Category::Datastore;
    bullet.anatomy.skills.iter().any(store)
        && opening(bullet, pack).is_some_and(|found| {
            matches!(found.verb.class, Decide | Fix | Improve | Migrate | Operate)
        })
}

/// How far an axis is covered. Rising.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Coverage {
    /// No bullet speaks of it.
    Bare,
    /// Bullets name the work, and none what came of it.
    Named,
    /// A bullet shows the work with a result, a figure or a decision.
    Proven,
}

impl Coverage {
    /// Name as in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Named => "named",
            Self::Proven => "proven",
        }
    }
}

/// What a resume shows of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisEvidence {
    /// The axis.
    pub axis: Axis,
    /// How far it is covered.
    pub coverage: Coverage,
    /// A bullet that proves it has a figure.
    pub numbered: bool,
    /// Bullets that speak of it (index into [`Facts::bullets`]) with what each proves, in tenths;
    /// the best first, then in printed order. The same bullet twice counts once.
    pub bullets: Vec<(usize, u32)>,
}

/// What a resume shows of the four axes.
#[must_use]
pub fn axes(context: &Context<'_>) -> [AxisEvidence; 4] {
    Axis::ALL.map(|axis| axis_evidence(axis, context))
}

fn axis_evidence(axis: Axis, context: &Context<'_>) -> AxisEvidence {
    let all = &context.facts.bullets;
    let mut bullets: Vec<(usize, u32)> = Vec::new();
    for index in 0..all.len() {
        let proof = proof_of(axis, context, index);
        let print = all[index].fingerprint;
        if proof > 0 && !bullets.iter().any(|(other, _)| all[*other].fingerprint == print) {
            bullets.push((index, proof));
        }
    }
    let figure = |index: &usize| !all[*index].anatomy.metrics.is_empty();
    vitae_text::sort_by_key(&mut bullets, |(index, proof)| {
        (std::cmp::Reverse((*proof, figure(index))), *index)
    });
    let coverage = match bullets.first() {
        Some((_, 10..)) => Coverage::Proven,
        Some(_) => Coverage::Named,
        None => Coverage::Bare,
    };
    let numbered = bullets.iter().any(|(index, _)| figure(index));
    AxisEvidence { axis, coverage, numbered, bullets }
}
