//! Fixes: edits of the text, how far they may be trusted, and holes that only the person can fill.

use serde::{Deserialize, Serialize};
use vitae_text::TextRange;

/// How far a fix may be trusted. Rising.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// To look at; never applied.
    Display,
    /// Applied only on request: it may change what is said.
    Unsafe,
    /// Applied by `--fix`: it never changes what is said.
    Safe,
}

/// Replaces a range of the document's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edit {
    /// What is replaced; bytes of the document's text.
    pub range: TextRange,
    /// What stands there afterwards.
    pub replacement: String,
}

/// A fact that only the person has, asked for and never invented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// What is asked, as it stands in the text between `‹` and `›`: `p99 before`.
    pub ask: String,
}

/// A fix of one finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fix {
    /// What it does, as an order.
    pub title: String,
    /// Edits that do not overlap, by start.
    pub edits: Vec<Edit>,
    /// How far it may be trusted.
    pub applicability: Applicability,
    /// What it asks for. A fix that asks is always [`Applicability::Display`].
    pub slots: Vec<Slot>,
}

impl Fix {
    /// One edit that never changes what is said.
    #[must_use]
    pub fn safe(
        title: impl Into<String>,
        range: TextRange,
        replacement: impl Into<String>,
    ) -> Self {
        Self {
            title: title.into(),
            edits: vec![Edit { range, replacement: replacement.into() }],
            applicability: Applicability::Safe,
            slots: Vec::new(),
        }
    }

    /// One edit that may change what is said.
    #[must_use]
    pub fn risky(
        title: impl Into<String>,
        range: TextRange,
        replacement: impl Into<String>,
    ) -> Self {
        Self { applicability: Applicability::Unsafe, ..Self::safe(title, range, replacement) }
    }

    /// A question to the person, with the holes it has.
    #[must_use]
    pub fn ask(title: impl Into<String>, slots: &[&str]) -> Self {
        Self {
            title: title.into(),
            edits: Vec::new(),
            applicability: Applicability::Display,
            slots: slots.iter().map(|ask| Slot { ask: (*ask).to_owned() }).collect(),
        }
    }
}
