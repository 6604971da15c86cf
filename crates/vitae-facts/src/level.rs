//! Career levels, and the one that a title claims.

mod career;
mod judge;
mod lines;
mod printed;
mod reading;
mod seniority;
mod support;

pub use seniority::{DimensionShown, Mismatch, Seniority};
pub(crate) use seniority::{Judged, seniority};

use serde::{Deserialize, Serialize};
use vitae_pack::{Dimension, Pack};
use vitae_text::{Token, TokenKind, fold_key, tokenize};

/// A career level of an engineer.
#[derive(
    Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// First years; given tasks, guided.
    Entry,
    /// Owns features and services in production.
    #[default]
    Mid,
    /// Designs with trade-offs, leads projects, mentors.
    Senior,
    /// Several teams follow the standard or plan.
    Staff,
    /// Direction for the company over years.
    Principal,
}

impl Level {
    /// All levels, rising.
    pub const ALL: [Self; 5] = [Self::Entry, Self::Mid, Self::Senior, Self::Staff, Self::Principal];

    /// The next level; none above principal.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// What this level is expected to show of `dimension`, as a phrase for after `would show`.
    #[must_use]
    pub fn expects(self, dimension: Dimension, pack: &Pack) -> &'static str {
        use vitae_pack::Level as Known;
        let known = [Known::Entry, Known::Mid, Known::Senior, Known::Staff, Known::Principal]
            [self as usize];
        pack.expected(known, dimension)
    }

    /// Name as in options and profiles.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Mid => "mid",
            Self::Senior => "senior",
            Self::Staff => "staff",
            Self::Principal => "principal",
        }
    }
}

/// The level that a title claims: the highest of its words, except that an intern is one whatever
/// stands beside. None for a neutral title. Years never count.
#[must_use]
pub fn claimed_level(title: &str, pack: &Pack) -> Option<Level> {
    let tokens = tokenize(title);
    let mut claimed = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(found) = pack.title_word(&tokens[at..]) else {
            claimed = claimed.max(grade(title, &tokens, at));
            at += 1;
            continue;
        };
        let level = found.value.level.map(level_of);
        if level == Some(Level::Entry) {
            return level;
        }
        // "Member of Technical Staff" is a title, not the level above senior.
        let plain_staff =
            level == Some(Level::Staff) && at > 0 && tokens[at - 1].key == fold_key("technical");
        if !plain_staff {
            claimed = claimed.max(level).max(grade(title, &tokens, at));
        }
        at += found.tokens;
    }
    claimed
}

/// A grade behind the title: `Engineer 2`, `SDE-3`.
fn grade(title: &str, tokens: &[Token], at: usize) -> Option<Level> {
    if tokens[at].kind != TokenKind::Number || at == 0 || at + 1 < tokens.len() {
        return None;
    }
    match tokens[at].range.of(title) {
        "1" => Some(Level::Entry),
        "2" => Some(Level::Mid),
        "3" => Some(Level::Senior),
        "4" => Some(Level::Staff),
        _ => None,
    }
}

fn level_of(level: vitae_pack::Level) -> Level {
    match level {
        vitae_pack::Level::Entry => Level::Entry,
        vitae_pack::Level::Mid => Level::Mid,
        vitae_pack::Level::Senior => Level::Senior,
        vitae_pack::Level::Staff => Level::Staff,
        vitae_pack::Level::Principal => Level::Principal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_claim_what_their_words_say() {
        let cases = [
            ("Senior Backend Engineer", Some(Level::Senior)),
            ("Software Engineer II", Some(Level::Mid)),
            ("SDE-3", Some(Level::Senior)),
            ("Backend Engineer", None),
            ("Staff Engineer, Payments", Some(Level::Staff)),
            ("Member of Technical Staff", None),
            ("Senior Member of Technical Staff", Some(Level::Senior)),
            ("Senior Intern", Some(Level::Entry)),
            ("Software Engineering Intern", Some(Level::Entry)),
            ("Principal Engineer", Some(Level::Principal)),
            ("", None),
        ];
        for (title, level) in cases {
            assert_eq!(claimed_level(title, Pack::builtin()), level, "{title}");
        }
    }
}
