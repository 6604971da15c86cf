//! How much a reader takes on before it stops. Each limit has a name that its error carries.

use crate::ReadError;

/// Limits for one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes.
    pub bytes: usize,
    /// Size of everything unpacked from it, in bytes.
    pub expanded_bytes: usize,
    /// Pages that are read; later pages are left out with a hazard.
    pub pages: usize,
    /// Characters of text that are kept; later ones are left out with a hazard.
    pub characters: usize,
    /// Depth of nesting (elements, forms, tables).
    pub depth: usize,
    /// Drawing operations, XML events or other steps.
    pub steps: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 20 << 20,
            expanded_bytes: 64 << 20,
            pages: 50,
            characters: 400_000,
            depth: 64,
            steps: 2_000_000,
        }
    }
}

impl Limits {
    /// # Errors
    /// [`ReadError::Empty`] for no bytes, [`ReadError::TooLarge`] above the limit.
    pub fn check_size(&self, bytes: usize) -> Result<(), ReadError> {
        if bytes == 0 {
            return Err(ReadError::Empty);
        }
        if bytes > self.bytes {
            return Err(ReadError::TooLarge { bytes: bytes as u64, limit: self.bytes as u64 });
        }
        Ok(())
    }
}
