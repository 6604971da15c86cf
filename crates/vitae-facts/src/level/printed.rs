//! The lines of a resume whose roles could not be read. The printed lines themselves come in; those
//! that tell of software work go out, with the level that the titles claim and their months.

use super::career::{Span, Trade, printed_span, trade, year};
use super::judge::Line;
use super::lines::{LONG_AGO, tells_of_past};
use super::reading::read_line;
use super::{Level, claimed_level};
use vitae_document::{Document, leading_bullet};
use vitae_pack::{Pack, SectionKind};
use vitae_resume::YearMonth;
use vitae_text::{TextRange, Token, TokenKind, fold_key, tokenize_into};

/// What the printed lines tell.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    /// Lines that tell of work.
    pub(crate) lines: Vec<Line>,
    /// The level that the first title claims.
    pub(crate) claimed: Option<Level>,
    /// The stretches of software roles.
    pub(crate) spans: Vec<Span>,
}

/// What the lines under a heading are.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Under {
    /// The lines before any heading.
    Top,
    /// Work on software.
    Work,
    /// Anything else: schooling, skills, other trades.
    Other,
}

/// So many words, and a line tells something; a title has no more than these.
const FEWEST_WORDS: usize = 5;
const LONGEST_TITLE: usize = 18;

/// Reads the printed lines of `document`. Where hardly any line is left once schooling and the like
/// are taken away, what was taken for a heading was none, and all lines count.
pub(crate) fn read_printed(document: &Document, pack: &Pack, today: YearMonth) -> Printed {
    const FEWEST: usize = 3;
    let strict = read(document, pack, today, false);
    if strict.lines.len() >= FEWEST { strict } else { read(document, pack, today, true) }
}

fn read(document: &Document, pack: &Pack, today: YearMonth, all: bool) -> Printed {
    let mut reader = Reader {
        pack,
        today,
        all,
        printed: Printed::default(),
        under: Under::Top,
        undecided: None,
    };
    let mut tokens = Vec::new();
    for block in blocks(document) {
        let range = bare(block, &document.text);
        let text = range.of(&document.text);
        tokenize_into(text, &mut tokens);
        let marked = range.start > block.start;
        reader.block(range, text, &tokens, marked);
    }
    reader.printed
}

struct Reader<'a> {
    pack: &'a Pack,
    today: YearMonth,
    /// Headings take nothing away.
    all: bool,
    printed: Printed,
    under: Under,
    /// Dates of a line without a title, which the next line may name.
    undecided: Option<Span>,
}

impl Reader<'_> {
    fn block(&mut self, range: TextRange, text: &str, tokens: &[Token], marked: bool) {
        let words = tokens.iter().filter(|token| token.kind != TokenKind::Symbol).count();
        let heading = if tokens.len() > 8 { None } else { self.pack.heading_of(tokens) };
        if let Some(heading) = heading {
            self.under = under(heading.kind);
            return;
        }
        if words <= LONGEST_TITLE && self.title(text, tokens, marked) {
            return;
        }
        let under_work = self.all || self.under != Under::Other;
        let told = under_work && words >= FEWEST_WORDS && !is_aside(text, tokens);
        if !told || self.is_labelled(text) {
            return;
        }
        let weight = if tells_of_past(tokens, text) { LONG_AGO } else { 100 };
        let reading = read_line(text, tokens, self.pack);
        let fingerprint = fold_key(text);
        self.printed.lines.push(Line { range, weight, first_steps: false, fingerprint, reading });
    }

    /// Takes a line that names a role; whether it was one.
    fn title(&mut self, text: &str, tokens: &[Token], marked: bool) -> bool {
        let span = if tokens.iter().any(|token| year(text, token).is_some()) {
            printed_span(text, tokens, self.pack, self.today)
        } else {
            None
        };
        let trade = trade(text, tokens, self.pack);
        let sentence = marked && span.is_none();
        if sentence || trade == Trade::Unknown || self.under == Under::Other && span.is_none() {
            self.undecided = span.filter(|_| trade == Trade::Unknown && !marked);
            return false;
        }
        let span = span.or(self.undecided.take());
        self.under = if trade == Trade::Other { Under::Other } else { Under::Work };
        if trade == Trade::Software {
            if self.printed.claimed.is_none() && self.printed.lines.is_empty() {
                self.printed.claimed = claimed_level(text, self.pack);
            }
            self.printed.spans.extend(span);
        }
        true
    }

    /// `Education: …` on one line.
    fn is_labelled(&self, text: &str) -> bool {
        let label = text.split_once(':').map(|(label, _)| label).filter(|label| label.len() < 30);
        label
            .and_then(|label| self.pack.heading(label))
            .is_some_and(|heading| under(heading.kind) == Under::Other)
    }
}

fn under(kind: SectionKind) -> Under {
    match kind {
        SectionKind::Work | SectionKind::Summary => Under::Work,
        _ => Under::Other,
    }
}

/// The lines, each with those that continue it.
fn blocks(document: &Document) -> Vec<TextRange> {
    let mut blocks: Vec<TextRange> = Vec::new();
    for line in &document.lines {
        let text = line.range.of(&document.text);
        let continues = !line.opens_block || text.trim_start().starts_with(char::is_lowercase);
        match blocks.last_mut() {
            Some(last) if continues && leading_bullet(text).is_none() => {
                *last = last.cover(line.range);
            }
            _ => blocks.push(line.range),
        }
    }
    blocks
}

/// A block without the marks before its first word and behind its last.
fn bare(block: TextRange, document: &str) -> TextRange {
    let text = block.of(document);
    let start = text.find(char::is_alphanumeric).unwrap_or(0);
    let kept = text.trim_end_matches(|ch: char| !ch.is_alphanumeric()).len();
    let at = block.start as usize;
    TextRange::at(at + start, at + kept.max(start))
}

/// Contact data, or a list of names without a verb.
fn is_aside(text: &str, tokens: &[Token]) -> bool {
    let commas = text.bytes().filter(|byte| *byte == b',').count();
    text.contains('@') || commas * 3 >= tokens.len() && tokens.len() < 40
}
