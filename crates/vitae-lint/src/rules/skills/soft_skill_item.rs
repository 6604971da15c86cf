//! Qualities of character in the list of skills.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// Looks for items of the skills section that name a quality of character, such as `communication`
    /// or `teamwork`.
    ///
    /// # Why it matters
    /// Everyone may write them. A bullet with a decision, a handover or a person you taught shows them.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Other: communication
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Taught two new colleagues the parcel router, who have carried its pager since June
    /// ```
    ///
    /// # When to ignore it
    /// When the ad asks for the word in a form.
    ///
    /// # Source
    /// S2: soft skills need examples.
    SKL024 = "soft-skill-item" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H34"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let soft = context.pack.phrases(PhraseList::SoftSkill);
    let whole = |item: &vitae_text::TextRange| {
        let tokens = context.tokens_in(*item);
        soft.longest(tokens).is_some_and(|found| found.tokens == tokens.len())
    };
    let items: Vec<_> = context.skill_items().filter(whole).collect();
    let Some(first) = items.first() else { return };
    let names: Vec<&str> = items.iter().map(|item| context.text(*item)).collect();
    sink.at(
        *first,
        format!("listed without an example: `{}`", names.join("`, `")),
        "take it off the list, and show it in a bullet: whom you taught, what you settled",
    )
    .also(items.iter().skip(1).copied());
}
