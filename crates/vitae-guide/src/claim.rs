//! Where a resume meets what an entry asks for: bullets, findings, facts of the career, terms of an
//! ad. A `When` comes in, claims with their quote and the words that fill holes go out, best first.

use crate::ad::Ad;
use crate::career;
use crate::guides::Guide;
use crate::probe::{When, holes};
use crate::quote::Quote;
use vitae_facts::{Bullet, Metric, MetricKind, Owner};
use vitae_lint::evidence::opening;
use vitae_lint::{Context, Outcome};
use vitae_text::{Phrases, TextRange};

/// Bullets that are looked at; a career has fewer.
const MOST_BULLETS: usize = 2_000;
/// Places of one kind that are weighed against each other.
const MOST_CLAIMS: usize = 200;

/// A resume with everything that is known of it, and the guide of the role.
#[derive(Copy, Clone)]
pub struct Material<'a> {
    /// The resume, at its level.
    pub context: &'a Context<'a>,
    /// What the rules found.
    pub outcomes: &'a [Outcome],
    /// The guide of the role.
    pub guide: &'a Guide,
    /// The ad that the resume is for.
    pub ad: Option<&'a Ad>,
}

/// A place of a resume that meets what an entry asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Claim {
    /// The bullet, by its index.
    pub(crate) bullet: Option<usize>,
    /// The words; none when something is about the whole resume.
    pub(crate) quote: Option<Quote>,
    /// What a rule says of it.
    pub(crate) because: Option<String>,
    /// Names of holes with the words that fill them.
    pub(crate) fills: Vec<(&'static str, String)>,
    /// How much it stands out, 0 to 100.
    pub(crate) strength: u32,
}

impl Claim {
    /// Both are about one line.
    pub(crate) fn same_line(&self, other: &Self) -> bool {
        match (self.bullet, other.bullet) {
            (Some(one), Some(other)) => one == other,
            _ => self.quote.is_some() && self.quote == other.quote,
        }
    }

    /// `text` with its holes filled; none when one stays open.
    pub(crate) fn fill(&self, text: &str) -> Option<String> {
        let mut out = text.to_owned();
        for name in holes(text) {
            let (_, words) = self.fills.iter().find(|(hole, _)| *hole == name)?;
            out = out.replace(&format!("{{{name}}}"), words);
        }
        Some(out)
    }
}

/// The claims of a resume that meet `when` or one of `or`, the strongest first, each line once.
pub(crate) fn claims(when: &When, or: &[When], material: &Material<'_>) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    for when in std::iter::once(when).chain(or) {
        for claim in of_one(when, material) {
            if !found.iter().any(|other| other.same_line(&claim)) {
                found.push(claim);
            }
        }
    }
    found.sort_by_key(|claim| {
        (std::cmp::Reverse(claim.strength), claim.quote.as_ref().map(|quote| quote.range.start))
    });
    found
}

fn of_one(when: &When, material: &Material<'_>) -> Vec<Claim> {
    if !when.rules.is_empty() {
        of_rules(when, material)
    } else if let Some(fact) = when.career {
        career::claims(fact, material)
    } else if let Some(state) = when.ad {
        material.ad.and_then(|ad| ad.claim(state, material.context)).into_iter().collect()
    } else {
        of_bullets(when, material.context)
    }
}

fn of_rules(when: &When, material: &Material<'_>) -> Vec<Claim> {
    let asked = |outcome: &&Outcome| when.rules.iter().any(|code| code == outcome.rule.code);
    let context = material.context;
    let findings = material.outcomes.iter().filter(asked).flat_map(|outcome| &outcome.findings);
    let shown = findings.filter(|finding| !context.directives.iter().any(|it| it.hides(finding)));
    let claim = |finding: &vitae_lint::Finding| Claim {
        bullet: context
            .facts
            .bullets
            .iter()
            .position(|it| !it.range.is_empty() && it.range.contains(finding.range)),
        quote: Quote::finding(finding.range, context),
        because: Some(finding.message.clone()),
        strength: 40,
        ..Claim::default()
    };
    shown.take(MOST_CLAIMS).map(claim).collect()
}

