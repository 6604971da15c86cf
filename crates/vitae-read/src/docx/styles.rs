//! Styles and numbering: what `styles.xml` and `numbering.xml` say of a paragraph or a run, with
//! inheritance resolved.

use super::xml::{Element, Tree};
use std::collections::BTreeMap;

/// Properties of a run; `None` where nothing is said.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RunProperties {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// Points.
    pub(super) size: Option<f32>,
    pub(super) color: Option<[u8; 3]>,
    /// Shading behind the text.
    pub(super) paper: Option<[u8; 3]>,
    pub(super) font: Option<String>,
}

impl RunProperties {
    /// Reads `w:rPr`.
    pub(super) fn read(properties: Element<'_>) -> Self {
        let mut read = Self::default();
        for property in properties.children() {
            let value = property.value();
            match property.name() {
                "b" => read.bold = Some(property.is_on()),
                "i" => read.italic = Some(property.is_on()),
                "vanish" | "webHidden" => read.hidden = Some(property.is_on()),
                "sz" => {
                    read.size =
                        value.and_then(|size| size.parse::<f32>().ok()).map(|size| size / 2.0)
                }
                "color" => {
                    read.color = Some(value.and_then(|color| hex(&color)).unwrap_or_default())
                }
                "shd" => read.paper = property.attribute("fill").and_then(|fill| hex(&fill)),
                "highlight" => {
                    read.paper = value.filter(|name| name != "none").map(|_| [255, 255, 0])
                }
                "rFonts" => {
                    let font = property.attribute("ascii").or_else(|| property.attribute("hAnsi"));
                    read.font = font.map(String::from);
                }
                _ => {}
            }
        }
        read
    }

    /// These properties, and those of `base` where nothing is said.
    pub(super) fn over(self, base: &Self) -> Self {
        Self {
            bold: self.bold.or(base.bold),
            italic: self.italic.or(base.italic),
            hidden: self.hidden.or(base.hidden),
            size: self.size.or(base.size),
            color: self.color.or(base.color),
            paper: self.paper.or(base.paper),
            font: self.font.or_else(|| base.font.clone()),
        }
    }
}

/// Six hexadecimal digits; `auto` gives none.
pub(super) fn hex(color: &str) -> Option<[u8; 3]> {
    let value = u32::from_str_radix(color, 16).ok().filter(|_| color.len() == 6)?;
    Some([(value >> 16) as u8, (value >> 8) as u8, value as u8])
}

/// Properties of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ParagraphProperties {
    /// Heading level from 1; 0 says that it is none.
    pub(super) level: Option<u8>,
    /// Numbering and its depth; numbering 0 says that it is none.
    pub(super) numbering: Option<u32>,
    pub(super) depth: Option<u8>,
    /// Space above and below in points.
    pub(super) before: Option<f32>,
    pub(super) after: Option<f32>,
    /// Left edge in points.
    pub(super) indent: Option<f32>,
    pub(super) ruled: Option<bool>,
    pub(super) paper: Option<[u8; 3]>,
}

