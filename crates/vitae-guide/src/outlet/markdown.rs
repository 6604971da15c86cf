//! A page as Markdown: headings, lists, quotes for bullets before and after.

use super::{Span, spans};
use crate::Guides;
use crate::page::{Block, LevelCard, Page, Pair, Point, Question, Section, Words, index};

/// The page as Markdown.
#[must_use]
pub fn markdown(page: &Page) -> String {
    let mut out = format!("# {}\n\n{}\n", prose(&super::heading(page)), prose(&page.lead));
    for one in &page.sections {
        out.push_str(&section(one));
    }
    if !page.sources.is_empty() {
        out.push_str("\n## Sources\n\n");
        for source in &page.sources {
            out.push_str(&format!("- **{}**: {}\n", prose(&source.name), prose(&source.what)));
        }
    }
    out
}

/// All guides.
#[must_use]
pub fn markdown_index(guides: &Guides) -> String {
    let mut out = String::new();
    for (kind, names) in index(guides) {
        out.push_str(&format!("## {kind}\n\n| name | guide |\n|---|---|\n"));
        for (name, title) in names {
            out.push_str(&format!("| `{name}` | {} |\n", prose(title)));
        }
        out.push('\n');
    }
    out.trim_end().to_owned() + "\n"
}

/// Prose whose signs mean nothing to Markdown, except for code.
pub(super) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for span in spans(text) {
        match span {
            Span::Code(code) => out.push_str(&format!("`{code}`")),
            Span::Words(words) | Span::Slot(words) => {
                for ch in words.chars() {
                    if matches!(ch, '\\' | '*' | '_' | '<' | '>' | '[' | ']' | '|' | '`' | '~') {
                        out.push('\\');
                    }
                    out.push(if ch.is_control() { ' ' } else { ch });
                }
            }
        }
    }
    out
}

fn section(section: &Section) -> String {
    let mut out = format!("\n## {}\n", prose(&section.title));
    if !section.lead.is_empty() {
        out.push_str(&format!("\n{}\n", prose(&section.lead)));
    }
    for one in &section.blocks {
        out.push_str(&format!("\n{}", block(one)));
    }
    out
}

fn block(block: &Block) -> String {
    let points = |list: &[Point], sign: &str| -> String {
        list.iter().map(|one| point(one, sign)).collect()
    };
    match block {
        Block::Heading(title) => format!("### {}\n", prose(title)),
        Block::Points(list) | Block::Patterns(list) => points(list, "- "),
        Block::Checks(list) => points(list, "- [ ] "),
        Block::Words(list) => list.iter().map(words).collect(),
        Block::Level(card) => level(card),
        Block::Examples(list) => list.iter().map(pair).collect::<Vec<_>>().join("\n"),
        Block::Questions(list) => list.iter().map(question).collect::<Vec<_>>().join("\n"),
    }
}

fn point(point: &Point, sign: &str) -> String {
    let mut out = sign.to_owned();
    if !point.term.is_empty() {
        out.push_str(&format!("**{}**", prose(&point.term)));
        out.push_str(if point.term.ends_with(['.', '?', '!']) { " " } else { ": " });
    }
    out.push_str(&prose(&point.text));
    for (label, text) in &point.notes {
        out.push_str(&format!("\n  - *{label}:* {}", prose(text)));
    }
    if !point.rules.is_empty() {
        let rules: Vec<String> = point.rules.iter().map(|rule| format!("`{rule}`")).collect();
        out.push_str(&format!("\n  - *rules:* {}", rules.join(" ")));
    }
    out + "\n"
}

fn words(words: &Words) -> String {
    let mut out = format!("- **{}**: {}\n", prose(&words.label), prose(&words.words.join(", ")));
    if !words.note.is_empty() {
        out.push_str(&format!("  - {}\n", prose(&words.note)));
    }
    if !words.ask.is_empty() {
        out.push_str(&format!("  - *ask yourself:* {}\n", prose(&words.ask)));
    }
    out
}

fn level(card: &LevelCard) -> String {
    let mut out = format!("### {}\n\n{}\n\n", card.name, prose(&card.is));
    for (name, text) in &card.dimensions {
        out.push_str(&format!("- **{name}**: {}\n", prose(text)));
    }
    out + &format!("- *careful with:* {}\n", prose(&card.not))
}

fn pair(pair: &Pair) -> String {
    let tags = match pair.tags.is_empty() {
        true => String::new(),
        false => format!("**{}**\n\n", prose(&pair.tags.join(", "))),
    };
    let filled = match pair.filled.is_empty() {
        true => String::new(),
        false => format!(">\n> *might read: {}*\n", prose(&pair.filled)),
    };
    format!(
        "{tags}> before: {}\n>\n> after: {}\n{filled}\n{}\n",
        prose(&pair.before),
        prose(&pair.after),
        prose(&pair.why)
    )
}

fn question(question: &Question) -> String {
    let tags = match question.tags.is_empty() {
        true => String::new(),
        false => format!(" ({})", prose(&question.tags.join(", "))),
    };
    let mut out =
        format!("**{}**{tags}\n\n{}\n", prose(&question.question), prose(&question.answer));
    if !question.holds.is_empty() {
        out.push('\n');
    }
    for held in &question.holds {
        out.push_str(&format!("- {}\n", prose(held)));
    }
    out
}
