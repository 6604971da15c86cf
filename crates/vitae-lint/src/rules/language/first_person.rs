//! Bullets in the first person.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Bullet;
use vitae_text::{TextRange, TokenKind};

rule! {
    /// # What it does
    /// Looks for `I`, `my`, `we` and `our` in bullets.
    ///
    /// # Why it matters
    /// Whose resume it is needs no saying, and `we` hides your own part.
    ///
    /// # Example
    /// ```bullets
    /// - I rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// In a summary, where some markets like it; only bullets are checked.
    ///
    /// # Source
    /// Common convention of English resumes; some languages and markets differ.
    LNG001 = "first-person" {
        group: Language,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Safe,
        covers: ["G03"],
        check: Bullet(check),
    }
}

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let Some(person) = bullet.anatomy.first_person else { return };
    let text = bullet.text.as_str();
    let word = person.of(text);
    let finding = sink.in_bullet(
        bullet,
        person,
        format!("first person in a bullet: `{word}`"),
        "open with the verb; where `we` did it, say what your part was",
    );
    if let Some((range, replacement)) = without_pronoun(bullet, person) {
        finding.fix(Fix::safe("open with the verb", bullet.text.to_source(range), replacement));
    }
}

/// `I rebuilt` at the start becomes `Rebuilt`; elsewhere the sentence would break.
fn without_pronoun(bullet: &Bullet, person: TextRange) -> Option<(TextRange, String)> {
    let text = bullet.text.as_str();
    let mut tokens = bullet.anatomy.tokens.iter();
    let first = tokens.next().filter(|token| token.range == person && person.of(text) == "I")?;
    let verb = tokens.next().filter(|token| token.kind == TokenKind::Word && !token.glued)?;
    let mut letters = verb.range.of(text).chars();
    // Case beyond ASCII is tables of 10 KB in a browser; such words are left as they are.
    let initial = letters.next()?.to_ascii_uppercase();
    let capital = std::iter::once(initial).chain(letters).collect();
    Some((first.range.cover(verb.range), capital))
}
