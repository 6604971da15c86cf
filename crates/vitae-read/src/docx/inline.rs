//! What a paragraph holds, in order: text of one look, gaps, breaks, ends of links, and text boxes,
//! which are written beside the paragraph.

use super::body::Walker;
use super::package::Relationships;
use super::styles::RunProperties;
use super::xml::Element;
use vitae_document::{HiddenBy, Style};

/// A piece of a paragraph.
pub(super) enum Piece {
    Text(String, Style),
    Tab,
    /// A line broken by hand; `true` for the end of a column or page.
    Break(bool),
    LinkStart(String),
    LinkEnd,
}

/// A paragraph while it is read.
#[derive(Default)]
pub(super) struct Inline<'t> {
    pub(super) pieces: Vec<Piece>,
    /// Contents of text boxes, and whether text stood before the first of them.
    pub(super) boxes: Vec<Element<'t>>,
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

impl Field {
    /// Page numbers are no text of the resume.
    fn is_left_out(instruction: &str) -> bool {
        let name = instruction.split_whitespace().next().unwrap_or("").to_ascii_uppercase();
        matches!(name.as_str(), "PAGE" | "NUMPAGES" | "SECTIONPAGES" | "SECTION")
    }

    /// The address of a link field.
    fn target(instruction: &str) -> Option<String> {
        let rest = instruction.trim_start();
        let name = rest.get(..9)?;
        let rest = rest.get(9..)?.trim_start();
        let quoted = rest.strip_prefix(['"', '“'])?;
        let target = quoted.split(['"', '”']).next()?.trim();
        (name.eq_ignore_ascii_case("HYPERLINK") && !target.is_empty()).then(|| target.to_string())
    }
}

impl Walker {
    /// Reads what stands in a paragraph, a link, a field or a recorded insertion.
    pub(super) fn inline<'t>(
        &mut self,
        parent: Element<'t>,
        base: &RunProperties,
        relationships: &Relationships,
        into: &mut Inline<'t>,
    ) {
        for element in parent.children() {
            match element.name() {
                "r" => self.run(element, base, into),
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
                    if Field::is_left_out(&instruction) {
                        continue;
                    }
                    let target = Field::target(&instruction);
                    into.pieces.extend(target.clone().map(Piece::LinkStart));
                    self.inline(element, base, relationships, into);
                    into.pieces.extend(target.map(|_| Piece::LinkEnd));
                }
                "ins" | "moveTo" => {
                    self.counts.changes += 1;
                    self.inline(element, base, relationships, into);
                }
                "del" | "moveFrom" => self.counts.changes += 1,
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

    fn run<'t>(&mut self, run: Element<'t>, base: &RunProperties, into: &mut Inline<'t>) {
        let properties = run.child("rPr");
        let named =
            properties.and_then(|properties| properties.child("rStyle")).and_then(Element::value);
        let own = properties.map(RunProperties::read).unwrap_or_default();
        let named = named.and_then(|id| self.styles.run(&id).cloned()).unwrap_or_default();
        let properties = own.over(&named).over(base);
        let style = self.style(&properties);
        let hidden = self.invisible(&properties, style);
        self.run_content(run, style, hidden, into);
    }

    fn run_content<'t>(
        &mut self,
        run: Element<'t>,
        style: Style,
        hidden: Option<HiddenBy>,
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
                "drawing" | "pict" | "object" => self.drawing(element, into),
                "AlternateContent" => {
                    if let Some(content) = alternative(element) {
                        self.run_content(content, style, hidden, into);
                    }
                }
                _ if self.skips_field() => {}
                "t" => self.text(&element.text(), style, hidden, into),
                "tab" | "ptab" => into.pieces.push(Piece::Tab),
                "br" => {
                    let kind = element.attribute("type");
                    let far = matches!(kind.as_deref(), Some("page" | "column"));
                    into.pieces.push(Piece::Break(far));
                }
                "cr" => into.pieces.push(Piece::Break(false)),
                "noBreakHyphen" => self.text("-", style, hidden, into),
                "softHyphen" => self.counts.soft_hyphens += 1,
                "sym" => self.symbol(element, style, hidden, into),
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str, style: Style, hidden: Option<HiddenBy>, into: &mut Inline<'_>) {
        if let Some(by) = hidden {
            return self.hide(text, by);
        }
        let text = self.clean(text);
        if !text.is_empty() {
            into.pieces.push(Piece::Text(text, style));
        }
    }

    /// A character of a symbol font. The bullets and ticks of Wingdings and Symbol are known; other
    /// signs are icons without text.
    fn symbol(
        &mut self,
        element: Element<'_>,
        style: Style,
        hidden: Option<HiddenBy>,
        into: &mut Inline<'_>,
    ) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let known = match code {
            Some(0xf0b7 | 0xf06c | 0xf09f | 0xf0a1) => Some('•'),
            Some(0xf0a7 | 0xf06e) => Some('▪'),
            Some(0xf0d8) => Some('➢'),
            Some(0xf0fc) => Some('✓'),
            Some(code) if code < 0xe000 => char::from_u32(code).filter(|ch| !ch.is_control()),
            _ => None,
        };
        match known {
            Some(ch) => self.text(ch.encode_utf8(&mut [0; 4]), style, hidden, into),
            None => self.counts.private_use += 1,
        }
    }

    fn field_mark(&mut self, mark: Element<'_>, into: &mut Inline<'_>) {
        match mark.attribute("fldCharType").as_deref() {
            Some("begin") if self.fields.len() < 32 => self.fields.push(Field::default()),
            Some("separate") => {
                let Some(field) = self.fields.last_mut() else { return };
                field.in_result = true;
                if let Some(target) = Field::target(&field.instruction) {
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
        self.fields.iter().any(|field| !field.in_result || Field::is_left_out(&field.instruction))
    }

    /// Pictures are counted, text boxes kept for later.
    fn drawing<'t>(&mut self, drawing: Element<'t>, into: &mut Inline<'t>) {
        let mut open: Vec<Element<'t>> = vec![drawing];
        while let Some(element) = open.pop() {
            match element.name() {
                "txbxContent" => {
                    let has_text = into.pieces.iter().any(|piece| matches!(piece, Piece::Text(..)));
                    into.box_after_text |= has_text && into.boxes.is_empty();
                    into.boxes.push(element);
                }
                "AlternateContent" => open.extend(alternative(element)),
                "Fallback" => {}
                name => {
                    self.counts.images += u32::from(matches!(name, "blip" | "imagedata"));
                    into.rule |= name == "rect" && element.attribute("hr").as_deref() == Some("t");
                    let from = open.len();
                    open.extend(element.children());
                    open[from..].reverse();
                }
            }
        }
    }
}

/// What a program that knows everything shows: the first choice; without one, the fallback.
pub(super) fn alternative(element: Element<'_>) -> Option<Element<'_>> {
    element.child("Choice").or_else(|| element.child("Fallback"))
}
