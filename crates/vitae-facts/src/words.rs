//! The grammar of bullets: small closed classes of English words (articles, prepositions, units,
//! number words, auxiliaries), looked up by token key. Knowledge of a trade lives in the pack.

use crate::lexicon::{Verb, verb_of};
use std::sync::LazyLock;
use vitae_pack::Pack;
use vitae_text::{KeyTable, Token, TokenKind, fold_key};

/// What a word can be; a set of flags.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

impl Class {
    pub(crate) const ARTICLE: Self = Self(1);
    pub(crate) const PREPOSITION: Self = Self(1 << 1);
    pub(crate) const CONJUNCTION: Self = Self(1 << 2);
    pub(crate) const PRONOUN: Self = Self(1 << 3);
    pub(crate) const FIRST_PERSON: Self = Self(1 << 4);
    pub(crate) const BE: Self = Self(1 << 5);
    pub(crate) const BE_PAST: Self = Self(1 << 6);
    pub(crate) const HAVE: Self = Self(1 << 7);
    pub(crate) const MODAL: Self = Self(1 << 8);
    pub(crate) const RELATIVE: Self = Self(1 << 9);
    pub(crate) const ADVERB: Self = Self(1 << 10);
    /// `about`, `under`, `more than`: stands between `to` and its figure.
    pub(crate) const QUALIFIER: Self = Self(1 << 11);
    /// A number word; its value is in thousandths.
    pub(crate) const NUMBER: Self = Self(1 << 12);
    /// `thousand`, `million`; its value is the factor.
    pub(crate) const SCALE: Self = Self(1 << 13);
    /// A unit of time, size, rate or money; its value is the index of [`UNITS`].
    pub(crate) const UNIT: Self = Self(1 << 14);
    /// `day`, `month`: what a rate is counted by; its value is the index of [`UNITS`].
    pub(crate) const PERIOD: Self = Self(1 << 15);
    /// `daily`; its value is the index of [`UNITS`] of its period.
    pub(crate) const PERIODIC: Self = Self(1 << 16);
    /// `sprint`, `port`, `version`: a number after it is a name.
    pub(crate) const LABEL: Self = Self(1 << 17);
    /// `RFC`, `ISO`: as a label, and the name holds it.
    pub(crate) const STANDARD: Self = Self(1 << 18);
    pub(crate) const MONTH: Self = Self(1 << 19);
    /// `doubled`; its value is the factor in thousandths.
    pub(crate) const FACTOR: Self = Self(1 << 20);
    /// A plural without s.
    pub(crate) const PLURAL: Self = Self(1 << 21);
    /// Says how something was changed: `reduced`, `raises`, `cutting`.
    pub(crate) const CHANGE: Self = Self(1 << 22);
    /// A change that is done or not done: `eliminated`, `prevents`, `ended`.
    pub(crate) const END: Self = Self(1 << 23);
    /// Gives others something: `enabling`, `lets`.
    pub(crate) const ENABLE: Self = Self(1 << 24);
    /// A noun that names nothing in particular: `system`, `performance`.
    pub(crate) const GENERIC: Self = Self(1 << 25);
    /// A thing whose count sizes activity: `meetings`, `tickets`.
    pub(crate) const VANITY: Self = Self(1 << 26);
    /// Makes a count one of activity: `attended`, `posted`.
    pub(crate) const VANITY_VERB: Self = Self(1 << 27);
    /// An irregular past form.
    pub(crate) const PAST: Self = Self(1 << 28);
    /// An irregular participle.
    pub(crate) const PARTICIPLE: Self = Self(1 << 29);
    /// A count of it sizes activity only when a verb of activity governs it: `sent 300 messages`.
    pub(crate) const SOFT_VANITY: Self = Self(1 << 31);
    /// May open a phrase of result or decision: nothing else is looked at there.
    pub(crate) const CUE: Self = Self(1 << 32);
    /// May tell how far the work reached.
    pub(crate) const REACH: Self = Self(1 << 33);
    /// Taking up what somebody made: `adopted`, `inherits`.
    pub(crate) const TAKE_UP: Self = Self(1 << 34);
    /// May open one of the quieter clauses of result: nothing else is looked at there.
    pub(crate) const HINT: Self = Self(1 << 35);
    /// Moves a quantity by its own meaning: `reduced`, `raised`, unlike `improved`.
    pub(crate) const DOWN_OR_UP: Self = Self(1 << 36);
    /// What nobody wants to happen: `downtime`, `duplicates`.
    pub(crate) const HARM: Self = Self(1 << 37);
    /// A quantity that is measured, without what it is measured of: `latency`, `costs`.
    pub(crate) const MEASURE: Self = Self(1 << 38);
    /// An everyday verb in the present, seen in result clauses: `runs`, `find`, `stop`.
    pub(crate) const PRESENT: Self = Self(1 << 30);

