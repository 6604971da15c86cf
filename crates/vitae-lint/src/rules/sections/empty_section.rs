//! Headings with nothing under them.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::LineRole;
use vitae_resume::Section;

rule! {
    /// # What it does
    /// Looks for headings without a line under them. A heading that only groups smaller headings is
    /// left alone.
    ///
    /// # Why it matters
    /// It reads as forgotten, and a parser may put the next section's lines under it.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Projects
    ///
    /// ## Skills
    ///
    /// Java, SQL
    /// ```
    ///
    /// # Use instead
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
    /// # When to ignore it
    /// When the content is a picture for people; better write it as text.
    ///
    /// # Source
    /// RChilli and Textkernel count it as a major fault.
    SEC009 = "empty-section" {
        group: Sections,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["C09"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let sections = &context.parsed.sections;
    for (index, section) in sections.iter().enumerate() {
        let empty = context.text(section.body).trim().is_empty();
        if section.heading.is_empty() || !empty {
            continue;
        }
        let groups = sections
            .get(index + 1)
            .is_some_and(|next| level(context, next) > level(context, section));
        let wrapped =
            sections.get(index + 1).is_some_and(|next| heading_goes_on(context, section, next));
        if !groups && !wrapped {
            sink.at(
                section.heading,
                format!("nothing stands under `{}`", context.text(section.heading)),
                "fill the section or delete its heading",
            );
        }
    }
}

/// A heading that wrapped in a narrow column stands as two; together they are one that is known.
fn heading_goes_on(context: &Context<'_>, section: &Section, next: &Section) -> bool {
    let both = format!("{} {}", context.text(section.heading), context.text(next.heading));
    !next.heading.is_empty() && context.pack.heading(&both).is_some()
}

/// Level of a section's heading by markup; 0 where the file does not say.
fn level(context: &Context<'_>, section: &Section) -> u8 {
    let line = context.document.line_at(section.heading.start);
    match line.and_then(|line| context.document.lines.get(line)).map(|line| line.role) {
        Some(LineRole::Heading(level)) if !section.heading.is_empty() => level,
        _ => 0,
    }
}
