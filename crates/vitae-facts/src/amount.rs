//! What stands behind a number: percent words, fractions, periods of a rate, the noun that is
//! counted. A token in, what was read and the token after it out.

use crate::words::{Class, Reading};

/// `%`, `percent`, `percentage points`: canonical name and the token after it.
pub(crate) fn percent_words(reading: &Reading<'_>, at: usize) -> Option<(&'static str, usize)> {
    if reading.is_any(at, &["%", "\u{2030}", "percent"]) {
        return Some(("%", at + 1));
    }
    if reading.is(at, "per") && reading.is(at + 1, "cent") {
        return Some(("%", at + 2));
    }
    (reading.is(at, "percentage") && reading.is_any(at + 1, &["points", "point"]))
        .then_some(("pp", at + 2))
}

/// `thirds` of `two thirds`: how many parts make the whole.
pub(crate) fn fraction(reading: &Reading<'_>, at: usize) -> Option<i64> {
    const PARTS: [(&str, i64); 5] =
        [("thirds", 3), ("quarters", 4), ("fifths", 5), ("tenths", 10), ("fourths", 4)];
    let parts = PARTS.iter().find(|(word, _)| reading.is(at, word))?.1;
    // "three quarters" are a time as well, unless something is shared.
    let shared = parts != 4 || reading.is_any(at + 1, &["of", "fewer", "less"]);
    shared.then_some(parts)
}

/// `a day`, `per second`, `/min`, `daily`: index of the unit, and the token after it.
pub(crate) fn per_period(reading: &Reading<'_>, at: usize) -> Option<(u32, usize)> {
    if reading.class(at).is(Class::PERIODIC) && !reading.is(at, "annual") {
        return Some((reading.value(at), at + 1));
    }
    if !reading.is_any(at, &["/", "a", "an", "per", "each", "every"]) {
        return None;
    }
    let period = reading.class(at + 1).is(Class::PERIOD) && !reading.plural(at + 1);
    // "a second service", "a quarter of": no period.
    // "a year ahead" is a time that was won.
    let part = !reading.is(at, "/")
        && !reading.is(at, "per")
        && reading.is_any(at + 2, &["of", "ahead", "early", "earlier", "sooner"]);
    (period && !part).then(|| (reading.value(at + 1), at + 2))
}

/// The token after the head of the noun phrase that starts at `at`, when its head is a plural.
pub(crate) fn noun_phrase(reading: &Reading<'_>, at: usize) -> Option<usize> {
    // Plurals that often stand before the noun that is counted: `9 data scientists`.
    const BEFORE_NOUNS: [&str; 14] = [
        "data",
        "sales",
        "operations",
        "systems",
        "analytics",
        "logistics",
        "payments",
        "news",
        "sports",
        "savings",
        "claims",
        "communications",
        "media",
        "staff",
    ];
    let mut token = at;
    for _ in 0..6 {
        let joint = is_joint(reading, token);
        if joint && token > at && reading.glued(token) && reading.glued(token + 1) {
            token += 1;
            continue;
        }
        let next = token + 1;
        let hyphen = is_joint(reading, next) && reading.glued(next) && reading.glued(next + 1);
        // "6 on-premise services": a compound breaks nothing, whatever its parts are.
        let compound = hyphen || token > at && is_joint(reading, token - 1) && reading.glued(token);
        let breaks = !compound && reading.class(token).is(Class::BREAKS_PHRASE);
        if !reading.is_word(token) || breaks {
            return None;
        }
        // "100 req/min": what stands before a slash and a period is counted.
        if reading.is(next, "/") && reading.glued(next) && !hyphen {
            return Some(next);
        }
        let attribute = reading.is_any(token, &BEFORE_NOUNS)
            && reading.plural(next)
            && !reading.class(next).is(Class::PRESENT);
        if reading.plural(token) && !hyphen && !attribute {
            return Some(next);
        }
        token += 1;
    }
    None
}

/// A hyphen, or a slash that opens no rate: `A/B tests`, not `rows/s`.
fn is_joint(reading: &Reading<'_>, at: usize) -> bool {
    let rate = reading.class(at + 1).is(Class::PERIOD);
    reading.is_dash(at) || reading.is(at, "/") && !rate
}

/// A plural noun without its ending, in lower case.
pub(crate) fn singular(word: &str) -> String {
    let word = word.to_lowercase();
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return [stem, "y"].concat();
    }
    let es = ["sses", "ches", "shes", "xes"].iter().any(|tail| word.ends_with(tail));
    let cut = if es { 2 } else { usize::from(word.ends_with('s')) };
    word[..word.len() - cut].to_owned()
}
