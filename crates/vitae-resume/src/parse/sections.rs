//! Rows to sections. A heading is known by the file's markup, by the alias table, or by the look that
//! it shares with headings that the table knows. Rows above the first heading of the first page, and
//! of a column that opens with the name, are the header.

use super::lexicon::evidence;
use super::rows::Rows;
use super::settle::{settle, unknown};
use std::ops::Range;
use vitae_pack::{Pack, SectionKind};
use vitae_text::tokenize;

/// A heading has at most this many characters and words.
const MAX_CHARS: u32 = 48;
const MAX_WORDS: u32 = 7;

/// A section as rows.
#[derive(Clone, Debug)]
pub(crate) struct SectionRows {
    pub(crate) kind: SectionKind,
    /// Row of the heading; none for the header.
    pub(crate) heading: Option<usize>,
    /// Rows under it.
    pub(crate) rows: Range<usize>,
    /// The alias table says that common parsers know the heading.
    pub(crate) standard: bool,
}

/// How a row looks, as far as headings of one resume share it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
struct Look {
    level: u8,
    /// Size in half points.
    size: u16,
    bold: bool,
    caps: bool,
    ruled: bool,
    font: u16,
    spaced: bool,
}

struct Candidate {
    row: usize,
    look: Look,
    alias: Option<(SectionKind, bool)>,
}

/// Cuts the rows into sections in reading order.
pub(crate) fn find_sections(rows: &Rows, pack: &Pack) -> Vec<SectionRows> {
    let candidates: Vec<Candidate> = (0..rows.rows.len())
        .filter(|row| may_be_heading(rows, *row, pack))
        .map(|row| Candidate {
            row,
            look: look(rows, row),
            alias: pack_heading(rows.row_text(row), pack),
        })
        // Letter-spaced words may look like cells.
        .filter(|one| one.alias.is_some() || rows.rows[one.row].cells.len() == 1)
        .collect();
    let body = body_size(rows);
    let looks = heading_looks(&candidates, body);
    let mut headings: Vec<Found> = Vec::new();
    let first_known = candidates
        .iter()
        .find(|one| one.alias.is_some() && looks.iter().any(|look| same_look(*look, one.look)))
        .map_or(usize::MAX, |one| one.row);
    let gap = usual_gap(rows, &candidates, &looks);
    let known = || candidates.iter().filter(|one| one.alias.is_some());
    let all_ruled = known().count() >= 3 && known().all(|one| one.look.ruled);
    for one in &candidates {
        if !looks.iter().any(|look| same_look(*look, one.look)) {
            continue;
        }
        let distinct = is_distinct(one.look, body);
        let spaced = gap.is_some_and(|gap| rows.rows[one.row].gap_above >= gap);
        match one.alias {
            // Where entries have the look of headings, the space above tells them apart.
            Some(_) if !distinct && gap.is_some() && !spaced && !opens_page(rows, one.row) => {}
            Some((kind, standard)) => {
                headings.push(Found { row: one.row, kind, standard, inline: false })
            }
            None if (one.row > first_known || opens_lists(rows, one, &candidates, pack))
                && (distinct
                    || spaced && one.look.bold
                    || alike_and_named(rows, one, &candidates, pack))
                && (one.look.ruled || !all_ruled)
                && !is_entry(rows, one, pack) =>
            {
                let kind = partial_heading(rows.row_text(one.row), pack);
                let kind = kind.unwrap_or(SectionKind::Other);
                headings.push(Found { row: one.row, kind, standard: false, inline: false });
            }
            None => {}
        }
    }
    add_inline(rows, &mut headings, pack);
    let mut sections = assemble(rows, &headings);
    settle(rows, &mut sections);
    sections
}

/// Small print that looks as several known headings do, and whose words name a section.
fn alike_and_named(rows: &Rows, one: &Candidate, candidates: &[Candidate], pack: &Pack) -> bool {
    let alike = |other: &&Candidate| other.alias.is_some() && same_look(other.look, one.look);
    one.look.size > 0
        && partial_heading(rows.row_text(one.row), pack).is_some()
        && candidates.iter().filter(alike).count() >= 3
}

