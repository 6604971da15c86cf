//! Roles at the same time.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;

/// A few months are a handover or a date rounded to the month.
const MOST_MONTHS: u32 = 3;

rule! {
    /// # What it does
    /// Shows two roles that overlap by more than three months, unless one of them says that it is
    /// part-time, freelance or advisory, or both are at one employer. It never costs points.
    ///
    /// # Why it matters
    /// Two jobs at once are common. A slip in a date looks the same, so it is worth a look.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Junior Developer, Cedar Freight Labs (Jan 2019 – Dec 2021)
    ///
    /// - Moved address data to PostgreSQL without downtime
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Junior Developer, Cedar Freight Labs (Jan 2019 – Feb 2021)
    ///
    /// - Moved address data to PostgreSQL without downtime
    /// ```
    ///
    /// # When to ignore it
    /// When both jobs were real: this is information only.
    ///
    /// # Source
    /// Editorial.
    CHR009 = "overlap" {
        group: Chronology,
        severity: Info,
        curve: Defects,
        stands_on: "CHR001",
        fix: None,
        covers: ["D08", "D09"],
        check: Resume(check),
    }
}

/// Words of work that leaves room for other work.
const BESIDE: [&str; 12] = [
    "part-time",
    "part time",
    "freelance",
    "freelancer",
    "contract",
    "contractor",
    "consultant",
    "consulting",
    "advisor",
    "self-employed",
    "werkstudent",
    "intern",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let positions = &context.facts.positions;
    for (one, other, months) in &context.facts.timeline.overlaps {
        let (Some(one), Some(other)) = (positions.get(*one), positions.get(*other)) else {
            continue;
        };
        let same = employer(context, one) == employer(context, other);
        if *months <= MOST_MONTHS || same || is_beside(context, one) || is_beside(context, other) {
            continue;
        }
        let name = |position: &Position| {
            context.text(position.title.or(position.employer).unwrap_or_default()).to_owned()
        };
        sink.at(
            other.dates.unwrap_or(other.range),
            format!(
                "`{}` and `{}` overlap by {months} months (shown from {MOST_MONTHS} on)",
                name(one),
                name(other)
            ),
            "check the dates, or say that one was part-time; it costs no points",
        )
        .also(one.dates);
    }
}

fn employer(context: &Context<'_>, position: &Position) -> Option<String> {
    let name = &context.resume().work.get(position.work)?.name;
    Some(name.to_lowercase())
}

/// Whether the head of the role says that there was room for another one.
fn is_beside(context: &Context<'_>, position: &Position) -> bool {
    let Some(work) = context.resume().work.get(position.work) else { return false };
    let head = format!("{} {}", work.position, work.name).to_lowercase();
    BESIDE.iter().any(|word| head.contains(word))
}
