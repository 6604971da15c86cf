//! Whether a programming language is named.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for at least one programming language, in the skills or in a bullet. SQL alone does not
    /// count.
    ///
    /// # Why it matters
    /// It is the first thing that people and searches look for.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "skills": [{"name": "Data", "keywords": ["SQL", "Redis"]}]}
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// Never, for a backend role.
    ///
    /// # Source
    /// S0, S1 and S2: language, datastore and infrastructure are the triad of every backend ad.
    SKL001 = "no-language" {
        group: Skills,
        severity: Error,
        curve: Proof(1),
        fix: Display,
        covers: ["H01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let language = |category: Category| category == Category::Language;
    let any = super::few_proven_skills::prove_category(context, sink, language, &["SQL"]);
    if !any {
        sink.whole(
            context.absent("programming language"),
            "name the languages you work in, first in the skills and again where you used them",
        )
        .fix(Fix::ask("name your languages", &["languages that you would be interviewed in"]));
    }
}