/// Rows above the first known heading in which unknown ones are looked for.
const MAX_ROWS_ABOVE: usize = 120;

/// A heading above all known ones that the table does not know: its words or its content tell.
fn opens_lists(rows: &Rows, one: &Candidate, candidates: &[Candidate], pack: &Pack) -> bool {
    // Columns have few headings above those that are known.
    let early = one.row <= MAX_ROWS_ABOVE;
    let size = half_points(rows.rows[one.row].style.size);
    let titled =
        one.row == 0 || one.look.level == 0 && early && size > 0 && size == largest_size(rows);
    if titled || !early {
        return false;
    }
    let mut next = candidates.iter().filter(|other| other.row > one.row);
    let end = next.find(|other| same_look(other.look, one.look)).map_or(rows.rows.len(), |o| o.row);
    partial_heading(rows.row_text(one.row), pack).is_some()
        || unknown(rows, one.row + 1..end) == Some(SectionKind::Skills)
}

/// A heading that was found.
#[derive(Copy, Clone)]
struct Found {
    row: usize,
    kind: SectionKind,
    standard: bool,
    /// What it heads stands on its own line.
    inline: bool,
}

/// `Languages: German, French` and `SKILLS: Go, Rust`, set off from what stands above, where no
/// heading opens such a section.
fn add_inline(rows: &Rows, headings: &mut Vec<Found>, pack: &Pack) {
    const KINDS: [SectionKind; 4] = [
        SectionKind::Skills,
        SectionKind::Languages,
        SectionKind::Interests,
        SectionKind::Certificates,
    ];
    let headed = |kind: &SectionKind| headings.iter().any(|heading| heading.kind == *kind);
    let free: Vec<SectionKind> = KINDS.into_iter().filter(|kind| !headed(kind)).collect();
    let mut inline: Vec<Found> = Vec::new();
    let ranged = |row: &usize| rows.row_dates(*row).iter().any(|date| date.is_range);
    let dated: Vec<usize> = (0..rows.rows.len()).filter(ranged).collect();
    for (at, row) in rows.rows.iter().enumerate() {
        let Some((label, rest)) = rows.row_text(at).split_once(':') else { continue };
        let shouted = !label.chars().any(char::is_lowercase);
        let set_off = shouted || row.gap_above >= 0.5;
        if row.item.is_some() || row.continues || rest.trim().is_empty() || !set_off {
            continue;
        }
        let Some((kind, standard)) = pack_heading(label, pack) else { continue };
        if !free.contains(&kind) || inline.iter().any(|found| found.kind == kind) {
            continue;
        }
        let next = headings.partition_point(|heading| heading.row < at);
        let above = next.checked_sub(1).map(|above| headings[above].kind);
        // A labelled list inside an entry belongs to it: more entries follow.
        let end = headings.get(next).map_or(rows.rows.len(), |next| next.row);
        let later = dated.partition_point(|row| *row <= at);
        let inside =
            above.is_some_and(is_dated_kind) && dated.get(later).is_some_and(|row| *row < end);
        if above != Some(SectionKind::Skills) && !inside {
            inline.push(Found { row: at, kind, standard, inline: true });
        }
    }
    headings.extend(inline);
    vitae_text::sort_by_key(headings, |heading| heading.row);
}

fn is_dated_kind(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Work | SectionKind::Projects | SectionKind::Volunteer)
}

fn assemble(rows: &Rows, headings: &[Found]) -> Vec<SectionRows> {
    let mut sections = Vec::with_capacity(headings.len() + 1);
    let largest = largest_size(rows);
    let first = headings.first().map_or(rows.rows.len(), |heading| heading.row);
    if first > 0 {
        sections.push(header(0..first));
    }
    for (index, found) in headings.iter().enumerate() {
        let end = headings.get(index + 1).map_or(rows.rows.len(), |next| next.row);
        let from = if found.inline { found.row } else { found.row + 1 };
        let cut = header_inside(rows, from..end, largest).unwrap_or(end);
        let heading = (!found.inline).then_some(found.row);
        let Found { kind, standard, .. } = *found;
        sections.push(SectionRows { kind, heading, rows: from..cut, standard });
        if cut < end {
            sections.push(header(cut..end));
        }
    }
    sections
}

