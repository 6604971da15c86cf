//! Role headings in changing order.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;

rule! {
    /// # What it does
    /// Looks for roles of which some name the title first and others the employer.
    ///
    /// # Why it matters
    /// A reader who has learnt where your titles stand should find the next one in the same place,
    /// and so should a parser.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Tidewater Analytics, Software Engineer (Jun 2018 – Feb 2021)
    ///
    /// - Moved tide records to PostgreSQL without downtime
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
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Software Engineer, Tidewater Analytics (Jun 2018 – Feb 2021)
    ///
    /// - Moved tide records to PostgreSQL without downtime
    /// ```
    ///
    /// # When to ignore it
    /// When several titles stand under one employer.
    ///
    /// # Source
    /// S2 lists inconsistent formatting; Loxo asks for one order in each job.
    EXP010 = "mixed-role-layout" {
        group: Bullets,
        severity: Info,
        curve: Binary,
        stands_on: "EXP001",
        fix: None,
        covers: ["E15"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let positions = &context.facts.positions;
    // Titles under one heading of their employer share its place and have no order of their own.
    let shared = |position: &Position| {
        positions
            .iter()
            .any(|other| other.work != position.work && other.employer == position.employer)
    };
    let title_first = |position: &Position| {
        let (title, employer) = (position.title?, position.employer?);
        let readable = position.confident && !title.is_empty() && !employer.is_empty();
        (readable && !shared(position)).then_some(title.start < employer.start)
    };
    let orders: Vec<(&Position, bool)> =
        positions.iter().filter_map(|position| Some((position, title_first(position)?))).collect();
    let Some((_, usual)) = orders.first().copied() else { return };
    let Some((odd, first)) = orders.iter().find(|(_, first)| *first != usual) else { return };
    let (here, there) = if *first { ("title", "employer") } else { ("employer", "title") };
    sink.at(
        odd.title.unwrap_or(odd.range),
        format!("the {here} stands first here, the {there} in the role above"),
        "give every role the same order: title, employer, place, dates",
    );
}
