//! Sections that are lists of one-line facts: certificates, memberships, publications, talks, awards,
//! languages, interests and references; and the summary.

use super::out::{Found, Out, item, under};
use super::rows::{Rows, is_url};
use super::skills::split_list;
use super::web::with_scheme;
use crate::{Award, Certificate, Interest, Language, Publication, Reference};
use std::ops::Range;
use vitae_pack::SectionKind;
use vitae_text::TextRange;

/// A fact: its text without the date, cut in two, and the date.
struct Fact {
    name: Found,
    by: Found,
    date: String,
    date_range: Option<TextRange>,
    url: Option<(TextRange, String)>,
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
        let pointer = under(&prefix(from + facts.len()), date_field);
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
    let mut pieces: Vec<TextRange> = pieces
        .into_iter()
        .map(|piece| trim(&out.doc.text, piece))
        .filter(|piece| !piece.is_empty())
        .collect();
    let url = pieces.iter().skip(1).find(|piece| is_address(piece.of(&out.doc.text))).copied();
    // Numbers of certificates and addresses say neither what nor who.
    pieces.retain(|piece| {
        let text = piece.of(&out.doc.text);
        let kept = !is_number_of_paper(text) && Some(*piece) != url;
        if !kept {
            out.cover(*piece);
        }
        kept
    });
    let (name, by) = match pieces.as_slice() {
        [] => return None,
        [only] => cut_fact(out, *only),
        [first, rest @ ..] if quoted_inside(first.of(&out.doc.text)) => {
            let (name, mut by) = cut_fact(out, *first);
            let more = out.join(rest, 75);
            if !by.text.is_empty() {
                by.text.push_str(", ");
            }
            by.text.push_str(&more.text);
            by.ranges.extend(more.ranges);
            (name, by)
        }
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
    let url = url.map(|url| (url, web_address(out, url)));
    Some(Fact { name, by, date: date_text, date_range: date.map(|date| date.range), url })
}

/// `ID LF-12345`, `Credential ID: …`, `License No. 77`.
fn is_number_of_paper(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "id",
        "credential",
        "credentials",
        "license",
        "licence",
        "no",
        "nr",
        "number",
        "validation",
    ];
    let mut words = text.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("").to_lowercase();
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    WORDS.contains(&first.as_str()) && digits && text.split_whitespace().count() <= 5
}

/// An address of the web, a DOI included.
fn is_address(text: &str) -> bool {
    let word = text.trim();
    let lower = word.get(..4).map(str::to_ascii_lowercase);
    !word.contains(char::is_whitespace) && (is_url(word) || lower.as_deref() == Some("doi:"))
}

fn web_address(out: &Out, range: TextRange) -> String {
    let text = range.of(&out.doc.text).trim();
    match text.get(..4).filter(|head| head.eq_ignore_ascii_case("doi:")) {
        Some(_) => format!("https://doi.org/{}", text[4..].trim()),
        None => with_scheme(text),
    }
}

/// A quoted title stands in it, with more around it.
fn quoted_inside(text: &str) -> bool {
    !has_quote(text) && text.contains(['“', '"', '«', '„', '「', '『']) && cut_at(text).is_some()
}

/// Whether the second piece is the wrapped rest of the first.
fn continues_cut(rows: &Rows, first: TextRange, second: TextRange) -> bool {
    let row_of = |piece: TextRange| {
        let after = rows.rows.partition_point(|row| row.range.start <= piece.start);
        after.checked_sub(1).filter(|row| rows.rows[*row].range.contains(piece))
    };
    let row = row_of(second);
    row != row_of(first) && row.is_some_and(|row| rows.rows[row].continues)
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
    let mut kept = after.trim_end_matches(right_edge);
    // `(granted 2022)`: the word belongs to the date.
    for word in ["granted", "filed", "issued", "obtained", "awarded", "expires", "valid until"] {
        if let Some(rest) = kept.strip_suffix(word)
            && (rest.is_empty() || rest.ends_with([' ', '(', ',']))
        {
            kept = rest.trim_end_matches(right_edge);
        }
    }
    TextRange::at(range.start as usize + left, range.start as usize + left + kept.len())
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
    // `Developer – Associate`: the level is part of the name.
    let dash = dash.filter(|(at, len)| !is_level(&text[at + len..]));
    let (at, len) = comma.map(|at| (at, 2)).or(dash)?;
    Some((text[..at].trim(), text[at + len..].trim()))
}

