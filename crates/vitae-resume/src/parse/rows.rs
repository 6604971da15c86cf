//! Lines of a document to rows: one row per visual line, or per row of a small table, cut into cells
//! at wide gaps, with its dates and links found once. Everything after this works on rows.

use super::dates::{DateSpan, DayOrder, find_dates};
use super::word_set::WordSet;
use std::ops::Range;
use vitae_document::{Document, LineRole, Style};
use vitae_pack::{Pack, SectionKind};
use vitae_text::TextRange;

/// A table row whose cells hold more characters than this is page layout, not a row of data.
const MAX_TABLE_ROW: u32 = 400;

/// A line, or a row of a small table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Line of the document that it starts on.
    pub(crate) line: usize,
    /// Text after bullet and icons, to the last visible character.
    pub(crate) range: TextRange,
    /// Its cells in [`Rows::cells`]; at least one.
    pub(crate) cells: Range<usize>,
    /// Its dates in [`Rows::dates`].
    pub(crate) dates: Range<usize>,
    /// Depth of the list item that it opens.
    pub(crate) item: Option<u8>,
    /// Heading level by markup.
    pub(crate) heading: Option<u8>,
    /// Goes on where the row above ends.
    pub(crate) continues: bool,
    /// Stands under the row above after a line break that the author set.
    pub(crate) broken: bool,
    /// Row of a table, with the number of the table and of the row.
    pub(crate) table: Option<(u16, u16)>,
    /// The whole row is the visible text of links or an address.
    pub(crate) url: bool,
    /// The look of most of it.
    pub(crate) style: Style,
    /// The look that it begins with.
    pub(crate) lead: Style,
    pub(crate) gap_above: f32,
    pub(crate) region: u16,
    pub(crate) page: u16,
    /// Upper edge on the page, where there are pages.
    pub(crate) top: Option<f32>,
    pub(crate) ruled: bool,
    /// Every letter is a capital (three letters or more).
    pub(crate) caps: bool,
    pub(crate) chars: u32,
    pub(crate) words: u32,
}

/// All rows of a document with what they share.
pub(crate) struct Rows<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) pack: &'a Pack,
    pub(crate) rows: Vec<Row>,
    pub(crate) cells: Vec<TextRange>,
    pub(crate) dates: Vec<DateSpan>,
    /// Where the dates of the row above end, when it took one of the row in the making.
    date_ends: usize,
}

impl<'a> Rows<'a> {
    /// Reads the rows of `doc`.
    pub(crate) fn read(doc: &'a Document, pack: &'a Pack) -> Self {
        let count = doc.lines.len();
        let mut rows = Self {
            doc,
            pack,
            rows: Vec::with_capacity(count),
            cells: Vec::with_capacity(count * 2),
            dates: Vec::new(),
            date_ends: 0,
        };
        let beside = headings_beside(doc, pack);
        let mut line = 0;
        while line < count {
            if let Ok(at) = beside.binary_search_by_key(&line, |(line, _)| *line) {
                rows.push_heading(line, beside[at].1, pack);
                line += 1;
                continue;
            }
            let taken = rows.table_row(line);
            rows.push(line, taken, pack);
            line += taken;
        }
        rows.drop_running();
        rows.unbullet();
        rows.unbullet_headings();
        rows.indented_items();
        rows.settle_day_order();
        rows
    }

    /// One date that can be read in one way only (`25/03/2021`) decides for all of them.
    fn settle_day_order(&mut self) {
        let has = |order: DayOrder| self.dates.iter().any(|date| date.day_order == order);
        let (day_first, month_first) = (has(DayOrder::DayFirst), has(DayOrder::MonthFirst));
        if day_first != month_first {
            self.dates.iter_mut().for_each(|date| date.settle_day_order(day_first));
        }
    }

