//! Certificates that are named in passing.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::SectionKind;
use vitae_text::{Token, TokenKind, fold_key};

rule! {
    /// # What it does
    /// Looks for a certificate that the summary, a bullet or the skills name (`AWS Certified …`) when no
    /// section holds certificates. Certificates of machines and products are left alone.
    ///
    /// # Why it matters
    /// Searches for a certificate look in its own section, and so do readers.
    ///
    /// # Example
    /// ```bullets
    /// - Became an AWS Certified Developer while moving twelve services to ECS
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Moved twelve services to ECS, which halved the time of a release
    ///
    /// ## Certifications
    ///
    /// AWS Certified Developer, Amazon Web Services, 2024
    /// ```
    ///
    /// # When to ignore it
    /// When it has run out and you name it as history.
    ///
    /// # Source
    /// S1, S2 and S4.
    SEC015 = "certificate-outside-section" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C06"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let section = |kind| matches!(kind, SectionKind::Certificates | SectionKind::Courses);
    if context.parsed.sections.iter().any(|known| section(known.kind))
        || !context.resume().certificates.is_empty()
    {
        return;
    }
    let certified = fold_key("certified");
    for range in context.statements().chain(context.skill_items()) {
        let tokens = context.tokens_in(range);
        let named = (0..tokens.len())
            .find(|at| tokens[*at].key == certified && is_title(context, tokens, *at));
        if let Some(at) = named {
            let place = tokens[at.saturating_sub(1)]
                .range
                .cover(tokens[(at + 1).min(tokens.len() - 1)].range);
            sink.at(
                place,
                format!("`{}` stands in no section for certificates", context.text(place)),
                "add a section with its name, who issued it and the year",
            );
            return;
        }
    }
}

/// `AWS Certified Developer`: written with capitals, beside another word with one.
fn is_title(context: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    let capital = |token: Option<&Token>| {
        token.is_some_and(|token| {
            token.kind == TokenKind::Word
                && context.text(token.range).starts_with(char::is_uppercase)
        })
    };
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    capital(tokens.get(at)) && capital(tokens.get(at + 1)) && (capital(before) || at == 0)
}
