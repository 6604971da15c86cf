//! Career levels, and the one that a title claims.

use serde::{Deserialize, Serialize};

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
    pub const ALL: [Self; 5] =
        [Self::Entry, Self::Mid, Self::Senior, Self::Staff, Self::Principal];

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
