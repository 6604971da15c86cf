//! Comments to the checker that have no effect.

use crate::directive::{Ask, Directive};
use crate::rule::rule;
use crate::{Context, Finding, Rule, Sink, find, run_rule};
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Looks for comments to this program that change nothing: `vitae: allow` for a rule that has
    /// nothing to say there, `vitae: no-figures` where no bullet follows, and words that are not known.
    ///
    /// # Why it matters
    /// Such a comment hides the next real finding, or was never heard.
    ///
    /// # Example
    /// ```bullets
    /// <!-- vitae: allow doubled-word a quotation -->
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// Never; remove the comment. It costs no points.
    ///
    /// # Source
    /// Common practice of linters.
    FIL090 = "unused-suppression" {
        group: File,
        severity: Info,
        curve: Defects,
        fix: None,
        covers: [],
        check: Resume(check),
        status: Preview,
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut known = Vec::new();
    for directive in context.directives {
        let line = directive.line;
        let (message, help) = match &directive.ask {
            Ask::Allow(name) => match find(name) {
                Some(rule) if rule.code == RULE.code => continue,
                Some(rule)
                    if findings(context, rule, &mut known).any(|one| directive.hides(one)) =>
                {
                    continue;
                }
                Some(rule) => (
                    format!("`allow {}` on line {line} hides nothing", rule.code),
                    "remove the comment, or move it to the line above the finding",
                ),
                None => (
                    format!("`allow {name}` on line {line} names no rule"),
                    "name a rule by its code or name; `vitae rule` lists them",
                ),
            },
            Ask::NoFigures if has_bullet(context, directive) => continue,
            Ask::NoFigures => (
                format!("`no-figures` on line {line} belongs to no bullet"),
                "put the comment on the line above the bullet",
            ),
            Ask::Unknown(word) => (
                format!("`{word}` on line {line} is not known"),
                "write `vitae: allow RULE reason` or `vitae: no-figures reason`",
            ),
        };
        let unit = fold_key(&message);
        sink.at(directive.target.unwrap_or_default(), message, help).unit(unit);
    }
}

/// What a rule says of the resume; each rule is asked once.
fn findings<'a>(
    context: &Context<'_>,
    rule: &'static Rule,
    known: &'a mut Vec<(&'static str, Vec<Finding>)>,
) -> std::slice::Iter<'a, Finding> {
    let at = known.iter().position(|(code, _)| *code == rule.code).unwrap_or_else(|| {
        known.push((rule.code, run_rule(rule, context).findings));
        known.len() - 1
    });
    known[at].1.iter()
}

fn has_bullet(context: &Context<'_>, directive: &Directive) -> bool {
    context.facts.bullets.iter().any(|bullet| directive.is_about(bullet.range))
}
