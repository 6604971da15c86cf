//! Openings that say what the person wants.

use crate::rule::rule;
use crate::search::phrases;
use crate::{Context, Fix, Sink};
use vitae_pack::{PhraseList, SectionKind};
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for an objective in place of a summary: a heading `Objective`, or a summary with words
    /// such as `seeking a position`. A change of career, said in so many words, is left alone.
    ///
    /// # Why it matters
    /// The reader knows that you want the job. The lines are better spent on what you bring.
    ///
    /// # Example
    /// ```summary
    /// Seeking a position as backend engineer where I can grow with Java and SQL.
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer with five years in parcel software, mostly Java and PostgreSQL.
    /// ```
    ///
    /// # When to ignore it
    /// When you change fields and the reader would wonder why you apply.
    ///
    /// # Source
    /// S2 names the objective as outdated.
    SEC007 = "objective-statement" {
        group: Sections,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: Display,
        covers: ["C11"],
        check: Resume(check),
    }
}

/// Words of someone who changes fields.
const CHANGE: [&str; 6] =
    ["transition", "career change", "changing career", "moving from", "switching from", "retrain"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some((place, message)) = objective(context) else { return };
    sink.at(
        place,
        message,
        "say what you bring instead: title and years, stack, best piece of work",
    )
    .fix(Fix::ask("write a summary", &["title and years", "main stack", "best piece of work"]));
}

fn objective(context: &Context<'_>) -> Option<(TextRange, String)> {
    let summary = context.facts.summary.as_ref()?;
    let hit = phrases(context, PhraseList::Objective)
        .into_iter()
        .find(|hit| summary.range.contains(hit.range));
    let named = || context.parsed.sections.iter().any(|s| s.kind == SectionKind::Objective);
    if hit.is_none() && !named() {
        return None;
    }
    let text = summary.text.as_str().to_lowercase();
    if CHANGE.iter().any(|words| text.contains(words)) {
        return None;
    }
    if let Some(hit) = hit {
        let words = context.text(hit.range).split_whitespace().collect::<Vec<_>>().join(" ");
        return Some((hit.range, format!("`{words}` says what you want, not what you bring")));
    }
    let sections = context.parsed.sections.iter();
    let heading =
        sections.filter(|s| s.kind == SectionKind::Objective).map(|s| s.heading).next()?;
    Some((heading, "an objective stands where a summary could".to_owned()))
}
