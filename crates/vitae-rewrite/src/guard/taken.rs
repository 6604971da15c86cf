//! A text taken apart: words with their stems and kinds, parts of sentences, figures, technologies.
//! The same for a line of the entry and for a rewrite, so that both can be held side by side.

use super::figure::{Figure, read_figures};
use super::lexicon::{ActKind, Class, Info, Lexicon};
use super::normal::Normal;
use super::source::Places;
use super::stem::keys;
use std::ops::Range;
use vitae_facts::{SkillUse, skills_in};
use vitae_pack::Pack;
use vitae_text::{TextRange, Token, TokenKind};

/// What a slot is while text is taken apart: a symbol that no text holds.
const SLOT: &str = "\u{1a}";

/// Form of a word by its ending.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    /// `-s`: a plural, or what he or she does.
    Plural,
    Past,
    Gerund,
}

/// How a word is tied to an act that is less than doing.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    None,
    /// `helped with …`
    Help,
    /// `planned …`
    Plan,
}

/// What is known of one token.
#[derive(Copy, Clone, Debug)]
pub(super) struct Word {
    pub(super) stem: u64,
    pub(super) family: u64,
    pub(super) info: Info,
    pub(super) form: Form,
    /// A word that is neither grammar nor part of a figure, slot or phrase that began before it.
    pub(super) content: bool,
    pub(super) capital: bool,
    /// It opens a sentence.
    pub(super) opens: bool,
    /// Which sentence or half of one, by full stops and semicolons.
    pub(super) clause: u16,
    /// Which part of it, by commas, `and`, `which` as well.
    pub(super) part: u16,
    /// Index of the technology it names, from 1; 0 is none.
    pub(super) skill: u16,
    pub(super) slot: bool,
    /// It goes on with a phrase that began before it.
    pub(super) tail: bool,
    pub(super) figure: bool,
    pub(super) negated: bool,
    pub(super) tie: Tie,
}

/// A text taken apart.
pub(super) struct Taken<'a> {
    pub(super) normal: Normal<'a>,
    /// The plain text with slots blanked.
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
    pub(super) words: Vec<Word>,
    pub(super) figures: Vec<Figure>,
    pub(super) skills: Vec<SkillUse>,
    /// Of a rewrite: where its words stand in the entry.
    pub(super) places: Places,
}

impl<'a> Taken<'a> {
    /// Takes a line of an entry apart.
    pub(super) fn line(pack: &Pack, lexicon: &Lexicon, text: &'a str) -> Self {
        let normal = Normal::new(text);
        let text = normal.text.clone().into_owned();
        Self::new(pack, lexicon, normal, text, &[])
    }

    /// Takes a rewrite apart: its slots are open, and acronyms of the entry may be written out.
    pub(super) fn rewrite(
        pack: &Pack,
        lexicon: &Lexicon,
        text: &'a str,
        acronyms: &[(String, u64)],
    ) -> Self {
        let normal = Normal::new(text);
        let text = blank(&normal);
        Self::new(pack, lexicon, normal, text, acronyms)
    }

    fn new(
        pack: &Pack,
        lexicon: &Lexicon,
        normal: Normal<'a>,
        text: String,
        acronyms: &[(String, u64)],
    ) -> Self {
        let (tokens, skills) = skills_in(&text, pack);
        let words = words(lexicon, &text, &tokens);
        let figures = Vec::new();
        let mut taken =
            Self { normal, text, tokens, words, figures, skills, places: Places::default() };
        taken.mark_phrases(lexicon);
        taken.mark_acronyms(lexicon, acronyms);
        taken.mark_skills();
        taken.figures = read_figures(&taken, lexicon);
        taken.mark_figures();
        taken.mark_negation();
        taken.mark_ties(lexicon);
        taken
    }