    /// What ends a noun phrase.
    pub(crate) const BREAKS_PHRASE: Self = Self(
        Self::ARTICLE.0
            | Self::PREPOSITION.0
            | Self::CONJUNCTION.0
            | Self::PRONOUN.0
            | Self::FIRST_PERSON.0
            | Self::BE.0
            | Self::HAVE.0
            | Self::MODAL.0
            | Self::RELATIVE.0
            | Self::ADVERB.0
            | Self::NUMBER.0
            | Self::FACTOR.0
            | Self::QUALIFIER.0,
    );

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is any of `other`.
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a unit measures.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    Time,
    Size,
    Rate,
    Money,
    Percent,
}

/// A unit: its canonical form, what it measures, and its spellings.
pub(crate) struct Unit {
    pub(crate) name: &'static str,
    pub(crate) measure: Measure,
    spellings: &'static str,
}

const fn unit(measure: Measure, name: &'static str, spellings: &'static str) -> Unit {
    Unit { name, measure, spellings }
}

/// All units. Short spellings that are also words (`us`, `m`, `d`) count only when they are glued to
/// their number; they stand in [`glued_unit`].
pub(crate) static UNITS: &[Unit] = &[
    unit(Measure::Time, "ns", "ns nanosecond nanoseconds"),
    unit(Measure::Time, "µs", "µs μs microsecond microseconds"),
    unit(Measure::Time, "ms", "ms msec msecs millis millisecond milliseconds"),
    unit(Measure::Time, "s", "s sec secs second seconds"),
    unit(Measure::Time, "min", "min mins minute minutes"),
    unit(Measure::Time, "h", "h hr hrs hour hours"),
    unit(Measure::Time, "day", "day days night nights weekday weekdays"),
    unit(Measure::Time, "week", "week weeks wk wks weekend weekends"),
    unit(Measure::Time, "month", "month months mo mos"),
    unit(Measure::Time, "quarter", "quarter quarters"),
    unit(Measure::Time, "year", "year years yr yrs"),
    unit(Measure::Time, "decade", "decade decades"),
    unit(Measure::Size, "B", "byte bytes"),
    unit(Measure::Size, "KB", "kb kib kilobyte kilobytes"),
    unit(Measure::Size, "MB", "mb mib megabyte megabytes"),
    unit(Measure::Size, "GB", "gb gib gigabyte gigabytes"),
    unit(Measure::Size, "TB", "tb tib terabyte terabytes"),
    unit(Measure::Size, "PB", "pb pib petabyte petabytes"),
    unit(Measure::Size, "EB", "eb eib exabyte exabytes"),
    unit(Measure::Rate, "req/s", "rps qps tps reqs/s"),
    unit(Measure::Rate, "req/min", "rpm qpm tpm"),
    unit(Measure::Rate, "op/s", "iops ops"),
    unit(Measure::Rate, "Mbit/s", "mbps"),
    unit(Measure::Rate, "Gbit/s", "gbps"),
    unit(Measure::Rate, "MB/s", "mbytes/s"),
    unit(Measure::Money, "USD", "usd dollar dollars"),
    unit(Measure::Money, "EUR", "eur euro euros"),
    unit(Measure::Money, "GBP", "gbp"),
    unit(Measure::Money, "INR", "inr rupee rupees"),
    unit(Measure::Money, "CHF", "chf"),
    unit(Measure::Money, "BRL", "brl reais"),
    unit(Measure::Money, "CAD", "cad"),
    unit(Measure::Money, "AUD", "aud"),
    unit(Measure::Money, "SGD", "sgd"),
    unit(Measure::Money, "KRW", "krw"),
    unit(Measure::Money, "JPY", "jpy yen"),
    unit(Measure::Money, "cent", "cents"),
    unit(Measure::Percent, "%", "percent pct"),
    unit(Measure::Percent, "pp", "pp"),
];

/// The unit of a suffix that is glued to its number, such as the `s` of `1.2s`.
pub(crate) fn glued_unit(suffix: &str) -> Option<u32> {
    let name = match suffix {
        "us" => "µs",
        "m" => "min",
        "d" => "day",
        "w" => "week",
        "y" => "year",
        "B" => "B",
        _ => {
            let (class, value) = lookup(fold_key(suffix));
            return class.is(Class::UNIT).then_some(value);
        }
    };
    unit_index(name)
}

