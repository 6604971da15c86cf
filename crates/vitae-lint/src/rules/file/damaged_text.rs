//! Text that other programs may read with holes.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

rule! {
    /// # What it does
    /// Counts what was repaired while reading: soft hyphens inside words, ligature characters,
    /// bytes that are no text, control characters, and rows of non-breaking spaces.
    ///
    /// # Why it matters
    /// A program that does not repair them finds `back­end` in two pieces, and no `Workflow`.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"ligatures","glyphs":14}
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the search in your PDF viewer finds the words all the same.
    ///
    /// # Source
    /// Measured: a common LaTeX template gives `Co­founder` and `Back­end` to other parsers.
    FIL013 = "damaged-text" {
        group: File,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A14", "A15"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut seen: Vec<String> = Vec::new();
    let mut add = |count: usize, one: &str, many: &str| match count {
        0 => {}
        1 => seen.push(format!("1 {one}")),
        count => seen.push(format!("{count} {many}")),
    };
    for hazard in &context.document.hazards {
        match hazard.kind {
            HazardKind::SoftHyphens { count } => {
                add(count as usize, "soft hyphen inside a word", "soft hyphens inside words");
            }
            HazardKind::Ligatures { glyphs } => {
                add(glyphs as usize, "ligature character", "ligature characters");
            }
            HazardKind::InvalidUtf8 { bytes } => {
                add(bytes as usize, "byte that is no text", "bytes that are no text");
            }
            HazardKind::ControlCharacters { count } => {
                add(count as usize, "control character", "control characters");
            }
            _ => {}
        }
    }
    let rows = context.document.text.matches("\u{a0}\u{a0}").count();
    add(rows, "row of non-breaking spaces", "rows of non-breaking spaces");
    if !seen.is_empty() {
        sink.whole(
            format!("other programs may read words with holes: {}", seen.join(", ")),
            "export again with ligatures and hyphenation turned off, and save text as UTF-8",
        );
    }
}
