//! A sheet as Markdown: a task list, or questions with quotes.

use super::tick_box;
use crate::outlet::markdown::prose;
use crate::sheet::{Card, Mark, Piece, Sheet};

/// The sheet as Markdown.
#[must_use]
pub fn sheet_markdown(sheet: &Sheet) -> String {
    let name = sheet.file.iter().map(|file| literal(file));
    let narrowed: Vec<String> = name.chain(sheet.narrowed.iter().map(|it| prose(it))).collect();
    let mut out =
        format!("# {}\n\n{}\n\n{}\n", sheet.title, narrowed.join(" · "), prose(&sheet.lead));
    for group in &sheet.groups {
        out.push_str(&format!("\n## {}\n\n", prose(&group.title)));
        let cards: Vec<String> = group.cards.iter().map(|it| card(sheet, it)).collect();
        let tight = group.cards.iter().all(|card| !matches!(card.mark, Mark::Rank(_)));
        out.push_str(&cards.join(if tight { "" } else { "\n" }));
    }
    if !sheet.closing.is_empty() {
        out.push_str(&format!("\n---\n\n{}\n", prose(sheet.closing)));
    }
    out
}

fn card(sheet: &Sheet, card: &Card) -> String {
    let list = !matches!(card.mark, Mark::Rank(_));
    let mut out = String::new();
    for piece in &card.pieces {
        let text = match piece {
            Piece::Title(title) => match card.mark {
                Mark::State(state) => format!("- {} {}\n", tick_box(state), prose(title)),
                Mark::Rank(rank) => format!("**{rank}. {}**\n\n", prose(title)),
                Mark::None => format!("- **{}**\n", prose(title)),
            },
            Piece::Quote(_, quote) => {
                let words =
                    format!("“{}” ({})", literal(&quote.text), literal(&sheet.place(quote)));
                if list { format!("  - {words}\n") } else { format!("> {words}\n\n") }
            }
            Piece::Also(quotes) => format!("*see also:* {}\n", literal(&sheet.places(quotes))),
            Piece::Note(label, text) if list => format!("  - *{label}:* {}\n", prose(text)),
            Piece::Note(label, text) => format!("*{label}:* {}\n\n", prose(text)),
            Piece::Say(text) => format!("  - *say:* “{}”\n", prose(text)),
            Piece::List(label, items) => {
                let (outer, inner) = if list { ("  - ", "    - ") } else { ("", "- ") };
                let gap = if list { "\n" } else { "\n\n" };
                let items: String =
                    items.iter().map(|item| format!("{inner}{}\n", prose(item))).collect();
                let after = if list { "" } else { "\n" };
                format!("{outer}*{label}:*{gap}{items}{after}")
            }
        };
        out.push_str(&text);
    }
    let out = out.trim_end().to_owned() + "\n";
    // A card without a title of its own begins with its quotes.
    if list && !out.starts_with("- ") {
        out.replace("\n  ", "\n").trim_start().to_owned()
    } else {
        out
    }
}

/// Words of somebody else: every sign of Markdown is escaped, backticks too.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for ch in text.chars() {
        if matches!(ch, '\\' | '*' | '_' | '<' | '>' | '[' | ']' | '|' | '`' | '~' | '#' | '&') {
            out.push('\\');
        }
        out.push(if ch.is_control() { ' ' } else { ch });
    }
    out
}
