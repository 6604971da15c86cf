//! Bytes to a document and a resume, whatever the format.

use crate::CheckError;
use vitae_document::{Document, Format, Hazard, HazardKind};
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

    /// The name without its folder.
    pub(crate) fn base_name(&self) -> Option<&'a str> {
        self.file_name.and_then(|name| name.rsplit(['/', '\\']).next())
    }
}

/// A resume that was read and understood.
#[derive(Clone, Debug)]
pub struct Reading {
    /// As it was read.
    pub document: Document,
    /// As data, with where everything came from.
    pub parsed: Parsed,
}

/// Reads a resume.
///
/// # Errors
/// [`CheckError`] when there is nothing to understand.
pub fn parse_resume(input: &Input<'_>) -> Result<Reading, CheckError> {
    let limits = Limits::default();
    limits.check_size(input.bytes.len())?;
    let (format, wrong_extension) = match input.format {
        Some(format) => (format, None),
        None => {
            let sniffed = sniff(input.bytes, input.base_name())?;
            (sniffed.format, sniffed.wrong_extension)
        }
    };
    let pack = Pack::builtin();
    let (mut document, parsed) = if format.is_structured() {
        import(input.bytes, format, pack).map_err(|error| CheckError::import(&error, format))?
    } else {
        let document = read(input.bytes, format, &limits)?;
        let parsed = parse(&document, pack);
        (document, parsed)
    };
    if let Some(extension) = wrong_extension {
        document.hazards.push(Hazard::file(HazardKind::WrongExtension { extension }));
    }
    Ok(Reading { document, parsed })
}
