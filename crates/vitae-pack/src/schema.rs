//! The shape of a pack after it was checked: plain data, no index. `S` is `String` while a pack is
//! compiled and `&'static str` once it runs, so that reading the embedded blob copies no text.
//! Shared with `build.rs`.

use serde::{Deserialize, Serialize};

/// Position of a skill in [`PackData::skills`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SkillId(pub u16);

/// Everything a pack holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PackData<S> {
    /// Name and version, shown in reports.
    pub version: S,
    /// Words that, close by, make any ambiguous skill name a technology.
    pub default_needs: Vec<S>,
    /// Skills, in the order of the files.
    pub skills: Vec<Skill<S>>,
    /// Verbs with their forms.
    pub verbs: Vec<Verb<S>>,
    /// Ways to open a bullet that tell a duty or a share, not an act.
    pub weak_openers: Vec<WeakOpener<S>>,
    /// Section headings.
    pub headings: Vec<HeadingGroup<S>>,
    /// Words of dates.
    pub dates: DateWords<S>,
    /// Words of job titles.
    pub titles: Vec<TitleWord<S>>,
    /// Words of companies and schools.
    pub organisations: Organisations<S>,
    /// Degrees and grades.
    pub degrees: Degrees<S>,
    /// Sites where people have a profile.
    pub networks: Vec<Network<S>>,
    /// Countries, regions and cities.
    pub places: Places<S>,
    /// Words of the trade that the reading of a bullet rests on.
    pub trade_words: TradeWords<S>,
    /// Lists of telling phrases.
    pub phrases: Vec<PhraseSet<S>>,
    /// Countries with their customs.
    pub markets: Vec<Market<S>>,
    /// Numbering plans of telephones.
    pub phones: Vec<NumberingPlan<S>>,
    /// What a line says about the level of its work.
    pub level_cues: Vec<LevelCue<S>>,
    /// What each level is expected to show of each dimension.
    pub expectations: Vec<Expectation<S>>,
    /// How much single words and pairs of them speak for each level.
    pub level_words: LevelWords<S>,
}

/// One technology, concept or practice.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Skill<S> {
    /// The name as its makers write it.
    pub name: S,
    /// Other names that count as this skill, in any casing.
    pub aliases: Vec<S>,
    /// Long form of an acronym.
    pub long: Option<S>,
    /// Short or colloquial names that a literal search for `name` would miss: `Postgres`, `K8s`.
    pub informal: Vec<S>,
    /// Spellings that may be read as careless, exactly as printed: `Postgresql`, `Javascript`.
    pub miscased: Vec<S>,
    /// The layer it belongs to.
    pub category: Category,
    /// The provider of a cloud service.
    pub cloud: Option<SkillId>,
    /// Skills that whoever has this one has as well.
    pub implies: Vec<SkillId>,
    /// The name is also an everyday word: see `needs` and `not`.
    pub ambiguous: bool,
    /// Words that, close by, make an ambiguous name this technology.
    pub needs: Vec<S>,
    /// Phrases that hold the name and do not mean it: `ready to go`.
    pub not: Vec<S>,
    /// Year of the first public release, where known.
    pub first_release: Option<u16>,
    /// Nobody needs to prove it: Git, Linux, HTML.
    pub basic: bool,
    /// A product, language or protocol; false for concepts and practices.
    pub technology: bool,
}

/// The layer that a skill belongs to.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Category {
    Language,
    Framework,
    Datastore,
    Cache,
    Queue,
    Cloud,
    CloudService,
    Container,
    Infrastructure,
    Ci,
    Observability,
    Api,
    Testing,
    Security,
    Architecture,
    Practice,
    Data,
    Frontend,
    Mobile,
    Os,
    Tool,
}

/// A verb that bullets open with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Verb<S> {
    /// `write`
    pub base: S,
    /// `wrote`
    pub past: S,
    /// `written`
    pub participle: S,
    /// `writes`
    pub third: S,
    /// `writing`
    pub gerund: S,
    /// What the verb says about the person's part.
    pub strength: Strength,
    /// What kind of act it is.
    pub class: VerbClass,
}

/// What an opening says about the person's part.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Help, presence or duty: helped, participated, was responsible for.
    Weak,
    /// Plain doing: wrote, tested, maintained.
    Ok,
    /// A change or ownership: built, cut, led, replaced.
    Strong,
}

/// What kind of act a verb names.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum VerbClass {
    Build,
    Improve,
    Migrate,
    Lead,
    Decide,
    Operate,
    Fix,
    Communicate,
    Research,
    Teach,
    Support,
}

