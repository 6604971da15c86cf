//! Ranges of dates that break over two lines.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Position;

rule! {
    /// # What it does
    /// Looks for roles whose start and end stand on different lines.
    ///
    /// # Why it matters
    /// A program that reads line by line takes the start for all there is, or gives the end to the line
    /// it stands on.
    ///
    /// # Example
    /// ```text
    /// Robin Aldane
    /// robin.aldane@example.com
    ///
    /// Experience
    ///
    /// Backend Engineer, Harbor Parcel Systems, Mar 2021 –
    /// Feb 2024
    /// - Rebuilt the parcel router in Java
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// Robin Aldane
    /// robin.aldane@example.com
    ///
    /// Experience
    ///
    /// Backend Engineer, Harbor Parcel Systems, Mar 2021 – Feb 2024
    /// - Rebuilt the parcel router in Java
    /// ```
    ///
    /// # When to ignore it
    /// When a person reads it first.
    ///
    /// # Source
    /// Loxo's help asks for both on one line.
    CHR013 = "split-dates" {
        group: Chronology,
        severity: Info,
        curve: Binary,
        stands_on: "CHR001",
        fix: None,
        covers: ["D15"],
        check: Position(check),
    }
}

fn check(context: &Context<'_>, position: &Position, sink: &mut Sink<'_>) {
    let Some(dates) = position.dates else { return };
    let line = |at: u32| context.document.line_at(at);
    if context.document.format.is_structured() || line(dates.start + 1) == line(dates.end) {
        return;
    }
    let printed = context.text(dates).split_whitespace().collect::<Vec<_>>().join(" ");
    sink.at(
        dates,
        format!("`{printed}` breaks over two lines"),
        "keep start and end on one line; shorten what stands before them",
    );
}