    /// Token `at` as written.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.range.of(&self.text))
    }

    /// Whether token `at` is `word` in any case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether token `at` is one of `words` in any case.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.iter().any(|other| word.eq_ignore_ascii_case(other))
    }

    /// Whether token `at` has no white space before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// What kind of token `at` is.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Tokens `first..end` as bytes of the text that was given.
    pub(super) fn range(&self, first: usize, end: usize) -> TextRange {
        let last = end.saturating_sub(1).max(first);
        let range = match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(first), Some(last)) => first.range.cover(last.range),
            _ => TextRange::default(),
        };
        self.normal.original(range)
    }

    /// Bytes of the plain text that tokens `first..end` take.
    pub(super) fn written(&self, first: usize, end: usize) -> &str {
        let last = end.saturating_sub(1).max(first);
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(first), Some(last)) => first.range.cover(last.range).of(&self.text),
            _ => "",
        }
    }

    /// Indices of the content words among `tokens`.
    pub(super) fn content(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        tokens.filter(|at| self.words.get(*at).is_some_and(|word| word.content))
    }

    /// The tokens of the same part as `at`.
    pub(super) fn part(&self, at: usize) -> Range<usize> {
        self.span(at, |word| word.part)
    }

    /// The tokens of the same clause as `at`.
    pub(super) fn clause(&self, at: usize) -> Range<usize> {
        self.span(at, |word| word.clause)
    }

    fn span(&self, at: usize, of: impl Fn(&Word) -> u16) -> Range<usize> {
        let Some(own) = self.words.get(at).map(&of) else { return 0..0 };
        let first =
            self.words[..at].iter().rposition(|word| of(word) != own).map_or(0, |at| at + 1);
        let end = self.words[at..].iter().position(|word| of(word) != own);
        first..end.map_or(self.words.len(), |end| at + end)
    }

    /// Whether token `at` tells an act here: a word of an act that is no noun.
    pub(super) fn is_verb(&self, lexicon: &Lexicon, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| word.content) else { return false };
        let possessive = ["'s", "\u{2019}s"].iter().any(|tail| self.word(at).ends_with(tail));
        if lexicon.acts(&word.info).next().is_none() || word.skill != 0 || possessive {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return true };
        if self.is_any(
            before,
            &["to", "and", "then", "also", "i", "we", "who", "which", "that", "will"],
        ) {
            return true;
        }
        let noun_before = self.is_any(
            before,
            &[
                "a", "an", "the", "of", "its", "their", "our", "my", "in", "on", "for", "with",
                "at", "per",
            ],
        );
        if word.form == Form::Gerund {
            return !noun_before || self.is_any(before, &["of", "in", "for", "with"]);
        }
        let hyphen = self.is(before, "-") || self.is(at + 1, "-") && self.glued(at + 1);
        if noun_before || hyphen {
            return false;
        }
        let starts = self.kind(before) == Some(TokenKind::Symbol) && !self.is(before, "%");
        // `deployments went`, `the service serves`; but `design doc`, `route import`.
        let finite = match word.form {
            Form::Past => true,
            Form::Plural => self.words[before].form != Form::Plural && self.next_is_object(at),
            Form::Base => self.words[before].form == Form::Plural,
            Form::Gerund => false,
        };
        starts || finite
    }

    /// What follows can be the object of a verb.
    fn next_is_object(&self, at: usize) -> bool {
        let next = self.words.get(at + 1);
        next.is_some_and(|word| word.content || word.figure || word.slot)
            || self
                .is_any(at + 1, &["the", "a", "an", "its", "their", "all", "over", "about", "up"])
    }

    /// Words that stand for one word together become it.
    fn mark_phrases(&mut self, lexicon: &Lexicon) {
        let mut at = 0;
        while at < self.tokens.len() {
            let Some(found) = lexicon.phrase(&self.tokens[at..]) else {
                at += 1;
                continue;
            };
            let end = at + found.tokens;
            self.stand_for(at..end, found.value, lexicon);
            at = end;
        }
    }

    /// Makes `tokens` one word with this stem.
    fn stand_for(&mut self, tokens: Range<usize>, (stem, family): (u64, u64), lexicon: &Lexicon) {
        let (first, rest) = (tokens.start, tokens.start + 1..tokens.end);
        let word = &mut self.words[first];
        (word.stem, word.family, word.info) = (stem, family, lexicon.info(stem));
        word.content = true;
        for word in &mut self.words[rest] {
            (word.content, word.tail) = (false, true);
        }
    }

    /// Words whose first letters are one of `acronyms` (with its stem) become it: `over-the-air` for
    /// `OTA`.
    fn mark_acronyms(&mut self, lexicon: &Lexicon, acronyms: &[(String, u64)]) {
        for (acronym, stem) in acronyms {
            let mut at = 0;
            while let Some(tokens) = spelled_out(self, acronym, at) {
                at = tokens.end;
                self.stand_for(tokens, (*stem, *stem), lexicon);
            }
        }
    }

    /// Acronyms of the text with their stems.
    pub(super) fn acronyms(&self) -> impl Iterator<Item = (&str, u64)> + '_ {
        let acronym = |at: &usize| {
            let word = self.word(*at);
            (2..=6).contains(&word.len())
                && word.bytes().filter(u8::is_ascii_uppercase).count() >= 2
        };
        (0..self.tokens.len()).filter(acronym).map(|at| (self.word(at), self.words[at].stem))
    }

    fn mark_skills(&mut self) {
        let mut token = 0;
        for (skill, number) in self.skills.iter().zip(1..) {
            while self.tokens.get(token).is_some_and(|t| t.range.end <= skill.range.start) {
                token += 1;
            }
            let mut at = token;
            while self.tokens.get(at).is_some_and(|t| t.range.start < skill.range.end) {
                self.words[at].skill = number;
                at += 1;
            }
        }
    }

    fn mark_figures(&mut self) {
        for figure in &self.figures {
            for at in (figure.first..figure.end).chain(figure.period.clone()) {
                if let Some(word) = self.words.get_mut(at) {
                    (word.content, word.figure) = (false, true);
                }
            }
        }
    }

    /// `no`, `not`, `without` turn the words that follow them in their part; twice is yes again.
    fn mark_negation(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            // `no-shows` is a word.
            let joined = self.is(at + 1, "-") && self.glued(at + 1);
            let negates = self.words[at].info.class.is(Class::NEGATION) && !joined;
            if negates {
                let part = self.words[at].part;
                let after = self.words[at + 1..].iter_mut().take(8);
                after
                    .take_while(|word| word.part == part)
                    .for_each(|word| word.negated = !word.negated);
            }
            at += 1;
        }
    }

    /// What stands behind `helped` or `planned` in a clause is helped with or planned, not done.
    fn mark_ties(&mut self, lexicon: &Lexicon) {
        let mut tie = (0, Tie::None);
        for at in 0..self.words.len() {
            let word = &self.words[at];
            if word.clause != tie.0 {
                tie = (word.clause, Tie::None);
            }
            let info = word.info;
            let leads = self.leads_part(at);
            if word.content && word.skill == 0 && leads {
                if lexicon.is_act(&info, ActKind::Help) {
                    tie.1 = self.help_tie(at);
                } else if lexicon.is_act(&info, ActKind::Plan) {
                    tie.1 = Tie::Plan;
                } else if lexicon.acts(&info).next().is_some()
                    && at > 0
                    && !self.is(at - 1, "to")
                    && word.form != Form::Gerund
                {
                    // A new act of its own: `Helped with x and built y`.
                    tie.1 = Tie::None;
                }
            }
            self.words[at].tie = tie.1;
        }
        self.mark_trailing_help(lexicon);
    }

    /// `evidence collection (helped)`: the share is told behind what was done.
    fn mark_trailing_help(&mut self, lexicon: &Lexicon) {
        for at in 1..self.words.len() {
            let helps =
                self.words[at].content && lexicon.is_act(&self.words[at].info, ActKind::Help);
            if !helps || !self.leads_part(at) || self.content(self.part(at)).count() != 1 {
                continue;
            }
            let clause = self.clause(at);
            for word in &mut self.words[clause] {
                word.tie = Tie::Help;
            }
        }
    }

    /// `Supports 14 formats` is what a system does, `Supported the launch` what a person does.
    fn help_tie(&self, at: usize) -> Tie {
        let system = self.words[at].form == Form::Plural || at > 0 && self.is(at - 1, "that");
        if system { Tie::None } else { Tie::Help }
    }

    /// Token `at` is the first content word of its part.
    fn leads_part(&self, at: usize) -> bool {
        let part = self.words[at].part;
        let before = self.words[..at].iter().rev().take_while(|word| word.part == part);
        before.filter(|word| word.content || word.figure).count() == 0
    }
}

