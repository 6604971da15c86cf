//! One finding: which rule, where, what was seen, what to do.

use crate::{Fix, Rule};
use vitae_text::TextRange;

/// What a rule has to say about one place.
#[derive(Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Where, in the document's text; empty at 0 when it concerns the file or something absent.
    pub range: TextRange,
    /// Further places that belong to it.
    pub also: Vec<TextRange>,
    /// What was seen: lower case, no full stop, the evidence in backticks.
    pub message: String,
    /// What to do: an order.
    pub help: String,
    /// How to fix it, where that can be said in edits or questions.
    pub fix: Option<Fix>,
    /// Findings with the same unit are one defect: the same bullet twice costs once.
    pub unit: u64,
}
