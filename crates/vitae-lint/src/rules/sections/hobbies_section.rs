//! Hobbies where the work should speak.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::{Custom, SectionKind};

rule! {
    /// # What it does
    /// Looks, above entry level, for a section of hobbies or interests. Resumes in other languages than
    /// English, and those for a country where more of the person is told, are left alone.
    ///
    /// # Why it matters
    /// Each line should support the job. The space is worth a bullet.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// Backend Engineer
    ///
    /// ## Interests
    ///
    /// Climbing, chess, bread
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When it touches the job, or when it is custom where you apply.
    ///
    /// # Source
    /// S2: each line supports the application.
    SEC021 = "hobbies-section" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C19"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let told = context.market.is_some_and(|market| market.personal_data != Custom::Unwelcome);
    if context.level == Level::Entry || told {
        return;
    }
    for section in &context.parsed.sections {
        let heading = context.text(section.heading).trim();
        let english = context.pack.heading(heading).is_none_or(|found| found.language == "en");
        if section.kind == SectionKind::Interests && !heading.is_empty() && english {
            sink.at(
                section.heading,
                format!("`{heading}` takes space from your work"),
                "leave it out, unless it touches the job",
            );
        }
    }
}
