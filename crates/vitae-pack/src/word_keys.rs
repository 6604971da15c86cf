//! Keys of words and of pairs that stand side by side. Tokens of a line come in; punctuation is left
//! out, any number counts as the same word.

use vitae_text::{Token, TokenKind, fold_key};

/// The keys of a line: of each word, and after it of the pair that it ends.
pub struct WordKeys<'a> {
    tokens: std::slice::Iter<'a, Token>,
    number: u64,
    last: Option<u64>,
    pair: Option<u64>,
}

impl<'a> WordKeys<'a> {
    /// Those of `tokens`.
    #[must_use]
    pub fn of(tokens: &'a [Token]) -> Self {
        Self { tokens: tokens.iter(), number: fold_key("#"), last: None, pair: None }
    }
}

impl Iterator for WordKeys<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if let Some(pair) = self.pair.take() {
            return Some(pair);
        }
        let key = loop {
            let token = self.tokens.next()?;
            match token.kind {
                TokenKind::Word => break token.key,
                TokenKind::Number => break self.number,
                // In a table of words the sign itself stands for a number.
                TokenKind::Symbol if token.key == self.number => break self.number,
                TokenKind::Symbol => {}
            }
        };
        self.pair = self.last.map(|last| last.rotate_left(21) ^ key);
        self.last = Some(key);
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitae_text::tokenize;

    #[test]
    fn words_and_pairs_have_keys_and_numbers_are_alike() {
        let keys = |text: &str| WordKeys::of(&tokenize(text)).collect::<Vec<_>>();
        assert_eq!(keys("Led, 4 teams"), keys("led 17 Teams"));
        assert_eq!(keys("led # teams"), keys("led 17 teams").to_vec());
        assert_eq!(keys("on-call").len(), 3);
        assert_ne!(keys("a b")[2], keys("b a")[2]);
    }

    #[test]
    fn no_word_that_weighs_says_who_somebody_is_or_names_a_tool() {
        let words = &crate::Pack::builtin().data.level_words.words;
        assert!(words.len() > 1_000);
        let who =
            ["he", "she", "his", "her", "university", "google", "kafka", "postgresql", "java"];
        for (words, _) in words {
            assert!(words.split(' ').all(|word| !who.contains(&word)), "{words}");
        }
    }
}
