//! Rows of a section to entries: which rows head an entry and which stand under it. Groups of head
//! rows that hold several dates are cut where the other groups of the section begin.

use super::lexicon::{Evidence, evidence};
use super::rows::{Row, Rows};
use super::tables::is_table_head;
use std::ops::Range;
use vitae_text::tokenize;

/// An entry as rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Head rows, wrapped ones included.
    pub(crate) head: Vec<usize>,
    /// Blocks under them: bullets and paragraphs.
    pub(crate) body: Vec<Range<usize>>,
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Kind {
    Head,
    Item,
    Prose,
}

/// Cuts the rows of a section into entries. Rows above the first head come back as an entry without.
pub(crate) fn split(rows: &Rows, range: Range<usize>, nested: bool) -> Vec<Entry> {
    split_blocks(rows, blocks(rows, range), nested)
}

/// As [`split`], where a list without heads is a list of entries.
pub(crate) fn split_list(rows: &Rows, range: Range<usize>) -> Vec<Entry> {
    let mut blocks = blocks(rows, range);
    promote_list(rows, &mut blocks);
    let apart = blocks
        .iter()
        .all(|(kind, block)| *kind != Kind::Head || rows.rows[block.start].item.is_some());
    if !apart {
        return split_blocks(rows, blocks, false);
    }
    let mut entries: Vec<Entry> = Vec::new();
    for (kind, block) in blocks {
        match (kind, entries.last_mut()) {
            (Kind::Head, _) | (_, None) => {
                entries.push(Entry { head: block.collect(), body: Vec::new() });
            }
            (_, Some(entry)) => entry.body.push(block),
        }
    }
    entries
}

fn split_blocks(rows: &Rows, blocks: Vec<(Kind, Range<usize>)>, nested: bool) -> Vec<Entry> {
    let mut groups: Vec<Entry> = Vec::new();
    for (kind, block) in blocks {
        match kind {
            Kind::Head => {
                if groups.last().is_none_or(|group| !group.body.is_empty()) {
                    groups.push(Entry::default());
                }
                if let Some(group) = groups.last_mut() {
                    group.head.extend(block);
                }
            }
            Kind::Item | Kind::Prose => {
                if groups.is_empty() {
                    groups.push(Entry::default());
                }
                if let Some(group) = groups.last_mut() {
                    group.body.push(block);
                }
            }
        }
    }
    cut_groups(rows, groups, nested)
}

/// The blocks of a section: a first row with the rows that continue it.
fn blocks(rows: &Rows, range: Range<usize>) -> Vec<(Kind, Range<usize>)> {
    let mut blocks = Vec::with_capacity(range.len());
    let mut at = range.start;
    while at < range.end {
        if is_table_head(rows, at, range.end) {
            at += 1;
            continue;
        }
        let end = rows.block_end(at, range.end);
        let first = &rows.rows[at];
        let kind = if first.item.is_some() {
            Kind::Item
        } else if is_prose(rows, at, end) {
            Kind::Prose
        } else {
            Kind::Head
        };
        blocks.push((kind, at..end));
        at = end;
    }
    promote_items(rows, &mut blocks);
    continue_lists(rows, &mut blocks);
    blocks
}

