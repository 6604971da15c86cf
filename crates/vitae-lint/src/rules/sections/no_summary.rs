//! Whether the resume opens with a summary.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;

rule! {
    /// # What it does
    /// Looks for a summary: two to four lines at the top, with or without a heading.
    ///
    /// # Why it matters
    /// It is the one place to say who you are before the reader has to work it out. Early in a
    /// career it matters less.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Skills
    ///
    /// Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer with five years in parcel software, mostly Java and PostgreSQL on AWS.
    /// ```
    ///
    /// # When to ignore it
    /// When the page is full and the first role says it all.
    ///
    /// # Source
    /// S0, S1, S2 and S4.
    SEC005 = "no-summary" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: Display,
        covers: ["C04"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.resume().basics.summary.trim().is_empty() {
        return;
    }
    let help = if context.level == Level::Entry {
        "add one or two lines: what you build, with which stack, and what you have shipped so far"
    } else {
        "open with two to four lines: title and years, stack, and the work you are proudest of"
    };
    sink.whole(context.absent("summary"), help)
        .fix(Fix::ask("add a summary", &["title and years", "main stack", "best piece of work"]));
}
