//! Changes of which one side is left open.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Bullet;
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Looks for a change that names the value before and only a word after it: `from 1.2 s to faster`.
    ///
    /// # Why it matters
    /// The first half promises a measurement; without the second it cannot be believed.
    ///
    /// # Example
    /// ```bullets
    /// - Cut label printing from 900 ms to much less by caching templates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    /// ```
    ///
    /// # When to ignore it
    /// When the later value may not be told; then name neither.
    ///
    /// # Source
    /// S3.
    MET021 = "open-ended-change" {
        group: Metrics,
        severity: Info,
        curve: Defects,
        stands_on: "MET001",
        fix: Display,
        covers: ["E19"],
        check: Bullet(check),
    }
}

/// What stands for a value after `to`. Words of time are values: `from days to hours`.
const OPEN: [&str; 16] = [
    "faster", "quicker", "better", "lower", "higher", "less", "fewer", "more", "much", "far",
    "almost", "nearly", "near", "smaller", "shorter", "cheaper",
];

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let tokens = &bullet.anatomy.tokens;
    let (from, to) = (fold_key("from"), fold_key("to"));
    for metric in bullet.anatomy.metrics.iter().filter(|metric| metric.change.is_none()) {
        let after = tokens.partition_point(|token| token.range.start < metric.range.end);
        let before = tokens.partition_point(|token| token.range.end <= metric.range.start);
        let opens = before.checked_sub(1).is_some_and(|at| tokens[at].key == from);
        let open_word = tokens.get(after + 1).is_some_and(|token| {
            tokens[after].key == to && OPEN.iter().any(|word| fold_key(word) == token.key)
        });
        // `to nearly 200 ms` has its value.
        let valued = bullet.anatomy.metrics.iter().any(|other| {
            tokens.get(after + 1).is_some_and(|token| {
                other.range.start >= token.range.start && other.range.start <= token.range.end + 8
            })
        });
        if opens && open_word && !valued {
            let words = tokens[before - 1].range.cover(tokens[after + 1].range);
            sink.in_bullet(
                bullet,
                words,
                format!("`{}` leaves the later value open", words.of(bullet.text.as_str())),
                "name both values in the same unit, or neither",
            )
            .fix(Fix::ask("name the later value", &["value after the change"]));
        }
    }
}
