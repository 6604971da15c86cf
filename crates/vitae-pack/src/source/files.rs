//! The files that are not skills: their TOML shapes, and how each lands in the pack data.

use super::{Source, SourceError, forms, skills::phrase_key};
use crate::schema::{
    DateWords, DegreeLevel, Degrees, Dimension, Expectation, Field, HeadingGroup, Level, LevelCue,
    LevelWords, Market, Network, NumberingPlan, Organisations, PackData, Phrase, PhraseList,
    PhraseSet, Place, PlaceKind, Places, Strength, TitlePart, TitleWord, TradeWords, Verb,
    VerbClass, WeakOpener,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Reads one file into `data`; which one its name says.
pub(super) fn read(source: Source<'_>, data: &mut PackData<String>) -> Result<(), SourceError> {
    match source.name {
        "pack.toml" => {
            let file: PackFile = source.parse()?;
            data.version = file.version;
            data.default_needs = file.default_needs;
        }
        "headings.toml" => data.headings = source.parse::<HeadingFile>()?.heading,
        "dates.toml" => data.dates = dates(source.parse()?),
        "verbs.toml" => (data.verbs, data.weak_openers) = verbs(source.parse()?),
        "titles.toml" => data.titles = titles(source.parse()?),
        "organisations.toml" => data.organisations = source.parse::<Organisations<String>>()?,
        "degrees.toml" => data.degrees = degrees(source.parse()?),
        "networks.toml" => data.networks = source.parse::<NetworkFile>()?.network,
        "places.toml" => data.places = places(source.parse()?),
        "markets.toml" => data.markets = source.parse::<MarketFile>()?.market,
        "phones.toml" => data.phones = source.parse::<PhoneFile>()?.plan,
        "words.toml" => data.trade_words = source.parse::<TradeWords<String>>()?,
        "levels.toml" => {
            (data.level_cues, data.expectations) = levels(source, source.parse()?)?;
        }
        "level-words.toml" => {
            let file: LevelWordFile = source.parse()?;
            data.level_words =
                LevelWords { base: file.base, words: file.words.into_iter().collect() };
        }
        "phrases.toml" | "evidence.toml" | "spelling.toml" => {
            data.phrases.extend(phrases(source, source.parse()?)?);
        }
        _ => return Err(source.error("", "the pack has no file of this name".to_owned())),
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackFile {
    version: String,
    default_needs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadingFile {
    heading: Vec<HeadingGroup<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NetworkFile {
    network: Vec<Network<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DateFile {
    month: Vec<Month>,
    season: Vec<Season>,
    words: OtherDateWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MarketFile {
    market: Vec<Market<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhoneFile {
    plan: Vec<NumberingPlan<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Month {
    number: u8,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Season {
    month: u8,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherDateWords {
    present: Vec<String>,
    expected: Vec<String>,
    separator: Vec<String>,
    since: Vec<String>,
    duration: Vec<String>,
}

/// `(names, value)` of several groups as one list of `(name, value)`.
fn flatten<V: Copy>(groups: impl IntoIterator<Item = (Vec<String>, V)>) -> Vec<(String, V)> {
    let each = |(names, value): (Vec<String>, V)| names.into_iter().map(move |name| (name, value));
    groups.into_iter().flat_map(each).collect()
}

fn dates(file: DateFile) -> DateWords<String> {
    DateWords {
        months: flatten(file.month.into_iter().map(|month| (month.names, month.number))),
        seasons: flatten(file.season.into_iter().map(|season| (season.names, season.month))),
        present: file.words.present,
        expected: file.words.expected,
        separator: file.words.separator,
        since: file.words.since,
        duration: file.words.duration,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbFile {
    verbs: Vec<VerbGroup>,
    irregular: BTreeMap<String, [String; 2]>,
    doubling: Vec<String>,
    weak_openers: WeakOpeners,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbGroup {
    class: VerbClass,
    #[serde(default)]
    strong: Vec<String>,
    #[serde(default)]
    ok: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeakOpeners {
    duty: Vec<String>,
    help: Vec<String>,
}

fn verbs(file: VerbFile) -> (Vec<Verb<String>>, Vec<WeakOpener<String>>) {
    let mut verbs = Vec::new();
    for group in file.verbs {
        let graded = [
            (Strength::Strong, group.strong),
            (Strength::Ok, group.ok),
            (Strength::Weak, group.weak),
        ];
        for (base, strength) in flatten(graded.map(|(strength, bases)| (bases, strength))) {
            let regular = forms::regular(&base, file.doubling.contains(&base));
            let [mut past, mut participle, third, gerund] = regular;
            if let Some([irregular_past, irregular_participle]) = file.irregular.get(&base) {
                past.clone_from(irregular_past);
                participle.clone_from(irregular_participle);
            }
            let class = group.class;
            verbs.push(Verb { base, past, participle, third, gerund, strength, class });
        }
    }
    let openers = flatten([(file.weak_openers.duty, true), (file.weak_openers.help, false)]);
    let openers = openers.into_iter().map(|(text, duty)| WeakOpener { text, duty }).collect();
    (verbs, openers)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleFile {
    group: Vec<TitleGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleGroup {
    part: TitlePart,
    level: Option<Level>,
    field: Option<Field>,
    words: Vec<String>,
}

fn titles(file: TitleFile) -> Vec<TitleWord<String>> {
    let words = |group: TitleGroup| {
        let TitleGroup { part, level, field, words } = group;
        words.into_iter().map(move |text| TitleWord { text, part, level, field })
    };
    file.group.into_iter().flat_map(words).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DegreeFile {
    degree: Vec<DegreeGroup>,
    grade_words: Vec<String>,
    honours: Vec<String>,
    fields: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DegreeGroup {
    level: DegreeLevel,
    names: Vec<String>,
}

fn degrees(file: DegreeFile) -> Degrees<String> {
    Degrees {
        degrees: flatten(file.degree.into_iter().map(|group| (group.names, group.level))),
        grade_words: file.grade_words,
        honours: file.honours,
        fields: file.fields,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceFile {
    remote: Vec<String>,
    /// ISO code of a country to its names.
    countries: BTreeMap<String, Vec<String>>,
    /// ISO code of a country to its cities.
    cities: BTreeMap<String, Vec<String>>,
    /// ISO code of a country to its regions, each by its code.
    regions: BTreeMap<String, BTreeMap<String, String>>,
}

fn places(file: PlaceFile) -> Places<String> {
    let mut places = Vec::new();
    let mut add = |name: String, kind, country: &String| {
        places.push(Place { name, kind, country: country.clone() });
    };
    for (code, names) in file.countries {
        names.into_iter().for_each(|name| add(name, PlaceKind::Country, &code));
    }
    for (country, regions) in file.regions {
        for (code, name) in regions {
            add(code, PlaceKind::RegionCode, &country);
            add(name, PlaceKind::Region, &country);
        }
    }
    for (code, names) in file.cities {
        names.into_iter().for_each(|name| add(name, PlaceKind::City, &code));
    }
    Places { places, remote: file.remote }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseFile {
    list: Vec<PhraseGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseGroup {
    name: PhraseList,
    reason: String,
    #[serde(default)]
    phrases: Vec<String>,
    /// Phrase to what may stand in its place.
    #[serde(default)]
    instead: BTreeMap<String, String>,
}

fn phrases(source: Source<'_>, file: PhraseFile) -> Result<Vec<PhraseSet<String>>, SourceError> {
    let mut sets = Vec::new();
    for group in file.list {
        let plain = group.phrases.into_iter().map(|text| Phrase { text, instead: None });
        let swaps = group.instead.into_iter();
        let swaps = swaps.map(|(text, instead)| Phrase { text, instead: Some(instead) });
        let phrases: Vec<_> = plain.chain(swaps).collect();
        if let Some(twice) = first_repeat(phrases.iter().map(|phrase| phrase.text.as_str())) {
            return Err(source.error(twice, format!("`{twice}` stands twice in {:?}", group.name)));
        }
        sets.push(PhraseSet { list: group.name, reason: group.reason, phrases });
    }
    Ok(sets)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelFile {
    cue: Vec<CueGroup>,
    /// Level, then dimension, to what the level is expected to show of it.
    expected: BTreeMap<Level, BTreeMap<Dimension, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelWordFile {
    base: [i8; 5],
    words: BTreeMap<String, [i8; 5]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CueGroup {
    name: String,
    dimension: Dimension,
    points: CuePoints,
    phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct CuePoints {
    entry: u8,
    mid: u8,
    senior: u8,
    staff: u8,
    principal: u8,
}

/// A line's cues are kept as bits of one number, and the highest bit is taken.
const MOST_CUES: usize = 31;

type Levels = (Vec<LevelCue<String>>, Vec<Expectation<String>>);

fn levels(source: Source<'_>, file: LevelFile) -> Result<Levels, SourceError> {
    if let Some(one_more) = file.cue.get(MOST_CUES) {
        let message = format!("there are more than {MOST_CUES} cues");
        return Err(source.error(&one_more.name, message));
    }
    let cue = |group: CueGroup| {
        let CuePoints { entry, mid, senior, staff, principal } = group.points;
        LevelCue {
            name: group.name,
            dimension: group.dimension,
            points: [entry, mid, senior, staff, principal],
            phrases: group.phrases,
        }
    };
    let of_level = |(level, dimensions): (Level, BTreeMap<Dimension, String>)| {
        let all = dimensions.into_iter();
        all.map(move |(dimension, text)| Expectation { level, dimension, text })
    };
    let expected = file.expected.into_iter().flat_map(of_level).collect();
    Ok((file.cue.into_iter().map(cue).collect(), expected))
}

/// The first name that equals one before it, case and hyphens aside.
fn first_repeat<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = std::collections::BTreeSet::new();
    names.into_iter().find(|name| !seen.insert(phrase_key(name)))
}

/// Checks across a whole file: names that stand twice, and files that are empty or missing.
pub(super) fn check(files: &[(&str, &str)], data: &PackData<String>) -> Vec<SourceError> {
    let headings = data.headings.iter().flat_map(|group| {
        group.standard.iter().chain(&group.casual).map(move |name| (&group.language, name))
    });
    let mut seen = std::collections::BTreeSet::new();
    let twice_heading =
        headings.into_iter().find(|(language, name)| !seen.insert((*language, phrase_key(name))));
    let lists: [(&str, Option<&str>, bool); 10] = [
        ("pack.toml", None, data.version.is_empty()),
        ("headings.toml", twice_heading.map(|(_, name)| name.as_str()), data.headings.is_empty()),
        (
            "dates.toml",
            first_repeat(data.dates.months.iter().map(|(name, _)| name.as_str())),
            data.dates.months.is_empty(),
        ),
        (
            "verbs.toml",
            first_repeat(data.verbs.iter().map(|verb| verb.base.as_str())),
            data.verbs.is_empty(),
        ),
        ("words.toml", None, data.trade_words.generic.is_empty()),
        (
            "titles.toml",
            first_repeat(data.titles.iter().map(|word| word.text.as_str())),
            data.titles.is_empty(),
        ),
        (
            "degrees.toml",
            first_repeat(data.degrees.degrees.iter().map(|(name, _)| name.as_str())),
            data.degrees.degrees.is_empty(),
        ),
        (
            "networks.toml",
            first_repeat(data.networks.iter().flat_map(|n| n.hosts.iter().map(String::as_str))),
            data.networks.is_empty(),
        ),
        (
            "markets.toml",
            first_repeat(data.markets.iter().map(|market| market.code.as_str())),
            data.markets.is_empty(),
        ),
        (
            "phones.toml",
            first_repeat(data.phones.iter().map(|plan| plan.calling.as_str())),
            data.phones.is_empty(),
        ),
    ];
    let mut errors = Vec::new();
    for (name, twice, empty) in lists {
        let text = files.iter().find(|(file, _)| *file == name).map_or("", |(_, text)| text);
        let source = Source { name, text };
        errors.extend(twice.map(|twice| source.error(twice, format!("`{twice}` stands twice"))));
        if empty {
            errors.push(source.error("", "the file is missing or empty".to_owned()));
        }
    }
    errors
}