/// Words of `taken`, from token `from` on, whose first letters are `acronym`; small words between them
/// count or not.
pub(super) fn spelled_out(taken: &Taken<'_>, acronym: &str, from: usize) -> Option<Range<usize>> {
    let letters =
        || acronym.bytes().filter(u8::is_ascii_uppercase).map(|byte| byte.to_ascii_lowercase());
    let starts = |at: usize, letter: Option<u8>| {
        let word = taken.word(at);
        let first = word.bytes().next().map(|byte| byte.to_ascii_lowercase());
        first.is_some()
            && first == letter
            && word.len() > 1
            && taken.kind(at) == Some(TokenKind::Word)
    };
    (from..taken.tokens.len()).find_map(|start| {
        let mut wanted = letters();
        let mut letter = wanted.next();
        if !starts(start, letter) || taken.is(start, acronym) {
            return None;
        }
        for at in start..taken.tokens.len() {
            if starts(at, letter) {
                letter = wanted.next();
                if letter.is_none() {
                    return (at > start).then_some(start..at + 1);
                }
            } else if !taken.is_any(at, &["of", "the", "and", "for", "in", "-", ",", "a"]) {
                return None;
            }
        }
        None
    })
}

/// The plain text with each slot as one symbol and blanks, so that offsets stay.
fn blank(normal: &Normal<'_>) -> String {
    let mut text = normal.text.clone().into_owned().replace(SLOT, " ");
    for slot in &normal.slots {
        let len = slot.len() as usize;
        let mut symbol = String::with_capacity(len);
        symbol.push_str(SLOT);
        symbol.extend(std::iter::repeat_n(' ', len - 1));
        text.replace_range(slot.std(), &symbol);
    }
    text
}

