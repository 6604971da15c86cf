//! Walls of keywords outside the skills section.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_text::TokenKind;

rule! {
    /// # What it does
    /// Looks for a bullet, a summary or unplaced text that names twelve or more technologies and
    /// hardly a word besides.
    ///
    /// # Why it matters
    /// It is written for a search, and people see that. Nothing in it says what you did. While it
    /// stands there the score is held down, so that stuffing never pays.
    ///
    /// # Example
    /// ```bullets
    /// - Java, Kotlin, Go, Rust, Python, PostgreSQL, MySQL, MongoDB, Redis, Kafka, RabbitMQ, Docker, Kubernetes
    /// ```
    ///
    /// # Use instead
    /// Keep the list in the skills section, and shorter.
    /// ```bullets
    /// - Rebuilt the parcel router in Kotlin on PostgreSQL, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When your skills section has an unusual heading; give it a plain one.
    ///
    /// # Source
    /// S1, S3 and S4 warn of stuffing; two open scorers were seen to reward it.
    CRD001 = "keyword-wall" {
        group: Credibility,
        severity: Warning,
        curve: Binary,
        stands_on: "EXP001",
        fix: None,
        covers: ["K02"],
        check: Resume(check),
    }
}

/// Technologies in one stretch of text. A stack line under a role has fewer.
const WALL: usize = 12;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let pack = context.pack;
    let leftovers = context.parsed.leftovers.iter().map(|left| left.range);
    for range in context.statements().chain(leftovers) {
        let tokens = context.tokens_in(range);
        let words = tokens.iter().filter(|token| token.kind != TokenKind::Symbol).count();
        let named: Vec<_> = pack.skills().find_all(tokens).collect();
        let taken: usize = named
            .iter()
            .map(|(at, found)| {
                let of = &tokens[*at..at + found.tokens];
                of.iter().filter(|token| token.kind != TokenKind::Symbol).count()
            })
            .sum();
        if named.len() >= WALL && taken * 10 >= words * 7 {
            sink.at(
                range,
                format!("{} technologies in a row, and hardly a word besides", named.len()),
                "keep the list in the skills section; here say what you did with two or three of them",
            );
        }
    }
}
