//! The resume as a simple reader takes it: text in the order of the file, parts at the page's edge and
//! in boxes dropped, cells and columns run together. A `Document` comes in; rows with what changed
//! against the careful reading go out. A simulation in general terms, of no program in particular.

use vitae_document::{Document, Format, HazardKind, LeftOut, LeftOutKind, Line, LineRole};
use vitae_text::TextRange;

/// The text as a simple reader takes it.
pub(crate) struct Naive {
    /// Rows in its order; lost ones stand where the careful reading has them.
    pub(crate) rows: Vec<Row>,
    /// What changed, counted.
    pub(crate) tally: Tally,
    /// Pieces in its order, without lost ones.
    order: Vec<TextRange>,
    lost: Vec<(TextRange, Why)>,
    spaced: Vec<TextRange>,
}

/// A row of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    /// Pieces of the canonical text, from left to right.
    pub(crate) pieces: Vec<TextRange>,
    /// Text that the careful reading leaves out.
    pub(crate) extra: Option<String>,
    /// What changed.
    pub(crate) changes: Vec<Change>,
}

/// How a row differs from the careful reading.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// It is not read.
    Lost(Why),
    /// It is read at another place.
    Moved,
    /// It holds text of several lines.
    Joined,
    /// It holds only a part of its line.
    Split,
    /// The careful reading leaves it out.
    Added(LeftOutKind),
    /// So many icons in it leave no text.
    Icons(usize),
    /// Its word at the end keeps the hyphen of the line break.
    Hyphen,
    /// Its letters stand apart.
    Spaced,
}

/// Why text is not read.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// It stands in a page header or footer.
    Edge,
    /// It stands in a text box.
    Box,
    /// It stands in a picture.
    Picture,
}

/// What changed, counted.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) lost: usize,
    pub(crate) moved: usize,
    pub(crate) joined: usize,
    pub(crate) split: usize,
    pub(crate) added: usize,
    pub(crate) icons: usize,
    pub(crate) hyphens: usize,
    pub(crate) spaced: usize,
    pub(crate) links: usize,
}

/// What becomes of a field.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It comes through in one piece.
    Whole,
    /// Nothing of it is read.
    Lost,
    /// A part of it is not read.
    Cut,
    /// Other text comes between its parts, or they change places.
    Apart,
    /// Its letters stand apart.
    Spaced,
}

/// A line or a part of one, in the order of the simple reader.
struct Piece {
    line: usize,
    range: TextRange,
}

impl Naive {
    /// Reads `document` simply; none for data with named fields, which has no other reading.
    pub(crate) fn read(document: &Document) -> Option<Self> {
        if document.format.is_structured() {
            return None;
        }
        let lost = lost_ranges(document);
        let is_lost = |range: TextRange| lost.iter().find(|(whole, _)| whole.contains(range));
        let pieces: Vec<Piece> =
            pieces(document).into_iter().filter(|piece| is_lost(piece.range).is_none()).collect();
        let order = pieces.iter().map(|piece| piece.range).collect();
        let spaced = ranges_of(document, |kind| matches!(kind, HazardKind::LetterSpaced));
        let mut naive = Self { rows: Vec::new(), tally: Tally::default(), order, lost, spaced };
        let moved = moved(&pieces, document.lines.len());
        let mut anchors = naive.add_rows(document, &pieces, &moved);
        naive.add_lost(document, &mut anchors);
        naive.add_left_out(document, &anchors);
        let links = ranges_of(document, |kind| matches!(kind, HazardKind::LinkWithoutText));
        naive.tally.links = links.len();
        Some(naive)
    }

    /// Groups the pieces to rows. Gives the careful line that each row opens with.
    fn add_rows(&mut self, document: &Document, pieces: &[Piece], moved: &[bool]) -> Vec<usize> {
        let mut anchors = Vec::new();
        let mut seen = vec![false; document.lines.len()];
        let mut parts = vec![0_usize; document.lines.len()];
        let mut at = 0;
        while at < pieces.len() {
            let mut end = at + 1;
            while end < pieces.len() && same_row(document, &pieces[end - 1], &pieces[end]) {
                end += 1;
            }
            let row = &pieces[at..end];
            let first = row[0].line;
            let mut changes = Vec::new();
            if row.iter().any(|piece| moved[piece.line] && !seen[piece.line]) {
                changes.push(Change::Moved);
            }
            if row.iter().any(|piece| piece.line != first) {
                changes.push(Change::Joined);
            }
            for (index, piece) in row.iter().enumerate() {
                if index == 0 || row[index - 1].line != piece.line {
                    parts[piece.line] += 1;
                }
                seen[piece.line] = true;
            }
            self.alterations(document, row, &mut changes);
            let pieces = row.iter().map(|piece| piece.range).collect();
            self.rows.push(Row { pieces, extra: None, changes });
            anchors.push(first);
            at = end;
        }
        let is_split = |range: &TextRange| {
            document
                .line_at(range.start)
                .is_some_and(|line| parts.get(line).is_some_and(|n| *n > 1))
        };
        for row in &mut self.rows {
            if row.pieces.iter().any(is_split) {
                row.changes.push(Change::Split);
            }
        }
        self.tally.moved = moved.iter().filter(|moved| **moved).count();
        self.tally.split = parts.iter().filter(|parts| **parts > 1).count();
        self.count_joined();
        anchors
    }

