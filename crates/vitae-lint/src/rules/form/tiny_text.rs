//! Small print.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::Format;

/// In points. Source: Loxo and DaXtra help ask for 10 and more; below 9 print gets hard to read.
const LEAST_SIZE: f32 = 9.0;

rule! {
    /// # What it does
    /// Looks at the size that most of the text has, in PDF, DOCX, ODT and RTF: below 9 points.
    ///
    /// # Why it matters
    /// Small print tires the reader, and says that something should have been cut.
    ///
    /// # Example
    /// ```bullets
    /// %% font: 8.5
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% font: 10.5
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the typeface is wide and the page was printed and read.
    ///
    /// # Source
    /// S2, DaXtra and Loxo help.
    FMT004 = "tiny-text" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L04"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let document = context.document;
    if !matches!(document.format, Format::Pdf | Format::Docx | Format::Odt | Format::Rtf) {
        return;
    }
    let mut sizes: Vec<(f32, u32)> = Vec::new();
    for run in document.runs.iter().filter(|run| run.style.size > 0.0) {
        match sizes.iter_mut().find(|(size, _)| *size == run.style.size) {
            Some((_, bytes)) => *bytes += run.range.len(),
            None => sizes.push((run.style.size, run.range.len())),
        }
    }
    let body = sizes.iter().max_by_key(|(_, bytes)| *bytes).map_or(LEAST_SIZE, |(size, _)| *size);
    if body < LEAST_SIZE {
        let (tenths, least) = ((body * 10.0).round() as u32, LEAST_SIZE as u32);
        let (whole, part) = (tenths / 10, tenths % 10);
        sink.whole(
            format!("most text is {whole}.{part} points large (at least {least})"),
            "set it in 10 to 11 points and cut the oldest lines to make room",
        );
    }
}
