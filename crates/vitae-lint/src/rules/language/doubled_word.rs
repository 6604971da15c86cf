//! A word written twice in a row.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_text::TokenKind;

rule! {
    /// # What it does
    /// Looks for a word that stands twice in a row: `the the`, `to to`.
    ///
    /// # Why it matters
    /// It is the slip that spelling checkers miss and readers see.
    ///
    /// # Example
    /// ```bullets
    /// - Moved address data to the the new PostgreSQL cluster without downtime
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Moved address data to the new PostgreSQL cluster without downtime
    /// ```
    ///
    /// # When to ignore it
    /// When both are meant, as in `had had`; a few such pairs are left alone.
    ///
    /// # Source
    /// S2 lists slips among the reasons for rejection.
    LNG005 = "doubled-word" {
        group: Language,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Safe,
        covers: ["G10"],
        check: Resume(check),
    }
}

/// Pairs that can be meant.
const MEANT: [&str; 8] = ["had", "that", "bora", "duran", "walla", "so", "log", "ping"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for range in context.statements() {
        let text = &context.document.text;
        for pair in context.tokens_in(range).windows(2) {
            if pair[0].key != pair[1].key {
                continue;
            }
            let words = pair.iter().all(|token| token.kind == TokenKind::Word);
            let word = pair[1].range.of(text);
            let meant = MEANT.iter().any(|meant| word.eq_ignore_ascii_case(meant));
            // A name may repeat itself (`New York, New York`); a slip is in small letters.
            let small = word.chars().all(char::is_lowercase);
            if !words || pair[1].glued || meant || !small {
                continue;
            }
            let both = pair[0].range.cover(pair[1].range);
            let first = pair[0].range.of(text);
            sink.at(both, format!("`{word}` stands twice"), "remove one of the two")
                .fix(Fix::safe("remove one of the two", both, first));
        }
    }
}
