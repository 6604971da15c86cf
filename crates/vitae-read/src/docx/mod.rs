//! DOCX to `Document`: header, body, notes and footer in this order, with tables, text boxes, lists,
//! styles and links. Own walker, since what other readers leave out is where resumes keep contacts.

mod body;
mod inline;
mod package;
mod styles;
mod xml;

use crate::{Limits, ReadError};
use body::Walker;
use package::{Package, Part, Relationships, damaged};
use styles::{Numbering, Styles};
use vitae_document::{Document, Format, Hazard, HazardKind};
use vitae_text::TextRange;
use xml::{Element, Tree};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    limits.check_size(bytes.len())?;
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(crate::sniff::ole(bytes));
    }
    let mut package = Package::open(bytes, limits)?;
    let main = package.relationships("")?.of_kind("officeDocument").map(String::from);
    let main = main.unwrap_or_else(|| "word/document.xml".into());
    let Some(part) = package.part(&main)? else {
        return Err(damaged(format!("the package holds no {main}")));
    };
    let relationships = package.relationships(&main)?;
    let styles = with_part(&mut package, relationships.of_kind("styles"), Styles::read)?;
    let numbering = with_part(&mut package, relationships.of_kind("numbering"), Numbering::read)?;
    let mut walker = Walker::new(bytes.len(), styles, numbering, limits);
    read_parts(&mut package, &part, &relationships, &mut walker)?;
    let mut document = walker.finish();
    metadata(&mut package, &mut document)?;
    if document.lines.is_empty()
        && let Some(Hazard { kind: HazardKind::Damaged { detail }, .. }) =
            document.hazards.iter().find(|hazard| matches!(hazard.kind, HazardKind::Damaged { .. }))
    {
        return Err(damaged(detail.clone()));
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
    let part = package.part(name)?;
    Ok(part.map(|part| read(&package.tree(&part))).unwrap_or_default())
}

fn read_parts(
    package: &mut Package<'_>,
    main: &Part,
    relationships: &Relationships,
    walker: &mut Walker,
) -> Result<(), ReadError> {
    let tree = package.tree(main);
    walker.note_stop(&main.name, &tree);
    let root = tree.root();
    walker.painted = root.child("background").is_some();
    let edges = Edges::of(root, relationships);
    for name in &edges.headers {
        edge(package, name, walker)?;
    }
    walker.part(&main.name, root.child("body").unwrap_or(root), relationships);
    for (kind, item) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
        let Some(name) = relationships.of_kind(kind) else { continue };
        let Some(part) = package.part(name)? else { continue };
        let own = package.relationships(name)?;
        let tree = package.tree(&part);
        // Notes with a type are the lines that separate them from the text.
        let notes = tree.root().children().filter(|note| note.name() == item);
        for note in notes.filter(|note| note.attribute("type").is_none()) {
            walker.part(name, note, &own);
        }
    }
    for name in &edges.footers {
        edge(package, name, walker)?;
    }
    let comments = with_part(package, relationships.of_kind("comments"), |tree| {
        tree.root().children().filter(|comment| comment.name() == "comment").count()
    })?;
    walker.counts.comments = comments as u32;
    Ok(())
}

/// Names of the parts that stand at the edges of pages, each once.
struct Edges {
    headers: Vec<String>,
    footers: Vec<String>,
}

impl Edges {
    fn of(root: Element<'_>, relationships: &Relationships) -> Self {
        let mut edges = Self { headers: Vec::new(), footers: Vec::new() };
        for element in root.descendants() {
            let list = match element.name() {
                "headerReference" => &mut edges.headers,
                "footerReference" => &mut edges.footers,
                _ => continue,
            };
            let name =
                element.attribute("id").and_then(|id| relationships.part(&id).map(String::from));
            if let Some(name) = name
                && !list.contains(&name)
            {
                list.push(name);
            }
        }
        edges
    }
}

fn edge(package: &mut Package<'_>, name: &str, walker: &mut Walker) -> Result<(), ReadError> {
    let Some(part) = package.part(name)? else { return Ok(()) };
    let relationships = package.relationships(name)?;
    let tree = package.tree(&part);
    let start = walker.at();
    walker.part(name, tree.root(), &relationships);
    let range = TextRange::new(start, walker.at());
    let characters = walker.characters(range);
    if characters > 0 {
        walker.hazard(Hazard::file(HazardKind::HeaderFooter { characters }).with_range(range));
    }
    Ok(())
}

/// What the file says of itself in its properties.
fn metadata(package: &mut Package<'_>, document: &mut Document) -> Result<(), ReadError> {
    document.format = Format::Docx;
    let text = |tree: &Tree<'_>, name: &str| {
        let text = tree.root().child(name).map(Element::text).unwrap_or_default();
        Some(text.trim().to_string()).filter(|text| !text.is_empty())
    };
    if let Some(part) = package.part("docProps/core.xml")? {
        let tree = package.tree(&part);
        document.metadata.title = text(&tree, "title");
        document.metadata.author = text(&tree, "creator");
        document.metadata.language = text(&tree, "language");
    }
    if let Some(part) = package.part("docProps/app.xml")? {
        let tree = package.tree(&part);
        document.metadata.creator = text(&tree, "Application");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
