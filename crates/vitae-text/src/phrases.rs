//! Finds known phrases in a run of tokens, longest first. Case and hyphens do not matter:
//! `event driven`, `Event-Driven` and `EVENT - DRIVEN` are one phrase.

use crate::token::{Token, fold_key, tokenize};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are already hashes; hashing them again would be work for nothing.
#[derive(Default, Clone)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<KeyHasher>>;

/// A set of phrases, each with a value.
#[derive(Clone)]
pub struct Phrases<V> {
    by_first: KeyMap<Vec<Entry<V>>>,
}

#[derive(Clone)]
struct Entry<V> {
    /// Keys of the words after the first.
    rest: Box<[u64]>,
    value: V,
}

/// A phrase that was found.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct PhraseMatch<V> {
    /// How many tokens it takes, hyphens between its words included.
    pub tokens: usize,
    /// The value it was stored with.
    pub value: V,
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { by_first: KeyMap::default() }
    }
}

impl<V: Copy> Phrases<V> {
    /// A set made of `(phrase, value)`; of equal phrases the first stays.
    pub fn build<'a>(phrases: impl IntoIterator<Item = (&'a str, V)>) -> Self {
        let mut set = Self::default();
        for (phrase, value) in phrases {
            set.insert(phrase, value);
        }
        set
    }

    /// Adds a phrase. An empty one, and one that is there already, changes nothing.
    pub fn insert(&mut self, phrase: &str, value: V) {
        let hyphen = hyphen_key();
        let mut keys = tokenize(phrase).into_iter().map(|token| token.key).filter(|k| *k != hyphen);
        let Some(first) = keys.next() else { return };
        let rest: Box<[u64]> = keys.collect();
        let entries = self.by_first.entry(first).or_default();
        if entries.iter().any(|entry| entry.rest == rest) {
            return;
        }
        // Longest first, so that the first hit is the longest.
        let at = entries.partition_point(|entry| entry.rest.len() >= rest.len());
        entries.insert(at, Entry { rest, value });
    }

    /// The longest phrase that starts at the first of `tokens`.
    #[must_use]
    pub fn longest(&self, tokens: &[Token]) -> Option<PhraseMatch<V>> {
        let entries = self.by_first.get(&tokens.first()?.key)?;
        entries.iter().find_map(|entry| {
            let tokens = match_rest(&entry.rest, &tokens[1..])?;
            Some(PhraseMatch { tokens: tokens + 1, value: entry.value })
        })
    }

    /// The value of the phrase that `text` as a whole is, if any.
    #[must_use]
    pub fn exact(&self, text: &str) -> Option<V> {
        let tokens = tokenize(text);
        self.longest(&tokens).filter(|found| found.tokens == tokens.len()).map(|found| found.value)
    }

    /// All phrases from left to right, longest first, without overlap: index of the first token
    /// and the match.
    pub fn find_all<'a>(
        &'a self,
        tokens: &'a [Token],
    ) -> impl Iterator<Item = (usize, PhraseMatch<V>)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < tokens.len() {
                let start = at;
                if let Some(found) = self.longest(&tokens[start..]) {
                    at = start + found.tokens;
                    return Some((start, found));
                }
                at += 1;
            }
            None
        })
    }
}

fn hyphen_key() -> u64 {
    fold_key("-")
}

/// Tokens taken by `rest`, hyphens skipped, or none if the words differ.
fn match_rest(rest: &[u64], tokens: &[Token]) -> Option<usize> {
    let hyphen = hyphen_key();
    let mut taken = 0;
    for key in rest {
        let mut next = tokens.get(taken)?;
        if next.key == hyphen {
            taken += 1;
            next = tokens.get(taken)?;
        }
        if next.key != *key {
            return None;
        }
        taken += 1;
    }
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_hyphens_do_not_matter() {
        let set = Phrases::build([("event", 1), ("event driven architecture", 2), ("ci/cd", 3)]);
        let found = |text: &str| {
            let tokens = tokenize(text);
            set.find_all(&tokens).map(|(at, hit)| (at, hit.tokens, hit.value)).collect::<Vec<_>>()
        };
        assert_eq!(found("Event-Driven Architecture"), [(0, 4, 2)]);
        assert_eq!(found("an event, then CI/CD"), [(1, 1, 1), (4, 3, 3)]);
        assert_eq!(found("event driven"), [(0, 1, 1)]);
        assert_eq!(set.exact("CI/CD"), Some(3));
        assert_eq!(set.exact("CI/CD pipelines"), None);
    }

    #[test]
    fn empty_phrases_are_ignored_and_the_first_of_equals_stays() {
        let mut set = Phrases::build([("", 1), ("-", 2)]);
        set.insert("Go", 3);
        set.insert("GO", 4);
        assert_eq!(set.exact("go"), Some(3));
        assert_eq!(set.exact(""), None);
    }
}
