//! Profiles: how many points each rule can cost at each level. The weights are editorial.

use crate::profile_data::ProfileData;
use std::sync::OnceLock;
use vitae_facts::Level;
use vitae_lint::{ALL, Group, Rule, Status};
use vitae_text::SortedMap;

/// All points, in thousandths.
pub const FULL: u32 = 100_000;

/// A profile with its cap tables.
#[derive(Clone, Debug)]
pub struct Profile {
    name: String,
    caps: [SortedMap<&'static str, u32>; 5],
    gates: SortedMap<&'static str, u32>,
}

impl Profile {
    /// The profile `backend-1`.
    #[must_use]
    pub fn backend() -> &'static Self {
        static PROFILE: OnceLock<Profile> = OnceLock::new();
        PROFILE.get_or_init(|| {
            let blob = include_bytes!(concat!(env!("OUT_DIR"), "/backend-1.bin"));
            // The blob is made from checked data when the crate is built; a test holds that it reads.
            postcard::from_bytes(blob).map_or_else(|_| Self::empty(), |data| Self::new(&data))
        })
    }

    fn empty() -> Self {
        Self { name: String::new(), caps: Default::default(), gates: SortedMap::new() }
    }

    /// A profile from its data: each group's budget is shared out by impact, so that every level's
    /// caps sum to [`FULL`] exactly.
    #[must_use]
    pub fn new(data: &ProfileData) -> Self {
        let caps = Level::ALL.map(|level| caps_of(data, level));
        let gates = data.gates.iter().filter_map(|(code, points)| {
            vitae_lint::by_code(code).map(|rule| (rule.code, points * 1000))
        });
        Self { name: data.name.clone(), caps, gates: gates.collect() }
    }

    /// Its name with its number.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The most that a rule can cost at a level, in thousandths of a point.
    #[must_use]
    pub fn cap(&self, rule: &Rule, level: Level) -> u32 {
        self.caps[level as usize].get(rule.code).copied().unwrap_or(0)
    }

    /// The most that a resume can have while `rule` has a finding, in thousandths of a point.
    #[must_use]
    pub fn gate(&self, rule: &Rule) -> Option<u32> {
        self.gates.get(rule.code).copied()
    }
}

fn caps_of(data: &ProfileData, level: Level) -> SortedMap<&'static str, u32> {
    let mut caps = SortedMap::new();
    let Some(budgets) = data.budgets.get(level.name()) else { return caps };
    for group in Group::ALL {
        let budget = budgets.get(group.name()).copied().unwrap_or(0) * 1000;
        let impact = |rule: &Rule| {
            let impacts = data.impacts.get(rule.code).copied().unwrap_or_default();
            if rule.status == Status::Stable { impacts[level as usize] } else { 0 }
        };
        let rules: Vec<_> =
            ALL.iter().filter(|rule| rule.group == group && impact(rule) > 0).collect();
        let sum: u32 = rules.iter().map(|rule| impact(rule)).sum();
        // Cutting at running sums shares out the rounding, so that the parts sum to the budget.
        let mut before = 0;
        for rule in rules {
            let after = before + impact(rule);
            caps.insert(rule.code, budget * after / sum - budget * before / sum);
            before = after;
        }
    }
    caps
}
