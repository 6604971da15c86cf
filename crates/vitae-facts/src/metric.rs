//! Figures that size work or its result, and numbers that do not.

use serde::{Deserialize, Serialize};
use vitae_text::TextRange;

/// What a figure measures.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum MetricKind {
    /// A share: `40%`, `99.95 %`, `half`.
    Percent,
    /// Money: `$3M`, `9,500 USD`.
    Money,
    /// A duration: `180 ms`, `two weeks`.
    Time,
    /// Something per time: `4,200 requests/s`, `once a week`.
    Rate,
    /// Data: `6 TB`, `2 GB`.
    Size,
    /// A count of things: `37 services`, `eight teams`.
    Count,
    /// A factor: `3x`, `doubled`.
    Multiplier,
}

/// One figure. Ranges are bytes of the text it was found in.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// Number with its unit, as written; for a change from `from` to `to` all of it.
    pub range: TextRange,
    /// What it measures.
    pub kind: MetricKind,
    /// The value in thousandths of `unit` (integer, so that every platform agrees); for a change,
    /// the new value. Saturates.
    pub milli: i64,
    /// Unit in canonical form: `%`, `ms`, `s`, `GB`, `USD`, `req/s`, `service`; empty for a bare
    /// count.
    pub unit: String,
    /// Old and new value as written, for a change.
    pub change: Option<(TextRange, TextRange)>,
}
