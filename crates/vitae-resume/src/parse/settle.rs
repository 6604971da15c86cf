//! What a section is by its content, where its heading is unknown or says two things: `Qualifications`
//! over a degree, `Career Summary` over jobs, `Languages` over Go and Rust.

use super::lexicon::{Evidence, evidence};
use super::rows::Rows;
use super::sections::{SectionRows, names_volunteering};
use super::skills::split_list;
use std::ops::Range;
use vitae_pack::SectionKind;
use vitae_text::tokenize;

/// Corrects the kinds of `sections`.
pub(crate) fn settle(rows: &Rows, sections: &mut [SectionRows]) {
    for index in 0..sections.len() {
        let has = |kind: SectionKind| sections.iter().any(|section| section.kind == kind);
        let section = &sections[index];
        let range = section.rows.clone();
        let kind = match section.kind {
            SectionKind::Summary | SectionKind::Objective => by_entries(rows, range),
            SectionKind::Certificates if !has(SectionKind::Education) => {
                by_entries(rows, range).filter(|kind| *kind == SectionKind::Education)
            }
            SectionKind::Other => {
                unknown(rows, range).filter(|kind| !has(*kind) || *kind == SectionKind::Skills)
            }
            // A heading of two words for two things (`Employment & Research`) over jobs.
            SectionKind::Publications
            | SectionKind::Talks
            | SectionKind::Awards
            | SectionKind::Interests
                if !section.standard && periods(rows, range.clone()) >= 2 =>
            {
                by_entries(rows, range)
            }
            // `Leadership` over the only jobs there are.
            SectionKind::Volunteer if !has(SectionKind::Work) && !volunteers(rows, section) => {
                by_entries(rows, range).filter(|kind| *kind == SectionKind::Work)
            }
            SectionKind::Languages if is_technical(rows, range.clone()) => {
                Some(SectionKind::Skills)
            }
            _ => None,
        };
        if let Some(kind) = kind {
            sections[index].kind = kind;
        }
    }
}

fn volunteers(rows: &Rows, section: &SectionRows) -> bool {
    section.heading.is_some_and(|row| names_volunteering(rows.row_text(row)))
}

/// Work or education, when dated lines that are no sentences stand here.
fn by_entries(rows: &Rows, range: Range<usize>) -> Option<SectionKind> {
    let dated = range.clone().filter(|row| is_dated_head(rows, *row)).count();
    if dated == 0 {
        return None;
    }
    let mut sum = Evidence::default();
    for row in range.filter(|row| rows.rows[*row].item.is_none() && rows.rows[*row].words <= 16) {
        let text = rows.row_text(row);
        sum = sum.plus(evidence(text, &tokenize(text), rows.pack));
    }
    let (study, work) = (sum.school + sum.degree, sum.role + sum.legal);
    if study > work {
        Some(SectionKind::Education)
    } else if work > 0 {
        Some(SectionKind::Work)
    } else {
        None
    }
}

/// Lines that hold a period and are no sentences.
fn periods(rows: &Rows, range: Range<usize>) -> usize {
    let ranged = |row: usize| rows.row_dates(row).iter().any(|date| date.is_range);
    range.filter(|row| rows.rows[*row].item.is_none() && ranged(*row)).count()
}

/// A short line with a period, or with a date at one of its ends.
fn is_dated_head(rows: &Rows, row: usize) -> bool {
    let data = &rows.rows[row];
    let dates = rows.row_dates(row);
    let Some(date) = dates.first() else { return false };
    let edge = date.range.start == data.range.start || date.range.end + 1 >= data.range.end;
    let first = (0..=row).rev().find(|at| !rows.rows[*at].continues).unwrap_or(row);
    data.item.is_none()
        && rows.rows[first].item.is_none()
        && rows.rows[first..=row].iter().map(|row| row.words).sum::<u32>() <= 16
        && rows.rows.get(row + 1).is_none_or(|next| !next.continues)
        && !(row > first && rows.row_text(row).ends_with('.'))
        && (date.is_range || edge)
}

/// An unknown heading: over lists of skills, or over entries of a kind that stands nowhere else.
pub(crate) fn unknown(rows: &Rows, range: Range<usize>) -> Option<SectionKind> {
    if is_technical(rows, range.clone()) {
        Some(SectionKind::Skills)
    } else {
        by_entries(rows, range)
    }
}

/// Most listed names are technologies. A sentence between commas, as in a pasted ad, is no name and
/// counts by its words.
fn is_technical(rows: &Rows, range: Range<usize>) -> bool {
    let (mut names, mut known) = (0u32, 0u32);
    for row in range {
        let text = rows.row_text(row);
        let list = text.split_once(':').map_or(text, |(_, list)| list);
        for name in split_list(list) {
            let words = name.split_whitespace().count() as u32;
            names += if words > 4 { words } else { 1 };
            known += u32::from(rows.pack.skill_named(name).is_some());
        }
    }
    known >= 3 && known * 2 >= names
}
