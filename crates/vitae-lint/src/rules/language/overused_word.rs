//! Words that texts of language models overuse.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// Looks for words such as `spearheaded`, `leveraged`, `seamless` or `robust`.
    ///
    /// # Why it matters
    /// Some readers take them for a sign that nobody wrote the text. Other guides recommend some of
    /// the same words, which is why this rule is off unless you ask for it.
    ///
    /// # Example
    /// ```bullets
    /// - Spearheaded the move of address data to PostgreSQL, without downtime
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Led the move of address data to PostgreSQL, without downtime
    /// ```
    ///
    /// # When to ignore it
    /// Always, unless you know that your reader minds. S0 and S2 recommend `architected` and
    /// `spearheaded`.
    ///
    /// # Source
    /// Resume-Matcher's list of phrases; in conflict with S0 and S2.
    LNG010 = "overused-word" {
        group: Language,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: None,
        covers: ["G07"],
        check: Resume(check),
        status: Optional,
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for range in context.statements() {
        let tokens = context.tokens_in(range);
        for (at, found) in context.pack.phrases(PhraseList::AiPhrase).find_all(tokens) {
            let place = tokens[at].range.cover(tokens[at + found.tokens - 1].range);
            let word = context.text(place);
            sink.at(
                place,
                format!("`{word}` may be read as a model's word"),
                "say it as you would to a colleague, if that is easily done",
            );
        }
    }
}
