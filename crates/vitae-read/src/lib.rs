//! Bytes to `Document`: `sniff` says what the bytes are, `read` reads them. One module and one cargo
//! feature per format. Bytes come from strangers: no panic, no hang, no network, no other file.

mod archive;
mod decode;
#[cfg(feature = "docx")]
mod docx;
mod error;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "latex")]
mod latex;
mod limits;
#[cfg(feature = "markdown")]
mod markdown;
mod markers;
#[cfg(any(feature = "docx", feature = "odt", feature = "html", feature = "markdown"))]
mod markup;
#[cfg(feature = "odt")]
mod odt;
#[cfg(any(feature = "docx", feature = "odt", feature = "rtf"))]
mod office;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "rtf")]
mod rtf;
mod sniff;
mod text;

pub use error::ReadError;
pub use limits::Limits;
#[cfg(feature = "pdf")]
pub use pdf::{CMaps, CMapsError, PdfReading, Recognised, Scan, ScanFile};
pub use sniff::{Sniffed, sniff};

use vitae_document::{Document, Format};

/// Reads `bytes` as `format` (see [`sniff`]). Structured formats are read by `vitae-resume`.
///
/// # Errors
/// What is wrong, where, and what to do; see [`ReadError`].
pub fn read(bytes: &[u8], format: Format, limits: &Limits) -> Result<Document, ReadError> {
    limits.check_size(bytes.len())?;
    match format {
        Format::Text => text::read(bytes, limits),
        #[cfg(feature = "markdown")]
        Format::Markdown => markdown::read(bytes, limits),
        #[cfg(feature = "html")]
        Format::Html => html::read(bytes, limits),
        #[cfg(feature = "latex")]
        Format::Latex => latex::read(bytes, limits),
        #[cfg(feature = "docx")]
        Format::Docx => docx::read(bytes, limits),
        #[cfg(feature = "odt")]
        Format::Odt => odt::read(bytes, limits),
        #[cfg(feature = "rtf")]
        Format::Rtf => rtf::read(bytes, limits),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(bytes, limits, None).map(|reading| reading.document),
        other => Err(ReadError::NotBuiltIn { format: other }),
    }
}

/// Reads a PDF with the CMaps that the host has, and says which ones were missing: a small build
/// fetches them when a file asks.
///
/// # Errors
/// What is wrong, where, and what to do; see [`ReadError`].
#[cfg(feature = "pdf")]
pub fn read_pdf(
    bytes: &[u8],
    limits: &Limits,
    cmaps: Option<&CMaps>,
) -> Result<PdfReading, ReadError> {
    limits.check_size(bytes.len())?;
    pdf::read(bytes, limits, cmaps)
}

/// Reads a PDF whose pages are pictures with the text that was recognised in them.
///
/// # Errors
/// As [`read`].
#[cfg(feature = "pdf")]
pub fn read_recognised(
    bytes: &[u8],
    recognised: &[Recognised],
    limits: &Limits,
) -> Result<Document, ReadError> {
    limits.check_size(bytes.len())?;
    pdf::read_recognised(bytes, limits, recognised)
}

/// The pictures of these pages of a PDF, counted from 0, for a program that recognises characters.
///
/// # Errors
/// As [`read`].
#[cfg(feature = "pdf")]
pub fn scans(bytes: &[u8], pages: &[usize], limits: &Limits) -> Result<Vec<Scan>, ReadError> {
    limits.check_size(bytes.len())?;
    pdf::scans(bytes, limits, pages)
}

/// A document of the text that was recognised in a picture file of `bytes` bytes; `hocr` is what
/// [`Recognised::hocr`] is.
#[cfg(feature = "pdf")]
#[must_use]
pub fn read_picture(hocr: &str, bytes: usize) -> Document {
    pdf::read_picture(hocr, bytes)
}
