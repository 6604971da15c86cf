//! The word lists of rewriting, read once from `packs/rewrite/lines.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use vitae_text::Phrases;

/// What an opening says about what follows it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum OpeningKind {
    Duty,
    Help,
    Team,
    Work,
    Know,
    Light,
    Tool,
}

/// What may be done with a phrase.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Leave {
    /// Before a noun it can go.
    Adjective,
    /// Before a noun that hides a verb it can go.
    BeforeAct,
    /// It can go anywhere.
    Adverb,
    /// An amount without a number.
    Amount,
    /// Fewer words say the same: index into [`Wording::shorter`].
    Shorter(u16),
}

/// A slot as the data describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SlotData {
    #[serde(default)]
    pub(crate) lead: String,
    pub(crate) label: String,
    pub(crate) ask: String,
    #[serde(default)]
    pub(crate) unit: String,
    pub(crate) example: String,
}

/// A kind of work and what to ask about it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kind {
    pub(crate) name: String,
    pub(crate) cues: Vec<String>,
    pub(crate) verbs: String,
    pub(crate) which: String,
    pub(crate) change: Vec<SlotData>,
    pub(crate) size: Vec<SlotData>,
    pub(crate) result: SlotData,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    openings: Openings,
    nominals: BTreeMap<String, Vec<String>>,
    leave_out: LeaveOut,
    shorter: BTreeMap<String, String>,
    kind: Vec<Kind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Openings {
    duty: Vec<String>,
    help: Vec<String>,
    team: Vec<String>,
    work: Vec<String>,
    know: Vec<String>,
    light: Vec<String>,
    tool: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeaveOut {
    adjectives: Vec<String>,
    before_act: Vec<String>,
    adverbs: Vec<String>,
    amounts: Vec<String>,
    empty: Vec<String>,
}

/// The lists, ready for lookup.
#[derive(Default)]
pub(crate) struct Wording {
    openings: Vec<(OpeningKind, Phrases<()>)>,
    /// Nouns with the base of the verb they hide.
    nominals: BTreeMap<String, String>,
    leave: Option<Phrases<u16>>,
    leave_kinds: Vec<Leave>,
    pub(crate) shorter: Vec<String>,
    empty: Vec<String>,
    pub(crate) kinds: Vec<Kind>,
    cues: Vec<Phrases<()>>,
}

/// The built-in lists.
pub(crate) fn wording() -> &'static Wording {
    static WORDING: OnceLock<Wording> = OnceLock::new();
    // A test reads the file, so that it is never without its lists.
    WORDING.get_or_init(|| {
        load(include_str!("../../../../packs/rewrite/lines.toml")).unwrap_or_default()
    })
}

fn load(text: &str) -> Result<Wording, toml::de::Error> {
    let file: File = toml::from_str(text)?;
    let openings = [
        (OpeningKind::Duty, file.openings.duty),
        (OpeningKind::Help, file.openings.help),
        (OpeningKind::Team, file.openings.team),
        (OpeningKind::Work, file.openings.work),
        (OpeningKind::Know, file.openings.know),
        (OpeningKind::Light, file.openings.light),
        (OpeningKind::Tool, file.openings.tool),
    ];
    let mut leave: Vec<(String, Leave)> = Vec::new();
    leave.extend(file.leave_out.adjectives.into_iter().map(|word| (word, Leave::Adjective)));
    leave.extend(file.leave_out.before_act.into_iter().map(|word| (word, Leave::BeforeAct)));
    leave.extend(file.leave_out.adverbs.into_iter().map(|word| (word, Leave::Adverb)));
    leave.extend(file.leave_out.amounts.into_iter().map(|word| (word, Leave::Amount)));
    let mut shorter = Vec::new();
    for (at, (long, short)) in (0..).zip(file.shorter) {
        leave.push((long, Leave::Shorter(at)));
        shorter.push(short);
    }
    let nominals = file.nominals.into_iter();
    let nominals =
        nominals.flat_map(|(verb, nouns)| nouns.into_iter().map(move |noun| (noun, verb.clone())));
    let index = |words: &[String]| Phrases::build(words.iter().map(|word| (word.as_str(), ())));
    Ok(Wording {
        openings: openings.iter().map(|(kind, words)| (*kind, index(words))).collect(),
        nominals: nominals.collect(),
        leave: Some(Phrases::build(
            (0_u16..).zip(&leave).map(|(at, (word, _))| (word.as_str(), at)),
        )),
        leave_kinds: leave.iter().map(|(_, kind)| *kind).collect(),
        shorter,
        empty: file.leave_out.empty,
        cues: file.kind.iter().map(|kind| index(&kind.cues)).collect(),
        kinds: file.kind,
    })
}

impl Wording {
    /// The longest opening that `tokens` start with.
    pub(crate) fn opening(&self, tokens: &[vitae_text::Token]) -> Vec<(OpeningKind, usize)> {
        let found = self
            .openings
            .iter()
            .filter_map(|(kind, phrases)| Some((*kind, phrases.longest(tokens)?.tokens)));
        let mut found: Vec<_> = found.collect();
        vitae_text::sort_by_key(&mut found, |(_, tokens)| std::cmp::Reverse(*tokens));
        found
    }

    /// The base of the verb that a noun hides.
    pub(crate) fn nominal(&self, noun: &str) -> Option<&str> {
        self.nominals.get(&noun.to_lowercase()).map(String::as_str)
    }

    /// A phrase at the start of `tokens` that can go or be shorter, and how many tokens it takes.
    pub(crate) fn leave(&self, tokens: &[vitae_text::Token]) -> Option<(Leave, usize)> {
        let found = self.leave.as_ref()?.longest(tokens)?;
        Some((*self.leave_kinds.get(usize::from(found.value))?, found.tokens))
    }

    /// A word that names nothing in particular.
    pub(crate) fn is_empty_word(&self, word: &str) -> bool {
        self.empty.iter().any(|other| other.eq_ignore_ascii_case(word))
    }

    /// The kind of work that a text is about.
    pub(crate) fn kind_of(&self, tokens: &[vitae_text::Token]) -> Option<&Kind> {
        let scores = self.cues.iter().map(|cues| cues.find_all(tokens).count());
        let best = scores.clone().max().unwrap_or(0);
        let at = if best == 0 {
            self.kinds.len().checked_sub(1)?
        } else {
            scores.clone().position(|score| score == best)?
        };
        self.kinds.get(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        let loaded =
            load(include_str!("../../../../packs/rewrite/lines.toml")).map(|all| all.kinds.len());
        assert!(loaded.is_ok_and(|kinds| kinds > 10));
        let kinds = &wording().kinds;
        assert!(kinds.iter().all(|kind| kind.change.len() == 2 && !kind.size.is_empty()));
    }
}
