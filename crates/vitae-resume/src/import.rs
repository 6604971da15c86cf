//! Structured formats to resume.

use crate::Parsed;
use thiserror::Error;
use vitae_document::{Document, Format};
use vitae_pack::Pack;

/// Structured data that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// Not the syntax that it should be.
    #[error("line {line}, column {column}: {detail}")]
    Syntax {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
        /// What the parser met.
        detail: String,
    },
    /// The top level is no mapping of fields.
    #[error("the top level is {found}, not a mapping of fields such as `basics` and `work`")]
    Shape {
        /// What it is instead.
        found: &'static str,
    },
    /// A limit was reached.
    #[error("the file goes past a limit: {limit}")]
    Limit {
        /// Name and value of the limit.
        limit: String,
    },
}

/// Reads structured data; fields of the wrong type are left out with a hazard.
///
/// # Errors
/// [`ImportError`] when there is no data at all.
pub fn import(
    bytes: &[u8],
    format: Format,
    pack: &Pack,
) -> Result<(Document, Parsed), ImportError> {
    let _ = (bytes, format, pack);
    Err(ImportError::Shape { found: "nothing" })
}