    fn count_joined(&mut self) {
        let has = |row: &&Row, change| row.changes.contains(&change);
        self.tally.joined = self.rows.iter().filter(|row| has(row, Change::Joined)).count();
    }

    /// Hyphens and letter-spaced words of a row.
    fn alterations(&mut self, document: &Document, row: &[Piece], changes: &mut Vec<Change>) {
        if row.last().is_some_and(|last| keeps_hyphen(document, last)) {
            self.tally.hyphens += 1;
            changes.push(Change::Hyphen);
        }
        let spaced = |range: &TextRange| row.iter().any(|piece| piece.range.overlaps(*range));
        if self.spaced.iter().any(spaced) {
            self.tally.spaced += 1;
            changes.push(Change::Spaced);
        }
    }

    /// Puts lost lines behind the row of the line before them.
    fn add_lost(&mut self, document: &Document, anchors: &mut Vec<usize>) {
        let mut at = 0;
        for (index, line) in document.lines.iter().enumerate() {
            let why = self.lost.iter().find(|(whole, _)| whole.contains(line.range));
            let Some((_, why)) = why else {
                if let Some(row) = anchors.iter().position(|anchor| *anchor == index) {
                    at = row + 1;
                }
                continue;
            };
            let changes = vec![Change::Lost(*why)];
            self.rows.insert(at, Row { pieces: vec![line.range], extra: None, changes });
            anchors.insert(at, index);
            self.tally.lost += 1;
            at += 1;
        }
    }

    /// Puts running lines and page numbers, which the careful reading leaves out, back in.
    fn add_left_out(&mut self, document: &Document, anchors: &[usize]) {
        let mut shift = 0;
        for left_out in &document.left_out {
            match left_out.kind {
                LeftOutKind::Icon | LeftOutKind::Unmapped => {
                    self.tally.icons += 1;
                    self.add_icon(left_out.at);
                }
                LeftOutKind::RepeatedLine | LeftOutKind::PageNumber => {
                    let at = place_of(document, left_out, anchors) + shift;
                    let changes = vec![Change::Added(left_out.kind)];
                    let extra = Some(left_out.text.clone());
                    let at = at.min(self.rows.len());
                    self.rows.insert(at, Row { pieces: Vec::new(), extra, changes });
                    self.tally.added += 1;
                    shift += 1;
                }
            }
        }
    }

    fn add_icon(&mut self, at: u32) {
        let holds = |row: &&mut Row| row.pieces.iter().any(|r| r.start <= at && at <= r.end);
        let Some(row) = self.rows.iter_mut().find(holds) else { return };
        for change in &mut row.changes {
            if let Change::Icons(number) = change {
                *number += 1;
                return;
            }
        }
        row.changes.push(Change::Icons(1));
    }

    /// What becomes of a field that stands at `ranges`.
    pub(crate) fn fate(&self, ranges: &[TextRange]) -> Fate {
        if ranges.is_empty() {
            return Fate::Lost;
        }
        let gone = |range: &TextRange| self.lost.iter().any(|(whole, _)| whole.contains(*range));
        match ranges.iter().filter(|range| gone(range)).count() {
            0 => {}
            all if all == ranges.len() => return Fate::Lost,
            _ => return Fate::Cut,
        }
        let cover = ranges.iter().copied().reduce(TextRange::cover).unwrap_or_default();
        let own = |piece: &TextRange| ranges.iter().any(|range| range.overlaps(*piece));
        let touched: Vec<usize> =
            (0..self.order.len()).filter(|index| own(&self.order[*index])).collect();
        let (Some(first), Some(last)) = (touched.first(), touched.last()) else {
            return Fate::Whole;
        };
        let between = &self.order[*first..=*last];
        let foreign = between.iter().any(|piece| !piece.overlaps(cover));
        if foreign || !between.is_sorted_by_key(|piece| piece.start) {
            return Fate::Apart;
        }
        let spaced =
            self.spaced.iter().any(|word| ranges.iter().any(|range| range.overlaps(*word)));
        if spaced { Fate::Spaced } else { Fate::Whole }
    }
}

