//! PDF: bytes in, `Document` out. `interpret` collects glyphs, `words` makes fragments of them,
//! `columns` regions, `lines` lines, `compose` the document. Structure and fonts are read by `hayro`.

mod budget;
mod bullets;
mod cmaps;
mod color;
mod columns;
mod compose;
mod face;
mod flow;
mod hazards;
mod hocr;
mod interpret;
mod lines;
mod links;
mod page;
mod paragraphs;
mod recognised;
mod running;
mod scan;
mod stream;
mod strings;
mod tags;
mod words;

pub use recognised::Recognised;
pub use scan::{Scan, ScanFile};

use crate::{Limits, ReadError};
use budget::Budget;
use cmaps::Resolver;
use face::Faces;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Number, Object, Rect as PdfRect, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use interpret::Interpreter;
use page::{LinkArea, Matrix, PageContent, apply_rect};
use std::panic::{AssertUnwindSafe, catch_unwind};
use vitae_document::{Document, DocumentBuilder, Format, Hazard, HazardKind};

pub use cmaps::{CMaps, CMapsError};

/// A PDF as it was read.
#[derive(Clone, Debug)]
pub struct PdfReading {
    /// The document.
    pub document: Document,
    /// CMaps that its fonts name and that were not at hand, by name; the text of these fonts is
    /// counted in [`HazardKind::UnmappedGlyphs`].
    pub missing_cmaps: Vec<String>,
}

/// Reads a PDF with the CMaps of `cmaps`, or with those of the build (feature `pdf-cmaps`).
pub(crate) fn read(
    bytes: &[u8],
    limits: &Limits,
    cmaps: Option<&CMaps>,
) -> Result<PdfReading, ReadError> {
    guarded(|| read_unguarded(bytes, limits, cmaps, &[]))
}

/// Reads a file with text that was recognised in its pictures.
pub(crate) fn read_recognised(
    bytes: &[u8],
    limits: &Limits,
    recognised: &[Recognised],
) -> Result<Document, ReadError> {
    guarded(|| read_unguarded(bytes, limits, None, recognised)).map(|reading| reading.document)
}

/// The pictures of these pages, counted from 0.
pub(crate) fn scans(
    bytes: &[u8],
    limits: &Limits,
    pages: &[usize],
) -> Result<Vec<Scan>, ReadError> {
    guarded(|| scans_unguarded(bytes, limits, pages))
}

/// `hayro` is written not to panic, but it is young, and the bytes come from strangers.
fn guarded<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(damaged("its structure leads nowhere")))
}

/// A document of the text that was recognised in a picture file of `bytes` bytes.
pub(crate) fn read_picture(hocr: &str, bytes: usize) -> Document {
    let mut builder = DocumentBuilder::new(Format::Picture, bytes);
    let mut unsure = Vec::new();
    let pages = recognised::pages(hocr, &mut unsure);
    compose::compose(pages, &mut builder);
    let mut document = builder.finish();
    recognised::mark_unsure(&mut document, &unsure);
    document
}

fn damaged(detail: &str) -> ReadError {
    ReadError::Damaged { format: Format::Pdf, detail: detail.into() }
}