fn of_bullets(when: &When, context: &Context<'_>) -> Vec<Claim> {
    let phrases = |words: &[String]| Phrases::build(words.iter().map(|word| (word.as_str(), ())));
    let (words, with, not) =
        (phrases(&when.words), phrases(&when.with_words), phrases(&when.not_words));
    let mut found: Vec<Claim> = Vec::new();
    let mut prints: Vec<u64> = Vec::new();
    for (index, bullet) in context.facts.bullets.iter().enumerate().take(MOST_BULLETS) {
        if found.len() == MOST_CLAIMS {
            break;
        }
        let holds =
            |phrases: &Phrases<()>| phrases.find_all(&bullet.anatomy.tokens).next().is_some();
        // A line without substance invites no question about its matter; rules speak of those.
        let says = bullet.substantial || !bullet.anatomy.metrics.is_empty();
        let skipped = bullet.range.is_empty()
            || !says
            || prints.contains(&bullet.fingerprint)
            || holds(&not)
            || !when.with_words.is_empty() && !holds(&with);
        if skipped {
            continue;
        }
        let matching = Matching { when, context, index, bullet };
        if let Some((focus, fills)) = matching.find(&words) {
            prints.push(bullet.fingerprint);
            found.push(Claim {
                bullet: Some(index),
                quote: Some(Quote::bullet(bullet, focus, context.document)),
                because: None,
                fills,
                strength: standing(context, bullet),
            });
        }
    }
    found
}

/// How much a bullet stands out: by what it proves, how lately, and how unusual its figures are.
fn standing(context: &Context<'_>, bullet: &Bullet) -> u32 {
    let newest = context.newest().map_or(0, |position| position.work);
    let entry = context.level == vitae_facts::Level::Entry;
    let age: i64 = match bullet.owner {
        Owner::Work(work) if work == newest => 40,
        Owner::Work(work) if work == newest + 1 => 22,
        Owner::Work(work) if work == newest + 2 => 8,
        Owner::Work(_) => 0,
        Owner::Project(_) if entry => 34,
        Owner::Project(_) => 6,
        Owner::Volunteer(_) => 0,
    };
    let anatomy = &bullet.anatomy;
    let change = anatomy.metrics.iter().any(|metric| metric.change.is_some());
    let money = anatomy.metrics.iter().any(|metric| metric.kind == MetricKind::Money);
    let unusual =
        i64::from(change) * 6 + i64::from(money) * 4 + i64::from(anatomy.decision.is_some()) * 6;
    let proven = i64::from(anatomy.strength) / 2;
    u32::try_from((age + unusual + proven).clamp(0, 100)).unwrap_or(0)
}

/// One bullet held against what is asked.
struct Matching<'a> {
    when: &'a When,
    context: &'a Context<'a>,
    index: usize,
    bullet: &'a Bullet,
}

