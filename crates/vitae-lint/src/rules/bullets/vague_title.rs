//! Titles that name no field.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Position;

const RECENT_ROLES: usize = 2;

/// What remains of a vague title without its rank.
const VAGUE: [&str; 12] = [
    "engineer",
    "developer",
    "consultant",
    "member",
    "associate",
    "analyst",
    "specialist",
    "programmer",
    "coder",
    "technologist",
    "member of technical staff",
    "professional",
];
/// Ranks, which say nothing of the field.
const RANKS: [&str; 14] = [
    "senior",
    "sr",
    "junior",
    "jr",
    "lead",
    "mid",
    "i",
    "ii",
    "iii",
    "1",
    "2",
    "3",
    "graduate",
    "associate",
];

rule! {
    /// # What it does
    /// Looks for recent titles such as `Engineer`, `Consultant` or `Member of Technical Staff` that
    /// say nothing of the field.
    ///
    /// # Why it matters
    /// Recruiters search titles. A title of one general word is found by nobody who looks for a
    /// backend engineer.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Engineer (Backend, Java), Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When the summary under your name says what you are. Never give a role a title that you did not
    /// hold: add the field in brackets.
    ///
    /// # Source
    /// S2 names vague titles among the reasons for rejection; applicant systems search titles.
    EXP013 = "vague-title" {
        group: Bullets,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["E20"],
        check: Position(check),
    }
}

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let Some(place) = position.title.filter(|_| position.work < RECENT_ROLES) else { return };
    let title = context.text(place);
    let lower = title.to_lowercase();
    let words = lower.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    let rest: Vec<&str> = words.filter(|word| !RANKS.contains(word)).collect();
    if VAGUE.contains(&rest.join(" ").as_str()) {
        sink.at(
            place,
            format!("`{title}` names no field"),
            "keep the title you held and add what you did in brackets: `(backend, Java)`",
        )
        .fix(Fix::ask("add the field in brackets", &["field or main stack"]));
    }
}
