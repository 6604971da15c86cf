//! Bullets that open with something else than an act.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Bullet, OpenerStrength, Owner};
use vitae_pack::VerbFormKind;
use vitae_text::{Token, TokenKind};

/// Words that open with a thing or a person.
const OPENERS: [&str; 14] = [
    "the",
    "a",
    "an",
    "this",
    "these",
    "it",
    "experience",
    "knowledge",
    "part",
    "member",
    "they",
    "there",
    "my",
    "our",
];
const NOUN_ENDINGS: [&str; 10] =
    ["tion", "sion", "ment", "ance", "ence", "ity", "ness", "ship", "sis", "ology"];
const ARTICLES: [&str; 5] = ["the", "a", "an", "all", "our"];

rule! {
    /// # What it does
    /// Looks for bullets of roles that open with a noun, a pronoun or an -ing form instead of a verb
    /// that says what you did. A figure at the start is fine.
    ///
    /// # Why it matters
    /// The first word is what a scanning reader sees. A verb says at once that you acted, and how.
    ///
    /// # Example
    /// ```bullets
    /// - Development of the parcel router in Java for forty depots
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Developed the parcel router in Java for forty depots
    /// ```
    ///
    /// # When to ignore it
    /// In languages that tell achievements with nouns, which the rule leaves alone.
    ///
    /// # Source
    /// S0 and S2 ask for the verb first; S0 also accepts the figure first.
    EXP012 = "opening-without-verb" {
        group: Bullets,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["E17"],
        check: Bullet(check),
    }
}

fn check(context: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let Owner::Work(_) = bullet.owner else { return };
    let anatomy = &bullet.anatomy;
    let text = bullet.text.as_str();
    let Some(first) = anatomy.tokens.first() else { return };
    if bullet.prose || anatomy.words < 3 || !context.english() {
        return;
    }
    let verb = context.pack.verb_key(first.key);
    let gerund = verb.is_some_and(|verb| verb.form == VerbFormKind::Gerund)
        && anatomy.opener.range == first.range;
    if !gerund && (anatomy.opener.strength != OpenerStrength::None || verb.is_some()) {
        return;
    }
    let word = first.range.of(text);
    if !gerund && !is_noun_opening(bullet, first, word) {
        return;
    }
    let what = if gerund { "an -ing form" } else { "no verb" };
    sink.in_bullet(
        bullet,
        first.range,
        format!("`{word}` opens the bullet: {what}, so what you did comes late"),
        "open with the verb of your act in the past tense, or with the figure",
    );
}

/// The first word names a thing or a person, as far as can be told.
fn is_noun_opening(bullet: &Bullet, first: &Token, word: &str) -> bool {
    let anatomy = &bullet.anatomy;
    let text = bullet.text.as_str();
    let lower = word.to_lowercase();
    let next = anatomy.tokens.get(1).map_or("", |token| token.range.of(text));
    // `Answer calls` may be a verb that the lexicon lacks; `Answering of` and `The answers` are none.
    let noun = OPENERS.contains(&lower.as_str())
        || next == "of"
        || NOUN_ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !ARTICLES.contains(&next);
    // A label, a figure, or `I`, which has a rule of its own.
    let label =
        anatomy.tokens.iter().take(6).any(|token| matches!(token.range.of(text), ":" | "–" | "—"));
    let figure = anatomy.metrics.iter().any(|metric| metric.range.start <= first.range.end);
    first.kind == TokenKind::Word
        && word.is_ascii()
        && noun
        && !(label || figure)
        && anatomy.first_person.is_none()
        // An act may follow a subject of its own: `The exporter now …`; a passive is EXP003's.
        && !anatomy.passive
}