/// Index of the unit called `name`.
pub(crate) fn unit_index(name: &str) -> Option<u32> {
    UNITS.iter().position(|unit| unit.name == name).and_then(|at| u32::try_from(at).ok())
}

const CLASSES: &[(Class, &str)] = &[
    (
        Class::ARTICLE,
        "a an the this these those its their his her each every all both some any another such same own",
    ),
    (
        Class::PREPOSITION,
        "of in on at by for from to with without into onto across between among through throughout \
         during until till since per via against within after before behind upon off out as than \
         toward towards beyond despite besides using",
    ),
    (
        Class::CONJUNCTION,
        "and or but nor so yet while when whenever where whereas because if although though unless \
         plus instead rather",
    ),
    (
        Class::PRONOUN,
        "it they he she them him everyone anyone nobody none others something anything everything nothing",
    ),
    (Class::FIRST_PERSON, "i my me we our us mine ours myself ourselves i'm i've we've we're"),
    (Class::BE, "am is are was were be been being isn't aren't wasn't weren't"),
    (Class::BE_PAST, "was were been being wasn't weren't"),
    (Class::HAVE, "has have had having"),
    (Class::MODAL, "can could will would should may might must cannot can't"),
    (Class::RELATIVE, "which that who whom whose"),
    (
        Class::ADVERB,
        "also then now still never again already afterwards thereby thus hence not only just often \
         later together soon always ever even early overnight afterward ahead twice once no more \
         fewer less faster slower higher lower cheaper smaller larger there here too",
    ),
    (
        Class::QUALIFIER,
        "about around approximately approx roughly nearly almost under over below above just only \
         some up down less more than least most little well currently now exactly average",
    ),
    (
        Class::MONTH,
        "january february march april may june july august september october november december jan \
         feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter",
    ),
    (
        Class::PLURAL,
        "people staff children data criteria media personnel women men folks fte ftes headcount \
         rps indices vertices",
    ),
    (
        Class::CHANGE,
        "cut cuts cutting reduce reduced reduces reducing lower lowered lowers lowering decrease \
         decreased decreases decreasing raise raised raises raising increase increased increases \
         increasing grow grew grows growing boost boosted boosts boosting shorten shortened shortens \
         shortening trim trimmed trims trimming slash slashed slashes slashing speed sped speeds \
         speeding accelerate accelerated accelerates accelerating improve improved improves improving \
         save saved saves saving drop dropped drops dropping fall fell falls falling rise rose rises \
         rising shrink shrank shrinks shrinking shrunk halve halved halves halving double doubled \
         doubles doubling triple tripled triples tripling quadruple quadrupled quadrupling minimise \
         minimised minimize minimized minimizing minimising bring brought brings bringing expand \
         expanded expanding scale scaled scaling compress compressed compressing lift lifted lifting \
         recover recovered recovering lowering went gained gain gaining took kept keep keeps keeping \
         shaved shaving shaves stretched simplified simplifying simplifies exceeded exceeding curbed curbing slimmed \
         quartered narrowed narrowing deepened tightened lightened lightening",
    ),
    (
        Class::DOWN_OR_UP,
        "cut reduced lowered decreased raised increased grew shortened slashed sped accelerated saved \
         shrank halved quartered doubled tripled quadrupled minimised minimized eliminated ended prevented \
         stopped avoided shaved curbed multiplied boosted",
    ),
    (Class::HINT, "of now so to since before for whereupon anymore turned switched shut got put"),
    (
        Class::END,
        "eliminate eliminated eliminates eliminating end ended ends ending stop stopped stops \
         stopping prevent prevented prevents preventing avoid avoided avoids avoiding remove removed \
         removes removing retire retired retires retiring unblock unblocked unblocks unblocking \
         restore restored restores restoring abolish abolished catch caught catches catching \
         blocked blocks blocking disproved freed frees freeing resolved resolving removing deleted closed \
         closing replaced replaces won wins saved rescued spared averted averting sparing relieving \
         easing shielding vanished ceased abolishing unclogged defused defusing deterred",
    ),
    (
        Class::ENABLE,
        "enable enabled enables enabling allow allowed allows allowing let lets letting make makes \
         making giving gives helping unlock unlocked unlocking unlocks meaning leaving turning opening \
         taking putting returning moving earning winning",
    ),
    (
        Class::PAST,
        "built led wrote rewrote made ran put set got gave took found kept brought cut split spent \
         sent sold taught told began chose drew drove fell flew froze grew held hid hit knew laid \
         left lent let lost met oversaw overhauled paid quit read rode rose said saw sought shot shut \
         slept sped spoke stood stuck swept thought threw understood undertook upheld went won wound \
         withdrew caught became broke came did dealt fed fought forged bound dug shrank shed spun \
         rebuilt reset foresaw",
    ),
    (
        Class::PARTICIPLE,
        "built led written rewritten made run put set given taken found kept brought cut split spent \
         sent sold taught told begun chosen drawn driven grown held hidden known laid left lost met \
         overseen paid seen sought shut understood undertaken won caught broken done fed fought sped \
         shown rebuilt reset awarded",
    ),
    (
        Class::PRESENT,
        "runs run find finds stop stops pay pays reach reaches report reports load loads wait waits \
         pull pulls use uses take takes needs need ship ships print prints serve serves save saves \
         start starts lead leads own owns see sees get gets work works pass passes go goes fail \
         fails hold holds stay stays follow follows remain remains deploy deploys handle handles \
         block blocks lose loses come comes know knows drop drops cost costs show shows stalls stall \
         sells buys buy sell write writes call calls read reads plan plans choose chooses agree",
    ),
];

