//! Styles of an ODT: those with names and the automatic ones, with inheritance resolved.

use crate::office::{Element, Paper, ParagraphLook, RunLook, heading_level, hex, length};
use std::collections::BTreeMap;

/// Chains of parents that are longer go in a circle.
const PARENTS: usize = 16;

/// More styles than any document has; later ones are passed over.
const STYLES: usize = 8192;

/// Kinds of style that are read.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Paragraph,
    Text,
    Graphic,
    Section,
    Cell,
}

impl Family {
    fn read(style: Element<'_>) -> Option<Self> {
        match style.attribute("family").as_deref() {
            Some("paragraph") => Some(Self::Paragraph),
            Some("text") => Some(Self::Text),
            Some("graphic") => Some(Self::Graphic),
            Some("section") => Some(Self::Section),
            Some("table-cell") => Some(Self::Cell),
            _ => None,
        }
    }
}

/// What one style says itself.
#[derive(Clone, Debug, Default)]
struct Style {
    parent: Option<String>,
    run: RunLook,
    /// Size in percent of the style that it stands on.
    percent: Option<f32>,
    paragraph: ParagraphLook,
    list: Option<String>,
    columns: Option<u32>,
    paper: Option<Paper>,
    master: Option<String>,
}

/// Styles that were declared together.
#[derive(Default)]
pub(super) struct Sheet {
    styles: BTreeMap<(Family, String), Style>,
    defaults: BTreeMap<Family, Style>,
    /// Levels without a mark, by list style.
    lists: BTreeMap<String, Vec<u8>>,
}

impl Sheet {
    /// Adds what `office:styles` or `office:automatic-styles` declares.
    pub(super) fn read(&mut self, declarations: Element<'_>) {
        for element in declarations.children() {
            if self.styles.len() + self.lists.len() >= STYLES {
                return;
            }
            match element.name() {
                "style" => {
                    if let (Some(family), Some(name)) =
                        (Family::read(element), element.attribute("name"))
                    {
                        self.styles.insert((family, name.into_owned()), Style::read(element));
                    }
                }
                "default-style" => {
                    if let Some(family) = Family::read(element) {
                        self.defaults.insert(family, Style::read(element));
                    }
                }
                "list-style" => {
                    let name = element.attribute("name").unwrap_or_default();
                    self.lists.insert(name.into_owned(), bare_levels(element));
                }
                _ => {}
            }
        }
    }

    /// The page on which the text with an automatic style starts.
    pub(super) fn masters(&self) -> impl Iterator<Item = &str> {
        self.styles.values().filter_map(|style| style.master.as_deref())
    }
}

/// Levels of a list that show nothing before their text.
fn bare_levels(list: Element<'_>) -> Vec<u8> {
    let bare = |level: &Element<'_>| {
        let empty = |name| level.attribute(name).is_none_or(|value| value.is_empty());
        match level.name() {
            "list-level-style-number" => empty("num-format") && empty("num-prefix"),
            "list-level-style-bullet" => empty("bullet-char"),
            _ => false,
        }
    };
    let levels = list.children().filter(bare);
    let level = |element: Element<'_>| element.attribute("level")?.parse::<u8>().ok();
    levels.filter_map(level).map(|level| level.saturating_sub(1)).collect()
}

impl Style {
    fn read(element: Element<'_>) -> Self {
        let get = |name| element.attribute(name).map(String::from);
        let mut style = Self {
            parent: get("parent-style-name"),
            list: get("list-style-name"),
            master: get("master-page-name").filter(|name| !name.is_empty()),
            ..Self::default()
        };
        let name = get("display-name").or_else(|| get("name")).unwrap_or_default();
        let name = name.replace("_20_", " ").to_ascii_lowercase();
        style.paragraph.level = heading_level(&name);
        for properties in element.children() {
            match properties.name() {
                "text-properties" => style.read_run(properties),
                "paragraph-properties" => style.read_paragraph(properties),
                "section-properties" => style.columns = columns(properties),
                "graphic-properties" | "table-cell-properties" => {
                    style.paper = paper(properties);
                }
                _ => {}
            }
        }
        style
    }

    fn read_run(&mut self, properties: Element<'_>) {
        let get = |name| properties.attribute(name);
        let run = &mut self.run;
        run.bold = get("font-weight").map(|weight| {
            weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)
        });
        run.italic = get("font-style").map(|style| style != "normal");
        run.hidden = get("display").map(|display| display == "none");
        run.color = get("color").and_then(|color| hex(color.trim_start_matches('#')));
        if get("use-window-font-color").as_deref() == Some("true") {
            run.color = Some([0; 3]);
        }
        run.paper = background(properties);
        run.font = get("font-name").or_else(|| get("font-family")).map(String::from);
        if let Some(size) = get("font-size") {
            run.size = length(&size);
            self.percent = size.strip_suffix('%').and_then(|percent| percent.parse().ok());
        }
    }

    fn read_paragraph(&mut self, properties: Element<'_>) {
        let all = properties.attribute("margin").and_then(|margin| length(&margin));
        let get = |name| properties.attribute(name).and_then(|value| length(&value)).or(all);
        let look = &mut self.paragraph;
        look.before = get("margin-top");
        look.after = get("margin-bottom");
        look.indent = get("margin-left").or_else(|| get("margin-start"));
        look.ruled = properties.attribute("border-bottom").map(|border| border != "none");
        look.paper = background(properties);
    }
}

