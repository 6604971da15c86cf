//! Titles that do not fit the years of work.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;

/// Six years. Source: S4.
const MONTHS: u32 = 72;

rule! {
    /// # What it does
    /// Looks for a principal or staff title after less than six dated years of work, and for a junior
    /// title after more than six.
    ///
    /// # Why it matters
    /// The first may be read as a title of a small firm, the second as a career that stands still. A
    /// line that explains it helps.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Principal Engineer, Harbor Parcel Systems (Mar 2023 – Present)
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
    /// ### Senior Engineer, Harbor Parcel Systems (Mar 2023 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// For founders and small firms, and where earlier roles were left out. Never change a title that
    /// you held.
    ///
    /// # Source
    /// S4's years by level; firms differ.
    SEN008 = "title-beyond-years" {
        group: Seniority,
        severity: Info,
        curve: Binary,
        stands_on: "CHR001",
        fix: None,
        covers: ["I08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let months = context.facts.timeline.months_worked;
    let dated = context.facts.positions.iter().all(|position| position.start.is_some());
    let (Some(claimed), Some(newest)) = (context.facts.claimed, context.newest()) else { return };
    let Some(place) = newest.title.filter(|_| dated && months > 0) else { return };
    let title = context.text(place);
    let founder = title.to_lowercase().contains("found");
    let early = claimed >= Level::Staff && months < MONTHS && !founder;
    let late =
        claimed == Level::Entry && months > MONTHS && title.to_lowercase().contains("junior");
    if !early && !late {
        return;
    }
    let years = months / 12;
    let (beside, help) = if early {
        (
            format!("`{title}` stands beside {years} dated years of work"),
            "if earlier roles are left out, say so in one line; else let the bullets show the reach",
        )
    } else {
        (
            format!("`{title}` stands beside {years} dated years of work"),
            "keep the title you hold, and let the summary say what you answer for",
        )
    };
    sink.at(place, beside, help);
}
