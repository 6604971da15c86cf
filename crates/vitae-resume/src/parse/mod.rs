//! Document to resume: rows, then sections, then each section by its own module. Cannot fail: what
//! could not be placed is a leftover.

pub(crate) mod address;
mod atoms;
mod contact;
mod contact_place;
mod date_edges;
mod date_points;
pub(crate) mod date_words;
pub(crate) mod dates;
mod education;
mod entries;
mod fields;
mod handles;
mod header;
mod lexicon;
mod lists;
mod out;
mod phone;
mod projects;
mod rows;
mod sections;
mod settle;
mod skills;
mod tables;
#[cfg(test)]
mod tests;
mod used;
pub(crate) mod web;
mod word_set;
mod work;
mod wrapped;

use crate::{Parsed, Section};
use out::Out;
use rows::Rows;
use sections::{SectionRows, find_sections};
use vitae_document::Document;
use vitae_pack::{Pack, SectionKind};
use vitae_text::TextRange;

/// Reads a resume out of `document`. Cannot fail: what could not be placed is a leftover.
#[must_use]
pub fn parse(document: &Document, pack: &Pack) -> Parsed {
    let rows = Rows::read(document, pack);
    let sections = find_sections(&rows, pack);
    let mut out = Out::new(document);
    header::add_header(&mut out, &rows, &sections, pack);
    for section in &sections {
        if let Some(row) = section.heading {
            out.cover(rows.rows[row].range);
        }
        add_section(&mut out, &rows, section);
        out.parsed.sections.push(section_of(&rows, section));
    }
    vitae_text::sort_by_key(&mut out.parsed.sections, |section| section.heading.start);
    out.finish(&rows)
}

fn add_section(out: &mut Out, rows: &Rows, section: &SectionRows) {
    let range = section.rows.clone();
    match section.kind {
        SectionKind::Summary | SectionKind::Objective => lists::add_summary(out, rows, range),
        SectionKind::Work => work::add_work(out, rows, range),
        SectionKind::Volunteer => work::add_volunteer(out, rows, range),
        SectionKind::Education => education::add_education(out, rows, range),
        SectionKind::Skills => skills::add_skills(out, rows, section),
        SectionKind::Projects | SectionKind::OpenSource => projects::add_projects(out, rows, range),
        SectionKind::Certificates | SectionKind::Memberships => {
            lists::add_certificates(out, rows, range)
        }
        SectionKind::Publications | SectionKind::Talks | SectionKind::Patents => {
            lists::add_publications(out, rows, range);
        }
        SectionKind::Awards => lists::add_awards(out, rows, range),
        SectionKind::Languages => lists::add_languages(out, rows, range),
        SectionKind::Interests => lists::add_interests(out, rows, range),
        SectionKind::References => lists::add_references(out, rows, range),
        SectionKind::Personal => lists::add_personal_languages(out, rows, range),
        SectionKind::Courses | SectionKind::Contact | SectionKind::Header | SectionKind::Other => {}
    }
}

/// The section as spans of the text.
fn section_of(rows: &Rows, section: &SectionRows) -> Section {
    let heading = section.heading.map(|row| rows.rows[row].range);
    let body = rows.rows[section.rows.clone()].iter().map(|row| row.range).reduce(TextRange::cover);
    let at = heading.map_or(0, |heading| heading.end);
    let body = body.unwrap_or(TextRange::empty(at));
    let heading = heading.unwrap_or(TextRange::empty(body.start));
    Section { kind: section.kind, heading, body, standard: section.standard }
}
