//! First pages that begin far down.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::SectionKind;

rule! {
    /// # What it does
    /// Looks for a first page on which no section begins in the top third.
    ///
    /// # Why it matters
    /// The first look rests there. Title, years and stack should be in sight, not an address and a
    /// picture.
    ///
    /// # Example
    /// ```text
    /// %% pages: 1
    /// %% box: 60 60 500 90 on Robin Aldane
    /// %% box: 60 400 500 415 on Skills
    /// Robin Aldane
    /// robin.aldane@example.com
    ///
    /// Skills
    /// Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// %% pages: 1
    /// %% box: 60 60 500 90 on Robin Aldane
    /// %% box: 60 140 500 155 on Skills
    /// Robin Aldane
    /// robin.aldane@example.com
    ///
    /// Skills
    /// Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When a form cuts the page off anyway.
    ///
    /// # Source
    /// S2 and S4 on the first seconds of a scan.
    FMT009 = "late-start" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let document = context.document;
    let Some(page) = document.pages.first().filter(|page| page.height > 0.0) else { return };
    let told =
        |kind| !matches!(kind, SectionKind::Header | SectionKind::Contact | SectionKind::Personal);
    let sections = context.parsed.sections.iter().filter(|section| told(section.kind));
    let tops = sections.filter_map(|section| {
        let place = if section.heading.is_empty() { section.body } else { section.heading };
        let line = document.lines.get(document.line_at(place.start)?)?;
        line.bbox.filter(|_| line.page == 0).map(|bbox| bbox.y0)
    });
    let Some(first) = tops.reduce(f32::min) else { return };
    if first > page.height / 3.0 {
        sink.whole(
            format!(
                "the first section begins {}% down the page (limit 33%)",
                (first * 100.0 / page.height) as u32
            ),
            "shorten what stands above it, so that summary or experience is in sight at once",
        );
    }
}
