//! Certificates without issuer or year.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for certificates without a date, or without the one who issued them. A name that holds a
    /// technology or a vendor says who issued it.
    ///
    /// # Why it matters
    /// Certificates run out; without a year a reader assumes that this one has.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "certificates": [{"name": "AWS Certified Developer", "issuer": "Amazon Web Services"}]}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "certificates": [{"name": "AWS Certified Developer", "issuer": "Amazon Web Services", "date": "2024-05"}]}
    /// ```
    ///
    /// # When to ignore it
    /// For certificates that never run out.
    ///
    /// # Source
    /// S2.
    CRD020 = "bare-certificate" {
        group: Credibility,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["K08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, certificate) in context.resume().certificates.iter().enumerate() {
        let Some(place) = context.range(&format!("/certificates/{at}/name")) else { continue };
        let tokens = context.tokens_in(place);
        let vendor = context.pack.skills().find_all(tokens).next().is_some();
        let issued = vendor || !certificate.issuer.is_empty();
        let year = !certificate.date.is_empty()
            || certificate.name.contains("20")
            || line_has_year(context, place.start);
        // An issuer that a parser left in the name is one; only data has a field that is surely empty.
        let issued = issued || !context.document.format.is_structured() && year;
        let lacks = match (issued, year) {
            (true, true) => continue,
            (true, false) => "year",
            (false, true) => "issuer",
            (false, false) => "issuer or year",
        };
        sink.at(
            place,
            format!("`{}` names no {lacks}", certificate.name),
            "add who issued it and when",
        );
    }
}

/// Whether a year stands in the line at `offset`, wherever the parser put it.
fn line_has_year(context: &Context<'_>, offset: u32) -> bool {
    let line = context.document.line_at(offset).map(|at| &context.document.lines[at]);
    line.is_some_and(|line| {
        let mut words = context.document.line_text(line).split(|ch: char| !ch.is_ascii_digit());
        words.any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
    })
}
