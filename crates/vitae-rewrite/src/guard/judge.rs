//! One rewrite against one entry: each claim in turn, what is not carried becomes a reason. The
//! order of the steps matters: what one step explains, the next ones leave alone.

use super::entry::Entry;
use super::figure::{Kind, MOST};
use super::lexicon::Class;
use super::numbers::Numbers;
use super::source::Source;
use super::taken::{Taken, spelled_out};
use super::verdict::{Reason, Verdict, What};
use std::ops::Range;
use vitae_text::TextRange;

/// A rewrite while it is judged.
pub(super) struct Judge<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    pub(super) others: &'s [Entry],
    pub(super) rewrite: Taken<'a>,
    /// Tokens that a step has dealt with.
    pub(super) done: Vec<bool>,
    pub(super) reasons: Vec<Reason>,
}

impl<'s, 'a> Judge<'s, 'a> {
    pub(super) fn new(source: &'s Source<'a>, others: &'s [Entry], text: &'a str) -> Self {
        let mut rewrite = Taken::rewrite(source.pack, source.lexicon, text, &source.acronyms);
        rewrite.places = source.places(&rewrite);
        let done = vec![false; rewrite.tokens.len()];
        Self { source, others, rewrite, done, reasons: Vec::new() }
    }

    /// Every claim that is not carried. What stands in the entry word for word is carried whole;
    /// orders to a reader are none of its facts even then.
    pub(super) fn judge(mut self, verbatim: bool) -> Verdict {
        self.orders();
        if verbatim {
            return Verdict { reasons: self.reasons };
        }
        self.names();
        self.figures();
        self.technologies();
        self.words();
        self.acts();
        self.links();
        self.reasons.sort_by_key(|reason| (reason.range.start, reason.range.end, reason.what));
        self.reasons
            .dedup_by(|later, first| later.range == first.range && later.what == first.what);
        Verdict { reasons: self.reasons }
    }

    /// Orders to a reader, and characters that hide text.
    fn orders(&mut self) {
        if let Some(hidden) = self.rewrite.normal.hidden {
            let message = "characters that turn or hide text stand here; write it without them";
            self.reasons.push(Reason {
                what: What::Instruction,
                range: hidden,
                message: message.to_owned(),
            });
        }
        for at in 0..self.rewrite.tokens.len() {
            if let Some(tokens) = self.source.lexicon.order(&self.rewrite.tokens[at..]) {
                self.reject(What::Instruction, at..at + tokens, |words| {
                    format!("`{words}` speaks to the reader and tells nothing that was done; leave it out")
                });
            }
        }
    }

    fn figures(&mut self) {
        let figures = self.rewrite.figures.clone();
        if let Some(last) = figures.get(MOST - 1) {
            let end = self.rewrite.tokens.len();
            self.reject(What::Instruction, last.first..end, |_| {
                format!("rewrite has more figures than are read (limit {MOST})")
            });
        }
        for figure in &figures {
            if self.done.get(figure.first).copied().unwrap_or(false) || figure.kind == Kind::Year {
                continue;
            }
            let numbers = Numbers { source: self.source, rewrite: &self.rewrite };
            let missing = numbers.missing(figure);
            self.finish(figure.first..figure.end);
            let Some(missing) = missing else { continue };
            let end = figure.noun.end.max(figure.end);
            let end = if missing.what == What::Metric { end } else { figure.end };
            let elsewhere = self.elsewhere(figure.first..figure.end);
            self.reject(missing.what, figure.first..end, |words| {
                figure_message(missing.what, words, missing.says.as_deref(), elsewhere.as_deref())
            });
        }
    }

    /// Technologies by name, by their kind, by their initials.
    fn technologies(&mut self) {
        for at in 0..self.rewrite.skills.len() {
            let found = self.rewrite.skills[at];
            let tokens = self.tokens_of(found.range);
            if self.done[tokens.clone()].iter().any(|done| *done) {
                continue;
            }
            let skill = self.source.pack.skill(found.skill);
            if self.source.has_skill(found.skill) {
                if skill.technology {
                    self.finish(tokens);
                }
            } else if skill.technology && self.stands_in_parts(tokens.clone()) {
                self.finish(tokens);
            } else if skill.technology
                && !self.stands_as_written(tokens.clone())
                && !self.is_plain_noun(tokens.clone())
            {
                let elsewhere = self.elsewhere(tokens.clone());
                self.reject(What::Technology, tokens, |words| match elsewhere {
                    Some(place) => format!("`{words}` is named at {place}, not in this entry; leave it out"),
                    None => format!("`{words}` is not named in this entry; keep to the technologies that it names"),
                });
            }
        }
        let mut at = 0;
        while at < self.rewrite.tokens.len() {
            match self.source.lexicon.kind(&self.rewrite.tokens[at..]) {
                Some(found) if self.source.has_kind(found.value) => {
                    self.finish(at..at + found.tokens);
                    at += found.tokens;
                }
                _ => at += 1,
            }
        }
        self.initials();
    }

