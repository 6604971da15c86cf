//! The questions that a resume invites, tied to its lines: what stands there is held against the
//! questions of the role's guide; the most likely ones go out, ranked and grouped.

use crate::claim::{Claim, Material, claims};
use crate::fact::axis_called;
use crate::probe::Probe;
use crate::quote::Quote;
use serde::Serialize;
use std::collections::BTreeSet;
use vitae_facts::Level;
use vitae_lint::evidence::{AxisEvidence, Coverage, axes};

/// Questions that are shown unless all are asked for.
pub const USUAL_QUESTIONS: usize = 15;
/// Further lines that invite the same question.
const MOST_ALSO: usize = 4;
/// Questions of one group before others come first.
const EVEN: usize = 4;
/// Questions about one line.
const MOST_OF_LINE: usize = 2;

/// A question.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// 1 is the most likely.
    pub rank: usize,
    /// Its name in the guide.
    pub id: String,
    /// The axis it is about; none for the person's own career.
    pub axis: Option<String>,
    /// The line that invites it; none for what concerns the whole resume.
    pub quote: Option<Quote>,
    /// Why it is asked, where that is not the line itself.
    pub because: Option<String>,
    /// The question.
    pub question: String,
    /// What a good answer holds.
    pub holds: Vec<String>,
    /// Questions that often follow.
    pub follow_ups: Vec<String>,
    /// Further lines that invite it.
    pub also: Vec<Quote>,
    /// Where the question comes from.
    pub source: String,
}

/// Questions about one axis, or about the career.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// The axis; none for the career.
    pub axis: Option<String>,
    /// Its name.
    pub name: String,
    /// The likely ones first.
    pub questions: Vec<Question>,
}

/// The questions that a resume invites.
#[derive(Clone, Debug, Serialize)]
pub struct Interview {
    /// The file as it was named; none for a pipe.
    pub file: Option<String>,
    /// Title of the role.
    pub role: String,
    /// The level that is asked at.
    pub level: Level,
    /// Why nothing could be asked; none when the file could be read.
    pub unreadable: Option<String>,
    /// Questions that the resume invites, shown or not.
    pub invited: usize,
    /// The questions by what they are about.
    pub groups: Vec<Group>,
}

/// A question before it has its rank.
struct Candidate<'a> {
    probe: Asked<'a>,
    claim: Claim,
    also: Vec<Quote>,
    score: u32,
}

/// What is asked: a question of the guide about something on the page, or a topic of an axis that the
/// page leaves open.
enum Asked<'a> {
    Probe(&'a Probe),
    Topic(&'a crate::entry::Topic),
}

impl Asked<'_> {
    fn axis(&self) -> &str {
        match self {
            Self::Probe(probe) => &probe.axis,
            Self::Topic(topic) => &topic.axis,
        }
    }
}

impl Interview {
    /// The questions for a resume, at most `most` of them. `unreadable` says why its text cannot be
    /// judged; then there are none.
    #[must_use]
    pub fn new(
        material: &Material<'_>,
        file: Option<&str>,
        unreadable: Option<&str>,
        most: usize,
    ) -> Self {
        let candidates = match unreadable {
            Some(_) => Vec::new(),
            None => candidates(material),
        };
        let invited = distinct(&candidates);
        let ranked = rank(candidates, most);
        let level = material.context.level;
        let mut questions: Vec<Question> = ranked
            .into_iter()
            .zip(1..)
            .filter_map(|(candidate, rank)| question(candidate, rank, level))
            .collect();
        let guide = material.guide;
        let axes = guide.lists.axes.iter().map(|axis| (Some(axis.id.clone()), axis.name.clone()));
        let mut groups: Vec<Group> = axes
            .chain([(None, "Career and people".to_owned())])
            .map(|(axis, name)| {
                let own = std::mem::take(&mut questions).into_iter();
                let (own, rest) = own.partition(|question| question.axis == axis);
                questions = rest;
                Group { axis, name, questions: own }
            })
            .collect();
        // What is about no axis of this role is about the work as such, or about the ad.
        let (ad, work) = questions.into_iter().partition(|it| it.axis.as_deref() == Some("ad"));
        for (name, questions) in [("The ad", ad), ("The work itself", work)] {
            groups.push(Group { axis: None, name: name.to_owned(), questions });
        }
        groups.retain(|group| !group.questions.is_empty());
        groups.sort_by_key(|group| group.questions.first().map(|question| question.rank));
        Self {
            file: file.map(str::to_owned),
            role: guide.about.title.clone(),
            level,
            unreadable: unreadable.map(str::to_owned),
            invited,
            groups,
        }
    }

    /// All questions that are shown, most likely first.
    #[must_use]
    pub fn ranked(&self) -> Vec<&Question> {
        let mut all: Vec<&Question> = self.groups.iter().flat_map(|it| &it.questions).collect();
        all.sort_by_key(|question| question.rank);
        all
    }
}

