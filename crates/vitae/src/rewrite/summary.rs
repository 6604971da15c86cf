//! A summary made of what the resume shows: its reading and facts come in, a line with slots that the
//! guard lets pass goes out; none where the summary is good as it is.

use super::{RewrittenLine, VersionReport};
use crate::{Options, Reading};
use vitae_facts::{Bullet, Facts, Level, Owner, Proof, anatomy};
use vitae_pack::{Category, Pack, PhraseList};
use vitae_rewrite::guard::{Entry, Prepared};
use vitae_rewrite::rewrite::{Draft, SummaryFacts, Version, VersionKind, rewrite_summary};

/// A better summary.
pub(super) fn summary(
    reading: &Reading,
    facts: &Facts,
    level: Level,
    options: &Options,
) -> Option<RewrittenLine> {
    let pack = Pack::builtin();
    let resume = &reading.parsed.resume;
    let before = resume.basics.summary.trim();
    let why = reason(before, facts, pack)?;
    let (entry, known) = gathered(reading, facts, options);
    let guard = Prepared::new(pack, &entry, &[]);
    let drafts = variants(&known).into_iter().filter_map(|known| rewrite_summary(&known, level));
    let draft = drafts.into_iter().find(|draft| guard.judge(&draft.text()).is_ok())?;
    let version = version(draft, why, pack);
    Some(RewrittenLine {
        line: facts
            .summary
            .as_ref()
            .map(|summary| reading.document.line_number(summary.range.start)),
        entry: String::new(),
        pointer: "/basics/summary".to_owned(),
        before: before.to_owned(),
        strength: facts.summary.as_ref().map_or(0, |summary| summary.anatomy.strength),
        versions: vec![VersionReport::from(version)],
        questions: Vec::new(),
        bullet: None,
    })
}

/// Why another summary is offered; none where there is no reason.
fn reason(before: &str, facts: &Facts, pack: &Pack) -> Option<String> {
    let Some(summary) = &facts.summary else {
        // Too little to sum up.
        let enough = facts.bullets.len() >= 4 && !facts.positions.is_empty();
        return enough.then(|| {
            "there is no summary; these are the facts that a reader looks for first".to_owned()
        });
    };
    let tokens = &summary.anatomy.tokens;
    let has = |list| pack.phrases(list).find_all(tokens).count();
    if has(PhraseList::Objective) > 0 {
        return Some("says what you have done instead of what you seek".to_owned());
    }
    if has(PhraseList::Buzzword) > 0 {
        return Some("rests on what your lines show instead of on praise".to_owned());
    }
    let bare = summary.anatomy.metrics.is_empty()
        && summary.anatomy.outcome.is_none()
        && summary.anatomy.skills.len() < 2;
    (bare && before.split_whitespace().count() > 4)
        .then(|| "names your work and its tools instead of speaking in general".to_owned())
}

/// All that the summary may draw on as one entry, and the facts for it.
fn gathered(reading: &Reading, facts: &Facts, options: &Options) -> (Entry, SummaryFacts) {
    let pack = Pack::builtin();
    let resume = &reading.parsed.resume;
    let newest =
        facts.positions.iter().find(|position| position.current).or(facts.positions.first());
    let work = newest.and_then(|position| resume.work.get(position.work));
    let title = work.map(|work| work.position.clone()).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| resume.basics.label.clone());
    let best = facts.bullets.iter().filter(|bullet| is_showpiece(bullet)).max_by_key(|bullet| {
        let newest = newest.is_some_and(|position| bullet.owner == Owner::Work(position.work));
        (
            bullet.anatomy.strength / 10 + 2 * u8::from(newest),
            std::cmp::Reverse(bullet.anatomy.words),
        )
    });
    let known = SummaryFacts {
        title: title.clone(),
        years: facts.timeline.months_worked / 12,
        technologies: technologies(facts, pack),
        best: best.map(|bullet| bullet.text.as_str().to_owned()),
    };
    let mut starts: Vec<&str> = resume
        .work
        .iter()
        .map(|work| work.start_date.as_str())
        .filter(|date| !date.is_empty())
        .collect();
    starts.sort_unstable();
    let highlights = resume.work.iter().flat_map(|work| work.highlights.iter().cloned());
    let of_projects = resume.projects.iter().flat_map(|project| project.highlights.iter().cloned());
    let prose = resume.work.iter().map(|work| work.summary.clone()).filter(|text| !text.is_empty());
    let listed = resume.skills.iter().flat_map(|group| group.keywords.iter().cloned());
    let years = format!("{} years", known.years);
    let entry = Entry {
        position: title,
        start_date: starts.first().map_or(String::new(), |date| (*date).to_owned()),
        end_date: options.today.to_string(),
        // Months with a role, gaps left out: counted from the dates of all roles.
        description: if known.years >= 2 { years } else { String::new() },
        summary: resume.basics.summary.clone(),
        highlights: highlights.chain(of_projects).chain(prose).collect(),
        skills: listed.chain(known.technologies.iter().cloned()).collect(),
        ..Entry::default()
    };
    (entry, known)
}

/// A line short and strong enough to open the page with.
fn is_showpiece(bullet: &Bullet) -> bool {
    let anatomy = &bullet.anatomy;
    anatomy.strength >= 60
        && anatomy.words <= 26
        && anatomy.outcome.is_some()
        && !anatomy.passive
        && anatomy.first_person.is_none()
}

/// Technologies that lines show in use: a language first, then by proof and by how often.
fn technologies(facts: &Facts, pack: &Pack) -> Vec<String> {
    let mut used: Vec<_> = facts
        .skills
        .named
        .iter()
        .filter(|named| {
            let skill = pack.skill(named.skill);
            named.proof >= Proof::Used && skill.technology && !skill.basic
        })
        .collect();
    vitae_text::sort_by_key(&mut used, |named| {
        let language = pack.skill(named.skill).category == Category::Language;
        std::cmp::Reverse((language, named.proof, named.places.len()))
    });
    let language =
        |named: &&&vitae_facts::NamedSkill| pack.skill(named.skill).category == Category::Language;
    let first = used.iter().filter(language).take(1);
    let product = |named: &&&vitae_facts::NamedSkill| {
        use Category::{Cache, Cloud, Container, Datastore, Framework, Infrastructure, Queue};
        let category = pack.skill(named.skill).category;
        matches!(
            category,
            Cache | Cloud | Container | Datastore | Framework | Infrastructure | Queue
        )
    };
    let rest = used.iter().filter(product).take(2);
    first.chain(rest).map(|named| pack.skill(named.skill).name.to_owned()).collect()
}

/// The facts, and with fewer of them where the guard cannot follow.
fn variants(known: &SummaryFacts) -> Vec<SummaryFacts> {
    let no_best = SummaryFacts { best: None, ..known.clone() };
    let no_years = SummaryFacts { years: 0, ..known.clone() };
    let bare = SummaryFacts { years: 0, best: None, ..known.clone() };
    vec![known.clone(), no_years, no_best, bare]
}

fn version(draft: Draft, why: String, pack: &Pack) -> Version {
    let strength = |text: &str| anatomy(text, pack).strength;
    Version {
        kind: VersionKind::Figures,
        text: draft.text(),
        why: vec![why],
        only_if: None,
        strength: strength(&draft.neutral()),
        reach: strength(&draft.sample()),
        drafts: vec![draft],
    }
}
