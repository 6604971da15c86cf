//! More years claimed than the dates hold.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_text::{TokenKind, tokenize};

rule! {
    /// # What it does
    /// Compares the years of experience that the summary claims with the dates of the roles. A
    /// difference of more than one year is reported.
    ///
    /// # Why it matters
    /// It is the sum that a recruiter does first, and a difference casts doubt on the rest.
    ///
    /// # Example
    /// ```summary
    /// Backend engineer with 12+ years of experience in parcel software.
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer with 5 years of experience in parcel software.
    /// ```
    ///
    /// # When to ignore it
    /// When you left out early roles on purpose; then say `since 2009` in a line of its own.
    ///
    /// # Source
    /// S4 counts overstatement as a red flag; editorial.
    CRD004 = "years-beyond-dates" {
        group: Credibility,
        severity: Warning,
        curve: Binary,
        stands_on: "CHR001",
        fix: None,
        covers: ["D12"],
        check: Resume(check),
    }
}

/// Number words up to twenty, as people write them.
const WORDS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(summary) = &context.facts.summary else { return };
    let all_dated = context.facts.positions.iter().all(|p| p.start.is_some() && p.confident);
    let months = context.facts.timeline.months_worked;
    if months == 0 || !all_dated {
        return;
    }
    let text = summary.text.as_str();
    let tokens = tokenize(text);
    let lower = |index: usize| tokens.get(index).map(|t| t.range.of(text).to_lowercase());
    for (index, token) in tokens.iter().enumerate() {
        let word = token.range.of(text).to_lowercase();
        let number = match token.kind {
            TokenKind::Number => word.parse::<u32>().ok(),
            TokenKind::Word => WORDS.iter().position(|name| *name == word).map(|n| n as u32),
            TokenKind::Symbol => None,
        };
        let Some(years) = number.filter(|years| (2..60).contains(years)) else { continue };
        let next = if lower(index + 1).as_deref() == Some("+") { index + 2 } else { index + 1 };
        let unit = lower(next).unwrap_or_default();
        let follows = lower(next + 1).unwrap_or_default();
        let own = ["of", "in", "with", "building", "as", "on", "experience", "designing"];
        if !unit.starts_with("year") || !own.contains(&follows.as_str()) {
            continue;
        }
        if years * 12 > months + 12 + 11 {
            let place = token.range.cover(tokens[next].range);
            let words = place.of(text);
            sink.at(
                summary.text.to_source(place),
                format!(
                    "`{words}` claimed, and the dated roles hold {} years",
                    months.div_ceil(12)
                ),
                "bring both in line: correct the claim, or add the roles that it counts",
            );
            return;
        }
    }
}
