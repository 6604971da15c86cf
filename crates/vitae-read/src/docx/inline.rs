//! What a paragraph holds, in order: text of one look, gaps, breaks, ends of links, and text boxes,
//! which are written beside the paragraph.

use super::body::Walker;
use super::relationships::Relationships;
use super::styles::run_look;
use crate::office::{Element, Paper, Piece, RunLook, hex, is_page_field, link_target};

/// What stands beside a paragraph.
pub(super) enum Shape<'t> {
    /// The content of a text box.
    Text(Element<'t>),
    /// The part of a diagram or chart.
    Diagram(String),
}

/// A paragraph while it is read.
#[derive(Default)]
pub(super) struct Inline<'t> {
    pub(super) pieces: Vec<Piece>,
    /// Shapes with text and what they stand on, and whether text stood before the first of them.
    pub(super) boxes: Vec<(Shape<'t>, Paper)>,
    pub(super) box_after_text: bool,
    /// A line drawn across the page.
    pub(super) rule: bool,
}

/// A field such as a page number or a link, which may go over several runs.
#[derive(Default)]
pub(super) struct Field {
    instruction: String,
    in_result: bool,
    link: bool,
}

impl Walker {
    /// Reads what stands in a paragraph, a link, a field or a recorded insertion.
    pub(super) fn inline<'t>(
        &mut self,
        parent: Element<'t>,
        base: &RunLook,
        relationships: &Relationships,
        into: &mut Inline<'t>,
    ) {
        for element in parent.children() {
            match element.name() {
                "r" => self.run(element, base, relationships, into),
                "hyperlink" => {
                    let target = element.attribute("id");
                    let target = target.and_then(|id| relationships.address(&id).map(String::from));
                    if let Some(target) = &target {
                        into.pieces.push(Piece::LinkStart(target.clone()));
                    }
                    self.inline(element, base, relationships, into);
                    if target.is_some() {
                        into.pieces.push(Piece::LinkEnd);
                    }
                }
                "fldSimple" => {
                    let instruction = element.attribute("instr").unwrap_or_default();
                    if is_page_field(&instruction) {
                        continue;
                    }
                    let target = link_target(&instruction);
                    into.pieces.extend(target.clone().map(Piece::LinkStart));
                    self.inline(element, base, relationships, into);
                    into.pieces.extend(target.map(|_| Piece::LinkEnd));
                }
                "ins" | "moveTo" => {
                    self.flow.counts.changes += 1;
                    self.inline(element, base, relationships, into);
                }
                "del" | "moveFrom" => self.flow.counts.changes += 1,
                "sdt" => {
                    if let Some(content) = element.child("sdtContent") {
                        self.inline(content, base, relationships, into);
                    }
                }
                "smartTag" | "customXml" | "bdo" | "dir" | "oMath" | "oMathPara" => {
                    self.inline(element, base, relationships, into);
                }
                "AlternateContent" => {
                    if let Some(content) = alternative(element) {
                        self.inline(content, base, relationships, into);
                    }
                }
                _ => {}
            }
        }
    }

    fn run<'t>(
        &mut self,
        run: Element<'t>,
        base: &RunLook,
        relationships: &Relationships,
        into: &mut Inline<'t>,
    ) {
        let properties = run.child("rPr");
        let named =
            properties.and_then(|properties| properties.child("rStyle")).and_then(Element::value);
        let own = properties.map(run_look).unwrap_or_default();
        let named = named.and_then(|id| self.styles.run(&id).cloned()).unwrap_or_default();
        self.run_content(run, &own.over(&named).over(base), relationships, into);
    }

    fn run_content<'t>(
        &mut self,
        run: Element<'t>,
        look: &RunLook,
        relationships: &Relationships,
        into: &mut Inline<'t>,
    ) {
        for element in run.children() {
            match element.name() {
                "fldChar" => self.field_mark(element, into),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result) {
                        field.instruction.push_str(&element.text());
                    }
                }
                "drawing" | "pict" | "object" => self.drawing(element, relationships, into),
                "AlternateContent" => {
                    if let Some(content) = alternative(element) {
                        self.run_content(content, look, relationships, into);
                    }
                }
                _ if self.skips_field() => {}
                "t" => self.flow.text(&element.text(), look, &mut into.pieces),
                "tab" | "ptab" => into.pieces.push(Piece::Tab),
                "br" => {
                    let kind = element.attribute("type");
                    let far = matches!(kind.as_deref(), Some("page" | "column"));
                    into.pieces.push(Piece::Break(far));
                }
                "cr" => into.pieces.push(Piece::Break(false)),
                "noBreakHyphen" => self.flow.text("-", look, &mut into.pieces),
                "softHyphen" => self.flow.counts.soft_hyphens += 1,
                "sym" => self.symbol(element, look, into),
                // The small letters above Japanese text repeat it.
                "ruby" => {
                    if let Some(text) = element.child("rubyBase") {
                        self.inline(text, look, relationships, into);
                    }
                }
                _ => {}
            }
        }
    }

    /// A character of a symbol font.
    fn symbol(&mut self, element: Element<'_>, look: &RunLook, into: &mut Inline<'_>) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let font = element.attribute("font").unwrap_or_default();
        match code.and_then(|code| crate::office::symbol(&font, code)) {
            Some(sign) => {
                let look = RunLook { font: None, ..look.clone() };
                self.flow.text(sign.encode_utf8(&mut [0; 4]), &look, &mut into.pieces);
            }
            None => self.flow.counts.private_use += 1,
        }
    }

    fn field_mark(&mut self, mark: Element<'_>, into: &mut Inline<'_>) {
        match mark.attribute("fldCharType").as_deref() {
            Some("begin") if self.fields.len() < 32 => self.fields.push(Field::default()),
            Some("separate") => {
                let Some(field) = self.fields.last_mut() else { return };
                field.in_result = true;
                if let Some(target) = link_target(&field.instruction) {
                    field.link = true;
                    into.pieces.push(Piece::LinkStart(target));
                }
            }
            Some("end") => {
                let link = self.fields.pop().is_some_and(|field| field.link);
                into.pieces.extend(link.then_some(Piece::LinkEnd));
            }
            _ => {}
        }
    }

    /// Inside the instruction of a field, or in the result of one that is left out.
    fn skips_field(&self) -> bool {
        self.fields.iter().any(|field| !field.in_result || is_page_field(&field.instruction))
    }

    /// Pictures are counted, links of pictures noted, shapes with text kept for later.
    fn drawing<'t>(
        &mut self,
        drawing: Element<'t>,
        relationships: &Relationships,
        into: &mut Inline<'t>,
    ) {
        let mut open: Vec<(Element<'t>, Paper)> = vec![(drawing, Paper::Page)];
        let mut link = None;
        while let Some((element, paper)) = open.pop() {
            match element.name() {
                "txbxContent" => into.beside(Shape::Text(element), paper),
                "AlternateContent" => {
                    open.extend(alternative(element).map(|choice| (choice, paper)));
                }
                "Fallback" => {}
                "relIds" | "chart" => {
                    let id = element.attribute("dm").or_else(|| element.attribute("id"));
                    let part = id.and_then(|id| relationships.part(&id).map(String::from));
                    into.boxes.extend(part.map(|part| (Shape::Diagram(part), Paper::Unknown)));
                }
                "hlinkClick" => {
                    let id = element.attribute("id").unwrap_or_default();
                    link = relationships.address(&id).map(String::from).or(link);
                }
                name => {
                    self.flow.counts.images += u32::from(matches!(name, "blip" | "imagedata"));
                    into.rule |= name == "rect" && element.attribute("hr").as_deref() == Some("t");
                    let paper = fill(element).unwrap_or(paper);
                    let from = open.len();
                    open.extend(element.children().map(|child| (child, paper)));
                    open[from..].reverse();
                }
            }
        }
        if let Some(target) = link {
            into.pieces.extend([Piece::LinkStart(target), Piece::LinkEnd]);
        }
    }
}

