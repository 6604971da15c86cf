//! More years with a technology than it exists.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_text::TokenKind;

rule! {
    /// # What it does
    /// Looks for `10 years of Kubernetes` and the like, where the technology was released later.
    ///
    /// # Why it matters
    /// Someone who was there from the start will notice.
    ///
    /// # Example
    /// ```summary
    /// Backend engineer with 15 years of Kubernetes.
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer with 5 years of Kubernetes.
    /// ```
    ///
    /// # When to ignore it
    /// When you worked on it before its release; say so.
    ///
    /// # Source
    /// First releases as in the skill data; S4 counts overstatement as a red flag.
    CRD005 = "older-than-technology" {
        group: Credibility,
        severity: Warning,
        curve: Defects,
        stands_on: "SKL004",
        fix: None,
        covers: ["H19"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for range in context.statements().chain(context.skill_items()) {
        let text = &context.document.text;
        let tokens = context.tokens_in(range);
        let word = |index: usize| tokens.get(index).map_or("", |token| token.range.of(text));
        for (index, token) in tokens.iter().enumerate() {
            if token.kind != TokenKind::Number {
                continue;
            }
            let Ok(years) = token.range.of(text).parse::<u16>() else { continue };
            let unit = if word(index + 1) == "+" { index + 2 } else { index + 1 };
            let of = matches!(word(unit + 1), "of" | "with" | "in");
            if !word(unit).starts_with("year") || !of || years > 60 {
                continue;
            }
            let Some(found) = context.pack.skills().longest(&tokens[unit + 2..]) else { continue };
            let skill = context.pack.skill(found.value);
            let Some(release) = skill.first_release else { continue };
            if context.today.year.saturating_sub(years) + 1 < release {
                let last = tokens[unit + 1 + found.tokens].range;
                let place = token.range.cover(last);
                let words = place.of(text);
                sink.at(
                    place,
                    format!("`{words}`, but {} was first released in {release}", skill.name),
                    "check the years, or name what you worked with before",
                );
            }
        }
    }
}
