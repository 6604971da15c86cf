//! Acts inside noun phrases and lists of verbs: the words of a line come in, with where to look, and
//! the verbs that they tell come out, with the token of their object.

use super::opening::Opening;
use super::wording::{Leave, wording};
use super::words::Form;
use vitae_pack::{Strength, Verb};

/// An act inside a noun phrase: `designing and maintaining X`, `the development of X`.
pub(super) struct Act<'a> {
    /// Its verbs; none when all it says is help or use.
    pub(super) verbs: Vec<&'a Verb>,
    /// First token of its object.
    pub(super) object: usize,
    /// It is told by nouns.
    pub(super) nominal: bool,
}

impl<'a> Opening<'a, '_> {
    /// `attending meetings, writing code`: the first act of a list that is one.
    pub(super) fn later_act(&self, from: usize) -> Option<Act<'a>> {
        let words = self.words;
        let opens = |at: &usize| {
            words.is_any(*at - 1, &[",", "and"])
                && words.verb(*at).is_some_and(|(verb, form)| {
                    form == Form::Gerund && verb.strength != Strength::Weak
                })
        };
        let at = (from + 1..words.len()).find(opens)?;
        self.act(at).filter(|act| !act.verbs.is_empty())
    }

    /// `Develops and maintains`, `Develops and was maintaining`: the verbs, and the token behind them.
    pub(super) fn coordinated(
        &self,
        at: usize,
        first: &'a Verb,
        form: Form,
    ) -> Option<(Vec<&'a Verb>, usize)> {
        let words = self.words;
        let (mut verbs, mut rest) = (vec![first], at + 1);
        loop {
            let link = rest + usize::from(words.is(rest, ","));
            let link = link + usize::from(words.is_any(link, &["and", "&"]));
            if link == rest {
                return Some((verbs, rest));
            }
            let be = usize::from(words.is_any(link, &["was", "were", "is", "am"]));
            match words.verb(link + be).filter(|(_, other)| be == 1 || *other == form) {
                Some((next, Form::Gerund)) if be == 1 => verbs.push(next),
                _ if be == 1 => return None,
                Some((next, _)) => verbs.push(next),
                None => return Some((verbs, rest)),
            }
            rest = link + be + 1;
        }
    }

    pub(super) fn is_act(&self, at: usize) -> bool {
        self.bases(at).is_some() || self.act(at).is_some()
    }

    /// `migrate and test X`: base forms and the token of their object.
    pub(super) fn bases(&self, at: usize) -> Option<(Vec<&'a str>, usize)> {
        let words = self.words;
        let mut verbs = Vec::new();
        let mut rest = at;
        while let Some((verb, _)) = words
            .verb(rest)
            .filter(|(verb, _)| words.is(rest, verb.base) && verb.strength != Strength::Weak)
        {
            verbs.push(verb.base);
            rest += 1;
            let link = rest + usize::from(words.is(rest, ","));
            let link = link + usize::from(words.is_any(link, &["and", "&"]));
            if link == rest || words.verb(link).is_none() {
                break;
            }
            rest = link;
        }
        // "design reviews", "test coverage": a noun.
        let object = words.is_word(rest) || words.is_number(rest);
        let noun = verbs.len() == 1
            && (!object || words.preposition(rest) || words.is_any(rest, &["and", "or"]));
        let compound = verbs.len() == 1
            && at > 0
            && !words.is_any(
                at - 1,
                &["to", "team", "engineers", "developers", "helped", "me", "them", "assisted"],
            )
            && !words.article(rest);
        (!verbs.is_empty() && object && !noun && !compound).then_some((verbs, rest))
    }

    /// The act that a noun phrase at `at` tells.
    pub(super) fn act(&self, at: usize) -> Option<Act<'a>> {
        self.act_with(at, false)
    }

    pub(super) fn act_with(&self, at: usize, light: bool) -> Option<Act<'a>> {
        let words = self.words;
        let mut act = Act { verbs: Vec::new(), object: at, nominal: false };
        let mut next = at + usize::from(words.article(at));
        let mut any = false;
        loop {
            next = self.skip_hollow(next);
            let gerund =
                words.verb(next).filter(|(_, form)| *form == Form::Gerund).map(|(verb, _)| verb);
            let hidden =
                wording().nominal(words.word(next)).and_then(|base| words.verb_named(base));
            let Some(verb) = gerund.or(hidden) else { break };
            any = true;
            act.nominal = gerund.is_none() || words.is(next + 1, "of");
            if verb.strength != Strength::Weak {
                act.verbs.push(verb);
            }
            next += 1;
            let link = next + usize::from(words.is(next, ","));
            let link = link + usize::from(words.is_any(link, &["and", "&", "/"]));
            let article = link + usize::from(words.article(link));
            let after = self.skip_hollow(article);
            let more = words.verb(after).is_some_and(|(_, form)| form == Form::Gerund)
                || wording().nominal(words.word(after)).is_some();
            if link == next || !more {
                break;
            }
            next = after;
        }
        if !any {
            return None;
        }
        let improves = act.verbs.last().is_some_and(|verb| {
            matches!(verb.base, "improve" | "extend" | "upgrade" | "update" | "change" | "fix")
        });
        let serves = act
            .verbs
            .last()
            .is_some_and(|verb| matches!(verb.base, "train" | "document" | "maintain" | "test"));
        if words.is(next, "of")
            || light && (words.is(next, "to") && improves || words.is(next, "for") && serves)
        {
            next += 1;
        } else if act.nominal {
            return None;
        }
        act.object = next;
        let object = words.is_word(next) || words.is_number(next);
        (object && (act.verbs.is_empty() || !words.preposition(next))).then_some(act)
    }

    /// First token behind adjectives that say nothing.
    pub(super) fn skip_hollow(&self, mut at: usize) -> usize {
        while let Some((Leave::Adjective | Leave::BeforeAct | Leave::Adverb, tokens)) =
            self.words.tokens.get(at..).and_then(|rest| wording().leave(rest))
        {
            let behind = at + tokens;
            let link = usize::from(self.words.is_any(behind, &["and", ","]))
                * usize::from(self.words.tokens.get(behind + 1..).is_some_and(|rest| {
                    matches!(wording().leave(rest), Some((Leave::Adjective | Leave::BeforeAct, _)))
                }));
            at = behind + link;
        }
        at
    }
}
