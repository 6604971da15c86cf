//! Offers of references.

use crate::rule::rule;
use crate::search::phrases;
use crate::{Context, Sink};
use vitae_pack::{PhraseList, SectionKind};
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for `references available on request` and its kin, and for a references section that
    /// names nobody. A section with the names of referees is another matter: see PRV004.
    ///
    /// # Why it matters
    /// Readers assume it; the line can hold evidence instead.
    ///
    /// # Example
    /// ```bullets
    /// - Built a label service in Java
    /// - References available on request
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// Where the line is customary.
    ///
    /// # Source
    /// RChilli and Sovren list it among what should not be there.
    SEC008 = "references-on-request" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C18"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let sections = || context.parsed.sections.iter().filter(|s| s.kind == SectionKind::References);
    // "Code samples available on request" offers something else.
    let offers = |hit: TextRange| {
        let names = context.text(hit).to_lowercase().contains("ref");
        names || sections().any(|section| section.body.contains(hit))
    };
    let hit =
        phrases(context, PhraseList::ReferenceOffer).into_iter().find(|hit| offers(hit.range));
    if let Some(hit) = hit {
        let words = context.text(hit.range).split_whitespace().collect::<Vec<_>>().join(" ");
        sink.at(
            hit.range,
            format!("readers assume `{words}`"),
            "delete the line and use it for something you did",
        );
    }
}
