//! A summary made of what the resume itself shows: its facts come in, a line for the level with slots
//! for what it lacks goes out.

use super::draft::{Ask, Draft, Form, Slot};
use super::words::joined;
use vitae_facts::Level;

/// What the resume says of the person, each as it is written there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryFacts {
    /// Current or newest title.
    pub title: String,
    /// Whole years of work; 0 for less than two, or unknown.
    pub years: u32,
    /// Technologies that bullets show in use, best proof first.
    pub technologies: Vec<String>,
    /// The line that proves most: an outcome or a figure.
    pub best: Option<String>,
}

/// A summary for `level`; none where not even a title is known.
#[must_use]
pub fn rewrite_summary(facts: &SummaryFacts, level: Level) -> Option<Draft> {
    let title = facts.title.trim();
    if title.is_empty() {
        return None;
    }
    let mut draft = Draft::default();
    draft.words(title);
    if facts.years >= 2 {
        draft.words(format!("with {} years of experience", facts.years));
    }
    draft.ask(field(level));
    // Not "years in Python": how long with which tool, the resume does not say.
    let tools: Vec<&str> = facts.technologies.iter().take(3).map(String::as_str).collect();
    if !tools.is_empty() {
        draft.words(format!(", using {}", joined(&tools)));
    }
    draft.words(".");
    match &facts.best {
        Some(best) => draft.words(format!("{}.", best.trim_end_matches('.'))),
        None => draft.ask(slot("", "the piece of work you would show first", "which piece of work would you show first? one sentence: what you did, and what it changed", "Cut the nightly import from 6 h to 40 min")).words("."),
    };
    draft.ask(closing(level)).words(".");
    Some(draft)
}

fn slot(lead: &str, label: &str, ask: &str, example: &str) -> Ask {
    Ask::one(
        lead,
        Slot {
            label: label.into(),
            ask: ask.into(),
            example: example.into(),
            form: Form::Words,
            unit: String::new(),
            required: false,
        },
    )
}

/// What the work is about.
fn field(level: Level) -> Ask {
    let (label, ask) = match level {
        Level::Entry => (
            "kind of systems",
            "which kind of systems do you want to be asked about: APIs, data, payments?",
        ),
        Level::Mid => {
            ("systems you run", "which systems do you build and run: payments, search, bookings?")
        }
        Level::Senior => {
            ("systems you design", "which systems do you design: payments, search, bookings?")
        }
        Level::Staff | Level::Principal => (
            "area that follows your plans",
            "which area follows your plans: storage, identity, billing?",
        ),
    };
    slot(", on", label, ask, "payment and refund services")
}

/// The last sentence: what this level is asked for.
fn closing(level: Level) -> Ask {
    let (label, ask, example) = match level {
        Level::Entry => (
            "what you shipped that somebody uses",
            "what have you shipped that somebody uses, in work, study or a project?",
            "Runs a timetable bot that 300 students use",
        ),
        Level::Mid => (
            "what you answer for in production",
            "what do you answer for in production?",
            "On call for four services",
        ),
        Level::Senior => (
            "a decision of yours that held",
            "which decision of yours held, and what was the other option?",
            "Chose one ledger over three stores",
        ),
        Level::Staff => (
            "how many teams, and what they do by it",
            "how many teams work by something you set, and what is it?",
            "Six teams deploy by the template",
        ),
        Level::Principal => (
            "what the company decided because of you",
            "what did the company decide, end or pay for because of you?",
            "Had the second data centre closed",
        ),
    };
    slot("", label, ask, example)
}
