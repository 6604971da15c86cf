//! Words about age, gender or family.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// Looks for words that tell age, gender or family instead of work, such as `young`, `digital
    /// native`, `mother of two`, and for gendered ones such as `man-hours`.
    ///
    /// # Why it matters
    /// They say nothing about the work and may be read with bias, for or against you.
    ///
    /// # Example
    /// ```bullets
    /// - Saved 400 man-hours a year by printing labels at the gate
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Saved 400 hours of work a year by printing labels at the gate
    /// ```
    ///
    /// # When to ignore it
    /// In names: a firm called Foreman, a title that was held.
    ///
    /// # Source
    /// Resumx's playbook of careful language; editorial list.
    LNG013 = "coded-word" {
        group: Language,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: None,
        covers: ["G17"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for range in context.statements() {
        let tokens = context.tokens_in(range);
        for (at, found) in context.pack.phrases(PhraseList::CodedWord).find_all(tokens) {
            let place = tokens[at].range.cover(tokens[at + found.tokens - 1].range);
            let word = context.text(place);
            // A capital inside a sentence makes it a name: `Young & Partners`.
            let follows =
                tokens[..at].last().is_some_and(|before| context.text(before.range) != ".");
            if follows && word.starts_with(char::is_uppercase) {
                continue;
            }
            sink.at(
                place,
                format!("`{word}` tells of age, gender or family, not of work"),
                "leave it out, or say it without: hours of work, staffed, chair, early in my career",
            );
        }
    }
}
