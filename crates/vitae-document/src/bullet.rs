//! Bullet glyphs at the start of a line.

/// Glyphs that people and programs put before list items.
const GLYPHS: &[char] = &[
    '•', '‣', '◦', '▪', '▫', '●', '○', '■', '□', '◆', '◇', '►', '▶', '▸', '▹', '➢', '➤', '❖', '✓',
    '✔', '⁃', '∙', '·', '»', '›', '♦', '¤', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f076}', '◾',
    '⦿', '⚫', '★', '❑',
];

/// The byte offset of the text after a bullet glyph and its white space, or none when the line does
/// not open with one. `-`, `*`, `–`, `—`, `+` and `o` count only when white space follows.
#[must_use]
pub fn leading_bullet(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let mut chars = line[indent..].chars();
    let first = chars.next()?;
    let after = indent + first.len_utf8();
    let rest = &line[after..];
    let spaced = rest.starts_with(char::is_whitespace);
    let bullet = GLYPHS.contains(&first)
        || (spaced && matches!(first, '-' | '*' | '–' | '—' | '+' | '−' | '‐'))
        || (spaced && first == 'o' && rest.trim_start().starts_with(char::is_uppercase));
    let content = after + (rest.len() - rest.trim_start().len());
    (bullet && content < line.len()).then_some(content)
}

#[cfg(test)]
mod tests {
    use super::leading_bullet;

    #[test]
    fn glyphs_count_and_words_do_not() {
        assert_eq!(leading_bullet("• Built"), Some(4));
        assert_eq!(leading_bullet("  - Built"), Some(4));
        assert_eq!(leading_bullet("\u{f0b7}\tBuilt"), Some(4));
        assert_eq!(leading_bullet("o Built"), Some(2));
        assert_eq!(leading_bullet("of the team"), None);
        assert_eq!(leading_bullet("-5 °C"), None);
        assert_eq!(leading_bullet("*starred*"), None);
        assert_eq!(leading_bullet("•"), None);
        assert_eq!(leading_bullet(""), None);
    }
}
