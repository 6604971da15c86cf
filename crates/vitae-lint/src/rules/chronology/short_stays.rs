//! Three short roles in a row.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;

rule! {
    /// # What it does
    /// Looks for three roles in a row that each ended within a year. Contracts, freelance work and
    /// internships are left alone. It is off unless it is asked for: the reasons are yours.
    ///
    /// # Why it matters
    /// Some readers ask about it; an answer in the resume spares the question.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2024 – Nov 2024)
    ///
    /// - Rebuilt the parcel router in Java
    ///
    /// ### Backend Engineer, Cedar Freight Labs (Aug 2023 – Feb 2024)
    ///
    /// - Moved address data to PostgreSQL
    ///
    /// ### Backend Engineer, Quarry Rail Data (Jan 2023 – Jul 2023)
    ///
    /// - Cached label templates in Redis
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer (contract), Harbor Parcel Systems (Mar 2024 – Nov 2024)
    ///
    /// - Rebuilt the parcel router in Java
    ///
    /// ### Backend Engineer (contract), Cedar Freight Labs (Aug 2023 – Feb 2024)
    ///
    /// - Moved address data to PostgreSQL
    ///
    /// ### Backend Engineer (contract), Quarry Rail Data (Jan 2023 – Jul 2023)
    ///
    /// - Cached label templates in Redis
    /// ```
    ///
    /// # When to ignore it
    /// Whenever you like; it never costs a point.
    ///
    /// # Source
    /// Editorial.
    CHR011 = "short-stays" {
        group: Chronology,
        severity: Info,
        curve: Binary,
        stands_on: "CHR001",
        fix: None,
        covers: ["D13"],
        check: Resume(check),
        status: Optional,
    }
}

const IN_A_ROW: usize = 3;
const MONTHS: i32 = 12;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut row: Vec<&Position> = Vec::new();
    for position in &context.facts.positions {
        if is_short(position) && !is_for_a_time(context, position) {
            row.push(position);
        } else {
            row.clear();
        }
        if row.len() == IN_A_ROW {
            sink.at(
                row[0].dates.unwrap_or_default(),
                format!("{IN_A_ROW} roles in a row ended within {MONTHS} months"),
                "say why where it explains itself: `(contract)`, `(company closed)`",
            )
            .also(row[1..].iter().filter_map(|position| position.dates));
        }
    }
}

fn is_short(position: &Position) -> bool {
    let (Some(start), Some(end)) = (position.start, position.end) else { return false };
    let months = end.last_month().0 - start.first_month().0 + 1;
    start.month.is_some() && end.month.is_some() && months < MONTHS
}

/// Work that was meant to end.
fn is_for_a_time(context: &Context<'_>, position: &Position) -> bool {
    let Some(work) = context.resume().work.get(position.work) else { return false };
    let words = format!("{} {}", work.position, work.name).to_lowercase();
    ["contract", "freelance", "intern", "trainee", "temporary", "werkstudent", "co-op", "consult"]
        .iter()
        .any(|word| words.contains(word))
}
