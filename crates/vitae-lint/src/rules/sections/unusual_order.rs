//! Orders of sections that no guide has.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;
use vitae_facts::Level;
use vitae_pack::SectionKind;

rule! {
    /// # What it does
    /// Looks for a summary that does not come first, and, above entry level, for education, projects or
    /// certificates before experience. Where guides disagree every order is fine: skills before or
    /// after experience, skills or education last. Text in columns, tables and boxes, which has no
    /// order of its own, and structured files are left alone.
    ///
    /// # Why it matters
    /// Readers scan for title, years and stack in the place where most resumes have them.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Education
    ///
    /// ### BSc Computer Science, Plains State University (2016 – 2020)
    ///
    /// ## Experience
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
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ## Education
    ///
    /// ### BSc Computer Science, Plains State University (2016 – 2020)
    /// ```
    ///
    /// # When to ignore it
    /// When the degree is what the job is about, as in research.
    ///
    /// # Source
    /// S0: summary, experience, projects, skills, education. S1 and S4: summary, skills, experience,
    /// projects, education, certificates.
    SEC016 = "unusual-order" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    use SectionKind::{Certificates, Education, Projects, Skills, Summary, Work};
    let document = context.document;
    let apart = |kind: &HazardKind| {
        matches!(
            kind,
            HazardKind::Columns { .. } | HazardKind::Table { .. } | HazardKind::TextBox { .. }
        )
    };
    if document.format.is_structured() || document.hazards.iter().any(|found| apart(&found.kind)) {
        return;
    }
    let sections = &context.parsed.sections;
    let place = |kind| sections.iter().position(|section| section.kind == kind);
    // Each: what may not come first, and before what.
    let orders = [
        (Work, Summary),
        (Skills, Summary),
        (Education, Summary),
        (Projects, Summary),
        (Education, Work),
        (Projects, Work),
        (Certificates, Work),
    ];
    let young = context.level == Level::Entry;
    for (late, early) in orders {
        let (Some(first), Some(second)) = (place(late), place(early)) else { continue };
        if first < second && !(young && early == Work) {
            let name = |at: usize| context.text(sections[at].heading).trim();
            sink.at(
                sections[first].heading,
                format!("`{}` stands before `{}`", name(first), name(second)),
                "use an order that readers know: summary, experience, projects, skills, education; or skills right after the summary",
            );
            return;
        }
    }
}
