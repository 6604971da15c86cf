//! ODT (and its flat form, FODT) to `Document`: header, body with notes, footer in this order, with
//! tables, frames, lists, styles and links.

mod body;
mod inline;
mod styles;

use crate::office::{Element, Flow, Package, Tree};
use crate::{Limits, ReadError};
use body::{DEFAULT_SIZE, Walker};
use styles::{Sheet, Styles};
use vitae_document::{Document, Format, Metadata};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    limits.check_size(bytes.len())?;
    if !bytes.starts_with(b"PK") {
        return read_flat(bytes, limits);
    }
    let mut package = Package::open(bytes, Format::Odt, limits)?;
    if let Some(manifest) = package.spare_part("META-INF/manifest.xml")?
        && manifest.source.contains("encryption-data")
    {
        return Err(ReadError::Password { format: Format::Odt });
    }
    let Some(content) = package.part("content.xml")? else {
        return Err(package.damaged("the package holds no content.xml"));
    };
    let styles = package.spare_part("styles.xml")?;
    let meta = package.spare_part("meta.xml")?;
    let content = package.tree(&content);
    let styles = styles.as_ref().map(|part| package.tree(part));
    let meta = meta.as_ref().map(|part| package.tree(part));
    let parts = Parts { content: content.root(), styles: styles.as_ref().map(Tree::root) };
    let mut flow = Flow::new(Format::Odt, bytes.len(), DEFAULT_SIZE, limits);
    for fault in std::mem::take(&mut package.faults) {
        flow.hazard(fault);
    }
    let document = parts.walk(flow)?;
    Ok(with_metadata(document, meta.as_ref().map(Tree::root)))
}

/// All parts of the package in one XML file.
fn read_flat(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let source = crate::decode::decode(bytes, usize::MAX).text;
    let tree = Tree::parse(&source, limits.steps, limits.depth.saturating_mul(4));
    let root = tree.root();
    let mut flow = Flow::new(Format::Odt, bytes.len(), DEFAULT_SIZE, limits);
    if let Some(fault) = tree.fault("the file") {
        flow.hazard(fault);
    }
    let document = Parts { content: root, styles: Some(root) }.walk(flow)?;
    Ok(with_metadata(document, Some(root)))
}

/// More kinds of page than any resume has; later ones are passed over.
const PAGES: usize = 64;

/// The parts that hold text and its look.
struct Parts<'t> {
    content: Element<'t>,
    styles: Option<Element<'t>>,
}

