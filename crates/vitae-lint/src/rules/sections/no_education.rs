//! Whether education is said.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::SectionKind;

rule! {
    /// # What it does
    /// Looks for an education section. Certificates or courses count in its place.
    ///
    /// # Why it matters
    /// Many forms ask for it, and a blank is filled with a guess.
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
    /// ```skills
    /// Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When you taught yourself and have no certificate to name.
    ///
    /// # Source
    /// S0, S1, S2 and S4.
    SEC004 = "no-education" {
        group: Sections,
        severity: Warning,
        curve: Binary,
        fix: None,
        covers: ["C03"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let resume = context.resume();
    let courses = context.parsed.sections.iter().any(|section| {
        section.kind == SectionKind::Courses && !context.text(section.body).trim().is_empty()
    });
    if resume.education.is_empty() && resume.certificates.is_empty() && !courses {
        sink.whole(
            context.absent("education, certificate or course"),
            "add degree and school; if you taught yourself, a line on courses or certificates is enough",
        );
    }
}
