//! Profiles: how many points each rule can cost at each level. The weights are editorial.

use crate::profile_data::ProfileData;
use std::sync::OnceLock;
use vitae_facts::Level;
use vitae_lint::{ALL, Group, Rule, Status};

/// All points, in thousandths.
pub const FULL: u32 = 100_000;

/// A profile with its cap tables.
#[derive(Clone, Debug)]
pub struct Profile {
    name: String,
    /// In the order of [`ALL`].
    rows: Vec<Row>,
}

/// What a rule weighs, found once so that scoring compares no codes.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Row {
    /// The most that it can cost, by level.
    pub(crate) caps: [u32; 5],
    /// The most that a resume can have while it has a finding.
    pub(crate) gate: Option<u32>,
    /// Index in [`ALL`] of the rule whose proof it stands on.
    pub(crate) base: Option<usize>,
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
        Self { name: String::new(), rows: vec![Row::default(); ALL.len()] }
    }

    /// A profile from its data: each group's budget is shared out by impact, so that every level's
    /// caps sum to [`FULL`] exactly.
    #[must_use]
    pub fn new(data: &ProfileData) -> Self {
        let base = |rule: &Rule| rule.stands_on.and_then(index_of);
        let row = |rule: &&'static Rule| Row { base: base(rule), ..Row::default() };
        let mut rows: Vec<Row> = ALL.iter().map(row).collect();
        for level in Level::ALL {
            share_out(data, level, &mut rows);
        }
        for (code, points) in data.gates.iter() {
            if let Some(index) = vitae_lint::by_code(code).and_then(|rule| index_of(rule.code)) {
                rows[index].gate = Some(points * 1000);
            }
        }
        Self { name: data.name.clone(), rows }
    }

    /// Its name with its number.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The most that a rule can cost at a level, in thousandths of a point.
    #[must_use]
    pub fn cap(&self, rule: &Rule, level: Level) -> u32 {
        index_of(rule.code).map_or(0, |index| self.rows[index].caps[level as usize])
    }

    /// What the rules weigh, in the order of [`ALL`].
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }
}

/// Where in [`ALL`] the rule with this code stands.
pub(crate) fn index_of(code: &str) -> Option<usize> {
    ALL.iter().position(|rule| rule.code == code)
}

/// Shares out the budgets of a level.
fn share_out(data: &ProfileData, level: Level, rows: &mut [Row]) {
    let Some(budgets) = data.budgets.get(level.name()) else { return };
    for group in Group::ALL {
        let budget = budgets.get(group.name()).copied().unwrap_or(0) * 1000;
        let impact = |rule: &Rule| {
            let impacts = data.impacts.get(rule.code).copied().unwrap_or_default();
            if rule.status == Status::Stable { impacts[level as usize] } else { 0 }
        };
        let rules: Vec<(usize, u32)> = ALL
            .iter()
            .enumerate()
            .filter(|(_, rule)| rule.group == group)
            .map(|(index, rule)| (index, impact(rule)))
            .filter(|(_, impact)| *impact > 0)
            .collect();
        let sum: u32 = rules.iter().map(|(_, impact)| impact).sum();
        // Cutting at running sums shares out the rounding, so that the parts sum to the budget.
        let mut before = 0;
        for (index, impact) in rules {
            let after = before + impact;
            rows[index].caps[level as usize] = budget * after / sum - budget * before / sum;
            before = after;
        }
    }
}