fn read_unguarded(
    bytes: &[u8],
    limits: &Limits,
    cmaps: Option<&CMaps>,
    recognised: &[Recognised],
) -> Result<PdfReading, ReadError> {
    if !budget::objects_fit(bytes, limits.expanded_bytes) {
        let limit = format!("{} bytes unpacked", limits.expanded_bytes);
        return Err(ReadError::Limit { limit });
    }
    if let Some(limit) = budget::too_many_objects(bytes) {
        return Err(ReadError::Limit { limit });
    }
    let pdf = open(bytes)?;
    let mut builder = DocumentBuilder::new(Format::Pdf, bytes.len());
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    metadata(&pdf, &catalog, &mut builder);
    if let Some(copy_restricted) = encryption(bytes, &pdf) {
        builder.hazard(Hazard::file(HazardKind::Encrypted { copy_restricted }));
    }
    let mut budget = Budget::new(limits);
    let mut faces = Faces::new(Resolver::new(cmaps));
    let mut pages = contents(&pdf, &catalog, limits, &mut budget, &mut faces);
    if pages.is_empty() {
        return Err(damaged("it has no pages"));
    }
    let mut unsure = Vec::new();
    for (index, page) in pages.iter_mut().enumerate() {
        recognised::apply(page, index, recognised, &mut unsure);
    }
    compose::compose(pages, &mut builder);
    if pdf.pages().len() > limits.pages {
        let limit = format!("{} pages (the file has {})", limits.pages, pdf.pages().len());
        builder.hazard(Hazard::file(HazardKind::LimitReached { limit }));
    }
    if let Some(name) = budget.reached {
        let value = match name {
            "steps" => limits.steps,
            "depth" => limits.depth,
            "characters" => limits.characters,
            _ => limits.expanded_bytes,
        };
        let limit = format!("{value} {name}");
        builder.hazard(Hazard::file(HazardKind::LimitReached { limit }));
    }
    let mut document = builder.finish();
    recognised::mark_unsure(&mut document, &unsure);
    Ok(PdfReading { document, missing_cmaps: faces.missing_cmaps() })
}

fn scans_unguarded(bytes: &[u8], limits: &Limits, pages: &[usize]) -> Result<Vec<Scan>, ReadError> {
    if !budget::objects_fit(bytes, limits.expanded_bytes) {
        let limit = format!("{} bytes unpacked", limits.expanded_bytes);
        return Err(ReadError::Limit { limit });
    }
    let pdf = open(bytes)?;
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let off = tags::groups_off(&catalog);
    let mut faces = Faces::new(Resolver::new(None));
    let mut found = Vec::new();
    for (index, page) in pdf.pages().iter().enumerate().take(limits.pages) {
        if !pages.contains(&index) {
            continue;
        }
        // One picture is in memory at a time, so each page has a budget of its own.
        let mut budget = Budget::new(limits);
        let initial: Matrix = page.initial_transform(true).as_coeffs();
        let size = page.render_dimensions();
        let mut interpreter = Interpreter::new(&mut faces, &mut budget, &off, &[], size, initial);
        interpreter.page(page);
        let drawn = interpreter.take_drawn();
        found.extend(scan::scans(&drawn, index, size, &mut budget));
    }
    Ok(found)
}

fn open(bytes: &[u8]) -> Result<Pdf, ReadError> {
    let encryption =
        |detail: &str| ReadError::Encryption { format: Format::Pdf, detail: detail.into() };
    let head = &bytes[..bytes.len().min(1024)];
    if !head.windows(5).any(|window| window == b"%PDF-") && !contains(bytes, b" obj") {
        return Err(damaged("it does not open with `%PDF-`"));
    }
    Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Invalid => damaged("its table of objects cannot be read"),
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            ReadError::Password { format: Format::Pdf }
        }
        LoadPdfError::Decryption(DecryptionError::MissingIDEntry) => {
            encryption("without a file identifier")
        }
        LoadPdfError::Decryption(DecryptionError::InvalidEncryption) => {
            encryption("with broken parameters")
        }
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => {
            encryption("by an unknown algorithm")
        }
    })
}

fn metadata(pdf: &Pdf, catalog: &Dict<'_>, builder: &mut DocumentBuilder) {
    let info = pdf.metadata();
    let metadata = builder.metadata();
    metadata.title = strings::property(info.title.as_deref());
    metadata.author = strings::property(info.author.as_deref());
    metadata.producer = strings::property(info.producer.as_deref());
    metadata.creator = strings::property(info.creator.as_deref());
    metadata.tagged = catalog.get::<Dict<'_>>(keys::STRUCT_TREE_ROOT).is_some();
    let language = catalog.get::<hayro_syntax::object::String<'_>>(keys::LANG);
    metadata.language = strings::property(language.as_ref().map(|text| text.as_bytes()));
}

