//! The checklist of a role before a resume is sent, ticked by what was found: a resume with its
//! findings comes in; each item with its lines, or the gap and the next step, goes out.

use crate::claim::Material;
use crate::entry::Item;
use crate::fact::{self, Answer};
use crate::quote::Quote;
use serde::Serialize;
use vitae_facts::Level;
use vitae_lint::{Finding, Outcome};

/// Places that an item shows.
const MOST_LINES: usize = 3;

/// How an item stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It holds.
    Done,
    /// It does not.
    Open,
    /// Only the person can tell.
    Ask,
}

/// An item with what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// Its name in the guide.
    pub id: String,
    /// What must be true.
    pub text: String,
    /// How it stands.
    pub state: State,
    /// What was found, or what is missing.
    pub found: String,
    /// Where.
    pub lines: Vec<Quote>,
    /// Why it counts.
    pub why: String,
    /// What to do next; empty when it holds.
    pub next: String,
    /// Rules that look for it.
    pub rules: Vec<String>,
    /// Where the item comes from.
    pub source: String,
}

/// How many items stand how.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
    /// Items that hold.
    pub done: usize,
    /// Items that do not.
    pub open: usize,
    /// Items that only the person can tell.
    pub ask: usize,
}

/// A checklist, ticked.
#[derive(Clone, Debug, Serialize)]
pub struct Checklist {
    /// The file as it was named; none for a pipe.
    pub file: Option<String>,
    /// Title of the role.
    pub role: String,
    /// The level it is for.
    pub level: Level,
    /// Why nothing could be ticked; none when the file could be read.
    pub unreadable: Option<String>,
    /// How many items stand how.
    pub sums: Sums,
    /// The items: open ones first, then those to ask, then those that hold; else as in the guide.
    pub items: Vec<Tick>,
}

impl Checklist {
    /// Ticks the items of the role that are for the level of the resume. `unreadable` says why its
    /// text cannot be judged.
    #[must_use]
    pub fn new(material: &Material<'_>, file: Option<&str>, unreadable: Option<&str>) -> Self {
        let level = material.context.level;
        let asked = material.guide.lists.items.iter();
        let asked = asked.filter(|item| item.levels.is_empty() || item.levels.contains(&level));
        let mut items: Vec<Tick> = asked.map(|item| tick(item, material, unreadable)).collect();
        items.sort_by_key(|item| match item.state {
            State::Open => 0,
            State::Ask => 1,
            State::Done => 2,
        });
        let count = |state| items.iter().filter(|item| item.state == state).count();
        let sums =
            Sums { done: count(State::Done), open: count(State::Open), ask: count(State::Ask) };
        Self {
            file: file.map(str::to_owned),
            role: material.guide.about.title.clone(),
            level,
            unreadable: unreadable.map(str::to_owned),
            sums,
            items,
        }
    }
}

fn tick(item: &Item, material: &Material<'_>, unreadable: Option<&str>) -> Tick {
    let found = findings(item, material);
    let answer = match (found.as_slice(), item.fact) {
        // What could not be read is not missing.
        ([], _) if unreadable.is_some() => {
            Answer::ask("the text of the file could not be read, so nothing is known of it")
        }
        ([], Some(fact)) => fact::answer(fact, &item.of, material),
        ([], None) => Answer { state: State::Done, found: silent(&item.rules), lines: Vec::new() },
        ([first, more @ ..], fact) => {
            let answer = fact.map(|fact| fact::answer(fact, &item.of, material));
            let told = open(first, more, material);
            match answer.filter(|it| it.state == State::Open && unreadable.is_none()) {
                Some(gap) if gap.lines.is_empty() => Answer { lines: told.lines, ..gap },
                Some(gap) => gap,
                None => told,
            }
        }
    };
    let done = answer.state == State::Done;
    Tick {
        id: item.id.clone(),
        text: item.text.clone(),
        state: answer.state,
        found: answer.found,
        lines: answer.lines,
        why: item.why.clone(),
        next: if done { String::new() } else { item.mend.clone() },
        rules: item.rules.clone(),
        source: item.source.clone(),
    }
}

/// Findings of the item's rules that no comment hides.
fn findings<'a>(item: &Item, material: &Material<'a>) -> Vec<&'a Finding> {
    let asked = |outcome: &&Outcome| item.rules.iter().any(|code| code == outcome.rule.code);
    let found = material.outcomes.iter().filter(asked).flat_map(|outcome| &outcome.findings);
    found.filter(|it| !material.context.directives.iter().any(|hider| hider.hides(it))).collect()
}

fn open(first: &Finding, more: &[&Finding], material: &Material<'_>) -> Answer {
    let found = match more.len() {
        0 => first.message.clone(),
        1 => format!("{}; 1 more finding", first.message),
        others => format!("{}; {others} more findings", first.message),
    };
    let mut lines: Vec<Quote> = Vec::new();
    for finding in std::iter::once(&first).chain(more) {
        if let Some(quote) = Quote::finding(finding.range, material.context)
            && lines.len() < MOST_LINES
            && !lines.contains(&quote)
        {
            lines.push(quote);
        }
    }
    Answer { state: State::Open, found, lines }
}

/// What is said where rules have nothing to say.
fn silent(rules: &[String]) -> String {
    let codes: Vec<String> = rules.iter().map(|code| format!("`{code}`")).collect();
    format!("nothing to mend by {}", codes.join(", "))
}
