//! The level in the report: the frame of the score, the level that the lines show, what carries it,
//! and what the title claims beside it. Facts come in, plain owned data goes out.

use crate::Points;
use crate::locate::Locator;
use serde::{Deserialize, Serialize};
use vitae_facts::{DimensionShown, Facts, Level, Mismatch};
use vitae_lint::glance::{Glimpse, Look};
use vitae_pack::{Dimension, Pack};
use vitae_text::TextRange;

/// The level that a resume was judged for, and the level that it shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct JudgedLevel {
    /// The level whose caps were used.
    pub used: Level,
    /// Who said so.
    pub source: LevelSource,
    /// The level that the lines of the roles show, whatever the titles say; null when too few lines
    /// tell of work.
    pub evidence: Option<Level>,
    /// The level that the current title claims; null when it is neutral. Years never count.
    pub claimed: Option<Level>,
    /// Whether the title claims more or less than the lines show.
    pub mismatch: Mismatch,
    /// Years in jobs on software up to today, internships and other trades excluded; null when no
    /// dates were read. They decide nothing.
    pub years: Option<Points>,
    /// The five dimensions; all 0 without evidence.
    pub dimensions: Dimensions,
    /// What would carry the next level, or the claimed one where the title claims more.
    pub next: Vec<Step>,
}

/// Where the level comes from.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum LevelSource {
    /// It was asked for.
    Option,
    /// The current title claims it.
    Title,
    /// Neither says anything.
    Default,
}

/// The five dimensions that a level is judged on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dimensions {
    /// What was built and designed, and how hard it was.
    pub technical: DimensionScore,
    /// That it ran, and who answered for it.
    pub production: DimensionScore,
    /// Who decided and led.
    pub ownership: DimensionScore,
    /// How many parts and people it reached.
    pub complexity: DimensionScore,
    /// What it was worth to those who pay.
    pub impact: DimensionScore,
}

/// What the lines show of one dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DimensionScore {
    /// 0 to 100: about 20 is what entry shows, 40 mid, 60 senior, 80 staff, 100 principal.
    pub score: u8,
    /// The lines that carry it, the best first; at most three.
    pub lines: Vec<Spotted>,
}

/// A place of the text.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spotted {
    /// Where it stands.
    pub range: TextRange,
    /// Its line, as the `line` of a finding.
    pub line: u32,
    /// Page, for formats that have pages.
    pub page: Option<u32>,
}

/// What a level shows of a dimension, which the lines do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The level.
    pub level: Level,
    /// The dimension, in words.
    pub dimension: String,
    /// What that level shows of it.
    pub shows: String,
}

/// What a first glance finds of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Glanced {
    /// What it looks for.
    pub look: Look,
    /// Where it stands, the best first; empty when it is not there.
    pub places: Vec<Spotted>,
    /// It stands where the first glance falls: the upper half of the first page, or the first 25
    /// lines of a text without pages.
    pub early: bool,
    /// What would answer it; null when it is there.
    pub ask: Option<String>,
}

/// The level of a resume whose facts these are.
pub(crate) fn judged(
    facts: &Facts,
    used: Level,
    source: LevelSource,
    readable: bool,
    locator: &Locator<'_>,
) -> JudgedLevel {
    let seniority = &facts.seniority;
    let evidence = seniority.evidence.filter(|_| readable);
    let goal = evidence.and_then(|evidence| match facts.claimed {
        Some(claimed) if claimed > evidence => Some(claimed),
        _ => evidence.next(),
    });
    let step = |level: Level, dimension: Dimension| Step {
        level,
        dimension: dimension.name().to_owned(),
        shows: level.expects(dimension, Pack::builtin()).to_owned(),
    };
    let next = goal.map_or(Vec::new(), |level| {
        seniority.missing(level).into_iter().map(|dimension| step(level, dimension)).collect()
    });
    let tenths = (seniority.months * 10 + 6) / 12;
    JudgedLevel {
        used,
        source,
        evidence,
        claimed: facts.claimed,
        mismatch: if evidence.is_some() { seniority.mismatch } else { Mismatch::None },
        years: (seniority.months > 0).then_some(Points(tenths * 100)),
        dimensions: match (evidence, &seniority.dimensions[..]) {
            (Some(_), [technical, production, ownership, complexity, impact]) => Dimensions {
                technical: score(technical, locator),
                production: score(production, locator),
                ownership: score(ownership, locator),
                complexity: score(complexity, locator),
                impact: score(impact, locator),
            },
            _ => Dimensions::default(),
        },
        next,
    }
}

impl Dimensions {
    /// All five with their names for people.
    pub(crate) fn named(&self) -> [(&'static str, &DimensionScore); 5] {
        let all =
            [&self.technical, &self.production, &self.ownership, &self.complexity, &self.impact];
        std::array::from_fn(|at| (Dimension::ALL[at].name(), all[at]))
    }
}

fn score(shown: &DimensionShown, locator: &Locator<'_>) -> DimensionScore {
    let lines = shown.lines.iter().filter(|range| !range.is_empty());
    DimensionScore {
        score: shown.score,
        lines: lines.map(|range| spotted(*range, locator)).collect(),
    }
}

/// What the first glance finds, with lines and pages.
pub(crate) fn glanced(glimpse: &Glimpse, locator: &Locator<'_>) -> Glanced {
    Glanced {
        look: glimpse.look,
        places: glimpse.places.iter().map(|range| spotted(*range, locator)).collect(),
        early: glimpse.early,
        ask: glimpse.places.is_empty().then(|| glimpse.look.asks().to_owned()),
    }
}

fn spotted(range: TextRange, locator: &Locator<'_>) -> Spotted {
    let spot = locator.spot(range.start);
    Spotted { range, line: spot.line, page: spot.page }
}
