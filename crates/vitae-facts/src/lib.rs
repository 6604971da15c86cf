//! What is true of a resume, computed once so that a hundred rules do not read it a hundred times:
//! the anatomy of each bullet, where each skill is used, the timeline, the level that is claimed.

mod amount;
mod bullet;
mod change;
mod effect;
mod gather;
mod level;
mod lexicon;
mod metric;
mod number;
mod opening;
mod outcome;
mod skill;
mod source;
mod strength;
mod timeline;
mod words;

pub use bullet::{
    Anatomy, Bullet, Opener, OpenerStrength, Owner, Scope, Tense, anatomy, skills_in,
};
pub use gather::gather;
pub use level::{DimensionShown, Level, Mismatch, Seniority, claimed_level};
pub use metric::{Metric, MetricKind};
pub use skill::{NamedSkill, Proof, SkillUse, Skills};
pub use timeline::{Position, Timeline};

use vitae_text::{MappedText, TextRange};

/// Facts of one resume. Ranges are bytes of the document's text unless a field says otherwise.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Roles in printed order, one for each entry of `work`.
    pub positions: Vec<Position>,
    /// Bullets of roles, projects and volunteering, in printed order. Paragraphs under a role count
    /// as bullets of their own, one for each sentence, with [`Bullet::prose`] set.
    pub bullets: Vec<Bullet>,
    /// The summary, taken apart like a bullet; none when there is no summary.
    pub summary: Option<Paragraph>,
    /// Skills of the resume and where each is used.
    pub skills: Skills,
    /// Months of work, gaps and overlaps.
    pub timeline: Timeline,
    /// Level that the current (or newest) title claims; none when the title is neutral.
    pub claimed: Option<Level>,
    /// The level that the lines show, and what carries it.
    pub seniority: Seniority,
    /// Distinct bullets that say something substantial (see [`Bullet::substantial`]).
    pub substantial: u32,
}

impl Facts {
    /// Bullets of the role `work` (index into `positions`).
    pub fn bullets_of(&self, work: usize) -> impl Iterator<Item = &Bullet> {
        self.bullets.iter().filter(move |bullet| bullet.owner == Owner::Work(work))
    }
}

/// A paragraph with its anatomy.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The text, joined over its lines.
    pub text: MappedText,
    /// All of it in the document.
    pub range: TextRange,
    /// What it holds.
    pub anatomy: Anatomy,
}