    /// A separator that came to stand at the start of a line (`· GPA 3.9`) looks like a bullet. It is
    /// none where the document's lists use another glyph.
    fn unbullet(&mut self) {
        let glyph = |rows: &Self, row: &Row| -> Option<char> {
            row.item?;
            let line = &rows.doc.lines[row.line];
            rows.doc.line_text(line).trim_start().chars().next()
        };
        let count = |wanted: fn(char) -> bool| {
            self.rows.iter().filter_map(|row| glyph(self, row)).filter(|ch| wanted(*ch)).count()
        };
        let dots = count(|ch| ch == '·');
        let others = count(|ch| ch != '·' && !ch.is_alphanumeric());
        if dots == 0 || dots * 3 > others {
            return;
        }
        for at in 1..self.rows.len() {
            if glyph(self, &self.rows[at]) == Some('·') && self.rows[at - 1].item.is_none() {
                self.rows[at].item = None;
                self.rows[at].continues = true;
                let line = &self.doc.lines[self.rows[at].line];
                self.rows[at].range = visible(&self.doc.text, line.range);
                let cell = self.rows[at].cells.start;
                self.cells[cell].start = self.rows[at].range.start;
            }
        }
    }

    /// Items whose glyphs did not come with the text: on pages without any item, the paragraphs that
    /// are indented under lines with periods.
    fn indented_items(&mut self) {
        let indent = |row: &Row| self.doc.lines[row.line].indent;
        let period = |row: &Row| self.dates[row.dates.clone()].iter().any(|date| date.is_range);
        let (mut flush, mut deep) = (0, 0);
        for row in self.rows.iter().filter(|row| period(row)) {
            *(if indent(row) < 0.3 { &mut flush } else { &mut deep }) += 1;
        }
        let marked = self.rows.iter().any(|row| row.item.is_some() || row.top.is_none());
        if marked || flush < 2 || deep > 0 {
            return;
        }
        let lost = |row: &Row| {
            let plain = row.cells.len() == 1 && row.dates.is_empty() && row.heading.is_none();
            plain && !row.continues && !row.style.bold && (0.7..=3.5).contains(&indent(row))
        };
        let items: Vec<usize> = (0..self.rows.len()).filter(|at| lost(&self.rows[*at])).collect();
        if items.len() >= 3 {
            items.into_iter().for_each(|at| self.rows[at].item = Some(0));
        }
    }

    /// Page numbers and `Curriculum Vitae – name – page 2` say nothing about the person.
    fn drop_running(&mut self) {
        let running: Vec<bool> = (0..self.rows.len())
            .map(|at| at > 2 && self.rows[at].words <= 10 && is_running(self.row_text(at)))
            .collect();
        if running.contains(&true) {
            let mut keep = running.iter();
            self.rows.retain(|_| keep.next() != Some(&true));
        }
    }

    /// A glyph that opens headings (`■ Skills`, `▶ Education`) opens no items: most rows behind it
    /// are names of sections.
    fn unbullet_headings(&mut self) {
        let mut counts: Vec<(char, u32, u32)> = Vec::new();
        let glyph = |rows: &Self, row: &Row| -> Option<char> {
            row.item?;
            rows.doc.line_text(&rows.doc.lines[row.line]).trim_start().chars().next()
        };
        for (at, row) in self.rows.iter().enumerate() {
            let Some(glyph) = glyph(self, row) else { continue };
            let named = row.words <= 5 && self.pack.heading(self.row_text(at)).is_some();
            if let Some((_, all, headings)) = counts.iter_mut().find(|(known, ..)| *known == glyph)
            {
                *all += 1;
                *headings += u32::from(named);
            } else if counts.len() < 8 {
                counts.push((glyph, 1, u32::from(named)));
            }
        }
        counts.retain(|(_, all, headings)| *headings >= 2 && headings * 2 > *all);
        for at in 0..self.rows.len() {
            let found = glyph(self, &self.rows[at]);
            if found.is_some_and(|glyph| counts.iter().any(|(known, ..)| *known == glyph)) {
                self.rows[at].item = None;
            }
        }
    }