    /// A name in small letters whose words the entry has: `spot instances` of `moved to spot`.
    fn is_plain_noun(&self, tokens: Range<usize>) -> bool {
        let small = !self.rewrite.words[tokens.clone()].iter().any(|word| word.capital);
        let first = tokens.start;
        small && tokens.clone().count() > 1 && self.carried(first) && { tokens }.all(|at| {
            let class = self.rewrite.words[at].info.class;
            !self.rewrite.words[at].content
                || class.is(Class::HEAD.and(Class::NEUTRAL))
                || self.carried(at)
        })
    }

    /// `GitLab CI` of `CI (GitLab)`, and what an acronym of the entry stands for.
    fn stands_in_parts(&self, tokens: Range<usize>) -> bool {
        let stem = self.rewrite.words[tokens.start].stem;
        if self.source.acronyms.iter().any(|(_, acronym)| *acronym == stem) {
            return true;
        }
        let initials: String = { tokens.clone() }
            .filter_map(|at| self.rewrite.word(at).chars().next())
            .flat_map(char::to_uppercase)
            .collect();
        let wanted = &self.rewrite.tokens[tokens];
        let short = wanted.len() > 1
            && self.source.lines.iter().any(|line| {
                (0..line.taken.tokens.len()).any(|own| line.taken.word(own) == initials)
            });
        short
            || wanted.len() > 1
                && self.source.lines.iter().any(|line| {
                    let has = |key: u64| line.taken.tokens.iter().any(|token| token.key == key);
                    wanted.iter().all(|token| has(token.key))
                })
    }

    /// Acronyms of words that the entry writes out.
    fn initials(&mut self) {
        for at in 0..self.rewrite.tokens.len() {
            let word = self.rewrite.word(at);
            let acronym =
                (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
            let spelled = acronym
                && !self.done[at]
                && self.source.lines.iter().any(|line| spelled_out(&line.taken, word, 0).is_some());
            if spelled {
                self.finish(at..at + 1);
            }
        }
    }

    // --- for all steps ---

    /// Rejects tokens, with a message made of their words.
    pub(super) fn reject(
        &mut self,
        what: What,
        tokens: Range<usize>,
        message: impl FnOnce(&str) -> String,
    ) {
        let words = self.rewrite.written(tokens.start, tokens.end).trim().to_owned();
        let range = self.rewrite.range(tokens.start, tokens.end);
        self.finish(tokens);
        self.reasons.push(Reason { what, range, message: message(&words) });
    }

    /// Marks tokens as dealt with.
    pub(super) fn finish(&mut self, tokens: Range<usize>) {
        let len = self.done.len();
        for done in &mut self.done[tokens.start.min(len)..tokens.end.min(len)] {
            *done = true;
        }
    }

    fn tokens_of(&self, range: TextRange) -> Range<usize> {
        let tokens = &self.rewrite.tokens;
        let first = tokens.partition_point(|token| token.range.end <= range.start);
        let end = tokens.partition_point(|token| token.range.start < range.end);
        first..end.max(first)
    }

    /// Whether the words stand in a line of the entry as they are, side by side.
    pub(super) fn stands_as_written(&self, tokens: Range<usize>) -> bool {
        let wanted = &self.rewrite.tokens[tokens];
        let texts = self.source.lines.iter().map(|line| &line.taken);
        texts.chain([&self.source.position, &self.source.name]).any(|taken| {
            taken.tokens.windows(wanted.len().max(1)).any(|window| {
                window.iter().zip(wanted).all(|(theirs, ours)| theirs.key == ours.key)
            })
        })
    }

    /// The employer of another entry that holds these words.
    pub(super) fn elsewhere(&self, tokens: Range<usize>) -> Option<String> {
        let words = self.rewrite.written(tokens.start, tokens.end).to_lowercase();
        let holds = |text: &String| text.to_lowercase().contains(&words);
        let other = self.others.iter().find(|other| {
            other.highlights.iter().chain(&other.skills).any(holds)
                || holds(&other.name)
                || holds(&other.summary)
                || holds(&other.position)
        })?;
        (words.len() > 1).then(|| format!("`{}`", other.name))
    }

    /// Whether a slot stands in the same part as `at`.
    pub(super) fn beside_slot(&self, at: usize) -> bool {
        let part = self.rewrite.part(at);
        self.rewrite.words[part].iter().any(|word| word.slot)
    }

    /// Whether the word at `at` is one of a class.
    pub(super) fn is_class(&self, at: usize, class: Class) -> bool {
        self.rewrite.words[at].info.class.is(class)
    }
}

fn figure_message(what: What, words: &str, says: Option<&str>, elsewhere: Option<&str>) -> String {
    let fix = "keep the figure of the entry, or leave a slot such as `[number]`";
    match (what, says, elsewhere) {
        (What::Metric, Some(says), _) => {
            format!("`{words}` is not what this figure is of; the entry says `{says}`")
        }
        (What::Unit, Some(says), _) => {
            format!("`{words}` has another unit or period; the entry says `{says}`")
        }
        (What::Magnitude, Some(says), _) => {
            format!("`{words}` has another size; the entry says `{says}`")
        }
        (_, _, Some(place)) => format!("`{words}` stands at {place}, not in this entry; {fix}"),
        (_, Some(says), _) => {
            format!("`{words}` does not follow from the entry, which says `{says}`; {fix}")
        }
        (_, None, _) => format!("`{words}` is not in the entry and does not follow from it; {fix}"),
    }
}
