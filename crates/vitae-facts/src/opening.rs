//! How a bullet opens: its verb and how much that says, voice and tense of the main clause, and the
//! person it is told in.

use crate::bullet::{Opener, OpenerStrength, Tense};
use crate::lexicon::{self, Form, Verb};
use crate::words::{Class, Reading};
use vitae_pack::{Pack, Strength, VerbClass};
use vitae_text::{TextRange, TokenKind};

/// What the opening tells.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    pub(crate) opener: Opener,
    /// First token after the opener; the object starts here.
    pub(crate) end: usize,
    pub(crate) passive: bool,
    pub(crate) tense: Tense,
    /// The opener is an active verb, not a duty phrase or a passive.
    pub(crate) active: bool,
}

/// Reads the opening of a text.
pub(crate) fn read_opening(reading: &Reading<'_>, pack: &Pack) -> Opening {
    let start = clause_start(reading);
    let at = skip_adverbs(reading, start);
    let own_subject = reading.class(at).is(Class::FIRST_PERSON);
    if own_subject && !reading.is_any(at, &["my", "our", "us", "me"]) {
        return predicate(reading, pack, skip_adverbs(reading, at + 1));
    }
    if let Some(main) = behind_phrase(reading, at) {
        return predicate(reading, pack, main);
    }
    if reading.class(at).is(Class::BE) {
        let told = predicate(reading, pack, at);
        // "Was the contact for": what somebody was, and no act.
        let stated = told.opener.strength == OpenerStrength::None && at + 1 < reading.len();
        return if stated { weak(reading, at, at + 1, false, told.tense, 0) } else { told };
    }
    if given(reading, at) {
        let verb = reading.verb(at).map_or(0, |verb| verb.base);
        return weak(reading, at, at + 1, true, Tense::Past, verb);
    }
    if lexicon::weak_opener(pack, reading, at).is_some() {
        return predicate(reading, pack, at);
    }
    if !own_subject && (opens_with_verb(reading, at) || hyphenated(reading, at).is_some()) {
        return predicate(reading, pack, at);
    }
    if let Some(verb) = unlisted_third(reading, at) {
        return active(reading, at, verb);
    }
    // `Tells how two seasons were rehearsed`: a verb that the lexicon lacks, whose object is a clause.
    // The verb of that clause is not the bullet's.
    if reading.is_any(at + 1, &["how", "what", "why", "where", "whether"]) {
        return nothing(Tense::Present, at);
    }
    main_clause(reading, pack, at, own_subject)
}

/// `Rehydrates a day of trades`: a word in -s that the lexicon lacks, with an object behind it, can
/// only be a verb.
fn unlisted_third(reading: &Reading<'_>, at: usize) -> Option<Verb> {
    let word = reading.word(at);
    let shape = word.len() > 4 && word.ends_with('s') && !word.ends_with("ss");
    let object = reading.class(at + 1).is(Class::ARTICLE.or(Class::NUMBER))
        || reading.kind(at + 1) == Some(TokenKind::Number) && reading.is_word(at + 2);
    let plain = reading.class(at) == Class::default();
    (shape && object && plain && reading.opens_sentence(at)).then(|| Verb {
        strength: Strength::Ok,
        form: Form::Third,
        base: reading.tokens[at].key,
        class: None,
        known: false,
    })
}

/// `Promoted to`, `Selected for`: what was done with the person, without its auxiliary.
fn given(reading: &Reading<'_>, at: usize) -> bool {
    const DONE: [&str; 16] = [
        "promoted",
        "awarded",
        "selected",
        "chosen",
        "nominated",
        "recognised",
        "recognized",
        "named",
        "invited",
        "asked",
        "appointed",
        "hired",
        "elected",
        "seconded",
        "ranked",
        "honoured",
    ];
    reading.is_any(at, &DONE) && reading.is_any(at + 1, &["to", "as", "for", "by", "among"])
}

/// The verb behind a phrase that opens the text: `Using Rust, wrote …`, `In six weeks, moved …`.
fn behind_phrase(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let gerund = reading.verb(at).is_some_and(|verb| verb.form == Form::Gerund);
    let phrase = gerund || reading.class(at).is(Class::PREPOSITION);
    if !phrase {
        return None;
    }
    let end = (at + 12).min(reading.len());
    let comma = (at + 2..end).find(|word| reading.is(*word, ","))?;
    let main = skip_adverbs(reading, comma + 1);
    reading.verb(main).filter(|verb| verb.form == Form::Past && verb.known).map(|_| main)
}

