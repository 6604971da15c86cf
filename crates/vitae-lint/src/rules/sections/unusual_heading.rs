//! Headings that parsers may not know.

use crate::rule::rule;
use crate::{Applicability, Context, Fix, Sink};
use vitae_pack::SectionKind;
use vitae_resume::Section;

rule! {
    /// # What it does
    /// Looks for headings such as `Where I've been`, which we understand and parsers may not, and
    /// for headings that we cannot place either. Plain headings in any of our languages are fine, and
    /// so are free ones over what people read and portals do not ask for: talks, projects, awards.
    ///
    /// # Why it matters
    /// A section under an unknown heading may be dropped or added to the section above.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Where I've been
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
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
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When the file goes to a person and not into a portal.
    ///
    /// # Source
    /// S2; ats-screener and Textkernel documentation.
    SEC006 = "unusual-heading" {
        group: Sections,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: Display,
        covers: ["C08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for section in context.parsed.sections.iter().filter(|s| !s.standard && !s.heading.is_empty()) {
        match plain(section.kind) {
            Some((meaning, heading)) => known(context, section, meaning, heading, sink),
            None if section.kind == SectionKind::Other => {
                let printed = context.text(section.heading);
                sink.at(
                    section.heading,
                    format!("`{printed}` may not be read as a section"),
                    "use a plain heading such as `Projects` or `Awards`, or move its lines to another section",
                );
            }
            _ => {}
        }
    }
}

fn known(
    context: &Context<'_>,
    section: &Section,
    meaning: &str,
    heading: &str,
    sink: &mut Sink<'_>,
) {
    let printed = context.text(section.heading);
    let shouted = !printed.chars().any(char::is_lowercase);
    let heading = if shouted { heading.to_ascii_uppercase() } else { heading.to_owned() };
    let fix = Fix::safe(format!("call it `{heading}`"), section.heading, heading.clone());
    sink.at(
        section.heading,
        format!("`{printed}` may not be read as {meaning}"),
        format!("call it `{heading}`"),
    )
    // The person may have chosen the words with care.
    .fix(Fix { applicability: Applicability::Display, ..fix });
}

/// What a section from which portals fill their forms is called in a sentence, and its plain heading.
/// The other sections are read by people, who know what `Writing & Speaking` holds.
fn plain(kind: SectionKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        SectionKind::Summary | SectionKind::Objective => ("a summary", "Summary"),
        SectionKind::Work => ("work experience", "Experience"),
        SectionKind::Education => ("education", "Education"),
        SectionKind::Skills => ("skills", "Skills"),
        SectionKind::Certificates => ("certificates", "Certifications"),
        SectionKind::Contact => ("contact data", "Contact"),
        _ => return None,
    })
}
