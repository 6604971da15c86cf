//! The first glance: what a recruiter looks for in half a minute, where it stands, and what is not
//! there. A context comes in, six answers in the order of looking go out. S4 names the order.

use crate::Context;
use crate::evidence::proof_of_design;
use serde::{Deserialize, Serialize};
use vitae_facts::{Bullet, Metric, MetricKind, Proof, Scope};
use vitae_text::TextRange;

/// What the first glance looks for.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Look {
    /// The current title.
    Title,
    /// Years of work.
    Years,
    /// Languages, databases and the rest of the stack.
    Stack,
    /// How large the systems are.
    Scope,
    /// What was designed.
    Architecture,
    /// The best figures.
    Figures,
}

impl Look {
    /// All of them, in the order of looking.
    pub const ALL: [Self; 6] =
        [Self::Title, Self::Years, Self::Stack, Self::Scope, Self::Architecture, Self::Figures];

    /// Name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Years => "years",
            Self::Stack => "stack",
            Self::Scope => "scope",
            Self::Architecture => "architecture",
            Self::Figures => "best figures",
        }
    }

    /// What would answer it.
    #[must_use]
    pub fn asks(self) -> &'static str {
        match self {
            Self::Title => "put the current title on a line of its own at the top",
            Self::Years => "give each role a start and an end",
            Self::Stack => "name the languages and databases you work with",
            Self::Scope => "say once how large it is: requests, rows, users, machines",
            Self::Architecture => "tell one system that you designed, and what you chose",
            Self::Figures => "tell one result with its figure, before and after",
        }
    }
}

/// What the first glance finds of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glimpse {
    /// What is looked for.
    pub look: Look,
    /// Where it stands, the best first; empty when it is not there.
    pub places: Vec<TextRange>,
    /// The first place is one that the first glance reaches.
    pub early: bool,
}

/// The lines that a first glance reaches in a text without pages.
const FIRST_LINES: usize = 25;

/// What the first glance finds.
#[must_use]
pub fn glance(context: &Context<'_>) -> [Glimpse; 6] {
    Look::ALL.map(|look| {
        let places = places(context, look);
        let early = places.first().is_some_and(|place| is_early(context, *place));
        Glimpse { look, places, early }
    })
}

fn places(context: &Context<'_>, look: Look) -> Vec<TextRange> {
    match look {
        Look::Title => {
            let title = context.newest().and_then(|newest| newest.title);
            title.or_else(|| context.range("/basics/label")).into_iter().collect()
        }
        Look::Years => years(context).into_iter().collect(),
        Look::Stack => stack(context),
        Look::Scope => scope(context).into_iter().collect(),
        Look::Architecture => {
            let mut proven =
                (0..context.facts.bullets.len()).filter(|at| proof_of_design(context, *at) >= 10);
            proven.next().map(|at| context.facts.bullets[at].range).into_iter().collect()
        }
        Look::Figures => figures(context),
    }
}

/// Years as the summary says them, else the dates of the newest role, from which one counts.
fn years(context: &Context<'_>) -> Option<TextRange> {
    let said = context.facts.summary.as_ref().and_then(|summary| {
        let years = summary.anatomy.metrics.iter().find(|metric| metric.unit == "year")?;
        Some(summary.text.to_source(years.range))
    });
    said.or_else(|| context.newest().and_then(|newest| newest.dates))
}

/// The first technologies that are named where work is told or skills are listed.
fn stack(context: &Context<'_>) -> Vec<TextRange> {
    const MOST: usize = 5;
    let named = context.facts.skills.named.iter();
    let technologies = named
        .filter(|named| named.proof >= Proof::Listed && context.pack.skill(named.skill).technology);
    let mut places: Vec<TextRange> =
        technologies.filter_map(|named| named.places.iter().min().copied()).collect();
    vitae_text::sort(&mut places);
    places.retain(|place| !place.is_empty());
    places.truncate(MOST);
    places
}

/// The first figure that says how large something is: a rate or an amount of data, else a count of
/// a hundred or more, else how many teams.
fn scope(context: &Context<'_>) -> Option<TextRange> {
    let told = || context.facts.bullets.iter().filter(|bullet| bullet.substantial);
    let first = |sizes: &dyn Fn(&Metric, &Bullet) -> bool| {
        let place = |bullet: &Bullet| {
            let mut metrics = bullet.anatomy.metrics.iter();
            let size = metrics.find(|metric| metric.change.is_none() && sizes(metric, bullet))?;
            Some(bullet.text.to_source(size.range)).filter(|place| !place.is_empty())
        };
        told().find_map(place)
    };
    let counted = |metric: &Metric| metric.kind == MetricKind::Count && !metric.unit.is_empty();
    let large = |metric: &Metric| {
        // "40 times a week" is how often, not how large.
        metric.kind == MetricKind::Size
            || metric.kind == MetricKind::Rate && !metric.unit.starts_with("time")
    };
    first(&|metric, _| large(metric))
        .or_else(|| first(&|metric, _| counted(metric) && metric.milli >= HUNDRED))
        .or_else(|| {
            first(&|metric, bullet| {
                counted(metric) && bullet.anatomy.scope >= Some(Scope::Organisation)
            })
        })
}

/// In thousandths, as a metric counts.
const HUNDRED: i64 = 100_000;

/// The bullets whose figures prove most.
fn figures(context: &Context<'_>) -> Vec<TextRange> {
    const MOST: usize = 3;
    let mut best: Vec<&Bullet> = context
        .facts
        .bullets
        .iter()
        .filter(|bullet| bullet.substantial && !bullet.range.is_empty())
        .filter(|bullet| !bullet.anatomy.metrics.is_empty() && bullet.anatomy.outcome.is_some())
        .collect();
    vitae_text::sort_by_key(&mut best, |bullet| std::cmp::Reverse(bullet.anatomy.strength));
    best.into_iter().take(MOST).map(|bullet| bullet.range).collect()
}

/// Stands in the upper half of the first page, or in the first lines of a text without pages.
fn is_early(context: &Context<'_>, place: TextRange) -> bool {
    let document = context.document;
    let Some(at) = document.line_at(place.start) else { return false };
    let line = &document.lines[at];
    match (line.bbox, document.pages.first()) {
        (Some(bbox), Some(first)) => line.page == 0 && bbox.y0 * 2.0 < first.height,
        _ => at < FIRST_LINES,
    }
}
