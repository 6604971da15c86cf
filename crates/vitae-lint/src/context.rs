//! What a rule may look at.

use crate::directive::Directive;
use crate::evidence::Signals;
use crate::waiver::{Waived, Waiver, waived};
use std::cell::OnceCell;
use vitae_document::Document;
use vitae_facts::{Facts, Level, Position};
use vitae_pack::{Market, Pack};
use vitae_resume::{Parsed, PartialDate, Resume};
use vitae_text::{TextRange, Token, tokenize};

/// Everything that a rule may look at.
pub struct Context<'a> {
    /// The resume as it was read.
    pub document: &'a Document,
    /// The resume as data, with sources, sections and leftovers.
    pub parsed: &'a Parsed,
    /// Facts of it.
    pub facts: &'a Facts,
    /// Lexicons.
    pub pack: &'a Pack,
    /// The day that counts as today.
    pub today: PartialDate,
    /// The level that is judged for.
    pub level: Level,
    /// The country that the resume is for; none when nobody said.
    pub market: Option<&'a Market>,
    /// Whether rules speak that are off by default.
    pub optional: bool,
    /// Name of the file without its folder; none for a pipe.
    pub file_name: Option<&'a str>,
    /// What comments of the source tell the checker.
    pub directives: &'a [Directive],
    /// Bullets of which no figures are asked.
    pub waived: Vec<Waived>,
    /// Share of the text that found no place, in percent.
    leftover_share: u32,
    tokens: OnceCell<Vec<Token>>,
    signals: OnceCell<Signals>,
    english: OnceCell<bool>,
    words: OnceCell<usize>,
}

/// What a [`Context`] is made of.
pub struct ContextParts<'a> {
    /// See [`Context::document`].
    pub document: &'a Document,
    /// See [`Context::parsed`].
    pub parsed: &'a Parsed,
    /// See [`Context::facts`].
    pub facts: &'a Facts,
    /// See [`Context::pack`].
    pub pack: &'a Pack,
    /// See [`Context::today`].
    pub today: PartialDate,
    /// The level that was asked for; none to take the claimed one.
    pub level: Option<Level>,
    /// See [`Context::market`].
    pub market: Option<&'a Market>,
    /// See [`Context::optional`].
    pub optional: bool,
    /// See [`Context::file_name`].
    pub file_name: Option<&'a str>,
    /// See [`Context::directives`].
    pub directives: &'a [Directive],
    /// Waivers of the settings.
    pub waivers: &'a [Waiver],
}

impl<'a> Context<'a> {
    /// A context. The level is the one asked for, else the one that the current title claims, else
    /// mid.
    #[must_use]
    pub fn new(parts: ContextParts<'a>) -> Self {
        let text_len: u32 = parts.document.lines.iter().map(|line| line.range.len()).sum();
        let leftover: u32 = parts.parsed.leftovers.iter().map(|left| left.range.len()).sum();
        Self {
            document: parts.document,
            parsed: parts.parsed,
            facts: parts.facts,
            pack: parts.pack,
            today: parts.today,
            level: parts.level.or(parts.facts.claimed).unwrap_or_default(),
            market: parts.market,
            optional: parts.optional,
            file_name: parts.file_name,
            directives: parts.directives,
            waived: waived(&parts.facts.bullets, parts.directives, parts.waivers),
            leftover_share: (leftover.min(text_len) * 100).checked_div(text_len).unwrap_or(0),
            tokens: OnceCell::new(),
            signals: OnceCell::new(),
            english: OnceCell::new(),
            words: OnceCell::new(),
        }
    }

    /// The same resume with other facts, and without waivers.
    pub(crate) fn with_facts<'b>(&'b self, facts: &'b Facts) -> Context<'b> {
        Context {
            document: self.document,
            parsed: self.parsed,
            facts,
            pack: self.pack,
            today: self.today,
            level: self.level,
            market: self.market,
            optional: self.optional,
            file_name: self.file_name,
            directives: &[],
            waived: Vec::new(),
            leftover_share: self.leftover_share,
            tokens: OnceCell::new(),
            signals: OnceCell::new(),
            english: OnceCell::new(),
            words: OnceCell::new(),
        }
    }

    /// The data of the resume.
    #[must_use]
    pub fn resume(&self) -> &'a Resume {
        &self.parsed.resume
    }

    /// The text at `range`.
    #[must_use]
    pub fn text(&self, range: TextRange) -> &'a str {
        range.of(&self.document.text)
    }

    /// Where the person says what they did: the summary and every bullet.
    pub fn statements(&self) -> impl Iterator<Item = TextRange> + '_ {
        let summary = self.facts.summary.iter().map(|summary| summary.range);
        summary.chain(self.facts.bullets.iter().map(|bullet| bullet.range))
    }

    /// The items of the skills section.
    pub fn skill_items(&self) -> impl Iterator<Item = TextRange> + '_ {
        self.facts.skills.listed.iter().map(|(range, _)| *range)
    }

    /// The tokens of the whole text, cut once.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| tokenize(&self.document.text))
    }

    /// The words of the whole text as a reader counts them, counted once.
    #[must_use]
    pub fn words(&self) -> usize {
        *self.words.get_or_init(|| crate::search::word_count(&self.document.text))
    }

    /// The words of evidence in the bullets, found once.
    #[must_use]
    pub fn signals(&self) -> &Signals {
        self.signals.get_or_init(|| Signals::of(self.facts, self.pack))
    }

    /// Whether the resume is written in English, by the language of its headings. Where no heading is
    /// known, by what the file says of itself; else it is.
    #[must_use]
    pub fn english(&self) -> bool {
        *self.english.get_or_init(|| {
            let headings = self.parsed.sections.iter().map(|section| self.text(section.heading));
            let known = headings.filter_map(|heading| self.pack.heading(heading));
            let (mut own, mut other) = (0, 0);
            for heading in known {
                *(if heading.language == "en" { &mut own } else { &mut other }) += 1;
            }
            let said = self.document.metadata.language.as_deref();
            if own + other == 0 {
                said.is_none_or(|code| code.starts_with("en"))
            } else {
                own >= other
            }
        })
    }

    /// The newest role: the first that goes on, else the one printed first.
    #[must_use]
    pub fn newest(&self) -> Option<&'a Position> {
        let positions = &self.facts.positions;
        positions.iter().find(|position| position.current).or(positions.first())
    }

    /// The tokens that lie in `range`; their ranges count in the whole text.
    #[must_use]
    pub fn tokens_in(&self, range: TextRange) -> &[Token] {
        let tokens = self.tokens();
        let first = tokens.partition_point(|token| token.range.start < range.start);
        let last = tokens.partition_point(|token| token.range.end <= range.end);
        tokens.get(first..last).unwrap_or_default()
    }

    /// Where the field at `pointer` stands.
    #[must_use]
    pub fn range(&self, pointer: &str) -> Option<TextRange> {
        self.parsed.sources.range(pointer)
    }

    /// Share of the text that found no place, in percent.
    #[must_use]
    pub fn leftover_share(&self) -> u32 {
        self.leftover_share
    }

    /// How to say that `what` is not there: where much of the text found no place, that it could
    /// not be read, which is all that is known then.
    #[must_use]
    pub fn absent(&self, what: &str) -> String {
        if self.leftover_share > 40 {
            format!(
                "{what} could not be read ({}% of the text found no place)",
                self.leftover_share
            )
        } else {
            format!("no {what} found")
        }
    }
}