impl Tally {
    /// Whether both readings are the same.
    pub(crate) fn is_same(self) -> bool {
        self == Self::default()
    }
}

fn ranges_of(document: &Document, wanted: impl Fn(&HazardKind) -> bool) -> Vec<TextRange> {
    let hazards = document.hazards.iter().filter(|hazard| wanted(&hazard.kind));
    hazards.filter_map(|hazard| hazard.range).collect()
}

/// Text that a simple reader does not look at: edges and boxes of word-processing files, pictures.
fn lost_ranges(document: &Document) -> Vec<(TextRange, Why)> {
    if !matches!(document.format, Format::Docx | Format::Odt | Format::Rtf) {
        return picture_pages(document);
    }
    let lost = document.hazards.iter().filter_map(|hazard| {
        let why = match hazard.kind {
            HazardKind::HeaderFooter { .. } => Why::Edge,
            HazardKind::TextBox { .. } => Why::Box,
            _ => return None,
        };
        // The range ends behind the line end; nothing else begins there.
        hazard.range.map(|range| (range, why))
    });
    lost.collect()
}

/// Pages whose text was recognised in pictures.
fn picture_pages(document: &Document) -> Vec<(TextRange, Why)> {
    let hazards = document.hazards.iter();
    let pages = hazards.filter(|h| matches!(h.kind, HazardKind::RecognisedText { .. }));
    let pages = pages.filter_map(|hazard| hazard.page?.checked_sub(1));
    pages
        .filter_map(|page| Some((document.pages.get(page as usize)?.range, Why::Picture)))
        .collect()
}

/// Lines, or parts of lines, in the order of the file.
fn pieces(document: &Document) -> Vec<Piece> {
    let whole = [TextRange::at(0, document.text.len())];
    let stream = if document.stream.is_empty() { &whole[..] } else { &document.stream };
    let mut pieces: Vec<Piece> = Vec::new();
    for range in stream {
        let first = document.lines.partition_point(|line| line.range.end <= range.start);
        let lines = document.lines.iter().enumerate().skip(first);
        for (index, line) in lines.take_while(|(_, line)| line.range.start < range.end) {
            let shared =
                TextRange::new(line.range.start.max(range.start), line.range.end.min(range.end));
            if shared.of(&document.text).trim().is_empty() {
                continue;
            }
            match pieces.last_mut() {
                Some(last) if last.line == index && last.range.end <= shared.start => {
                    last.range.end = shared.end;
                }
                _ => pieces.push(Piece { line: index, range: shared }),
            }
        }
    }
    pieces
}

/// Whether a simple reader puts `next` on the row of `last`.
fn same_row(document: &Document, last: &Piece, next: &Piece) -> bool {
    if last.line == next.line {
        return true;
    }
    let (Some(a), Some(b)) = (document.lines.get(last.line), document.lines.get(next.line)) else {
        return false;
    };
    match (a.role, b.role) {
        (
            LineRole::Cell { table, row, column },
            LineRole::Cell { table: other, row: same, column: beside },
        ) => table == other && row == same && beside != column,
        _ => a.page == b.page && beside(a, b),
    }
}

/// Whether two lines stand at one height.
fn beside(a: &Line, b: &Line) -> bool {
    let (Some(a), Some(b)) = (a.bbox, b.bbox) else { return false };
    let apart = ((a.y0 + a.y1) - (b.y0 + b.y1)).abs() / 2.0;
    apart < 0.35 * (a.y1 - a.y0).min(b.y1 - b.y0)
}

