//! Slips of spelling.

use crate::rule::rule;
use crate::search::in_address;
use crate::{Context, Fix, Sink};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// Looks for common misspellings that are no word, no name and no product: `recieved`,
    /// `enviroment`, `infrastucture`. There is no dictionary: unknown words are never doubted.
    ///
    /// # Why it matters
    /// One slip is seen by every reader, and by some taken as a sign of haste. A search for the right
    /// word does not find the wrong one.
    ///
    /// # Example
    /// ```bullets
    /// - Recieved label events from nine carriers in one queue
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Received label events from nine carriers in one queue
    /// ```
    ///
    /// # When to ignore it
    /// In the name of something that is spelled this way.
    ///
    /// # Source
    /// S2 lists spelling among the first things that readers mind. The list is editorial.
    LNG011 = "misspelling" {
        group: Language,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Safe,
        covers: ["G09"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.english() {
        return;
    }
    let text = &context.document.text;
    let tokens = context.tokens();
    for (at, found) in context.pack.phrases(PhraseList::Misspelling).find_all(tokens) {
        let place = tokens[at].range;
        let meant = context.pack.phrase(found.value).and_then(|phrase| phrase.instead);
        let Some(meant) = meant.filter(|_| !in_address(text, tokens, at, at)) else { continue };
        let written = place.of(text);
        let meant = like(written, meant);
        sink.at(place, format!("`{written}` is spelled `{meant}`"), format!("write `{meant}`"))
            .fix(Fix::safe(format!("write `{meant}`"), place, meant));
    }
}

/// `meant` with the capitals of `written`.
fn like(written: &str, meant: &str) -> String {
    let mut letters = meant.chars();
    if written.chars().all(char::is_uppercase) {
        meant.to_ascii_uppercase()
    } else if written.starts_with(char::is_uppercase) {
        letters.next().map(|ch| ch.to_ascii_uppercase()).into_iter().chain(letters).collect()
    } else {
        meant.to_owned()
    }
}
