//! Summaries that could be anyone's.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, Scope};
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Looks, above entry level, for a summary with neither a figure of scale, nor a result, a decision,
    /// a reach over several teams, or what you are known for. Years of experience are no such figure.
    ///
    /// # Why it matters
    /// It is read first. One system with its size, or one thing that went better for your work, tells
    /// you from everyone with the same title.
    ///
    /// # Example
    /// ```summary
    /// Backend engineer with five years of experience in Java and PostgreSQL.
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer with five years in Java and PostgreSQL. Rebuilt the router behind 40,000 parcels a day, which ended missorted crates.
    /// ```
    ///
    /// # When to ignore it
    /// When what you would name may not be told; a result in words is enough.
    ///
    /// # Source
    /// S1 and S2.
    SEC017 = "summary-without-achievement" {
        group: Sections,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: Display,
        covers: ["C14"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(summary) = &context.facts.summary else { return };
    let anatomy = &summary.anatomy;
    let scale = anatomy.metrics.iter().any(|metric| {
        let unit = metric.unit.as_str();
        !(unit.starts_with("year") || unit.starts_with("yr"))
    });
    // A reach over teams says as much, and `known for` what follows it.
    let reach = anatomy.scope >= Some(Scope::Organisation)
        || anatomy.tokens.iter().any(|token| token.key == fold_key("known"));
    if scale || reach || anatomy.outcome.is_some() || anatomy.decision.is_some() {
        return;
    }
    if context.level > Level::Entry {
        sink.at(
            summary.range,
            "summary names neither a size of your systems nor anything you achieved".to_owned(),
            "add one: a system you ran with how much it carries, or a result you are known for",
        )
        .fix(Fix::ask("add scale or a result", &["size of a system you ran", "a result of yours"]));
    }
}
