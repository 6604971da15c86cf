//! Technologies in careless spelling.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_text::Token;

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

/// Part of an address, a path or a package: `github.example.com/…`, `@scope/javascript`.
fn in_address(text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
    let joint = |token: &Token| matches!(token.range.of(text), "." | "/" | "@" | "_" | ":");
    let before = tokens[first].glued && first > 0 && joint(&tokens[first - 1]);
    let glued = |index: usize| tokens.get(index).is_some_and(|token| token.glued);
    before || glued(last + 1) && joint(&tokens[last + 1]) && glued(last + 2)
}
