//! The outlets: one report in, one text out.

mod advice;
mod bullets;
mod concise;
mod csv;
mod data;
mod escape;
mod full;
mod github;
mod html;
mod junit;
mod ledger;
mod markdown;
mod place;
mod reading;
mod sarif;
mod snippet;
mod standing;
mod summary;
mod view;

pub use bullets::{bullet_jsonl, bullet_text};
pub use concise::concise;
pub use csv::{csv_failure, csv_file, csv_files_header, csv_findings, csv_findings_header};
pub use data::{json, jsonl};
pub use escape::escape as escape_html;
pub use full::full;
pub use github::github;
pub use html::{html, html_overview};
pub use junit::{junit, junit_begin, junit_end, junit_failure};
pub use markdown::markdown;
pub(crate) use markdown::text as escaped;
pub use markdown::text as escape_markdown;
pub use reading::reading;
pub use sarif::{sarif, sarif_begin, sarif_end};
pub use standing::{glance, glance_json, glance_markdown};
pub use summary::{Row, Tally, markdown_summary, summary};
pub use view::view;

/// How a report is shown.
#[derive(Clone, Debug)]
pub struct View {
    /// Use ANSI colours.
    pub color: bool,
    /// Show each finding, however many a rule has.
    pub all: bool,
    /// Show only the fixes with the most to gain, this many.
    pub top: Option<usize>,
    /// Columns of the terminal.
    pub width: usize,
}

impl Default for View {
    fn default() -> Self {
        Self { color: false, all: false, top: None, width: 80 }
    }
}

/// `1 finding`, `2 findings`.
pub(crate) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
