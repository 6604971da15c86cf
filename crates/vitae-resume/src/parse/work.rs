//! Work and volunteering: entries of a section to roles with employer, title, place, dates, summary
//! and highlights. A role without an employer belongs to the one above it.

use super::atoms::{Atom, MAX_ATOMS, Sep, cut};
use super::dates::DateSpan;
use super::entries::{Entry, split};
use super::fields::{Domain, Label, Reading, Segment, read_all};
use super::out::{Found, Out, item, under};
use super::rows::Rows;
use crate::{Doubt, Volunteer, Work};
use std::ops::Range;
use vitae_text::TextRange;

/// What an entry of any dated section holds, before it gets its place in the resume.
#[derive(Clone, Debug, Default)]
pub(crate) struct Role {
    pub(crate) title: Found,
    pub(crate) org: Found,
    pub(crate) place: Found,
    pub(crate) date: Option<DateSpan>,
    pub(crate) url: Option<TextRange>,
    pub(crate) summary: Found,
    pub(crate) highlights: Vec<Found>,
}

/// Reads a section of roles.
pub(crate) fn read_roles(out: &mut Out, rows: &Rows, range: Range<usize>) -> Vec<Role> {
    let entries = split(rows, range, true);
    let atoms: Vec<Vec<Atom>> = entries.iter().map(|entry| cut(rows, &entry.head)).collect();
    let readings = read_all(&atoms, Domain::Work);
    let dated = entries.iter().any(|entry| entry_date(rows, entry).is_some());
    let mut roles: Vec<Role> = Vec::with_capacity(entries.len());
    let mut employer = Role::default();
    for ((entry, atoms), reading) in entries.iter().zip(&atoms).zip(&readings) {
        let mut role = read_role(out, rows, entry, atoms, reading);
        let empty_title = role.title.text.is_empty();
        if role.date.is_none() && dated && empty_title && role.highlights.is_empty() {
            if !role.org.text.is_empty() && !std::ptr::eq(entry, entries.last().unwrap_or(entry)) {
                employer = role;
            }
            continue;
        }
        if empty_title && role.org.text.is_empty() {
            continue;
        }
        if role.org.text.is_empty() {
            role.org = Found { confidence: 80, ..employer.org.clone() };
            if role.place.text.is_empty() {
                role.place = employer.place.clone();
            }
        } else {
            employer = Role { org: role.org.clone(), place: role.place.clone(), ..Role::default() };
        }
        roles.push(role);
    }
    roles
}

fn read_role(out: &mut Out, rows: &Rows, entry: &Entry, atoms: &[Atom], reading: &Reading) -> Role {
    let mut role = Role::default();
    let mut loose: Vec<TextRange> = Vec::new();
    for segment in &reading.segments {
        let pieces = pieces(atoms, *segment);
        let sure = confidence(atoms, *segment);
        match segment.label {
            Label::Title => role.title = out.join(&pieces, sure),
            Label::Org => role.org = out.join(&pieces, sure),
            Label::Place => role.place = out.join(&pieces, sure),
            Label::Other if stands_alone(atoms, *segment) => loose.extend(pieces),
            Label::Other => {}
        }
    }
    if [&role.title, &role.org].iter().all(|found| found.confidence < EVIDENT) {
        for found in [&mut role.title, &mut role.org] {
            *found = std::mem::take(found).guessed(Doubt::TitleOrOrganisation);
        }
    }
    role.date = entry_date(rows, entry);
    for date in entry.head.iter().flat_map(|row| rows.row_dates(*row)) {
        out.cover(date.range);
    }
    role.url =
        entry.head.iter().map(|row| &rows.rows[*row]).find(|row| row.url).map(|row| row.range);
    let mut summary: Vec<Found> = Vec::new();
    if !loose.is_empty() {
        summary.push(out.join(&loose, 50).guessed(Doubt::Unplaced));
    }
    for block in &entry.body {
        let found = out.join_rows(&rows.rows[block.clone()], 90);
        if rows.rows[block.start].item.is_some() {
            role.highlights.push(found);
        } else {
            summary.push(found);
        }
    }
    role.summary = lines(summary);
    role
}

/// Paragraphs as one value, a line each.
pub(crate) fn lines(paragraphs: Vec<Found>) -> Found {
    let mut all = Found { confidence: 85, ..Found::default() };
    for paragraph in paragraphs {
        if !all.text.is_empty() {
            all.text.push('\n');
        }
        all.text.push_str(&paragraph.text);
        all.ranges.extend(paragraph.ranges);
        all.confidence = all.confidence.min(paragraph.confidence);
        all.doubt = all.doubt.or(paragraph.doubt);
    }
    all
}

