//! Whether there is something built where there is hardly any work yet.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;
use vitae_pack::SectionKind;

rule! {
    /// # What it does
    /// At entry level, and with less than two years of work, looks for projects or open source.
    ///
    /// # Why it matters
    /// They stand in for work that is not there yet: a service with data, users and a way to run it.
    ///
    /// # Example
    /// ```md
    /// %% level: entry
    /// # Robin Aldane
    ///
    /// ## Education
    ///
    /// ### BSc Computer Science, Plains State University (2022 – 2026)
    ///
    /// ## Skills
    ///
    /// Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// %% level: entry
    /// # Robin Aldane
    ///
    /// ## Projects
    ///
    /// ### Parcel tracker (2026)
    ///
    /// - Built a tracking service in Java on PostgreSQL, with tests and a daily backup
    ///
    /// ## Skills
    ///
    /// Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When internships fill the page.
    ///
    /// # Source
    /// S0, S1 and S4. Later in a career work speaks for itself, and nothing is said.
    SEC014 = "no-projects" {
        group: Sections,
        severity: Warning,
        curve: Binary,
        fix: Display,
        covers: ["C05"],
        check: Resume(check),
    }
}

/// Months of work that make projects a choice. Source: editorial.
const ENOUGH_MONTHS: u32 = 24;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    use SectionKind::{OpenSource, Projects};
    let section = |section: &vitae_resume::Section| matches!(section.kind, Projects | OpenSource);
    let shown =
        !context.resume().projects.is_empty() || context.parsed.sections.iter().any(section);
    if shown
        || context.level > Level::Entry
        || context.facts.timeline.months_worked >= ENOUGH_MONTHS
    {
        return;
    }
    sink.whole(
        context.absent("project"),
        "add one or two that you can talk about: what it does, what it is built on, how it runs",
    )
    .fix(Fix::ask("add a project", &["what you built", "what it runs on", "who uses it"]));
}
