//! Readers for browsers. The bytes of a file come in, a document for `checkDocument` of the engine goes
//! out. Built twice: once with `pdf`, once with `documents` (DOCX, ODT, RTF, HTML,
//! Markdown, LaTeX).

use vitae_document::{Document, Format, Hazard, HazardKind};
use vitae_read::{Limits, ReadError, sniff};
use wasm_bindgen::prelude::wasm_bindgen;

/// What became of a file.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Outcome {
    document: Option<Vec<u8>>,
    message: Option<String>,
    help: Option<String>,
    missing_cmaps: Vec<String>,
}

#[wasm_bindgen]
impl Outcome {
    /// The document, for `checkDocument` of the engine; none when it could not be read.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn document(&self) -> Option<Vec<u8>> {
        self.document.clone()
    }

    /// What is wrong with the file.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn message(&self) -> Option<String> {
        self.message.clone()
    }

    /// What to do about it.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.help.clone()
    }

    /// CMaps that fonts of the file ask for and that are not there: give `cmaps.bin` to `useCmaps`
    /// and read again, or the text of these fonts is missing.
    #[wasm_bindgen(getter, js_name = missingCmaps)]
    #[must_use]
    pub fn missing_cmaps(&self) -> Vec<String> {
        self.missing_cmaps.clone()
    }
}

/// Reads a file.
#[wasm_bindgen]
#[must_use]
pub fn read(bytes: &[u8], file_name: &str) -> Outcome {
    let name = file_name.rsplit(['/', '\\']).next().filter(|name| !name.is_empty());
    read_named(bytes, name).unwrap_or_else(|error| Outcome {
        message: Some(error.to_string()),
        help: Some(error.help()),
        ..Outcome::default()
    })
}

fn read_named(bytes: &[u8], name: Option<&str>) -> Result<Outcome, ReadError> {
    let limits = Limits::default();
    let sniffed = sniff(bytes, name)?;
    let (mut document, missing_cmaps) = read_as(bytes, sniffed.format, &limits)?;
    if let Some(extension) = sniffed.wrong_extension {
        document.hazards.push(Hazard::file(HazardKind::WrongExtension { extension }));
    }
    Ok(Outcome { document: document.to_wire().ok(), missing_cmaps, ..Outcome::default() })
}

fn read_as(
    bytes: &[u8],
    format: Format,
    limits: &Limits,
) -> Result<(Document, Vec<String>), ReadError> {
    #[cfg(feature = "pdf")]
    if format == Format::Pdf {
        let reading = vitae_read::read_pdf(bytes, limits, CMAPS.get())?;
        return Ok((reading.document, reading.missing_cmaps));
    }
    vitae_read::read(bytes, format, limits).map(|document| (document, Vec::new()))
}

#[cfg(feature = "pdf")]
static CMAPS: std::sync::OnceLock<vitae_read::CMaps> = std::sync::OnceLock::new();

/// Takes the bytes of `cmaps.bin`, once. False when they are no such file.
#[cfg(feature = "pdf")]
#[wasm_bindgen(js_name = useCmaps)]
#[must_use]
pub fn use_cmaps(bytes: &[u8]) -> bool {
    vitae_read::CMaps::new(bytes).is_ok_and(|cmaps| CMAPS.set(cmaps).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_or_an_error_comes_back() {
        let html = b"<h1>Ann Aldane</h1><p>Go</p>";
        let outcome = read(html, "cv/ann.html");
        let document = Document::from_wire(&outcome.document().unwrap()).unwrap();
        assert!(document.text.starts_with("Ann Aldane"));
        let outcome = read(b"%PDF-1.7 and nothing else", "ann.pdf");
        assert_eq!(outcome.document(), None);
        assert!(outcome.message().is_some() && outcome.help().is_some());
    }
}
