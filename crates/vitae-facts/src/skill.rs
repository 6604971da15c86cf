//! Where each skill is named, and the best proof it has. Names that are also everyday words need
//! context: a technology close by, a word of their own field, or a place that only names take.

use crate::words::{Class, Reading};
use vitae_pack::{Pack, SkillId};
use vitae_text::{TextRange, TokenKind};

/// A skill named in a text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct SkillUse {
    /// Which.
    pub skill: SkillId,
    /// As written; bytes of the text it was found in.
    pub range: TextRange,
}

/// How well a skill is shown. Rising.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Proof {
    /// Not named, or only in a text that strings names together.
    #[default]
    None,
    /// Named in the skills section or summary.
    Listed,
    /// Used in a bullet.
    Used,
    /// Used in a bullet with an outcome, in a dated role or project.
    Shown,
}

/// All skills of a resume.
#[derive(Clone, Debug, Default)]
pub struct Skills {
    /// For each skill that is named: its best proof and every place, in the document. By id.
    pub named: Vec<NamedSkill>,
    /// Items of the skills section in printed order: the span and the skill, if it is known.
    pub listed: Vec<(TextRange, Option<SkillId>)>,
}

/// A skill of the resume.
#[derive(Clone, Debug)]
pub struct NamedSkill {
    /// Which.
    pub skill: SkillId,
    /// Its best proof.
    pub proof: Proof,
    /// Where it is named; bytes of the document.
    pub places: Vec<TextRange>,
}

impl Skills {
    /// The best proof of a skill.
    #[must_use]
    pub fn proof(&self, skill: SkillId) -> Proof {
        self.get(skill).map_or(Proof::None, |named| named.proof)
    }

    /// What is known of a skill.
    #[must_use]
    pub fn get(&self, skill: SkillId) -> Option<&NamedSkill> {
        let index = self.named.binary_search_by_key(&skill, |named| named.skill).ok()?;
        Some(&self.named[index])
    }

    /// Records a place where a skill is named; the best proof stays.
    pub(crate) fn record(&mut self, skill: SkillId, proof: Proof, place: TextRange) {
        match self.named.binary_search_by_key(&skill, |named| named.skill) {
            Ok(index) => {
                let named = &mut self.named[index];
                named.proof = named.proof.max(proof);
                named.places.push(place);
            }
            Err(index) => {
                self.named.insert(index, NamedSkill { skill, proof, places: vec![place] });
            }
        }
    }
}

/// A name that was met, before its context was looked at.
struct Candidate {
    skill: SkillId,
    first: usize,
    end: usize,
    sure: bool,
}

/// Skills in prose or, with `listed`, in an item of a skills list, where a name stands for itself.
pub(crate) fn find_skills(reading: &Reading<'_>, pack: &Pack, listed: bool) -> Vec<SkillUse> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < reading.len() {
        let Some(found) = pack.skills().longest(&reading.tokens[at..]) else {
            at += 1;
            continue;
        };
        let end = at + found.tokens;
        if is_whole(reading, at, end) {
            let sure = listed || !is_doubtful(reading, pack, found.value, at, end);
            candidates.push(Candidate { skill: found.value, first: at, end, sure });
            at = end;
        } else {
            at += 1;
        }
    }
    let keep = |index: usize| {
        let candidate = &candidates[index];
        if vetoed(reading, pack, candidate) {
            return false;
        }
        candidate.sure || in_context(reading, pack, &candidates, index)
    };
    (0..candidates.len())
        .filter(|index| keep(*index))
        .map(|index| {
            let Candidate { skill, first, end, .. } = candidates[index];
            let range = reading.tokens[first].range.cover(reading.tokens[end - 1].range);
            SkillUse { skill, range }
        })
        .collect()
}

/// The match does not end inside a longer name: `C` of `C++`, `Go` of `go-live`, `.net` of
/// `shop.example.net`.
fn is_whole(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    let glued_symbol =
        |at: usize| reading.glued(at) && matches!(reading.word(at), "+" | "#" | "&" | "@" | "_");
    let before = first > 0
        && reading.glued(first)
        && (matches!(reading.word(first - 1), "@" | "_" | "&" | "#")
            || reading.is(first, ".") && reading.kind(first - 1) != Some(TokenKind::Symbol));
    let single = end - first == 1 && reading.word(first).len() == 1;
    let hyphen = |at: usize| reading.glued(at) && reading.is_dash(at) && reading.glued(at + 1);
    let dotted = reading.glued(end)
        && reading.is(end, ".")
        && reading.glued(end + 1)
        && reading.kind(end + 1) == Some(TokenKind::Word);
    !(before
        || glued_symbol(end)
        || dotted
        || single && (hyphen(end) || first > 0 && hyphen(first - 1)))
}

/// The name needs context here.
fn is_doubtful(
    reading: &Reading<'_>,
    pack: &Pack,
    skill: SkillId,
    first: usize,
    end: usize,
) -> bool {
    let skill = pack.skill(skill);
    let written = reading.tokens[first].range.cover(reading.tokens[end - 1].range).of(reading.text);
    let short = written.len() <= 2
        && !written.bytes().any(|byte| byte.is_ascii_digit())
        && !written.bytes().any(|byte| byte.is_ascii_uppercase() || byte == b'#');
    if short {
        return true;
    }
    // `Golang` and `Node.js` name one thing only; `Go` and `Node` do not.
    let plain = end - first == 1;
    skill.ambiguous && plain && !is_special(written)
}

