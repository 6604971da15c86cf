//! Finds known phrases in a run of tokens, longest first. Case and hyphens do not matter:
//! `event driven`, `Event-Driven` and `EVENT - DRIVEN` are one phrase.

use crate::sieve::Sieve;
use crate::token::{Token, tokenize_into};

/// A set of phrases, each with a value. Built once, at the start of a process: everything lies in
/// three flat lists, so that thousands of phrases cost a handful of allocations.
#[derive(Clone)]
pub struct Phrases<V> {
    /// By bucket of the first key, then longest first.
    entries: Vec<Entry<V>>,
    /// Keys of the words after the first, of all phrases.
    rests: Vec<u64>,
    /// First entry of each bucket, and one past the last.
    buckets: Vec<u32>,
    /// A key's bucket is its highest bits: shifted right by this much.
    shift: u32,
    /// First keys.
    sieve: Sieve,
}

#[derive(Copy, Clone)]
struct Entry<V> {
    first: u64,
    /// Its part of `rests`.
    rest: (u32, u32),
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
        Self {
            entries: Vec::new(),
            rests: Vec::new(),
            buckets: vec![0; 3],
            shift: 63,
            sieve: Sieve::default(),
        }
    }
}

impl<V: Copy> Phrases<V> {
    /// A set made of `(phrase, value)`. Empty phrases are left out; of equal ones the first stays.
    pub fn build<'a>(phrases: impl IntoIterator<Item = (&'a str, V)>) -> Self {
        let mut tokens = Vec::new();
        let mut entries: Vec<Entry<V>> = Vec::new();
        let mut rests: Vec<u64> = Vec::new();
        for (phrase, value) in phrases {
            tokenize_into(phrase, &mut tokens);
            let mut keys = tokens.iter().map(|token| token.key).filter(|key| *key != HYPHEN);
            let Some(first) = keys.next() else { continue };
            let start = rests.len() as u32;
            rests.extend(keys);
            entries.push(Entry { first, rest: (start, rests.len() as u32), value });
        }
        let bits = (entries.len() * 2).next_power_of_two().trailing_zeros().max(1);
        let shift = 64 - bits;
        let keys = |entry: &Entry<V>| &rests[entry.rest.0 as usize..entry.rest.1 as usize];
        // Stable, so that the first of equal phrases stays in front.
        crate::sort_by(&mut entries, |a, b| {
            let by_words = || keys(b).len().cmp(&keys(a).len()).then_with(|| keys(a).cmp(keys(b)));
            a.first.cmp(&b.first).then_with(by_words)
        });
        entries.dedup_by(|later, first| later.first == first.first && keys(later) == keys(first));
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for entry in &entries {
            buckets[(entry.first >> shift) as usize + 1] += 1;
        }
        for bucket in 1..buckets.len() {
            buckets[bucket] += buckets[bucket - 1];
        }
        let firsts: Vec<u64> = entries.iter().map(|entry| entry.first).collect();
        Self { entries, rests, buckets, shift, sieve: Sieve::new(&firsts) }
    }

    /// The keys that phrases begin with, each once or more.
    pub fn first_keys(&self) -> impl Iterator<Item = u64> + '_ {
        self.entries.iter().map(|entry| entry.first)
    }

    /// The longest phrase that starts at the first of `tokens`.
    #[inline]
    #[must_use]
    pub fn longest(&self, tokens: &[Token]) -> Option<PhraseMatch<V>> {
        let first = tokens.first()?.key;
        if !self.sieve.may_hold(first) {
            return None;
        }
        self.longest_of(first, tokens)
    }

    /// As [`Self::longest`], of the phrases whose first key is `first`.
    fn longest_of(&self, first: u64, tokens: &[Token]) -> Option<PhraseMatch<V>> {
        let bucket = (first >> self.shift) as usize;
        let range = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        self.entries[range].iter().filter(|entry| entry.first == first).find_map(|entry| {
            let rest = &self.rests[entry.rest.0 as usize..entry.rest.1 as usize];
            let taken = match_rest(rest, &tokens[1..])?;
            Some(PhraseMatch { tokens: taken + 1, value: entry.value })
        })
    }

    /// All phrases that start at the first of `tokens`, longest first.
    pub fn every<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = PhraseMatch<V>> + 'a {
        let first = tokens.first().map_or(0, |token| token.key);
        let bucket = (first >> self.shift) as usize;
        let mut range = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        if !self.sieve.may_hold(first) {
            range.end = range.start;
        }
        self.entries[range].iter().filter(move |entry| entry.first == first).filter_map(|entry| {
            let rest = &self.rests[entry.rest.0 as usize..entry.rest.1 as usize];
            let taken = match_rest(rest, tokens.get(1..)?)?;
            Some(PhraseMatch { tokens: taken + 1, value: entry.value })
        })
    }

    /// The value of the phrase that `text` as a whole is, if any.
    #[must_use]
    pub fn exact(&self, text: &str) -> Option<V> {
        let mut tokens = Vec::new();
        tokenize_into(text, &mut tokens);
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

/// Tokens taken by `rest`, hyphens skipped, or none if the words differ.
fn match_rest(rest: &[u64], tokens: &[Token]) -> Option<usize> {
    let mut taken = 0;
    for key in rest {
        let mut next = tokens.get(taken)?;
        if next.key == HYPHEN {
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

/// `fold_key("-")`; a test holds that it is.
const HYPHEN: u64 = 0xaf63_a04c_8601_8698;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::{fold_key, tokenize};

    #[test]
    fn the_key_of_a_hyphen_is_known() {
        assert_eq!(fold_key("-"), HYPHEN, "{:#x}", fold_key("-"));
    }

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
        let set = Phrases::build([("", 1), ("-", 2), ("Go", 3), ("GO", 4)]);
        assert_eq!(set.exact("go"), Some(3));
        assert_eq!(set.exact(""), None);
        assert_eq!(Phrases::<u8>::default().exact("go"), None);
    }

    #[test]
    fn every_phrase_of_a_large_set_is_found() {
        let names: Vec<String> = (0..3000).map(|n| format!("word{} of {n}", n % 700)).collect();
        let set = Phrases::build(names.iter().enumerate().map(|(n, name)| (name.as_str(), n)));
        for (n, name) in names.iter().enumerate() {
            assert_eq!(set.exact(name), Some(n), "{name}");
        }
    }
}
