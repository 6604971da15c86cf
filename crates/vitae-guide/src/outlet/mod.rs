//! What a page is written as: text for a terminal, Markdown, HTML. And the list of all guides.

mod html;
mod json;
mod markdown;
mod sheet;
mod text;

pub use html::html;
pub use json::{json, json_index};
pub use markdown::{markdown, markdown_index};
pub use sheet::{sheet_html, sheet_json, sheet_markdown, sheet_text};
pub use text::{text, text_index};

/// A piece of prose: plain words, `code`, or a ‹slot›.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Span<'a> {
    Words(&'a str),
    Code(&'a str),
    /// With its quotes.
    Slot(&'a str),
}

/// Prose cut into its pieces.
fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['`', '‹']) {
        let (close, skip) = if rest[at..].starts_with('`') { ('`', 1) } else { ('›', 0) };
        let open = at + rest[at..].chars().next().map_or(1, char::len_utf8);
        let Some(length) = rest[open..].find(close) else { break };
        if at > 0 {
            spans.push(Span::Words(&rest[..at]));
        }
        let end = open + length;
        let behind = end + close.len_utf8();
        spans.push(if skip == 1 {
            Span::Code(&rest[open..end])
        } else {
            Span::Slot(&rest[at..behind])
        });
        rest = &rest[behind..];
    }
    if !rest.is_empty() {
        spans.push(Span::Words(rest));
    }
    spans
}

/// The parts of a title line: `Backend engineer · senior · Germany`.
fn heading(page: &crate::Page) -> String {
    std::iter::once(&page.title).chain(&page.narrowed).cloned().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_cut_at_code_and_slots() {
        assert_eq!(
            spans("run `a b` for ‹x›."),
            [
                Span::Words("run "),
                Span::Code("a b"),
                Span::Words(" for "),
                Span::Slot("‹x›"),
                Span::Words(".")
            ]
        );
        assert_eq!(spans("a ` b"), [Span::Words("a ` b")]);
    }
}
