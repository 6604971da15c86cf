//! Summaries that tell neither title nor years.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::TitlePart;
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Looks for a summary that names neither a title nor years of experience, when no title stands
    /// under the name.
    ///
    /// # Why it matters
    /// Title, years, stack: in this order a resume is scanned.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Summary
    ///
    /// Parcel software in Java and PostgreSQL, from label to depot.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Summary
    ///
    /// Backend engineer with five years in parcel software, in Java and PostgreSQL.
    /// ```
    ///
    /// # When to ignore it
    /// When your current role, right below, says both.
    ///
    /// # Source
    /// S1 and S4.
    SEC018 = "summary-without-role" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C15"],
        check: Resume(check),
    }
}

const YEARS: [&str; 7] = ["year", "years", "yrs", "decade", "decades", "jahre", "ans"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(summary) = &context.facts.summary else { return };
    let tokens = &summary.anatomy.tokens;
    let data = &context.pack.data.titles;
    let title = context.pack.titles().find_all(tokens).any(|(_, found)| {
        data.get(usize::from(found.value.0)).is_some_and(|word| word.part == TitlePart::Noun)
    });
    let years = tokens.iter().any(|token| YEARS.iter().any(|word| fold_key(word) == token.key));
    if !title && !years && context.resume().basics.label.is_empty() {
        sink.at(
            summary.range,
            "summary names neither your title nor your years".to_owned(),
            "open with both: the title you look for, and since when you do this work",
        );
    }
}
