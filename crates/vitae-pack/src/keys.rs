//! A sorted table from token keys to values: built once, looked up without allocation.

use vitae_text::Token;

/// Values by key; of equal keys the first stays.
#[derive(Clone, Debug)]
pub(crate) struct KeyTable<V>(Vec<(u64, V)>);

impl<V: Copy> KeyTable<V> {
    pub(crate) fn build(entries: impl IntoIterator<Item = (u64, V)>) -> Self {
        let mut table: Vec<(u64, V)> = entries.into_iter().collect();
        vitae_text::sort_by_key(&mut table, |(key, _)| *key);
        table.dedup_by_key(|(key, _)| *key);
        Self(table)
    }

    pub(crate) fn get(&self, key: u64) -> Option<V> {
        let at = self.0.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        Some(self.0[at].1)
    }
}

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
