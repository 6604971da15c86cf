//! The facts that tick items of a checklist. A fact and a resume come in; whether it holds, with the
//! lines that show it or what is missing, goes out.

use crate::career::load_figure;
use crate::checklist::State;
use crate::claim::Material;
use crate::entry::Fact;
use crate::probe::AdState;
use crate::quote::Quote;
use vitae_document::Format;
use vitae_facts::{Bullet, Paragraph, Proof, SkillUse};
use vitae_lint::Context;
use vitae_lint::evidence::{Axis, Coverage, axes};
use vitae_pack::{Category, NetworkKind};
use vitae_text::{Phrases, TextRange};

/// Lines that a fact shows.
const MOST_LINES: usize = 2;

/// Whether a fact holds.
pub(crate) struct Answer {
    pub(crate) state: State,
    pub(crate) found: String,
    pub(crate) lines: Vec<Quote>,
}

impl Answer {
    fn done(found: impl Into<String>, lines: Vec<Quote>) -> Self {
        Self { state: State::Done, found: found.into(), lines }
    }

    fn open(found: impl Into<String>) -> Self {
        Self { state: State::Open, found: found.into(), lines: Vec::new() }
    }

    pub(crate) fn ask(found: impl Into<String>) -> Self {
        Self { state: State::Ask, found: found.into(), lines: Vec::new() }
    }

    fn with(self, lines: Vec<Quote>) -> Self {
        Self { lines, ..self }
    }
}

/// Whether `fact` holds; `of` is the axis that it is about, where it is about one.
pub(crate) fn answer(fact: Fact, of: &str, material: &Material<'_>) -> Answer {
    let context = material.context;
    match fact {
        Fact::SummaryNamesStack => summary(context, "language or framework", |it, context| {
            let of = |asked: Category| {
                let category = |used: &&SkillUse| context.pack.skill(used.skill).category;
                it.anatomy.skills.iter().find(|used| category(used) == asked)
            };
            of(Category::Language).or_else(|| of(Category::Framework)).map(|used| used.range)
        }),
        Fact::SummaryNamesScale => {
            summary(context, "figure of volume", |it, _| load_figure(it).map(|metric| metric.range))
        }
        Fact::SummaryNamesResult => summary(context, "result", |it, _| {
            let change = it.anatomy.metrics.iter().find(|metric| metric.change.is_some());
            it.anatomy.outcome.or_else(|| change.map(|metric| metric.range))
        }),
        Fact::CloudServiceInBullet => {
            in_bullets(context, "no bullet names a service of a cloud", |bullet| {
                used(context, bullet, |it| {
                    it.cloud.is_some() || it.category == Category::CloudService
                })
            })
        }
        Fact::ObservabilityInBullet => in_bullets(
            context,
            "no bullet names what watches a system: metrics, traces, alerts, a tool for them",
            |bullet| {
                used(context, bullet, |it| it.category == Category::Observability)
                    .or_else(|| watched(bullet))
            },
        ),
        Fact::Axis => axis(context, of),
        Fact::BulletsHaveFigures => figures(context),
        Fact::SkillsInBullets => skills(context),
        Fact::AdTermsInBullets => ad_terms(material),
        Fact::CodeLink => code_link(context),
        Fact::ContactComplete => contact(context),
        Fact::FileFormat => file_format(context),
        Fact::FileName => file_name(context),
        Fact::ByHand => Answer::ask("no program can tell this"),
    }
}

