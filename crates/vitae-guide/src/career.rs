//! Facts of a career that questions are asked about: the newest role, promotions, skills that nothing
//! shows, certificates. A resume comes in, claims go out.

use crate::claim::{Claim, Material};
use crate::entry::Tier;
use crate::probe::Career;
use crate::quote::Quote;
use vitae_facts::{Level, Metric, MetricKind, Paragraph, Position, Proof, claimed_level};
use vitae_lint::Context;
use vitae_pack::{Category, SkillId};
use vitae_text::TextRange;

/// Roles and certificates that are looked at; a career has fewer.
const MOST_ROLES: usize = 100;
/// Listed skills that are looked at.
const MOST_LISTED: usize = 1_000;

/// Claims about a fact of the career.
pub(crate) fn claims(fact: Career, material: &Material<'_>) -> Vec<Claim> {
    let context = material.context;
    match fact {
        Career::NewestRole => newest_role(context).into_iter().collect(),
        Career::Promotion => promotions(context),
        Career::UnusedSkill => unused_skills(context),
        Career::Certificate => certificates(context),
        Career::SummaryFigure => summary_figure(context).into_iter().collect(),
        Career::RareSkill => rare_skills(material),
    }
}

fn newest_role(context: &Context<'_>) -> Option<Claim> {
    let newest = context.newest()?;
    let quote = Quote::range(newest.title.or(newest.employer)?, context.document);
    Some(Claim { quote, strength: 60, ..Claim::default() })
}

/// Later roles of a higher level at the same employer, printed with newer ones first or last.
fn promotions(context: &Context<'_>) -> Vec<Claim> {
    let work = &context.resume().work;
    let positions = &context.facts.positions;
    let positions = &positions[..positions.len().min(MOST_ROLES)];
    let mut found = Vec::new();
    for later in positions {
        let before = positions.iter().filter(|before| {
            before.start < later.start
                && later.start.is_some()
                && before.start.is_some()
                && !work[before.work].name.trim().is_empty()
                && folded(&work[before.work].name) == folded(&work[later.work].name)
        });
        let Some(before) = before.max_by_key(|before| before.start) else { continue };
        if !rises(context, before, later) {
            continue;
        }
        let Some(title) = later.title else { continue };
        let words = |position: &Position| work[position.work].position.replace('`', "'");
        found.push(Claim {
            quote: Quote::range(title, context.document),
            fills: vec![("from", words(before)), ("to", words(later))],
            strength: 60,
            ..Claim::default()
        });
    }
    found
}

/// The later title stands higher: by its level, or by a word such as `Senior` before the earlier one.
fn rises(context: &Context<'_>, before: &Position, later: &Position) -> bool {
    let (old, new) = (level(context, before), level(context, later));
    let work = &context.resume().work;
    let title = |position: &Position| work[position.work].position.to_lowercase();
    let (before, later) = (title(before), title(later));
    let added: Vec<&str> = later
        .split_whitespace()
        .filter(|word| !before.split_whitespace().any(|it| it == *word))
        .collect();
    let kept = before.split_whitespace().all(|word| later.split_whitespace().any(|it| it == word));
    let raised = added.iter().any(|word| claimed_level(word, context.pack) >= Some(Level::Senior));
    new > old || new == old && kept && raised
}

/// The level of a title; a neutral one stands between entry and senior.
fn level(context: &Context<'_>, position: &Position) -> Level {
    let title = &context.resume().work[position.work].position;
    claimed_level(title, context.pack).unwrap_or_default()
}

