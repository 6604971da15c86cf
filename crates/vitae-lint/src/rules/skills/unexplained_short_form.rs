//! Short forms of technologies whose long form stands nowhere.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_text::{Token, fold_key};

rule! {
    /// # What it does
    /// Looks for short forms of technologies and practices whose long form is never written. It is off
    /// unless it is asked for: most readers know them, and long forms cost space.
    ///
    /// # Why it matters
    /// Some searches are literal: one for the long form does not find the short one.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Security: JWT, RBAC
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Security: JSON Web Token (JWT), role-based access control (RBAC)
    /// ```
    ///
    /// # When to ignore it
    /// When the ad writes the short form as well.
    ///
    /// # Source
    /// S2; Greenhouse and Lever document literal search.
    SKL017 = "unexplained-short-form" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H16"],
        check: Resume(check),
        status: Optional,
    }
}

/// Nobody writes these out.
const KNOWN: [&str; 5] = ["REST", "SQL", "API", "HTTP", "JSON"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut short: Vec<(vitae_text::TextRange, &str, &str)> = Vec::new();
    for named in &context.facts.skills.named {
        let skill = context.pack.skill(named.skill);
        let Some(long) = skill.long.filter(|_| !KNOWN.contains(&skill.name)) else { continue };
        let written = |range: &vitae_text::TextRange| context.text(*range);
        let spelt_out = named.places.iter().any(|at| fold_key(written(at)) == fold_key(long));
        let place = named.places.iter().find(|at| written(at) == skill.name);
        if let Some(place) = place.filter(|_| !spelt_out && !says(context, long)) {
            short.push((*place, skill.name, long));
        }
    }
    let Some((place, name, long)) = short.first().copied() else { return };
    let names: Vec<&str> = short.iter().map(|(_, name, _)| *name).collect();
    sink.at(
        place,
        format!("the long form stands nowhere: `{}`", names.join("`, `")),
        format!("write it once where it matters: `{long} ({name})`"),
    )
    .also(short.iter().skip(1).map(|(place, ..)| *place));
}

/// Whether the resume says these words anywhere, case aside.
fn says(context: &Context<'_>, words: &str) -> bool {
    let tokens = context.tokens();
    let wanted: Vec<u64> = words.split([' ', '-']).map(fold_key).collect();
    let said = |some: &[Token]| some.iter().zip(&wanted).all(|(token, key)| token.key == *key);
    tokens.windows(wanted.len()).any(said)
}
