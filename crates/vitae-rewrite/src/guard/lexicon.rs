//! The words of `packs/rewrite/guard.toml` with their lookups, built once. A stem in, what kind of
//! word it is and which groups of words it shares a meaning with out.

use super::stem::{keys, stem};
use serde::Deserialize;
use std::sync::OnceLock;
use vitae_pack::{Category, Pack, SkillId};
use vitae_text::{PhraseMatch, Phrases, Token, fold_key};

/// What a word can be; several at once.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub(super) const NEUTRAL: Self = Self(1 << 1);
    pub(super) const GENERIC: Self = Self(1 << 2);
    pub(super) const MEASURE: Self = Self(1 << 3);
    pub(super) const STATISTIC: Self = Self(1 << 4);
    pub(super) const SCOPE: Self = Self(1 << 5);
    pub(super) const QUALITY: Self = Self(1 << 6);
    pub(super) const INTENSE: Self = Self(1 << 7);
    pub(super) const ROLE: Self = Self(1 << 8);
    pub(super) const SENIOR: Self = Self(1 << 9);
    pub(super) const NEGATION: Self = Self(1 << 10);
    pub(super) const ALONE: Self = Self(1 << 11);
    pub(super) const ALL: Self = Self(1 << 12);
    pub(super) const VAGUE: Self = Self(1 << 13);
    pub(super) const HEAD: Self = Self(1 << 14);
    /// A derived form is another claim: `production` is no `product`.
    pub(super) const STRICT: Self =
        Self(Self::SCOPE.0 | Self::QUALITY.0 | Self::ROLE.0 | Self::SENIOR.0 | Self::ALONE.0);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What part in the work a group of acts claims, or which change.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ActKind {
    Light,
    Free,
    Act,
    Help,
    Plan,
    Design,
    Lead,
    Down,
    Up,
    Better,
}

/// Most groups that one word is in; the pack's test holds it.
pub(super) const MOST_GROUPS: usize = 12;

/// What is known of a word.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Info {
    pub(super) class: Class,
    /// Groups of words of one meaning, from 1; 0 is none.
    pub(super) groups: [u16; MOST_GROUPS],
    /// One bit for each, so that most comparisons end there; several groups share a bit.
    bits: u64,
}

impl Info {
    /// The groups it is in.
    pub(super) fn groups(&self) -> impl Iterator<Item = u16> + '_ {
        self.groups.iter().copied().take_while(|group| *group != 0)
    }

    /// Whether both stand in one group.
    pub(super) fn shares(&self, other: &Self) -> bool {
        self.bits & other.bits != 0
            && self.groups().any(|ours| other.groups().any(|theirs| ours == theirs))
    }
}

/// A group of acts; groups of plain synonyms have no kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) kind: Option<ActKind>,
    /// Groups that bear this one as well.
    pub(super) covers: Vec<u16>,
}

/// A kind of thing: what carries its name.
#[derive(Clone, Debug, Default, Deserialize)]
struct Kind {
    phrases: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    categories: Vec<Category>,
}

#[derive(Deserialize)]
struct Act {
    kind: ActKind,
    words: String,
    #[serde(default)]
    covers: String,
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    function: String,
    neutral: String,
    generic: String,
    measure: String,
    head: String,
    statistic: String,
    scope: String,
    quality: String,
    intense: String,
    role: String,
    seniority: String,
    negation: String,
    alone: String,
    all: String,
    vague: Vec<(String, f64)>,
    irregular: String,
    phrases: Vec<Vec<String>>,
    synonyms: Vec<String>,
    antonyms: Vec<String>,
    orders: Vec<String>,
    acts: Vec<Act>,
    kinds: Vec<Kind>,
}

/// The lists with their lookups.
pub(super) struct Lexicon {
    /// By stem, rising.
    words: Vec<(u64, Info)>,
    /// Words of the grammar by their own key, rising.
    function: Vec<u64>,
    /// Stem of forms that endings do not tell, by the form's key, rising.
    irregular: Vec<(u64, u64)>,
    /// Phrases that stand for a word: its stem.
    phrases: Phrases<(u64, u64)>,
    groups: Vec<Group>,
    /// Pairs of stems, each both ways round, rising.
    antonyms: Vec<(u64, u64)>,
    vague: Vec<(u64, f64)>,
    orders: Phrases<()>,
    kind_phrases: Phrases<u16>,
    kinds: Vec<Kind>,
}