    /// How many lines from `first` on are cells of one row of a small table; 1 when it is none.
    fn table_row(&self, first: usize) -> usize {
        let LineRole::Cell { table, row, column } = self.doc.lines[first].role else { return 1 };
        let (mut last_column, mut taken, mut chars) =
            (column, 1, self.doc.lines[first].range.len());
        for line in &self.doc.lines[first + 1..] {
            match line.role {
                LineRole::Cell { table: t, row: r, column: c } if (t, r) == (table, row) => {
                    if c <= last_column {
                        return 1;
                    }
                    last_column = c;
                    chars += line.range.len();
                    taken += 1;
                }
                _ => break,
            }
        }
        if chars > MAX_TABLE_ROW { 1 } else { taken }
    }

    /// A heading beside what it heads: a row of its own, and what stands right of it another.
    fn push_heading(&mut self, line: usize, heading: TextRange, pack: &Pack) {
        let rest = visible(&self.doc.text, self.doc.lines[line].content_range());
        self.push(line, 1, pack);
        let Some(row) = self.rows.last_mut() else { return };
        let mut below = row.clone();
        row.range = heading;
        row.cells.end = row.cells.start + 1;
        row.dates.end = row.dates.start;
        row.heading = Some(2);
        (row.item, row.table, row.continues, row.url) = (None, None, false, false);
        let measure = Measure::of(heading.of(&self.doc.text));
        (row.words, row.chars) = (measure.words, measure.chars);
        below.cells.start += 1;
        if below.cells.is_empty() {
            return;
        }
        let first = self.cells[below.cells.start];
        below.range = TextRange::new(first.start, rest.end);
        let text = below.range.of(&self.doc.text);
        below.lead = self.doc.runs_in(below.range).next().map_or(below.style, |run| run.style);
        below.style = below.lead;
        let Measure { chars, words, caps } = Measure::of(text);
        (below.chars, below.words, below.caps) = (chars, words, caps);
        (below.url, below.ruled) = (is_url(text), false);
        (below.continues, below.gap_above) = (false, 0.0);
        self.rows.push(below);
    }

    fn push(&mut self, first: usize, taken: usize, pack: &Pack) {
        let doc = self.doc;
        let line = &doc.lines[first];
        let (cells_from, dates_from) = (self.cells.len(), self.dates.len());
        for line in &doc.lines[first..first + taken] {
            let range = visible(&doc.text, line.content_range());
            cut_cells(&doc.text, range, &mut self.cells);
            find_row_dates(&doc.text, range, pack, &mut self.dates);
        }
        if taken > 1 {
            self.join_columns(cells_from, dates_from, pack);
        }
        let dashed = taken == 1 && self.is_second_half(line);
        if taken == 1 && (!line.opens_block || self.date_is_open(line) || dashed) {
            self.join_broken_date(visible(&doc.text, line.range), cells_from, dates_from, pack);
        }
        if self.cells.len() == cells_from {
            self.cells.push(visible(&doc.text, line.range));
        }
        let own_dates =
            if self.date_ends > 0 { std::mem::take(&mut self.date_ends) } else { dates_from };
        let cells = &self.cells[cells_from..];
        let range = cells.iter().copied().reduce(TextRange::cover).unwrap_or(line.range);
        let text = range.of(&doc.text);
        let (item, heading) = match line.role {
            LineRole::Item(depth) => (Some(depth), None),
            LineRole::Heading(level) => (None, Some(level)),
            LineRole::Cell { .. } | LineRole::Continuation
                if line.content > line.range.start + indent_of(line, doc) =>
            {
                (Some(0), None)
            }
            _ => (None, None),
        };
        let Measure { chars, words, caps } = Measure::of(text);
        let joined = dashed && range.is_empty();
        let item = item.filter(|_| !joined);
        let table = match line.role {
            LineRole::Cell { table, row, .. } => Some((table, row)),
            _ => None,
        };
        self.rows.push(Row {
            line: first,
            range,
            cells: cells_from..self.cells.len(),
            dates: own_dates..self.dates.len(),
            item,
            heading,
            continues: (!line.opens_block || joined) && item.is_none(),
            broken: line.role == LineRole::Continuation,
            table,
            url: is_url(text),
            style: line.style,
            lead: doc.runs_in(range).next().map_or(line.style, |run| run.style),
            gap_above: line.gap_above,
            region: line.region,
            page: line.page,
            top: line.bbox.map(|bbox| bbox.y0),
            ruled: line.ruled,
            caps,
            chars,
            words,
        });
    }