/// An opening such as `responsible for`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WeakOpener<S> {
    /// The words.
    pub text: S,
    /// It names a duty rather than help.
    pub duty: bool,
}

/// Headings of one kind in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadingGroup<S> {
    /// The section they open.
    pub kind: SectionKind,
    /// ISO 639-1 code.
    pub language: S,
    /// Names that applicant tracking systems know.
    pub standard: Vec<S>,
    /// Names that a person understands and a system may not.
    #[serde(default = "Vec::new")]
    pub casual: Vec<S>,
}

/// What a section holds.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum SectionKind {
    Summary,
    Objective,
    Work,
    Education,
    Skills,
    Projects,
    OpenSource,
    Certificates,
    Publications,
    Talks,
    Patents,
    Awards,
    Volunteer,
    Languages,
    Interests,
    References,
    Courses,
    Memberships,
    Personal,
    Contact,
    /// The block with name and contact data at the top; no heading opens it.
    Header,
    Other,
}

/// Words of dates.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DateWords<S> {
    /// Name and number of each month, 1 to 12.
    pub months: Vec<(S, u8)>,
    /// Name of a season, quarter or half-year and the month it is sorted by.
    pub seasons: Vec<(S, u8)>,
    /// Words for an end that has not come: present, heute, 현재.
    pub present: Vec<S>,
    /// Words beside an education date that lies ahead: expected, voraussichtlich.
    pub expected: Vec<S>,
    /// What stands between two dates, words and signs.
    pub separator: Vec<S>,
    /// What stands before a single start date: since, seit.
    pub since: Vec<S>,
    /// Units of a length of time: years, mos, Jahre.
    pub duration: Vec<S>,
}

/// A word of job titles.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TitleWord<S> {
    /// The word or words.
    pub text: S,
    /// Whether it can stand alone as a title.
    pub part: TitlePart,
    /// The level it claims.
    pub level: Option<Level>,
    /// The field it names.
    pub field: Option<Field>,
}

/// The place of a word in a title.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitlePart {
    /// Says what the person is: engineer, architect, intern.
    Noun,
    /// Says which kind: senior, backend, platform.
    Modifier,
}

/// Seniority, lowest first.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Level {
    Entry,
    Mid,
    Senior,
    Staff,
    Principal,
}

/// What the level of an engineer is judged on.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// What was built and designed, and how hard it was.
    Technical,
    /// That it ran, and who answered for it.
    Production,
    /// Who decided and led.
    Ownership,
    /// How many parts and people it reached.
    Complexity,
    /// What it was worth to those who pay.
    Impact,
}

impl Dimension {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Technical, Self::Production, Self::Ownership, Self::Complexity, Self::Impact];

    /// Name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Technical => "technical depth",
            Self::Production => "production experience",
            Self::Ownership => "ownership",
            Self::Complexity => "system complexity",
            Self::Impact => "business impact",
        }
    }
}

/// What a level is expected to show of a dimension.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Expectation<S> {
    /// The level.
    pub level: Level,
    /// The dimension.
    pub dimension: Dimension,
    /// What it shows, as a phrase that can stand after `would show`.
    pub text: S,
}

/// How much words speak for each level, in sixteenths of a natural logarithm of odds: weights that
/// `cargo xtask level-words` draws from lines whose level is known.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LevelWords<S> {
    /// What a line without any known word says, lowest level first.
    pub base: [i8; 5],
    /// Words and pairs of words that stand side by side, punctuation left out; `#` is any number.
    pub words: Vec<(S, [i8; 5])>,
}

/// One meaning that a line can have about the level of the work it tells of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LevelCue<S> {
    /// Its name.
    pub name: S,
    /// The dimension it speaks of.
    pub dimension: Dimension,
    /// How much it says for each level, lowest first; 30 on one line carry a level.
    pub points: [u8; 5],
    /// Phrases with alternatives in brackets and `~` for all forms of a regular verb; see
    /// `expand`.
    pub phrases: Vec<S>,
}

/// The field that a title word names.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Field {
    Backend,
    Frontend,
    Fullstack,
    Mobile,
    Data,
    Platform,
    Security,
    Quality,
    Management,
    Academic,
    Other,
}

/// Words of companies and schools.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisations<S> {
    /// Legal forms: Inc, GmbH, 株式会社.
    pub company_suffixes: Vec<S>,
    /// Words that company names often hold: Labs, Systems, Bank.
    pub company_words: Vec<S>,
    /// Words that school names hold: University, Hochschule, 大学.
    pub school_words: Vec<S>,
    /// Endings of words that name schools in languages that join them: 대학교, 大学, schule.
    pub school_endings: Vec<S>,
    /// Endings of words that name companies: 株式会社, 주식회사, 有限公司.
    pub company_endings: Vec<S>,
}

