//! What the guard answers: the claims of a rewrite that its entry does not carry.

use serde::{Deserialize, Serialize};
use vitae_text::TextRange;

/// The answer for one rewrite: ok when there is no reason against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Claims that the entry does not carry, in the order of the rewrite.
    pub reasons: Vec<Reason>,
}

impl Verdict {
    /// Whether the entry carries every claim.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.reasons.is_empty()
    }
}

/// A claim that the entry does not carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What kind of claim.
    pub what: What,
    /// Its words: bytes of the rewrite.
    pub range: TextRange,
    /// What it says, what the entry says, what to do: lower-case, no full stop.
    pub message: String,
}

/// Kinds of claims.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// A value that the entry does not give and that does not follow from it.
    Number,
    /// The value is there, in another unit or per another period.
    Unit,
    /// The digits are there, a thousand or a million times larger or smaller.
    Magnitude,
    /// The figure is there, of another thing or as another statistic.
    Metric,
    /// A technology that is not named in the entry.
    Technology,
    /// A company, customer, place or product that is not named in the entry.
    Employer,
    /// A job title or seniority that is not the entry's.
    Title,
    /// A date or duration that is not the entry's.
    Date,
    /// A degree or school.
    Degree,
    /// A certificate, standard or compliance.
    Certificate,
    /// More of a part in the work than the entry says.
    Ownership,
    /// A wider reach than the entry says.
    Scope,
    /// A result, effect or quality that the entry does not say.
    Outcome,
    /// Work that the entry does not name.
    Action,
    /// An order to a reader, or characters that hide text.
    Instruction,
}

impl What {
    /// Every kind, in the order of the table in the manual.
    pub const ALL: [Self; 15] = [
        Self::Number,
        Self::Unit,
        Self::Magnitude,
        Self::Metric,
        Self::Technology,
        Self::Employer,
        Self::Title,
        Self::Date,
        Self::Degree,
        Self::Certificate,
        Self::Ownership,
        Self::Scope,
        Self::Outcome,
        Self::Action,
        Self::Instruction,
    ];

    /// Its name in reports: `number`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Unit => "unit",
            Self::Magnitude => "magnitude",
            Self::Metric => "metric",
            Self::Technology => "technology",
            Self::Employer => "employer",
            Self::Title => "title",
            Self::Date => "date",
            Self::Degree => "degree",
            Self::Certificate => "certificate",
            Self::Ownership => "ownership",
            Self::Scope => "scope",
            Self::Outcome => "outcome",
            Self::Action => "action",
            Self::Instruction => "instruction",
        }
    }
}
