//! DOCX to `Document`: header, body, notes and footer in this order, with tables, text boxes, lists,
//! styles and links. Own walker, since what other readers leave out is where resumes keep contacts.

mod body;
mod inline;
mod relationships;
mod styles;

use crate::office::{Element, Package, Part, Tree};
use crate::{Limits, ReadError};
use body::Walker;
use relationships::Relationships;
use std::collections::BTreeSet;
use styles::{Numbering, Styles};
use vitae_document::{Document, Format, Hazard, HazardKind};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    limits.check_size(bytes.len())?;
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(crate::sniff::ole(bytes));
    }
    let mut package = Package::open(bytes, Format::Docx, limits)?;
    let root = Relationships::read(&mut package, "")?;
    let main = root.of_kind("officeDocument").unwrap_or("word/document.xml");
    let Some(part) = package.part(main)? else {
        return Err(package.damaged(format!("the package holds no {main}")));
    };
    let relationships = Relationships::read(&mut package, main)?;
    let styles = with_part(&mut package, relationships.of_kind("styles"), Styles::read)?;
    let numbering = with_part(&mut package, relationships.of_kind("numbering"), Numbering::read)?;
    let mut walker = Walker::new(bytes.len(), styles, numbering, limits);
    read_parts(&mut package, &part, &relationships, &mut walker)?;
    let properties = Properties::read(&mut package)?;
    for fault in std::mem::take(&mut package.faults) {
        walker.flow.hazard(fault);
    }
    let mut document = walker.flow.finish();
    properties.hand_over(&mut document);
    if document.lines.is_empty()
        && let Some(Hazard { kind: HazardKind::Damaged { detail }, .. }) =
            document.hazards.iter().find(|hazard| matches!(hazard.kind, HazardKind::Damaged { .. }))
    {
        return Err(package.damaged(detail.clone()));
    }
    Ok(document)
}

/// Reads a part with `read`; a missing part gives the default.
fn with_part<T: Default>(
    package: &mut Package<'_>,
    name: Option<&str>,
    read: impl Fn(&Tree<'_>) -> T,
) -> Result<T, ReadError> {
    let Some(name) = name else { return Ok(T::default()) };
    let part = package.spare_part(name)?;
    Ok(part.map(|part| read(&package.tree(&part))).unwrap_or_default())
}

fn read_parts(
    package: &mut Package<'_>,
    main: &Part,
    relationships: &Relationships,
    walker: &mut Walker,
) -> Result<(), ReadError> {
    let tree = package.tree(main);
    let root = tree.root();
    let body = root.child("body").unwrap_or(root);
    let even = with_part(package, relationships.of_kind("settings"), |tree| {
        tree.root().child("evenAndOddHeaders").is_some_and(Element::is_on)
    })?;
    let edges = Edges::of(body, even, relationships);
    walker.flow.painted = root.child("background").is_some() || edges.behind;
    diagrams(package, relationships, walker)?;
    for name in &edges.before {
        edge(package, name, walker)?;
    }
    walker.part(&main.name, body, relationships);
    for (kind, item) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
        let Some(name) = relationships.of_kind(kind) else { continue };
        let Some(part) = package.spare_part(name)? else { continue };
        let own = Relationships::read(package, name)?;
        let tree = package.tree(&part);
        // Notes with a type are the lines that separate them from the text.
        let notes = tree.root().children().filter(|note| note.name() == item);
        for note in notes.filter(|note| note.attribute("type").is_none()) {
            walker.part(name, note, &own);
        }
    }
    for name in &edges.after {
        edge(package, name, walker)?;
    }
    let comments = with_part(package, relationships.of_kind("comments"), |tree| {
        tree.root().children().filter(|comment| comment.name() == "comment").count()
    })?;
    walker.flow.counts.comments = comments as u32;
    Ok(())
}