fn header(rows: Range<usize>) -> SectionRows {
    SectionRows { kind: SectionKind::Header, heading: None, rows, standard: true }
}

/// A column may open with the name or with contact data: its rows are a header although a section of
/// the other column stands above them in reading order.
fn header_inside(rows: &Rows, range: Range<usize>, largest: u16) -> Option<usize> {
    range.clone().skip(1).find(|at| {
        let (row, above) = (&rows.rows[*at], &rows.rows[at - 1]);
        let higher = row.top.zip(above.top).is_some_and(|(here, there)| here + 1.0 < there);
        // Text that flows over pages is read before the column beside it.
        let back = row.page < above.page;
        let moved = back || (row.page == above.page && (row.region != above.region || higher));
        let prominent = row.heading == Some(1)
            || (largest > 0 && half_points(row.style.size) == largest && row.words <= 6);
        row.page == 0
            && moved
            && row.item.is_none()
            && (prominent || (*at..range.end.min(at + 8)).any(|row| is_contact(rows, row)))
    })
}

/// A short line with an e-mail address.
fn is_contact(rows: &Rows, row: usize) -> bool {
    let text = rows.row_text(row);
    rows.rows[row].words <= 12
        && text.split_whitespace().any(|word| {
            word.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
        })
}

fn may_be_heading(rows: &Rows, at: usize, pack: &Pack) -> bool {
    let row = &rows.rows[at];
    if at == 0 && is_document_title(rows.row_text(at)) {
        return false;
    }
    row.item.is_none()
        && !row.continues
        && (row.cells.len() == 1
            || row.caps
            || row.cells.len() == 2
                && row.table.is_none()
                && pack.heading(rows.row_text(at)).is_some())
        && row.chars <= MAX_CHARS
        && row.words <= MAX_WORDS
        && row.dates.is_empty()
        && !row.url
        && rows.row_text(at).chars().any(char::is_alphabetic)
}

fn look(rows: &Rows, at: usize) -> Look {
    let row = &rows.rows[at];
    Look {
        level: row.heading.unwrap_or(0),
        size: half_points(row.style.size),
        bold: row.style.bold,
        caps: row.caps,
        ruled: row.ruled,
        font: row.style.font,
        spaced: row.gap_above >= 0.5 && row.heading.is_none() && row.style.size == 0.0,
    }
}

fn half_points(size: f32) -> u16 {
    (size * 2.0 + 0.5) as u16
}

/// The largest size of any row, in half points.
fn largest_size(rows: &Rows) -> u16 {
    rows.rows.iter().map(|row| half_points(row.style.size)).max().unwrap_or(0)
}

/// The size of most characters, in half points.
fn body_size(rows: &Rows) -> u16 {
    let mut sizes: Vec<(u16, u32)> = Vec::new();
    for row in &rows.rows {
        let size = half_points(row.style.size);
        match sizes.iter_mut().find(|(known, _)| *known == size) {
            Some((_, chars)) => *chars += row.chars,
            None => sizes.push((size, row.chars)),
        }
    }
    sizes.iter().max_by_key(|(_, chars)| *chars).map_or(0, |(size, _)| *size)
}