    /// A column of first days beside one of last days: one period.
    fn join_columns(&mut self, cells_from: usize, dates_from: usize, pack: &Pack) {
        for at in cells_from + 1..self.cells.len() {
            let (first, last) = (self.cells[at - 1], self.cells[at]);
            let own = self.dates[dates_from..].iter().position(|date| date.range == first);
            let Some(own) = own.map(|own| own + dates_from) else { continue };
            if self.dates[own].is_range || last.len() > 24 {
                continue;
            }
            let flat = format!("{} – {}", self.text(first), self.text(last));
            let found = find_dates(&flat, pack).into_iter().next();
            let whole = |span: &DateSpan| span.is_range && span.range.len() as usize == flat.len();
            let Some(mut span) = found.filter(whole) else { continue };
            span.range = first.cover(last);
            self.dates[own] = span;
            let kept = self.dates.get(own + 1).is_none_or(|next| !next.range.overlaps(last));
            if !kept {
                self.dates.remove(own + 1);
            }
        }
    }

    /// `– Feb 2021` below `… Jun 2018`: the dash of a period looks like a bullet.
    fn is_second_half(&self, line: &vitae_document::Line) -> bool {
        let Some(above) = self.rows.last() else { return false };
        let Some(date) = self.dates[above.dates.clone()].last() else { return false };
        let text = self.doc.line_text(line).trim();
        let short = text.len() <= 24 && text.starts_with(['–', '—', '-']);
        short && !date.is_range && date.range.end + 1 >= above.range.end && above.item.is_none()
    }

    /// The row above ends inside a period: at its dash, or in the bracket around it.
    fn date_is_open(&self, line: &vitae_document::Line) -> bool {
        let Some(above) = self.rows.last() else { return false };
        if above.region != line.region || above.item.is_some() || above.dates.len() != 1 {
            return false;
        }
        let text = self.text(above.range);
        let bracket = text.rfind('(').is_some_and(|open| !text[open..].contains(')'));
        let dash = text.ends_with(['–', '—', '-', '~']);
        (bracket || dash) && text.bytes().rev().take(24).any(|byte| byte.is_ascii_digit())
    }

    /// A period that broke over two lines (`2012 –` above `2016`) becomes one date of the upper row,
    /// and the lower row loses its part of it.
    fn join_broken_date(
        &mut self,
        range: TextRange,
        cells_from: usize,
        dates_from: usize,
        pack: &Pack,
    ) {
        let doc = self.doc;
        let Some(above) = self.rows.last().filter(|above| above.item.is_none()) else { return };
        let joined = TextRange::new(above.range.start, range.end);
        // The line end stands where a space would, or inside `2016-` `06`; offsets stay the same.
        let flat = joined.of(&doc.text).replace('\n', "\u{b}");
        let mut found = find_dates(&flat, pack);
        for span in &mut found {
            span.range = span.range.shift(joined.start);
        }
        let crosses =
            |span: &DateSpan| span.range.start < above.range.end && span.range.end > range.start;
        let Some(span) = found.into_iter().find(crosses) else { return };
        let end = above.dates.end;
        if above.dates.end != dates_from {
            return;
        }
        let kept = self.dates[above.dates.clone()]
            .iter()
            .filter(|date| !date.range.overlaps(span.range))
            .count();
        let rest: Vec<DateSpan> = self.dates[dates_from..]
            .iter()
            .filter(|date| !date.range.overlaps(span.range))
            .copied()
            .collect();
        let first = above.dates.start;
        // Dates of a row rise, so those that stay stand before the one that crosses.
        self.dates.truncate(first + kept.min(end - first));
        self.dates.push(span);
        let last = self.rows.len() - 1;
        self.rows[last].dates = first..self.dates.len();
        self.dates.extend(rest);
        for cell in &mut self.cells[cells_from..] {
            if cell.start < span.range.end {
                cell.start = span.range.end.min(cell.end);
            }
            *cell = trim_cell(&doc.text, *cell);
        }
        let keep: Vec<TextRange> =
            self.cells[cells_from..].iter().copied().filter(|cell| !cell.is_empty()).collect();
        self.cells.truncate(cells_from);
        self.cells.extend(keep);
        if self.cells.len() == cells_from {
            self.cells.push(TextRange::empty(range.end));
        }
        self.date_ends = self.rows[last].dates.end;
    }