impl Lexicon {
    /// The lexicon that this build holds.
    pub(super) fn builtin() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        const TEXT: &str = include_str!("../../../../packs/rewrite/guard.toml");
        LEXICON.get_or_init(|| {
            // A test reads the file; a mistake in it never leaves the repository.
            toml::from_str(TEXT).map(Self::new).unwrap_or_else(|_| Self::empty())
        })
    }

    fn empty() -> Self {
        Self {
            words: Vec::new(),
            function: Vec::new(),
            irregular: Vec::new(),
            phrases: Phrases::default(),
            groups: vec![Group::default()],
            antonyms: Vec::new(),
            vague: Vec::new(),
            orders: Phrases::default(),
            kind_phrases: Phrases::default(),
            kinds: Vec::new(),
        }
    }

    fn new(source: Source) -> Self {
        let mut new = Self::empty();
        for forms in source.irregular.split(';') {
            let mut forms = forms.split_ascii_whitespace();
            let Some(base) = forms.next() else { continue };
            let base = stem(base);
            new.irregular.extend(forms.map(|form| (fold_key(form), base)));
        }
        let verbs = &Pack::builtin().data.verbs;
        for verb in verbs {
            let base = stem(verb.base);
            for form in [verb.past, verb.participle] {
                let other = verbs.iter().any(|other| other.base == form);
                if stem(form) != base && !other && !verb.base.contains('-') {
                    new.irregular.push((fold_key(form), base));
                }
            }
        }
        // Of equal forms the first stays.
        new.irregular.sort_by_key(|(form, _)| *form);
        new.irregular.dedup_by_key(|(form, _)| *form);
        new.function = source.function.split_ascii_whitespace().map(fold_key).collect();
        new.function.sort_unstable();
        let mut builder = Builder::default();
        for (class, list) in [
            (Class::NEUTRAL, &source.neutral),
            (Class::GENERIC, &source.generic),
            (Class::MEASURE, &source.measure),
            (Class::HEAD, &source.head),
            (Class::STATISTIC, &source.statistic),
            (Class::SCOPE, &source.scope),
            (Class::QUALITY, &source.quality),
            (Class::INTENSE, &source.intense),
            (Class::ROLE, &source.role),
            (Class::SENIOR, &source.seniority),
            (Class::NEGATION, &source.negation),
            (Class::ALONE, &source.alone),
            (Class::ALL, &source.all),
        ] {
            for word in list.split_ascii_whitespace() {
                let key = builder.word(&new, word);
                builder.info(key).class.add(class);
            }
        }
        for (word, least) in &source.vague {
            let key = builder.word(&new, word);
            builder.info(key).class.add(Class::VAGUE);
            new.vague.push((key, *least));
        }
        for pair in &source.antonyms {
            let mut words = pair.split_ascii_whitespace().map(|word| new.stem_of(word));
            if let (Some(a), Some(b)) = (words.next(), words.next()) {
                new.antonyms.extend([(a, b), (b, a)]);
            }
        }
        new.antonyms.sort_unstable();
        for list in &source.synonyms {
            new.groups.push(Group::default());
            builder.group(&new, list, new.groups.len() - 1);
        }
        for act in &source.acts {
            new.groups.push(Group { kind: Some(act.kind), covers: Vec::new() });
            builder.group(&new, &act.words, new.groups.len() - 1);
        }
        new.words = builder.finish();
        new.cover(&source.acts, source.synonyms.len());
        let stands = source.phrases.iter().filter_map(|phrases| {
            let (word, rest) = phrases.split_first()?;
            let keys = (new.stem_of(word), new.family_of(word));
            Some(rest.iter().map(move |phrase| (phrase.as_str(), keys)))
        });
        let compounds = builder.compounds.iter().map(|(text, key)| (text.as_str(), (*key, *key)));
        new.phrases = Phrases::build(stands.flatten().chain(compounds));
        new.orders = Phrases::build(source.orders.iter().map(|order| (order.as_str(), ())));
        let kinds = source.kinds.iter().zip(0..);
        new.kind_phrases = Phrases::build(
            kinds.flat_map(|(kind, at)| kind.phrases.iter().map(move |text| (text.as_str(), at))),
        );
        new.kinds = source.kinds;
        new
    }

    /// Fills in which groups bear which.
    fn cover(&mut self, acts: &[Act], before: usize) {
        for (act, at) in acts.iter().zip(before + 1..) {
            let words = act.covers.split_ascii_whitespace();
            let groups: Vec<u16> = words
                .flat_map(|word| self.info(self.stem_of(word)).groups)
                .filter(|group| {
                    self.groups.get(usize::from(*group)).is_some_and(|group| group.kind.is_some())
                })
                .collect();
            if let Some(group) = self.groups.get_mut(at) {
                group.covers = groups;
            }
        }
    }

    /// The stem of a word of the lists.
    fn stem_of(&self, word: &str) -> u64 {
        if word.contains(['-', '/']) { fold_key(word) } else { self.stem_by(fold_key(word), word) }
    }

    fn family_of(&self, word: &str) -> u64 {
        let regular = !word.contains(['-', '/']) && self.irregular(fold_key(word)).is_none();
        if regular { keys(word).1 } else { self.stem_of(word) }
    }

    /// The stem of a word whose own key is `key`.
    pub(super) fn stem_by(&self, key: u64, word: &str) -> u64 {
        self.irregular(key).unwrap_or_else(|| stem(word))
    }

    /// The stem of a form that endings do not tell.
    pub(super) fn irregular(&self, key: u64) -> Option<u64> {
        let at = self.irregular.binary_search_by_key(&key, |(form, _)| *form).ok()?;
        Some(self.irregular[at].1)
    }

    /// Whether the word with this own key is one of the grammar.
    pub(super) fn is_function(&self, key: u64) -> bool {
        self.function.binary_search(&key).is_ok()
    }

    /// What is known of a stem.
    pub(super) fn info(&self, stem: u64) -> Info {
        let at = self.words.binary_search_by_key(&stem, |(key, _)| *key);
        at.map_or(Info::default(), |at| self.words[at].1)
    }

    /// The phrase at the start of `tokens` that stands for one word: its stem and family.
    pub(super) fn phrase(&self, tokens: &[Token]) -> Option<PhraseMatch<(u64, u64)>> {
        self.phrases.longest(tokens)
    }

    /// Whether an order to a reader starts here: how many tokens.
    pub(super) fn order(&self, tokens: &[Token]) -> Option<usize> {
        Some(self.orders.longest(tokens)?.tokens)
    }

    /// The kind of thing that is named at the start of `tokens`.
    pub(super) fn kind(&self, tokens: &[Token]) -> Option<PhraseMatch<u16>> {
        self.kind_phrases.longest(tokens)
    }

    /// Whether a technology is of a kind.
    pub(super) fn is_of_kind(&self, pack: &Pack, skill: SkillId, kind: u16) -> bool {
        let skill = pack.skill(skill);
        self.kinds.get(usize::from(kind)).is_some_and(|kind| {
            kind.categories.contains(&skill.category)
                || kind
                    .names
                    .iter()
                    .any(|name| name == skill.name || skill.aliases.contains(&name.as_str()))
        })
    }

    /// A group.
    pub(super) fn group(&self, group: u16) -> Option<&Group> {
        self.groups.get(usize::from(group))
    }

    /// The kinds of act that a word can tell, with their groups.
    pub(super) fn acts(&self, info: &Info) -> impl Iterator<Item = (u16, ActKind)> + '_ {
        let groups = info.groups;
        groups.into_iter().filter_map(|at| Some((at, self.group(at)?.kind?)))
    }

    /// Whether a word tells an act of this kind.
    pub(super) fn is_act(&self, info: &Info, kind: ActKind) -> bool {
        self.acts(info).any(|(_, other)| other == kind)
    }

    /// Whether two stems are each other's remainder.
    pub(super) fn are_antonyms(&self, a: u64, b: u64) -> bool {
        self.antonyms.binary_search(&(a, b)).is_ok()
    }

    /// The smallest count that bears a vague quantity.
    pub(super) fn vague(&self, stem: u64) -> Option<f64> {
        self.vague.iter().find(|(key, _)| *key == stem).map(|(_, least)| *least)
    }
}

