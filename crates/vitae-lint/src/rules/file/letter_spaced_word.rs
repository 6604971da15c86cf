//! Words with spaces between their letters.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

rule! {
    /// # What it does
    /// Looks for words that are set with a space after each letter: `S K I L L S`. Initials and
    /// `C / C++` are left alone.
    ///
    /// # Why it matters
    /// For a parser these are single letters: a heading is not found, a name is lost.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"letter-spaced"} on Robin Aldane
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// Widen the tracking of the font in place of typing spaces.
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the word is an ornament that repeats a heading.
    ///
    /// # Source
    /// Greenhouse, Sovren and Loxo help pages.
    FIL012 = "letter-spaced-word" {
        group: File,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["A13"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for hazard in context.document.hazards.iter().filter(|h| h.kind == HazardKind::LetterSpaced) {
        let place = hazard.range.unwrap_or_default();
        let word = context.text(place).trim();
        let word = if word.is_empty() { "a word".to_owned() } else { format!("`{word}`") };
        sink.at(
            place,
            format!("{word} is set with spaces between its letters"),
            "type it without spaces and widen the tracking of the font instead",
        );
    }
}
