//! Short fixed lists of words that every word of a resume is looked up in. Most words are in none of
//! them, and their first letter and length say so at once.

/// Words in small letters.
pub(crate) struct WordSet {
    words: &'static [&'static str],
    initials: u32,
    lengths: u32,
}

impl WordSet {
    /// The set of `words`, each in small letters.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let (mut initials, mut lengths, mut at) = (0, 0, 0);
        while at < words.len() {
            let word = words[at].as_bytes();
            initials |= initial(word[0]);
            lengths |= length(word.len());
            at += 1;
        }
        Self { words, initials, lengths }
    }

    /// Whether `word` is one of them, whatever its case.
    #[inline]
    pub(crate) fn holds(&self, word: &str) -> bool {
        let Some(first) = word.as_bytes().first() else { return false };
        let alike = self.initials & initial(*first) != 0 && self.lengths & length(word.len()) != 0;
        if word.is_ascii() { alike && self.is_listed(word) } else { self.is_listed_wide(word) }
    }

    fn is_listed(&self, word: &str) -> bool {
        self.words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// A letter in small may have another length in bytes than its capital.
    fn is_listed_wide(&self, word: &str) -> bool {
        let small = || word.chars().flat_map(char::to_lowercase);
        word.len() <= 48 && self.words.iter().any(|known| known.chars().eq(small()))
    }
}

/// One bit for the first byte, the same for both cases of a letter.
const fn initial(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// One bit for the length in bytes.
const fn length(bytes: usize) -> u32 {
    1 << if bytes < 31 { bytes } else { 31 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: &[&str] = &["to", "bis", "à", "jusqu'à", "-ing", "co-op", "예정"];

    #[test]
    fn case_does_not_matter() {
        let set = WordSet::new(WORDS);
        for word in ["to", "TO", "Bis", "À", "Jusqu'À", "-Ing", "예정"] {
            assert!(set.holds(word), "{word}");
        }
    }

    proptest! {
        #[test]
        fn it_holds_what_the_list_holds(word in "[a-cot\\-]{0,3}|(to|bis|co-op)[a-c]?") {
            prop_assert_eq!(WordSet::new(WORDS).holds(&word), WORDS.contains(&word.as_str()));
        }
    }
}
