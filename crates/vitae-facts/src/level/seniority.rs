//! The level by evidence: lines of work come in; the level they show, the score of each dimension
//! with the lines that carry it, and whether the title says more or less go out.

use super::Level;
use super::career::months;
use super::judge::{Line, level_of};
use super::lines::read_lines;
use super::printed::read_printed;
use crate::{Bullet, Position};
use serde::{Deserialize, Serialize};
use vitae_document::Document;
use vitae_pack::{Dimension, Pack};
use vitae_resume::{Parsed, YearMonth};
use vitae_text::TextRange;

/// What a resume shows of the level of its work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seniority {
    /// The level that its lines show; none when too few lines tell of work.
    pub evidence: Option<Level>,
    /// Whether the title claims more or less than that.
    pub mismatch: Mismatch,
    /// The five dimensions, in the order of [`Dimension`]; empty without evidence.
    pub dimensions: Vec<DimensionShown>,
    /// Months in jobs on software, internships and other trades excluded.
    pub months: u32,
    /// How many lines were judged.
    pub lines: u32,
}

/// What the lines show of one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionShown {
    /// Which.
    pub dimension: Dimension,
    /// 0 to 100: 20 is what entry shows, 100 what principal shows.
    pub score: u8,
    /// The lines that carry it, the best first.
    pub lines: Vec<TextRange>,
}

impl Seniority {
    /// The dimensions that are furthest below what `level` shows, the furthest first: at most two,
    /// each by half a level or more.
    #[must_use]
    pub fn missing(&self, level: Level) -> Vec<Dimension> {
        const MOST: usize = 2;
        const HALF_A_LEVEL: u8 = 10;
        let full = 20 * (level as u8 + 1);
        let mut missing: Vec<&DimensionShown> =
            self.dimensions.iter().filter(|shown| shown.score + HALF_A_LEVEL <= full).collect();
        vitae_text::sort_by_key(&mut missing, |shown| shown.score);
        missing.into_iter().take(MOST).map(|shown| shown.dimension).collect()
    }

    /// The lines that carry the level, the best of the strongest dimensions first: at most three.
    #[must_use]
    pub fn carried_by(&self) -> Vec<TextRange> {
        const MOST: usize = 3;
        let mut dimensions: Vec<&DimensionShown> = self.dimensions.iter().collect();
        vitae_text::sort_by_key(&mut dimensions, |shown| std::cmp::Reverse(shown.score));
        let mut lines: Vec<TextRange> = Vec::new();
        for at in 0..MOST {
            for line in dimensions.iter().filter_map(|shown| shown.lines.get(at)) {
                if !lines.contains(line) && lines.len() < MOST {
                    lines.push(*line);
                }
            }
        }
        lines
    }
}

/// Whether the title and the lines tell of one level.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Mismatch {
    /// The title claims more than the lines show.
    Inflated,
    /// The lines show more than the title claims.
    Underlevelled,
    /// They agree, or one of them is not known.
    #[default]
    None,
}

/// Fewer lines of roles than this, and the roles were not read.
const FEWEST_READ: usize = 3;

/// Fewer lines than this tell of no level.
const FEWEST_LINES: usize = 2;

/// What is judged.
pub(crate) struct Judged<'a> {
    pub(crate) document: &'a Document,
    pub(crate) parsed: &'a Parsed,
    pub(crate) positions: &'a [Position],
    pub(crate) bullets: &'a [Bullet],
    /// The level that the current title claims, where a title was read.
    pub(crate) claimed: Option<Level>,
}

/// Judges the level of a resume. Gives the level that its title claims beside it: where no role
/// could be read, the printed lines tell that too.
pub(crate) fn seniority(
    judged: &Judged<'_>,
    pack: &Pack,
    today: YearMonth,
) -> (Seniority, Option<Level>) {
    let Judged { document, parsed, positions, bullets, mut claimed } = *judged;
    let (mut lines, mut spans) = read_lines(parsed, positions, bullets, pack, today);
    if lines.iter().filter(|line| !line.first_steps).count() < FEWEST_READ {
        let printed = read_printed(document, pack, today);
        claimed = claimed.or(printed.claimed);
        if printed.lines.len() > lines.len() {
            lines = printed.lines;
        }
        if printed.spans.len() > spans.len() {
            spans = printed.spans;
        }
    }
    let months = months(spans);
    let evidence =
        if lines.len() >= FEWEST_LINES { level_of(&lines, months, claimed) } else { None };
    let known = Dimension::ALL.map(|dimension| shown(dimension, &lines));
    let seniority = Seniority {
        evidence,
        mismatch: mismatch(claimed, evidence),
        dimensions: if evidence.is_some() { known.to_vec() } else { Vec::new() },
        months,
        lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
    };
    (seniority, claimed)
}

fn mismatch(claimed: Option<Level>, evidence: Option<Level>) -> Mismatch {
    match (claimed, evidence) {
        (Some(claimed), Some(evidence)) if claimed > evidence => Mismatch::Inflated,
        (Some(claimed), Some(evidence)) if claimed < evidence => Mismatch::Underlevelled,
        _ => Mismatch::None,
    }
}

/// What the lines show of one dimension: the mean of its best two.
fn shown(dimension: Dimension, lines: &[Line]) -> DimensionShown {
    const MOST_LINES: usize = 3;
    let of = |line: &Line| {
        let score = line.score(dimension);
        (score > 0).then_some((score, line.range))
    };
    let mut best: Vec<(u32, TextRange)> = lines.iter().filter_map(of).collect();
    vitae_text::sort_by(&mut best, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let score = match best[..] {
        [] => 0,
        [(only, _)] => only * 7 / 10,
        [(first, _), (second, _), ..] => u32::midpoint(first, second),
    };
    DimensionShown {
        dimension,
        score: u8::try_from(score.min(100)).unwrap_or(100),
        lines: best.into_iter().take(MOST_LINES).map(|(_, range)| range).collect(),
    }
}
