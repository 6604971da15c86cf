//! Whether there is work to judge.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;

rule! {
    /// # What it does
    /// Looks for at least one role. At entry level projects stand in for work.
    ///
    /// # Why it matters
    /// Experience is what is read first and weighs most.
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
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When this is your first application and your projects are on the page.
    ///
    /// # Source
    /// S0, S1, S2 and S4; ats-checker and Krafter give it the most points of all sections.
    SEC002 = "no-experience" {
        group: Sections,
        severity: Error,
        curve: Binary,
        fix: None,
        covers: ["C01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let resume = context.resume();
    let entry = context.level == Level::Entry;
    if !resume.work.is_empty() || entry && !resume.projects.is_empty() {
        return;
    }
    let (what, help) = if entry {
        (
            "work experience or project",
            "add internships or two projects, each with bullets on what you built and why",
        )
    } else {
        (
            "work experience",
            "add your roles under the heading `Experience`, newest first, with title, company and dates",
        )
    };
    sink.whole(context.absent(what), help);
}