/// Words of the trade that the reading of a bullet rests on; single words in lower case.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TradeWords<S> {
    /// What is counted when activity is counted: `commits`, `badges`.
    pub activity: Vec<S>,
    /// Counted as activity only behind a verb of activity: `sent 300 messages`.
    pub activity_when_done: Vec<S>,
    /// Verbs of activity: `attended`, `logged`.
    pub activity_verbs: Vec<S>,
    /// Makers and series of standards; a number behind one is its name: `ISO 27001`.
    pub standards: Vec<S>,
    /// A number behind one is a name: `sprint 14`, `port 8080`.
    pub labels: Vec<S>,
    /// Nouns and adjectives that name nothing in particular: `system`, `robust`.
    pub generic: Vec<S>,
    /// Verbs for taking up what somebody made: `adopted`, `inherits`.
    pub taken_up: Vec<S>,
    /// What nobody wants to happen: `downtime`, `duplicates`.
    pub harms: Vec<S>,
    /// Quantities without what they are measured of: `latency`, `costs`.
    pub measures: Vec<S>,
}

/// Degrees and grades.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Degrees<S> {
    /// Name and level of each degree.
    pub degrees: Vec<(S, DegreeLevel)>,
    /// Words beside a grade: GPA, Note.
    pub grade_words: Vec<S>,
    /// Grades in words: first-class honours.
    pub honours: Vec<S>,
    /// Fields of study.
    pub fields: Vec<S>,
}

/// How far a degree leads, lowest first.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum DegreeLevel {
    Secondary,
    Diploma,
    Associate,
    Bachelor,
    Master,
    Doctor,
}

/// A site where people have a profile.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network<S> {
    /// `GitHub`
    pub name: S,
    /// Labels of the host that name it, before the public suffix: `github`, `scholar.google`.
    pub hosts: Vec<S>,
    /// What it shows.
    pub kind: NetworkKind,
    /// Path parts before the user's name: `["in"]` for linkedin.com/in/name.
    #[serde(default = "Vec::new")]
    pub before_user: Vec<S>,
    /// The user's name may be the first label of the host: name.medium.com.
    #[serde(default)]
    pub user_is_subdomain: bool,
}

/// What a network shows about a person.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum NetworkKind {
    Code,
    Career,
    Answers,
    Writing,
    Social,
    Contest,
    Research,
    Packages,
    Video,
    Chat,
}

/// Countries, regions, cities and words for working from anywhere.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Places<S> {
    /// All names.
    pub places: Vec<Place<S>>,
    /// Words for the way of working: Remote, Hybrid, 원격.
    pub remote: Vec<S>,
}

/// A name of a place. Never decisive alone: `Jersey` and `Paris` are also other things.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place<S> {
    /// The name, in one language; a region's code is a place of its own.
    pub name: S,
    /// What it names.
    pub kind: PlaceKind,
    /// ISO 3166-1 code of its country.
    pub country: S,
}

/// What a place name names.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum PlaceKind {
    Country,
    Region,
    /// Two capitals, such as `CA`; only valid in capitals.
    RegionCode,
    City,
}

/// Phrases that say the same thing about a text.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PhraseSet<S> {
    /// Which list it is.
    pub list: PhraseList,
    /// Why the phrases are listed, as a help text.
    pub reason: S,
    /// The phrases.
    pub phrases: Vec<Phrase<S>>,
}

/// A phrase, and what to say instead where one thing fits always.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Phrase<S> {
    /// The words.
    pub text: S,
    /// What may stand in its place; empty when it can go without loss.
    pub instead: Option<S>,
}

