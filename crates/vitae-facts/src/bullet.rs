//! The anatomy of a bullet: its opening verb, its figures, its technologies, what it changed.

use crate::lexicon::{self, Hit};
use crate::metric::find_numbers;
use crate::opening::{Opening, first_person, read_opening};
use crate::outcome::{Clauses, is_vague_list};
use crate::skill::find_skills;
use crate::strength::{Evidence, scope, strength};
use crate::words::Reading;
use crate::{Metric, SkillUse};
use serde::{Deserialize, Serialize};
use vitae_pack::Pack;
use vitae_text::{MappedText, TextRange, Token, TokenKind, tokenize};

/// What a bullet belongs to; the index is that of the entry in its list of the resume.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// `work`.
    Work(usize),
    /// `projects`.
    Project(usize),
    /// `volunteer`.
    Volunteer(usize),
}

/// How much the opening says about what the person did.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum OpenerStrength {
    /// No verb at the start.
    None,
    /// A duty, help, or the passive voice.
    Weak,
    /// Plain doing.
    Ok,
    /// Change or ownership.
    Strong,
}

/// The opening of a bullet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opener {
    /// The verb as written, with its auxiliary, or the duty phrase; in the bullet's own text. Empty
    /// when there is no verb.
    pub range: TextRange,
    /// How much it says.
    pub strength: OpenerStrength,
    /// Key of the verb's base form (`vitae_text::fold_key`), for finding repetitions; 0 for none.
    pub verb: u64,
}

/// Tense of the main verb.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Tense {
    /// `Built`.
    Past,
    /// `Build`, `builds`, `building`.
    Present,
    /// No verb.
    None,
}

/// How far the work reached, by its own words.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// A team.
    Team,
    /// A service or system.
    Service,
    /// Several teams.
    Organisation,
    /// The whole company.
    Company,
}

/// A text taken apart. Ranges are bytes of that text, not of the document.
#[derive(Clone, Debug)]
pub struct Anatomy {
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Words and numbers.
    pub words: u32,
    /// How it opens.
    pub opener: Opener,
    /// Quantities that size the work or its result. `from 900 ms to 140 ms` is one.
    pub metrics: Vec<Metric>,
    /// Numbers that size nothing: versions, standards, names, dates, ports, ranks.
    pub other_numbers: Vec<TextRange>,
    /// Technologies and practices named.
    pub skills: Vec<SkillUse>,
    /// Words that say what became different, with or without a figure.
    pub outcome: Option<TextRange>,
    /// Words that claim an effect and do not show it (`reducing latency`); none where there is an
    /// outcome. They tell what became different, and earn nothing.
    pub claim: Option<TextRange>,
    /// Words that show a decision or trade-off.
    pub decision: Option<TextRange>,
    /// Widest reach named.
    pub scope: Option<Scope>,
    /// The main verb is passive.
    pub passive: bool,
    /// `I`, `my`, `we`, `our`.
    pub first_person: Option<TextRange>,
    /// Tense of the main verb.
    pub tense: Tense,
    /// Words that say how much without saying it (`various`, `high-traffic`).
    pub vague: Vec<TextRange>,
    /// 0 to 100: how much it proves. Length earns nothing.
    pub strength: u8,
}

/// A bullet of the resume.
#[derive(Clone, Debug)]
pub struct Bullet {
    /// What it belongs to.
    pub owner: Owner,
    /// Its JSON pointer in the resume.
    pub pointer: String,
    /// The text, joined over its lines.
    pub text: MappedText,
    /// All of it in the document.
    pub range: TextRange,
    /// A sentence of a paragraph, not a bullet.
    pub prose: bool,
    /// What it holds.
    pub anatomy: Anatomy,
    /// Equal for bullets of the same words.
    pub fingerprint: u64,
    /// It opens with a verb that is not weak and names an outcome, a figure, a decision or at least
    /// a technology with its object. Filler is not; only substantial bullets stand behind a score.
    pub substantial: bool,
}

