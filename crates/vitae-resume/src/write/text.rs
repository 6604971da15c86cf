//! A resume as clean plain text: what a form field or a mail takes. Headings in capitals, bullets
//! with a hyphen, a blank line between entries.

use crate::Resume;
use crate::layout::{LineKind, PlannedLine, lay_out};

/// Writes plain text in UTF-8; lines are not wrapped.
#[must_use]
pub fn to_text(resume: &Resume) -> String {
    let mut text = String::new();
    for section in lay_out(resume, &[], &|_| None) {
        if !section.heading.is_empty() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&section.heading.to_uppercase());
            text.push('\n');
        }
        for (index, line) in section.lines.iter().enumerate() {
            if index > 0 && line.kind == LineKind::Entry {
                text.push('\n');
            }
            push_line(&mut text, line);
        }
    }
    text
}

fn push_line(text: &mut String, line: &PlannedLine) {
    if line.kind == LineKind::Item {
        text.push_str("- ");
    }
    for piece in &line.pieces {
        // A tab keeps fields apart for programs; on paper two blanks and a bar read better.
        text.push_str(if piece.text == "\t" { " | " } else { &piece.text });
    }
    text.push('\n');
}
