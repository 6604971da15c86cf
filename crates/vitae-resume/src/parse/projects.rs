//! Projects and open source: name, what it is, address, dates and highlights.

use super::entries::{Entry, split};
use super::out::{Found, Out, item, under};
use super::rows::{Rows, is_url};
use super::work::{address, entry_date, lines, period, take_list};
use crate::Project;
use std::ops::Range;
use vitae_text::TextRange;

/// Adds a section of projects; `kind` says which.
pub(crate) fn add_projects(out: &mut Out, rows: &Rows, range: Range<usize>) {
    let entries = split(rows, range.clone(), false);
    let entries = if entries.iter().all(|entry| entry.head.is_empty()) {
        items_as_heads(&entries)
    } else {
        entries.into_iter().flat_map(|entry| stacked(rows, entry)).collect()
    };
    for entry in entries.iter().filter(|entry| !entry.head.is_empty()) {
        let at = out.parsed.resume.projects.len();
        let pointer = item("/projects", at);
        let date = entry_date(rows, entry);
        let mut pieces: Vec<TextRange> = Vec::new();
        let mut url = None;
        for row in &entry.head {
            for cell in rows.row_cells(*row) {
                if is_url(rows.text(*cell)) {
                    url = url.or(Some(*cell));
                } else {
                    pieces.extend(without_dates(rows, *row, *cell));
                }
            }
        }
        let Some((first, rest)) = pieces.split_first() else { continue };
        let (name, inline) = cut_name(out, *first);
        let url = url.or_else(|| linked(out, &name));
        let mut description: Vec<Found> = inline.into_iter().collect();
        if !rest.is_empty() {
            description.push(out.join(rest, 70));
        }
        let mut highlights = Vec::new();
        for block in &entry.body {
            let found = out.join_rows(&rows.rows[block.clone()], 90);
            if rows.rows[block.start].item.is_some() {
                highlights.push(found);
            } else {
                description.push(found);
            }
        }
        let (start_date, end_date) = period(out, &pointer, date, true);
        let project = Project {
            name: out.take_at(&pointer, "name", name),
            description: out.take_at(&pointer, "description", lines(description)),
            url: address(out, &pointer, url),
            start_date,
            end_date,
            highlights: take_list(out, &under(&pointer, "highlights"), highlights),
            ..Project::default()
        };
        out.parsed.resume.projects.push(project);
    }
}

/// A name that is a link is where the address stands.
fn linked(out: &Out, name: &Found) -> Option<TextRange> {
    let range = *name.ranges.first()?;
    let mut links = out.doc.links.iter();
    links.any(|link| link.range.overlaps(range) && link.uri.starts_with("http")).then_some(range)
}

/// Every bullet is a project of its own when nothing else heads them.
fn items_as_heads(entries: &[Entry]) -> Vec<Entry> {
    let blocks = entries.iter().flat_map(|entry| entry.body.iter());
    blocks.map(|block| Entry { head: block.clone().collect(), body: Vec::new() }).collect()
}

/// Projects without bullets stand one right under the other: each row that is not an address and
/// looks like the first heads one.
fn stacked(rows: &Rows, entry: Entry) -> Vec<Entry> {
    let Some(first) = entry.head.first().copied() else { return vec![entry] };
    let look = |row: usize| (rows.rows[row].lead.bold, rows.rows[row].heading);
    let starts: Vec<usize> = entry
        .head
        .iter()
        .enumerate()
        .filter(|(index, row)| {
            *index == 0
                || (look(**row) == look(first)
                    && (rows.rows[**row].lead.bold || rows.rows[**row].heading.is_some())
                    && !rows.rows[**row].url
                    && !rows.rows[**row].continues
                    && rows.rows[**row].words > rows.rows[**row].dates.len() as u32 * 3)
        })
        .map(|(index, _)| index)
        .collect();
    let count = starts.len();
    let cut = |index: usize| {
        let to = starts.get(index + 1).copied().unwrap_or(entry.head.len());
        let body = if index + 1 == count { entry.body.clone() } else { Vec::new() };
        Entry { head: entry.head[starts[index]..to].to_vec(), body }
    };
    (0..count).map(cut).collect()
}

/// The parts of a cell beside its dates.
fn without_dates(rows: &Rows, row: usize, cell: TextRange) -> Vec<TextRange> {
    let mut parts = Vec::with_capacity(1);
    let mut at = cell.start;
    for date in rows.row_dates(row).iter().filter(|date| cell.overlaps(date.range)) {
        parts.push(TextRange::new(at, date.range.start));
        at = date.range.end;
    }
    parts.push(TextRange::new(at.min(cell.end), cell.end));
    let trimmed = parts.into_iter().map(|part| trim(rows, part));
    trimmed.filter(|part| rows.text(*part).chars().any(char::is_alphanumeric)).collect()
}

fn trim(rows: &Rows, range: TextRange) -> TextRange {
    let slice = rows.text(range);
    let edge = |ch: char| {
        ch.is_whitespace() || matches!(ch, ',' | '|' | '·' | '•' | '–' | '—' | '-' | ':' | ';')
    };
    let after = slice.trim_start_matches(|ch: char| edge(ch) || ch == ')' || ch == ']');
    let left = slice.len() - after.len();
    let kept = after.trim_end_matches(|ch: char| edge(ch) || ch == '(' || ch == '[').len();
    TextRange::at(range.start as usize + left, range.start as usize + left + kept)
}

/// `name – what it is`, `name: what it is`, `name | stack`.
fn cut_name(out: &mut Out, range: TextRange) -> (Found, Option<Found>) {
    let text = range.of(&out.doc.text);
    let cut = [" – ", " — ", " - ", ": ", " | ", " · "]
        .into_iter()
        .filter_map(|mark| text.find(mark).map(|at| (at, mark.len())))
        .min();
    match cut {
        Some((at, len)) => {
            let name = TextRange::at(range.start as usize, range.start as usize + at);
            let rest = TextRange::new(range.start + (at + len) as u32, range.end);
            (out.join(&[name], 90), Some(out.join(&[rest], 85)))
        }
        None => (out.join(&[range], 85), None),
    }
}
