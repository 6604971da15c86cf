//! `Pack`: the data with its lookups. Every lookup is blind to case and to hyphens between words.
//! An index is built when it is first asked for, once per pack.

use crate::keys::line_key;
use crate::schema::{DegreeLevel, Dimension, Level, PhraseList, PlaceKind, SectionKind, SkillId};
use crate::{
    Market, Network, NumberingPlan, PackData, Phrase, PhraseSet, Place, Skill, TitleWord,
    TradeWords, Verb, WeakOpener, WordKeys,
};
use std::sync::OnceLock;
use vitae_text::{KeyTable, PhraseMatch, Phrases, SortedMap, Token, fold_key, tokenize};

/// Position of a word in [`PackData::titles`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TitleId(pub u16);

/// Position of a place in its list.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceId(pub u16);

/// A phrase of a list.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhraseId {
    /// The list it stands in.
    pub list: PhraseList,
    /// Its position there.
    pub index: u16,
}

/// A heading that was recognised.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What the section holds.
    pub kind: SectionKind,
    /// Applicant tracking systems know the name.
    pub standard: bool,
    /// ISO 639-1 code of the language it was found in.
    pub language: &'static str,
}

/// A word that is a form of a verb.
#[derive(Copy, Clone, Debug)]
pub struct VerbForm<'a> {
    /// The verb.
    pub verb: &'a Verb,
    /// Which form.
    pub form: VerbFormKind,
}

/// The forms of a verb. A word that serves as several is named by the first of past, base and
/// participle: a bullet that opens with `Cut` tells what was done.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerbFormKind {
    /// `write`
    Base,
    /// `wrote`; also `shipped` and `cut`, which serve as other forms too.
    Past,
    /// `written`
    Participle,
    /// `writes`
    Present3,
    /// `writing`
    Gerund,
}

