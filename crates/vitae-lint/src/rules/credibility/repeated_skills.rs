//! The same skills listed again.

use crate::rule::rule;
use crate::{Context, Sink};
use std::collections::HashMap;
use vitae_text::{TextRange, fold_key};

rule! {
    /// # What it does
    /// Looks for skills that the skills section lists more than once, when there are four or more of
    /// them.
    ///
    /// # Why it matters
    /// Repetition is taken for an attempt to please a search. It earns nothing here, and costs the
    /// place.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL, Kotlin, Go
    /// Backend: Java, SQL, Kotlin, Go
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL, Kotlin, Go
    /// ```
    ///
    /// # When to ignore it
    /// When one or two names belong to two groups; that many are left alone.
    ///
    /// # Source
    /// Two open scorers were seen to reward eight copies of a skills block.
    CRD002 = "repeated-skills" {
        group: Credibility,
        severity: Warning,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["K04"],
        check: Resume(check),
    }
}

const FEWEST: usize = 4;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut first: HashMap<u64, TextRange> = HashMap::new();
    let mut repeated: Vec<TextRange> = Vec::new();
    for (range, skill) in &context.facts.skills.listed {
        let key = skill.map_or_else(|| fold_key(context.text(*range)), |skill| u64::from(skill.0));
        if first.insert(key, *range).is_some() {
            repeated.push(*range);
        }
    }
    if repeated.len() >= FEWEST {
        let names: Vec<&str> = repeated.iter().take(4).map(|range| context.text(*range)).collect();
        sink.at(
            repeated[0],
            format!("{} skills are listed again: `{}`…", repeated.len(), names.join("`, `")),
            "list each once, in the group where it matters most",
        )
        .also(repeated[1..].iter().copied());
    }
}
