//! What the author tells the checker in a comment of the source: `vitae: allow EXP004 reason` and
//! `vitae: no-figures reason`. Document and source go in, directives with the text they are about come
//! out. A comment behind text is about that text; one on a line of its own about what follows.

use crate::{Finding, find};
use vitae_document::{Document, Format, Line, Place};
use vitae_text::TextRange;

/// At most this many comments are read of one file.
const MOST: usize = 500;

/// One directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Line of the comment in the source, from 1.
    pub line: u32,
    /// The bullet, paragraph or line it is about; none at the end of a file.
    pub target: Option<TextRange>,
    /// What it asks for.
    pub ask: Ask,
    /// Why; may be empty.
    pub reason: String,
}

/// What a directive asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Findings of the rule of this code or name are not shown.
    Allow(String),
    /// No figures are asked of the bullet, and none counted.
    NoFigures,
    /// Something that is not known.
    Unknown(String),
}

impl Directive {
    /// Whether it hides this finding: of its rule, and in its text or about the whole resume.
    #[must_use]
    pub fn hides(&self, finding: &Finding) -> bool {
        let Ask::Allow(rule) = &self.ask else { return false };
        (finding.range.is_empty() || self.is_about(finding.range))
            && find(rule).is_some_and(|rule| rule.code == finding.rule.code)
    }

    /// Whether it is about the text where `range` begins.
    #[must_use]
    pub fn is_about(&self, range: TextRange) -> bool {
        self.target.is_some_and(|at| at.start <= range.start && range.start < at.end)
    }
}

/// The directives in the comments of a file whose text is `source`.
#[must_use]
pub fn directives(document: &Document, source: &str) -> Vec<Directive> {
    let (open, close) = match document.format {
        Format::Markdown | Format::Html => ("<!--", "-->"),
        Format::Yaml | Format::RenderCv => ("#", "\n"),
        Format::Latex => ("%", "\n"),
        _ => return Vec::new(),
    };
    let mut found = Vec::new();
    let mut from = 0;
    let mut looked_at = 0;
    while let Some(at) = source[from..].find("vitae:").map(|at| from + at) {
        from = at + "vitae:".len();
        let before = source[..at].trim_end_matches([' ', '\t']);
        let Some(start) = before.strip_suffix(open).map(str::len) else { continue };
        looked_at += 1;
        if looked_at > MOST {
            break;
        }
        let end = source[from..].find(close).map_or(source.len(), |end| from + end);
        let words = source[from..end].trim();
        if is_text(document, start) {
            continue;
        }
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let alone = source[line_start..start].trim().is_empty();
        let target = if alone { after(document, end) } else { behind(document, start) };
        let line = source[..start].matches('\n').count() as u32 + 1;
        let (verb, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        for (ask, reason) in asks(verb, rest.trim()) {
            found.push(Directive { line, target, ask, reason });
        }
    }
    found
}

/// `EXP004, LNG007 house style` names two rules and a reason.
fn asks(verb: &str, rest: &str) -> Vec<(Ask, String)> {
    match verb {
        "no-figures" => vec![(Ask::NoFigures, rest.to_owned())],
        "allow" => {
            let mut rules = Vec::new();
            let mut rest = rest;
            loop {
                let word = rest.split(|ch: char| ch.is_whitespace() || ch == ',').next();
                let word = word.unwrap_or_default();
                rules.push(word);
                let next = rest[word.len()..].trim_start();
                let Some(next) = next.strip_prefix(',') else {
                    rest = next;
                    break;
                };
                rest = next.trim_start();
            }
            let ask = |rule: &str| (Ask::Allow(rule.to_owned()), rest.to_owned());
            rules.into_iter().map(ask).collect()
        }
        other => vec![(Ask::Unknown(other.to_owned()), String::new())],
    }
}

/// Whether the bytes at `at` of the source are shown as text, and so are no comment.
fn is_text(document: &Document, at: usize) -> bool {
    document.origins.iter().any(|origin| match &origin.place {
        Place::Source(place) => {
            let (start, end) = (place.start as usize, place.end as usize);
            start <= at && at < end && place.len() == origin.text.len()
        }
        _ => false,
    })
}

/// Pieces of the text with where each begins and ends in the source.
fn pieces(document: &Document) -> impl Iterator<Item = (TextRange, TextRange)> {
    document.origins.iter().filter_map(|origin| match &origin.place {
        Place::Source(place) if !origin.text.is_empty() => Some((*place, origin.text)),
        _ => None,
    })
}

/// The block that begins next after byte `at` of the source.
fn after(document: &Document, at: usize) -> Option<TextRange> {
    let later = pieces(document).filter(|(place, _)| place.start as usize >= at);
    let (_, text) = later.min_by_key(|(place, _)| place.start)?;
    block(document, text.start)
}

/// The block that ends last before byte `at` of the source.
fn behind(document: &Document, at: usize) -> Option<TextRange> {
    let earlier = pieces(document).filter(|(place, _)| place.end as usize <= at);
    let (_, text) = earlier.max_by_key(|(place, _)| place.end)?;
    block(document, text.start)
}

/// The line at `offset` with the lines that it wraps over.
fn block(document: &Document, offset: u32) -> Option<TextRange> {
    let at = document.line_at(offset)?;
    let lines = &document.lines;
    let first = (0..=at).rev().find(|index| lines[*index].opens_block).unwrap_or(at);
    let more = lines[first + 1..].iter().take_while(|line| !line.opens_block);
    let end = more.last().map_or(lines[first].range.end, |line: &Line| line.range.end);
    Some(TextRange::new(lines[first].range.start, end))
}
