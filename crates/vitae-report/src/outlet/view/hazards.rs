//! What was measured of a file, in words for people: facts, never verdicts.

use crate::outlet::count;
use vitae_document::{HazardKind, HiddenBy};

/// One clause for a hazard.
pub(super) fn words(kind: &HazardKind) -> String {
    let many = |number: u32, what: &str| count(number as usize, what);
    match kind {
        HazardKind::ImageOnlyPage { characters, .. } => {
            format!("a picture with {} of text", many(*characters, "character"))
        }
        HazardKind::RecognisedText { words, unsure } => {
            format!(
                "{} come from character recognition, {unsure} of them not surely",
                many(*words, "word")
            )
        }
        HazardKind::UnsureWord { confidence } => {
            format!("a word recognised with {confidence} of 100")
        }
        HazardKind::HiddenText { by, characters } => {
            let by = match by {
                HiddenBy::Colour => "the colour of the paper",
                HiddenBy::Size => "too small to see",
                HiddenBy::RenderMode => "drawn invisibly",
                HiddenBy::OffPage => "off the page",
                HiddenBy::Markup => "marked as hidden",
            };
            format!("{} that nobody sees ({by})", many(*characters, "character"))
        }
        HazardKind::Columns { columns, share } => {
            format!("{columns} columns side by side ({share} % of the lines)")
        }
        HazardKind::Table { rows, columns, .. } => {
            format!("a table of {} and {}", many(*rows, "row"), many(*columns, "column"))
        }
        HazardKind::TextBox { characters } => {
            format!("a text box with {}", many(*characters, "character"))
        }
        HazardKind::HeaderFooter { characters } => {
            format!("{} in the page header or footer", many(*characters, "character"))
        }
        HazardKind::RepeatedLine { pages } => {
            format!("a line repeated on {}", many(*pages, "page"))
        }
        HazardKind::UnmappedGlyphs { glyphs, of } => {
            format!("{glyphs} of {of} glyphs have no known character")
        }
        HazardKind::PrivateUse { glyphs } => {
            format!("{} without text", many(*glyphs, "icon"))
        }
        HazardKind::LetterSpaced => "a word with its letters set apart".to_owned(),
        HazardKind::Ligatures { glyphs } => {
            format!("{}, read as letters", many(*glyphs, "ligature"))
        }
        HazardKind::SoftHyphens { count: number } => {
            format!("{}, left out of the words", many(*number, "soft hyphen"))
        }
        HazardKind::StreamOrder { tau } => {
            format!("drawn in another order than it reads (agreement {tau} of 100)")
        }
        HazardKind::Encrypted { copy_restricted: true } => {
            "encrypted, and copying is not permitted".to_owned()
        }
        HazardKind::Encrypted { copy_restricted: false } => "encrypted".to_owned(),
        HazardKind::LinkWithoutText => "a link whose address is not visible".to_owned(),
        HazardKind::InvalidUtf8 { bytes } => format!("{} that are no text", many(*bytes, "byte")),
        HazardKind::Encoding { name } => format!("text in {name}"),
        HazardKind::ControlCharacters { count: number } => {
            format!("{}, left out", many(*number, "control character"))
        }
        HazardKind::Images { count: number } => many(*number, "picture"),
        HazardKind::TrackedChanges { count: number } => {
            format!("{} not accepted yet", many(*number, "recorded change"))
        }
        HazardKind::Comments { count: number } => many(*number, "comment"),
        HazardKind::WrongExtension { extension } => {
            format!("the name ends in `{extension}`, the content is something else")
        }
        HazardKind::Damaged { detail } => format!("damaged: {detail}"),
        HazardKind::LimitReached { limit } => format!("read up to a limit: {limit}"),
    }
}
