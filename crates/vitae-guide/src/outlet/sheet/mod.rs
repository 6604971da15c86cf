//! What a sheet about one resume is written as: text for a terminal, Markdown, HTML.

mod html;
mod markdown;
mod text;

pub use html::sheet_html;
pub use markdown::sheet_markdown;
pub use text::sheet_text;

use crate::checklist::State;
use serde::Serialize;

/// The box of a state; readable without colour, and as Markdown.
fn tick_box(state: State) -> &'static str {
    match state {
        State::Done => "[x]",
        State::Open => "[ ]",
        State::Ask => "[?]",
    }
}

/// A checklist, an interview or what is said of terms, as JSON.
#[must_use]
pub fn sheet_json(told: &impl Serialize) -> String {
    serde_json::to_string_pretty(told).unwrap_or_default() + "\n"
}