/// Gathers what is known of words.
#[derive(Default)]
struct Builder {
    words: Vec<(u64, Info)>,
    /// Words of several parts: found as phrases.
    compounds: Vec<(String, u64)>,
}

impl Builder {
    /// The stem of a listed word.
    fn word(&mut self, lexicon: &Lexicon, word: &str) -> u64 {
        let key = lexicon.stem_of(word);
        if word.contains(['-', '/']) && !self.compounds.iter().any(|(_, other)| *other == key) {
            self.compounds.push((word.to_owned(), key));
        }
        key
    }

    fn info(&mut self, key: u64) -> &mut Info {
        let at = match self.words.binary_search_by_key(&key, |(other, _)| *other) {
            Ok(at) => at,
            Err(at) => {
                self.words.insert(at, (key, Info::default()));
                at
            }
        };
        &mut self.words[at].1
    }

    fn group(&mut self, lexicon: &Lexicon, words: &str, group: usize) {
        let group = u16::try_from(group).unwrap_or_default();
        for word in words.split_ascii_whitespace() {
            let key = self.word(lexicon, word);
            let info = self.info(key);
            if info.groups.contains(&group) {
                continue;
            }
            if let Some(free) = info.groups.iter_mut().find(|free| **free == 0) {
                *free = group;
                info.bits |= 1 << (group % 64);
            }
        }
    }

    fn finish(&mut self) -> Vec<(u64, Info)> {
        std::mem::take(&mut self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_no_word_has_too_many_groups() {
        const TEXT: &str = include_str!("../../../../packs/rewrite/guard.toml");
        let source: Source = toml::from_str(TEXT).unwrap();
        let lexicon = Lexicon::new(source);
        assert!(lexicon.words.len() > 1_000, "{}", lexicon.words.len());
        let full: Vec<_> =
            lexicon.words.iter().filter(|(_, info)| info.groups[MOST_GROUPS - 1] != 0).collect();
        assert!(full.is_empty(), "{} words have too many groups", full.len());
    }

    #[test]
    fn words_have_their_groups() {
        let lexicon = Lexicon::builtin();
        let info = |word: &str| lexicon.info(lexicon.stem_by(fold_key(word), word));
        assert!(info("lowered").shares(&info("cut")));
        assert!(!info("lowered").shares(&info("raised")));
        assert!(lexicon.is_act(&info("wrote"), ActKind::Free));
        assert!(lexicon.is_act(&info("assisted"), ActKind::Help));
        assert!(info("reliability").class.is(Class::QUALITY));
    }
}