/// The lists of phrases that a pack must hold.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhraseList {
    /// Self-praise without evidence: team player, results-driven.
    Buzzword,
    /// Words that can go: in order to, successfully.
    Filler,
    /// Amounts without a number: numerous, several.
    VagueQuantity,
    /// Size without a number: large-scale, high-traffic.
    VagueScale,
    /// Openings that tell what the person seeks.
    Objective,
    /// Text that a template left behind.
    Placeholder,
    /// Orders to a language model.
    ModelInstruction,
    /// Labels of personal data that a resume can do without.
    PersonalLabel,
    /// A database, queue or cloud without a name.
    GenericTechnology,
    /// Skills of character, which need an example.
    SoftSkill,
    /// Words for work in production: on-call, incident.
    Production,
    /// Small projects that courses have everyone build.
    TutorialProject,
    /// Secrets of an employer: confidential, internal use only.
    Confidential,
    /// `references available on request` and its kin.
    ReferenceOffer,
    /// Claims of great skill: expert in, guru.
    Proficiency,
    /// Words that leave out what was done: various technologies, several projects.
    VagueObject,
    /// Interfaces and those who use them.
    AxisApi,
    /// Schemas, queries, migrations, replication.
    AxisData,
    /// Bottlenecks, load, growth.
    AxisScale,
    /// Incidents, alerts, failure handling.
    AxisReliability,
    /// The shape of a system of parts.
    Design,
    /// Making others better.
    Mentoring,
    /// Leading, and work across teams.
    CrossTeam,
    /// Work that reached beyond one team.
    Organisation,
    /// Direction, risk and economics of a company's systems.
    Direction,
    /// What the work was worth to those who pay for it.
    Business,
    /// Money spent on systems.
    Cost,
    /// How software reached production.
    Delivery,
    /// Thoughts written down for others.
    Writing,
    /// Old code that others left.
    Legacy,
    /// How a migration was made safe.
    MigrationCare,
    /// Claims that belong to years of work.
    Inflated,
    /// The care of databases rather than design with them.
    DatabaseAdministration,
    /// Who a person is rather than what they did.
    CodedWord,
    /// Words that texts of language models overuse.
    AiPhrase,
    /// What a service needs beyond its first feature; `instead` names the part.
    ProjectBasics,
    /// Slips of the keyboard, with what was meant.
    Misspelling,
    /// Stems of words on -ise and -ize.
    IseStem,
    /// British spellings with the American ones.
    BritishSpelling,
}

impl PhraseList {
    /// The lists whose words are evidence of a kind of work: see `Pack::signals`.
    pub const SIGNALS: [Self; 18] = [
        Self::AxisApi,
        Self::AxisData,
        Self::AxisScale,
        Self::AxisReliability,
        Self::Design,
        Self::Mentoring,
        Self::CrossTeam,
        Self::Organisation,
        Self::Direction,
        Self::Business,
        Self::Cost,
        Self::Delivery,
        Self::Writing,
        Self::Legacy,
        Self::MigrationCare,
        Self::Inflated,
        Self::DatabaseAdministration,
        Self::Production,
    ];

    /// All lists, in the order of their declaration.
    pub const ALL: [Self; 39] = [
        Self::Buzzword,
        Self::Filler,
        Self::VagueQuantity,
        Self::VagueScale,
        Self::Objective,
        Self::Placeholder,
        Self::ModelInstruction,
        Self::PersonalLabel,
        Self::GenericTechnology,
        Self::SoftSkill,
        Self::Production,
        Self::TutorialProject,
        Self::Confidential,
        Self::ReferenceOffer,
        Self::Proficiency,
        Self::VagueObject,
        Self::AxisApi,
        Self::AxisData,
        Self::AxisScale,
        Self::AxisReliability,
        Self::Design,
        Self::Mentoring,
        Self::CrossTeam,
        Self::Organisation,
        Self::Direction,
        Self::Business,
        Self::Cost,
        Self::Delivery,
        Self::Writing,
        Self::Legacy,
        Self::MigrationCare,
        Self::Inflated,
        Self::DatabaseAdministration,
        Self::CodedWord,
        Self::AiPhrase,
        Self::ProjectBasics,
        Self::Misspelling,
        Self::IseStem,
        Self::BritishSpelling,
    ];
}

/// What is customary on a resume in one country.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Market<S> {
    /// Code of the country in small letters: `us`.
    pub code: S,
    /// Its name in a sentence: `the United States`.
    pub name: S,
    /// What a photo does.
    pub photo: Custom,
    /// What date of birth, marital status and the like do.
    pub personal_data: Custom,
    /// Most pages that are usual for someone with years of work.
    pub pages: u8,
    /// How a date in numbers is read.
    pub dates: DateOrder,
    /// Code of the country before a phone number, without `+`.
    pub calling: S,
}

/// What something on a resume does in a country.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Custom {
    Unwelcome,
    Accepted,
    Expected,
}

/// The order of a date in numbers.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum DateOrder {
    Day,
    Month,
    Year,
}

/// Which phone numbers a country has.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberingPlan<S> {
    /// Calling code without `+`.
    pub calling: S,
    /// Name of the country or region in a sentence.
    pub name: S,
    /// Fewest digits behind the code.
    pub fewest: u8,
    /// Most digits behind the code.
    pub most: u8,
    /// Digits that a number may begin with.
    pub first: S,
    /// Beginnings of numbers that are kept for films and books, `x` for any digit.
    pub fiction: Vec<S>,
}
