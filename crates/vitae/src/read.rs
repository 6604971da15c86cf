//! Bytes to a document and a resume, whatever the format.

use crate::CheckError;
use vitae_document::{Document, Format, Hazard, HazardKind};
use vitae_lint::{Directive, directives};
use vitae_pack::Pack;
use vitae_read::{Limits, read, sniff};
use vitae_resume::{Parsed, import, parse};

/// A file as it was given.
#[derive(Copy, Clone, Debug)]
pub struct Input<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Its name, with or without a folder; none for a pipe.
    pub file_name: Option<&'a str>,
    /// What it is, where the caller knows better than its bytes say.
    pub format: Option<Format>,
}

impl<'a> Input<'a> {
    /// A file whose format is found out.
    #[must_use]
    pub fn new(bytes: &'a [u8], file_name: Option<&'a str>) -> Self {
        Self { bytes, file_name, format: None }
    }
}

/// A resume that was read and understood.
#[derive(Clone, Debug)]
pub struct Reading {
    /// As it was read.
    pub document: Document,
    /// As data, with where everything came from.
    pub parsed: Parsed,
    /// What comments of the file tell the checker.
    pub directives: Vec<Directive>,
}

/// Reads a resume.
///
/// # Errors
/// [`CheckError`] when there is nothing to understand.
pub fn parse_resume(input: &Input<'_>) -> Result<Reading, CheckError> {
    let (format, wrong_extension) = sniffed(input)?;
    if !format.is_structured() {
        let reading = understand(read_as(input, format, wrong_extension)?);
        return Ok(told(reading, input.bytes));
    }
    let (mut document, parsed) = import(input.bytes, format, Pack::builtin())
        .map_err(|error| CheckError::import(&error, format))?;
    document.hazards.extend(wrong_extension);
    Ok(told(Reading { document, parsed, directives: Vec::new() }, input.bytes))
}

/// With what comments tell the checker, in files that are edited as text.
fn told(reading: Reading, bytes: &[u8]) -> Reading {
    let source = std::str::from_utf8(bytes).unwrap_or("");
    let directives = directives(&reading.document, source);
    Reading { directives, ..reading }
}

/// Reads a document without understanding it: for a reader that is a program of its own, such as
/// the PDF module of the web app. Structured formats have no document before they are understood.
///
/// # Errors
/// [`CheckError`] when there is nothing to read, or when the format is a structured one.
pub fn read_document(input: &Input<'_>) -> Result<Document, CheckError> {
    let (format, wrong_extension) = sniffed(input)?;
    read_as(input, format, wrong_extension)
}

/// Understands a document, whoever read it.
#[must_use]
pub fn understand(document: Document) -> Reading {
    let parsed = parse(&document, Pack::builtin());
    Reading { document, parsed, directives: Vec::new() }
}

fn read_as(
    input: &Input<'_>,
    format: Format,
    wrong_extension: Option<Hazard>,
) -> Result<Document, CheckError> {
    let mut document = read(input.bytes, format, &Limits::default())?;
    document.hazards.extend(wrong_extension);
    Ok(document)
}

/// What a file is, by its bytes and its name.
///
/// # Errors
/// [`CheckError`] when it is nothing that is known.
pub fn format_of(input: &Input<'_>) -> Result<Format, CheckError> {
    sniffed(input).map(|(format, _)| format)
}

/// What the bytes are, and what the file's name says wrongly.
fn sniffed(input: &Input<'_>) -> Result<(Format, Option<Hazard>), CheckError> {
    Limits::default().check_size(input.bytes.len())?;
    if let Some(format) = input.format {
        return Ok((format, None));
    }
    let sniffed = sniff(input.bytes, input.file_name.map(base_name))?;
    let hazard = sniffed
        .wrong_extension
        .map(|extension| Hazard::file(HazardKind::WrongExtension { extension }));
    Ok((sniffed.format, hazard))
}

/// A name without its folder.
pub(crate) fn base_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}
