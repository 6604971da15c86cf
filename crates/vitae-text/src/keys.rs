//! A table from token keys to values: built once, looked up without allocation. Keys are spread
//! evenly, so their highest byte says where in the sorted entries to look.

use crate::sieve::Sieve;
use crate::sort_by_key;

/// Values by key; of equal keys the first stays.
#[derive(Clone, Debug)]
pub struct KeyTable<V> {
    entries: Vec<(u64, V)>,
    /// First entry of each highest byte, and one past the last.
    starts: Vec<u32>,
    sieve: Sieve,
}

impl<V: Copy> KeyTable<V> {
    /// A table of these entries.
    pub fn build(entries: impl IntoIterator<Item = (u64, V)>) -> Self {
        let mut entries: Vec<(u64, V)> = entries.into_iter().collect();
        sort_by_key(&mut entries, |(key, _)| *key);
        entries.dedup_by_key(|(key, _)| *key);
        let mut starts = vec![0u32; 257];
        for (key, _) in &entries {
            starts[(key >> 56) as usize + 1] += 1;
        }
        for byte in 1..starts.len() {
            starts[byte] += starts[byte - 1];
        }
        let keys: Vec<u64> = entries.iter().map(|(key, _)| *key).collect();
        Self { entries, starts, sieve: Sieve::new(&keys) }
    }

    /// The value of `key`.
    #[inline]
    #[must_use]
    pub fn get(&self, key: u64) -> Option<V> {
        if self.sieve.may_hold(key) { self.find(key) } else { None }
    }

    fn find(&self, key: u64) -> Option<V> {
        let byte = (key >> 56) as usize;
        let range = self.starts[byte] as usize..self.starts[byte + 1] as usize;
        let entries = &self.entries[range];
        let at = entries.iter().find(|(other, _)| *other >= key)?;
        (at.0 == key).then_some(at.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold_key;

    #[test]
    fn every_key_leads_to_its_first_value() {
        let words: Vec<String> = (0..900).map(|n| format!("word{}", n % 800)).collect();
        let table = KeyTable::build(words.iter().zip(0..).map(|(word, n)| (fold_key(word), n)));
        for (n, word) in words.iter().enumerate().take(800) {
            assert_eq!(table.get(fold_key(word)), Some(n), "{word}");
        }
        assert_eq!(table.get(fold_key("other")), None);
        assert_eq!(KeyTable::<u8>::build([]).get(7), None);
    }
}
