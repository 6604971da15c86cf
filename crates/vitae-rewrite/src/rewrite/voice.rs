//! Passive to active: `Kafka was introduced` to `Introduced Kafka`, offered for the case that the
//! person did it.

use super::draft::Draft;
use super::opening::{Head, Tense};
use super::words::{Form, Words, joined};
use vitae_pack::{Strength, Verb};

/// The active form of a passive line; none when somebody else is named as the one who acted.
pub(crate) fn passive<'a>(words: &Words<'a>, at: usize, tense: Tense) -> Option<Head<'a>> {
    let be = be_at(words, at)?;
    let (verbs, mut rest) = participles(words, be + 1)?;
    let by = (rest..words.len()).find(|at| {
        words.is(*at, "by")
            && !words.is_number(at + 1)
            && words.verb(at + 1).is_none_or(|(_, form)| form != Form::Gerund)
    });
    let by_me = by.filter(|by| words.is_any(by + 1, &["me", "myself"]));
    if by.is_some() && by_me.is_none() {
        return None;
    }
    let told =
        |verbs: &[&'a Verb]| joined(&verbs.iter().map(|verb| tense.form(verb)).collect::<Vec<_>>());
    let mut draft = Draft::default();
    let first = verbs.first().copied();
    draft.words(told(&verbs)).words(words.lowered(at, be));
    // "… and latency was improved": a second passive.
    let link = rest + usize::from(words.is(rest, ","));
    let link = link + usize::from(words.is(link, "and"));
    if link > rest
        && let Some(second) = be_at(words, link)
        && let Some((others, behind)) = participles(words, second + 1)
    {
        draft.words(format!("and {} {}", told(&others), words.slice(link, second)));
        rest = behind;
    }
    if by_me == Some(rest) {
        rest += 2;
    }
    let mut head = Head::new(draft, rest, first);
    head.until = by_me.filter(|by| *by > rest);
    head.why.push("active: says who did it".to_owned());
    head.only_if =
        by_me.is_none().then_some("if you did this yourself; otherwise say which part was yours");
    Some(head)
}

/// `was` or `were` behind a short subject.
fn be_at(words: &Words<'_>, at: usize) -> Option<usize> {
    let end = (at + 9).min(words.len());
    let be = (at + 1..end).find(|word| {
        words.is_any(*word, &["was", "were", "is", "are"])
            || words.is_any(*word, &["has", "have"]) && words.is(word + 1, "been")
    })?;
    let subject = (at..be).all(|word| !words.stop(word) && !words.opens_clause(word));
    let inner =
        (at..be).any(|word| words.is_any(word, &["how", "what", "why", "where", "when", "if"]));
    if inner || words.verb(at).is_some_and(|(_, form)| form == Form::Third) {
        return None;
    }
    let pronoun = words.is_any(at, &["it", "they", "this", "that", "there", "he", "she"]);
    let be = be + usize::from(words.is(be + 1, "been"));
    (subject && !pronoun).then_some(be)
}

/// `designed and implemented` behind the auxiliary: the verbs and the token behind them.
fn participles<'a>(words: &Words<'a>, at: usize) -> Option<(Vec<&'a Verb>, usize)> {
    let mut next = at;
    while words.word(next).ends_with("ly") || words.is_any(next, &["then", "also", "being"]) {
        next += 1;
    }
    let mut verbs = Vec::new();
    loop {
        let (verb, form) = words.verb(next)?;
        if form != Form::Past || verb.strength == Strength::Weak {
            return None;
        }
        verbs.push(verb);
        next += 1;
        let link = next + usize::from(words.is(next, ","));
        let link = link + usize::from(words.is(link, "and"));
        let more = words
            .verb(link)
            .is_some_and(|(verb, form)| form == Form::Past && verb.strength != Strength::Weak);
        if link == next || !more {
            return Some((verbs, next));
        }
        next = link;
    }
}
