//! Text operators: where each glyph stands, how it looks, and whether anybody can see it.

use super::Interpreter;
use crate::pdf::color;
use crate::pdf::face::CodeText;
use crate::pdf::page::{Glyph, GlyphText, IDENTITY, Lost, Matrix, apply, concat};
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Object, Stream};
use hayro_syntax::page::Resources;
use vitae_document::{HiddenBy, Rect, Style};

/// Most glyphs without text whose place is kept, of one page.
const MOST_LOST: usize = 1000;

impl<'a> Interpreter<'a, '_> {
    pub(super) fn text_operator(&mut self, op: Op<'_, '_>, resources: &Resources<'a>) {
        match op {
            Op::BeginText(_) => {
                self.text_matrix = IDENTITY;
                self.line_matrix = IDENTITY;
            }
            Op::TextFont(f) => {
                self.state.text.size = f.1.as_f64();
                match resources.get_font(f.0) {
                    Some(dict) => self.set_font(&dict, f.1.as_f64()),
                    None => self.state.text.face = None,
                }
            }
            Op::CharacterSpacing(s) => self.state.text.char_space = s.0.as_f64(),
            Op::WordSpacing(s) => self.state.text.word_space = s.0.as_f64(),
            Op::HorizontalScaling(s) => self.state.text.scale = s.0.as_f64() / 100.0,
            Op::TextLeading(l) => self.state.text.leading = l.0.as_f64(),
            Op::TextRise(r) => self.state.text.rise = r.0.as_f64(),
            Op::TextRenderingMode(m) => self.state.text.mode = m.0.as_i64(),
            Op::NextLine(n) => self.next_line(n.0.as_f64(), n.1.as_f64()),
            Op::NextLineAndSetLeading(n) => {
                self.state.text.leading = -n.1.as_f64();
                self.next_line(n.0.as_f64(), n.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.text.leading),
            Op::SetTextMatrix(m) => {
                let m = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                self.line_matrix = m;
                self.text_matrix = m;
            }
            Op::ShowText(s) => self.show(s.0.as_bytes()),
            Op::NextLineAndShowText(s) => {
                self.next_line(0.0, -self.state.text.leading);
                self.show(s.0.as_bytes());
            }
            Op::ShowTextWithParameters(s) => {
                self.state.text.word_space = s.0.as_f64();
                self.state.text.char_space = s.1.as_f64();
                self.next_line(0.0, -self.state.text.leading);
                self.show(s.2.as_bytes());
            }
            Op::ShowTexts(s) => {
                for item in s.0.iter::<Object<'_>>() {
                    match item {
                        Object::Number(n) => self.adjust(n.as_f64()),
                        Object::String(text) => self.show(text.as_bytes()),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    pub(super) fn set_font(&mut self, dict: &Dict<'a>, size: f64) {
        self.state.text.size = size;
        if !self.budget.charge_parsed(dict) {
            return;
        }
        let budget = &mut *self.budget;
        let affordable = || {
            budget.charge_widths(dict)
                && font_files(dict).iter().all(|file| budget.charge_font(file))
        };
        self.state.text.face = self.faces.face(dict, affordable);
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line_matrix = concat(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line_matrix);
        self.text_matrix = self.line_matrix;
    }

    pub(super) fn advance(&mut self, x: f64, y: f64) {
        self.text_matrix = concat(&[1.0, 0.0, 0.0, 1.0, x, y], &self.text_matrix);
    }

    pub(super) fn adjust(&mut self, thousandths: f64) {
        let text = &self.state.text;
        let by = -thousandths / 1000.0 * text.size;
        let horizontal = text.face.is_none_or(|face| self.faces.faces[face].is_horizontal());
        if horizontal {
            self.advance(by * text.scale, 0.0);
        } else {
            self.advance(0.0, by);
        }
    }

    pub(super) fn show(&mut self, bytes: &[u8]) {
        let Some(face) = self.state.text.face else { return self.show_unknown(bytes) };
        let mut at = 0;
        while at < bytes.len() && self.budget.glyphs > 0 && self.budget.step() {
            let (code, length) = self.faces.faces[face].read_code(bytes, at);
            at += length;
            self.show_code(face, code, length);
        }
    }

    /// A font that cannot be read: its characters are counted, so that nothing is lost in silence.
    pub(super) fn show_unknown(&mut self, bytes: &[u8]) {
        self.content.counts.glyphs += bytes.len() as u32;
        self.content.counts.unmapped += bytes.len() as u32;
    }

    pub(super) fn show_code(&mut self, face: usize, code: u32, length: usize) {
        let horizontal = self.faces.faces[face].is_horizontal();
        let looked_up = self.faces.faces[face].code(code);
        let advance = f64::from(looked_up.advance) / 1000.0;
        self.budget.charge_steps(looked_up.cost);
        let text = match &looked_up.text {
            CodeText::Char(ch) => Some(GlyphText::Char(*ch)),
            CodeText::Text(text) => {
                let start = self.content.strings.len();
                self.content.strings.push_str(text);
                Some(GlyphText::Slice(start as u32, self.content.strings.len() as u32))
            }
            CodeText::Icon => {
                self.content.counts.private_use += 1;
                self.lose(true, advance);
                None
            }
            CodeText::Unmapped => {
                self.content.counts.unmapped += 1;
                self.lose(false, advance);
                None
            }
            CodeText::Nothing => None,
        };
        self.content.counts.glyphs += 1;
        let state = &self.state.text;
        let word = if code == 32 && length == 1 { state.word_space } else { 0.0 };
        let spacing = state.char_space + word;
        let (size, scale) = (state.size, state.scale);
        if let Some(text) = text {
            self.place(face, text, advance);
        }
        if horizontal {
            self.advance((advance * size + spacing) * scale, 0.0);
        } else {
            self.advance(0.0, advance * size + spacing);
        }
    }

    pub(super) fn place(&mut self, face: usize, text: GlyphText, advance: f64) {
        let look = &self.faces.faces[face];
        let state = &self.state.text;
        let shape = [state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise];
        let m = concat(&concat(&shape, &self.text_matrix), &self.state.ctm);
        let (x, y) = (m[4] as f32, m[5] as f32);
        let (to_x, to_y) = apply(&m, advance, 0.0);
        let size = (m[2].hypot(m[3]) as f32) * look.scale;
        if ![x, y, to_x, to_y, size].iter().all(|value| value.is_finite() && value.abs() < 1e6) {
            return;
        }
        let turn = turn_of(&m);
        let (x0, x1, baseline) = match turn {
            0 => (x, to_x, y),
            1 => (y, to_y, -x),
            2 => (-x, -to_x, -y),
            _ => (-y, -to_y, x),
        };
        let strokes = matches!(state.mode, 1 | 5);
        let color = if strokes { self.state.stroke } else { self.state.fill };
        let thickened = matches!(state.mode, 2 | 6) && self.state.line_width > 0.0;
        let style = Style {
            size,
            bold: look.bold || thickened,
            italic: look.italic,
            color: color.unwrap_or_default(),
            font: look.family,
        };
        let ascent = apply(&m, advance / 2.0, 0.3);
        let hidden = self.hidden(size, color, ascent);
        self.seq += 1;
        let tag = self.marked.iter().rev().find_map(|marked| marked.tag).unwrap_or(u32::MAX);
        let seq = self.seq;
        let (x0, x1) = (x0.min(x1), x0.max(x1));
        let weight = match text {
            GlyphText::Char(_) => 1,
            GlyphText::Slice(start, end) => ((end - start) as usize / 4).max(1),
        };
        self.budget.glyphs = self.budget.glyphs.saturating_sub(weight);
        if self.budget.glyphs == 0 {
            self.budget.reached.get_or_insert("characters");
        }
        let at_edge = self.marked.iter().any(|marked| marked.at_edge);
        let glyph = Glyph { text, x0, x1, baseline, style, seq, tag, hidden, turn, at_edge };
        self.content.glyphs.push(glyph);
        if let GlyphText::Char('\u{FB00}'..='\u{FB06}') = text {
            self.content.counts.ligatures += 1;
        }
    }

    /// Notes where a glyph stands that leaves no text.
    fn lose(&mut self, icon: bool, advance: f64) {
        if self.content.lost.len() >= MOST_LOST {
            return;
        }
        let state = &self.state.text;
        let shape = [state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise];
        let m = concat(&concat(&shape, &self.text_matrix), &self.state.ctm);
        let ((x0, baseline), (x1, _)) = (apply(&m, 0.0, 0.0), apply(&m, advance, 0.0));
        let size = m[2].hypot(m[3]) as f32;
        if ![x0, x1, baseline, size].iter().all(|value| value.is_finite() && value.abs() < 1e6) {
            return;
        }
        if self.hidden(size, self.state.fill, (x0, baseline)).is_none() {
            let (x0, x1) = (x0.min(x1), x0.max(x1));
            self.content.lost.push(Lost { icon, x0, x1, baseline, size });
        }
    }

    /// Why nobody sees a glyph whose middle is at `(x, y)`.
    pub(super) fn hidden(
        &self,
        size: f32,
        color: Option<[u8; 3]>,
        (x, y): (f32, f32),
    ) -> Option<HiddenBy> {
        let inside = |rect: &Rect| x >= rect.x0 && x <= rect.x1 && y >= rect.y0 && y <= rect.y1;
        if self.invisible() {
            return Some(HiddenBy::Markup);
        }
        let page = Rect {
            x0: -1.0,
            y0: -1.0,
            x1: self.content.width + 1.0,
            y1: self.content.height + 1.0,
        };
        let near_clip = |clip: &Rect| Rect {
            x0: clip.x0 - size,
            y0: clip.y0 - size,
            x1: clip.x1 + size,
            y1: clip.y1 + size,
        };
        if !inside(&page) || self.state.clip.is_some_and(|clip| !inside(&near_clip(&clip))) {
            return Some(HiddenBy::OffPage);
        }
        let beneath = self.content.fills.iter().rev().find(|fill| inside(&fill.rect));
        if matches!(self.state.text.mode, 3 | 7) {
            // A recognised scan: its picture shows what the text says.
            let picture = self.content.fills.iter().any(|f| f.color.is_none() && inside(&f.rect));
            return (!picture).then_some(HiddenBy::RenderMode);
        }
        if size < 3.0 {
            return Some(HiddenBy::Size);
        }
        if self.state.opacity < 0.05 {
            return Some(HiddenBy::Colour);
        }
        let background = beneath.map_or(Some([255; 3]), |fill| fill.color);
        match (color, background) {
            (Some(color), Some(background)) if color::near(color, background) => {
                Some(HiddenBy::Colour)
            }
            _ => None,
        }
    }
}

/// Direction of writing in quarter turns.
fn turn_of(m: &Matrix) -> u8 {
    if m[0].abs() >= m[1].abs() {
        if m[0] >= 0.0 { 0 } else { 2 }
    } else if m[1] > 0.0 {
        1
    } else {
        3
    }
}

/// The streams that reading a font decodes.
fn font_files<'a>(dict: &Dict<'a>) -> Vec<Stream<'a>> {
    let descendant =
        dict.get::<Array<'_>>(keys::DESCENDANT_FONTS).and_then(|a| a.iter::<Dict<'_>>().next());
    let mut files = Vec::new();
    for holder in [Some(dict.clone()), descendant].into_iter().flatten() {
        files.extend(holder.get::<Stream<'_>>(keys::TO_UNICODE));
        files.extend(holder.get::<Stream<'_>>(keys::ENCODING));
        files.extend(holder.get::<Stream<'_>>(keys::CID_TO_GID_MAP));
        if let Some(descriptor) = holder.get::<Dict<'_>>(keys::FONT_DESC) {
            for key in [keys::FONT_FILE, keys::FONT_FILE2, keys::FONT_FILE3] {
                files.extend(descriptor.get::<Stream<'_>>(key));
            }
        }
    }
    files
}