/// Paragraphs that the reader did not see wrap: a sentence without its end, and a labelled list where
/// heads are bold or italic and the line under it is not.
fn continue_lists(rows: &Rows, blocks: &mut Vec<(Kind, Range<usize>)>) {
    let marked = |row: usize| {
        let row = &rows.rows[row];
        row.style.bold || row.style.italic || row.heading.is_some()
    };
    let styled =
        blocks.first().is_some_and(|(kind, block)| *kind == Kind::Head && marked(block.start));
    let mut kept: Vec<(Kind, Range<usize>)> = Vec::with_capacity(blocks.len());
    for (kind, block) in blocks.drain(..) {
        let Some((above_kind, above)) = kept.last().cloned() else {
            kept.push((kind, block));
            continue;
        };
        let (last, row) = (&rows.rows[above.end - 1], &rows.rows[block.start]);
        let plain = !marked(block.start) && row.dates.is_empty() && row.cells.len() == 1;
        let close =
            row.gap_above < 0.2 && row.style.size == last.style.size && row.region == last.region;
        let listed = styled && is_labelled(rows.row_text(above.start));
        let text = rows.row_text(above.end - 1);
        let unfinished = last.chars >= 50 && !text.ends_with(['.', '!', '?', ':', ';', '。']);
        let prose = above_kind == Kind::Prose;
        let goes_on = kind == Kind::Head && prose && (listed || unfinished) && plain && close;
        match kept.last_mut().filter(|_| goes_on) {
            Some((_, above)) => above.end = block.end,
            None => kept.push((kind, block)),
        }
    }
    *blocks = kept;
}

/// Where the entries themselves are list items: the dated ones of the outermost depth are heads.
fn promote_items(rows: &Rows, blocks: &mut [(Kind, Range<usize>)]) {
    if blocks
        .iter()
        .any(|(kind, block)| *kind == Kind::Head && !rows.rows[block.start].dates.is_empty())
    {
        return;
    }
    let dated = |block: &Range<usize>| {
        rows.rows[block.start].dates.len() == 1 && rows.row_dates(block.start)[0].is_range
    };
    let depth = blocks
        .iter()
        .filter(|(kind, block)| *kind == Kind::Item && dated(block))
        .filter_map(|(_, block)| rows.rows[block.start].item)
        .min();
    let Some(depth) = depth else { return };
    for (kind, block) in blocks.iter_mut() {
        let row = &rows.rows[block.start];
        if *kind == Kind::Item && row.item == Some(depth) && (dated(block) || row.heading.is_some())
        {
            *kind = Kind::Head;
        }
    }
}

/// Schools as a list without heads: every item of the outermost depth is an entry.
fn promote_list(rows: &Rows, blocks: &mut [(Kind, Range<usize>)]) {
    let item = |block: &Range<usize>| rows.rows[block.start].item;
    if blocks.iter().any(|(kind, _)| *kind == Kind::Head) {
        return;
    }
    let depth = blocks.iter().filter_map(|(_, block)| item(block)).min();
    for (kind, block) in blocks.iter_mut() {
        let text = rows.row_text(block.start);
        if *kind == Kind::Item && item(block) == depth && !is_labelled(text) {
            *kind = Kind::Head;
        }
    }
}

/// A sentence or a labelled list, not the head of an entry.
fn is_prose(rows: &Rows, from: usize, to: usize) -> bool {
    let first = &rows.rows[from];
    let cell = rows.text(rows.row_cells(from)[0]);
    // `Stack: <gap> Go, SQL`
    if cell.ends_with(':') && first.cells.len() > 1 && first.dates.is_empty() {
        return cell.split_whitespace().count() <= 3 && !is_field_label(cell);
    }
    if first.heading.is_some() || first.cells.len() > 1 {
        return false;
    }
    let last = rows.row_text(to - 1);
    let words: u32 = rows.rows[from..to].iter().map(|row| row.words).sum();
    let small: usize = (from..to).map(|row| small_words(rows.row_text(row))).sum();
    let ranged = first.dates.len() == 1 && rows.row_dates(from)[0].is_range;
    if is_labelled(rows.row_text(from)) && !ranged {
        return true;
    }
    if ranged && words <= 16 {
        return false;
    }
    let share = small * 100 / (words.max(1) as usize);
    let sentence = last.ends_with(['.', '!', '?', '。', ';']) && !ends_in_abbreviation(last);
    (words >= 4 && sentence && share >= 40)
        || (words == 3 && sentence && share >= 60)
        || (words >= 9 && share >= 50)
        || (words >= 18 && share >= 30)
}

