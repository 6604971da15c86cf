//! Sections that are lists of one-line facts: certificates, memberships, publications, talks, awards,
//! languages, interests and references; and the summary.

use super::out::{Found, Out};
use super::rows::Rows;
use super::skills::split_list;
use crate::{Award, Certificate, Interest, Language, Publication, Reference};
use std::ops::Range;
use vitae_text::TextRange;

/// A fact: its text without the date, cut in two, and the date.
struct Fact {
    name: Found,
    by: Found,
    date: String,
    date_range: Option<TextRange>,
}

/// Adds the paragraph of a summary section.
pub(crate) fn add_summary(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let mut paragraphs = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let end = rows.block_end(at, range.end);
        paragraphs.push(out.join_rows(&rows.rows[at..end], 95));
        at = end;
    }
    let found = super::work::lines(paragraphs);
    let text = out.take("/basics/summary".to_owned(), found);
    let summary = &mut out.parsed.resume.basics.summary;
    if summary.is_empty() {
        *summary = text;
    } else if !text.is_empty() {
        summary.push('\n');
        summary.push_str(&text);
    }
}

/// The facts of a section. A row below an undated, unsplit one without a bullet completes it.
fn facts(
    out: &mut Out,
    rows: &Rows,
    range: Range<usize>,
    prefix: &dyn Fn(usize) -> String,
    date_field: &str,
    from: usize,
) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let mut end = rows.block_end(at, range.end);
        if completes(rows, at, end, range.end) {
            end = rows.block_end(end, range.end);
        }
        let pointer = format!("{}/{date_field}", prefix(from + facts.len()));
        if let Some(fact) = fact(out, rows, at..end, pointer) {
            facts.push(fact);
        }
        at = end;
    }
    facts
}

/// The block at `next` is the second line (issuer, date) of the fact at `at`.
fn completes(rows: &Rows, at: usize, next: usize, end: usize) -> bool {
    if next >= end {
        return false;
    }
    let (first, second) = (&rows.rows[at], &rows.rows[next]);
    let differs = first.style.bold != second.style.bold
        || first.style.italic != second.style.italic
        || first.heading.is_some() && second.heading.is_none();
    first.dates.is_empty()
        && second.item.is_none()
        && second.heading.is_none()
        && (differs && second.words <= 12
            || !second.dates.is_empty() && first.item.is_some() == second.item.is_some() && differs)
}

fn fact(out: &mut Out, rows: &Rows, block: Range<usize>, date_pointer: String) -> Option<Fact> {
    let date = block.clone().flat_map(|row| rows.row_dates(row)).last().copied();
    let mut pieces: Vec<TextRange> = Vec::new();
    for row in block {
        for cell in rows.row_cells(row) {
            match date.filter(|date| cell.overlaps(date.range)) {
                Some(date) => {
                    pieces.push(TextRange::new(cell.start, date.range.start));
                    pieces.push(TextRange::new(date.range.end.min(cell.end), cell.end));
                }
                None => pieces.push(*cell),
            }
        }
    }
    let pieces: Vec<TextRange> = pieces
        .into_iter()
        .map(|piece| trim(&out.doc.text, piece))
        .filter(|piece| !piece.is_empty())
        .collect();
    let (name, by) = match pieces.as_slice() {
        [] => return None,
        [only] => cut_fact(out, *only),
        [first, rest @ ..]
            if has_quote(first.of(&out.doc.text))
                || rest.len() > 1
                || !continues_cut(rows, *first, rest[0]) =>
        {
            (out.join(&[*first], 80), out.join(rest, 75))
        }
        all => cut_wrapped(out, all),
    };
    let date_text = match date {
        Some(date) => out.date(date_pointer, date.end.or(date.start), &date),
        None => String::new(),
    };
    Some(Fact { name, by, date: date_text, date_range: date.map(|date| date.range) })
}

/// Whether the second piece is the wrapped rest of the first.
fn continues_cut(rows: &Rows, first: TextRange, second: TextRange) -> bool {
    let row = rows.rows.iter().position(|row| row.range.contains(second));
    let same = rows.rows.iter().any(|row| row.range.contains(first) && row.range.contains(second));
    !same && row.is_some_and(|row| rows.rows[row].continues)
}

fn has_quote(text: &str) -> bool {
    text.starts_with(['“', '"', '«', '„', '‘', '「', '『'])
        && text.ends_with(['”', '"', '»', '“', '’', '」', '』'])
}

