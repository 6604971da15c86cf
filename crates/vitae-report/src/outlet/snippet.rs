//! The resume's own lines with the place underlined, cut around it where a line is long.

use crate::terminal::{Paint, char_width, printable_char};
use vitae_lint::Severity;
use vitae_text::TextRange;

/// At most this many lines of one place are shown.
const LINES: usize = 4;
/// Columns of context kept before a place that stands far to the right.
const BEFORE: usize = 20;

/// What to show.
pub(crate) struct Snippet<'a> {
    pub(crate) text: &'a str,
    pub(crate) range: TextRange,
    /// Number of the first line, for the gutter.
    pub(crate) line: u32,
    pub(crate) severity: Severity,
    /// Columns for gutter and line.
    pub(crate) width: usize,
}

impl Snippet<'_> {
    /// Width of the gutter: that of the line number.
    pub(crate) fn gutter(&self) -> usize {
        self.line.to_string().len()
    }

    /// The lines, each with its underline.
    pub(crate) fn show(&self, paint: Paint) -> String {
        let gutter = self.gutter();
        let blank = " ".repeat(gutter);
        let bar = paint.dim("|");
        let mut out = format!("{blank} {bar}\n");
        let lines = lines_of(self.text, self.range);
        for (index, line) in lines.iter().take(LINES).enumerate() {
            let number = if index == 0 { self.line.to_string() } else { blank.clone() };
            let (shown, start, len) = window(self.text, *line, self.range, self.width - gutter - 3);
            let marks = paint.severity(self.severity, &"^".repeat(len));
            out.push_str(&format!("{} {bar} {shown}\n", paint.dim(&number)));
            out.push_str(&format!("{blank} {bar} {}{marks}\n", " ".repeat(start)));
        }
        if lines.len() > LINES {
            out.push_str(&format!("{blank} {bar} …\n"));
        }
        out
    }
}

/// The lines of `text` that `range` touches, without their ends; blank ones left out.
fn lines_of(text: &str, range: TextRange) -> Vec<TextRange> {
    let bytes = text.as_bytes();
    let (start, end) = (range.start as usize, (range.end as usize).min(bytes.len()));
    let mut at = bytes[..start.min(end)].iter().rposition(|b| *b == b'\n').map_or(0, |nl| nl + 1);
    let mut lines = Vec::new();
    while at < end || lines.is_empty() {
        let len = bytes[at..].iter().position(|b| *b == b'\n').unwrap_or(bytes.len() - at);
        let line = TextRange::at(at, at + len);
        if !line.of(text).trim().is_empty() {
            lines.push(line);
        }
        at += len + 1;
        if at >= bytes.len() {
            break;
        }
    }
    lines
}

/// What is shown of a line in at most `limit` columns, and where in it the underline starts and how
/// long it is.
fn window(text: &str, line: TextRange, range: TextRange, limit: usize) -> (String, usize, usize) {
    let cells = cells(text, line);
    let column = |offset: u32| {
        let before = cells.iter().take_while(|cell| cell.at < offset);
        before.map(|cell| cell.width).sum::<usize>()
    };
    let content = line.of(text);
    let indent = (content.len() - content.trim_start().len()) as u32;
    let trimmed = content.trim_end().len() as u32;
    let start = column(range.start.max(line.start + indent));
    let end = column(range.end.min(line.start + trimmed)).max(start + 1);
    let all: usize = cells.iter().map(|cell| cell.width).sum();
    if all <= limit {
        return (cells.iter().map(|cell| cell.shown).collect(), start, end - start);
    }
    let from =
        if end < limit { 0 } else { start.saturating_sub(BEFORE.min(limit / 4)).min(all - limit) };
    let to = from + limit;
    let (mut shown, mut at) = (String::new(), 0);
    for cell in &cells {
        let inside =
            at >= from + usize::from(from > 0) && at + cell.width < to + usize::from(all <= to);
        if inside {
            shown.push(cell.shown);
        }
        at += cell.width;
    }
    if from > 0 {
        shown.insert(0, '…');
    }
    if all > to {
        shown.push('…');
    }
    (shown, start - from, end.min(to) - start)
}

struct Cell {
    at: u32,
    shown: char,
    width: usize,
}

/// The characters of a line; a tab, which stands for a wide gap, becomes four spaces.
fn cells(text: &str, line: TextRange) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (at, ch) in line.of(text).char_indices() {
        let at = line.start + at as u32;
        let shown = printable_char(ch);
        let repeat = if ch == '\t' { 4 } else { 1 };
        cells.extend((0..repeat).map(|_| Cell { at, shown, width: char_width(shown) }));
    }
    cells
}

/// A line before and after replacing `range`, each cut to `limit` columns around the change.
pub(crate) fn diff(text: &str, range: TextRange, new: &str, limit: usize) -> (String, String) {
    let lines = lines_of(text, range);
    let Some(line) = lines.iter().copied().reduce(TextRange::cover) else {
        return (String::new(), crate::terminal::cut(new, limit));
    };
    let old = line.of(text).replace('\n', " ");
    let (from, to) = ((range.start - line.start) as usize, (range.end - line.start) as usize);
    let (before, after) = (old.get(..from).unwrap_or(""), old.get(to..).unwrap_or(""));
    let changed = format!("{before}{new}{after}");
    let show = |text: &str, len: usize| {
        let all = TextRange::at(0, text.len());
        window(text, all, TextRange::at(from, from + len), limit).0.trim().to_owned()
    };
    (show(&old, to.saturating_sub(from)), show(&changed, new.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str, words: &str, width: usize) -> String {
        let at = text.find(words).unwrap();
        let range = TextRange::at(at, at + words.len());
        let snippet = Snippet { text, range, line: 7, severity: Severity::Warning, width };
        snippet.show(Paint { on: false })
    }

    #[test]
    fn the_place_is_underlined_in_columns() {
        let text = "Ann\n• Built\tGo 東京 services\n";
        assert_eq!(
            show(text, "東京", 60),
            "  |\n7 | • Built    Go 東京 services\n  |               ^^^^\n"
        );
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = format!("{} needle {}", "before ".repeat(20), "after ".repeat(20));
        let shown = show(&text, "needle", 40);
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines.iter().all(|line| line.chars().count() <= 40), "{shown}");
        let column = lines[2].chars().position(|ch| ch == '^').unwrap();
        let under: String = lines[1].chars().skip(column).take(6).collect();
        assert_eq!(under, "needle", "{shown}");
    }

    #[test]
    fn a_place_over_several_lines_is_underlined_on_each() {
        let shown = show("- one two\n  three\n- four", "two\n  three", 60);
        assert_eq!(shown, "  |\n7 | - one two\n  |       ^^^\n  |   three\n  |   ^^^^^\n");
    }
}
