//! A sheet for a terminal. Colour repeats what the words say.

use super::tick_box;
use crate::checklist::State;
use crate::outlet::{Span, spans};
use crate::sheet::{Card, Mark, Piece, Sheet};
use vitae_report::View;
use vitae_report::writing::{Paint, printable, wrap};

/// The sheet as text.
#[must_use]
pub fn sheet_text(sheet: &Sheet, view: &View) -> String {
    let out = Text { sheet, paint: Paint { on: view.color }, width: view.width };
    let name = sheet.file.iter().map(|file| printable(file));
    let narrowed: Vec<String> = name.chain(sheet.narrowed.iter().cloned()).collect();
    let mut text = format!("{}\n", out.paint.bold(sheet.title));
    text.push_str(&format!("{}\n\n", out.paint.dim(&narrowed.join(" · "))));
    text.push_str(&out.para("", &sheet.lead));
    for group in &sheet.groups {
        text.push_str(&format!("\n{}\n", out.paint.bold(&group.title)));
        let loose = group.cards.iter().any(|card| card.pieces.len() > 2);
        for card in &group.cards {
            text.push_str(if loose { "\n" } else { "" });
            text.push_str(&out.card(card));
        }
    }
    if !sheet.closing.is_empty() {
        text.push('\n');
        text.push_str(&out.para("", sheet.closing));
    }
    text
}

struct Text<'a> {
    sheet: &'a Sheet,
    paint: Paint,
    width: usize,
}

impl Text<'_> {
    fn para(&self, first: &str, text: &str) -> String {
        wrap(first, text, self.width)
    }

    fn card(&self, card: &Card) -> String {
        let mark = match card.mark {
            Mark::Rank(rank) => format!("{rank:>3}. "),
            Mark::State(state) => format!("{} ", tick_box(state)),
            Mark::None => "  ".to_owned(),
        };
        let indent = " ".repeat(mark.chars().count());
        let mut out = String::new();
        for (at, piece) in card.pieces.iter().enumerate() {
            let first = if at == 0 { mark.as_str() } else { indent.as_str() };
            out.push_str(&self.piece(first, &indent, piece));
        }
        match card.mark {
            Mark::State(State::Done) => out.replacen("[x]", &self.paint.good("[x]"), 1),
            Mark::State(State::Ask) => out.replacen("[?]", &self.paint.ask("[?]"), 1),
            _ => out,
        }
    }

    fn piece(&self, first: &str, indent: &str, piece: &Piece) -> String {
        match piece {
            Piece::Title(title) => self.bold(&self.para(first, title)),
            Piece::Quote(_, quote) => {
                self.para(first, &format!("{} “{}”", self.sheet.place(quote), quote.text))
            }
            Piece::Also(quotes) => {
                self.para(first, &format!("see also: {}", self.sheet.places(quotes)))
            }
            Piece::Note(label, text) => self.para(first, &format!("{label}: {text}")),
            Piece::Say(text) => self.slots(&self.para(first, &format!("say: “{text}”"))),
            Piece::List(label, items) => {
                let mut out = self.para(first, &format!("{label}:"));
                for item in items {
                    out.push_str(&self.para(&format!("{indent}  - "), item));
                }
                out
            }
        }
    }

    /// Each line in bold, its indent and mark left alone.
    fn bold(&self, text: &str) -> String {
        if !self.paint.on {
            return text.to_owned();
        }
        let line = |line: &str| {
            let start = line.len() - line.trim_start().len();
            let mark = ["[x] ", "[ ] ", "[?] "].iter().find(|it| line[start..].starts_with(**it));
            let start = start + mark.map_or(0, |mark| mark.len());
            format!("{}{}\n", &line[..start], self.paint.bold(&line[start..]))
        };
        text.lines().map(line).collect()
    }

    /// Slots in their colour; a slot may be broken over two lines.
    fn slots(&self, text: &str) -> String {
        let write = |span| match span {
            Span::Words(words) => words.to_owned(),
            Span::Code(code) => format!("`{code}`"),
            Span::Slot(slot) => self.paint.ask(slot),
        };
        if self.paint.on { spans(text).into_iter().map(write).collect() } else { text.to_owned() }
    }
}
