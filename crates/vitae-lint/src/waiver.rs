//! Bullets of which no figures are asked: because a comment says so, or because the settings name their
//! text. Bullets go in, the waived ones come out; rules that ask for figures do not see these.

use crate::directive::{Ask, Directive};
use crate::{Group, Rule};
use vitae_facts::Bullet;
use vitae_text::TextRange;

/// A waiver in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Words that the bullet holds.
    pub text: String,
    /// Why its figures stay out.
    pub reason: String,
}

impl Waiver {
    /// Whether it means a bullet with this text.
    #[must_use]
    pub fn is_for(&self, text: &str) -> bool {
        spaced(text).contains(&spaced(&self.text))
    }
}

/// A bullet of which no figures are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    /// Index of the bullet.
    pub bullet: usize,
    /// Where it stands.
    pub range: TextRange,
    /// Why.
    pub reason: String,
    /// The settings say so, not a comment.
    pub by_settings: bool,
}

/// The bullets that are waived.
pub(crate) fn waived(
    bullets: &[Bullet],
    directives: &[Directive],
    waivers: &[Waiver],
) -> Vec<Waived> {
    let mut waived = Vec::new();
    if directives.is_empty() && waivers.is_empty() {
        return waived;
    }
    let figures: Vec<&Directive> =
        directives.iter().filter(|directive| directive.ask == Ask::NoFigures).collect();
    for (index, bullet) in bullets.iter().enumerate() {
        let comment = figures.iter().find(|directive| directive.is_about(bullet.range));
        let settings = waivers.iter().find(|waiver| waiver.is_for(bullet.text.as_str()));
        let reason = match (comment, settings) {
            (Some(directive), _) => &directive.reason,
            (None, Some(waiver)) => &waiver.reason,
            (None, None) => continue,
        };
        waived.push(Waived {
            bullet: index,
            range: bullet.range,
            reason: reason.clone(),
            by_settings: comment.is_none(),
        });
    }
    waived
}

/// How words are wrapped and spaced is no difference.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a rule asks for figures or judges those that are there.
pub(crate) fn asks_for_figures(rule: &Rule) -> bool {
    rule.group == Group::Metrics || matches!(rule.code, "BAK004" | "BAK017")
}
