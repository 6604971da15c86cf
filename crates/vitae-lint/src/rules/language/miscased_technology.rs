//! Technologies in careless spelling.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_text::{TextRange, tokenize};

rule! {
    /// # What it does
    /// Looks for names of technologies in a spelling that their makers do not use: `Postgresql`,
    /// `Javascript`, `MongoDb`, `Github`. Names in capitals throughout are left alone, and so are
    /// addresses.
    ///
    /// # Why it matters
    /// People who work with a tool know how it is written, and notice.
    ///
    /// # Example
    /// ```skills
    /// Data: Postgresql, Redis
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Data: PostgreSQL, Redis
    /// ```
    ///
    /// # When to ignore it
    /// When the spelling is that of a package or a user name.
    ///
    /// # Source
    /// The makers' own spelling; editorial.
    LNG004 = "miscased-technology" {
        group: Language,
        severity: Warning,
        curve: Defects,
        stands_on: "SKL004",
        fix: Safe,
        covers: ["G11"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let summary = context.facts.summary.iter().map(|summary| summary.range);
    let bullets = context.facts.bullets.iter().map(|bullet| bullet.range);
    let skills = context.facts.skills.listed.iter().map(|(range, _)| *range);
    for range in summary.chain(bullets).chain(skills) {
        let text = context.text(range);
        for (word, skill) in context.pack.find_miscased(text, &tokenize(text)) {
            let name = &context.pack.skill(skill).name;
            let place: TextRange = word.shift(range.start);
            let written = word.of(text);
            sink.at(
                place,
                format!("`{written}` is written `{name}`"),
                format!("write `{name}`"),
            )
            .fix(Fix::safe(format!("write `{name}`"), place, name.clone()));
        }
    }
}
