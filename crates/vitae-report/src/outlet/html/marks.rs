//! The words of a block with the places of findings marked: a block and marks come in, HTML goes out.
//! Marks may overlap; each stretch of text stands once.

use super::Numbered;
use super::blocks::Block;
use crate::outlet::escape::{escape, escape_cut};
use vitae_lint::Severity;
use vitae_text::TextRange;

/// At most this many characters of one line are set.
const LONGEST: usize = 4_000;

/// A place of a finding.
#[derive(Copy, Clone, Debug)]
pub(super) struct Mark {
    range: TextRange,
    severity: Severity,
}

impl Mark {
    /// The places of a finding.
    pub(super) fn of(one: &Numbered<'_>) -> Vec<Self> {
        let ranges = one.finding.range.into_iter().chain(one.finding.also.iter().copied());
        let severity = one.finding.severity;
        ranges.take(100).map(|range| Self { range, severity }).collect()
    }
}

/// The words of a block; behind the place of each finding stands its number.
pub(super) fn words(text: &str, block: &Block, marks: &[Mark], beside: &[Numbered<'_>]) -> String {
    let marks: Vec<Mark> = marks
        .iter()
        .copied()
        .filter(|mark| mark.range.start < block.range.end && block.range.start < mark.range.end)
        .collect();
    let last = block.lines.last().map_or(block.range.end, |line| line.end);
    // Numbers stand where the place ends in this block.
    let numbers: Vec<(u32, usize)> = beside
        .iter()
        .map(|one| (one.finding.range.map_or(last, |range| range.end.min(last)), one.number))
        .collect();
    let mut out = String::new();
    for (index, line) in block.lines.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(&stretches(text, *line, &marks, &numbers, index + 1 == block.lines.len()));
    }
    out
}

fn stretches(
    text: &str,
    line: TextRange,
    marks: &[Mark],
    numbers: &[(u32, usize)],
    is_last: bool,
) -> String {
    if line.len() as usize > LONGEST {
        return escape_cut(line.of(text), LONGEST) + &refs(numbers.iter().filter(|_| is_last));
    }
    let inside = |at: &u32| line.start < *at && *at < line.end;
    let mut edges: Vec<u32> = vec![line.start, line.end];
    edges.extend(marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]).filter(inside));
    edges.extend(numbers.iter().map(|(at, _)| *at).filter(inside));
    edges.sort_unstable();
    edges.dedup();
    let mut out = String::new();
    for pair in edges.windows(2) {
        let part = TextRange::new(pair[0], pair[1]);
        let covering = marks
            .iter()
            .filter(|mark| mark.range.start <= part.start && part.end <= mark.range.end);
        let worst = covering.map(|mark| mark.severity).max();
        let words = escape_tabs(part.of(text));
        match worst {
            Some(severity) => {
                out.push_str(&format!("<mark class=\"{}\">{words}</mark>", class(severity)));
            }
            None => out.push_str(&words),
        }
        let here = |(at, _): &&(u32, usize)| {
            part.start < *at && *at <= part.end || is_last && part.end == line.end && *at > part.end
        };
        out.push_str(&refs(numbers.iter().filter(here)));
    }
    out
}

fn refs<'a>(numbers: impl Iterator<Item = &'a (u32, usize)>) -> String {
    let link = |(_, number): &(u32, usize)| {
        format!(
            "<a class=\"ref\" id=\"m{number}\" href=\"#n{number}\" aria-label=\"finding {number}\">{number}</a>"
        )
    };
    let links: Vec<String> = numbers.map(link).collect();
    if links.is_empty() { String::new() } else { format!("<sup>{}</sup>", links.join(" ")) }
}

/// A tab stands for a wide gap, and so do several blanks in plain text. One gap for a run of them.
fn escape_tabs(text: &str) -> String {
    let mut out = String::new();
    let mut blanks = String::new();
    for ch in text.chars().chain([' ']) {
        if ch == ' ' || ch == '\t' {
            blanks.push(ch);
            continue;
        }
        out.push_str(gap(&blanks));
        blanks.clear();
        out.push(ch);
    }
    // The blank at the end is ours.
    blanks.pop();
    out.push_str(gap(&blanks));
    let parts: Vec<String> = out.split('\t').map(escape).collect();
    parts.join("<span class=\"tab\"> </span>")
}

/// A blank, or a tab for a wide gap.
fn gap(blanks: &str) -> &'static str {
    match blanks {
        "" => "",
        blanks if blanks.contains('\t') || blanks.len() > 2 => "\t",
        _ => " ",
    }
}

/// The class of a severity.
pub(super) fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "e",
        Severity::Warning => "w",
        Severity::Info => "i",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_stay_gaps_and_blanks_blanks() {
        let tab = "<span class=\"tab\"> </span>";
        assert_eq!(escape_tabs("a <b>\tc    d "), format!("a &lt;b&gt;{tab}c{tab}d "));
        assert_eq!(escape_tabs("\tx"), format!("{tab}x"));
    }
}
