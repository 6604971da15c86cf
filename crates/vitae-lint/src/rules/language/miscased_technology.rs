//! Technologies in careless spelling.

use crate::rule::rule;
use crate::search::in_address;
use crate::{Context, Fix, Sink};

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
    for range in context.statements().chain(context.skill_items()) {
        let text = &context.document.text;
        let tokens = context.tokens_in(range);
        for (at, found) in context.pack.skills().find_all(tokens) {
            let last = at + found.tokens - 1;
            let place = tokens[at].range.cover(tokens[last].range);
            let written = place.of(text);
            if written == context.pack.skill(found.value).name {
                continue;
            }
            let Some(skill) = context.pack.miscased(written) else { continue };
            if in_address(text, tokens, at, last) {
                continue;
            }
            let name = context.pack.skill(skill).name;
            sink.at(place, format!("`{written}` is written `{name}`"), format!("write `{name}`"))
                .fix(Fix::safe(format!("write `{name}`"), place, name));
        }
    }
}