fn trim(text: &str, range: TextRange) -> TextRange {
    let slice = range.of(text);
    let left_edge = |ch: char| {
        ch.is_whitespace()
            || matches!(ch, ',' | '|' | '·' | '–' | '—' | '-' | ':' | ')' | ']' | ';' | '.')
    };
    let right_edge = |ch: char| {
        ch.is_whitespace()
            || matches!(ch, ',' | '|' | '·' | '–' | '—' | '-' | ':' | '(' | '[' | ';')
    };
    let after = slice.trim_start_matches(left_edge);
    let left = slice.len() - after.len();
    let kept = after.trim_end_matches(right_edge).len();
    TextRange::at(range.start as usize + left, range.start as usize + left + kept)
}

/// Cuts one line into what it is and who gave it.
fn cut_fact(out: &mut Out, range: TextRange) -> (Found, Found) {
    let text = range.of(&out.doc.text);
    let Some((name, by)) = cut_at(text) else { return (out.join(&[range], 75), Found::default()) };
    let at = |part: &str| {
        let start = range.start as usize + (part.as_ptr() as usize - text.as_ptr() as usize);
        TextRange::at(start, start + part.len())
    };
    (out.join(&[at(name)], 85), out.join(&[at(by)], 80))
}

/// As above for a line that wrapped: the cut is found in the joined text, its spans are shared.
fn cut_wrapped(out: &mut Out, pieces: &[TextRange]) -> (Found, Found) {
    let whole = out.join(pieces, 75);
    match cut_at(&whole.text) {
        Some((name, by)) => (
            Found { text: name.to_owned(), ..whole.clone() },
            Found { text: by.to_owned(), ..whole.clone() },
        ),
        None => (whole, Found::default()),
    }
}

/// The quoted title and the rest, or the parts around the strongest separator.
fn cut_at(text: &str) -> Option<(&str, &str)> {
    const QUOTES: &[(char, char)] =
        &[('“', '”'), ('"', '"'), ('«', '»'), ('„', '“'), ('‘', '’'), ('「', '」'), ('『', '』')];
    let edge = |ch: char| {
        ch.is_whitespace() || matches!(ch, ',' | '.' | '|' | '·' | '–' | '—' | '-' | ':' | ';')
    };
    for (open, close) in QUOTES {
        let Some((before, inner)) = text.split_once(*open) else { continue };
        // An apostrophe is no quote, and authors may stand before the title.
        let opens = before.is_empty() || before.ends_with(char::is_whitespace);
        if let Some(at) = inner.find(*close).filter(|at| opens && *at >= 8 || before.is_empty()) {
            let rest = inner[at + close.len_utf8()..].trim_matches(edge);
            return Some((inner[..at].trim_end_matches([',', '.']), rest));
        }
    }
    for mark in [" | ", " · ", " • "] {
        if let Some((name, by)) = text.split_once(mark) {
            return Some((name.trim(), by.trim_matches(edge)));
        }
    }
    let comma = top_level(text, ", ");
    let dash = [" — ", " – ", " - "]
        .into_iter()
        .find_map(|mark| text.rfind(mark).map(|at| (at, mark.len())));
    let (at, len) = comma.map(|at| (at, 2)).or(dash)?;
    Some((text[..at].trim(), text[at + len..].trim()))
}

/// The last `mark` outside brackets.
fn top_level(text: &str, mark: &str) -> Option<usize> {
    text.rmatch_indices(mark).map(|(at, _)| at).find(|at| {
        let before = &text[..*at];
        before.matches('(').count() <= before.matches(')').count()
    })
}

/// Adds certificates, licences and memberships.
pub(crate) fn add_certificates(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let from = out.parsed.resume.certificates.len();
    let prefix = |index: usize| format!("/certificates/{index}");
    for (index, fact) in facts(out, rows, range, &prefix, "date", from).into_iter().enumerate() {
        let pointer = prefix(from + index);
        let one = Certificate {
            name: out.take(format!("{pointer}/name"), fact.name),
            issuer: out.take(format!("{pointer}/issuer"), fact.by),
            date: fact.date,
            ..Certificate::default()
        };
        cover_date(out, fact.date_range);
        out.parsed.resume.certificates.push(one);
    }
}

fn cover_date(out: &mut Out, range: Option<TextRange>) {
    if let Some(range) = range {
        out.cover(range);
    }
}

/// Adds publications and talks.
pub(crate) fn add_publications(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let from = out.parsed.resume.publications.len();
    let prefix = |index: usize| format!("/publications/{index}");
    for (index, fact) in
        facts(out, rows, range, &prefix, "releaseDate", from).into_iter().enumerate()
    {
        let pointer = prefix(from + index);
        let one = Publication {
            name: out.take(format!("{pointer}/name"), fact.name),
            publisher: out.take(format!("{pointer}/publisher"), fact.by),
            release_date: fact.date,
            ..Publication::default()
        };
        cover_date(out, fact.date_range);
        out.parsed.resume.publications.push(one);
    }
}