    /// The text of a range.
    pub(crate) fn text(&self, range: TextRange) -> &'a str {
        range.of(&self.doc.text)
    }

    /// The text of a row without its bullet.
    pub(crate) fn row_text(&self, row: usize) -> &'a str {
        self.text(self.rows[row].range)
    }

    /// The cells of a row.
    pub(crate) fn row_cells(&self, row: usize) -> &[TextRange] {
        &self.cells[self.rows[row].cells.clone()]
    }

    /// The dates of a row.
    pub(crate) fn row_dates(&self, row: usize) -> &[DateSpan] {
        &self.dates[self.rows[row].dates.clone()]
    }

    /// The first row after `row` that does not continue it, at most `end`.
    pub(crate) fn block_end(&self, row: usize, end: usize) -> usize {
        (row + 1..end).find(|next| !self.rows[*next].continues).unwrap_or(end)
    }
}

/// Headings that stand in a column of their own, beside what they head: lines with the cells of a
/// heading. Names of skill groups (`Languages`, `Tools`) stand so as well; sections are told by work
/// being among them, or by a table that holds most of the resume, years and all.
fn headings_beside(doc: &Document, pack: &Pack) -> Vec<(usize, TextRange)> {
    let mut found: Vec<(usize, TextRange, Option<SectionKind>)> = Vec::new();
    for (at, line) in doc.lines.iter().enumerate() {
        let range = visible(&doc.text, line.content_range());
        let cell = match line.role {
            LineRole::Cell { table, row, column: 0 } => {
                let beside = doc.lines.get(at + 1).is_some_and(|next| {
                    matches!(next.role, LineRole::Cell { table: t, row: r, column }
                        if (t, r) == (table, row) && column > 0)
                        || matches!(next.role, LineRole::Item(_))
                });
                beside.then_some(range)
            }
            LineRole::Text => range.of(&doc.text).split_once('\t').and_then(|(first, rest)| {
                let alone = pack.heading(rest.trim()).is_none();
                let end = range.start + first.trim_end().len() as u32;
                alone.then_some(TextRange::new(range.start, end))
            }),
            _ => None,
        };
        let Some(cell) = cell.filter(|cell| !cell.is_empty() && cell.len() <= 40) else { continue };
        let text = cell.of(&doc.text).trim_end_matches(':');
        let kind = pack.heading(text).map(|heading| heading.kind);
        let is_cell = matches!(line.role, LineRole::Cell { .. });
        let wordy = || !text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@');
        if kind.is_some() || (is_cell && wordy()) {
            found.push((at, cell, kind));
        }
    }
    let mut kinds: Vec<SectionKind> = Vec::with_capacity(8);
    for kind in found.iter().filter_map(|(_, _, kind)| *kind) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let known = kinds.len() >= 3 && kinds.contains(&SectionKind::Work);
    let framed = kinds.len() >= 2 && frames_resume(doc, &found);
    if !known && !framed {
        return Vec::new();
    }
    found.retain(|(_, _, kind)| framed || kind.is_some());
    found.into_iter().map(|(at, cell, _)| (at, cell)).collect()
}

