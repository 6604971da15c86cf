//! Contact data that only stands in a page header or footer.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for a name, e-mail address or phone number that stands in the header or footer part of
    /// the file and nowhere in its body. The top of the first page is body.
    ///
    /// # Why it matters
    /// Many parsers skip headers and footers, and then the application has no name or address.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"header-footer","characters":24} on robin.aldane@example.com
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// Put the contact data at the top of the body.
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the body holds the same data in a picture for people; better write it there as text.
    ///
    /// # Source
    /// Greenhouse and Loxo help pages; S2 names missing contact data as a reason for rejection.
    FIL006 = "contact-in-header" {
        group: File,
        severity: Error,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A11"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let aside: Vec<TextRange> = context
        .document
        .hazards
        .iter()
        .filter(|hazard| matches!(hazard.kind, HazardKind::HeaderFooter { .. }))
        .filter_map(|hazard| hazard.range)
        .collect();
    let basics = &context.resume().basics;
    let fields = [
        ("name", "/basics/name", &basics.name),
        ("e-mail", "/basics/email", &basics.email),
        ("phone", "/basics/phone", &basics.phone),
    ];
    let mut lost: Vec<(&str, TextRange)> = Vec::new();
    for (field, pointer, value) in fields {
        let Some(place) = context.range(pointer) else { continue };
        let in_header = aside.iter().any(|part| part.contains(place));
        if in_header && !stands_elsewhere(context, value, &aside) {
            lost.push((field, place));
        }
    }
    let Some((_, first)) = lost.first().copied() else { return };
    let names: Vec<&str> = lost.iter().map(|(field, _)| *field).collect();
    sink.at(
        first,
        format!("{} only in the page header or footer", names.join(", ")),
        "put it at the top of the body: many parsers skip headers and footers",
    )
    .also(lost.iter().skip(1).map(|(_, range)| *range));
}

/// Whether the value stands somewhere outside of headers and footers.
fn stands_elsewhere(context: &Context<'_>, value: &str, aside: &[TextRange]) -> bool {
    !value.is_empty()
        && context.document.text.match_indices(value).any(|(at, found)| {
            let range = TextRange::at(at, at + found.len());
            !aside.iter().any(|part| part.contains(range))
        })
}
