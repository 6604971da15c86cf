//! Skills: labelled lists, tables, columns, bullets and plain lists to groups. Names stay as printed.

use super::out::{Out, item, under};
use super::rows::Rows;
use super::sections::SectionRows;
use super::tables::is_table_head;
use crate::{Ranges, Skill};
use std::collections::HashSet;
use std::ops::Range;
use vitae_text::TextRange;

/// A group in the making.
#[derive(Default)]
struct Group {
    label: Option<TextRange>,
    names: Vec<TextRange>,
    /// The label stands on a row of its own, so that the rows below belong to it.
    open: bool,
}

/// Adds a section of skills.
pub(crate) fn add_skills(out: &mut Out, rows: &Rows, section: &SectionRows) {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = section.rows.start;
    let turns = takes_turns(rows, &section.rows);
    let widest = rows.rows[section.rows.clone()].iter().map(|row| row.chars).max().unwrap_or(0);
    while at < section.rows.end {
        let end = rows.block_end(at, section.rows.end);
        let end = (at + 1..end).find(|row| rows.rows[*row].broken).unwrap_or(end);
        let end = wrapped_list_end(rows, end, section.rows.end, widest);
        if turns && !has_separator(rows.row_text(at)) {
            let label = trim_label(&out.doc.text, rows.rows[at].range);
            groups.push(Group { label: Some(label), names: Vec::new(), open: true });
            at += 1;
            continue;
        }
        if is_table_head(rows, at, section.rows.end) {
            out.cover(rows.rows[at].range);
            at += 1;
            continue;
        }
        let columns = column_table(rows, at, section.rows.end);
        if columns > at {
            read_columns(rows, at..columns, &mut groups);
            at = columns;
            continue;
        }
        block(out, rows, at..end, section.rows.end, &mut groups);
        at = end;
    }
    for group in groups.into_iter().filter(|group| !group.names.is_empty()) {
        let index = out.parsed.resume.skills.len();
        let pointer = item("/skills", index);
        let label = group.label.or(section.heading.map(|row| rows.rows[row].range));
        let name = match label {
            Some(range) => {
                let range = trim_label(&out.doc.text, range);
                let found = out.join(&[range], if group.label.is_some() { 90 } else { 60 });
                out.take_at(&pointer, "name", found)
            }
            None => String::new(),
        };
        let mut keywords: Vec<String> = Vec::with_capacity(group.names.len());
        let mut known = HashSet::<String>::new();
        let list = under(&pointer, "keywords");
        for range in group.names {
            let found = out.join_lines(lines_of(out.doc.text.as_str(), range), 90);
            if keywords.len() == FEW && known.is_empty() {
                known.extend(keywords.iter().cloned());
            }
            let again = if keywords.len() < FEW {
                keywords.contains(&found.text)
            } else {
                !known.insert(found.text.clone())
            };
            if found.text.is_empty() || again {
                out.cover(range);
                continue;
            }
            keywords.push(out.take(item(&list, keywords.len()), found));
        }
        out.parsed.resume.skills.push(Skill { name, keywords, ..Skill::default() });
    }
}

/// Above so many names, comparing each with all others takes longer than hashing them.
const FEW: usize = 64;

/// A name that wrapped, as one span per line.
fn lines_of(text: &str, range: TextRange) -> Ranges {
    let slice = range.of(text);
    let mut lines = Ranges::new();
    let mut at = range.start as usize;
    for line in slice.split('\n') {
        let left = line.len() - line.trim_start().len();
        let kept = line.trim();
        if !kept.is_empty() {
            lines.push(TextRange::at(at + left, at + left + kept.len()));
        }
        at += line.len() + 1;
    }
    lines
}

/// Reads one block: a row with the rows that continue it.
fn block(out: &mut Out, rows: &Rows, range: Range<usize>, end: usize, groups: &mut Vec<Group>) {
    let first = &rows.rows[range.start];
    let cells = rows.row_cells(range.start);
    let last = rows.rows[range.end - 1].range;
    let text = &out.doc.text;
    // `Label <gap> list`, a table row or a row of two columns.
    if cells.len() >= 2 && !has_separator(rows.text(cells[0])) {
        let rest = TextRange::new(cells[1].start, last.end);
        let listed = has_separator(rest.of(text)) || first.table.is_some() || cells.len() == 2;
        if listed {
            let label = trim_label(text, cells[0]);
            groups.push(Group { label: Some(label), names: split_range(text, rest), open: false });
            return;
        }
    }
    let whole = TextRange::new(first.range.start, last.end);
    if let Some(label) = bold_label(rows, whole) {
        let names = split_range(text, TextRange::new(label.end, whole.end));
        groups.push(Group { label: Some(trim_label(text, label)), names, open: false });
        return;
    }
    if let Some((colon, mark)) = label_end(whole.of(text)) {
        let label =
            trim_label(text, TextRange::at(whole.start as usize, whole.start as usize + colon));
        let rest = TextRange::new(whole.start + (colon + mark) as u32, whole.end);
        let names = split_range(text, rest);
        let open = names.is_empty();
        groups.push(Group { label: Some(label), names, open });
        return;
    }
    if is_label_row(rows, range.start, end) {
        groups.push(Group { label: Some(trim_label(text, whole)), names: Vec::new(), open: true });
        return;
    }
    let names = if let Some(words) = known_words(rows, whole) {
        words
    } else if cells.len() > 1 {
        cells.iter().flat_map(|cell| split_range(text, *cell)).collect()
    } else {
        split_range(text, whole)
    };
    match groups.last_mut() {
        Some(group) if group.open || group.label.is_none() => group.names.extend(names),
        _ => groups.push(Group { label: None, names, open: false }),
    }
}

