//! More typefaces than a page needs.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Counts typefaces that set at least 3 in 100 letters. Bold and italic text, and icons, are left
    /// out. It fires above three.
    ///
    /// # Why it matters
    /// A page in many faces looks pasted together, and hides which words matter.
    ///
    /// # Example
    /// ```text
    /// %% run: font=1 on Robin Aldane
    /// %% run: font=2 on Backend Engineer
    /// %% run: font=3 on Rebuilt the parcel router in Java
    /// %% run: font=4 on Moved address data to PostgreSQL
    /// Robin Aldane
    /// Backend Engineer
    /// Rebuilt the parcel router in Java
    /// Moved address data to PostgreSQL
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// %% run: font=1 on Robin Aldane
    /// %% run: font=2 on Rebuilt the parcel router in Java
    /// Robin Aldane
    /// Backend Engineer
    /// Rebuilt the parcel router in Java
    /// Moved address data to PostgreSQL
    /// ```
    ///
    /// # When to ignore it
    /// When scripts of several languages need faces of their own.
    ///
    /// # Source
    /// S2 and DaXtra ask for simple fonts; threshold from the catalogue, editorial.
    FMT011 = "many-fonts" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L04"],
        check: Resume(check),
    }
}

const MOST: usize = 3;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    // Fonts are numbered from 1: a document that names few of them needs no count.
    if context.document.runs.iter().all(|run| usize::from(run.style.font) <= MOST) {
        return;
    }
    let mut fonts: Vec<(u16, usize)> = Vec::new();
    let mut all = 0;
    for run in &context.document.runs {
        let text = context.text(run.range);
        // Letters beyond Latin, Greek and Cyrillic come from a face of their own anyway.
        let letters = text.chars().filter(|ch| ch.is_alphabetic() && *ch < '\u{530}').count();
        all += letters;
        let style = run.style;
        if style.font == 0 || style.bold || style.italic {
            continue;
        }
        match fonts.iter_mut().find(|(font, _)| *font == style.font) {
            Some((_, sum)) => *sum += letters,
            None => fonts.push((style.font, letters)),
        }
    }
    let used = fonts.iter().filter(|(_, letters)| letters * 100 >= all * 3 && *letters > 0).count();
    if used > MOST {
        sink.whole(
            format!("{used} typefaces set the text (limit {MOST})"),
            "keep one for the text and at most one more for headings",
        );
    }
}