impl<'t> Parts<'t> {
    fn walk(&self, flow: Flow) -> Result<Document, ReadError> {
        let body = self.content.child("body").and_then(|body| body.child("text"));
        let Some(body) = body else {
            let detail = "the package holds no text document".into();
            return Err(ReadError::Damaged { format: Format::Odt, detail });
        };
        let (mut named, mut own, mut edges) = Default::default();
        let sheet = |part: Element<'_>, name: &str, sheet: &mut Sheet| {
            if let Some(declarations) = part.child(name) {
                sheet.read(declarations);
            }
        };
        if let Some(styles) = self.styles {
            sheet(styles, "styles", &mut named);
            sheet(styles, "automatic-styles", &mut edges);
        }
        sheet(self.content, "automatic-styles", &mut own);
        let mut walker = Walker { flow, styles: Styles { own: &own, named: &named } };
        let pages = self.pages(body, &walker.styles);
        walker.flow.painted = pages.iter().any(|page| page.painted);
        let in_edges = |walker: &mut Walker<'_>, after: bool| {
            let mut written: Vec<String> = Vec::new();
            for (index, page) in pages.iter().enumerate() {
                for edge in page.edges(index == 0, after) {
                    let text: String = edge.descendants().map(Element::text).collect();
                    if written.contains(&text) {
                        continue;
                    }
                    let marks = walker.flow.enter_part("styles.xml");
                    walker.blocks(edge);
                    walker.flow.leave_edge(&marks);
                    written.push(text);
                }
            }
        };
        let edge_styles = || Styles { own: &edges, named: &named };
        let body_styles = std::mem::replace(&mut walker.styles, edge_styles());
        in_edges(&mut walker, false);
        walker.styles = body_styles;
        let marks = walker.flow.enter_part("content.xml");
        walker.blocks(body);
        walker.flow.leave_region(&marks);
        walker.flow.end_section(pages.first().map_or(1, |page| page.columns));
        walker.styles = edge_styles();
        in_edges(&mut walker, true);
        Ok(walker.flow.finish())
    }

    /// The pages that the text is set on, that of its beginning first.
    fn pages(&self, body: Element<'_>, styles: &Styles<'_>) -> Vec<MasterPage<'t>> {
        let Some(part) = self.styles else { return Vec::new() };
        let Some(masters) = part.child("master-styles") else { return Vec::new() };
        let first = body.children().find(|block| matches!(block.name(), "p" | "h"));
        let first = first.and_then(|block| block.attribute("style-name"));
        let first = first.and_then(|style| styles.master_of(&style)).unwrap_or("Standard");
        let mut names: Vec<String> = vec![first.into()];
        names.extend(styles.own.masters().map(String::from));
        let all: Vec<Element<'t>> =
            masters.children().filter(|page| page.name() == "master-page").collect();
        let mut pages: Vec<MasterPage<'t>> = Vec::new();
        let mut next = 0;
        let mut seen: Vec<String> = Vec::new();
        while let Some(name) = names.get(next).cloned()
            && next < PAGES
        {
            next += 1;
            if seen.contains(&name) {
                continue;
            }
            let named = |page: &&Element<'t>| page.attribute("name").as_deref() == Some(&name);
            if let Some(page) = all.iter().find(named) {
                names.extend(page.attribute("next-style-name").map(String::from));
                pages.push(MasterPage::read(*page, part));
            }
            seen.push(name);
        }
        if pages.is_empty() {
            pages.extend(all.first().map(|page| MasterPage::read(*page, part)));
        }
        pages
    }
}

/// A kind of page: what stands at its edges, and what it is set on.
struct MasterPage<'t> {
    page: Element<'t>,
    columns: u32,
    painted: bool,
}

impl<'t> MasterPage<'t> {
    fn read(page: Element<'t>, part: Element<'t>) -> Self {
        let layout = page.attribute("page-layout-name").unwrap_or_default();
        let layouts = part.child("automatic-styles").into_iter().flat_map(Element::children);
        let mut layouts = layouts.filter(|style| style.name() == "page-layout");
        let layout = layouts.find(|style| style.attribute("name").as_deref() == Some(&*layout));
        let properties = layout.and_then(|layout| layout.child("page-layout-properties"));
        let plain = |name: &str| {
            let value = properties.and_then(|properties| properties.attribute(name));
            value.is_none_or(|value| {
                matches!(value.to_ascii_lowercase().as_str(), "none" | "transparent" | "#ffffff")
            })
        };
        Self {
            page,
            columns: properties.and_then(styles::columns).unwrap_or(1),
            painted: !(plain("background-color") && (plain("fill") || plain("fill-color"))),
        }
    }

    /// Headers and footers that are shown: those that open the document, or those that come `after`.
    fn edges(&self, opens: bool, after: bool) -> Vec<Element<'t>> {
        let of = |kinds: [&str; 3]| {
            kinds
                .iter()
                .filter_map(|kind| self.page.child(kind))
                .filter(|edge| edge.attribute("display").as_deref() != Some("false"))
                .collect::<Vec<_>>()
        };
        let mut headers = of(["header-first", "header", "header-left"]);
        let later = headers.split_off(usize::from(opens).min(headers.len()));
        if !after {
            return headers;
        }
        later.into_iter().chain(of(["footer-first", "footer", "footer-left"])).collect()
    }
}

fn with_metadata(mut document: Document, part: Option<Element<'_>>) -> Document {
    let Some(meta) = part.and_then(|part| part.child("meta")) else { return document };
    let text = |name: &str| {
        let text = meta.child(name).map(Element::text).unwrap_or_default();
        Some(text.trim().to_string()).filter(|text| !text.is_empty())
    };
    document.metadata = Metadata {
        title: text("title"),
        author: text("creator").or_else(|| text("initial-creator")),
        language: text("language"),
        creator: text("generator"),
        ..document.metadata
    };
    document
}

#[cfg(test)]
mod tests;
