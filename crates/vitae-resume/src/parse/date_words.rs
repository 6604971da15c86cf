//! The words around dates: what opens a period, joins its ends, or tells a year from a version.
//! Months, seasons and words for today come from the pack; the small closed sets stand here.

use super::word_set::WordSet;
use vitae_pack::Pack;

/// Words before a date.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Prefix {
    /// `since 2019`.
    Since,
    /// `until 2019`.
    Until,
    /// `expected 2026`.
    Expected,
    /// `de 2019 à 2021`: a word of a period only.
    Of,
}

const SINCE: WordSet = WordSet::new(&[
    "since",
    "seit",
    "depuis",
    "desde",
    "from",
    "ab",
    "starting",
    "sinds",
    "dal",
    "начиная",
]);
const OF: WordSet =
    WordSet::new(&["de", "du", "von", "vom", "del", "dal", "da", "entre", "between"]);
const UNTIL: WordSet =
    WordSet::new(&["until", "till", "til", "bis", "hasta", "até", "jusqu'en", "through"]);
const EXPECTED: WordSet = WordSet::new(&[
    "expected",
    "anticipated",
    "expecting",
    "graduating",
    "projected",
    "voraussichtlich",
    "prévu",
    "prévue",
    "previsto",
    "prevista",
    "prevision",
    "esperado",
    "esperada",
    "예정",
    "予定",
    "预计",
]);
const AFTER_EXPECTED: WordSet = WordSet::new(&[
    "graduation",
    "in",
    "completion",
    "by",
    "date",
    "degree",
    "on",
    "for",
    "of",
    "abschluss",
    "conclusão",
    "grad",
]);
const TO: WordSet = WordSet::new(&[
    "to", "until", "till", "til", "through", "thru", "bis", "à", "a", "au", "hasta", "al", "até",
    "ate", "jusqu'à", "至", "到",
]);
const LINKS: WordSet = WordSet::new(&["of", "de", "del", "do", "di", "en", "d'"]);
/// What a year follows when it is a version or a number of something.
const PRODUCTS: WordSet = WordSet::new(&[
    "server",
    "windows",
    "studio",
    "office",
    "iso",
    "rfc",
    "port",
    "ports",
    "pep",
    "iec",
    "din",
    "ieee",
    "ecma",
    "ecmascript",
    "cve",
    "version",
    "ver",
    "build",
    "release",
    "room",
    "page",
    "sap",
    "sharepoint",
    "exchange",
    "autocad",
    "matlab",
    "edition",
    "intellij",
    "unity",
    "en",
]);
const TIME_WORDS: WordSet = WordSet::new(&["mid", "early", "late", "end"]);

/// What a word before a date says.
pub(crate) fn prefix(word: &str) -> Option<Prefix> {
    if SINCE.holds(word) {
        Some(Prefix::Since)
    } else if UNTIL.holds(word) {
        Some(Prefix::Until)
    } else if OF.holds(word) {
        Some(Prefix::Of)
    } else {
        EXPECTED.holds(word).then_some(Prefix::Expected)
    }
}

/// `graduation` in `expected graduation May 2026`.
pub(crate) fn may_follow_expected(word: &str) -> bool {
    AFTER_EXPECTED.holds(word)
}

/// A word between the ends of a period.
pub(crate) fn is_to(word: &str) -> bool {
    TO.holds(word)
}

/// A word between month and year.
pub(crate) fn links_month_and_year(word: &str) -> bool {
    LINKS.holds(word)
}

/// A dash, tilde or arrow between the ends of a period.
pub(crate) fn is_dash(ch: char) -> bool {
    matches!(
        ch,
        '-' | '‐'
            | '‑'
            | '‒'
            | '–'
            | '—'
            | '―'
            | '−'
            | '~'
            | '～'
            | '〜'
            | '∼'
            | '→'
            | '➔'
            | '－'
            | '>'
    )
}

/// A script that is written without spaces, so that a number may touch a word.
pub(crate) fn is_cjk(ch: char) -> bool {
    matches!(ch, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// The text ends with a word after which a year is a version or a number.
pub(crate) fn ends_with_product(before: &str) -> bool {
    let Some(rest) = before.strip_suffix([' ', '\u{a0}']) else { return false };
    PRODUCTS.holds(last_word(rest))
}

/// The text ends with `mid`, `early` or `late`.
pub(crate) fn ends_with_time_word(before: &str) -> bool {
    TIME_WORDS.holds(last_word(before))
}

fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(25)
        .take_while(|(_, ch)| ch.is_alphabetic())
        .last()
        .map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// The year before the first of a Japanese era, and the length of its name.
pub(crate) fn era(word: &str) -> Option<(u16, usize)> {
    [("令和", 2018), ("平成", 1988), ("昭和", 1925)]
        .iter()
        .find(|(name, _)| word == *name)
        .map(|(name, base)| (*base, name.len()))
}

/// The month that a word names in any language of the pack.
pub(crate) fn month(pack: &Pack, word: &str) -> Option<u8> {
    if word.len() < 3 || word.len() > 24 { None } else { pack.month(word) }
}

/// Whether a word is a season in any language of the pack.
pub(crate) fn season(pack: &Pack, word: &str) -> bool {
    (3..=24).contains(&word.len()) && pack.season(word).is_some()
}

/// The end of a word for today at `at`: `Present`, `to date`, `현재`.
pub(crate) fn present(text: &str, at: usize, pack: &Pack) -> Option<usize> {
    let rest = text.get(at..)?;
    if !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    // The longest phrase has three short words; a cut word at the end matches nothing.
    let near = &rest[..rest.floor_char_boundary(40)];
    let tokens = vitae_text::tokenize(near);
    let taken = pack.present_word(&tokens)?;
    let last = tokens.get(taken.checked_sub(1)?)?;
    Some(at + last.range.end as usize)
}