impl ParagraphProperties {
    /// Reads `w:pPr`.
    pub(super) fn read(properties: Element<'_>) -> Self {
        let mut read = Self::default();
        let points = |value: Option<std::borrow::Cow<'_, str>>| {
            value.and_then(|twips| twips.parse::<f32>().ok()).map(|twips| twips / 20.0)
        };
        for property in properties.children() {
            match property.name() {
                "outlineLvl" => {
                    let level = property.value().and_then(|level| level.parse::<u8>().ok());
                    read.level = level.map(|level| if level < 6 { level + 1 } else { 0 });
                }
                "numPr" => {
                    let number = |name| property.child(name).and_then(Element::value);
                    read.numbering = number("numId").and_then(|id| id.parse().ok());
                    read.depth = number("ilvl").and_then(|level| level.parse().ok());
                }
                "spacing" => {
                    read.before = points(property.attribute("before"));
                    read.after = points(property.attribute("after"));
                }
                "ind" => {
                    let left = property.attribute("left").or_else(|| property.attribute("start"));
                    read.indent = points(left);
                }
                "pBdr" => read.ruled = property.child("bottom").map(Element::is_rule),
                "shd" => read.paper = property.attribute("fill").and_then(|fill| hex(&fill)),
                _ => {}
            }
        }
        read
    }

    /// These properties, and those of `base` where nothing is said.
    pub(super) fn over(self, base: &Self) -> Self {
        Self {
            level: self.level.or(base.level),
            numbering: self.numbering.or(base.numbering),
            depth: self.depth.or(base.depth),
            before: self.before.or(base.before),
            after: self.after.or(base.after),
            indent: self.indent.or(base.indent),
            ruled: self.ruled.or(base.ruled),
            paper: self.paper.or(base.paper),
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
    run: RunProperties,
    paragraph: ParagraphProperties,
}

/// All styles of a document, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    resolved: BTreeMap<String, (RunProperties, ParagraphProperties)>,
    defaults: (RunProperties, ParagraphProperties),
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
                    let run = inner("rPrDefault", "rPr").map(RunProperties::read);
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
        if matches!(kind.as_deref(), Some("table" | "numbering")) {
            return;
        }
        let value = |name| element.child(name).and_then(Element::value).map(String::from);
        let style = Style {
            name: value("name").unwrap_or_default().to_ascii_lowercase(),
            parent: value("basedOn"),
            run: element.child("rPr").map(RunProperties::read).unwrap_or_default(),
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
    fn resolve(&self, id: &str) -> (RunProperties, ParagraphProperties) {
        let (mut run, mut paragraph) = Default::default();
        let mut next = Some(id);
        for _ in 0..16 {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            run = RunProperties::over(run, &style.run);
            let mut own = style.paragraph.clone();
            own.level = own.level.or(heading_level(&style.name));
            own.depth = own.depth.or(list_depth(&style.name));
            paragraph = ParagraphProperties::over(paragraph, &own);
            next = style.parent.as_deref();
        }
        (run, paragraph)
    }

    /// What a paragraph style says; without a style, what the default says.
    pub(super) fn paragraph(&self, id: Option<&str>) -> (RunProperties, ParagraphProperties) {
        let id =
            id.filter(|id| self.resolved.contains_key(*id)).or(self.default_paragraph.as_deref());
        let (run, paragraph) = id.and_then(|id| self.resolved.get(id)).cloned().unwrap_or_default();
        (run.over(&self.defaults.0), paragraph.over(&self.defaults.1))
    }

    /// What a character style says.
    pub(super) fn run(&self, id: &str) -> Option<&RunProperties> {
        self.resolved.get(id).map(|(run, _)| run)
    }
}

/// Word writes the names of its own styles in English, whatever its language.
fn heading_level(name: &str) -> Option<u8> {
    if name == "title" {
        return Some(1);
    }
    name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=6).contains(level))
}

/// Depth of `List Bullet`, `List Bullet 2`, `List Number`.
fn list_depth(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("list bullet").or_else(|| name.strip_prefix("list number"))?;
    if rest.is_empty() {
        return Some(0);
    }
    rest.trim().parse::<u8>().ok().map(|level| level.saturating_sub(1))
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
                    let levels = element.children().filter(|level| {
                        level.name() == "lvl"
                            && level.child("numFmt").and_then(Element::value).as_deref()
                                == Some("none")
                    });
                    let levels =
                        levels.filter_map(|level| level.attribute("ilvl")?.parse().ok()).collect();
                    let id = element.attribute("abstractNumId").unwrap_or_default();
                    bare_levels.insert(id.into_owned(), levels);
                }
                "num" => {
                    let id = element.attribute("numId").and_then(|id| id.parse::<u32>().ok());
                    let kind = element.child("abstractNumId").and_then(Element::value);
                    if let (Some(id), Some(kind)) = (id, kind) {
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
