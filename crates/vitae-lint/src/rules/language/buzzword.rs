//! Words of praise that prove nothing.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// Looks for words of self-praise in the summary, the bullets and the skills: `team player`,
    /// `results-driven`, `passionate`, `detail-oriented`.
    ///
    /// # Why it matters
    /// Everyone can write them, so they tell a reader nothing; the line is better spent on proof.
    ///
    /// # Example
    /// ```summary
    /// Passionate backend engineer for parcel software in Java.
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer who moved the address data of 40 depots to PostgreSQL without downtime.
    /// ```
    ///
    /// # When to ignore it
    /// When the job ad asks for the very word and you prove it in the same line.
    ///
    /// # Source
    /// S2 asks for an example beside every soft skill.
    LNG003 = "buzzword" {
        group: Language,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: None,
        covers: ["G06"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for range in context.statements().chain(context.skill_items()) {
        let text = &context.document.text;
        let tokens = context.tokens_in(range);
        for (at, found) in context.pack.phrases(PhraseList::Buzzword).find_all(tokens) {
            // `motivated by two outages` names its cause.
            let next = tokens.get(at + found.tokens).map(|token| token.range.of(text));
            if next == Some("by") {
                continue;
            }
            let words = tokens[at].range.cover(tokens[at + found.tokens - 1].range);
            let word = words.of(text);
            sink.at(
                words,
                format!("`{word}` praises without proof"),
                "leave it out, or show it: what did you do that a person without it would not have?",
            );
        }
    }
}
