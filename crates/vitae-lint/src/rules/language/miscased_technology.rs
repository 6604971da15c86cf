//! Technologies in careless spelling.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::{Pack, SkillId};
use vitae_text::{TextRange, Token, tokenize};

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
        let tokens = tokenize(text);
        let mut at = 0;
        while at < tokens.len() {
            let Some((taken, word, skill)) = misspelt(context.pack, text, &tokens, at) else {
                at += 1;
                continue;
            };
            at += taken;
            let name = context.pack.skill(skill).name;
            let place = word.shift(range.start);
            let written = word.of(text);
            sink.at(place, format!("`{written}` is written `{name}`"), format!("write `{name}`"))
                .fix(Fix::safe(format!("write `{name}`"), place, name));
        }
    }
}

/// The misspelling that starts at token `at`: tokens taken, its place in `text`, the skill.
fn misspelt(
    pack: &Pack,
    text: &str,
    tokens: &[Token],
    at: usize,
) -> Option<(usize, TextRange, SkillId)> {
    // Part of an address, a path or a package name: `github.example.com/…`, `@scope/javascript`.
    let touches = |index: Option<usize>| {
        let token = index.and_then(|index| tokens.get(index));
        token.is_some_and(|token| matches!(token.range.of(text), "." | "/" | "@" | "_" | ":"))
    };
    let before = tokens[at].glued && touches(at.checked_sub(1));
    (1..=3.min(tokens.len() - at)).rev().find_map(|taken| {
        let word = tokens[at].range.cover(tokens[at + taken - 1].range);
        let skill = pack.miscased(word.of(text))?;
        let next = tokens.get(at + taken).filter(|next| next.glued);
        let goes_on = next.is_some() && touches(Some(at + taken)) && {
            tokens.get(at + taken + 1).is_some_and(|token| token.glued)
        };
        (!before && !goes_on).then_some((taken, word, skill))
    })
}
