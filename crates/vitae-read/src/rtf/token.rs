//! RTF bytes to tokens: braces, control words, single bytes. Never fails: what is no control word is
//! text.

/// A piece of RTF.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// `\name123`: the name and its number.
    Word(&'a str, Option<i32>),
    /// `\` and one character that is no letter.
    Symbol(u8),
    /// `\'e9`, or a byte of text as it stands.
    Byte {
        byte: u8,
        /// It was written in digits.
        coded: bool,
    },
}

pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Steps over binary data.
    pub(super) fn step_over(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let first = self.peek()?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(if first == b'\'' { self.coded() } else { Token::Symbol(first) });
        }
        let start = self.at;
        // Longer names are no control words; 32 is the limit of the format.
        while self.peek().is_some_and(|byte| byte.is_ascii_alphabetic()) && self.at - start < 32 {
            self.at += 1;
        }
        let name = std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or("");
        let number = self.number();
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        Some(Token::Word(name, number))
    }

    fn number(&mut self) -> Option<i32> {
        let start = self.at;
        let sign = self.peek() == Some(b'-');
        let digits = start + usize::from(sign);
        let len = self.bytes[digits.min(self.bytes.len())..]
            .iter()
            .take(10)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        if len == 0 {
            return None;
        }
        self.at = digits + len;
        std::str::from_utf8(&self.bytes[start..self.at]).ok()?.parse().ok()
    }

    /// Two hexadecimal digits.
    fn coded(&mut self) -> Token<'a> {
        let digits = self.bytes.get(self.at..self.at + 2);
        let code = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                self.at += 2;
                Token::Byte { byte, coded: true }
            }
            None => Token::Byte { byte: b'\'', coded: false },
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => return self.control(),
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte { byte, coded: false },
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_bytes() {
        let tokens: Vec<Token<'_>> = Tokens::new(b"{\\b0 x\\'e9\\~\\u-12?}\r\n\\par\\").collect();
        let byte = |byte| Token::Byte { byte, coded: false };
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("b", Some(0)),
                byte(b'x'),
                Token::Byte { byte: 0xe9, coded: true },
                Token::Symbol(b'~'),
                Token::Word("u", Some(-12)),
                byte(b'?'),
                Token::Close,
                Token::Word("par", None),
            ]
        );
    }
}