/// `Coursework: …`, `Tech stack: …`: a label of at most three words, then a list.
fn is_labelled(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(':') else { return false };
    let (label, rest) = (label.trim_start_matches('*'), rest.trim_start_matches('*'));
    !rest.trim().is_empty()
        && rest.starts_with(char::is_whitespace)
        && label.split_whitespace().count() <= 3
        && label.chars().all(|ch| ch.is_alphabetic() || matches!(ch, ' ' | '-' | '/' | '&'))
        && !is_field_label(label)
}

/// Labels before what heads an entry: `Company: Acme`, `Role: Developer`.
pub(crate) fn is_field_label(label: &str) -> bool {
    const LABELS: &[&str] = &[
        "city",
        "country",
        "stadt",
        "land",
        "ville",
        "pays",
        "ciudad",
        "país",
        "cidade",
        "company",
        "employer",
        "organization",
        "organisation",
        "position",
        "role",
        "title",
        "job title",
        "designation",
        "duration",
        "period",
        "dates",
        "location",
        "firma",
        "unternehmen",
        "arbeitgeber",
        "position",
        "zeitraum",
        "ort",
        "entreprise",
        "poste",
        "période",
        "lieu",
        "empresa",
        "puesto",
        "cargo",
        "periodo",
        "período",
        "회사",
        "회사명",
        "직책",
        "직위",
        "기간",
        "会社名",
        "会社",
        "役職",
        "職種",
        "期間",
        "公司",
        "职位",
        "时间",
        "university",
        "college",
        "school",
        "institution",
        "institute",
        "degree",
        "hochschule",
        "abschluss",
        "école",
        "diplôme",
        "universidad",
        "título",
        "universidade",
        "학교",
        "전공",
        "学校",
        "学位",
        "学历",
        "专业",
    ];
    let label = label.trim_end_matches([':', '：']).trim().to_lowercase();
    LABELS.contains(&label.as_str())
}

fn small_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count()
}

/// `Ltd.`, `Inc.`, `S.A.`: a full stop that ends no sentence.
fn ends_in_abbreviation(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let core = word.trim_end_matches('.');
    core.contains('.') || (core.len() <= 4 && core.starts_with(char::is_uppercase)) || core == "o.o"
}

/// Head lines of a group: rows with their wrapped followers.
fn head_lines(rows: &[Row], head: &[usize]) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    for (index, row) in head.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if rows[*row].continues && !rows[*row].broken => line.end = index + 1,
            _ => lines.push(index..index + 1),
        }
    }
    lines
}

fn is_dated(rows: &Rows, group: &Entry, line: &Range<usize>) -> bool {
    group.head[line.clone()].iter().any(|row| !rows.rows[*row].dates.is_empty())
}

/// How many head lines stand above the dated one: where the date has a line of its own, and where it
/// shares one.
#[derive(Copy, Clone)]
struct Offsets {
    alone: usize,
    shared: usize,
}

/// Cuts groups that hold more than one entry.
fn cut_groups(rows: &Rows, groups: Vec<Entry>, nested: bool) -> Vec<Entry> {
    let lines: Vec<Vec<Range<usize>>> =
        groups.iter().map(|group| head_lines(&rows.rows, &group.head)).collect();
    let offsets = date_offsets(rows, &groups, &lines, nested);
    let mut entries = Vec::with_capacity(groups.len());
    for (group, lines) in groups.into_iter().zip(&lines) {
        let dated = dated_lines(rows, &group, lines, nested);
        if dated.len() < 2 {
            entries.push(group);
            continue;
        }
        let mut starts = vec![0];
        for pair in dated.windows(2) {
            let alone = is_alone(rows, &group, &lines[pair[1]]);
            let offset = if alone { offsets.alone } else { offsets.shared };
            let usual = pair[1].saturating_sub(offset).max(pair[0] + 1);
            starts.push(
                after_gap(rows, &group, &lines[pair[0] + 1..=pair[1]])
                    .map_or(usual, |at| pair[0] + 1 + at),
            );
        }
        starts.push(lines.len());
        for (index, pair) in starts.windows(2).enumerate() {
            let from = lines[pair[0]].start;
            let to = lines.get(pair[1]).map_or(group.head.len(), |line| line.start);
            let last = index + 2 == starts.len();
            let body = if last { group.body.clone() } else { Vec::new() };
            entries.push(Entry { head: group.head[from..to].to_vec(), body });
        }
    }
    entries
}