/// For each line whether it is read before or behind its place: those that no longest rising
/// sequence holds.
fn moved(pieces: &[Piece], lines: usize) -> Vec<bool> {
    let mut seen = vec![false; lines];
    let mut order: Vec<usize> = Vec::new();
    for piece in pieces {
        if let Some(slot) = seen.get_mut(piece.line)
            && !std::mem::replace(slot, true)
        {
            order.push(piece.line);
        }
    }
    // Patience sorting: `tails` holds places in `order`, `before` the one that each builds on.
    let mut tails: Vec<usize> = Vec::new();
    let mut before = vec![None; order.len()];
    for (at, line) in order.iter().enumerate() {
        let pile = tails.partition_point(|tail| order[*tail] < *line);
        before[at] = pile.checked_sub(1).map(|pile| tails[pile]);
        match tails.get_mut(pile) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut moved = seen;
    let mut at = tails.last().copied();
    while let Some(kept) = at {
        moved[order[kept]] = false;
        at = before[kept];
    }
    moved
}

/// Whether the row ends with a hyphen that breaks a word.
fn keeps_hyphen(document: &Document, last: &Piece) -> bool {
    let Some(line) = document.lines.get(last.line) else { return false };
    let Some(next) = document.lines.get(last.line + 1) else { return false };
    let text = last.range.of(&document.text);
    let broken = text
        .strip_suffix(['-', '\u{2010}'])
        .is_some_and(|word| word.chars().next_back().is_some_and(char::is_lowercase));
    let goes_on = document.line_text(next).starts_with(char::is_lowercase);
    broken && goes_on && last.range.end == line.range.end && !next.opens_block
}

/// The row before which something left out belongs.
fn place_of(document: &Document, left_out: &LeftOut, anchors: &[usize]) -> usize {
    let line = document.lines.partition_point(|line| line.range.end <= left_out.at);
    anchors.iter().position(|anchor| *anchor >= line).unwrap_or(anchors.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitae_document::{DocumentBuilder, Hazard, NewLine, Rect, Style};

    fn line(builder: &mut DocumentBuilder, text: &str, x: f32, y: f32) -> TextRange {
        let bbox = Some(Rect { x0: x, y0: y, x1: x + 100.0, y1: y + 10.0 });
        builder.begin_line(NewLine { bbox, ..NewLine::default() });
        builder.push(text, Style::default(), None)
    }

    fn shown(document: &Document, naive: &Naive) -> Vec<String> {
        let show = |row: &Row| {
            let pieces: Vec<&str> = row.pieces.iter().map(|p| p.of(&document.text)).collect();
            pieces.join(" ")
        };
        naive.rows.iter().map(show).collect()
    }

    #[test]
    fn columns_that_the_file_draws_row_by_row_run_together() {
        let mut builder = DocumentBuilder::new(Format::Pdf, 0);
        builder.begin_page(600.0, 800.0);
        let left: Vec<TextRange> = (0..3)
            .map(|row| line(&mut builder, &format!("left {row}"), 0.0, 20.0 * row as f32))
            .collect();
        let right: Vec<TextRange> = (0..3)
            .map(|row| line(&mut builder, &format!("right {row}"), 300.0, 20.0 * row as f32))
            .collect();
        let stream = left.iter().zip(&right).flat_map(|(a, b)| [*a, *b]).collect();
        builder.set_stream(stream);
        let document = builder.finish();
        let naive = Naive::read(&document).unwrap();
        assert_eq!(
            shown(&document, &naive),
            ["left 0 right 0", "left 1 right 1", "left 2 right 2"]
        );
        assert_eq!((naive.tally.joined, naive.tally.lost), (3, 0));
        assert_eq!(naive.fate(&[left[0], left[1]]), Fate::Apart);
        assert_eq!(naive.fate(&[left[1]]), Fate::Whole);
    }

    #[test]
    fn boxes_and_page_edges_of_a_word_file_are_lost() {
        let mut builder = DocumentBuilder::new(Format::Docx, 0);
        let name = line(&mut builder, "Ann Aldane", 0.0, 0.0);
        let mail = line(&mut builder, "ann@example.com", 0.0, 0.0);
        let kind = HazardKind::HeaderFooter { characters: 24 };
        builder.hazard(Hazard::file(kind).with_range(name.cover(mail)));
        let work = line(&mut builder, "Built a mill", 0.0, 0.0);
        let document = builder.finish();
        let naive = Naive::read(&document).unwrap();
        assert_eq!(naive.rows[0].changes, [Change::Lost(Why::Edge)]);
        assert_eq!((naive.tally.lost, naive.tally.moved), (2, 0));
        assert_eq!(naive.fate(&[mail]), Fate::Lost);
        assert_eq!(naive.fate(&[work]), Fate::Whole);
    }

    #[test]
    fn plain_text_is_read_the_same() {
        let mut builder = DocumentBuilder::new(Format::Text, 0);
        line(&mut builder, "Ann Aldane", 0.0, 0.0);
        line(&mut builder, "Built a mill", 0.0, 20.0);
        let naive = Naive::read(&builder.finish()).unwrap();
        assert!(naive.tally.is_same());
    }
}
