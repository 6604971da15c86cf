//! How every known check ends here: as a rule, as a part of one, as a guard that a test holds, as a
//! written refusal, or not yet. The table `catalogue.toml` and the rules' `covers` go in, rows come
//! out.

use crate::ALL;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One check that is known of resumes.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Letter of its group and two digits: `A07`.
    pub row: String,
    /// What is wrong with the resume, in a few words.
    pub title: String,
    /// Who makes the check, by short names; `S0` to `S4` are the role guides.
    pub from: String,
    /// What it is about.
    pub group: String,
    /// How it ends.
    #[serde(flatten)]
    pub ends: Ending,
}

/// How a check ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "ends")]
pub enum Ending {
    /// Rules of their own.
    Rule {
        /// Their codes.
        rules: Vec<&'static str>,
    },
    /// One of the things that these rules say.
    Part {
        /// Their codes.
        rules: Vec<&'static str>,
    },
    /// A property of the engine.
    Guard {
        /// The test that holds it.
        test: String,
    },
    /// No check of ours.
    Refused {
        /// Why.
        reason: String,
    },
    /// Not built yet.
    Awaits {
        /// The verb that brings it.
        verb: String,
    },
    /// Forgotten; a test allows none.
    Open,
}

impl Ending {
    /// Names of the endings, in the order of the counts.
    pub const NAMES: [&'static str; 6] =
        ["rule", "part", "guard", "refused", "not built yet", "open"];

    /// Its place in [`Ending::NAMES`].
    #[must_use]
    pub fn index(&self) -> usize {
        match self {
            Self::Rule { .. } => 0,
            Self::Part { .. } => 1,
            Self::Guard { .. } => 2,
            Self::Refused { .. } => 3,
            Self::Awaits { .. } => 4,
            Self::Open => 5,
        }
    }

    /// What it says of the row, for people.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Rule { rules } => rules.join(", "),
            Self::Part { rules } => format!("part of {}", rules.join(", ")),
            Self::Guard { test } => format!("guard: {test}"),
            Self::Refused { reason } => format!("refused: {reason}"),
            Self::Awaits { verb } => format!("not built yet: comes with `vitae {verb}`"),
            Self::Open => "open".to_owned(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    title: String,
    from: String,
    guard: Option<String>,
    refused: Option<String>,
    awaits: Option<String>,
}

const TABLE: &str = include_str!("../catalogue.toml");

/// All rows, by id.
///
/// # Errors
/// A mistake in the table; a test reads it, so that a build that passed has none.
pub fn rows() -> Result<Vec<Row>, String> {
    type Groups = BTreeMap<String, BTreeMap<String, Entry>>;
    let groups: Groups = toml::from_str(TABLE).map_err(|error| error.to_string())?;
    let mut rows: Vec<Row> = Vec::new();
    for (group, entries) in groups {
        for (row, entry) in entries {
            let ends = ending(&row, &entry);
            let Entry { title, from, .. } = entry;
            rows.push(Row { row, title, from, group: group.clone(), ends });
        }
    }
    rows.sort_by(|a, b| a.row.cmp(&b.row));
    Ok(rows)
}

/// The rules come first: a row that one covers needs no other word.
fn ending(row: &str, entry: &Entry) -> Ending {
    let covering = |first: bool| -> Vec<&'static str> {
        let names = |rule: &&&crate::Rule| {
            let at = rule.covers.iter().position(|covered| *covered == row);
            at.is_some_and(|at| (at == 0) == first)
        };
        ALL.iter().filter(names).map(|rule| rule.code).collect()
    };
    let (own, parts) = (covering(true), covering(false));
    if !own.is_empty() {
        return Ending::Rule { rules: own };
    }
    if !parts.is_empty() {
        return Ending::Part { rules: parts };
    }
    let given = [
        entry.guard.clone().map(|test| Ending::Guard { test }),
        entry.refused.clone().map(|reason| Ending::Refused { reason }),
        entry.awaits.clone().map(|verb| Ending::Awaits { verb }),
    ];
    given.into_iter().flatten().next().unwrap_or(Ending::Open)
}