/// Indices, each built at its first use.
#[derive(Default)]
struct Indices {
    skills: OnceLock<Phrases<SkillId>>,
    traps: OnceLock<Phrases<SkillId>>,
    miscased: OnceLock<Vec<(&'static str, SkillId)>>,
    needs: OnceLock<KeyTable<()>>,
    headings: OnceLock<KeyTable<Heading>>,
    verbs: OnceLock<KeyTable<(u16, VerbFormKind)>>,
    weak_openers: OnceLock<Phrases<u16>>,
    months: OnceLock<KeyTable<u8>>,
    seasons: OnceLock<KeyTable<u8>>,
    present: OnceLock<Phrases<()>>,
    expected: OnceLock<Phrases<()>>,
    separator: OnceLock<KeyTable<()>>,
    since: OnceLock<Phrases<()>>,
    duration: OnceLock<KeyTable<()>>,
    titles: OnceLock<Phrases<TitleId>>,
    company_suffixes: OnceLock<Phrases<()>>,
    company_words: OnceLock<Phrases<()>>,
    school_words: OnceLock<Phrases<()>>,
    degrees: OnceLock<Phrases<DegreeLevel>>,
    grade_words: OnceLock<Phrases<()>>,
    honours: OnceLock<Phrases<()>>,
    study_fields: OnceLock<Phrases<()>>,
    places: OnceLock<Phrases<PlaceId>>,
    region_codes: OnceLock<Vec<(&'static str, PlaceId)>>,
    remote: OnceLock<Phrases<()>>,
    name_lists: OnceLock<Vec<u16>>,
    phrases: Lists,
    signals: OnceLock<Phrases<u32>>,
    level_cues: OnceLock<Phrases<u8>>,
    level_words: OnceLock<KeyTable<[i8; 5]>>,
}

/// An index for each list of phrases.
struct Lists([OnceLock<Phrases<PhraseId>>; PhraseList::ALL.len()]);

impl Default for Lists {
    fn default() -> Self {
        Self(std::array::from_fn(|_| OnceLock::new()))
    }
}

/// Lists of words that names, titles and places hold.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct NameLists(u16);

#[allow(missing_docs, reason = "each is named as the method that looks into it")]
impl NameLists {
    pub const TITLE: Self = Self(1);
    pub const DEGREE: Self = Self(2);
    pub const SCHOOL: Self = Self(4);
    pub const COMPANY_SUFFIX: Self = Self(8);
    pub const COMPANY: Self = Self(16);
    pub const PLACE: Self = Self(32);
    pub const REMOTE: Self = Self(64);
    pub const FIELD: Self = Self(128);
    pub const HONOURS: Self = Self(256);

    /// Whether `list` is among them.
    #[must_use]
    pub fn has(self, list: Self) -> bool {
        self.0 & list.0 != 0
    }
}

/// A pack: its data and its lookups.
pub struct Pack {
    /// Everything it holds, as plain lists.
    pub data: PackData,
    indices: Indices,
}

fn words(list: &[&'static str]) -> Phrases<()> {
    Phrases::build(list.iter().map(|word| (*word, ())))
}

fn table<V: Copy>(list: &[(&'static str, V)]) -> KeyTable<V> {
    KeyTable::build(list.iter().map(|(word, value)| (fold_key(word), *value)))
}

impl Pack {
    /// The pack that this build holds: `backend-engineer`.
    #[must_use]
    pub fn builtin() -> &'static Pack {
        static PACK: OnceLock<Pack> = OnceLock::new();
        const BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));
        // `build.rs` wrote the blob with the same types, and a test reads it.
        PACK.get_or_init(|| Pack::new(postcard::from_bytes(BLOB).unwrap_or_default()))
    }

    fn new(data: PackData) -> Self {
        Self { data, indices: Indices::default() }
    }

    /// A pack from TOML files, each `(name, text)` with the names of the folder `packs/`. Its text
    /// lives until the process ends, so load few.
    ///
    /// # Errors
    /// Every mistake in the files, with file and line.
    #[cfg(feature = "load")]
    pub fn load(files: &[(&str, &str)]) -> Result<Self, Vec<crate::SourceError>> {
        let failed = |error: postcard::Error| {
            vec![crate::SourceError { file: String::new(), line: 0, message: error.to_string() }]
        };
        let blob = postcard::to_allocvec(&crate::source::compile(files)?).map_err(failed)?;
        Ok(Self::new(postcard::from_bytes(blob.leak()).map_err(failed)?))
    }

    /// Name and version, shown in reports.
    #[must_use]
    pub fn version(&self) -> &'static str {
        self.data.version
    }

    // --- skills ---

    /// The skill of an id.
    ///
    /// # Panics
    /// Only when the id comes from another pack.
    #[must_use]
    pub fn skill(&self, id: SkillId) -> &Skill {
        &self.data.skills[usize::from(id.0)]
    }

    /// All skills with their ids.
    pub fn all_skills(&self) -> impl Iterator<Item = (SkillId, &Skill)> {
        self.data.skills.iter().enumerate().map(|(at, skill)| (SkillId(at as u16), skill))
    }

    /// Every name, alias, long form and known misspelling of every skill, for finding them in
    /// tokens. An ambiguous skill found here still needs [`Pack::means_technology`].
    pub fn skills(&self) -> &Phrases<SkillId> {
        self.indices.skills.get_or_init(|| {
            let right = self.all_skills().flat_map(|(id, skill)| {
                let all = std::iter::once(&skill.name)
                    .chain(&skill.aliases)
                    .chain(&skill.informal)
                    .chain(&skill.long);
                all.map(move |name| (*name, id))
            });
            let wrong = self
                .all_skills()
                .flat_map(|(id, skill)| skill.miscased.iter().map(move |spelling| (*spelling, id)));
            Phrases::build(right.chain(wrong))
        })
    }

    /// The skill that `name` as a whole names. Meant for lists, where an ambiguous name is a skill.
    #[must_use]
    pub fn skill_named(&self, name: &str) -> Option<SkillId> {
        self.skills().exact(name)
    }

    /// Phrases that hold an ambiguous name and do not mean the skill: `ready to go`. Find them
    /// first, and skip the tokens they cover.
    pub fn skill_traps(&self) -> &Phrases<SkillId> {
        self.indices.traps.get_or_init(|| {
            Phrases::build(
                self.all_skills()
                    .flat_map(|(id, skill)| skill.not.iter().map(move |phrase| (*phrase, id))),
            )
        })
    }

    /// Whether a word that stands near makes an ambiguous skill the technology; true for a skill
    /// that is not ambiguous. Besides these words, another technology close by proves it too.
    #[must_use]
    pub fn means_technology(&self, id: SkillId, near: &[Token]) -> bool {
        let skill = self.skill(id);
        let general = self.indices.needs.get_or_init(|| {
            KeyTable::build(self.data.default_needs.iter().map(|word| (fold_key(word), ())))
        });
        !skill.ambiguous
            || near.iter().any(|token| {
                general.get(token.key).is_some()
                    || skill.needs.iter().any(|word| fold_key(word) == token.key)
            })
    }

    /// The skill that `printed` misspells, letter for letter: `Postgresql`, `Node JS` never match
    /// the right name. White space inside must be single spaces.
    #[must_use]
    pub fn miscased(&self, printed: &str) -> Option<SkillId> {
        let list = self.indices.miscased.get_or_init(|| {
            let mut list: Vec<_> = self
                .all_skills()
                .flat_map(|(id, skill)| skill.miscased.iter().map(move |text| (*text, id)))
                .collect();
            vitae_text::sort(&mut list);
            list
        });
        list.binary_search_by_key(&printed, |(text, _)| text).ok().map(|at| list[at].1)
    }

    // --- sections and dates ---

    /// The section that a line opens, if the line as a whole is a known heading. Case, hyphens, a
    /// closing colon and `&` for `and` do not matter.
    #[must_use]
    pub fn heading(&self, line: &str) -> Option<Heading> {
        // The longest heading has seven words; a long line is not worth cutting.
        if line.len() > 120 { None } else { self.heading_of(&tokenize(line)) }
    }

    /// As [`Pack::heading`], for a line that was cut already.
    #[must_use]
    pub fn heading_of(&self, tokens: &[Token]) -> Option<Heading> {
        let table = self.indices.headings.get_or_init(|| {
            let mut tokens = Vec::new();
            let groups = self.data.headings.iter().flat_map(|group| {
                let heading = |standard| {
                    let (kind, language) = (group.kind, group.language);
                    Heading { kind, standard, language }
                };
                let standard = group.standard.iter().map(move |name| (*name, heading(true)));
                standard.chain(group.casual.iter().map(move |name| (*name, heading(false))))
            });
            KeyTable::build(groups.filter_map(|(name, heading)| {
                vitae_text::tokenize_into(name, &mut tokens);
                Some((line_key(&tokens)?, heading))
            }))
        });
        table.get(line_key(tokens)?)
    }

    /// The number of a month, 1 to 12, by name or short name in any of the pack's languages.
    #[must_use]
    pub fn month(&self, word: &str) -> Option<u8> {
        self.month_key(fold_key(word))
    }

    /// As [`Pack::month`], by the key of a token.
    #[must_use]
    pub fn month_key(&self, key: u64) -> Option<u8> {
        self.indices.months.get_or_init(|| table(&self.data.dates.months)).get(key)
    }

    /// The month that a season, quarter or half-year is sorted by.
    #[must_use]
    pub fn season(&self, word: &str) -> Option<u8> {
        self.indices.seasons.get_or_init(|| table(&self.data.dates.seasons)).get(fold_key(word))
    }

    /// How many tokens at the start say that something goes on: `present`, `bis heute`, `현재`.
    #[must_use]
    pub fn present_word(&self, tokens: &[Token]) -> Option<usize> {
        let index = self.indices.present.get_or_init(|| words(&self.data.dates.present));
        Some(index.longest(tokens)?.tokens)
    }

    /// How many tokens at the start announce a date to come: `expected`, `voraussichtlich`.
    #[must_use]
    pub fn expected_word(&self, tokens: &[Token]) -> Option<usize> {
        let index = self.indices.expected.get_or_init(|| words(&self.data.dates.expected));
        Some(index.longest(tokens)?.tokens)
    }

    /// Whether a token may stand between two dates: `–`, `to`, `bis`.
    #[must_use]
    pub fn is_range_separator(&self, token: &Token) -> bool {
        let index = self.indices.separator.get_or_init(|| {
            KeyTable::build(self.data.dates.separator.iter().map(|word| (fold_key(word), ())))
        });
        index.get(token.key).is_some()
    }

    /// How many tokens at the start open a single start date: `since`, `seit`.
    #[must_use]
    pub fn since_word(&self, tokens: &[Token]) -> Option<usize> {
        let index = self.indices.since.get_or_init(|| words(&self.data.dates.since));
        Some(index.longest(tokens)?.tokens)
    }

    /// Whether a word is a unit of a length of time: `yrs`, `Monate`.
    #[must_use]
    pub fn is_duration_unit(&self, word: &str) -> bool {
        let index = self.indices.duration.get_or_init(|| {
            KeyTable::build(self.data.dates.duration.iter().map(|word| (fold_key(word), ())))
        });
        index.get(fold_key(word)).is_some()
    }

    /// Words of the trade that the reading of a bullet rests on.
    #[must_use]
    pub fn trade_words(&self) -> &TradeWords {
        &self.data.trade_words
    }

    // --- verbs ---

    /// The verb that a word is a form of.
    #[must_use]
    pub fn verb(&self, word: &str) -> Option<VerbForm<'_>> {
        self.verb_key(fold_key(word))
    }

