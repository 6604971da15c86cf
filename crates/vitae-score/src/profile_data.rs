//! A profile as it stands in its file; shared with the build script.

use serde::{Deserialize, Serialize};
use vitae_text::SortedMap;

/// The weights of a score.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileData {
    /// Its name with its number: `backend-1`.
    pub name: String,
    /// Points of each group, by level; each level sums to 100.
    pub budgets: SortedMap<String, SortedMap<String, u32>>,
    /// Impact of each rule (10, 7, 3 or 1, 0 for none), one for each level from entry to principal.
    pub impacts: SortedMap<String, [u32; 5]>,
    /// The most points that a resume can have while the rule has a finding.
    pub gates: SortedMap<String, u32>,
}
