//! Icons and glyphs that are no characters for other programs.

use crate::rule::rule;
use crate::search::{CONTACT, bodies, lines};
use crate::{Context, Sink};
use vitae_document::HazardKind;
use vitae_text::TextRange;

/// Share of glyphs without a character, in percent. Source: OfflineCV.
const MOST_UNMAPPED: u32 = 5;

rule! {
    /// # What it does
    /// Looks for glyphs that come out as junk: letters of a font that does not say which characters
    /// they are (above 5 %), icons from an icon font, and emoji beside contact data that has no
    /// label in words.
    ///
    /// # Why it matters
    /// Such an icon may be glued to the address beside it, and an e-mail with a stray sign in front
    /// is no e-mail any more. Letters without characters cannot be read at all.
    ///
    /// # Example
    /// ```contact
    /// 📧 robin.aldane@example.com
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// E-mail: robin.aldane@example.com
    /// ```
    ///
    /// # When to ignore it
    /// When each icon has its word beside it and the file only goes to people.
    ///
    /// # Source
    /// Seen in other parsers, which read the icon as part of the address; ats-screener.
    FIL007 = "icon-glyphs" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A05", "A06"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for hazard in &context.document.hazards {
        match hazard.kind {
            HazardKind::UnmappedGlyphs { glyphs, of } => unmapped(glyphs, of, sink),
            HazardKind::PrivateUse { glyphs } if glyphs > 0 => private(glyphs, sink),
            _ => {}
        }
    }
    for range in bodies(context, &CONTACT) {
        for line in lines(context, range) {
            emoji(context, line.range, sink);
        }
    }
}

fn unmapped(glyphs: u32, of: u32, sink: &mut Sink<'_>) {
    let share = u64::from(glyphs) * 100 / u64::from(of.max(1));
    if share > u64::from(MOST_UNMAPPED) {
        sink.whole(
            format!("{share}% of the letters cannot be read as text (limit {MOST_UNMAPPED}%)"),
            "export again with another font, or print to PDF from the program it was written in",
        );
    }
}

fn private(glyphs: u32, sink: &mut Sink<'_>) {
    let noun = if glyphs == 1 { "icon is no character" } else { "icons are no characters" };
    sink.whole(
        format!("{glyphs} {noun} for other programs"),
        "write the word in place of the icon: `E-mail`, `Phone`, `GitHub`",
    );
}

/// Words that say the same as the icon.
const LABELS: [&str; 12] = [
    "email", "e-mail", "mail", "phone", "tel", "mobile", "cell", "address", "location", "github",
    "linkedin", "web",
];

fn emoji(context: &Context<'_>, line: TextRange, sink: &mut Sink<'_>) {
    let text = context.text(line);
    let icon = |ch: char| matches!(ch, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{26ff}' | '\u{2706}'..='\u{2709}');
    let Some((at, found)) = text.char_indices().find(|(_, ch)| icon(*ch)) else { return };
    let words = text.split(|ch: char| !ch.is_alphabetic() && ch != '-');
    let mut before_address = words.take_while(|word| !word.contains('@'));
    if before_address.any(|word| LABELS.iter().any(|label| word.eq_ignore_ascii_case(label))) {
        return;
    }
    let from = line.start as usize + at;
    sink.at(
        TextRange::at(from, from + found.len_utf8()),
        format!("`{found}` beside contact data may be read as part of it"),
        "write the word in place of the icon: `E-mail`, `Phone`, `GitHub`",
    );
}
