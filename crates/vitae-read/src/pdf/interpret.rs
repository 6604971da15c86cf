//! Runs the content streams of a page for their text: operators in, `PageContent` out. Draws
//! nothing and decodes no picture. Every operator and every decoded byte is charged to a budget
//! that the whole file shares.

use super::budget::Budget;
use super::color::{self, Space};
use super::face::{CodeText, Faces};
use super::page::{
    Counts, Fill, Glyph, GlyphText, IDENTITY, Matrix, PageContent, Rule, apply, apply_rect, concat,
};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;
use vitae_document::{HiddenBy, Rect, Style};

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
            line_width: 1.0,
            text,
        }
    }
}

/// An open marked-content sequence.
struct Marked {
    tag: Option<u32>,
    actual: Option<String>,
    first_glyph: usize,
    icons: u32,
    unmapped: u32,
    invisible: bool,
}

/// A part of a path: its points in user space.
#[derive(Default)]
struct Path {
    subpaths: Vec<Vec<(f64, f64)>>,
    curved: bool,
    clip: bool,
}

/// Most dots kept of a page; more are a drawing.
const MOST_DOTS: usize = 500;

/// Most points kept of one path; the rest of a drawing says nothing about text.
const PATH_POINTS: usize = 512;

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
            seq: 0,
        }
    }

    pub(super) fn finish(self) -> PageContent {
        self.content
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
                if let Some(gs) = resources.get_ext_g_state(gs.0) {
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
        if self.is_off(dict.get_ref(keys::OC).map(Into::into), dict.get::<Dict<'_>>(keys::OC)) {
            return;
        }
        match dict.get::<Name<'_>>(keys::SUBTYPE).as_deref() {
            Some(b"Image") => self.image(),
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
        let own = dict.get::<Dict<'a>>(keys::RESOURCES).map(Resources::new);
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

    // Marked content

    fn invisible(&self) -> bool {
        self.marked.iter().any(|marked| marked.invisible)
    }

    /// Whether optional content, or a membership in some, is switched off.
    fn is_off(&self, id: Option<ObjectIdentifier>, dict: Option<Dict<'_>>) -> bool {
        if self.off.is_empty() {
            return false;
        }
        if id.is_some_and(|id| self.off.contains(&id)) {
            return true;
        }
        let Some(dict) = dict else { return false };
        if let Some(group) = dict.get_ref(keys::OCGS) {
            return self.off.contains(&group.into());
        }
        let Some(groups) = dict.get::<Array<'_>>(keys::OCGS) else { return false };
        let mut ids = groups.raw_iter().filter_map(|item| item.as_obj_ref()).peekable();
        ids.peek().is_some() && ids.all(|id| self.off.contains(&id.into()))
    }

    fn marked_with_properties(
        &mut self,
        tag: &Name<'_>,
        properties: &Object<'_>,
        resources: &Resources<'a>,
    ) {
        match properties {
            Object::Name(name) => {
                let dict = resources.properties.get::<Dict<'_>>(name);
                let id = resources.properties.get_ref(name.as_ref()).map(Into::into);
                let off = tag.as_ref() == b"OC" && self.is_off(id, dict.clone());
                self.begin_marked(dict.as_ref(), off);
            }
            Object::Dict(dict) => self.begin_marked(Some(dict), false),
            _ => self.begin_marked(None, false),
        }
    }

    fn begin_marked(&mut self, properties: Option<&Dict<'_>>, invisible: bool) {
        let mcid = properties.and_then(|dict| dict.get::<Number>(b"MCID")).map(|n| n.as_i64());
        let tag = mcid.and_then(|mcid| {
            let at = self.tags.binary_search_by_key(&mcid, |(id, _)| *id).ok()?;
            Some(self.tags[at].1)
        });
        let actual = properties
            .and_then(|dict| dict.get::<hayro_syntax::object::String<'_>>(b"ActualText"))
            .map(|text| super::strings::decode(text.as_bytes()));
        // Deeper nesting than any program writes is counted but not kept.
        if self.marked.len() < 1024 {
            self.marked.push(Marked {
                tag,
                actual,
                first_glyph: self.content.glyphs.len(),
                icons: self.content.counts.private_use,
                unmapped: self.content.counts.unmapped,
                invisible,
            });
        }
    }

    fn end_marked(&mut self) {
        let Some(marked) = self.marked.pop() else { return };
        let Some(actual) = marked.actual else { return };
        let from = marked.first_glyph.min(self.content.glyphs.len());
        // `ActualText` on an icon names the picture (`envelope`); nobody reads that on the page.
        let icons = self.content.counts.private_use - marked.icons;
        let unmapped = self.content.counts.unmapped - marked.unmapped;
        let drawn = &self.content.glyphs[from..];
        if drawn.is_empty() {
            if unmapped > 0 && icons == 0 {
                self.content.counts.unmapped = marked.unmapped;
                self.content.counts.private_use += unmapped;
            }
            return;
        }
        let Some(first) = drawn.first().copied() else { return };
        let Some(last) = drawn.last().copied() else { return };
        let one_line = drawn.iter().all(|glyph| {
            glyph.turn == first.turn && (glyph.baseline - first.baseline).abs() < first.size()
        });
        if !one_line {
            return;
        }
        self.content.counts.unmapped = marked.unmapped;
        if drawn.len() == 1 && icons == 0 && is_symbol(first.text) && names_something(&actual) {
            self.content.counts.private_use += 1;
            self.content.glyphs.truncate(from);
            return;
        }
        let start = self.content.strings.len();
        self.content.strings.push_str(&actual);
        let text = GlyphText::Slice(start as u32, self.content.strings.len() as u32);
        self.content.glyphs.truncate(from);
        if !actual.is_empty() {
            let glyph = Glyph { text, x1: last.x1.max(first.x1), ..first };
            self.content.glyphs.push(glyph);
        }
    }

    // Paths

    fn path_operator<'x, 'y>(&mut self, op: Op<'x, 'y>) -> Option<Op<'x, 'y>> {
        match op {
            Op::RectPath(r) => {
                let (x, y, w, h) = (r.0.as_f64(), r.1.as_f64(), r.2.as_f64(), r.3.as_f64());
                self.move_to(x, y);
                for (x, y) in [(x + w, y), (x + w, y + h), (x, y + h), (x, y)] {
                    self.line_to(x, y);
                }
            }
            Op::MoveTo(p) => self.move_to(p.0.as_f64(), p.1.as_f64()),
            Op::LineTo(p) => self.line_to(p.0.as_f64(), p.1.as_f64()),
            Op::CubicTo(c) => {
                self.path.curved = true;
                self.line_to(c.4.as_f64(), c.5.as_f64());
            }
            Op::CubicStartTo(c) => {
                self.path.curved = true;
                self.line_to(c.2.as_f64(), c.3.as_f64());
            }
            Op::CubicEndTo(c) => {
                self.path.curved = true;
                self.line_to(c.2.as_f64(), c.3.as_f64());
            }
            Op::ClosePath(_) => {}
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.path.clip = true,
            Op::EndPath(_) => self.paint(false, false),
            Op::StrokePath(_) | Op::CloseAndStrokePath(_) => self.paint(false, true),
            Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_) => self.paint(true, false),
            Op::FillAndStrokeNonZero(_)
            | Op::FillAndStrokeEvenOdd(_)
            | Op::CloseFillAndStrokeNonZero(_)
            | Op::CloseFillAndStrokeEvenOdd(_) => self.paint(true, true),
            op => return Some(op),
        }
        None
    }

    fn move_to(&mut self, x: f64, y: f64) {
        if self.path_points < PATH_POINTS {
            self.path_points += 1;
            self.path.subpaths.push(vec![(x, y)]);
        }
    }

    fn line_to(&mut self, x: f64, y: f64) {
        if self.path_points < PATH_POINTS
            && let Some(subpath) = self.path.subpaths.last_mut()
        {
            self.path_points += 1;
            subpath.push((x, y));
        }
    }

    fn paint(&mut self, fill: bool, stroke: bool) {
        let path = std::mem::take(&mut self.path);
        self.path_points = 0;
        let boxes: Vec<Rect> =
            path.subpaths.iter().filter_map(|points| bounds(&self.state.ctm, points)).collect();
        if !self.invisible() {
            for rect in &boxes {
                self.paint_box(*rect, fill, stroke);
            }
        }
        if path.clip
            && let Some(cover) = boxes.into_iter().reduce(Rect::cover)
        {
            self.clip_to(cover);
        }
    }

    fn paint_box(&mut self, rect: Rect, fill: bool, stroke: bool) {
        let (width, height) = (rect.x1 - rect.x0, rect.y1 - rect.y0);
        if height <= 3.5 && width >= 12.0 {
            let color = if fill { self.state.fill } else { self.state.stroke };
            let visible = color.is_none_or(|color| !color::near(color, [255; 3]));
            if (fill || stroke) && visible {
                self.content.rules.push(Rule { x0: rect.x0, x1: rect.x1, y: rect.y1 });
            }
        } else if width > 1.0 && width < 8.0 && (width - height).abs() < 0.25 * width {
            if self.content.dots.len() < MOST_DOTS {
                self.content.dots.push(rect);
            }
        } else if fill && width > 3.0 && height > 3.0 && self.state.opacity > 0.5 {
            self.fill_area(rect, self.state.fill);
        }
    }

    // Colours

    fn color_operator<'x, 'y>(
        &mut self,
        op: Op<'x, 'y>,
        resources: &Resources<'a>,
    ) -> Option<Op<'x, 'y>> {
        let space = |name: &Name<'_>| {
            Space::from_name(name).unwrap_or_else(|| {
                let object = resources.get_color_space(name);
                object.map_or(Space::Unknown, |object| Space::from_object(&object))
            })
        };
        let state = &mut self.state;
        match op {
            Op::NonStrokeColorDeviceGray(c) => {
                state.fill_space = Space::Gray;
                state.fill = Space::Gray.rgb(&[c.0]);
            }
            Op::NonStrokeColorDeviceRgb(c) => {
                state.fill_space = Space::Rgb;
                state.fill = Space::Rgb.rgb(&[c.0, c.1, c.2]);
            }
            Op::NonStrokeColorCmyk(c) => {
                state.fill_space = Space::Cmyk;
                state.fill = Space::Cmyk.rgb(&[c.0, c.1, c.2, c.3]);
            }
            Op::ColorSpaceNonStroke(c) => {
                state.fill_space = space(c.0);
                state.fill = state.fill_space.initial();
            }
            Op::NonStrokeColor(c) => state.fill = state.fill_space.rgb(&c.0),
            Op::NonStrokeColorNamed(c) => {
                state.fill = if c.1.is_some() { None } else { state.fill_space.rgb(&c.0) };
            }
            Op::StrokeColorDeviceGray(c) => {
                state.stroke_space = Space::Gray;
                state.stroke = Space::Gray.rgb(&[c.0]);
            }
            Op::StrokeColorDeviceRgb(c) => {
                state.stroke_space = Space::Rgb;
                state.stroke = Space::Rgb.rgb(&[c.0, c.1, c.2]);
            }
            Op::StrokeColorCmyk(c) => {
                state.stroke_space = Space::Cmyk;
                state.stroke = Space::Cmyk.rgb(&[c.0, c.1, c.2, c.3]);
            }
            Op::ColorSpaceStroke(c) => {
                state.stroke_space = space(c.0);
                state.stroke = state.stroke_space.initial();
            }
            Op::StrokeColor(c) => state.stroke = state.stroke_space.rgb(&c.0),
            Op::StrokeColorNamed(c) => {
                state.stroke = if c.1.is_some() { None } else { state.stroke_space.rgb(&c.0) };
            }
            op => return Some(op),
        }
        None
    }

    // Text

    fn text_operator(&mut self, op: Op<'_, '_>, resources: &Resources<'a>) {
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

    fn set_font(&mut self, dict: &Dict<'a>, size: f64) {
        self.state.text.size = size;
        let budget = &mut *self.budget;
        let affordable = || font_files(dict).iter().all(|file| budget.charge_font(file));
        self.state.text.face = self.faces.face(dict, affordable);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line_matrix = concat(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line_matrix);
        self.text_matrix = self.line_matrix;
    }

    fn advance(&mut self, x: f64, y: f64) {
        self.text_matrix = concat(&[1.0, 0.0, 0.0, 1.0, x, y], &self.text_matrix);
    }

    fn adjust(&mut self, thousandths: f64) {
        let text = &self.state.text;
        let by = -thousandths / 1000.0 * text.size;
        let horizontal = text.face.is_none_or(|face| self.faces.faces[face].is_horizontal());
        if horizontal {
            self.advance(by * text.scale, 0.0);
        } else {
            self.advance(0.0, by);
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(face) = self.state.text.face else { return self.show_unknown(bytes) };
        let mut at = 0;
        while at < bytes.len() && self.budget.glyphs > 0 && self.budget.step() {
            let (code, length) = self.faces.faces[face].read_code(bytes, at);
            at += length;
            self.show_code(face, code, length);
        }
    }

    /// A font that cannot be read: its characters are counted, so that nothing is lost in silence.
    fn show_unknown(&mut self, bytes: &[u8]) {
        self.content.counts.glyphs += bytes.len() as u32;
        self.content.counts.unmapped += bytes.len() as u32;
    }

    fn show_code(&mut self, face: usize, code: u32, length: usize) {
        let horizontal = self.faces.faces[face].is_horizontal();
        let looked_up = self.faces.faces[face].code(code);
        let advance = f64::from(looked_up.advance) / 1000.0;
        let text = match &looked_up.text {
            CodeText::Char(ch) => Some(GlyphText::Char(*ch)),
            CodeText::Text(text) => {
                let start = self.content.strings.len();
                self.content.strings.push_str(text);
                Some(GlyphText::Slice(start as u32, self.content.strings.len() as u32))
            }
            CodeText::Icon => {
                self.content.counts.private_use += 1;
                None
            }
            CodeText::Unmapped => {
                self.content.counts.unmapped += 1;
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

    fn place(&mut self, face: usize, text: GlyphText, advance: f64) {
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
        self.budget.glyphs -= 1;
        if self.budget.glyphs == 0 {
            self.budget.reached.get_or_insert("characters");
        }
        self.content.glyphs.push(Glyph { text, x0, x1, baseline, style, seq, tag, hidden, turn });
        if let GlyphText::Char('\u{FB00}'..='\u{FB06}') = text {
            self.content.counts.ligatures += 1;
        }
    }

    /// Why nobody sees a glyph whose middle is at `(x, y)`.
    fn hidden(&self, size: f32, color: Option<[u8; 3]>, (x, y): (f32, f32)) -> Option<HiddenBy> {
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

/// A picture among the characters: neither letter nor digit nor punctuation of a sentence.
fn is_symbol(text: GlyphText) -> bool {
    let GlyphText::Char(ch) = text else { return false };
    !ch.is_alphanumeric()
        && !ch.is_ascii()
        && !ch.is_whitespace()
        && !('\u{2010}'..='\u{2027}').contains(&ch)
}

/// Whether a text holds a word.
fn names_something(text: &str) -> bool {
    text.chars().filter(|ch| ch.is_alphabetic()).count() > 1
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

fn bounds(ctm: &Matrix, points: &[(f64, f64)]) -> Option<Rect> {
    if points.len() < 2 {
        return None;
    }
    let to_box = |(x, y): &(f64, f64)| {
        let (x, y) = apply(ctm, *x, *y);
        Rect { x0: x, y0: y, x1: x, y1: y }
    };
    let rect = points.iter().map(to_box).reduce(Rect::cover)?;
    [rect.x0, rect.y0, rect.x1, rect.y1].iter().all(|v| v.is_finite()).then_some(rect)
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