/// So many tokens of a text are read; what is longer is no bullet, and reading is not linear.
const MOST_TOKENS: usize = 600;

/// Takes `text` apart. Only the first 600 tokens are judged.
#[must_use]
pub fn anatomy(text: &str, pack: &Pack) -> Anatomy {
    let tokens = tokenize(text);
    let reading = Reading::new(text, &tokens[..tokens.len().min(MOST_TOKENS)], pack);
    let skills = find_skills(&reading, pack, false);
    let spans: Vec<TextRange> = skills.iter().map(|skill| skill.range).collect();
    let (metrics, other_numbers) = find_numbers(&reading, &spans);
    let opening = read_opening(&reading, pack);
    let hits = lexicon::hollow_phrases(pack, &reading);
    let clauses = Clauses { reading: &reading, opening: &opening, metrics: &metrics, hits: &hits };
    let (outcome, decision, first_person) =
        (clauses.outcome(), clauses.decision(), first_person(&reading));
    let claim = if outcome.is_none() { clauses.claim() } else { None };
    let technologies = technologies(&skills, pack);
    let evidence = Evidence {
        clauses: &clauses,
        outcome: outcome.is_some(),
        decision: decision.is_some(),
        technologies,
        skills: skills.len(),
        labels: other_numbers.len(),
        first_person: first_person.map(|range| range.of(text)),
    };
    let (strength, scope) = (strength(&evidence), scope(&clauses));
    let vague = vague_spans(&reading, &hits);
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Symbol).count();
    let Opening { opener, passive, tense, .. } = opening;
    Anatomy {
        words: u32::try_from(words).unwrap_or(u32::MAX),
        tokens,
        opener,
        metrics,
        other_numbers,
        skills,
        outcome,
        claim,
        decision,
        scope,
        passive,
        first_person,
        tense,
        vague,
        strength,
    }
}

/// The tokens of `text` and the technologies that it names, where nothing else of it is asked for.
#[must_use]
pub fn skills_in(text: &str, pack: &Pack) -> (Vec<Token>, Vec<SkillUse>) {
    let tokens = tokenize(text);
    let reading = Reading::new(text, &tokens[..tokens.len().min(MOST_TOKENS)], pack);
    let skills = find_skills(&reading, pack, false);
    (tokens, skills)
}

/// How many technologies are named; practices are not counted.
fn technologies(skills: &[SkillUse], pack: &Pack) -> usize {
    skills.iter().filter(|found| pack.skill(found.skill).technology).count()
}

/// Spans of the phrases that say how much without saying it.
fn vague_spans(reading: &Reading<'_>, hits: &[Hit]) -> Vec<TextRange> {
    hits.iter()
        .filter(|hit| is_vague_list(hit.list))
        .map(|hit| reading.tokens[hit.first].range.cover(reading.tokens[hit.end - 1].range))
        .collect()
}

/// Equal for texts of the same words and numbers, whatever their case and punctuation.
pub(crate) fn fingerprint(anatomy: &Anatomy) -> u64 {
    let words = anatomy.tokens.iter().filter(|token| token.kind != TokenKind::Symbol);
    words.fold(0x9e37_79b9_7f4a_7c15, |print: u64, token| {
        print.rotate_left(9).wrapping_mul(0x0000_0100_0000_01b3) ^ token.key
    })
}

/// See [`Bullet::substantial`].
pub(crate) fn is_substantial(anatomy: &Anatomy, pack: &Pack) -> bool {
    let act = anatomy.opener.strength >= OpenerStrength::Ok;
    let technology = technologies(&anatomy.skills, pack) > 0;
    let says = anatomy.outcome.is_some()
        || !anatomy.metrics.is_empty()
        || anatomy.decision.is_some()
        || technology;
    // The points of an act with an object or a proof; a tool list and hollow words stay below.
    act && says && anatomy.strength >= 24
}