fn words(lexicon: &Lexicon, text: &str, tokens: &[Token]) -> Vec<Word> {
    let (mut clause, mut part) = (0u16, 0u16);
    let mut words = Vec::with_capacity(tokens.len());
    let mut opens = true;
    for (at, token) in tokens.iter().enumerate() {
        let written = token.range.of(text);
        let next_glued = tokens.get(at + 1).is_some_and(|next| next.glued);
        let symbol = token.kind == TokenKind::Symbol;
        let inner = token.glued && next_glued;
        let ends = symbol && matches!(written, "." | ";" | "!" | "?" | "\u{2022}") && !inner;
        let parts = ends
            || symbol
                && matches!(written, "," | ":" | "(" | ")" | "\u{2013}" | "\u{2014}")
                && !inner
            || symbol && written == "-" && !token.glued && !next_glued
            || is_divider(written);
        if ends {
            clause = clause.saturating_add(1);
        }
        if parts {
            part = part.saturating_add(1);
        }
        words.push(word(lexicon, written, token, (clause, part), opens));
        opens = ends || symbol && matches!(written, ":" | "\"" | "(" | "/") || opens && symbol;
    }
    words
}

/// Words that part a sentence.
fn is_divider(word: &str) -> bool {
    const DIVIDERS: [&str; 14] = [
        "and", "which", "who", "whose", "while", "so", "but", "then", "because", "where", "when",
        "after", "before", "that",
    ];
    DIVIDERS.iter().any(|other| word.eq_ignore_ascii_case(other))
}

fn word(lexicon: &Lexicon, written: &str, token: &Token, at: (u16, u16), opens: bool) -> Word {
    let letters = token.kind != TokenKind::Symbol;
    let function = token.kind == TokenKind::Word && lexicon.is_function(token.key);
    let irregular = lexicon.irregular(token.key);
    let (stem, family) = match irregular {
        Some(stem) => (stem, stem),
        None if token.kind == TokenKind::Word => keys(written),
        None => (token.key, token.key),
    };
    Word {
        stem,
        family,
        info: if letters { lexicon.info(stem) } else { Info::default() },
        form: form(written, irregular.is_some()),
        content: letters && !function,
        capital: written.chars().next().is_some_and(char::is_uppercase),
        opens,
        clause: at.0,
        part: at.1,
        skill: 0,
        slot: written == SLOT,
        tail: false,
        figure: false,
        negated: false,
        tie: Tie::None,
    }
}

fn form(written: &str, irregular: bool) -> Form {
    let ends = |tail: &str| {
        written.len() > tail.len() + 1
            && written
                .get(written.len() - tail.len()..)
                .is_some_and(|end| end.eq_ignore_ascii_case(tail))
    };
    if ends("ing") {
        Form::Gerund
    } else if ends("ed") {
        Form::Past
    } else if ends("s") && !ends("ss") && !ends("us") && !ends("is") {
        Form::Plural
    } else if irregular
        || ["cut", "set", "put", "led", "hit", "split"]
            .iter()
            .any(|w| written.eq_ignore_ascii_case(w))
    {
        Form::Past
    } else {
        Form::Base
    }
}
