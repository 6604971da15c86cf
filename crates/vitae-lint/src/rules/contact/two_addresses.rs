//! Two e-mail addresses or phone numbers.

use crate::rule::rule;
use crate::search::{CONTACT, bodies, emails, phones};
use crate::{Context, Sink};
use vitae_text::{TextRange, fold_key};

rule! {
    /// # What it does
    /// Looks for a second, different e-mail address or phone number in the contact block.
    ///
    /// # Why it matters
    /// A portal keeps one of each, and you cannot know which.
    ///
    /// # Example
    /// ```contact
    /// robin.aldane@example.com | raldane@example.org | +1 202 555 0143
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// robin.aldane@example.com | +1 202 555 0143
    /// ```
    ///
    /// # When to ignore it
    /// When the second number is for another country and says so.
    ///
    /// # Source
    /// Editorial.
    CON008 = "two-addresses" {
        group: Contact,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["B11"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut mail: Vec<(u64, TextRange)> = Vec::new();
    let mut phone: Vec<(u64, TextRange)> = Vec::new();
    let count = |own: fn(&u8) -> bool| -> usize {
        bodies(context, &CONTACT).map(|at| context.text(at).bytes().filter(own).count()).sum()
    };
    // Two addresses have two signs, two numbers the digits of two.
    let (mails, numbers) = (count(|byte| *byte == b'@') > 1, count(u8::is_ascii_digit) >= 18);
    for range in bodies(context, &CONTACT) {
        if mails {
            mail.extend(emails(context, range).into_iter().map(|(at, word)| (fold_key(word), at)));
        }
        if numbers {
            let found = phones(context, range).into_iter();
            phone.extend(found.map(|at| (number(context.text(at)), at)));
        }
    }
    for (what, found) in [("e-mail addresses", mail), ("phone numbers", phone)] {
        let Some(first) = found.first().copied() else { continue };
        if let Some((_, second)) = found.iter().find(|(key, _)| *key != first.0) {
            sink.at(
                *second,
                format!("two {what} at the top: only one may be kept"),
                "leave the one that you answer, and drop the other",
            )
            .also([first.1]);
        }
    }
}

/// Key of the last nine digits: with and without country code are one number.
fn number(printed: &str) -> u64 {
    let digits: Vec<u8> = printed.bytes().filter(u8::is_ascii_digit).collect();
    let tail = &digits[digits.len().saturating_sub(9)..];
    tail.iter().fold(1, |key, digit| key * 10 + u64::from(digit - b'0'))
}
