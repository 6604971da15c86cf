//! What is surely not in a table of keys, told from a few bits. The keys of a table go in once; most
//! words of a text are then turned away without touching the table, which is far larger.

/// Bits by key: a clear bit means that no key of the table has it.
#[derive(Clone, Debug)]
pub struct Sieve {
    bits: Vec<u64>,
    /// A power of two less one.
    mask: usize,
}

impl Default for Sieve {
    fn default() -> Self {
        Self { bits: vec![0], mask: 63 }
    }
}

impl Sieve {
    /// A sieve for these keys, eight bits for each.
    #[must_use]
    pub fn new(keys: &[u64]) -> Self {
        let size = (keys.len() * 8).next_power_of_two().max(64);
        let mut sieve = Self { bits: vec![0; size / 64], mask: size - 1 };
        for key in keys {
            let at = *key as usize & sieve.mask;
            sieve.bits[at / 64] |= 1 << (at % 64);
        }
        sieve
    }

    /// Whether the table may hold `key`; false is certain.
    #[inline]
    #[must_use]
    pub fn may_hold(&self, key: u64) -> bool {
        let at = key as usize & self.mask;
        self.bits.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold_key;

    #[test]
    fn no_key_of_the_table_is_turned_away_and_most_others_are() {
        let keys: Vec<u64> = (0..500).map(|n| fold_key(&format!("word{n}"))).collect();
        let sieve = Sieve::new(&keys);
        assert!(keys.iter().all(|key| sieve.may_hold(*key)));
        let others = (0..1000).filter(|n| sieve.may_hold(fold_key(&format!("other{n}")))).count();
        assert!(others < 250, "{others} of 1000");
        assert!(!Sieve::default().may_hold(7));
    }
}