fn background(properties: Element<'_>) -> Option<[u8; 3]> {
    hex(properties.attribute("background-color")?.trim_start_matches('#'))
}

/// What the text of a frame, a shape or a cell stands on.
fn paper(properties: Element<'_>) -> Option<Paper> {
    let filled = match properties.attribute("fill").as_deref() {
        Some("none") => return Some(Paper::Page),
        Some("solid") | None => {
            let color = properties.attribute("fill-color");
            color.and_then(|color| hex(color.trim_start_matches('#')))
        }
        Some(_) => return Some(Paper::Unknown),
    };
    filled.or_else(|| background(properties)).map(Paper::Color)
}

/// Number of columns of a section or page.
pub(super) fn columns(properties: Element<'_>) -> Option<u32> {
    properties.child("columns")?.attribute("column-count")?.parse().ok()
}

/// The styles of a part: its own automatic ones, and behind them those with names.
pub(super) struct Styles<'s> {
    pub(super) own: &'s Sheet,
    pub(super) named: &'s Sheet,
}

impl<'s> Styles<'s> {
    fn get(&self, family: Family, name: &str) -> Option<&'s Style> {
        let key = (family, name.to_string());
        self.own.styles.get(&key).or_else(|| self.named.styles.get(&key))
    }

    /// A style and its parents, the style itself last.
    fn chain(&self, family: Family, name: &str) -> Vec<&'s Style> {
        let mut chain = Vec::new();
        let mut next = self.get(family, name);
        while let Some(style) = next
            && chain.len() < PARENTS
        {
            chain.push(style);
            next = style.parent.as_deref().and_then(|parent| self.get(family, parent));
        }
        chain.reverse();
        chain
    }

    /// The look of text in a style, on that of what stands around it.
    fn run_over(chain: &[&Style], base: &RunLook) -> RunLook {
        chain.iter().fold(base.clone(), |look, style| {
            let own = style.run.clone();
            let scaled = style.percent.zip(look.size).map(|(percent, size)| size * percent / 100.0);
            RunLook { size: own.size.or(scaled), ..own }.over(&look)
        })
    }

    /// The look of text in a text style.
    pub(super) fn text(&self, name: &str, base: &RunLook) -> RunLook {
        Self::run_over(&self.chain(Family::Text, name), base)
    }

    /// The look of a paragraph and of its text.
    pub(super) fn paragraph(&self, name: &str) -> (RunLook, ParagraphLook) {
        let mut chain: Vec<&Style> =
            self.named.defaults.get(&Family::Paragraph).into_iter().collect();
        chain.extend(self.chain(Family::Paragraph, name));
        let look = chain
            .iter()
            .fold(ParagraphLook::default(), |look, style| style.paragraph.clone().over(&look));
        let run = Self::run_over(&chain, &RunLook::default());
        (RunLook { paper: run.paper.or(look.paper), ..run }, look)
    }

    /// The first of a style and its parents that says something.
    fn first<T>(
        &self,
        family: Family,
        name: &str,
        get: impl Fn(&'s Style) -> Option<T>,
    ) -> Option<T> {
        self.chain(family, name).into_iter().rev().find_map(get)
    }

    pub(super) fn columns(&self, section: &str) -> u32 {
        self.first(Family::Section, section, |style| style.columns).unwrap_or(1)
    }

    pub(super) fn paper(&self, family: Family, name: &str) -> Option<Paper> {
        self.first(family, name, |style| style.paper)
    }

    /// The list style that belongs to a paragraph style.
    pub(super) fn list_of(&self, paragraph: &str) -> Option<&'s str> {
        self.first(Family::Paragraph, paragraph, |style| style.list.as_deref())
    }

    pub(super) fn master_of(&self, paragraph: &str) -> Option<&'s str> {
        self.first(Family::Paragraph, paragraph, |style| style.master.as_deref())
    }

    /// Whether a level of a list shows a bullet or number.
    pub(super) fn is_marked(&self, list: &str, depth: u8) -> bool {
        let levels = self.own.lists.get(list).or_else(|| self.named.lists.get(list));
        levels.is_none_or(|bare| !bare.contains(&depth))
    }
}