/// The looks that headings have here: that of most aliases, and every other that is at least as
/// prominent and that the table vouches for.
fn heading_looks(candidates: &[Candidate], body: u16) -> Vec<Look> {
    let mut looks: Vec<(Look, u32)> = Vec::new();
    for one in candidates {
        if let Some((kind, standard)) = one.alias {
            let weight = 2 + u32::from(standard) - u32::from(kind == SectionKind::Other);
            match looks.iter_mut().find(|(look, _)| same_look(*look, one.look)) {
                Some((_, total)) => *total += weight,
                None => looks.push((one.look, weight)),
            }
        }
    }
    let Some((primary, _)) =
        looks.iter().max_by_key(|(look, weight)| (*weight, prominence(*look, body))).copied()
    else {
        return Vec::new();
    };
    let floor = prominence(primary, body);
    // Beside headings by markup, those of a text box may have nothing but the look.
    let alike =
        |look: Look| look.size > body && look.size == primary.size && look.bold == primary.bold;
    let accepted = |look: Look| {
        same_look(look, primary)
            || alike(look)
            || prominence(look, body) > floor
            || (prominence(look, body) == floor && floor > 0)
    };
    let mut kept: Vec<Look> = Vec::new();
    for one in candidates {
        let vouched = looks.iter().any(|(look, _)| same_look(*look, one.look));
        if vouched && accepted(one.look) && !kept.contains(&one.look) {
            kept.push(one.look);
        }
    }
    kept
}

/// Headings of one resume may differ in the rule under them and in the blank line above, where size,
/// weight or case mark them already.
fn same_look(a: Look, b: Look) -> bool {
    if a.level > 0 || b.level > 0 {
        return a.level == b.level;
    }
    let marked = a.bold || a.caps || a.size > 0;
    a.size == b.size
        && a.bold == b.bold
        && a.caps == b.caps
        && (marked || a.ruled == b.ruled && a.spaced == b.spaced)
}

/// How much a look stands out; levels of markup stand above everything.
fn prominence(look: Look, body: u16) -> u32 {
    let level = if look.level == 0 { 0 } else { 1000 - 100 * u32::from(look.level.min(9)) };
    let larger = u32::from(look.size.saturating_sub(body)) * 4;
    level
        + larger
        + 6 * u32::from(look.ruled)
        + 4 * u32::from(look.caps)
        + 4 * u32::from(look.bold)
        + 2 * u32::from(look.spaced)
}

/// Half the space that known headings usually have above them; none when they have none.
fn usual_gap(rows: &Rows, candidates: &[Candidate], looks: &[Look]) -> Option<f32> {
    let known = candidates
        .iter()
        .filter(|one| one.alias.is_some() && looks.iter().any(|look| same_look(*look, one.look)));
    let mut gaps: Vec<f32> = known.map(|one| rows.rows[one.row].gap_above).collect();
    vitae_text::sort_by(&mut gaps, f32::total_cmp);
    let median = *gaps.get(gaps.len() / 2)?;
    (gaps.len() >= 3 && median >= 0.3).then_some(median * 0.5)
}

/// The first row of a page or column has no space above it.
fn opens_page(rows: &Rows, row: usize) -> bool {
    let Some(above) = row.checked_sub(1).map(|above| &rows.rows[above]) else { return true };
    above.page != rows.rows[row].page || above.region != rows.rows[row].region
}

/// Whether a row unknown to the table may be a heading for its look alone.
fn is_distinct(look: Look, body: u16) -> bool {
    look.level > 0 || look.ruled || look.caps || look.size > body
}

/// An employer or a school that looks like a heading: a date or a title follows on the next row.
fn is_entry(rows: &Rows, one: &Candidate, pack: &Pack) -> bool {
    let text = rows.row_text(one.row);
    if one.look.ruled || one.look.level == 1 {
        return false;
    }
    let sum = evidence(text, &tokenize(text), rows.pack);
    let worded = sum.words >= 2 || !text.is_ascii();
    if one.look.level == 0 && worded && sum.school + sum.legal + sum.degree > 0 {
        return true;
    }
    // `SDE-1` has the look of headings in capitals.
    if one.look.level == 0 && sum.role > 0 && partial_heading(text, pack).is_none() {
        return true;
    }
    let next = rows.rows.get(one.row + 1);
    let most = if sum.role > 0 { 14 } else { 8 };
    let dated = next.is_some_and(|row| !row.dates.is_empty() && row.words <= most);
    let named = || {
        one.look.size > 0 && partial_heading(text, pack).is_some()
            || sum.role + sum.organisation == 0 && tail_heading(text, pack).is_some()
    };
    one.look.level == 0 && dated && !named()
}