/// The one line with space above it among others without: there an entry begins.
fn after_gap(rows: &Rows, group: &Entry, lines: &[Range<usize>]) -> Option<usize> {
    let gap = |line: &Range<usize>| rows.rows[group.head[line.start]].gap_above;
    let least = lines.iter().map(gap).fold(f32::MAX, f32::min);
    let mut wide = (0..lines.len()).filter(|at| gap(&lines[*at]) >= least + 0.5);
    let first = wide.next()?;
    (lines.len() > 1 && wide.next().is_none()).then_some(first)
}

/// Nothing but the date stands on the line.
fn is_alone(rows: &Rows, group: &Entry, line: &Range<usize>) -> bool {
    group.head[line.clone()].iter().all(|row| {
        let dates: u32 = rows.row_dates(*row).iter().map(|date| date.range.len()).sum();
        dates + 3 >= rows.rows[*row].range.len()
    })
}

/// The dated lines of a group that stand for an entry each. An employer with the dates of all its
/// roles, right above the first of them, does not.
fn dated_lines(rows: &Rows, group: &Entry, lines: &[Range<usize>], nested: bool) -> Vec<usize> {
    let mut dated: Vec<usize> =
        (0..lines.len()).filter(|line| is_dated(rows, group, &lines[*line])).collect();
    if !nested {
        return dated;
    }
    let mut index = 0;
    while index + 1 < dated.len() {
        let (line, next) = (dated[index], dated[index + 1]);
        if next == line + 1 && is_employer_over_role(rows, group, &lines[line], &lines[next]) {
            dated.remove(index);
        } else {
            index += 1;
        }
    }
    dated
}

fn is_employer_over_role(
    rows: &Rows,
    group: &Entry,
    line: &Range<usize>,
    next: &Range<usize>,
) -> bool {
    let (above, below) = (line_evidence(rows, group, line), line_evidence(rows, group, next));
    let names = |sum: Evidence| sum.legal.saturating_add(sum.organisation);
    above.role == 0 && below.role > 0 && (names(below) == 0 || names(above) > 0)
        || (names(above) > 0 && names(below) == 0 && above.role == 0)
}

fn line_evidence(rows: &Rows, group: &Entry, line: &Range<usize>) -> Evidence {
    group.head[line.clone()].iter().fold(Evidence::default(), |sum, row| {
        let text = rows.row_text(*row);
        sum.plus(evidence(text, &tokenize(text), rows.pack))
    })
}

/// The offsets of most groups; a group with one date leaves no doubt and counts twice. Where only
/// one way of dating is seen first in a group, the other differs by the line that the date takes.
fn date_offsets(
    rows: &Rows,
    groups: &[Entry],
    lines: &[Vec<Range<usize>>],
    nested: bool,
) -> Offsets {
    let mut counts = [[0u32; 4]; 2];
    for (group, lines) in groups.iter().zip(lines) {
        let dated = dated_lines(rows, group, lines, nested);
        if let Some(first) = dated.first() {
            let alone = usize::from(is_alone(rows, group, &lines[*first]));
            counts[alone][(*first).min(3)] += if dated.len() == 1 { 2 } else { 1 };
        }
    }
    let most = |counts: &[u32; 4]| {
        let most = counts.iter().copied().max().filter(|most| *most > 0)?;
        counts.iter().position(|count| *count == most)
    };
    let (shared, alone) = (most(&counts[0]), most(&counts[1]));
    Offsets {
        alone: alone.or(shared.map(|shared| shared + 1)).unwrap_or(0),
        shared: shared.or(alone.map(|alone| alone.saturating_sub(1))).unwrap_or(0),
    }
}
