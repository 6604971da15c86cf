//! latex.
use crate::{Limits, ReadError};
use vitae_document::{Document, DocumentBuilder, Format};

pub(crate) fn read(bytes: &[u8], _limits: &Limits) -> Result<Document, ReadError> {
    Ok(DocumentBuilder::new(Format::Text, bytes.len()).finish())
}