/// Whether headings in the first column of a table hold together most of a resume: they are few, the
/// lines beside them are most lines, and years stand beside two of them.
fn frames_resume(doc: &Document, found: &[(usize, TextRange, Option<SectionKind>)]) -> bool {
    let tables: Vec<u16> = found
        .iter()
        .filter_map(|(at, _, _)| match doc.lines[*at].role {
            LineRole::Cell { table, .. } => Some(table),
            _ => None,
        })
        .collect();
    let one = tables.len() >= 3 && tables.iter().all(|table| *table == tables[0]);
    let Some((first, _, _)) = found.first().filter(|_| one) else { return false };
    let has_year = |lines: &[vitae_document::Line]| {
        lines.iter().any(|line| {
            let words = doc.line_text(line).split(|ch: char| !ch.is_ascii_digit());
            words
                .into_iter()
                .any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
        })
    };
    // Cells of entries stand in a first column as well; headings are mostly known, and look alike.
    let known = found.iter().filter(|(_, _, kind)| kind.is_some()).count();
    let look = |at: usize| (doc.lines[at].style.bold, is_capital(doc.line_text(&doc.lines[at])));
    if known * 2 < found.len() || found.iter().any(|(at, _, _)| look(*at) != look(*first)) {
        return false;
    }
    // In such a table nothing else stands in the first column.
    let others = doc.lines.iter().enumerate().skip(*first).filter(|(at, line)| {
        matches!(line.role, LineRole::Cell { table, column: 0, .. } if table == tables[0])
            && found.binary_search_by_key(at, |(at, _, _)| *at).is_err()
    });
    if others.count() > 0 {
        return false;
    }
    let ends = found.iter().skip(1).map(|(at, _, _)| *at).chain([doc.lines.len()]);
    let dated = found.iter().zip(ends).filter(|((at, _, _), end)| has_year(&doc.lines[*at..*end]));
    let inside = doc.lines.len() - first;
    dated.count() >= 2 && inside * 2 > doc.lines.len() && inside >= found.len() * 3
}

fn is_capital(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

const PAGE: WordSet = WordSet::new(&["page", "seite", "página", "pagina", "strona"]);
const OF: WordSet = WordSet::new(&["of", "von", "de", "sur", "z"]);

/// The words of a page's foot: a page number, or the title of the document beside a name.
fn is_running(text: &str) -> bool {
    const TITLE: &[u8] = b"curriculum vitae";
    let words = || text.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let bytes = text.as_bytes();
    let is_title = |part: Option<&[u8]>| part.is_some_and(|part| part.eq_ignore_ascii_case(TITLE));
    let opens = is_title(bytes.get(..TITLE.len()));
    let closes = || is_title(bytes.len().checked_sub(TITLE.len()).map(|from| &bytes[from..]));
    if (opens || closes()) && words().count() > 2 {
        return true;
    }
    // Few rows hold such letters, and cutting all into words takes its time.
    let numbered = bytes.iter().any(u8::is_ascii_digit);
    if !numbered || !bytes.windows(3).any(may_open_page) {
        return false;
    }
    let mut after = words().skip_while(|word| !PAGE.holds(word));
    let paged = after.next().is_some() && after.all(|word| number(word) || OF.holds(word));
    let bare = || words().all(|word| PAGE.holds(word) || number(word) || OF.holds(word));
    paged && (text.contains(['–', '-', '|', '·', '—', '•']) || bare())
}

/// The first letters of [`PAGE`], in both cases.
fn may_open_page(bytes: &[u8]) -> bool {
    matches!(bytes[0] | 0x20, b'p' | b's')
        && matches!(
            (bytes[1] | 0x20, bytes[2] | 0x20),
            (b'a', b'g') | (b'e', b'i') | (b't', b'r') | (0xe3, _)
        )
}

fn indent_of(line: &vitae_document::Line, doc: &Document) -> u32 {
    let text = doc.line_text(line);
    (text.len() - text.trim_start().len()) as u32
}

/// `range` without white space, icons and rules at its edges.
pub(crate) fn visible(text: &str, range: TextRange) -> TextRange {
    let slice = range.of(text);
    let decoration = |ch: char| {
        ch.is_whitespace() || matches!(ch, '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{200b}')
    };
    let left = slice.len() - slice.trim_start_matches(decoration).len();
    let kept = slice.trim_matches(decoration).len();
    TextRange::at(range.start as usize + left, range.start as usize + left + kept)
}

/// Cuts at tabs and at three spaces or more.
fn cut_cells(text: &str, range: TextRange, cells: &mut Vec<TextRange>) {
    let bytes = range.of(text).as_bytes();
    let base = range.start as usize;
    let mut push = |from: usize, to: usize| {
        let cell = trim_cell(text, TextRange::at(base + from, base + to));
        if !cell.is_empty() {
            cells.push(cell);
        }
    };
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        if !matches!(bytes[at], b' ' | b'\t') {
            at += 1;
            continue;
        }
        let gap = bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        if gap >= 3 || bytes[at..at + gap].contains(&b'\t') {
            push(from, at);
            from = at + gap;
        }
        at += gap;
    }
    push(from, bytes.len());
}

