//! Styles and numbering: what `styles.xml` and `numbering.xml` say of a paragraph or a run, with
//! inheritance resolved.

use crate::office::{Element, ParagraphLook, RunLook, Tree, heading_level, hex, length};
use std::collections::BTreeMap;

/// More styles or lists than any document has; later ones are passed over.
const STYLES: usize = 4096;

/// What `w:rPr` says.
pub(super) fn run_look(properties: Element<'_>) -> RunLook {
    let mut look = RunLook::default();
    for property in properties.children() {
        let value = property.value();
        match property.name() {
            "b" => look.bold = Some(property.is_on()),
            "i" => look.italic = Some(property.is_on()),
            "vanish" => look.hidden = Some(property.is_on()),
            "sz" => look.size = value.and_then(|size| measure(&size, 2.0)),
            "color" => look.color = Some(value.and_then(|color| hex(&color)).unwrap_or_default()),
            "shd" => look.paper = property.attribute("fill").and_then(|fill| hex(&fill)),
            "highlight" => look.paper = value.filter(|name| name != "none").map(|_| [255, 255, 0]),
            "rFonts" => {
                let font = property.attribute("ascii").or_else(|| property.attribute("hAnsi"));
                look.font = font.map(String::from);
            }
            _ => {}
        }
    }
    look
}

/// A length in points: a number of which `per_point` make one, or, in strict files, with its unit.
pub(super) fn measure(text: &str, per_point: f32) -> Option<f32> {
    text.parse::<f32>().ok().map(|number| number / per_point).or_else(|| length(text))
}

/// Properties of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ParagraphProperties {
    pub(super) look: ParagraphLook,
    /// Numbering and its depth; numbering 0 says that it is none.
    pub(super) numbering: Option<u32>,
    pub(super) depth: Option<u8>,
    /// It stands in a frame beside the text.
    pub(super) framed: Option<bool>,
}

impl ParagraphProperties {
    /// Reads `w:pPr`.
    pub(super) fn read(properties: Element<'_>) -> Self {
        let mut read = Self::default();
        let look = &mut read.look;
        let points = |value: Option<std::borrow::Cow<'_, str>>| {
            value.and_then(|twips| measure(&twips, 20.0))
        };
        for property in properties.children() {
            match property.name() {
                "outlineLvl" => {
                    let level = property.value().and_then(|level| level.parse::<u8>().ok());
                    look.level = level.map(|level| if level < 6 { level + 1 } else { 0 });
                }
                "numPr" => {
                    let number = |name| property.child(name).and_then(Element::value);
                    read.numbering = number("numId").and_then(|id| id.parse().ok());
                    read.depth = number("ilvl").and_then(|level| level.parse().ok());
                }
                "spacing" => {
                    look.before = points(property.attribute("before"));
                    look.after = points(property.attribute("after"));
                }
                "ind" => {
                    let left = property.attribute("left").or_else(|| property.attribute("start"));
                    look.indent = points(left);
                }
                "pBdr" => look.ruled = property.child("bottom").map(Element::is_rule),
                "shd" => look.paper = property.attribute("fill").and_then(|fill| hex(&fill)),
                "framePr" => read.framed = Some(property.attribute("dropCap").is_none()),
                _ => {}
            }
        }
        read
    }

    /// These properties, and those of `base` where nothing is said.
    pub(super) fn over(self, base: &Self) -> Self {
        Self {
            look: self.look.over(&base.look),
            numbering: self.numbering.or(base.numbering),
            depth: self.depth.or(base.depth),
            framed: self.framed.or(base.framed),
        }
    }
}

impl Element<'_> {
    fn is_rule(self) -> bool {
        !matches!(self.value().as_deref(), Some("nil" | "none"))
    }
}

#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    run: RunLook,
    paragraph: ParagraphProperties,
}

/// All styles of a document, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    resolved: BTreeMap<String, (RunLook, ParagraphProperties)>,
    defaults: (RunLook, ParagraphProperties),
    default_paragraph: Option<String>,
}