const CUES: &str = "no never still before ahead down resulting leading adopted used followed reused \
    now became disappeared vanished ceased accepted approved faster cheaper smaller fewer less lower \
    sooner earlier instead rather in chose choose picked selected preferred choosing favoured because \
    trade tradeoff tradeoffs decided opted ruled at rejected traded trading after evaluated compared benchmarked without zero to early under";

const REACHES: &str = "company enterprise firm group whole entire all board teams squads departments \
    groups organisations organizations cross org organisation organization across service services \
    system pipeline platform monolith cluster database team squad teammates colleagues engineers \
    juniors";

const NUMBERS: &[(&str, u32)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

const SCALES: &[(&str, u32)] = &[
    ("hundred", 100),
    ("thousand", 1_000),
    ("thousands", 1_000),
    ("million", 1_000_000),
    ("millions", 1_000_000),
    ("mn", 1_000_000),
    ("mio", 1_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("dozen", 12),
    ("lakh", 100_000),
    ("lakhs", 100_000),
    ("crore", 10_000_000),
    ("crores", 10_000_000),
    ("k", 1_000),
];

const FACTORS: &[(&str, u32)] = &[
    ("doubled", 2_000),
    ("doubling", 2_000),
    ("tripled", 3_000),
    ("tripling", 3_000),
    ("trebled", 3_000),
    ("quadrupled", 4_000),
    ("quadrupling", 4_000),
    ("quintupled", 5_000),
    ("halved", 500),
    ("halving", 500),
    ("quartered", 250),
    ("tenfold", 10_000),
    ("twofold", 2_000),
    ("threefold", 3_000),
    ("fourfold", 4_000),
    ("fivefold", 5_000),
    ("sixfold", 6_000),
    ("sevenfold", 7_000),
    ("eightfold", 8_000),
    ("hundredfold", 100_000),
];

const PERIODIC: &[(&str, &str)] = &[
    ("daily", "day"),
    ("nightly", "day"),
    ("hourly", "h"),
    ("weekly", "week"),
    ("monthly", "month"),
    ("annually", "year"),
    ("yearly", "year"),
    ("annual", "year"),
    ("quarterly", "quarter"),
];

/// Words by key: those of the grammar, and those of the trade from the built-in pack.
static WORDS: LazyLock<KeyTable<(Class, u32)>> = LazyLock::new(|| {
    let mut words: Vec<(u64, Class, u32)> = Vec::with_capacity(1_200);
    let mut add = |word: &str, class: Class, value: u32| words.push((fold_key(word), class, value));
    for (class, list) in CLASSES {
        list.split_ascii_whitespace().for_each(|word| add(word, *class, 0));
    }
    let trade = Pack::builtin().trade_words();
    for (class, list) in [
        (Class::VANITY, &trade.activity),
        (Class::SOFT_VANITY, &trade.activity_when_done),
        (Class::VANITY_VERB, &trade.activity_verbs),
        (Class::STANDARD, &trade.standards),
        (Class::LABEL, &trade.labels),
        (Class::GENERIC, &trade.generic),
        (Class::TAKE_UP, &trade.taken_up),
        (Class::HARM, &trade.harms),
        (Class::MEASURE, &trade.measures),
    ] {
        list.iter().for_each(|word| add(word, class, 0));
    }
    CUES.split_ascii_whitespace().for_each(|word| add(word, Class::CUE, 0));
    REACHES.split_ascii_whitespace().for_each(|word| add(word, Class::REACH, 0));
    NUMBERS.iter().for_each(|(word, value)| add(word, Class::NUMBER, *value));
    SCALES.iter().for_each(|(word, value)| add(word, Class::SCALE, *value));
    FACTORS.iter().for_each(|(word, value)| add(word, Class::FACTOR, *value));
    for (index, unit) in (0..).zip(UNITS) {
        let is_period = unit.measure == Measure::Time;
        let class = if is_period { Class::UNIT.or(Class::PERIOD) } else { Class::UNIT };
        unit.spellings.split_ascii_whitespace().for_each(|word| add(word, class, index));
    }
    for (word, period) in PERIODIC {
        add(word, Class::PERIODIC, unit_index(period).unwrap_or_default());
    }
    vitae_text::sort_by_key(&mut words, |(key, _, _)| *key);
    words.dedup_by(|next, first| {
        let same = next.0 == first.0;
        if same {
            first.1 = first.1.or(next.1);
            first.2 = first.2.max(next.2);
        }
        same
    });
    KeyTable::build(words.into_iter().map(|(key, class, value)| (key, (class, value))))
});

/// What the word with this key can be, and its value.
pub(crate) fn lookup(key: u64) -> (Class, u32) {
    WORDS.get(key).unwrap_or_default()
}

/// A text with its tokens and the class of each.
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    facts: Vec<Word<'a>>,
}

/// What is looked up once for a token.
struct Word<'a> {
    text: &'a str,
    class: Class,
    value: u32,
    verb: Option<Verb>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(text: &'a str, tokens: &'a [Token], pack: &Pack) -> Self {
        let fact = |token: &Token| {
            let written = token.range.of(text);
            if token.kind != TokenKind::Word {
                return Word { text: written, class: Class::default(), value: 0, verb: None };
            }
            let (class, value) = lookup(token.key);
            Word { text: written, class, value, verb: verb_of(pack, token.key, written, class) }
        };
        Self { text, tokens, facts: tokens.iter().map(fact).collect() }
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Class of token `at`; nothing past the end.
    pub(crate) fn class(&self, at: usize) -> Class {
        self.facts.get(at).map_or(Class::default(), |word| word.class)
    }

    /// Value of token `at`.
    pub(crate) fn value(&self, at: usize) -> u32 {
        self.facts.get(at).map_or(0, |word| word.value)
    }

    /// Token `at` as written; empty past the end.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.facts.get(at).map_or("", |word| word.text)
    }

    /// The verb that token `at` can be.
    pub(crate) fn verb(&self, at: usize) -> Option<Verb> {
        self.facts.get(at)?.verb
    }

    /// Whether token `at` is `word` in any case.
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether token `at` is one of `words` in any case.
    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.iter().any(|other| word.eq_ignore_ascii_case(other))
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Token `at` stands right after the one before it, without white space.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Begins with a capital letter.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// A dash or hyphen.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}"
        )
    }

    /// Token `at` opens a sentence.
    pub(crate) fn opens_sentence(&self, at: usize) -> bool {
        at == 0
            || matches!(
                self.word(at - 1),
                "." | "!" | "?" | ":" | ";" | "\u{2022}" | "\"" | "\u{201c}"
            )
    }

    /// A word that looks like a plural noun.
    pub(crate) fn plural(&self, at: usize) -> bool {
        if !self.is_word(at) {
            return false;
        }
        let class = self.class(at);
        if class.is(Class::PLURAL) {
            return true;
        }
        let word = self.word(at);
        let lower = |tail: &str| word.ends_with(tail);
        word.len() >= 4
            && lower("s")
            && !(lower("ss") || lower("us") || lower("is") || lower("'s") || lower("\u{2019}s"))
            && !word.chars().all(|ch| ch.is_uppercase())
            && !class.is(Class::BREAKS_PHRASE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_classes() {
        let class = |word: &str| lookup(fold_key(word)).0;
        assert!(class("Reduced").is(Class::CHANGE));
        assert!(class("was").is(Class::BE_PAST) && !class("is").is(Class::BE_PAST));
        assert_eq!(lookup(fold_key("eleven")).1, 11);
        assert_eq!(class("kumquat"), Class::default());
    }
}