/// Every question that something on the page invites, once for each of its strongest lines.
fn candidates<'a>(material: &Material<'a>) -> Vec<Candidate<'a>> {
    let level = material.context.level;
    let lists = &material.guide.lists;
    let fits = |levels: &[Level]| levels.is_empty() || levels.contains(&level);
    let mut found = Vec::new();
    for probe in lists.probes.iter().filter(|probe| fits(&probe.levels)) {
        let all = claims(&probe.when, &probe.or, material);
        let lines: Vec<Option<Quote>> = all.iter().map(|claim| claim.quote.clone()).collect();
        for (at, claim) in all.into_iter().enumerate() {
            if claim.fill(&probe.question).is_none() {
                continue;
            }
            let others = lines.iter().enumerate().filter(|(other, _)| *other != at);
            let also = others.filter_map(|(_, quote)| quote.clone()).take(MOST_ALSO).collect();
            let score = probe.weight + claim.strength;
            found.push(Candidate { probe: Asked::Probe(probe), claim, also, score });
        }
    }
    let spoken =
        |axis: &str| found.iter().any(|it| it.claim.bullet.is_some() && it.probe.axis() == axis);
    let open: Vec<Candidate<'_>> =
        open_axes(material).into_iter().filter(|it| !spoken(it.probe.axis())).collect();
    found.extend(open);
    found
}

/// For each axis that no bullet speaks of, the first topic of the guide about it.
fn open_axes<'a>(material: &Material<'a>) -> Vec<Candidate<'a>> {
    let level = material.context.level;
    let topics = &material.guide.lists.topics;
    let evidence = axes(material.context);
    let topic = |axis: &AxisEvidence| {
        let topic = topics.iter().find(|topic| {
            axis_called(&topic.axis) == Some(axis.axis)
                && (topic.levels.is_empty() || topic.levels.contains(&level))
        })?;
        let because = format!("no bullet speaks of {}", axis.axis.name());
        let claim = Claim { because: Some(because), ..Claim::default() };
        Some(Candidate { probe: Asked::Topic(topic), claim, also: Vec::new(), score: 95 })
    };
    evidence.iter().filter(|axis| axis.coverage == Coverage::Bare).filter_map(topic).collect()
}

/// Questions, each counted once.
fn distinct(candidates: &[Candidate<'_>]) -> usize {
    let ids = candidates.iter().map(|candidate| match candidate.probe {
        Asked::Probe(probe) => (false, &probe.id),
        Asked::Topic(topic) => (true, &topic.id),
    });
    ids.collect::<BTreeSet<_>>().len()
}

/// The most likely first. A question is asked once, and no group crowds out the others while they have
/// something to ask; unless all are wanted, a line is asked about at most twice.
fn rank(mut candidates: Vec<Candidate<'_>>, most: usize) -> Vec<Candidate<'_>> {
    let mut ranked: Vec<Candidate<'_>> = Vec::new();
    let most_of_line = if most < candidates.len() { MOST_OF_LINE } else { usize::MAX };
    while ranked.len() < most {
        let worth = |candidate: &Candidate<'_>| -> Option<u32> {
            let bullet = candidate.claim.bullet.is_some();
            let same = |it: &&Candidate<'_>| bullet && it.claim.same_line(&candidate.claim);
            let asked = ranked.iter().filter(same).count();
            let group =
                ranked.iter().filter(|it| it.probe.axis() == candidate.probe.axis()).count();
            let crowded = (group.saturating_sub(EVEN - 1) * 12) as u32;
            (asked < most_of_line)
                .then(|| candidate.score.saturating_sub((asked.min(4) * 22) as u32 + crowded))
        };
        let best = candidates
            .iter()
            .enumerate()
            .filter_map(|(at, candidate)| Some((worth(candidate)?, std::cmp::Reverse(at))))
            .max();
        let Some((_, std::cmp::Reverse(at))) = best else { break };
        let chosen = candidates.remove(at);
        candidates.retain(|other| !same_question(other, &chosen));
        ranked.push(chosen);
    }
    ranked
}

fn same_question(one: &Candidate<'_>, other: &Candidate<'_>) -> bool {
    match (&one.probe, &other.probe) {
        (Asked::Probe(one), Asked::Probe(other)) => one.id == other.id,
        (Asked::Topic(one), Asked::Topic(other)) => one.id == other.id,
        _ => false,
    }
}

/// A question as it is shown; its level decides how deep it goes.
fn question(candidate: Candidate<'_>, rank: usize, level: Level) -> Option<Question> {
    let Candidate { probe, claim, also, .. } = candidate;
    let axis = Some(probe.axis().to_owned()).filter(|axis| !axis.is_empty());
    let (id, text, mut holds, follow_ups, source) = match probe {
        Asked::Probe(probe) => {
            let deeper: &[String] = if level >= Level::Senior { &probe.deeper } else { &[] };
            let follow = match level {
                Level::Entry => 1,
                Level::Mid => 2,
                _ => 3,
            };
            let follow_ups: Vec<String> =
                probe.follow_ups.iter().take(follow).filter_map(|it| claim.fill(it)).collect();
            let holds = probe.holds.iter().chain(deeper).cloned().collect();
            (&probe.id, claim.fill(&probe.question)?, holds, follow_ups, &probe.source)
        }
        Asked::Topic(topic) => {
            let question = topic.question.clone();
            (&topic.id, question, topic.holds.clone(), Vec::new(), &topic.source)
        }
    };
    holds.retain(|held: &String| !held.is_empty());
    Some(Question {
        rank,
        id: id.clone(),
        axis,
        quote: claim.quote,
        because: claim.because,
        question: text,
        holds,
        follow_ups,
        also,
        source: source.clone(),
    })
}