/// `Go Terraform Kubernetes`: names with nothing but spaces between them, most of them known.
fn known_words(rows: &Rows, range: TextRange) -> Option<Vec<TextRange>> {
    let text = rows.text(range);
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() < 4 || words.len() > 60 || has_separator(text) {
        return None;
    }
    let known = words.iter().filter(|word| rows.pack.skill_named(word).is_some()).count();
    let base = text.as_ptr() as usize;
    (known * 3 >= words.len() * 2).then(|| {
        let at = |word: &&str| range.start as usize + (word.as_ptr() as usize - base);
        words.iter().map(|word| TextRange::at(at(word), at(word) + word.len())).collect()
    })
}

/// `**Languages** Go, C`: the bold words before a list that is not bold.
fn bold_label(rows: &Rows, range: TextRange) -> Option<TextRange> {
    let mut runs = rows.doc.runs_in(range);
    let first = runs.next().filter(|run| run.style.bold)?;
    let end = first.range.end.min(range.end);
    let label = TextRange::new(range.start, end);
    let (words, rest) = (rows.text(label), rows.text(TextRange::new(end, range.end)));
    let named = words.split_whitespace().count() <= 4 && !has_separator(words);
    let listed = has_separator(rest) && runs.all(|run| !run.style.bold);
    (named && listed && rest.trim_start().starts_with(char::is_alphanumeric)).then_some(label)
}

/// Offset and length of the colon, or of the dash before a list, that ends a label of at most five
/// words.
fn label_end(text: &str) -> Option<(usize, usize)> {
    let is_label =
        |label: &str| (1..=5).contains(&label.split_whitespace().count()) && !has_separator(label);
    if let Some(colon) = text.find([':', '：']) {
        let mark = text[colon..].chars().next().map_or(1, char::len_utf8);
        let after = text[colon + mark..].trim_start_matches('*');
        let spaced = mark > 1 || after.chars().next().is_none_or(char::is_whitespace);
        if spaced && is_label(&text[..colon]) {
            return Some((colon, mark));
        }
    }
    let dash = [" – ", " — ", " - "]
        .into_iter()
        .filter_map(|mark| Some((text.find(mark)?, mark.len())))
        .min()?;
    (is_label(&text[..dash.0]) && has_separator(&text[dash.0..])).then_some(dash)
}

fn trim_label(text: &str, range: TextRange) -> TextRange {
    let slice = range.of(text);
    let edge = |ch: char| {
        ch.is_whitespace()
            || matches!(ch, '*' | '=' | '#' | ':' | '：' | '|' | '–' | '—' | '-' | '·')
    };
    let left = slice.len() - slice.trim_start_matches(edge).len();
    let kept = slice.trim_matches(edge).len();
    TextRange::at(range.start as usize + left, range.start as usize + left + kept)
}

/// A row of its own that names the rows below: it stands out from them, or it ends in a colon.
fn is_label_row(rows: &Rows, row: usize, end: usize) -> bool {
    let data = &rows.rows[row];
    let text = rows.row_text(row);
    if data.words > 5 || has_separator(text) {
        return false;
    }
    if data.heading.is_some() || text.ends_with(':') {
        return true;
    }
    let Some(next) = rows.rows.get(row + 1).filter(|_| row + 1 < end) else { return false };
    if data.item.is_some() {
        return next.item > data.item;
    }
    let (here, there) = (data.lead, next.lead);
    next.item.is_some()
        || (here.bold && !there.bold)
        || (here.italic && !there.italic && has_separator(rows.row_text(row + 1)))
        || here.size > there.size + 0.5
}

/// Past the rows below a list that it goes on in: a bracket is still open, or a full row breaks off
/// before a small letter.
fn wrapped_list_end(rows: &Rows, end: usize, last: usize, widest: u32) -> usize {
    let mut end = end;
    while end < last {
        let (above, below) = (rows.row_text(end - 1), rows.row_text(end));
        let open = above.rfind('(').is_some_and(|open| !above[open..].contains(')'));
        let full = rows.rows[end - 1].chars * 10 >= widest * 7;
        let small = below.starts_with(char::is_lowercase) && label_end(below).is_none();
        let list = has_separator(above) && !above.ends_with(['.', ';', ':']);
        let row = &rows.rows[end];
        let plain = row.item.is_none() && row.cells.len() == 1 && row.gap_above < 0.3;
        let closes = below.find(')').is_some_and(|close| !below[..close].contains('('));
        if !plain || !(open && closes || full && small && list) {
            break;
        }
        end += 1;
    }
    end
}