impl<'t> Inline<'t> {
    fn beside(&mut self, shape: Shape<'t>, paper: Paper) {
        let has_text = self.pieces.iter().any(|piece| matches!(piece, Piece::Text(..)));
        self.box_after_text |= has_text && self.boxes.is_empty();
        self.boxes.push((shape, paper));
    }
}

/// What the text of a shape stands on; none where the element is no shape.
fn fill(shape: Element<'_>) -> Option<Paper> {
    if let Some(properties) = shape.child("spPr") {
        let solid = properties.child("solidFill");
        let color = solid.and_then(|fill| fill.child("srgbClr")).and_then(Element::value);
        let kinds = ["solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];
        let filled = properties.children().any(|child| kinds.contains(&child.name()))
            || (properties.child("noFill").is_none() && shape.child("style").is_some());
        let color = color.and_then(|color| hex(&color)).map(Paper::Color);
        return Some(color.unwrap_or(if filled { Paper::Unknown } else { Paper::Page }));
    }
    if shape.attribute("filled").is_some_and(|filled| filled.starts_with(['f', '0'])) {
        return Some(Paper::Page);
    }
    let color = shape.attribute("fillcolor")?;
    let digits = color.split_whitespace().next().unwrap_or("").trim_start_matches('#');
    Some(hex(digits).map_or(Paper::Unknown, Paper::Color))
}

/// What a program that knows everything shows: the first choice; without one, the fallback.
pub(super) fn alternative(element: Element<'_>) -> Option<Element<'_>> {
    element.child("Choice").or_else(|| element.child("Fallback"))
}
