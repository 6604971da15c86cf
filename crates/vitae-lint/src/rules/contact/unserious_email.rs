//! E-mail addresses that read like a nickname.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for e-mail addresses with five or more digits in a row, or with a word such as `ninja`
    /// or `cool` as a part of their own. A year at the end is fine.
    ///
    /// # Why it matters
    /// It is one of the first things read, and a plain name cannot be read the wrong way.
    ///
    /// # Example
    /// ```contact
    /// codeninja.robin@example.com | +1 202 555 0143
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// robin.aldane@example.com | +1 202 555 0143
    /// ```
    ///
    /// # When to ignore it
    /// When the address is known in your field, as the name of a project is.
    ///
    /// # Source
    /// Common advice of career services; editorial list.
    CON007 = "unserious-email" {
        group: Contact,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["B09"],
        check: Resume(check),
    }
}

const MOST_DIGITS: usize = 4;
/// Words that are no part of common names.
const WORDS: [&str; 22] = [
    "ninja",
    "sexy",
    "cool",
    "rockstar",
    "guru",
    "wizard",
    "babe",
    "hottie",
    "gamer",
    "gamerboy",
    "princess",
    "killer",
    "crazy",
    "badboy",
    "badgirl",
    "partygirl",
    "stoner",
    "swag",
    "xoxo",
    "codeninja",
    "hacker",
    "l33t",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let email = &context.resume().basics.email;
    let Some((local, _)) = email.split_once('@') else { return };
    let place = context.range("/basics/email").unwrap_or_default();
    let digits = local.split(|ch: char| !ch.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    let word = local
        .split(|ch: char| !ch.is_alphanumeric())
        .map(|part| part.trim_matches(|ch: char| ch.is_ascii_digit()))
        .find(|part| WORDS.iter().any(|word| part.eq_ignore_ascii_case(word)));
    let message = if let Some(word) = word {
        format!("`{word}` in the e-mail address may not be read as you mean it")
    } else if digits > MOST_DIGITS {
        format!("e-mail address holds {digits} digits in a row (limit {MOST_DIGITS})")
    } else {
        return;
    };
    sink.at(place, message, "use an address made of your name for applications");
}
