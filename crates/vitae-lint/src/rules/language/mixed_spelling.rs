//! British and American spelling in one resume.

use crate::rule::rule;
use crate::search::in_address;
use crate::{Context, Fix, Sink};
use vitae_pack::PhraseList;
use vitae_text::{TextRange, Token, TokenKind, fold_key};

/// A word that has two spellings: where, whether it is the British one, the other one.
struct Spelled {
    place: TextRange,
    british: bool,
    other: String,
}

rule! {
    /// # What it does
    /// Looks for words spelled the British way beside others spelled the American way: `optimised`
    /// beside `organized`, `behaviour` beside `color`. Either is fine, and so is `-ize` with British
    /// words.
    ///
    /// # Why it matters
    /// Two spellings in one text may be read as pieces from several hands.
    ///
    /// # Example
    /// ```bullets
    /// - Optimised the router and organized its tests, which halved the release time
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Optimised the router and organised its tests, which halved the release time
    /// ```
    ///
    /// # When to ignore it
    /// For names of products and institutions, which keep their own spelling; words with a capital
    /// inside a sentence are left alone.
    ///
    /// # Source
    /// Editorial.
    LNG012 = "mixed-spelling" {
        group: Language,
        severity: Info,
        curve: Binary,
        stands_on: "EXP001",
        fix: Safe,
        covers: ["G12"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.english() {
        return;
    }
    mixed(&on_ise(context), sink, context);
    mixed(&in_pairs(context), sink, context);
}

/// Reports the rarer spelling of words of one kind, once.
fn mixed(words: &[Spelled], sink: &mut Sink<'_>, context: &Context<'_>) {
    let british = words.iter().filter(|word| word.british).count();
    let rarer = british * 2 < words.len();
    let mut odd = words.iter().filter(|word| word.british == rarer);
    let (Some(first), true) = (odd.next(), british > 0 && british < words.len()) else { return };
    let usual =
        words.iter().find(|word| word.british != rarer).map_or("", |word| context.text(word.place));
    let written = context.text(first.place);
    let (here, there) = if rarer { ("British", "American") } else { ("American", "British") };
    sink.at(
        first.place,
        format!("`{written}` is {here}, `{usual}` {there} spelling"),
        format!("write `{}`, or the other words as this one", first.other),
    )
    .also(odd.map(|word| word.place))
    .fix(Fix::safe(format!("write `{}`", first.other), first.place, first.other.clone()));
}

/// Whether the word at `at` may be part of a name.
fn named(context: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    let text = &context.document.text;
    let before = tokens[..at].last().filter(|token| token.kind != TokenKind::Symbol);
    let capital = tokens[at].range.of(text).starts_with(char::is_uppercase);
    capital
        && before.is_some_and(|token| {
            text[token.range.end as usize..tokens[at].range.start as usize] == *" "
        })
        || in_address(text, tokens, at, at)
}

/// Words on -ise and -ize whose stem the pack knows.
fn on_ise(context: &Context<'_>) -> Vec<Spelled> {
    const ENDINGS: [&str; 7] = ["e", "es", "ed", "er", "ing", "ation", "ations"];
    let text = &context.document.text;
    let stems = context.pack.phrases(PhraseList::IseStem);
    let tokens = context.tokens();
    let mut words = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.range.len() < 7 || token.kind != TokenKind::Word {
            continue;
        }
        let word = token.range.of(text);
        if !word.is_ascii() {
            continue;
        }
        let tail = &word.as_bytes()[word.len().saturating_sub(8)..];
        if !tail.windows(2).any(|pair| pair == b"is" || pair == b"iz") {
            continue;
        }
        let cut = ENDINGS.iter().find_map(|ending| {
            let head = word.strip_suffix(ending)?;
            let british = head.ends_with("is");
            (british || head.ends_with("iz")).then_some((head.len() - 2, british))
        });
        let Some((stem, british)) = cut else { continue };
        if stems.exact(&word[..stem]).is_some() && !named(context, tokens, at) {
            let letter = if british { "z" } else { "s" };
            let other = format!("{}{letter}{}", &word[..=stem], &word[stem + 2..]);
            words.push(Spelled { place: token.range, british, other });
        }
    }
    words
}

/// Words of the pack's pairs. American ones are looked for only where there are British ones.
fn in_pairs(context: &Context<'_>) -> Vec<Spelled> {
    let tokens = context.tokens();
    let Some(set) = context.pack.phrase_set(PhraseList::BritishSpelling) else { return Vec::new() };
    let mut words = Vec::new();
    for (at, found) in context.pack.phrases(PhraseList::BritishSpelling).find_all(tokens) {
        let other = context.pack.phrase(found.value).and_then(|phrase| phrase.instead);
        if let Some(other) = other.filter(|_| !named(context, tokens, at)) {
            words.push(Spelled { place: tokens[at].range, british: true, other: other.to_owned() });
        }
    }
    if words.is_empty() {
        return words;
    }
    for phrase in &set.phrases {
        let key = fold_key(phrase.instead.unwrap_or(""));
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.key == key) {
            if !named(context, tokens, at) {
                let other = phrase.text.to_owned();
                words.push(Spelled { place: token.range, british: false, other });
            }
        }
    }
    words
}
