//! Words, numbers and symbols of a text, each with its span and a case-blind key for lookup.

use crate::TextRange;

/// What a token is made of.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters (with digits, marks and inner apostrophes): `Kafka`, `p99`, `don't`.
    Word,
    /// Starts with a digit: `1`, `10k`, `2nd`. A decimal point splits: `1.2` is three tokens.
    Number,
    /// One character that is neither a letter, a digit nor white space.
    Symbol,
}

/// One token: where it stands, what it is, and its folded key.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the token in the text that was cut.
    pub range: TextRange,
    /// What it is made of.
    pub kind: TokenKind,
    /// No white space stands before it.
    pub glued: bool,
    /// FNV-1a of the lower-cased characters; equal for `GO`, `Go` and `go`.
    pub key: u64,
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// The lookup key of a word: FNV-1a over its lower-cased characters.
#[must_use]
pub fn fold_key(word: &str) -> u64 {
    let mut key = FNV_OFFSET;
    if word.is_ascii() {
        for byte in word.bytes() {
            key = (key ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(FNV_PRIME);
        }
        return key;
    }
    for ch in word.chars() {
        if ch.is_ascii() {
            key = (key ^ u64::from(ch.to_ascii_lowercase() as u8)).wrapping_mul(FNV_PRIME);
        } else {
            for lower in ch.to_lowercase() {
                let lower = if lower == '\u{2019}' { '\'' } else { lower };
                key = (key ^ u64::from(u32::from(lower))).wrapping_mul(FNV_PRIME);
            }
        }
    }
    key
}

/// Cuts `text` into tokens. White space is dropped; every other character is in exactly one token.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    tokenize_into(text, &mut tokens);
    tokens
}

/// As [`tokenize`], into a buffer that is cleared first.
pub fn tokenize_into(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut glued = false;
    let mut rest = text.char_indices().peekable();
    while let Some((start, ch)) = rest.next() {
        if ch.is_whitespace() {
            glued = false;
            continue;
        }
        let mut end = start + ch.len_utf8();
        let kind = if ch.is_alphanumeric() {
            while let Some(&(at, next)) = rest.peek() {
                let inner = next.is_alphanumeric() || is_mark(next) || inside_word(text, at, next);
                if !inner {
                    break;
                }
                end = at + next.len_utf8();
                rest.next();
            }
            if ch.is_numeric() { TokenKind::Number } else { TokenKind::Word }
        } else {
            TokenKind::Symbol
        };
        let key = fold_key(&text[start..end]);
        tokens.push(Token { range: TextRange::at(start, end), kind, glued, key });
        glued = true;
    }
}

/// Combining marks and the soft hyphen stay inside their word.
fn is_mark(ch: char) -> bool {
    matches!(ch, '\u{0300}'..='\u{036f}' | '\u{00ad}')
}

/// An apostrophe between two letters belongs to the word.
fn inside_word(text: &str, at: usize, ch: char) -> bool {
    matches!(ch, '\'' | '\u{2019}')
        && text[at + ch.len_utf8()..].chars().next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|token| token.range.of(text)).collect()
    }

    #[test]
    fn technology_names_split_the_same_way_everywhere() {
        assert_eq!(words("C++, C#/.NET"), ["C", "+", "+", ",", "C", "#", "/", ".", "NET"]);
        assert_eq!(words("Node.js p99 1.2s"), ["Node", ".", "js", "p99", "1", ".", "2s"]);
        assert_eq!(words("don't 'quote'"), ["don't", "'", "quote", "'"]);
    }

    #[test]
    fn keys_ignore_case() {
        assert_eq!(fold_key("KAFKA"), fold_key("kafka"));
        assert_eq!(fold_key("ÉCOLE"), fold_key("école"));
        assert_ne!(fold_key("go"), fold_key("og"));
    }

    proptest! {
        #[test]
        fn every_visible_character_is_in_one_token(text in "\\PC{0,80}") {
            let tokens = tokenize(&text);
            let covered: usize = tokens.iter().map(|t| t.range.of(&text).chars().count()).sum();
            let visible = text.chars().filter(|ch| !ch.is_whitespace()).count();
            prop_assert_eq!(covered, visible);
            prop_assert!(tokens.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        }
    }
}
