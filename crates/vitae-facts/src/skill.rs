//! Where each skill is named, and the best proof it has.

use vitae_pack::SkillId;
use vitae_text::TextRange;

/// A skill named in a text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct SkillUse {
    /// Which.
    pub skill: SkillId,
    /// As written; bytes of the text it was found in.
    pub range: TextRange,
}

/// How well a skill is shown. Rising.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Proof {
    /// Not named.
    #[default]
    None,
    /// Named in the skills section or summary.
    Listed,
    /// Used in a bullet.
    Used,
    /// Used in a bullet with an outcome, in a dated role or project.
    Shown,
}

/// All skills of a resume.
#[derive(Clone, Debug, Default)]
pub struct Skills {
    /// For each skill that is named: its best proof and every place, in the document. By id.
    pub named: Vec<NamedSkill>,
    /// Items of the skills section in printed order: the span and the skill, if it is known.
    pub listed: Vec<(TextRange, Option<SkillId>)>,
}

/// A skill of the resume.
#[derive(Clone, Debug)]
pub struct NamedSkill {
    /// Which.
    pub skill: SkillId,
    /// Its best proof.
    pub proof: Proof,
    /// Where it is named; bytes of the document.
    pub places: Vec<TextRange>,
}

impl Skills {
    /// The best proof of a skill.
    #[must_use]
    pub fn proof(&self, skill: SkillId) -> Proof {
        self.get(skill).map_or(Proof::None, |named| named.proof)
    }

    /// What is known of a skill.
    #[must_use]
    pub fn get(&self, skill: SkillId) -> Option<&NamedSkill> {
        let index = self.named.binary_search_by_key(&skill, |named| named.skill).ok()?;
        Some(&self.named[index])
    }
}