impl Styles {
    pub(super) fn read(tree: &Tree<'_>) -> Self {
        let mut styles = Self::default();
        for element in tree.root().children() {
            match element.name() {
                "docDefaults" => {
                    let inner = |outer, name| {
                        element.child(outer).and_then(|outer: Element<'_>| outer.child(name))
                    };
                    let run = inner("rPrDefault", "rPr").map(run_look);
                    let paragraph = inner("pPrDefault", "pPr").map(ParagraphProperties::read);
                    styles.defaults = (run.unwrap_or_default(), paragraph.unwrap_or_default());
                }
                "style" => styles.add(element),
                _ => {}
            }
        }
        let ids: Vec<String> = styles.styles.keys().cloned().collect();
        for id in ids {
            let resolved = styles.resolve(&id);
            styles.resolved.insert(id, resolved);
        }
        styles
    }

    fn add(&mut self, element: Element<'_>) {
        let kind = element.attribute("type");
        let Some(id) = element.attribute("styleId") else { return };
        if matches!(kind.as_deref(), Some("table" | "numbering")) || self.styles.len() >= STYLES {
            return;
        }
        let value = |name| element.child(name).and_then(Element::value).map(String::from);
        let style = Style {
            name: value("name").unwrap_or_else(|| spaced(&id)).to_ascii_lowercase(),
            parent: value("basedOn"),
            run: element.child("rPr").map(run_look).unwrap_or_default(),
            paragraph: element.child("pPr").map(ParagraphProperties::read).unwrap_or_default(),
        };
        let default =
            element.attribute("default").is_some_and(|value| value == "1" || value == "true");
        if default && kind.as_deref() == Some("paragraph") {
            self.default_paragraph = Some(id.to_string());
        }
        self.styles.insert(id.into_owned(), style);
    }

    /// The properties of a style with those that it inherits. Circles end after sixteen steps.
    fn resolve(&self, id: &str) -> (RunLook, ParagraphProperties) {
        let (mut run, mut paragraph) = Default::default();
        let mut next = Some(id);
        for _ in 0..16 {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            run = RunLook::over(run, &style.run);
            let mut own = style.paragraph.clone();
            own.look.level = own.look.level.or(heading_level(&style.name));
            own.depth = own.depth.or(list_depth(&style.name));
            paragraph = ParagraphProperties::over(paragraph, &own);
            next = style.parent.as_deref();
        }
        (run, paragraph)
    }

    /// What a paragraph style says; without a style, what the default says.
    pub(super) fn paragraph(&self, id: Option<&str>) -> (RunLook, ParagraphProperties) {
        let known = id.filter(|id| self.resolved.contains_key(*id));
        let known = known.or(self.default_paragraph.as_deref());
        let (run, paragraph) =
            known.and_then(|id| self.resolved.get(id)).cloned().unwrap_or_default();
        let mut paragraph = paragraph.over(&self.defaults.1);
        if let Some(lost) = id.filter(|id| !self.resolved.contains_key(*id)) {
            let name = spaced(lost).to_ascii_lowercase();
            paragraph.look.level = heading_level(&name).or(paragraph.look.level);
            paragraph.depth = list_depth(&name).or(paragraph.depth);
        }
        (run.over(&self.defaults.0), paragraph)
    }

    /// What a character style says.
    pub(super) fn run(&self, id: &str) -> Option<&RunLook> {
        self.resolved.get(id).map(|(run, _)| run)
    }
}

/// The name that an id was made of: `Heading1` is `Heading 1`, `ListBullet2` is `List Bullet 2`.
fn spaced(id: &str) -> String {
    let mut name = String::with_capacity(id.len() + 2);
    for ch in id.chars() {
        if (ch.is_ascii_uppercase() || ch.is_ascii_digit()) && !name.is_empty() {
            name.push(' ');
        }
        name.push(ch);
    }
    name
}

/// Depth of `List Bullet`, `List Bullet 2`, `List Number`.
fn list_depth(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("list bullet").or_else(|| name.strip_prefix("list number"))?;
    if rest.is_empty() {
        return Some(0);
    }
    rest.trim().parse::<u8>().ok().map(|level| level.saturating_sub(1))
}

/// A level of a numbering that shows nothing before its text.
fn is_bare(level: Element<'_>) -> bool {
    let value = |name| level.child(name).and_then(Element::value);
    let bullet = value("numFmt").as_deref() == Some("bullet");
    level.name() == "lvl"
        && (value("numFmt").as_deref() == Some("none")
            || (bullet && value("lvlText").is_some_and(|text| text.is_empty())))
}

/// Which numberings are lists, by id and level.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels without a mark, by numbering.
    bare: BTreeMap<u32, Vec<u8>>,
    known: bool,
}

impl Numbering {
    pub(super) fn read(tree: &Tree<'_>) -> Self {
        let mut bare_levels: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut numbering = Self { known: true, ..Self::default() };
        for element in tree.root().children() {
            match element.name() {
                "abstractNum" => {
                    let levels = element.children().filter(|level| is_bare(*level));
                    let levels =
                        levels.filter_map(|level| level.attribute("ilvl")?.parse().ok()).collect();
                    let id = element.attribute("abstractNumId").unwrap_or_default();
                    bare_levels.insert(id.into_owned(), levels);
                }
                "num" => {
                    let id = element.attribute("numId").and_then(|id| id.parse::<u32>().ok());
                    let kind = element.child("abstractNumId").and_then(Element::value);
                    if let (Some(id), Some(kind)) = (id, kind)
                        && numbering.bare.len() < STYLES
                    {
                        let bare = bare_levels.get(&*kind).cloned().unwrap_or_default();
                        numbering.bare.insert(id, bare);
                    }
                }
                _ => {}
            }
        }
        numbering
    }

    /// Depth of a list item with these properties; none when it is no item.
    pub(super) fn depth(&self, properties: &ParagraphProperties) -> Option<u8> {
        match properties.numbering {
            Some(0) => None,
            Some(id) => {
                let depth = properties.depth.unwrap_or(0);
                let bare = self.bare.get(&id).is_some_and(|bare| bare.contains(&depth));
                let missing = self.known && !self.bare.contains_key(&id);
                (!bare && !missing).then_some(depth)
            }
            // A list style without numbering of its own.
            None => properties.depth,
        }
    }
}
