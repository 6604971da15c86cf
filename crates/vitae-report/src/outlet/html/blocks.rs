//! The text of a report cut into what a person sees as one piece: name, headings, entries, bullets and
//! paragraphs with all the lines they wrap over.

use crate::report::Report;
use vitae_document::leading_bullet;
use vitae_text::TextRange;

/// What a block is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Heading,
    /// A line that names a role, a school or a project.
    Entry,
    Item,
    Text,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// From its first to its last byte, the sign of a bullet included.
    pub(super) range: TextRange,
    /// Its lines, without the sign of a bullet.
    pub(super) lines: Vec<TextRange>,
    /// A blank line stands above.
    pub(super) gap: bool,
}

/// Fields that run over several lines, each with its ranges, by start.
struct Owners(Vec<(TextRange, usize, bool)>);

impl Owners {
    fn new(report: &Report) -> Self {
        let mut owners = Vec::new();
        for (index, (pointer, field)) in report.fields.iter().enumerate() {
            let item = pointer.contains("/highlights/");
            if item || pointer.ends_with("/summary") || pointer.ends_with("/description") {
                owners.extend(field.ranges.iter().map(|range| (*range, index, item)));
            }
        }
        owners.sort_unstable();
        Self(owners)
    }

    /// The field that a line belongs to, and whether it is a bullet.
    fn of(&self, line: TextRange) -> Option<(usize, bool)> {
        let first = self.0.partition_point(|(range, ..)| range.end <= line.start);
        let (_, owner, item) = self.0.get(first).filter(|(range, ..)| range.start < line.end)?;
        Some((*owner, *item))
    }
}

/// `=====` under a heading of plain text is a rule, not words.
fn is_rule(line: &str) -> bool {
    let signs = ['=', '-', '_', '*', '~', '─', '━', '═'];
    line.chars().count() >= 3 && signs.iter().any(|sign| line.chars().all(|ch| ch == *sign))
}

/// The blocks of a report, at most `most`.
pub(super) fn blocks(report: &Report, most: usize) -> Vec<Block> {
    let text = &report.document.text;
    let owners = Owners::new(report);
    let name = report.fields.get("/basics/name").and_then(|name| name.ranges.first().copied());
    let mut titles: Vec<TextRange> = Vec::new();
    for (pointer, field) in report.fields.iter() {
        let entry = ["/work/", "/education/", "/projects/", "/volunteer/"]
            .iter()
            .any(|list| pointer.starts_with(list));
        let leaf = pointer.rsplit('/').next().unwrap_or("");
        if entry && ["name", "position", "institution", "organization"].contains(&leaf) {
            titles.extend(&field.ranges);
        }
    }
    titles.sort_unstable();
    let touches = |ranges: &[TextRange], line: TextRange| {
        ranges.iter().any(|range| range.start < line.end && line.start < range.end)
    };
    let mut headings: Vec<TextRange> = report.sections.iter().map(|one| one.heading).collect();
    headings.retain(|heading| !heading.is_empty());
    let mut blocks: Vec<Block> = Vec::new();
    let (mut start, mut gap, mut owner_above) = (0, false, None);
    for line in text.split_inclusive('\n') {
        let whole = TextRange::at(start, start + line.trim_end().len());
        start += line.len();
        if line.trim().is_empty() {
            gap = true;
            continue;
        }
        if is_rule(line.trim()) {
            continue;
        }
        let printed = whole.of(text);
        let indent = printed.len() - printed.trim_start().len();
        let sign = leading_bullet(printed);
        let content = sign.unwrap_or(indent).min(printed.len());
        let content = TextRange::new(whole.start + content as u32, whole.end);
        let owner = owners.of(whole);
        let goes_on = owner.is_some() && owner == owner_above && sign.is_none();
        owner_above = owner;
        if let (true, Some(last)) = (goes_on, blocks.last_mut()) {
            last.range.end = whole.end;
            last.lines.push(content);
            gap = false;
            continue;
        }
        if blocks.len() >= most {
            break;
        }
        let kind = if name.is_some_and(|name| touches(&[name], whole)) {
            Kind::Name
        } else if touches(&headings, whole) {
            Kind::Heading
        } else if owner.is_some_and(|(_, item)| item) || sign.is_some() {
            Kind::Item
        } else if owner.is_none() && touches(&titles, whole) {
            Kind::Entry
        } else {
            Kind::Text
        };
        blocks.push(Block { kind, range: whole, lines: vec![content], gap });
        gap = false;
    }
    blocks
}