/// The section that the words of an unknown heading name: `Languages Known`, `Industrial IT Skills`.
/// Of several (`Leadership & Engineering Experience`) the strongest counts.
fn partial_heading(text: &str, pack: &Pack) -> Option<SectionKind> {
    let mut best: Option<(u32, SectionKind)> = None;
    for mark in [" & ", " and ", " / ", " und ", " et ", " y ", " e ", ", "] {
        if text.contains(mark) {
            for (kind, _) in text.split(mark).filter_map(|part| pack_heading(part, pack)) {
                let strength = strength(text, kind);
                if best.is_none_or(|(known, _)| known < strength) {
                    best = Some((strength, kind));
                }
            }
        }
    }
    best.map(|(_, kind)| kind).or_else(|| tail_heading(text, pack)).or_else(|| {
        let heads = text.match_indices(' ').rev().map(|(at, _)| &text[..at]);
        heads.filter_map(|part| pack_heading(part, pack)).map(|(kind, _)| kind).next()
    })
}

/// The section that the last words of an unknown heading name.
fn tail_heading(text: &str, pack: &Pack) -> Option<SectionKind> {
    let tails = text.match_indices(' ').map(|(at, _)| &text[at + 1..]);
    tails.filter_map(|part| pack_heading(part, pack)).map(|(kind, _)| kind).next()
}

/// How much a kind counts that one part of a heading of several names.
fn strength(text: &str, kind: SectionKind) -> u32 {
    match kind {
        SectionKind::Work if names_work(text) => 9,
        SectionKind::Volunteer if names_volunteering(text) => 8,
        SectionKind::Work => 7,
        SectionKind::Education => 6,
        SectionKind::Projects | SectionKind::OpenSource => 5,
        SectionKind::Skills => 4,
        SectionKind::Summary | SectionKind::Objective => 1,
        SectionKind::Other | SectionKind::Header => 0,
        _ => 3,
    }
}

fn has_word(text: &str, starts: &[&str]) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|ch: char| !ch.is_alphanumeric());
    words.any(|word| starts.iter().any(|start| word.starts_with(start)))
}

/// Words that stand over paid work alone.
fn names_work(text: &str) -> bool {
    has_word(text, &["work", "employ", "career", "job", "engagement", "beruf", "emploi", "empleo"])
}

/// Words that stand over unpaid work alone.
pub(crate) fn names_volunteering(text: &str) -> bool {
    const STARTS: &[&str] =
        &["volunt", "communit", "civic", "charit", "ehrenamt", "bénévol", "associat", "pro bono"];
    has_word(text, STARTS)
}

/// `S K I L L S`, `学 歴`: single letters with spaces between them, as a word.
fn unspaced(text: &str) -> Option<String> {
    let single = |word: &str| word.chars().count() == 1;
    let spaced = text.contains(' ') && text.split_whitespace().all(single);
    spaced.then(|| {
        let words = text.split("  ").map(|word| word.split_whitespace().collect::<String>());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    })
}

/// What stands over a whole resume is no heading of a section, though `Résumé` is French for a
/// summary and `職務経歴書` holds the word for work.
fn is_document_title(text: &str) -> bool {
    const TITLES: &[&str] = &[
        "résumé",
        "resume",
        "curriculum vitae",
        "cv",
        "職務経歴書",
        "履歴書",
        "lebenslauf",
        "이력서",
        "경력기술서",
        "简历",
        "个人简历",
    ];
    let text = text.trim_matches(|ch: char| !ch.is_alphanumeric()).to_lowercase();
    TITLES.contains(&text.as_str())
}

/// The section that a heading's text names, decoration aside.
fn pack_heading(text: &str, pack: &Pack) -> Option<(SectionKind, bool)> {
    let core = text.trim_matches(|ch: char| !ch.is_alphanumeric());
    let hit = pack.heading(core).or_else(|| pack.heading(&unspaced(core)?))?;
    Some((hit.kind, hit.standard))
}
