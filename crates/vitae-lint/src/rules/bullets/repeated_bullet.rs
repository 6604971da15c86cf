//! Bullets that say the same twice.

use crate::rule::rule;
use crate::{Context, Sink};
use std::cell::OnceCell;
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
    let plain = context.facts.bullets.iter().filter(|bullet| !bullet.prose).take(MOST_BULLETS);
    let bullets: Vec<Words<'_>> = plain.map(Words::new).collect();
    for (index, own) in bullets.iter().enumerate() {
        let bullet = own.bullet;
        let earlier = bullets[..index].iter().find(|other| own.may_be(other) && own.is(other));
        if let Some(Words { bullet: first, .. }) = earlier {
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

/// The words of a bullet, as far as they were asked for: most bullets differ at a glance.
struct Words<'a> {
    bullet: &'a Bullet,
    tokens: u32,
    /// A bit for each word.
    marks: u64,
    sorted: OnceCell<Vec<u64>>,
}

impl<'a> Words<'a> {
    fn new(bullet: &'a Bullet) -> Self {
        let words = bullet.anatomy.tokens.iter().filter(|token| token.kind != TokenKind::Symbol);
        let marks = words.fold(0, |marks, word| marks | 1 << (word.key >> 58));
        let tokens = bullet.anatomy.tokens.len() as u32;
        Self { bullet, tokens, marks, sorted: OnceCell::new() }
    }

    /// Bullets that share four words of five have few marks of their own.
    fn may_be(&self, other: &Self) -> bool {
        (self.marks ^ other.marks).count_ones() * 10 <= (self.tokens + other.tokens) * 2
    }

    fn is(&self, other: &Self) -> bool {
        let [own, others] = [self, other].map(|one| one.sorted.get_or_init(|| words(one.bullet)));
        own.len().min(others.len()) >= FEWEST_WORDS && alike(own, others)
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
