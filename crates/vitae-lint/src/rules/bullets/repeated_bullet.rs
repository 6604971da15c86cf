//! Bullets that say the same twice.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Bullet;
use vitae_text::TokenKind;

rule! {
    /// # What it does
    /// Looks for bullets that share more than four fifths of their words with an earlier one.
    ///
    /// # Why it matters
    /// The second copy takes the place of something new, and reads as padding.
    ///
    /// # Example
    /// ```bullets
    /// - Wrote runbooks for the label service and its queue
    /// - Wrote the runbooks for the label service and its queue
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Wrote runbooks for the label service and its queue
    /// - Replaced nightly exports with Kafka events, which let depots see parcels at once
    /// ```
    ///
    /// # When to ignore it
    /// Never; if two roles had the same task, say what differed.
    ///
    /// # Source
    /// Editorial.
    EXP006 = "repeated-bullet" {
        group: Bullets,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: None,
        covers: ["E14"],
        check: Resume(check),
    }
}

/// Bullets shorter than this share their few words by accident.
const FEWEST_WORDS: usize = 4;
/// More pairs than this are not compared, so that a file of 10,000 bullets stays cheap.
const MOST_BULLETS: usize = 300;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let bullets: Vec<(&Bullet, Vec<u64>)> = context
        .facts
        .bullets
        .iter()
        .filter(|bullet| !bullet.prose)
        .take(MOST_BULLETS)
        .map(|bullet| (bullet, words(bullet)))
        .filter(|(_, words)| words.len() >= FEWEST_WORDS)
        .collect();
    for (index, (bullet, own)) in bullets.iter().enumerate() {
        let earlier = bullets[..index].iter().find(|(_, other)| alike(own, other));
        if let Some((first, _)) = earlier {
            let line = context.document.line_number(first.range.start);
            sink.bullet(
                bullet,
                format!("repeats the bullet of line {line}"),
                "keep one of the two, or say what was different this time",
            )
            .also([first.range]);
        }
    }
}

/// Distinct words, sorted.
fn words(bullet: &Bullet) -> Vec<u64> {
    let tokens = bullet.anatomy.tokens.iter();
    let mut words: Vec<u64> =
        tokens.filter(|token| token.kind != TokenKind::Symbol).map(|token| token.key).collect();
    vitae_text::sort(&mut words);
    words.dedup();
    words
}

/// Shared words are more than 80 % of all words of both.
fn alike(a: &[u64], b: &[u64]) -> bool {
    if a.len().min(b.len()) * 10 <= a.len().max(b.len()) * 8 {
        return false;
    }
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    shared * 10 > (a.len() + b.len() - shared) * 8
}