fn summary(
    context: &Context<'_>,
    what: &str,
    find: impl Fn(&Paragraph, &Context<'_>) -> Option<TextRange>,
) -> Answer {
    let Some(summary) = &context.facts.summary else {
        return Answer::open("there is no summary");
    };
    let text = summary.text.as_str();
    let quote = |focus| {
        let place = Quote::around(text, focus, summary.range, context.document);
        place.into_iter().collect::<Vec<_>>()
    };
    match find(summary, context) {
        Some(found) => {
            let words = found.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            Answer::done(format!("the summary says `{}`", words.replace('`', "'")), quote(found))
        }
        None => {
            Answer::open(format!("the summary holds no {what}")).with(quote(TextRange::default()))
        }
    }
}

/// Bullets that show something; `find` gives the words in the bullet's own text.
fn in_bullets(
    context: &Context<'_>,
    missing: &str,
    find: impl Fn(&Bullet) -> Option<TextRange>,
) -> Answer {
    let bullets = context.facts.bullets.iter().filter(|bullet| !bullet.range.is_empty());
    let found: Vec<(&Bullet, TextRange)> =
        bullets.filter_map(|bullet| Some((bullet, find(bullet)?))).collect();
    if found.is_empty() {
        return Answer::open(missing);
    }
    let shown = found.iter().take(MOST_LINES);
    let lines = shown.map(|(bullet, at)| Quote::bullet(bullet, *at, context.document)).collect();
    Answer::done(counted(found.len(), "bullet shows it", "bullets show it"), lines)
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn used(
    context: &Context<'_>,
    bullet: &Bullet,
    asked: impl Fn(&vitae_pack::Skill) -> bool,
) -> Option<TextRange> {
    let found = bullet.anatomy.skills.iter().find(|it| asked(context.pack.skill(it.skill)));
    found.map(|it| it.range)
}

/// Words for watching a system, where no tool for it is named.
fn watched(bullet: &Bullet) -> Option<TextRange> {
    const WORDS: [&str; 14] = [
        "alert",
        "alerts",
        "alerting",
        "monitoring",
        "observability",
        "tracing",
        "dashboard",
        "dashboards",
        "SLO",
        "SLOs",
        "SLI",
        "error budget",
        "error budgets",
        "runbook",
    ];
    let words = Phrases::build(WORDS.map(|word| (word, ())));
    let tokens = &bullet.anatomy.tokens;
    let (at, found) = words.find_all(tokens).next()?;
    Some(tokens[at].range.cover(tokens[at + found.tokens - 1].range))
}

fn axis(context: &Context<'_>, of: &str) -> Answer {
    let Some(axis) = axis_called(of) else {
        return Answer::ask("the words of the bullets do not tell this");
    };
    let all = axes(context);
    let Some(evidence) = all.iter().find(|it| it.axis == axis) else {
        return Answer::ask("the words of the bullets do not tell this");
    };
    let proven = evidence.coverage == Coverage::Proven;
    let shown = evidence.bullets.iter().filter(|(_, proof)| !proven || *proof >= 10);
    let bullets = shown.filter_map(|(index, _)| context.facts.bullets.get(*index));
    let lines = bullets
        .filter(|bullet| !bullet.range.is_empty())
        .take(MOST_LINES)
        .map(|bullet| Quote::bullet(bullet, TextRange::default(), context.document))
        .collect();
    match evidence.coverage {
        Coverage::Proven => {
            let count = evidence.bullets.iter().filter(|(_, proof)| *proof >= 10).count();
            Answer::done(counted(count, "bullet proves it", "bullets prove it"), lines)
        }
        Coverage::Named => {
            Answer::open(format!("bullets name it, and none says what came of it: {}", axis.asks()))
                .with(lines)
        }
        Coverage::Bare => Answer::open(format!("no bullet speaks of it: {}", axis.asks())),
    }
}

/// The axis that the rules know by this id of a guide.
pub(crate) fn axis_called(id: &str) -> Option<Axis> {
    match id {
        "api" => Some(Axis::Api),
        "data" => Some(Axis::Data),
        "scalability" | "scale" => Some(Axis::Scale),
        "reliability" => Some(Axis::Reliability),
        _ => None,
    }
}

/// Four of five bullets with substance hold a figure.
fn figures(context: &Context<'_>) -> Answer {
    let waived = |index: usize| context.waived.iter().any(|waived| waived.bullet == index);
    let asked: Vec<&Bullet> = context
        .facts
        .bullets
        .iter()
        .enumerate()
        .filter(|(index, bullet)| bullet.substantial && !waived(*index))
        .map(|(_, bullet)| bullet)
        .collect();
    let without: Vec<&&Bullet> =
        asked.iter().filter(|bullet| bullet.anatomy.metrics.is_empty()).collect();
    let with = asked.len() - without.len();
    let all = asked.len();
    if all == 0 {
        return Answer::open("no bullet has enough substance to hold a figure");
    }
    let found = format!("{with} of {all} substantial bullets hold a figure");
    if with * 5 >= all * 4 {
        return Answer::done(found, Vec::new());
    }
    let lines = without.iter().filter(|bullet| !bullet.range.is_empty()).take(MOST_LINES);
    let lines = lines.map(|bullet| Quote::bullet(bullet, TextRange::default(), context.document));
    Answer::open(format!("{found} (four of five are asked)")).with(lines.collect())
}

/// Most listed skills are used in a bullet.
fn skills(context: &Context<'_>) -> Answer {
    let mut listed: Vec<vitae_pack::SkillId> =
        context.facts.skills.listed.iter().filter_map(|(_, skill)| *skill).collect();
    listed.sort_unstable();
    listed.dedup();
    listed.retain(|skill| !context.pack.skill(*skill).basic);
    if listed.is_empty() {
        return Answer::open("no known skill is listed");
    }
    let proven = |skill: &&vitae_pack::SkillId| context.facts.skills.proof(**skill) >= Proof::Used;
    let used = listed.iter().filter(proven).count();
    let found = format!("bullets use {used} of {} listed skills", listed.len());
    if used * 2 > listed.len() {
        return Answer::done(found, Vec::new());
    }
    let rest = listed.iter().filter(|skill| !proven(skill)).take(4);
    let rest: Vec<String> =
        rest.map(|skill| format!("`{}`", context.pack.skill(*skill).name)).collect();
    Answer::open(format!("{found}; not {}", rest.join(", ")))
}

fn ad_terms(material: &Material<'_>) -> Answer {
    let Some(ad) = material.ad.filter(|ad| !ad.is_empty()) else {
        return Answer::ask("no ad was given (`--job FILE`)");
    };
    let names = |state| ad.names(state, material.context);
    let (proven, named, missing) =
        (names(AdState::Proven), names(AdState::Named), names(AdState::Missing));
    let all = proven.len() + named.len() + missing.len();
    let found = format!("bullets use {} of {all} technologies of the ad", proven.len());
    if named.is_empty() && proven.len() * 3 >= all * 2 {
        return Answer::done(found, Vec::new());
    }
    let quoted = |names: &[&str]| -> String {
        let shown: Vec<String> = names.iter().take(5).map(|name| format!("`{name}`")).collect();
        shown.join(", ")
    };
    let mut parts = vec![found];
    if !named.is_empty() {
        parts.push(format!("only listed: {}", quoted(&named)));
    }
    if !missing.is_empty() {
        parts.push(format!("nowhere: {}", quoted(&missing)));
    }
    Answer::open(parts.join("; "))
}

fn code_link(context: &Context<'_>) -> Answer {
    let basics = &context.resume().basics;
    let code = |host: &str| {
        let known = context.pack.network_for_host(host);
        known.is_some_and(|network| network.kind == NetworkKind::Code)
            || host
                .split('.')
                .any(|label| matches!(label, "github" | "gitlab" | "codeberg" | "bitbucket"))
    };
    let host = |url: &str| -> String {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or("").to_lowercase()
    };
    let is_network = |name: &str| {
        let name = name.to_lowercase();
        ["github", "gitlab", "codeberg", "bitbucket", "sourcehut"].contains(&name.as_str())
    };
    for (index, profile) in basics.profiles.iter().enumerate() {
        if is_network(&profile.network) || code(&host(&profile.url)) {
            let place = ["url", "username", "network"]
                .iter()
                .find_map(|field| context.range(&format!("/basics/profiles/{index}/{field}")));
            let line = place.and_then(|range| Quote::range(range, context.document));
            return Answer::done("a profile with code is linked", line.into_iter().collect());
        }
    }
    let link = context.document.links.iter().find(|link| code(&host(&link.uri)));
    if let Some(link) = link {
        let line = Quote::range(link.range, context.document);
        return Answer::done("a link leads to code", line.into_iter().collect());
    }
    let own = context.resume().projects.iter().any(|project| code(&host(&project.url)));
    if own {
        return Answer::done("a project links to its code", Vec::new());
    }
    Answer::open(context.absent("link to code"))
}

fn contact(context: &Context<'_>) -> Answer {
    let basics = &context.resume().basics;
    let place = &basics.location;
    let parts = [
        ("e-mail address", basics.email.is_empty()),
        ("phone number", basics.phone.is_empty()),
        (
            "place",
            place.city.is_empty()
                && place.region.is_empty()
                && place.country_code.is_empty()
                && place.address.is_empty(),
        ),
    ];
    let missing: Vec<&str> =
        parts.iter().filter(|(_, gone)| *gone).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        return Answer::open(context.absent(&missing.join(" and no ")));
    }
    let line = context.range("/basics/email").and_then(|it| Quote::range(it, context.document));
    Answer::done("e-mail address, phone number and place are there", line.into_iter().collect())
}

fn file_format(context: &Context<'_>) -> Answer {
    let format = context.document.format;
    match format {
        Format::Pdf | Format::Docx => {
            Answer::done(format!("its format is {}", format.label()), Vec::new())
        }
        Format::Picture => Answer::open("it is a picture, which no program reads as text"),
        _ => Answer::ask(format!(
            "this file is {}; what you send should be the PDF or DOCX made from it",
            format.label()
        )),
    }
}

fn file_name(context: &Context<'_>) -> Answer {
    let Some(file) = context.file_name else {
        return Answer::ask("the resume came through a pipe, without a name");
    };
    let letters = |text: &str| -> String {
        text.chars().filter(|ch| ch.is_alphabetic()).flat_map(char::to_lowercase).collect()
    };
    let stem = letters(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    let name = &context.resume().basics.name;
    if name.is_empty() {
        return Answer::ask("no name was found on the page to compare it with");
    }
    let shown = file.replace('`', "'");
    let parts: Vec<String> = name.split_whitespace().map(letters).collect();
    let named = parts.iter().any(|part| part.chars().count() > 1 && stem.contains(part.as_str()));
    if named || !name.is_ascii() && !stem.is_empty() && plain(name, &stem) {
        return Answer::done(format!("`{shown}` holds the name"), Vec::new());
    }
    Answer::open(format!("`{shown}` does not hold the name `{}`", name.replace('`', "'")))
}

/// Names with accents are often written without them in file names: half of their plain letters in a
/// row are enough.
fn plain(name: &str, stem: &str) -> bool {
    name.split_whitespace().any(|part| {
        let runs = part.split(|ch: char| !ch.is_ascii_alphabetic());
        let longest = runs.max_by_key(|run| run.len()).unwrap_or("");
        longest.len() >= 3
            && longest.len() * 2 >= part.chars().count()
            && stem.contains(&longest.to_lowercase())
    })
}