/// Adds awards.
pub(crate) fn add_awards(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let from = out.parsed.resume.awards.len();
    let prefix = |index: usize| format!("/awards/{index}");
    for (index, fact) in facts(out, rows, range, &prefix, "date", from).into_iter().enumerate() {
        let pointer = prefix(from + index);
        let one = Award {
            title: out.take(format!("{pointer}/title"), fact.name),
            awarder: out.take(format!("{pointer}/awarder"), fact.by),
            date: fact.date,
            ..Award::default()
        };
        cover_date(out, fact.date_range);
        out.parsed.resume.awards.push(one);
    }
}

/// The names listed in a section, with their spans.
fn listed(out: &mut Out, rows: &Rows, range: Range<usize>) -> Vec<Found> {
    let mut names = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let end = rows.block_end(at, range.end);
        let cells = rows.row_cells(at).to_vec();
        if cells.len() > 1 && end == at + 1 {
            // `German <gap> native`: two cells are one pair, more are a list.
            if cells.len() == 2 && !rows.text(cells[0]).contains(',') {
                let mut found = out.join(&cells, 85);
                found.text = format!("{}: {}", rows.text(cells[0]), rows.text(cells[1]));
                names.push(found);
            } else {
                names.extend(cells.iter().map(|cell| out.join(&[*cell], 85)));
            }
        } else {
            let whole = out.join_rows(&rows.rows[at..end], 90);
            let list = match whole.text.split_once(':') {
                Some((label, rest)) if rows.pack.heading(label).is_some() => rest.trim(),
                _ => whole.text.as_str(),
            };
            for name in split_list(list) {
                names.push(Found {
                    text: name.to_owned(),
                    ranges: whole.ranges.clone(),
                    confidence: 90,
                    doubt: None,
                });
            }
        }
        at = end;
    }
    names
}

/// Adds human languages.
pub(crate) fn add_languages(out: &mut Out, rows: &Rows, range: Range<usize>) {
    for found in listed(out, rows, range) {
        let index = out.parsed.resume.languages.len();
        let pointer = format!("/languages/{index}");
        let (name, fluency) = cut_fluency(&found.text);
        let part = |part: &str| Found { text: part.to_owned(), ..found.clone() };
        let one = Language {
            language: out.take(format!("{pointer}/language"), part(name)),
            fluency: out.take(format!("{pointer}/fluency"), part(fluency)),
            ..Language::default()
        };
        if !one.language.is_empty() {
            out.parsed.resume.languages.push(one);
        }
    }
}

/// `German (C1)`, `German: C1`, `German – native`.
fn cut_fluency(text: &str) -> (&str, &str) {
    if let Some((name, rest)) = text.split_once('(') {
        return (name.trim(), rest.trim().strip_suffix(')').unwrap_or(rest).trim());
    }
    for mark in [": ", " – ", " — ", " - ", ":"] {
        if let Some((name, rest)) = text.split_once(mark) {
            return (name.trim(), rest.trim());
        }
    }
    (text.trim(), "")
}

/// Adds interests.
pub(crate) fn add_interests(out: &mut Out, rows: &Rows, range: Range<usize>) {
    for found in listed(out, rows, range) {
        let index = out.parsed.resume.interests.len();
        let name = out.take(format!("/interests/{index}/name"), found);
        out.parsed.resume.interests.push(Interest { name, ..Interest::default() });
    }
}

/// Adds references, one per block.
pub(crate) fn add_references(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let end = rows.block_end(at, range.end);
        let index = out.parsed.resume.references.len();
        let found = out.join_rows(&rows.rows[at..end], 70);
        let reference = out.take(format!("/references/{index}/reference"), found);
        out.parsed.resume.references.push(Reference { reference, ..Reference::default() });
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::{cut_at, cut_fluency};

    #[test]
    fn facts_are_cut_in_two() {
        assert_eq!(
            cut_at("Cloud Practitioner – Level 2, Cloud House"),
            Some(("Cloud Practitioner – Level 2", "Cloud House"))
        );
        assert_eq!(cut_at("“Queues, Slowly”, Some Conf"), Some(("Queues, Slowly", "Some Conf")));
        assert_eq!(cut_at("Best Paper (A, B)"), None);
        assert_eq!(cut_at("Operator | Cloud House"), Some(("Operator", "Cloud House")));
    }

    #[test]
    fn fluency_follows_in_many_forms() {
        assert_eq!(cut_fluency("Danish (Professional (B2))"), ("Danish", "Professional (B2)"));
        assert_eq!(cut_fluency("Danish: B2"), ("Danish", "B2"));
        assert_eq!(cut_fluency("Danish – native"), ("Danish", "native"));
        assert_eq!(cut_fluency("Danish"), ("Danish", ""));
    }
}
