//! Figures whose unit is missing or changes.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Bullet;
use vitae_text::{TextRange, Token, TokenKind, fold_key};

/// Quantities that are measured and not counted.
const MEASURED: [&str; 10] = [
    "latency",
    "throughput",
    "uptime",
    "availability",
    "bandwidth",
    "downtime",
    "memory",
    "runtime",
    "lag",
    "duration",
];

rule! {
    /// # What it does
    /// Looks for numbers of a measured quantity without their unit (`latency to 50`, `50 latency`),
    /// and for thousands abbreviated in two ways (`10k` beside `20K`).
    ///
    /// # Why it matters
    /// Fifty of what? A reader guesses milliseconds, and a parser reads a count of latencies.
    ///
    /// # Example
    /// ```bullets
    /// - Cut label printing to 50 latency by caching templates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Cut label printing to 50 ms latency by caching templates
    /// ```
    ///
    /// # When to ignore it
    /// For index values that have no unit.
    ///
    /// # Source
    /// Editorial; parsers read numbers by the word beside them.
    MET009 = "figure-without-unit" {
        group: Metrics,
        severity: Info,
        curve: Defects,
        stands_on: "MET001",
        fix: Display,
        covers: ["F16"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut thousands: [Option<(&Bullet, TextRange)>; 2] = [None, None];
    for bullet in &context.facts.bullets {
        let text = bullet.text.as_str();
        if let Some(place) = bare_number(text, &bullet.anatomy.tokens) {
            let figure = place.of(text);
            sink.in_bullet(
                bullet,
                place,
                format!("`{figure}` has no unit"),
                "write the unit beside the number: ms, requests per second, %, GB",
            )
            .fix(Fix::ask("add the unit", &["unit"]));
        }
        for metric in &bullet.anatomy.metrics {
            let written = metric.range.of(text);
            if let Some(style) = thousands_style(written) {
                thousands[style].get_or_insert((bullet, metric.range));
            }
        }
    }
    let [Some((_, small)), Some((bullet, large))] = thousands else { return };
    let other = thousands[0].map_or("", |(first, _)| small.of(first.text.as_str()));
    let figure = large.of(bullet.text.as_str());
    sink.in_bullet(
        bullet,
        large,
        format!("`{figure}` here and `{other}` elsewhere write thousands in two ways"),
        "use one way throughout: `k` or `K`",
    );
}

/// `50 latency` that ends there: the quantity, its number, and no unit.
fn bare_number(text: &str, tokens: &[Token]) -> Option<TextRange> {
    let measured = |token: &Token| MEASURED.iter().any(|word| fold_key(word) == token.key);
    let pair = tokens.windows(2).zip(1..).find(|(pair, at)| {
        if pair[0].kind != TokenKind::Number || pair[1].glued || !measured(&pair[1]) {
            return false;
        }
        let plain = pair[0].range.of(text).bytes().all(|byte| byte.is_ascii_digit());
        // `3 latency regressions`: a noun behind it is what is counted.
        let ends = tokens.get(at + 1).is_none_or(|next| {
            let word = next.range.of(text);
            next.kind == TokenKind::Symbol
                || ["by", "with", "for", "and", "in", "on"].contains(&word)
        });
        plain && ends
    });
    pair.map(|(pair, _)| pair[0].range.cover(pair[1].range))
}

/// 0 for `10k`, 1 for `10K`; none for other figures, `10 KB` among them.
fn thousands_style(written: &str) -> Option<usize> {
    let bytes = written.as_bytes();
    let at = (1..bytes.len())
        .find(|at| bytes[at - 1].is_ascii_digit() && matches!(bytes[*at], b'k' | b'K'))?;
    let ends = bytes.get(at + 1).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    ends.then_some(usize::from(bytes[at] == b'K'))
}