type Found = (TextRange, Vec<(&'static str, String)>);

impl Matching<'_> {
    /// The words to look at (in the bullet's own text) and what fills the holes; none when something
    /// that is asked is not there.
    fn find(&self, words: &Phrases<()>) -> Option<Found> {
        let mut focus: Option<TextRange> = None;
        let mut fills = Vec::new();
        let mut take = |name: &'static str, range: TextRange| {
            focus = Some(focus.map_or(range, |seen| seen.cover(range)));
            let text = range.of(self.bullet.text.as_str());
            if !name.is_empty() {
                // Backticks mark these words where they are shown.
                fills.push((name, text.replace('`', "'")));
            }
        };
        let when = self.when;
        if !when.words.is_empty() {
            take("words", self.words(words)?);
        }
        if !when.signals.is_empty() {
            let name = if when.words.is_empty() { "words" } else { "" };
            let signals = self.context.signals();
            take(name, when.signals.iter().find_map(|list| signals.first(self.index, *list))?);
        }
        if !when.skills.is_empty() || !when.layers.is_empty() {
            take("skill", self.skill()?);
        }
        if !when.figures.is_empty() || when.change {
            take("figure", self.figure()?.range);
        }
        if when.decision {
            take("", self.decision()?);
        }
        let reach = when.reach.is_empty()
            || self.bullet.anatomy.scope.is_some_and(|it| when.reach.contains(&it));
        let project = !when.project || matches!(self.bullet.owner, Owner::Project(_));
        (reach && project && self.act()).then(|| (focus.unwrap_or_default(), fills))
    }

    fn words(&self, words: &Phrases<()>) -> Option<TextRange> {
        let tokens = &self.bullet.anatomy.tokens;
        let (at, found) = words.find_all(tokens).next()?;
        Some(tokens[at].range.cover(tokens[at + found.tokens - 1].range))
    }

    fn skill(&self) -> Option<TextRange> {
        let pack = self.context.pack;
        let asked = |id: vitae_pack::SkillId| {
            let skill = pack.skill(id);
            let named = self.when.skills.iter().any(|name| name == skill.name);
            let layer = self.when.layers.contains(&skill.category);
            named || layer && skill.technology && !skill.basic
        };
        let mut found = self.bullet.anatomy.skills.iter().filter(|used| asked(used.skill));
        found.find(|used| !self.left_behind(used.range)).map(|used| used.range)
    }

    /// `From MySQL`, `over sharded PostgreSQL`: what was left, or not taken.
    fn left_behind(&self, skill: TextRange) -> bool {
        let text = self.bullet.text.as_str();
        let tokens = &self.bullet.anatomy.tokens;
        let at = tokens.partition_point(|token| token.range.start < skill.start);
        let before = tokens[at.saturating_sub(2)..at].iter().map(|token| token.range.of(text));
        let away = ["from", "over", "than", "replaced", "replacing", "off"];
        let mut words = before.map(str::to_lowercase);
        words.any(|word| away.contains(&word.as_str()))
    }

    fn figure(&self) -> Option<&Metric> {
        let when = self.when;
        let named = Phrases::build(when.figure_of.iter().map(|word| (word.as_str(), ())));
        let of = |metric: &Metric| {
            let tokens = &self.bullet.anatomy.tokens;
            let first = tokens.partition_point(|it| it.range.start < metric.range.start);
            let last = tokens.partition_point(|it| it.range.end <= metric.range.end);
            tokens.get(first..last).is_some_and(|own| named.find_all(own).next().is_some())
        };
        let asked = |metric: &&Metric| {
            (when.figures.is_empty() || when.figures.contains(&metric.kind))
                && (!when.change || metric.change.is_some())
                && when.at_least.is_none_or(|least| metric.milli >= i64::from(least) * 1000)
                && (when.figure_of.is_empty() || of(metric))
        };
        let metrics = &self.bullet.anatomy.metrics;
        let changed = metrics.iter().filter(asked).find(|metric| metric.change.is_some());
        changed.or_else(|| metrics.iter().find(asked))
    }

    /// A choice. `In 6 minutes instead of 3 hours` compares figures and chooses nothing.
    fn decision(&self) -> Option<TextRange> {
        let anatomy = &self.bullet.anatomy;
        let compared = |at: &TextRange| {
            let metrics = anatomy.metrics.iter().filter(|metric| metric.change.is_some());
            metrics.map(|metric| metric.range).any(|it| it.start < at.end && at.start < it.end)
        };
        anatomy.decision.filter(|at| !compared(at))
    }

    fn act(&self) -> bool {
        let acts = &self.when.acts;
        acts.is_empty()
            || opening(self.bullet, self.context.pack)
                .is_some_and(|form| acts.contains(&form.verb.class))
    }
}