/// First token of the first clause, behind glyphs, quotes and a label such as `Search:`.
fn clause_start(reading: &Reading<'_>) -> usize {
    let mut start = 0;
    while reading.kind(start) == Some(TokenKind::Symbol) {
        start += 1;
    }
    let colon = (start + 1..(start + 6).min(reading.len())).find(|at| reading.is(*at, ":"));
    let labelled = colon.filter(|colon| {
        let next = reading.verb(colon + 1);
        next.is_some_and(|verb| verb.form == Form::Past) && !opens_with_verb(reading, start)
    });
    labelled.map_or(start, |colon| colon + 1)
}

/// The token behind adverbs that stand before the verb: `successfully`, `also`, `personally`.
fn skip_adverbs(reading: &Reading<'_>, start: usize) -> usize {
    let mut at = start;
    while at + 1 < reading.len() {
        let word = reading.word(at);
        let known = reading.verb(at).is_some_and(|verb| verb.known);
        let manner = word.len() > 4 && word.ends_with("ly") && !known;
        let adverb = reading.class(at).is(Class::ADVERB.or(Class::HAVE).or(Class::MODAL)) && !known;
        let comma = at > start && reading.is(at, ",");
        if !(manner || adverb || comma) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a verb opens the text at `at`, rather than a noun or an adjective that looks like one.
fn opens_with_verb(reading: &Reading<'_>, at: usize) -> bool {
    let Some(verb) = reading.verb(at) else { return false };
    let role =
        ["engineer", "engineers", "developer", "developers", "manager", "architect", "of", "team"];
    let hyphen = reading.is_dash(at + 1) && reading.glued(at + 1);
    // "Retries were added", "Support was moved": a noun, whatever verb is spelled so.
    let subject = reading.class(at + 1).is(Class::BE.or(Class::HAVE).or(Class::MODAL));
    if subject && matches!(verb.form, Form::Base | Form::Third) {
        return false;
    }
    match verb.form {
        Form::Past => !hyphen,
        Form::Third => {
            let second = reading.is(at + 1, "and")
                && (reading.verb(at + 2).is_some() || reading.class(at + 2).is(Class::BE));
            second || !reading.is_any(at + 1, &["and", "or", ",", "of", "for"])
        }
        // "Phase 2", "Phase I".
        Form::Base
            if reading.word(at + 1) == "I"
                || reading.kind(at + 1) == Some(TokenKind::Number)
                    && reading.class(at).is(Class::LABEL) =>
        {
            false
        }
        Form::Base => !hyphen && at + 1 < reading.len() && !reading.is_any(at + 1, &role),
        Form::Gerund => !hyphen && at + 1 < reading.len() && !reading.is_any(at + 1, &role),
    }
}

/// The verb of `Re-architected`, `Co-led`, `Load-tested`, whose first part stands at `at`.
fn hyphenated(reading: &Reading<'_>, at: usize) -> Option<Verb> {
    const PARTS: [&str; 13] = [
        "re", "co", "pre", "de", "fine", "stress", "load", "root", "right", "hand", "cross",
        "pair", "reverse",
    ];
    let joined = reading.is_dash(at + 1) && reading.glued(at + 1) && reading.glued(at + 2);
    let past = reading.verb(at + 2).filter(|verb| matches!(verb.form, Form::Past | Form::Gerund));
    past.filter(|_| joined && reading.is_any(at, &PARTS))
}

/// Reads a verb phrase that starts at `at`.
fn predicate(reading: &Reading<'_>, pack: &Pack, at: usize) -> Opening {
    let be = reading.class(at).is(Class::BE) && !reading.is(at, "being");
    if be || reading.is_any(at, &["i'm", "we're"]) {
        return be_phrase(reading, pack, at);
    }
    if let Some(tokens) = lexicon::weak_opener(pack, reading, at) {
        let verb = reading.verb(at);
        // "Working knowledge of": the participle of a noun.
        let noun = reading.is_any(at + 1, &["knowledge", "experience", "understanding"]);
        let tense = verb.filter(|_| !noun).map_or(Tense::None, tense_of);
        return weak(reading, at, at + tokens, false, tense, verb.map_or(0, |verb| verb.base));
    }
    if reading.is(at, "being") {
        return weak(reading, at, at + 1, false, Tense::Present, 0);
    }
    if let Some(verb) = hyphenated(reading, at) {
        let mut opening = active(reading, at + 2, verb);
        opening.opener.range = reading.tokens[at].range.cover(opening.opener.range);
        return opening;
    }
    match reading.verb(at) {
        Some(verb) => active(reading, at, verb),
        None => nothing(Tense::None, at),
    }
}

/// `was promoted`, `was tasked with`, `am responsible for`.
fn be_phrase(reading: &Reading<'_>, pack: &Pack, at: usize) -> Opening {
    let past = reading.class(at).is(Class::BE_PAST);
    let tense = if past { Tense::Past } else { Tense::Present };
    let mut next = at + 1;
    while reading.class(next).is(Class::BE.or(Class::ADVERB)) || reading.word(next).ends_with("ly")
    {
        next += 1;
    }
    if reading.is(next, "able") && reading.is(next + 1, "to") {
        return Opening { tense, ..predicate(reading, pack, next + 2) };
    }
    let participle = is_participle(reading, next);
    let gerund = reading.verb(next).filter(|verb| verb.form == Form::Gerund);
    if let Some(tokens) = lexicon::weak_opener(pack, reading, next) {
        return weak(reading, at, next + tokens, participle, tense, reading.tokens[next].key);
    }
    if participle {
        let end = if reading.is_any(next + 1, &["with"]) && reading.is(next, "tasked") {
            next + 2
        } else {
            next + 1
        };
        return weak(reading, at, end, true, tense, reading.tokens[next].key);
    }
    match gerund {
        Some(verb) => Opening { tense, ..active(reading, next, verb) },
        None => nothing(tense, at),
    }
}

fn is_participle(reading: &Reading<'_>, at: usize) -> bool {
    reading.class(at).is(Class::PARTICIPLE)
        || reading.word(at).len() > 3
            && reading.word(at).ends_with("ed")
            && reading.verb(at).is_some()
        || reading.is_any(at, &["involved", "tasked", "awarded"])
}

/// A text that starts with a noun: looks for the verb of its main clause.
fn main_clause(reading: &Reading<'_>, pack: &Pack, start: usize, own: bool) -> Opening {
    let limit = (start + 14).min(reading.len());
    let mut at = start;
    while at < limit {
        let class = reading.class(at);
        // What stands in a clause of its own is not the bullet's act.
        let inner = class.is(Class::RELATIVE)
            || at > start
                && reading
                    .is_any(at, &["what", "when", "where", "because", "while", "if", "how", "why"]);
        if inner || reading.is_any(at, &[";", ".", ":", "("]) {
            break;
        }
        if class.is(Class::BE) {
            let told = be_phrase(reading, pack, at);
            // "My task was the upkeep of": what somebody's part is, and no act of theirs.
            let stated = own && told.opener.strength == OpenerStrength::None;
            return if stated { weak(reading, at, at + 1, false, told.tense, 0) } else { told };
        }
        let after = at.checked_sub(1).map_or(Class::default(), |before| reading.class(before));
        let verb = reading.verb(at);
        let third = verb.filter(|verb| own && at > start && verb.known && verb.form == Form::Third);
        if let Some(verb) = third.filter(|_| {
            reading.is_word(at + 1)
                || reading.kind(at + 1).is_some_and(|kind| kind == TokenKind::Number)
        }) {
            return active(reading, at, verb);
        }
        let done_by = verb.is_some_and(|verb| verb.form == Form::Past) && reading.is(at + 1, "by");
        if done_by && at > start {
            return weak(reading, at, at + 1, true, Tense::Past, 0);
        }
        let verb = verb.filter(|verb| {
            let participle = after.is(Class::ARTICLE.or(Class::PREPOSITION).or(Class::CONJUNCTION));
            at > start && verb.form == Form::Past && !participle && !reading.is_any(at + 1, &["by"])
        });
        if let Some(verb) = verb {
            // "Our team built": told of the person; "Latency fell": of a thing.
            return if own { active(reading, at, verb) } else { nothing(Tense::Past, at) };
        }
        at += 1;
    }
    nothing(Tense::None, start)
}

fn active(reading: &Reading<'_>, at: usize, verb: Verb) -> Opening {
    let strength = match verb.strength {
        Strength::Weak => OpenerStrength::Weak,
        Strength::Ok => OpenerStrength::Ok,
        Strength::Strong => OpenerStrength::Strong,
    };
    // Teaching and telling are doing, not change.
    let tells =
        matches!(verb.class, Some(VerbClass::Teach | VerbClass::Communicate | VerbClass::Research));
    let strength = if tells { strength.min(OpenerStrength::Ok) } else { strength };
    // "Building" tells of an activity, not of an act.
    let strength =
        if verb.form == Form::Gerund { strength.min(OpenerStrength::Ok) } else { strength };
    let idiom = ending_idiom(reading, at);
    let strength = if idiom > 0 { OpenerStrength::Strong } else { strength };
    let last = at + idiom.max(usize::from(takes_particle(reading, at)));
    let range = reading.tokens[at].range.cover(reading.tokens[last].range);
    let opener = Opener { range, strength, verb: verb.base };
    let end = at + 1 + idiom;
    Opening { opener, end, passive: false, tense: tense_of(verb), active: true }
}

/// `got rid of`, `put an end to`: how many tokens behind the verb belong to it.
pub(crate) fn ending_idiom(reading: &Reading<'_>, at: usize) -> usize {
    const IDIOMS: [&[&str]; 4] =
        [&["rid", "of"], &["an", "end", "to"], &["a", "stop", "to"], &["away", "with"]];
    if !reading.is_any(at, &["got", "gets", "put", "puts", "did"]) {
        return 0;
    }
    let whole = |words: &&&[&str]| {
        words.iter().enumerate().all(|(nth, word)| reading.is(at + 1 + nth, word))
    };
    IDIOMS.iter().find(whole).map_or(0, |words| words.len())
}

/// `set up`, `rolled out`: a verb of two words.
fn takes_particle(reading: &Reading<'_>, at: usize) -> bool {
    const VERBS: [&str; 25] = [
        "set", "sped", "speed", "stood", "spun", "cleaned", "scaled", "wound", "shut", "broke",
        "tracked", "rolled", "phased", "carried", "took", "ramped", "drew", "followed", "hunted",
        "rooted", "paid", "handed", "turned", "picked", "switched",
    ];
    const PARTICLES: [&str; 5] = ["up", "out", "down", "over", "off"];
    reading.is_any(at, &VERBS)
        && reading.is_any(at + 1, &PARTICLES)
        && reading.is_word(at + 2)
        && !reading.class(at + 2).is(Class::PREPOSITION)
}

fn weak(
    reading: &Reading<'_>,
    first: usize,
    end: usize,
    passive: bool,
    tense: Tense,
    verb: u64,
) -> Opening {
    let last = (end.max(first + 1) - 1).min(reading.len() - 1);
    let range = reading.tokens[first].range.cover(reading.tokens[last].range);
    let opener = Opener { range, strength: OpenerStrength::Weak, verb };
    Opening { opener, end, passive, tense, active: false }
}

fn nothing(tense: Tense, at: usize) -> Opening {
    let opener = Opener { range: TextRange::default(), strength: OpenerStrength::None, verb: 0 };
    Opening { opener, end: at, passive: false, tense, active: false }
}

fn tense_of(verb: Verb) -> Tense {
    match verb.form {
        Form::Past => Tense::Past,
        Form::Base | Form::Third | Form::Gerund => Tense::Present,
    }
}

/// The first `I`, `my`, `we`, `our`, unless it is a name, a numeral or a country.
pub(crate) fn first_person(reading: &Reading<'_>) -> Option<TextRange> {
    (0..reading.len()).find(|at| is_first_person(reading, *at)).map(|at| reading.tokens[at].range)
}

fn is_first_person(reading: &Reading<'_>, at: usize) -> bool {
    if !reading.class(at).is(Class::FIRST_PERSON) {
        return false;
    }
    let word = reading.word(at);
    let start = reading.opens_sentence(at);
    let joined = reading.glued(at + 1) && matches!(reading.word(at + 1), "/" | "-" | "&" | "+");
    let after_joint =
        reading.glued(at) && at > 0 && matches!(reading.word(at - 1), "/" | "-" | "&" | ".");
    if joined || after_joint {
        return false;
    }
    if word == "I" {
        // A numeral: "Phase I", "Engineer I,", "phase I of".
        let counted = ["phase", "part", "stage", "tier", "type", "level", "class", "volume"];
        let numeral = at > 0
            && !start
            && reading.is_word(at - 1)
            && (reading.capital(at - 1) || counted.contains(&reading.word(at - 1)));
        return !numeral && at + 1 < reading.len();
    }
    let shouted = word.len() > 1 && word.chars().all(char::is_uppercase);
    let name = reading.capital(at) && !start;
    !shouted && !name && word != "i"
}