/// A cell without white space and without the column rules that people draw with `|`.
fn trim_cell(text: &str, range: TextRange) -> TextRange {
    let slice = range.of(text);
    let edge = |ch: char| ch.is_whitespace() || ch == '|';
    let left = slice.len() - slice.trim_start_matches(edge).len();
    let kept = slice.trim_matches(edge).len();
    TextRange::at(range.start as usize + left, range.start as usize + left + kept)
}

fn find_row_dates(text: &str, range: TextRange, pack: &Pack, dates: &mut Vec<DateSpan>) {
    let slice = range.of(text);
    if !may_hold_date(slice.as_bytes()) {
        return;
    }
    dates.extend(find_dates(slice, pack).into_iter().map(|mut span| {
        span.range = span.range.shift(range.start);
        span
    }));
}

/// Four digits that may be a year, two behind an apostrophe or beside a slash, or digits beside
/// letters beyond ASCII. Most bullets with figures hold none of these, and looking for dates is slow.
fn may_hold_date(bytes: &[u8]) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while let Some(offset) = bytes[at..].iter().position(u8::is_ascii_digit) {
        at += offset;
        let run = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let before = at.checked_sub(1).map(|before| bytes[before]);
        let after = bytes.get(at + run).copied();
        let year = run == 4 && (bytes[at..].starts_with(b"19") || bytes[at..].starts_with(b"20"));
        let short =
            run == 2 && (before == Some(b'\'') || after == Some(b'/') && digit(at + run + 1));
        let wide = |byte: Option<u8>| byte.is_some_and(|byte| !byte.is_ascii());
        if year || run >= 6 || short || wide(before) || wide(after) {
            return true;
        }
        at += run;
    }
    false
}

/// What is counted in every row.
struct Measure {
    chars: u32,
    words: u32,
    /// Three letters or more, none of them small.
    caps: bool,
}

impl Measure {
    fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::of_ascii(text.as_bytes());
        }
        let (mut chars, mut words, mut capitals) = (0, 0, 0u32);
        let (mut small, mut blank) = (false, true);
        for ch in text.chars() {
            let was_blank = std::mem::replace(&mut blank, ch.is_whitespace());
            words += u32::from(was_blank && !blank);
            small |= ch.is_lowercase();
            capitals += u32::from(ch.is_uppercase());
            chars += 1;
        }
        Self { chars, words, caps: capitals >= 3 && !small }
    }

    /// The same without decoding; most rows are such text.
    fn of_ascii(bytes: &[u8]) -> Self {
        let (mut words, mut capitals, mut small, mut blank) = (0, 0u32, false, true);
        for byte in bytes {
            let is_blank = matches!(byte, b' ' | 0x09..=0x0d);
            words += u32::from(blank && !is_blank);
            blank = is_blank;
            small |= byte.is_ascii_lowercase();
            capitals += u32::from(byte.is_ascii_uppercase());
        }
        Self { chars: bytes.len() as u32, words, caps: capitals >= 3 && !small }
    }
}

/// One word with a dot and a path, or a scheme.
pub(crate) fn is_url(text: &str) -> bool {
    let text = text.trim();
    if text.contains(char::is_whitespace) || text.contains('@') && !text.contains('/') {
        return false;
    }
    if text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.") {
        return true;
    }
    let Some((host, path)) = text.split_once('/') else { return false };
    let labels = host.split('.').count();
    labels >= 2
        && !path.is_empty()
        && host.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '.' | '-'))
        && host
            .rsplit('.')
            .next()
            .is_some_and(|tld| tld.len() >= 2 && !tld.contains(|c: char| c.is_ascii_digit()))
}
