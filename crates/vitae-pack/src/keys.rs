//! One key for a line of several words, for tables of headings.

use vitae_text::Token;

/// One key for a whole line: hyphens and what closes a heading do not count, `&` is `and`.
pub(crate) fn line_key(tokens: &[Token]) -> Option<u64> {
    let [hyphen, and, ampersand, colon, dot] =
        ["-", "and", "&", ":", "."].map(vitae_text::fold_key);
    let mut tokens = tokens;
    while let Some((last, before)) = tokens.split_last() {
        if last.key != colon && last.key != dot && last.key != hyphen {
            break;
        }
        tokens = before;
    }
    let keys = tokens.iter().map(|token| token.key).filter(|key| *key != hyphen);
    let keys = keys.map(|key| if key == ampersand { and } else { key });
    keys.fold(None, |line, key| {
        Some(line.unwrap_or(0x9e37_79b9_7f4a_7c15_u64).rotate_left(7).wrapping_mul(31) ^ key)
    })
}
