//! Text for terminals: safe characters, widths in columns, wrapping, cutting, colour. Strings in,
//! strings out; colour only ever repeats what the words say.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// `text` with characters that could steer a terminal or turn the reading direction replaced.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().map(printable_char).collect()
}

pub(crate) fn printable_char(ch: char) -> char {
    match ch {
        '\t' | '\n' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
        ch if ch.is_control() => '\u{fffd}',
        ch => ch,
    }
}

/// Columns that `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// Columns that a character takes.
pub(crate) fn char_width(ch: char) -> usize {
    ch.width().unwrap_or(0)
}

/// `text`, cut with an ellipsis to at most `limit` columns.
pub(crate) fn cut(text: &str, limit: usize) -> String {
    if width(text) <= limit {
        return text.to_owned();
    }
    let mut used = 1;
    let kept = text.chars().take_while(|ch| {
        used += char_width(*ch);
        used <= limit
    });
    let mut kept: String = kept.collect();
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// `text`, filled with spaces to at least `columns`.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    let fill = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(fill))
}

/// `first` and `text`, wrapped at words; further lines are indented as wide as `first`.
#[must_use]
pub fn wrap(first: &str, text: &str, limit: usize) -> String {
    let indent = " ".repeat(width(first));
    let mut out = first.to_owned();
    let mut used = width(first);
    let mut empty = true;
    for word in printable(text).split_whitespace() {
        let wide = width(word);
        if !empty && used + 1 + wide > limit {
            out.push('\n');
            out.push_str(&indent);
            used = width(&indent);
            empty = true;
        }
        if !empty {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += wide;
        empty = false;
    }
    out.push('\n');
    out
}

/// Colours, or none.
#[derive(Copy, Clone, Debug)]
pub struct Paint {
    /// Colour is on.
    pub on: bool,
}

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        if self.on && !text.is_empty() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    /// In bold.
    #[must_use]
    pub fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    /// In a colour that steps back.
    #[must_use]
    pub fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    /// In the colour of what is good.
    #[must_use]
    pub fn good(self, text: &str) -> String {
        self.with("32", text)
    }

    /// In the colour of a question to the person.
    #[must_use]
    pub fn ask(self, text: &str) -> String {
        self.with("36", text)
    }

    /// In the colour of what goes.
    #[must_use]
    pub fn removed(self, text: &str) -> String {
        self.with("31", text)
    }

    /// In the colour of a severity.
    pub(crate) fn severity(self, severity: vitae_lint::Severity, text: &str) -> String {
        let code = match severity {
            vitae_lint::Severity::Error => "1;31",
            vitae_lint::Severity::Warning => "1;33",
            vitae_lint::Severity::Info => "1;34",
        };
        self.with(code, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c\td"), "a\u{fffd}[31mb\u{fffd}c d");
    }

    #[test]
    fn words_wrap_under_their_start_and_cuts_are_marked() {
        let text = wrap("= help: ", "name what changed because of it", 22);
        assert_eq!(text, "= help: name what\n        changed\n        because of it\n");
        assert_eq!(cut("東京エンジニア", 7), "東京エ…");
        assert_eq!(cut("Ann", 7), "Ann");
    }
}
