//! Numbers of passports and other identity papers.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for the number of a passport, a driver licence, a national identity or a social
    /// insurance behind its label. Having a licence is fine; its number is not. The finding does
    /// not repeat the number.
    ///
    /// # Why it matters
    /// With your name and this number someone else can act as you. Resumes are stored and passed on.
    ///
    /// # Example
    /// ```contact
    /// robin.aldane@example.com | SSN: 000-12-3456
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// robin.aldane@example.com | Denver, CO
    /// ```
    ///
    /// # When to ignore it
    /// Never; an employer asks for it after the contract.
    ///
    /// # Source
    /// RChilli counts it as a fault.
    PRV002 = "identity-number" {
        group: Privacy,
        severity: Error,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["M05"],
        check: Resume(check),
    }
}

/// Labels in small letters. Source: RChilli's list, with the papers of our languages.
const LABELS: [&str; 26] = [
    "ssn",
    "social security",
    "social insurance",
    "national insurance",
    "passport",
    "national id",
    "national identity",
    "identity card",
    "id number",
    "id card",
    "driver licence",
    "driver license",
    "driver's licence",
    "driver's license",
    "driver’s licence",
    "driver’s license",
    "driving licence",
    "driving license",
    "aadhaar",
    "aadhar",
    "pan number",
    "tax id",
    "personalausweis",
    "cpf",
    "dni",
    "주민등록번호",
];
/// Words between a label and its number.
const FILLERS: [&str; 7] = ["number", "no", "nr", "num", "id", "card", "is"];
const FEWEST_DIGITS: usize = 5;

/// Whether words are the label of an identity paper.
pub(in crate::rules) fn is_identity(words: &str) -> bool {
    let words = words.to_lowercase();
    LABELS.iter().any(|label| words.starts_with(label))
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for line in &context.document.lines {
        let text = context.text(line.range);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if digits < FEWEST_DIGITS || !may_hold_label(text) {
            continue;
        }
        // Letter for letter, so that offsets of both texts agree.
        let lower = text.to_ascii_lowercase();
        for label in LABELS {
            if let Some(at) = find_label(&lower, label)
                && has_number(&lower[at + label.len()..])
            {
                let start = line.range.start as usize + at;
                let place = TextRange::at(start, start + label.len());
                sink.at(
                    place,
                    format!(
                        "the number of an identity paper stands after `{}`",
                        context.text(place)
                    ),
                    "delete the number; an employer asks for it after the contract",
                );
                break;
            }
        }
    }
}

/// Whether a word begins as a label does; lines of dates and figures have none.
fn may_hold_label(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        let first = bytes[at].to_ascii_lowercase();
        let inside = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
        !inside
            && FIRST_LETTERS[usize::from(first)]
            && LABELS.iter().any(|label| {
                let here = label.as_bytes();
                here[0] == first
                    && bytes
                        .get(at..at + here.len())
                        .is_some_and(|own| own.eq_ignore_ascii_case(here))
            })
    };
    (0..bytes.len()).any(begins)
}

/// The bytes that labels begin with.
const FIRST_LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut at = 0;
    while at < LABELS.len() {
        letters[LABELS[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    letters
};

/// Where `label` stands as words of its own.
fn find_label(text: &str, label: &str) -> Option<usize> {
    text.match_indices(label).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text[at + label.len()..].chars().next().is_some_and(char::is_alphanumeric);
        !before && !after
    })
}

/// Whether a number of a paper follows, with nothing but signs and `number` between.
fn has_number(rest: &str) -> bool {
    let mut words =
        rest.split([' ', '\t', ':', '#', '.', '(', ')', ',']).filter(|word| !word.is_empty());
    let Some(first) = words.find(|word| !FILLERS.contains(word)) else { return false };
    let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    let shape =
        |word: &str| word.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '/'));
    // `1234 5678 9012` is one number.
    let more: usize = words.take_while(|word| digits(word) == word.len()).map(digits).sum();
    shape(first) && digits(first) > 0 && digits(first) + more >= FEWEST_DIGITS
}
