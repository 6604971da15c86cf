//! Lines that carry value when terms are discussed: what they are, how to say them, and what to bring
//! as evidence. A resume comes in; lines with words to fill in go out, and never a salary.

use crate::claim::{Material, claims};
use crate::probe::Asset;
use crate::quote::Quote;
use serde::Serialize;
use vitae_facts::Level;

/// Lines of one kind.
const MOST_LINES: usize = 3;

/// Lines of one kind of value.
#[derive(Clone, Debug, Serialize)]
pub struct Value {
    /// Its name in the guide.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Why it counts.
    pub why: String,
    /// The lines, the strongest first.
    pub lines: Vec<Quote>,
    /// A way to say it, with slots for what only the person knows.
    pub say: String,
    /// What to have at hand as evidence.
    pub bring: Vec<String>,
    /// Where the entry comes from.
    pub source: String,
}

/// A kind of value that the page shows nothing of.
#[derive(Clone, Debug, Serialize)]
pub struct Missing {
    /// Its name in the guide.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What to look for.
    pub look: String,
}

/// What a resume brings to a discussion of terms.
#[derive(Clone, Debug, Serialize)]
pub struct Negotiation {
    /// The file as it was named; none for a pipe.
    pub file: Option<String>,
    /// Title of the role.
    pub role: String,
    /// The level that is discussed.
    pub level: Level,
    /// Why nothing could be said; none when the file could be read.
    pub unreadable: Option<String>,
    /// Kinds of value with their lines, in the order of the guide.
    pub values: Vec<Value>,
    /// Kinds of value that the page shows nothing of.
    pub missing: Vec<Missing>,
}

impl Negotiation {
    /// What a resume brings. `unreadable` says why its text cannot be judged; then nothing is said.
    #[must_use]
    pub fn new(material: &Material<'_>, file: Option<&str>, unreadable: Option<&str>) -> Self {
        let level = material.context.level;
        let (mut values, mut missing) = (Vec::new(), Vec::new());
        let fits = |asset: &&Asset| asset.levels.is_empty() || asset.levels.contains(&level);
        let asked = material.guide.lists.assets.iter().filter(fits);
        for asset in asked.filter(|_| unreadable.is_none()) {
            match value(asset, material) {
                Some(value) => values.push(value),
                None => missing.push(Missing {
                    id: asset.id.clone(),
                    name: asset.name.clone(),
                    look: asset.look.clone(),
                }),
            }
        }
        Self {
            file: file.map(str::to_owned),
            role: material.guide.about.title.clone(),
            level,
            unreadable: unreadable.map(str::to_owned),
            values,
            missing,
        }
    }
}

fn value(asset: &Asset, material: &Material<'_>) -> Option<Value> {
    let found = claims(&asset.when, &asset.or, material);
    let say = found.iter().find_map(|claim| claim.fill(&asset.say.shown()))?;
    let mut lines: Vec<Quote> = Vec::new();
    for quote in found.into_iter().filter_map(|claim| claim.quote) {
        if lines.len() < MOST_LINES && !lines.contains(&quote) {
            lines.push(quote);
        }
    }
    Some(Value {
        id: asset.id.clone(),
        name: asset.name.clone(),
        why: asset.why.clone(),
        lines,
        say,
        bring: asset.bring.clone(),
        source: asset.source.clone(),
    })
}