fn folded(name: &str) -> String {
    name.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Technologies of the skills section that nothing else names, line by line.
fn unused_skills(context: &Context<'_>) -> Vec<Claim> {
    const MOST: usize = 4;
    let asked = |skill: SkillId| {
        let skill = context.pack.skill(skill);
        let layer = matches!(
            skill.category,
            Category::Language
                | Category::Framework
                | Category::Datastore
                | Category::Cache
                | Category::Queue
                | Category::CloudService
                | Category::Container
                | Category::Infrastructure
                | Category::Data
        );
        layer && skill.technology && !skill.basic
    };
    let mut lines: Vec<(Quote, Vec<String>)> = Vec::new();
    for (range, skill) in context.facts.skills.listed.iter().take(MOST_LISTED) {
        let Some(skill) = *skill else { continue };
        let listed = context.facts.skills.proof(skill) == Proof::Listed;
        if !listed || !asked(skill) || used_below(skill, context) || range.is_empty() {
            continue;
        }
        let name = context.text(*range).replace('`', "'");
        let place = Quote::line(*range, context.document)
            .or_else(|| Quote::range(*range, context.document));
        let Some(place) = place else { continue };
        match lines.iter_mut().find(|(line, _)| line.range == place.range) {
            Some((_, names)) if names.len() < MOST && !names.contains(&name) => names.push(name),
            Some(_) => {}
            None => lines.push((place, vec![name])),
        }
    }
    let claim = |(quote, names): (Quote, Vec<String>)| Claim {
        quote: Some(quote),
        strength: 40 + 4 * u32::try_from(names.len()).unwrap_or(0),
        fills: vec![("skill", names.join("`, `"))],
        ..Claim::default()
    };
    lines.into_iter().map(claim).collect()
}

/// Something that is used builds on it: SQL with any datastore, Java with Spring Boot.
pub(crate) fn used_below(skill: SkillId, context: &Context<'_>) -> bool {
    const DEEPEST: usize = 4;
    let pack = context.pack;
    let used = context.facts.skills.named.iter().filter(|named| named.proof >= Proof::Used);
    let mut below: Vec<SkillId> = used.map(|named| named.skill).collect();
    if pack.skill(skill).name == "SQL" {
        return below.iter().any(|id| pack.skill(*id).category == Category::Datastore);
    }
    for _ in 0..DEEPEST {
        below = below.iter().flat_map(|id| pack.skill(*id).implies.iter().copied()).collect();
        if below.contains(&skill) {
            return true;
        }
    }
    false
}

fn certificates(context: &Context<'_>) -> Vec<Claim> {
    let places = (0..context.resume().certificates.len().min(MOST_ROLES))
        .filter_map(|index| context.range(&format!("/certificates/{index}/name")));
    let quoted = places.filter_map(|range| Quote::range(range, context.document));
    quoted.map(|quote| Claim { quote: Some(quote), strength: 35, ..Claim::default() }).collect()
}

fn summary_figure(context: &Context<'_>) -> Option<Claim> {
    let summary = context.facts.summary.as_ref()?;
    let metric = load_figure(summary)?;
    let text = summary.text.as_str();
    Some(Claim {
        quote: Quote::around(text, metric.range, summary.range, context.document),
        fills: vec![("figure", metric.range.of(text).replace('`', "'"))],
        strength: 60,
        ..Claim::default()
    })
}

/// The figure of a summary that sizes systems: requests, users, bytes, money. `Three time zones` and
/// `eleven teams` are no load.
pub(crate) fn load_figure(summary: &Paragraph) -> Option<&Metric> {
    const LEAST: i64 = 100_000;
    let sized = |metric: &&Metric| match metric.kind {
        MetricKind::Money | MetricKind::Rate | MetricKind::Size => true,
        MetricKind::Count => metric.milli >= LEAST,
        _ => false,
    };
    summary.anatomy.metrics.iter().find(sized)
}

/// Technologies that the guide calls preferred or emerging and a bullet shows with a result.
fn rare_skills(material: &Material<'_>) -> Vec<Claim> {
    let context = material.context;
    let keywords = material.guide.lists.keywords.iter().filter(|it| it.tier != Tier::Required);
    let mut found = Vec::new();
    for keyword in keywords {
        let Some(id) = context.pack.skill_named(&keyword.name) else { continue };
        if context.facts.skills.proof(id) != Proof::Shown || !context.pack.skill(id).technology {
            continue;
        }
        let shows = |bullet: &&vitae_facts::Bullet| {
            let used = bullet.anatomy.skills.iter().any(|used| used.skill == id);
            used && bullet.anatomy.outcome.is_some() && !bullet.range.is_empty()
        };
        let Some((index, bullet)) =
            context.facts.bullets.iter().enumerate().find(|(_, bullet)| shows(bullet))
        else {
            continue;
        };
        let focus = bullet.anatomy.skills.iter().find(|used| used.skill == id);
        let focus = focus.map_or_else(TextRange::default, |used| used.range);
        found.push(Claim {
            bullet: Some(index),
            quote: Some(Quote::bullet(bullet, focus, context.document)),
            fills: vec![("skill", focus.of(bullet.text.as_str()).replace('`', "'"))],
            strength: u32::from(bullet.anatomy.strength),
            ..Claim::default()
        });
    }
    found
}
