//! One programming language alone.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for resumes above entry level that name one programming language and no other, not even
    /// SQL or a shell.
    ///
    /// # Why it matters
    /// Services are queried, scripted and deployed in others. Specialists are welcome; the second
    /// language is what readers ask about.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Skills
    ///
    /// Java, Redis, Docker
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When you are sought for that one language.
    ///
    /// # Source
    /// S2 names it as a red flag.
    SKL022 = "single-language" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H22"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let named = context.facts.skills.named.iter();
    let mut languages =
        named.filter(|skill| context.pack.skill(skill.skill).category == Category::Language);
    let (Some(only), None) = (languages.next(), languages.next()) else { return };
    let Some(place) = only.places.first().filter(|_| context.level > Level::Entry) else { return };
    sink.at(
        *place,
        format!("`{}` is the only language named", context.pack.skill(only.skill).name),
        "name the others you work in, even for queries, scripts or tests",
    );
}