/// Labels and lists take turns, row by row, though nothing but that tells them apart.
fn takes_turns(rows: &Rows, range: &Range<usize>) -> bool {
    let lists = |row: usize| has_separator(rows.row_text(row));
    let plain = range.clone().all(|row| {
        let data = &rows.rows[row];
        data.item.is_none() && data.cells.len() == 1 && label_end(rows.row_text(row)).is_none()
    });
    let labels: Vec<usize> = range.clone().filter(|row| !lists(*row)).collect();
    plain
        && labels.len() >= 2
        && labels.first() == Some(&range.start)
        && labels
            .iter()
            .all(|row| row + 1 < range.end && lists(row + 1) && rows.rows[*row].words <= 4)
}

/// End of a table whose first row names its columns (bold above plain); `from` when there is none.
fn column_table(rows: &Rows, from: usize, end: usize) -> usize {
    let head = &rows.rows[from];
    let count = head.cells.len();
    if count < 2
        || !head.style.bold
        || rows.row_cells(from).iter().any(|cell| has_separator(rows.text(*cell)))
    {
        return from;
    }
    let mut to = from + 1;
    while to < end
        && !rows.rows[to].style.bold
        && rows.rows[to].cells.len() <= count
        && !rows.rows[to].continues
    {
        to += 1;
    }
    let full = (from + 1..to).filter(|row| rows.rows[*row].cells.len() == count).count();
    if full >= 1 && full * 2 >= to - from - 1 { to } else { from }
}

fn read_columns(rows: &Rows, range: Range<usize>, groups: &mut Vec<Group>) {
    let first = groups.len();
    for cell in rows.row_cells(range.start) {
        groups.push(Group { label: Some(*cell), names: Vec::new(), open: false });
    }
    for row in range.start + 1..range.end {
        for (index, cell) in rows.row_cells(row).iter().enumerate() {
            if let Some(group) = groups.get_mut(first + index) {
                group.names.push(*cell);
            }
        }
    }
}

fn has_separator(text: &str) -> bool {
    text.contains([',', '|', '·', '•', ';', '、', '，', '∙', '‧']) || text.contains(" / ")
}

/// The names of a list, outside brackets, as spans.
fn split_range(text: &str, range: TextRange) -> Vec<TextRange> {
    let slice = range.of(text);
    let base = slice.as_ptr() as usize;
    split_list(slice)
        .into_iter()
        .map(|name| {
            let start = range.start as usize + (name.as_ptr() as usize - base);
            TextRange::at(start, start + name.len())
        })
        .collect()
}

/// Splits a list at its strongest separator, outside brackets; a final full stop goes.
pub(crate) fn split_list(text: &str) -> Vec<&str> {
    const STRONG: &[char] = &['|', '·', '•', '∙', '‧', '●', '◆', '▪', '｜'];
    const WEAK: &[char] = &[',', ';', '、', '，'];
    let marks = match (text.contains(STRONG), text.contains(WEAK)) {
        (true, _) => STRONG,
        // `Go / Rust / Python`; inside a name the slash has no spaces (`CI/CD`).
        (false, false) if text.contains(" / ") => &['/'],
        _ => WEAK,
    };
    let mut names = Vec::new();
    let (mut depth, mut from) = (0usize, 0);
    for (at, ch) in text.char_indices() {
        match ch {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            '/' if !text[..at].ends_with(' ') || !text[at + 1..].starts_with(' ') => {}
            _ if depth == 0 && marks.contains(&ch) => {
                push_name(&mut names, &text[from..at]);
                from = at + ch.len_utf8();
            }
            _ => {}
        }
    }
    push_name(&mut names, &text[from..]);
    names
}

fn push_name<'a>(names: &mut Vec<&'a str>, raw: &'a str) {
    let mut name = raw.trim_matches(|ch: char| ch.is_whitespace() || ch == '*');
    for word in ["and ", "und ", "et ", "y "] {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    let bare = name.strip_suffix('.').unwrap_or(name).trim_end();
    let name = if bare.contains('.') && bare.len() <= 4 { name } else { bare };
    if name.chars().any(char::is_alphanumeric) {
        names.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::split_list;

    #[test]
    fn lists_split_outside_brackets_only() {
        assert_eq!(split_list("Go, AWS (EC2, S3), CI/CD."), ["Go", "AWS (EC2, S3)", "CI/CD"]);
        assert_eq!(split_list("Go | C, C++ | Rust"), ["Go", "C, C++", "Rust"]);
        assert_eq!(split_list("Go / C++ / CI/CD"), ["Go", "C++", "CI/CD"]);
        assert_eq!(split_list("Node.js, Vue.js"), ["Node.js", "Vue.js"]);
        assert_eq!(split_list("Go, Rust, and Zig"), ["Go", "Rust", "Zig"]);
        assert!(split_list(" , ").is_empty());
    }
}