/// The texts of diagrams (SmartArt) and charts, which stand in parts of their own.
fn diagrams(
    package: &mut Package<'_>,
    relationships: &Relationships,
    walker: &mut Walker,
) -> Result<(), ReadError> {
    for name in relationships.parts_of(&["diagramData", "chart"]) {
        let texts = with_part(package, Some(&name), |tree| {
            let mut texts = Vec::new();
            for element in tree.root().descendants() {
                let text = match element.name() {
                    // A paragraph of DrawingML.
                    "p" => element
                        .descendants()
                        .filter(|run| run.name() == "t")
                        .fold(String::new(), |text, run| text + &run.text()),
                    // A name of a series or of a category.
                    "strCache" => {
                        let values = element.descendants().filter(|value| value.name() == "v");
                        values.map(Element::text).collect::<Vec<_>>().join(", ")
                    }
                    _ => continue,
                };
                if !text.trim().is_empty() && !texts.contains(&text) {
                    texts.push(text);
                }
                if texts.len() >= 256 {
                    break;
                }
            }
            texts
        })?;
        walker.diagrams.insert(name, texts);
    }
    Ok(())
}

/// More headers and footers than any resume has; later ones are passed over.
const EDGES: usize = 64;

/// Names of the parts that stand at the edges of pages, each once.
#[derive(Default)]
struct Edges {
    /// Headers that open the document.
    before: Vec<String>,
    /// Headers of later pages, then footers.
    after: Vec<String>,
    /// Pictures or shapes stand behind the text.
    behind: bool,
}

impl Edges {
    /// Looks through all of `body`. Headers of first and of even pages are shown only where a section
    /// or the settings (`even`) say so; others are leftovers that nobody sees.
    fn of(body: Element<'_>, even: bool, relationships: &Relationships) -> Self {
        let mut edges = Self::default();
        let (mut later, mut footers) = (Vec::new(), Vec::new());
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut new = |name: &String| seen.len() < EDGES && seen.insert(name.clone());
        for element in body.descendants() {
            match element.name() {
                "anchor" => edges.behind |= element.attribute("behindDoc").as_deref() == Some("1"),
                "sectPr" => {}
                _ => continue,
            }
            let first = element.child("titlePg").is_some_and(Element::is_on);
            let references =
                |name: &'static str| element.children().filter(move |child| child.name() == name);
            let kind = |reference: Element<'_>| match reference.attribute("type").as_deref() {
                Some("first") => first.then_some(0),
                Some("even") => even.then_some(2),
                _ => Some(1),
            };
            let mut headers: Vec<_> = references("headerReference")
                .filter_map(|reference| Some((kind(reference)?, reference)))
                .collect();
            headers.sort_by_key(|(kind, _)| *kind);
            for (index, (_, reference)) in headers.into_iter().enumerate() {
                let list = if index == 0 { &mut edges.before } else { &mut later };
                list.extend(named(reference, relationships).filter(&mut new));
            }
            for reference in references("footerReference") {
                let name = kind(reference).and_then(|_| named(reference, relationships));
                footers.extend(name.filter(&mut new));
            }
        }
        edges.after = later.into_iter().chain(footers).collect();
        edges
    }
}

/// The part that a reference leads to.
fn named(reference: Element<'_>, relationships: &Relationships) -> Option<String> {
    relationships.part(&reference.attribute("id")?).map(String::from)
}

fn edge(package: &mut Package<'_>, name: &str, walker: &mut Walker) -> Result<(), ReadError> {
    let Some(part) = package.spare_part(name)? else { return Ok(()) };
    let relationships = Relationships::read(package, name)?;
    let tree = package.tree(&part);
    let marks = walker.part(name, tree.root(), &relationships);
    walker.flow.leave_edge(&marks);
    Ok(())
}

/// What the file says of itself.
#[derive(Default)]
struct Properties {
    title: Option<String>,
    author: Option<String>,
    language: Option<String>,
    creator: Option<String>,
}

impl Properties {
    fn read(package: &mut Package<'_>) -> Result<Self, ReadError> {
        let text = |tree: &Tree<'_>, name: &str| {
            let text = tree.root().child(name).map(Element::text).unwrap_or_default();
            Some(text.trim().to_string()).filter(|text| !text.is_empty())
        };
        let mut properties = with_part(package, Some("docProps/core.xml"), |tree| Self {
            title: text(tree, "title"),
            author: text(tree, "creator"),
            language: text(tree, "language"),
            creator: None,
        })?;
        properties.creator =
            with_part(package, Some("docProps/app.xml"), |tree| text(tree, "Application"))?;
        Ok(properties)
    }

    fn hand_over(self, document: &mut Document) {
        document.metadata.title = self.title;
        document.metadata.author = self.author;
        document.metadata.language = self.language;
        document.metadata.creator = self.creator;
    }
}

#[cfg(test)]
mod tests;