/// A spelling that no everyday word has.
fn is_special(written: &str) -> bool {
    let inner_capital = written.chars().skip(1).any(char::is_uppercase) && written.len() > 2;
    let digit = written.bytes().any(|byte| byte.is_ascii_digit());
    let all_caps = written.chars().all(char::is_uppercase);
    digit || inner_capital && !all_caps || written.eq_ignore_ascii_case("golang")
}

/// A phrase that holds the name and means something else stands here.
fn vetoed(reading: &Reading<'_>, pack: &Pack, candidate: &Candidate) -> bool {
    if !pack.skill(candidate.skill).ambiguous {
        return false;
    }
    (candidate.first.saturating_sub(4)..=candidate.first).any(|at| {
        let trap = pack.skill_traps().longest(&reading.tokens[at..]);
        trap.is_some_and(|trap| {
            let other = if at == candidate.first { at + 1 } else { at };
            let particle = trap.tokens == 2 && reading.is_any(other, &PARTICLES);
            at + trap.tokens > candidate.first && !(particle && is_named(reading, candidate))
        })
    })
}

/// What stands beside a verb as often as beside a name: `ready to go`, but `from Java to Go`.
const PARTICLES: [&str; 8] = ["to", "on", "from", "into", "over", "out", "through", "up"];

/// Written as a name is: a capital inside a sentence.
fn is_named(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    reading.capital(candidate.first) && !reading.opens_sentence(candidate.first)
}

/// Whether the context makes a doubtful name this technology.
fn in_context(reading: &Reading<'_>, pack: &Pack, candidates: &[Candidate], index: usize) -> bool {
    let candidate = &candidates[index];
    let skill = pack.skill(candidate.skill);
    let written = reading.word(candidate.first);
    let cased = skill.name.starts_with(written) || skill.aliases.contains(&written);
    if !cased || !reading.capital(candidate.first) {
        return false;
    }
    // "Exposed metrics": a verb opens the text, whatever frameworks are called.
    let verb = reading.verb(candidate.first).is_some() && reading.opens_sentence(candidate.first);
    if verb && !takes_a_name(reading, candidate) {
        return false;
    }
    let technology_near = candidates.iter().any(|other| {
        let near = other.first.abs_diff(candidate.first) <= 8;
        if !near || other.first == candidate.first || !pack.skill(other.skill).technology {
            return false;
        }
        let cased = reading.capital(other.first) && !reading.opens_sentence(other.first);
        other.sure
            || lists(reading, candidate, other)
            || lists(reading, other, candidate)
            || cased
                && (takes_a_name(reading, other)
                    || pack.means_technology(other.skill, reading.tokens))
    });
    technology_near
        || takes_a_name(reading, candidate)
        || !reading.opens_sentence(candidate.first)
            && pack.means_technology(candidate.skill, reading.tokens)
}

/// `second` follows `first` in a list of names: `Go, Rust and C`.
fn lists(reading: &Reading<'_>, first: &Candidate, second: &Candidate) -> bool {
    let joint = |at: usize| reading.is_any(at, &[",", "and", "or", "/", "&"]);
    let between = first.end..second.first;
    (1..=2).contains(&between.len()) && { between }.all(joint) && reading.capital(second.first)
}

/// `in Go`, `with Chef`, `from C to Rust`: a capital after a preposition of means.
fn takes_a_name(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let before = candidate.first.wrapping_sub(1);
    let means = ["in", "with", "using", "via", "into", "of", "on", "from", "to", "and", "or"];
    let preposition =
        reading.is_any(before, &means[..8]) && !reading.opens_sentence(candidate.first);
    let next_ends = candidate.end >= reading.len()
        || reading
            .class(candidate.end)
            .is(Class::PREPOSITION.or(Class::RELATIVE).or(Class::CONJUNCTION))
        || reading.kind(candidate.end) != Some(TokenKind::Word)
        || reading.is_any(
            candidate.end,
            &[
                "features",
                "service",
                "services",
                "code",
                "library",
                "cluster",
                "template",
                "jobs",
                "client",
                "app",
                "apps",
                "server",
                "databases",
                "database",
                "application",
                "applications",
                "API",
                "APIs",
                "endpoints",
                "instance",
                "instances",
                "replica",
            ],
        );
    let template = reading.is_any(
        candidate.end,
        &[
            "template",
            "library",
            "service",
            "services",
            "jobs",
            "cluster",
            "codebase",
            "SDK",
            "microservices",
            "microservice",
            "APIs",
            "API",
            "endpoints",
            "tooling",
            "tools",
            "scripts",
            "modules",
            "daemon",
            "developer",
            "developers",
            "engineer",
            "engineers",
        ],
    );
    // "a Rust cache", "the Go worker": made of it.
    let made_of = reading.class(before).is(Class::ARTICLE)
        && !reading.opens_sentence(candidate.first)
        && reading.is_any(candidate.end, &MADE_OF);
    // "Replaced Puppet with": the object of an act.
    let object = reading.verb(before).is_some_and(|verb| verb.known)
        && !reading.opens_sentence(candidate.first);
    (preposition || object) && next_ends || template || made_of
}

/// What programs are called by what they do; the name before one is its language or framework.
const MADE_OF: [&str; 30] = [
    "cache",
    "parser",
    "proxy",
    "gateway",
    "worker",
    "workers",
    "agent",
    "bot",
    "binary",
    "process",
    "program",
    "backend",
    "prototype",
    "port",
    "rewrite",
    "compiler",
    "extension",
    "plugin",
    "monolith",
    "scheduler",
    "crawler",
    "simulator",
    "collector",
    "importer",
    "exporter",
    "sidecar",
    "instance",
    "instances",
    "replica",
    "wrapper",
];
