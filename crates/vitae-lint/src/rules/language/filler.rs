//! Words that can go.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Bullet;
use vitae_pack::PhraseList;
use vitae_text::{TextRange, TokenKind};

rule! {
    /// # What it does
    /// Looks for phrases that can go or be shorter without loss: `in order to`, `successfully`,
    /// `a number of`.
    ///
    /// # Why it matters
    /// A bullet has about two lines; filler pushes the result off the end.
    ///
    /// # Example
    /// ```bullets
    /// - Moved address data to PostgreSQL in order to end the nightly exports
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Moved address data to PostgreSQL to end the nightly exports
    /// ```
    ///
    /// # When to ignore it
    /// When the word carries meaning, as `successfully` beside a launch that others failed at.
    ///
    /// # Source
    /// Resume-Matcher's list of fillers, shortened to what is never needed; editorial.
    LNG007 = "filler" {
        group: Language,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Unsafe,
        covers: ["G08"],
        check: Bullet(check),
    }
}

fn check(context: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let text = bullet.text.as_str();
    let tokens = &bullet.anatomy.tokens;
    for (at, found) in context.pack.phrases(PhraseList::Filler).find_all(tokens) {
        let range = tokens[at].range.cover(tokens[at + found.tokens - 1].range);
        let words = range.of(text);
        let shorter =
            context.pack.phrase(found.value).and_then(|phrase| phrase.instead).unwrap_or("");
        let place = bullet.text.to_source(range);
        if shorter.is_empty() {
            let message = format!("`{words}` can go without loss");
            let finding = sink.in_bullet(bullet, range, message, "leave it out");
            if let Some((range, replacement)) = without(bullet, at, found.tokens) {
                let place = bullet.text.to_source(range);
                finding.fix(Fix::risky("leave it out", place, replacement));
            }
        } else {
            sink.in_bullet(
                bullet,
                range,
                format!("`{words}` can be `{shorter}`"),
                format!("write `{shorter}`"),
            )
            .fix(Fix::risky(format!("write `{shorter}`"), place, shorter));
        }
    }
}

/// The bullet without `number` tokens from `at` on: with the blank before them, or, at the start, with a
/// capital for what comes next.
fn without(bullet: &Bullet, at: usize, number: usize) -> Option<(TextRange, String)> {
    let tokens = &bullet.anatomy.tokens;
    let last = tokens.get(at + number - 1)?.range.end;
    if let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) {
        return Some((TextRange::new(before.range.end, last), String::new()));
    }
    let next = tokens.get(number).filter(|next| next.kind == TokenKind::Word)?;
    let mut letters = next.range.of(bullet.text.as_str()).chars();
    // Case beyond ASCII is tables of 10 KB in a browser; such words are left as they are.
    let initial = letters.next()?.to_ascii_uppercase();
    let capital = std::iter::once(initial).chain(letters).collect();
    Some((tokens.first()?.range.cover(next.range), capital))
}