/// The spans of a segment: one per visual line.
pub(crate) fn pieces(atoms: &[Atom], segment: Segment) -> Vec<TextRange> {
    let parts = &atoms[segment.from..segment.to];
    if let [only] = parts {
        return vec![only.range];
    }
    let mut pieces: Vec<TextRange> = Vec::with_capacity(1);
    for part in parts {
        match pieces.last_mut() {
            Some(piece) if part.sep != Sep::Wrap => *piece = piece.cover(part.outer),
            _ => pieces.push(part.outer),
        }
    }
    pieces
}

/// A line of its own that is no field.
fn stands_alone(atoms: &[Atom], segment: Segment) -> bool {
    let starts = matches!(atoms[segment.from].sep, Sep::Line);
    let ends = atoms.get(segment.to).is_none_or(|next| next.sep == Sep::Line);
    starts && ends && atoms[segment.from].evidence.words >= 3
}

/// How sure a field is whose own words speak for it.
const EVIDENT: u8 = 95;

fn confidence(atoms: &[Atom], segment: Segment) -> u8 {
    let sum = atoms[segment.from..segment.to]
        .iter()
        .fold(super::lexicon::Evidence::default(), |sum, atom| sum.plus(atom.evidence));
    let evident = match segment.label {
        Label::Title => sum.role + sum.degree > 0,
        Label::Org => sum.legal + sum.organisation + sum.school > 0,
        Label::Place => sum.place > 0,
        Label::Other => false,
    };
    if evident {
        EVIDENT
    } else if atoms.len() > MAX_ATOMS / 2 {
        50
    } else {
        70
    }
}

/// The date of an entry: the last period of its head (an employer's own stands above the role's),
/// else its last date.
pub(crate) fn entry_date(rows: &Rows, entry: &Entry) -> Option<DateSpan> {
    let mut dates = entry.head.iter().rev().flat_map(|row| rows.row_dates(*row).iter().rev());
    let last = dates.clone().next();
    dates.find(|date| date.is_range).or(last).copied()
}

/// Start and end as the resume prints them; a single date of a role is both.
pub(crate) fn period(
    out: &mut Out,
    pointer: &str,
    date: Option<DateSpan>,
    single_is_end: bool,
) -> (String, String) {
    let Some(date) = date else { return Default::default() };
    let start = if date.is_range || !single_is_end { date.start } else { None };
    let end = match (date.current, date.is_range) {
        (true, _) => None,
        (false, true) => date.end,
        (false, false) => date.end.or(date.start),
    };
    let start = out.date(under(pointer, "startDate"), start, &date);
    let end = out.date(under(pointer, "endDate"), end, &date);
    out.cover(date.range);
    (start, end)
}

/// Adds a section of paid work.
pub(crate) fn add_work(out: &mut Out, rows: &Rows, range: Range<usize>) {
    for role in read_roles(out, rows, range) {
        let at = out.parsed.resume.work.len();
        let pointer = item("/work", at);
        let (start_date, end_date) = period(out, &pointer, role.date, false);
        let work = Work {
            name: out.take_at(&pointer, "name", role.org),
            position: out.take_at(&pointer, "position", role.title),
            location: out.take_at(&pointer, "location", role.place),
            url: address(out, &pointer, role.url),
            start_date,
            end_date,
            summary: out.take_at(&pointer, "summary", role.summary),
            highlights: take_list(out, &under(&pointer, "highlights"), role.highlights),
            ..Work::default()
        };
        out.parsed.resume.work.push(work);
    }
}

/// Adds a section of unpaid work.
pub(crate) fn add_volunteer(out: &mut Out, rows: &Rows, range: Range<usize>) {
    for role in read_roles(out, rows, range) {
        let at = out.parsed.resume.volunteer.len();
        let pointer = item("/volunteer", at);
        let (start_date, end_date) = period(out, &pointer, role.date, false);
        let volunteer = Volunteer {
            organization: out.take_at(&pointer, "organization", role.org),
            position: out.take_at(&pointer, "position", role.title),
            url: address(out, &pointer, role.url),
            start_date,
            end_date,
            summary: out.take_at(&pointer, "summary", role.summary),
            highlights: take_list(out, &under(&pointer, "highlights"), role.highlights),
            ..Volunteer::default()
        };
        out.parsed.resume.volunteer.push(volunteer);
    }
}

/// Records a list of values.
pub(crate) fn take_list(out: &mut Out, pointer: &str, list: Vec<Found>) -> Vec<String> {
    let fields = list.into_iter().enumerate();
    fields.map(|(index, found)| out.take(item(pointer, index), found)).collect()
}

/// The address printed under a head: with the target of its link when there is one.
pub(crate) fn address(out: &mut Out, pointer: &str, range: Option<TextRange>) -> String {
    let Some(range) = range else { return String::new() };
    out.source(under(pointer, "url"), &[range], 90);
    let link = out
        .doc
        .links
        .iter()
        .find(|link| link.range.overlaps(range) && link.uri.starts_with("http"));
    let printed = range.of(&out.doc.text).trim();
    match link {
        Some(link) => link.uri.clone(),
        None if printed.contains("://") => printed.to_owned(),
        None => format!("https://{printed}"),
    }
}
