//! Page headers that programs take for content.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

rule! {
    /// # What it does
    /// Looks for a line that stands at the edge of several pages and holds a date or a word such as
    /// `Résumé`. Page numbers, names and contact data are left alone.
    ///
    /// # Why it matters
    /// Read line by line, it lands between two bullets. A parser was seen to make a job of it, with the
    /// date as its time.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"repeated-line","pages":2} on Résumé of May 2026
    /// - Rebuilt the parcel router in Java, Résumé of May 2026
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% hazard: {"kind":"repeated-line","pages":2} on Robin Aldane
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When the file goes to a person.
    ///
    /// # Source
    /// Measured: open-resume made a role of such a line.
    FIL016 = "repeated-page-line" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A16"],
        check: Resume(check),
    }
}

const WORDS: [&str; 5] = ["résumé", "resume", "curriculum", "lebenslauf", "updated"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for hazard in &context.document.hazards {
        let (HazardKind::RepeatedLine { pages }, Some(range)) = (&hazard.kind, hazard.range) else {
            continue;
        };
        let text = context.text(range);
        let lower = text.to_lowercase();
        let mut numbers = text.split(|ch: char| !ch.is_ascii_digit());
        let dated = numbers.any(|run| run.len() == 4 && run.starts_with("20"));
        let mail = text.contains('@');
        if !mail && (dated || WORDS.iter().any(|word| lower.contains(word))) {
            sink.at(
                range,
                format!("`{}` stands at the edge of {pages} pages", text.trim()),
                "keep name and page number there, and take out date and title",
            );
        }
    }
}
