//! Runs the content streams of a page for their text: operators in, `PageContent` out. Draws
//! nothing and decodes no picture. Every operator and every decoded byte is charged to a budget
//! that the whole file shares.

mod marked;
mod paint;
mod text;

use super::budget::Budget;
use super::color::{self, Space};
use super::face::Faces;
use super::page::{Counts, Fill, IDENTITY, Matrix, PageContent, apply_rect, concat};
use super::scan::Drawn;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;
use marked::Marked;
use paint::Path;
use vitae_document::{HiddenBy, Rect};

/// How many glyphs back the page is searched for text under an area, and for how many areas.
const MOST_COVERED: usize = 20_000;
const MOST_COVERS: usize = 1000;

/// Most pictures kept of one page.
const MOST_PICTURES: usize = 64;

#[derive(Clone, Debug)]
struct TextState {
    face: Option<usize>,
    size: f64,
    char_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    mode: i64,
}

#[derive(Clone, Debug)]
struct State {
    ctm: Matrix,
    clip: Option<Rect>,
    fill_space: Space,
    fill: Option<[u8; 3]>,
    stroke_space: Space,
    stroke: Option<[u8; 3]>,
    opacity: f32,
    /// A blend mode other than the normal one is set.
    blended: bool,
    line_width: f64,
    text: TextState,
}

impl State {
    fn new(ctm: Matrix) -> Self {
        let text = TextState {
            face: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        };
        Self {
            ctm,
            clip: None,
            fill_space: Space::Gray,
            fill: Some([0; 3]),
            stroke_space: Space::Gray,
            stroke: Some([0; 3]),
            opacity: 1.0,
            blended: false,
            line_width: 1.0,
            text,
        }
    }
}

/// Runs one page.
pub(super) struct Interpreter<'a, 'b> {
    faces: &'b mut Faces<'a>,
    budget: &'b mut Budget,
    /// Groups of optional content that are off.
    off: &'b [ObjectIdentifier],
    /// Reading order of marked content by its id, from the structure tree.
    tags: &'b [(i64, u32)],
    content: PageContent,
    state: State,
    stack: Vec<State>,
    text_matrix: Matrix,
    line_matrix: Matrix,
    marked: Vec<Marked>,
    path: Path,
    path_points: usize,
    open_forms: Vec<ObjectIdentifier>,
    drawn: Vec<Drawn<'a>>,
    seq: u32,
}

impl<'a, 'b> Interpreter<'a, 'b> {
    pub(super) fn new(
        faces: &'b mut Faces<'a>,
        budget: &'b mut Budget,
        off: &'b [ObjectIdentifier],
        tags: &'b [(i64, u32)],
        (width, height): (f32, f32),
        initial: Matrix,
    ) -> Self {
        Self {
            faces,
            budget,
            off,
            tags,
            content: PageContent { width, height, ..PageContent::default() },
            state: State::new(initial),
            stack: Vec::new(),
            text_matrix: IDENTITY,
            line_matrix: IDENTITY,
            marked: Vec::new(),
            path: Path::default(),
            path_points: 0,
            open_forms: Vec::new(),
            drawn: Vec::new(),
            seq: 0,
        }
    }

    pub(super) fn finish(self) -> PageContent {
        self.content
    }

