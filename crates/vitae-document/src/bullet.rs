//! Bullet glyphs at the start of a line.

/// Glyphs that people and programs put before list items.
const GLYPHS: &[char] = &[
    '•', '‣', '◦', '▪', '▫', '●', '○', '■', '□', '◆', '◇', '►', '▶', '▸', '▹', '➢', '➤', '❖', '✓',
    '✔', '⁃', '∙', '·', '»', '›', '♦', '¤', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f076}', '◾',
    '⦿', '⚫', '★', '❑', '・', '◼', '◻', '▷', '△', '▲', '▼', '→', '➔', '⇒', '✦', '✧', '※', '❯',
    '◉', '✅', '🔹', '🔸', '➜', '➡',
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
        || (spaced && first == 'o' && opens_item(rest.trim_start()));
    let content = after + (rest.len() - rest.trim_start().len());
    (bullet && content < line.len()).then_some(content)
}

/// Text after a lone `o`, which is a word in some languages: a capital, a figure or an address.
fn opens_item(text: &str) -> bool {
    let word = text.split(char::is_whitespace).next().unwrap_or("");
    text.starts_with(|ch: char| ch.is_uppercase() || ch.is_ascii_digit())
        || word.split_once('/').is_some_and(|(host, _)| host.contains('.'))
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
        assert_eq!(leading_bullet("o code.example.com/tool"), Some(2));
        assert_eq!(leading_bullet("・設計"), Some(3));
        assert_eq!(leading_bullet("o time de dados"), None);
        assert_eq!(leading_bullet("of the team"), None);
        assert_eq!(leading_bullet("-5 °C"), None);
        assert_eq!(leading_bullet("*starred*"), None);
        assert_eq!(leading_bullet("•"), None);
        assert_eq!(leading_bullet(""), None);
    }
}
