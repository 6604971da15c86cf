//! A job ad, as far as the names of technologies go: which it names, and whether the resume proves,
//! names or lacks them. The text of an ad comes in; nothing else of it is judged here.

use crate::career::used_below;
use crate::claim::Claim;
use crate::probe::AdState;
use vitae_facts::{Proof, anatomy};
use vitae_lint::Context;
use vitae_pack::{Pack, SkillId};

/// Lines of an ad that are read; what is longer is no ad.
const MOST_LINES: usize = 2_000;
/// Technologies that one question names.
const MOST_NAMED: usize = 6;

/// The technologies that an ad names, in its order.
#[derive(Clone, Debug, Default)]
pub struct Ad {
    skills: Vec<SkillId>,
}

impl Ad {
    /// Reads the text of an ad.
    #[must_use]
    pub fn read(text: &str, pack: &Pack) -> Self {
        let mut skills = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()).take(MOST_LINES) {
            for used in anatomy(line, pack).skills {
                let skill = pack.skill(used.skill);
                if skill.technology && !skill.basic && !skills.contains(&used.skill) {
                    skills.push(used.skill);
                }
            }
        }
        Self { skills }
    }

    /// It names no technology.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.skills.is_empty()
    }

    /// The names of the technologies that the resume answers in this way.
    pub(crate) fn names<'a>(&self, state: AdState, context: &Context<'a>) -> Vec<&'a str> {
        let state_of = |skill: SkillId| match context.facts.skills.proof(skill) {
            Proof::Shown | Proof::Used => AdState::Proven,
            Proof::Listed => AdState::Named,
            Proof::None if used_below(skill, context) => AdState::Proven,
            Proof::None => AdState::Missing,
        };
        let asked = self.skills.iter().filter(|skill| state_of(**skill) == state);
        asked.map(|skill| context.pack.skill(*skill).name).collect()
    }

    /// The technologies that the resume answers in this way, as one claim; none when there are none.
    pub(crate) fn claim(&self, state: AdState, context: &Context<'_>) -> Option<Claim> {
        let names = self.names(state, context);
        let shown = &names[..names.len().min(MOST_NAMED)];
        (!shown.is_empty()).then(|| Claim {
            fills: vec![("skill", shown.join("`, `"))],
            strength: 60,
            ..Claim::default()
        })
    }
}
