//! What the grammar asks of the pack, in one place: verbs, weak openings, phrases.

use crate::words::{Class, Reading};
use vitae_pack::{Pack, PhraseList, Strength, VerbClass, VerbFormKind};
use vitae_text::fold_key;

/// A form of a verb.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `build`
    Base,
    /// `builds`
    Third,
    /// `built`: past, participle or both.
    Past,
    /// `building`
    Gerund,
}

/// A verb as it stands in a text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    pub(crate) strength: Strength,
    pub(crate) form: Form,
    /// Key of its base form; of the form itself where the base is not known.
    pub(crate) base: u64,
    /// What kind of act, if the pack has it.
    pub(crate) class: Option<VerbClass>,
    /// The pack has it.
    pub(crate) known: bool,
}

/// The verb that a word can be: one of the pack, or any word with the form of a past.
pub(crate) fn verb_of(pack: &Pack, key: u64, word: &str, class: Class) -> Option<Verb> {
    if let Some(found) = pack.verb_key(key) {
        let form = match found.form {
            // `Cut`, and `found`, which is a base as well: resumes print the past.
            VerbFormKind::Base if class.is(Class::PAST) => Form::Past,
            VerbFormKind::Base => Form::Base,
            VerbFormKind::Past | VerbFormKind::Participle => Form::Past,
            VerbFormKind::Present3 => Form::Third,
            VerbFormKind::Gerund => Form::Gerund,
        };
        let base = fold_key(found.verb.base);
        return Some(Verb {
            strength: found.verb.strength,
            form,
            base,
            class: Some(found.verb.class),
            known: true,
        });
    }
    let past =
        class.is(Class::PAST) || word.len() > 3 && word.ends_with("ed") && !is_adjective(word);
    past.then_some(Verb {
        strength: Strength::Ok,
        form: Form::Past,
        base: key,
        class: None,
        known: false,
    })
}

/// Words in -ed that describe and tell no act.
fn is_adjective(word: &str) -> bool {
    const ADJECTIVES: [&str; 24] = [
        "distributed",
        "advanced",
        "experienced",
        "dedicated",
        "skilled",
        "motivated",
        "related",
        "detailed",
        "certified",
        "seasoned",
        "talented",
        "embedded",
        "need",
        "speed",
        "feed",
        "seed",
        "exceed",
        "indeed",
        "proceed",
        "based",
        "sped",
        "shed",
        "unprecedented",
        "fast-paced",
    ];
    ADJECTIVES.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// A weak opening that starts at `at`: how many tokens it takes.
pub(crate) fn weak_opener(pack: &Pack, reading: &Reading<'_>, at: usize) -> Option<usize> {
    Some(pack.weak_opener(reading.tokens.get(at..)?)?.tokens)
}

/// A phrase of the pack.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) list: PhraseList,
    pub(crate) first: usize,
    pub(crate) end: usize,
}

/// Lists whose phrases lower what a text proves.
const HOLLOW: [PhraseList; 5] = [
    PhraseList::Buzzword,
    PhraseList::Filler,
    PhraseList::VagueQuantity,
    PhraseList::VagueScale,
    PhraseList::VagueObject,
];

/// All hollow phrases in the text, list by list, each from left to right.
pub(crate) fn hollow_phrases(pack: &Pack, reading: &Reading<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for list in HOLLOW {
        let found = pack.phrases(list).find_all(reading.tokens);
        hits.extend(found.map(|(first, hit)| Hit { list, first, end: first + hit.tokens }));
    }
    hits
}
