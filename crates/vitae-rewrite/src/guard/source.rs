//! The entry taken apart: its lines, the technologies it names, its title, employer and dates.
//! Answers where a word of a rewrite stands in the entry.

use super::entry::Entry;
use super::lexicon::{Class, Lexicon};
use super::taken::{Taken, Word, spelled_out};
use std::ops::Range;
use vitae_pack::{Pack, SkillId};
use vitae_resume::PartialDate;
use vitae_text::TokenKind;

/// Most tokens of an entry that are read: some forty pages. What stands behind carries nothing.
const MOST_TOKENS: usize = 10_000;

/// A line of the entry.
pub(super) struct Line<'a> {
    pub(super) taken: Taken<'a>,
    /// A bullet, summary or description; otherwise a skill or place, which stands by itself.
    pub(super) body: bool,
}

/// Where a word stands.
#[derive(Copy, Clone, Debug)]
pub(super) struct Hit {
    pub(super) line: usize,
    pub(super) token: usize,
}

/// Where the words of a rewrite stand in its entry.
#[derive(Default)]
pub(super) struct Places {
    hits: Vec<Hit>,
    /// For each token its part of `hits`.
    of: Vec<Range<usize>>,
}

impl Places {
    fn of(&self, at: usize) -> &[Hit] {
        self.of.get(at).and_then(|range| self.hits.get(range.clone())).unwrap_or(&[])
    }
}

/// The facts of an entry.
pub(super) struct Source<'a> {
    pub(super) pack: &'a Pack,
    pub(super) lexicon: &'static Lexicon,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) position: Taken<'a>,
    pub(super) name: Taken<'a>,
    pub(super) dates: Option<Taken<'a>>,
    /// Technologies of the entry, and those that they imply. By id.
    pub(super) skills: Vec<SkillId>,
    pub(super) start: Option<PartialDate>,
    pub(super) end: Option<PartialDate>,
    /// Acronyms of the lines with their stems.
    pub(super) acronyms: Vec<(String, u64)>,
}

impl<'a> Source<'a> {
    pub(super) fn new(pack: &'a Pack, entry: &'a Entry) -> Self {
        let lexicon = Lexicon::builtin();
        let take = |text: &'a str| Taken::line(pack, lexicon, text);
        let body = entry.highlights.iter().chain([&entry.summary, &entry.description]);
        let other = entry.skills.iter().chain([&entry.location]);
        let all = body.map(|text| (text, true)).chain(other.map(|text| (text, false)));
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut tokens = 0;
        for (text, body) in all.filter(|(text, _)| !text.trim().is_empty()) {
            let taken = take(text);
            tokens += taken.tokens.len();
            if tokens > MOST_TOKENS {
                break;
            }
            lines.push(Line { taken, body });
        }
        let mut source = Self {
            pack,
            lexicon,
            lines,
            position: take(&entry.position),
            name: take(&entry.name),
            dates: entry.dates.as_deref().map(take),
            skills: Vec::new(),
            start: PartialDate::parse_iso(&entry.start_date),
            end: PartialDate::parse_iso(&entry.end_date),
            acronyms: Vec::new(),
        };
        let acronyms = source.lines.iter().flat_map(|line| line.taken.acronyms());
        // What the entry itself writes out is compared word by word.
        let written_out = |word: &str| {
            source.lines.iter().any(|line| spelled_out(&line.taken, word, 0).is_some())
        };
        let short = acronyms.filter(|(word, _)| !written_out(word));
        let short: Vec<(String, u64)> = short.map(|(word, stem)| (word.to_owned(), stem)).collect();
        source.acronyms = short;
        source.read_dates();
        source.skills = source.find_skills(entry);
        source
    }

    /// Technologies of the entry, and what they imply; a name in small letters is a word first, and
    /// implies nothing: `spot instances` are not of one cloud.
    fn find_skills(&self, entry: &Entry) -> Vec<SkillId> {
        let mut skills: Vec<SkillId> = Vec::new();
        let mut words: Vec<SkillId> = Vec::new();
        let mut add = |skill: SkillId, written: &str| {
            let name =
                written.bytes().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            let list = if name { &mut skills } else { &mut words };
            list.push(skill);
        };
        for taken in self.lines.iter().map(|line| &line.taken).chain([&self.position]) {
            for found in &taken.skills {
                add(found.skill, found.range.of(&taken.text));
            }
            // A short fragment is a list of names: `Go, PostgreSQL, GCP`.
            for part in taken.text.split([',', '/', '+', '(', ')', ':', ';']).map(str::trim) {
                if let Some(skill) = self.pack.skill_named(part) {
                    add(skill, part);
                }
            }
        }
        for name in &entry.skills {
            if let Some(skill) = self.pack.skill_named(name.trim()) {
                add(skill, name);
            }
        }
        let mut at = 0;
        while at < skills.len() {
            let skill = self.pack.skill(skills[at]);
            for implied in skill.implies.iter().copied().chain(skill.cloud) {
                if !skills.contains(&implied) {
                    skills.push(implied);
                }
            }
            at += 1;
        }
        skills.extend(words);
        skills.sort_unstable();
        skills.dedup();
        skills
    }