/// Whether the file is encrypted, and whether its owner forbids copying.
fn encryption(bytes: &[u8], pdf: &Pdf) -> Option<bool> {
    if !contains(bytes, b"/Encrypt") {
        return None;
    }
    // The dictionary of the standard handler is the one with both check strings and permissions.
    let permissions = pdf.objects().into_iter().find_map(|object| {
        let Object::Dict(dict) = object else { return None };
        (dict.contains_key(b"O") && dict.contains_key(b"U"))
            .then(|| dict.get::<Number>(b"P"))
            .flatten()
    });
    const MAY_COPY: i64 = 1 << 4;
    permissions.map(|bits| bits.as_i64() & MAY_COPY == 0)
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(bytes, needle).is_some()
}

/// Runs all pages.
fn contents<'a>(
    pdf: &'a Pdf,
    catalog: &Dict<'_>,
    limits: &Limits,
    budget: &mut Budget,
    faces: &mut Faces<'a>,
) -> Vec<PageContent> {
    let off = tags::groups_off(catalog);
    let tree = catalog.get::<Dict<'_>>(keys::STRUCT_TREE_ROOT);
    let order = tags::TagOrder::read(tree.as_ref(), limits.steps.min(200_000));
    let mut contents = Vec::new();
    for page in pdf.pages().iter().take(limits.pages) {
        let unit = user_unit(page);
        let initial: Matrix = page.initial_transform(true).as_coeffs().map(|part| part * unit);
        let ranks = order.page(page.raw().obj_id());
        let (width, height) = page.render_dimensions();
        let size = (width * unit as f32, height * unit as f32);
        let mut interpreter = Interpreter::new(faces, budget, &off, ranks, size, initial);
        interpreter.page(page);
        let mut content = interpreter.finish();
        content.links = links(page, &initial);
        contents.push(content);
    }
    contents
}

/// Points to the unit of a page.
fn user_unit(page: &Page<'_>) -> f64 {
    let unit = page.raw().get::<Number>(b"UserUnit").map_or(1.0, |unit| unit.as_f64());
    if (0.01..=100.0).contains(&unit) { unit } else { 1.0 }
}

/// The links of a page that lead to an address.
fn links(page: &Page<'_>, initial: &Matrix) -> Vec<LinkArea> {
    let Some(annotations) = page.raw().get::<Array<'_>>(keys::ANNOTS) else { return Vec::new() };
    let link = |annotation: Dict<'_>| {
        let action = annotation.get::<Dict<'_>>(keys::A)?;
        let uri = action.get::<hayro_syntax::object::String<'_>>(b"URI")?;
        let uri = links::target(&strings::property(Some(uri.as_bytes()))?);
        let rect = annotation.get::<PdfRect>(keys::RECT)?;
        let rect = apply_rect(initial, rect.x0, rect.y0, rect.x1, rect.y1);
        Some(LinkArea { rect, uri })
    };
    annotations.iter::<Dict<'_>>().take(2000).filter_map(link).collect()
}

impl<'a> Interpreter<'a, '_> {
    /// Runs the streams of a page, and the looks of its form fields.
    fn page(&mut self, page: &Page<'a>) {
        let streams: Vec<Stream<'a>> = match page.raw().get::<Object<'a>>(keys::CONTENTS) {
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(streams)) => streams.iter::<Stream<'a>>().take(10_000).collect(),
            _ => Vec::new(),
        };
        let mut bytes = Vec::new();
        for stream in streams {
            bytes.extend_from_slice(&self.decode(&stream));
            // The pieces of a page are separated by white space.
            bytes.push(b'\n');
        }
        self.run(&bytes, page.resources());
    }
}