    /// As [`Pack::verb`], by the key of a token.
    #[must_use]
    pub fn verb_key(&self, key: u64) -> Option<VerbForm<'_>> {
        let table = self.indices.verbs.get_or_init(|| {
            use VerbFormKind::{Base, Gerund, Participle, Past, Present3};
            type FormOf = fn(&Verb) -> &'static str;
            // Past first: `found` opens a bullet as the past of `find`, hardly ever as a base.
            let forms: [(FormOf, VerbFormKind); 5] = [
                (|verb| verb.past, Past),
                (|verb| verb.base, Base),
                (|verb| verb.participle, Participle),
                (|verb| verb.third, Present3),
                (|verb| verb.gerund, Gerund),
            ];
            KeyTable::build(forms.into_iter().flat_map(|(form_of, kind)| {
                let verbs = self.data.verbs.iter().enumerate();
                verbs.map(move |(at, verb)| (fold_key(form_of(verb)), (at as u16, kind)))
            }))
        });
        let (at, form) = table.get(key)?;
        Some(VerbForm { verb: &self.data.verbs[usize::from(at)], form })
    }

    /// The weak opening that `tokens` start with: `responsible for`, `worked on`.
    #[must_use]
    pub fn weak_opener(&self, tokens: &[Token]) -> Option<PhraseMatch<&WeakOpener>> {
        let index = self.indices.weak_openers.get_or_init(|| {
            let openers = self.data.weak_openers.iter().enumerate();
            Phrases::build(openers.map(|(at, opener)| (opener.text, at as u16)))
        });
        let PhraseMatch { tokens, value } = index.longest(tokens)?;
        Some(PhraseMatch { tokens, value: &self.data.weak_openers[usize::from(value)] })
    }

    // --- people, firms, schools ---

    /// Words of job titles, for finding them in tokens.
    pub fn titles(&self) -> &Phrases<TitleId> {
        self.indices.titles.get_or_init(|| {
            let words = self.data.titles.iter().enumerate();
            Phrases::build(words.map(|(at, word)| (word.text, TitleId(at as u16))))
        })
    }

    /// The title word that `tokens` start with, longest first.
    #[must_use]
    pub fn title_word(&self, tokens: &[Token]) -> Option<PhraseMatch<&TitleWord>> {
        let PhraseMatch { tokens, value } = self.titles().longest(tokens)?;
        Some(PhraseMatch { tokens, value: &self.data.titles[usize::from(value.0)] })
    }

    /// How many tokens at the start are a legal form: `GmbH`, `Pvt. Ltd.`, `株式会社`.
    #[must_use]
    pub fn company_suffix(&self, tokens: &[Token]) -> Option<usize> {
        Some(self.company_suffixes().longest(tokens)?.tokens)
    }

    /// How many tokens at the start are a word of company names: `Labs`, `Bank`.
    #[must_use]
    pub fn company_word(&self, tokens: &[Token]) -> Option<usize> {
        Some(self.company_words().longest(tokens)?.tokens)
    }

    /// How many tokens at the start are a word of school names: `University`, `Hochschule`.
    #[must_use]
    pub fn school_word(&self, tokens: &[Token]) -> Option<usize> {
        Some(self.school_words().longest(tokens)?.tokens)
    }

    /// Whether a single word ends as school names do where words join: `서울대학교`, `東京大学`.
    #[must_use]
    pub fn has_school_ending(&self, word: &str) -> bool {
        self.data.organisations.school_endings.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether a single word ends as company names do where words join.
    #[must_use]
    pub fn has_company_ending(&self, word: &str) -> bool {
        self.data.organisations.company_endings.iter().any(|ending| word.ends_with(ending))
    }

    /// The degree that `tokens` start with.
    #[must_use]
    pub fn degree(&self, tokens: &[Token]) -> Option<PhraseMatch<DegreeLevel>> {
        self.degrees().longest(tokens)
    }

    /// How many tokens at the start announce a grade: `GPA`, `Abschlussnote`.
    #[must_use]
    pub fn grade_word(&self, tokens: &[Token]) -> Option<usize> {
        let list = &self.data.degrees.grade_words;
        Some(self.indices.grade_words.get_or_init(|| words(list)).longest(tokens)?.tokens)
    }

    /// How many tokens at the start are a grade in words: `first-class honours`.
    #[must_use]
    pub fn honours(&self, tokens: &[Token]) -> Option<usize> {
        Some(self.honours_index().longest(tokens)?.tokens)
    }

    /// How many tokens at the start are a field of study: `Computer Science`.
    #[must_use]
    pub fn study_field(&self, tokens: &[Token]) -> Option<usize> {
        Some(self.study_fields().longest(tokens)?.tokens)
    }

    /// The network of a host such as `www.github.com` or `scholar.google.de`: its labels may stand
    /// anywhere before the last one, the longest name first.
    #[must_use]
    pub fn network_for_host(&self, host: &str) -> Option<&Network> {
        // What a name may stand at the start of: the host, and what follows each of its dots.
        let letter = |byte: Option<&u8>| 1u32 << (byte.map_or(0, |byte| byte & 31));
        let mut initials = letter(host.as_bytes().first());
        let dots = host.bytes().enumerate().filter(|(_, byte)| *byte == b'.').map(|(at, _)| at + 1);
        for dot in dots.clone() {
            initials |= letter(host.as_bytes().get(dot));
        }
        let names = |name: &str| {
            let initial = name.as_bytes().first();
            initials & letter(initial) != 0
                && std::iter::once(0).chain(dots.clone()).any(|at| {
                    let rest = &host.as_bytes()[at..];
                    let alike =
                        rest.first().zip(initial).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b));
                    // The last label is no name, but a whole host may be one: `github.io` in
                    // `name.github.io`.
                    let ends = alike && matches!(rest.get(name.len()), None | Some(b'.'));
                    ends && rest
                        .get(..name.len())
                        .is_some_and(|r| r.eq_ignore_ascii_case(name.as_bytes()))
                })
        };
        let found = self.data.networks.iter().filter_map(|network| {
            let hosts = network.hosts.iter().filter(|name| names(name));
            Some((hosts.map(|name| name.len()).max()?, network))
        });
        found.max_by_key(|(len, _)| *len).map(|(_, network)| network)
    }

    // --- places ---

    /// The place that `tokens` start with, region codes left out.
    #[must_use]
    pub fn place(&self, tokens: &[Token]) -> Option<PhraseMatch<&Place>> {
        let PhraseMatch { tokens, value } = self.named_places().longest(tokens)?;
        Some(PhraseMatch { tokens, value: &self.data.places.places[usize::from(value.0)] })
    }

    fn company_suffixes(&self) -> &Phrases<()> {
        self.indices
            .company_suffixes
            .get_or_init(|| words(&self.data.organisations.company_suffixes))
    }

    fn company_words(&self) -> &Phrases<()> {
        self.indices.company_words.get_or_init(|| words(&self.data.organisations.company_words))
    }

    fn school_words(&self) -> &Phrases<()> {
        self.indices.school_words.get_or_init(|| words(&self.data.organisations.school_words))
    }

    fn honours_index(&self) -> &Phrases<()> {
        self.indices.honours.get_or_init(|| words(&self.data.degrees.honours))
    }

    fn study_fields(&self) -> &Phrases<()> {
        self.indices.study_fields.get_or_init(|| words(&self.data.degrees.fields))
    }

    fn remote_words(&self) -> &Phrases<()> {
        self.indices.remote.get_or_init(|| words(&self.data.places.remote))
    }

    fn degrees(&self) -> &Phrases<DegreeLevel> {
        let list = &self.data.degrees.degrees;
        self.indices.degrees.get_or_init(|| Phrases::build(list.iter().copied()))
    }

    fn named_places(&self) -> &Phrases<PlaceId> {
        let places = self.data.places.places.iter().enumerate();
        self.indices.places.get_or_init(|| {
            let named = places.filter(|(_, place)| place.kind != PlaceKind::RegionCode);
            Phrases::build(named.map(|(at, place)| (place.name, PlaceId(at as u16))))
        })
    }

    /// Which lists may have a phrase that begins with the word of this key. Most words of a resume
    /// begin none, and this says so in one step for all lists.
    #[must_use]
    pub fn name_lists(&self, key: u64) -> NameLists {
        const BITS: u32 = 12;
        let slot = |key: u64| (key >> (64 - BITS)) as usize;
        let slots = self.indices.name_lists.get_or_init(|| {
            let mut slots = vec![0u16; 1 << BITS];
            let mut mark = |keys: &mut dyn Iterator<Item = u64>, list: NameLists| {
                keys.for_each(|key| slots[slot(key)] |= list.0);
            };
            mark(&mut self.titles().first_keys(), NameLists::TITLE);
            mark(&mut self.degrees().first_keys(), NameLists::DEGREE);
            mark(&mut self.school_words().first_keys(), NameLists::SCHOOL);
            mark(&mut self.company_suffixes().first_keys(), NameLists::COMPANY_SUFFIX);
            mark(&mut self.company_words().first_keys(), NameLists::COMPANY);
            mark(&mut self.named_places().first_keys(), NameLists::PLACE);
            mark(&mut self.remote_words().first_keys(), NameLists::REMOTE);
            mark(&mut self.study_fields().first_keys(), NameLists::FIELD);
            mark(&mut self.honours_index().first_keys(), NameLists::HONOURS);
            slots
        });
        NameLists(slots[slot(key)])
    }

    /// The region of a code in capitals, such as `CA` or `NSW`.
    #[must_use]
    pub fn region_code(&self, printed: &str) -> Option<&Place> {
        if !printed.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        let places = &self.data.places.places;
        let codes = self.indices.region_codes.get_or_init(|| {
            let coded = places.iter().enumerate().filter(|(_, p)| p.kind == PlaceKind::RegionCode);
            let mut codes: Vec<_> =
                coded.map(|(at, place)| (place.name, PlaceId(at as u16))).collect();
            vitae_text::sort(&mut codes);
            codes
        });
        let at = codes.binary_search_by_key(&printed, |(code, _)| code).ok()?;
        Some(&places[usize::from(codes[at].1.0)])
    }

    /// How many tokens at the start tell the way of working: `Remote`, `On-site`, `원격`.
    #[must_use]
    pub fn remote_word(&self, tokens: &[Token]) -> Option<usize> {
        Some(self.remote_words().longest(tokens)?.tokens)
    }

    // --- countries ---

    /// The customs of a country, by its code in small letters.
    #[must_use]
    pub fn market(&self, code: &str) -> Option<&Market> {
        self.data.markets.iter().find(|market| market.code == code)
    }

    /// The numbering plan of a number in digits, without `+`: the longest calling code it begins with.
    #[must_use]
    pub fn numbering_plan(&self, digits: &str) -> Option<&NumberingPlan> {
        let plans = self.data.phones.iter().filter(|plan| digits.starts_with(plan.calling));
        plans.max_by_key(|plan| plan.calling.len())
    }

    // --- phrases ---

    /// The phrases of a list with the reason they are listed; every compiled pack has all lists.
    #[must_use]
    pub fn phrase_set(&self, list: PhraseList) -> Option<&PhraseSet> {
        self.data.phrases.iter().find(|set| set.list == list)
    }

    /// The index of a list, for finding its phrases in tokens.
    pub fn phrases(&self, list: PhraseList) -> &Phrases<PhraseId> {
        self.indices.phrases.0[list as usize].get_or_init(|| {
            let phrases = self.phrase_set(list).map_or(&[][..], |set| &set.phrases);
            let numbered = phrases.iter().enumerate();
            let ids =
                numbered.map(|(at, phrase)| (phrase.text, PhraseId { list, index: at as u16 }));
            Phrases::build(ids)
        })
    }

    /// The words of all of [`PhraseList::SIGNALS`] in one index, so that a text is gone through once:
    /// the value has bit `n` where the phrase stands in list `n`.
    pub fn signals(&self) -> &Phrases<u32> {
        self.indices.signals.get_or_init(|| {
            let mut bits: SortedMap<String, u32> = SortedMap::new();
            for (bit, list) in PhraseList::SIGNALS.into_iter().enumerate() {
                for phrase in self.phrase_set(list).map_or(&[][..], |set| &set.phrases) {
                    *bits.or_default(phrase.text.to_lowercase().replace('-', " ")) |= 1 << bit;
                }
            }
            Phrases::build(bits.iter().map(|(text, bits)| (text.as_str(), *bits)))
        })
    }

    /// Every phrase of the level cues, with the index of its cue in [`PackData::level_cues`]; of a
    /// phrase that stands in two, the first counts.
    pub fn level_cues(&self) -> &Phrases<u8> {
        self.indices.level_cues.get_or_init(|| {
            let mut phrases: Vec<(String, u8)> = Vec::new();
            for (cue, at) in self.data.level_cues.iter().zip(0..) {
                for template in &cue.phrases {
                    crate::template::expand(template, &mut |phrase| phrases.push((phrase, at)));
                }
            }
            Phrases::build(phrases.iter().map(|(phrase, cue)| (phrase.as_str(), *cue)))
        })
    }

    /// What words and pairs of them say of the level, by the keys of [`WordKeys`].
    pub fn level_words(&self) -> &KeyTable<[i8; 5]> {
        self.indices.level_words.get_or_init(|| {
            let key = |words: &str| {
                let tokens = vitae_text::tokenize(words);
                WordKeys::of(&tokens).last().unwrap_or_default()
            };
            let words = self.data.level_words.words.iter();
            KeyTable::build(words.map(|(words, weights)| (key(words), *weights)))
        })
    }

    /// What `level` is expected to show of `dimension`: a phrase for after `would show`; empty when
    /// the pack does not say.
    #[must_use]
    pub fn expected(&self, level: Level, dimension: Dimension) -> &'static str {
        let mut all = self.data.expectations.iter();
        let found = all.find(|known| known.level == level && known.dimension == dimension);
        found.map_or("", |known| known.text)
    }

    /// The phrase of an id.
    #[must_use]
    pub fn phrase(&self, id: PhraseId) -> Option<&Phrase> {
        self.phrase_set(id.list)?.phrases.get(usize::from(id.index))
    }
}