    /// Start and end from the printed dates, where they are not given in parts.
    fn read_dates(&mut self) {
        let Some(dates) = &self.dates else { return };
        if self.start.is_some() {
            return;
        }
        let mut found = Vec::new();
        let mut month = None;
        for (at, token) in dates.tokens.iter().enumerate() {
            if let Some(number) = self.pack.month(dates.word(at)) {
                month = Some(number);
            } else if token.kind == TokenKind::Number {
                let year: Option<u16> =
                    dates.word(at).parse().ok().filter(|year| (1900..=2100).contains(year));
                if let Some(year) = year {
                    found.push(
                        month
                            .take()
                            .map_or(PartialDate::year(year), |m| PartialDate::month(year, m)),
                    );
                }
            }
        }
        self.start = found.first().copied();
        self.end = found.get(1).copied();
    }

    /// Whether a technology is one of the entry, or follows from one.
    pub(super) fn has_skill(&self, skill: SkillId) -> bool {
        self.skills.binary_search(&skill).is_ok()
    }

    /// Whether a technology of this kind is in the entry.
    pub(super) fn has_kind(&self, kind: u16) -> bool {
        self.skills.iter().any(|skill| self.lexicon.is_of_kind(self.pack, *skill, kind))
    }

    /// Finds where each word of a rewrite stands, by its stem, its family or a synonym. Once: every
    /// step asks for it.
    pub(super) fn places(&self, rewrite: &Taken<'_>) -> Places {
        let mut places = Places::default();
        for at in 0..rewrite.words.len() {
            let first = places.hits.len();
            if rewrite.kind(at) != Some(TokenKind::Symbol) {
                for (line, source) in self.lines.iter().enumerate() {
                    let tokens = 0..source.taken.words.len();
                    let alike = tokens.filter(|token| same(rewrite, at, &source.taken, *token));
                    places.hits.extend(alike.map(|token| Hit { line, token }));
                }
            }
            places.of.push(first..places.hits.len());
        }
        places
    }

    /// Everywhere in the lines that a word of the rewrite stands.
    pub(super) fn hits<'s>(
        &self,
        rewrite: &'s Taken<'_>,
        at: usize,
    ) -> impl Iterator<Item = Hit> + 's {
        rewrite.places.of(at).iter().copied()
    }

    /// Whether a word stands in line `line`, among `tokens`.
    pub(super) fn stands(
        &self,
        rewrite: &Taken<'_>,
        at: usize,
        line: usize,
        tokens: Range<usize>,
    ) -> bool {
        let hits = rewrite.places.of(at);
        hits.iter().any(|hit| hit.line == line && tokens.contains(&hit.token))
    }

    /// Whether a word stands anywhere in line `line`.
    pub(super) fn in_line(&self, rewrite: &Taken<'_>, at: usize, line: usize) -> bool {
        rewrite.places.of(at).iter().any(|hit| hit.line == line)
    }

    /// Lines that hold the most of `words`, or the first of them; all lines of the body where they
    /// hold none.
    pub(super) fn lines_about(&self, taken: &Taken<'_>, words: &[usize]) -> Vec<usize> {
        let body = || (0..self.lines.len()).filter(|line| self.lines[*line].body);
        let count = |line: usize| words.iter().filter(|at| self.in_line(taken, **at, line)).count();
        let counts: Vec<(usize, usize)> = body().map(|line| (line, count(line))).collect();
        let best = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let first = |line: usize| words.first().is_some_and(|at| self.in_line(taken, *at, line));
        let about = |&(line, count): &(usize, usize)| count == best || count > 0 && first(line);
        counts.into_iter().filter(about).map(|(line, _)| line).collect()
    }

    /// Whether any word of the lines has one of these classes.
    pub(super) fn has_class(&self, class: Class) -> bool {
        self.lines.iter().any(|line| line.taken.words.iter().any(|word| word.info.class.is(class)))
    }
}

/// Whether two words tell the same.
pub(super) fn same(a_of: &Taken<'_>, a: usize, b_of: &Taken<'_>, b: usize) -> bool {
    let (Some(left), Some(right)) = (a_of.words.get(a), b_of.words.get(b)) else { return false };
    if !is_letters(b_of, b) {
        return false;
    }
    if left.stem == right.stem {
        return true;
    }
    if left.info.shares(&right.info) {
        return true;
    }
    let strict = left.info.class.is(Class::STRICT) || right.info.class.is(Class::STRICT);
    if left.family == right.family && !strict {
        return true;
    }
    skill_of(a_of, left).is_some_and(|skill| Some(skill) == skill_of(b_of, right))
}

fn is_letters(taken: &Taken<'_>, at: usize) -> bool {
    taken.kind(at) != Some(TokenKind::Symbol)
}

/// The technology that a word is part of.
pub(super) fn skill_of(taken: &Taken<'_>, word: &Word) -> Option<SkillId> {
    let at = usize::from(word.skill).checked_sub(1)?;
    taken.skills.get(at).map(|found| found.skill)
}