fn is_level(text: &str) -> bool {
    const LEVELS: &[&str] = &[
        "associate",
        "professional",
        "specialty",
        "speciality",
        "foundation",
        "foundational",
        "practitioner",
        "expert",
        "advanced",
        "intermediate",
        "fundamentals",
        "entry",
    ];
    let word = text.split_whitespace().next().unwrap_or("").to_ascii_lowercase();
    LEVELS.contains(&word.as_str()) && text.split_whitespace().count() <= 2
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
    let prefix = |index: usize| item("/certificates", index);
    for (index, fact) in facts(out, rows, range, &prefix, "date", from).into_iter().enumerate() {
        let pointer = prefix(from + index);
        let one = Certificate {
            url: take_url(out, &pointer, fact.url),
            name: out.take_at(&pointer, "name", fact.name),
            issuer: out.take_at(&pointer, "issuer", fact.by),
            date: fact.date,
            ..Certificate::default()
        };
        cover_date(out, fact.date_range);
        out.parsed.resume.certificates.push(one);
    }
}

fn take_url(out: &mut Out, pointer: &str, url: Option<(TextRange, String)>) -> String {
    let Some((range, url)) = url else { return String::new() };
    out.source(under(pointer, "url"), &[range], 90);
    url
}

fn cover_date(out: &mut Out, range: Option<TextRange>) {
    if let Some(range) = range {
        out.cover(range);
    }
}

/// Adds publications and talks.
pub(crate) fn add_publications(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let from = out.parsed.resume.publications.len();
    let prefix = |index: usize| item("/publications", index);
    for (index, fact) in
        facts(out, rows, range, &prefix, "releaseDate", from).into_iter().enumerate()
    {
        let pointer = prefix(from + index);
        let one = Publication {
            url: take_url(out, &pointer, fact.url),
            name: out.take_at(&pointer, "name", fact.name),
            publisher: out.take_at(&pointer, "publisher", fact.by),
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
    let prefix = |index: usize| item("/awards", index);
    for (index, fact) in facts(out, rows, range, &prefix, "date", from).into_iter().enumerate() {
        let pointer = prefix(from + index);
        let one = Award {
            title: out.take_at(&pointer, "title", fact.name),
            awarder: out.take_at(&pointer, "awarder", fact.by),
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
        let pointer = item("/languages", index);
        let (name, fluency) = cut_fluency(&found.text);
        let part = |part: &str| Found { text: part.to_owned(), ..found.clone() };
        let one = Language {
            language: out.take_at(&pointer, "language", part(name)),
            fluency: out.take_at(&pointer, "fluency", part(fluency)),
            ..Language::default()
        };
        if !one.language.is_empty() {
            out.parsed.resume.languages.push(one);
        }
    }
}

/// `Languages known: English, Hindi` among personal data.
pub(crate) fn add_personal_languages(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let row = range.clone().find(|row| {
        let label = rows.row_text(*row).split_once(':').map_or("", |(label, _)| label);
        let first = label.split_whitespace().next().unwrap_or("");
        [label, first].iter().any(|name| {
            rows.pack.heading(name).is_some_and(|found| found.kind == SectionKind::Languages)
        })
    });
    let Some(row) = row.filter(|_| out.parsed.resume.languages.is_empty()) else { return };
    let text = rows.row_text(row);
    let at = text.find(':').map_or(0, |at| at + 1);
    let list = TextRange::new(rows.rows[row].range.start + at as u32, rows.rows[row].range.end);
    let found = out.join(&[list], 85);
    for name in split_list(found.text.trim()) {
        let pointer = item("/languages", out.parsed.resume.languages.len());
        let (language, fluency) = cut_fluency(name);
        let part = |text: &str| Found { text: text.to_owned(), ..found.clone() };
        let one = Language {
            language: out.take_at(&pointer, "language", part(language)),
            fluency: out.take_at(&pointer, "fluency", part(fluency)),
            ..Language::default()
        };
        out.parsed.resume.languages.push(one);
    }
    out.cover(rows.rows[row].range);
}

/// `German (C1)`, `German: C1`, `German – native`.
fn cut_fluency(text: &str) -> (&str, &str) {
    let colon = text.find([':', '：']);
    let bracket =
        text.split_once(['(', '（']).filter(|(name, _)| colon.is_none_or(|at| at >= name.len()));
    if let Some((name, rest)) = bracket {
        return (name.trim(), rest.trim().strip_suffix([')', '）']).unwrap_or(rest).trim());
    }
    for mark in [": ", "：", " – ", " — ", " - ", ":"] {
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
