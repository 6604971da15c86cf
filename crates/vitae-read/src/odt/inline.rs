//! What a paragraph of an ODT holds: text with its white space folded, spaces and tabs by element,
//! links, fields, notes, and shapes that are written beside it.

use super::body::{Inline, Walker};
use crate::office::{Element, Piece, RunLook};
use vitae_document::HiddenBy;

/// More spaces in a row than this are a gap as well as these.
const SPACES: usize = 64;

impl Walker<'_> {
    pub(super) fn inline<'t>(
        &mut self,
        parent: Element<'t>,
        look: &RunLook,
        into: &mut Inline<'t>,
    ) {
        for element in parent.children() {
            match element.name() {
                "" => self.folded(element.own_text(), look, into),
                "s" => {
                    let count = element.attribute("c").and_then(|count| count.parse().ok());
                    let spaces = " ".repeat(count.unwrap_or(1).min(SPACES));
                    self.literal(&spaces, look, into);
                    into.spaced = true;
                }
                "tab" => {
                    into.pieces.push(Piece::Tab);
                    into.spaced = true;
                }
                "line-break" => {
                    into.pieces.push(Piece::Break(false));
                    into.spaced = true;
                }
                "span" => {
                    let look = self.text_look(element, look);
                    self.inline(element, &look, into);
                }
                "a" => self.link(element, look, into),
                "ruby" => {
                    if let Some(text) = element.child("ruby-base") {
                        self.inline(text, look, into);
                    }
                }
                "note" => into.notes.extend(element.child("note-body")),
                "annotation" => self.flow.counts.comments += 1,
                "hidden-paragraph" => {
                    into.hidden |= element.attribute("is-hidden").as_deref() == Some("true");
                }
                "hidden-text" if element.attribute("is-hidden").as_deref() == Some("true") => {
                    self.flow.hide(&element.text(), HiddenBy::Markup);
                }
                "frame" | "custom-shape" | "rect" | "g" | "ellipse" | "polygon" => {
                    let has_text = into.pieces.iter().any(|piece| matches!(piece, Piece::Text(..)));
                    into.box_after_text |= has_text && into.boxes.is_empty();
                    into.boxes.push(element);
                }
                // Page numbers are no text of the resume, and the rest is not seen at all.
                "page-number" | "page-count" | "script" | "annotation-end" | "forms" => {}
                "variable-set" | "expression" | "user-field-get"
                    if element.attribute("display").as_deref() == Some("none") => {}
                // Fields, marks and whatever newer versions wrap around text.
                _ => self.inline(element, look, into),
            }
        }
        if parent.name() != "p" && parent.name() != "h" {
            return;
        }
        if into.hidden {
            self.hide_all(into);
        }
    }

    /// A paragraph that a condition hides.
    fn hide_all(&mut self, into: &mut Inline<'_>) {
        for piece in std::mem::take(&mut into.pieces) {
            if let Piece::Text(text, _) = piece {
                self.flow.hide(&text, HiddenBy::Markup);
            }
        }
    }

    fn link<'t>(&mut self, link: Element<'t>, look: &RunLook, into: &mut Inline<'t>) {
        let target = link.attribute("href").unwrap_or_default();
        // `#` leads to a place in the same file.
        let outside = !target.is_empty() && !target.starts_with('#');
        if outside {
            into.pieces.push(Piece::LinkStart(target.into_owned()));
        }
        let look = self.text_look(link, look);
        self.inline(link, &look, into);
        if outside {
            into.pieces.push(Piece::LinkEnd);
        }
    }

    /// Text in which white space of any length is one space, and none at the start.
    fn folded(&mut self, text: &str, look: &RunLook, into: &mut Inline<'_>) {
        let mut folded = String::with_capacity(text.len());
        for ch in text.chars() {
            let space = matches!(ch, ' ' | '\t' | '\n' | '\r');
            if !(space && into.spaced) {
                folded.push(if space { ' ' } else { ch });
            }
            into.spaced = space;
        }
        self.literal(&folded, look, into);
    }

    fn literal(&mut self, text: &str, look: &RunLook, into: &mut Inline<'_>) {
        self.flow.text(text, look, &mut into.pieces);
    }
}
