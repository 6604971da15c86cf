//! Why there is no report: what is wrong, where, and what to do.

use std::fmt;
use vitae_document::Format;
use vitae_read::ReadError;
use vitae_resume::ImportError;

/// A file that gives no report. `Display` says what is wrong and where, without the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckError {
    /// What is wrong: one clause.
    pub message: String,
    /// What to do about it: an order.
    pub help: String,
    /// Line and column in the file, from 1, where they are known.
    pub place: Option<(u32, u32)>,
}

impl fmt::Display for CheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for CheckError {}

impl From<ReadError> for CheckError {
    fn from(error: ReadError) -> Self {
        Self { message: error.to_string(), help: error.help(), place: None }
    }
}

impl CheckError {
    pub(crate) fn import(error: &ImportError, format: Format) -> Self {
        let label = format.label();
        match error {
            ImportError::Syntax { line, column, detail } => Self {
                message: format!("this is not valid {label}: {detail}"),
                help: format!("repair line {line}, or export it again from its program"),
                place: Some((*line, *column)),
            },
            other => Self {
                message: other.to_string(),
                help: format!("give a resume as {label}, or as PDF, DOCX or Markdown"),
                place: None,
            },
        }
    }
}
