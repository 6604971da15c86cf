//! The text of a resume without pages, set as it was read: headings, items and paragraphs in their
//! look, with the number of each line, and frames around tables, boxes and page edges.

use super::escape::{escape, escape_cut};
use super::marks::Canvas;
use vitae_document::{Format, HazardKind, Line, LineRole};
use vitae_text::TextRange;

/// At most this many characters of one line are set.
const LONGEST: usize = 4_000;

/// Sets `lines`.
pub(super) fn flow(canvas: &Canvas<'_>, lines: &[Line]) -> String {
    let mono = matches!(canvas.document.format, Format::Text | Format::Latex);
    let mut out = format!("<div class=\"sheet flow{}\">\n", if mono { " mono" } else { "" });
    let mut open: Option<usize> = None;
    for line in lines {
        let frame = frame_of(canvas, line.range);
        if frame.map(|(at, _)| at) != open {
            out.push_str(if open.is_some() { "</div>\n" } else { "" });
            if let Some((_, name)) = frame {
                out.push_str(&format!("<div class=\"frame\"><p class=\"tag\">{name}</p>\n"));
            }
            open = frame.map(|(at, _)| at);
        }
        set(canvas, line, &mut out);
    }
    out.push_str(if open.is_some() { "</div>\n" } else { "" });
    out + "</div>\n"
}

/// The innermost frame around a line.
fn frame_of(canvas: &Canvas<'_>, line: TextRange) -> Option<(usize, &'static str)> {
    let hazards = canvas.document.hazards.iter().enumerate();
    let frames = hazards.filter_map(|(index, hazard)| {
        let name = match hazard.kind {
            HazardKind::HeaderFooter { .. } => "page header or footer",
            HazardKind::TextBox { .. } => "text box",
            HazardKind::Table { .. } => "table",
            _ => return None,
        };
        let range = hazard.range.filter(|range| range.contains(line))?;
        Some((range.len(), index, name))
    });
    frames.min().map(|(_, index, name)| (index, name))
}

fn set(canvas: &Canvas<'_>, line: &Line, out: &mut String) {
    let mut class = match line.role {
        LineRole::Heading(level) => format!("line h{}", level.clamp(1, 6)),
        LineRole::Item(depth) => format!("line item d{}", depth.min(3)),
        LineRole::Cell { .. } => "line cell".to_owned(),
        LineRole::Continuation | LineRole::Text => "line".to_owned(),
    };
    if line.gap_above >= 0.5 && !matches!(line.role, LineRole::Heading(_)) {
        class.push_str(" gap");
    }
    if line.ruled {
        class.push_str(" ruled");
    }
    let number = canvas.locator.spot(line.range.start).line;
    out.push_str(&format!(
        "<p class=\"{class}\"><span class=\"n\">{number}</span><span class=\"t\">"
    ));
    let drawn = cut(canvas, line.range);
    let bullet = matches!(line.role, LineRole::Item(_)) && line.content == line.range.start;
    if bullet {
        out.push_str("<span class=\"dot\">•</span> ");
    }
    out.push_str(&segments(canvas, drawn, true));
    if drawn.end < line.range.end {
        out.push_str("… (this line is longer)");
    }
    out.push_str("</span></p>\n");
}

fn cut(canvas: &Canvas<'_>, range: TextRange) -> TextRange {
    let text = range.of(&canvas.document.text);
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    TextRange::new(range.start, range.start + end as u32)
}

/// `range` as spans, each with what it belongs to; `look` keeps bold and italic.
pub(super) fn segments(canvas: &Canvas<'_>, range: TextRange, look: bool) -> String {
    let mut out = String::new();
    for segment in canvas.marks.of(range) {
        let inner = if look {
            runs(canvas, segment.range)
        } else {
            spaced(segment.range.of(&canvas.document.text))
        };
        if segment.ids.is_empty() {
            out.push_str(&inner);
        } else {
            let attributes = canvas.attributes(&segment.ids, "a");
            out.push_str(&format!("<span{attributes}>{inner}</span>"));
        }
    }
    out
}

fn runs(canvas: &Canvas<'_>, range: TextRange) -> String {
    let text = &canvas.document.text;
    let mut out = String::new();
    let mut at = range.start;
    for run in canvas.document.runs_in(range) {
        let start = run.range.start.max(range.start);
        let end = run.range.end.min(range.end);
        out.push_str(&spaced(TextRange::new(at, start).of(text)));
        let inner = spaced(TextRange::new(start, end).of(text));
        out.push_str(&match (run.style.bold, run.style.italic) {
            (true, true) => format!("<b><i>{inner}</i></b>"),
            (true, false) => format!("<b>{inner}</b>"),
            (false, true) => format!("<i>{inner}</i>"),
            (false, false) => inner,
        });
        at = end;
    }
    out + &spaced(TextRange::new(at, range.end).of(text))
}

/// Escaped text; a tab, which stands for a wide gap, stays wide.
fn spaced(text: &str) -> String {
    let parts: Vec<String> = text.split('\t').map(escape).collect();
    parts.join("<span class=\"tab\"> </span>")
}

/// Text that the document does not hold.
pub(super) fn plain(text: &str) -> String {
    escape_cut(text, LONGEST)
}