    /// The pictures in the order of drawing.
    pub(super) fn take_drawn(&mut self) -> Vec<Drawn<'a>> {
        std::mem::take(&mut self.drawn)
    }

    /// Decodes a stream of the page within the budget.
    pub(super) fn decode(&mut self, stream: &Stream<'a>) -> std::borrow::Cow<'a, [u8]> {
        self.budget.decode(stream).unwrap_or_default()
    }

    /// Runs the operators of `bytes`.
    pub(super) fn run(&mut self, bytes: &[u8], resources: &Resources<'a>) {
        let depth = self.stack.len();
        let marked = self.marked.len();
        let mut ops = TypedIter::new(bytes);
        while let Some(op) = ops.next() {
            if !self.budget.step() || self.budget.glyphs == 0 {
                break;
            }
            self.operator(op, resources, depth);
        }
        while self.marked.len() > marked {
            self.end_marked();
        }
        if self.stack.len() > depth {
            self.stack.truncate(depth + 1);
            self.restore(depth);
        }
        self.path = Path::default();
    }

    fn operator(&mut self, op: Op<'_, '_>, resources: &Resources<'a>, depth: usize) {
        match op {
            Op::SaveState(_) => self.save(),
            Op::RestoreState(_) => self.restore(depth),
            Op::Transform(t) => {
                let m = [t.0, t.1, t.2, t.3, t.4, t.5].map(|n| n.as_f64());
                self.state.ctm = concat(&m, &self.state.ctm);
            }
            Op::LineWidth(w) => self.state.line_width = w.0.as_f64(),
            Op::SetGraphicsState(gs) => {
                if let Some(gs) = resources.get_ext_g_state(gs.0)
                    && self.budget.charge_parsed(&gs)
                {
                    self.graphics_state(&gs);
                }
            }
            Op::XObject(x) => self.x_object(x.0, resources),
            Op::InlineImage(_) => self.image(),
            Op::Shading(_) => {
                let page =
                    Rect { x0: 0.0, y0: 0.0, x1: self.content.width, y1: self.content.height };
                self.fill_area(self.state.clip.unwrap_or(page), None);
            }
            Op::BeginMarkedContent(_) => self.begin_marked(None, false),
            Op::BeginMarkedContentWithProperties(bdc) => {
                self.marked_with_properties(bdc.0, bdc.1, resources);
            }
            Op::EndMarkedContent(_) => self.end_marked(),
            op => {
                if let Some(op) = self.path_operator(op)
                    && let Some(op) = self.color_operator(op, resources)
                {
                    self.text_operator(op, resources);
                }
            }
        }
    }

    fn save(&mut self) {
        // Nesting that no program writes; the state is then shared, which loses nothing but looks.
        if self.stack.len() < 512 {
            self.stack.push(self.state.clone());
        }
    }

    fn restore(&mut self, depth: usize) {
        if self.stack.len() > depth
            && let Some(state) = self.stack.pop()
        {
            self.state = state;
        }
    }

    fn graphics_state(&mut self, gs: &Dict<'a>) {
        if let Some(opacity) = color::fill_opacity(gs) {
            self.state.opacity = opacity;
        }
        if let Some(mode) = gs.get::<Name<'_>>(b"BM") {
            self.state.blended = !matches!(mode.as_ref(), b"Normal" | b"Compatible");
        }
        if let Some(font) = gs.get::<Array<'_>>(keys::FONT) {
            let mut items = font.flex_iter();
            if let (Some(dict), Some(size)) = (items.next::<Dict<'a>>(), items.next::<Number>()) {
                self.set_font(&dict, size.as_f64());
            }
        }
    }

    // Forms and pictures

    fn x_object(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let Some(stream) = resources.get_x_object(name) else { return };
        let dict = stream.dict();
        if !self.budget.charge_parsed(dict) {
            return;
        }
        if self.is_off(dict.get_ref(keys::OC).map(Into::into), dict.get::<Dict<'_>>(keys::OC)) {
            return;
        }
        match dict.get::<Name<'_>>(keys::SUBTYPE).as_deref() {
            Some(b"Image") => {
                if self.drawn.len() < MOST_PICTURES {
                    self.drawn.push(Drawn { matrix: self.state.ctm, stream });
                }
                self.image();
            }
            Some(b"Form") => self.form(&stream, resources),
            _ => {}
        }
    }

    /// Runs a form, unless it draws itself or lies too deep.
    pub(super) fn form(&mut self, stream: &Stream<'a>, resources: &Resources<'a>) {
        let id = stream.obj_id();
        if self.open_forms.contains(&id) {
            return;
        }
        if self.open_forms.len() >= self.budget.depth {
            self.budget.reached.get_or_insert("depth");
            return;
        }
        let Some(decoded) = self.budget.decode(stream) else { return };
        let dict = stream.dict();
        let own = dict.get::<Dict<'a>>(keys::RESOURCES);
        if !own.as_ref().is_none_or(|own| self.budget.charge_parsed(own)) {
            return;
        }
        let own = own.map(Resources::new);
        let matrix = dict.get::<[f64; 6]>(keys::MATRIX).unwrap_or(IDENTITY);
        let saved = (self.state.clone(), self.text_matrix, self.line_matrix);
        let path = std::mem::take(&mut self.path);
        self.state.ctm = concat(&matrix, &self.state.ctm);
        if let Some([x0, y0, x1, y1]) = dict.get::<[f64; 4]>(keys::BBOX) {
            self.clip_to(apply_rect(&self.state.ctm, x0, y0, x1, y1));
        }
        self.open_forms.push(id);
        self.run(&decoded, own.as_ref().unwrap_or(resources));
        self.open_forms.pop();
        self.path = path;
        (self.state, self.text_matrix, self.line_matrix) = saved;
    }

    fn image(&mut self) {
        if self.invisible() {
            return;
        }
        self.content.counts.images += 1;
        let rect = apply_rect(&self.state.ctm, 0.0, 0.0, 1.0, 1.0);
        self.fill_area(rect, None);
    }

    fn fill_area(&mut self, rect: Rect, color: Option<[u8; 3]>) {
        self.content.fills.push(Fill { rect, color });
    }

    /// Text that stands under an area painted later. Pictures and patterns may show through, and so
    /// may what is blended; a plain colour does not.
    fn cover(&mut self, rect: Rect) {
        if self.state.opacity < 0.95 || self.state.blended || self.content.fills.len() > MOST_COVERS
        {
            return;
        }
        for glyph in self.content.glyphs.iter_mut().rev().take(MOST_COVERED) {
            let (middle, size) = ((glyph.x0 + glyph.x1) / 2.0, glyph.style.size);
            let y = glyph.baseline - 0.3 * size;
            let covered = glyph.turn == 0
                && rect.x0 < middle
                && middle < rect.x1
                && rect.y0 < y - 0.2 * size
                && y + 0.2 * size < rect.y1;
            if covered && glyph.hidden.is_none() {
                glyph.hidden = Some(HiddenBy::Colour);
            }
        }
    }

    fn clip_to(&mut self, rect: Rect) {
        self.state.clip = Some(match self.state.clip {
            None => rect,
            Some(clip) => Rect {
                x0: clip.x0.max(rect.x0),
                y0: clip.y0.max(rect.y0),
                x1: clip.x1.min(rect.x1),
                y1: clip.y1.min(rect.y1),
            },
        });
    }
}

impl Counts {
    /// Adds the counts of another page.
    pub(super) fn add(&mut self, other: &Counts) {
        self.glyphs += other.glyphs;
        self.unmapped += other.unmapped;
        self.private_use += other.private_use;
        self.ligatures += other.ligatures;
        self.images += other.images;
    }
}
