//! Why a file could not be read: what, where, and what to do about it.

use thiserror::Error;
use vitae_document::Format;

/// A file that gives no document. `Display` is one clause that says what is wrong;
/// [`ReadError::help`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// No bytes.
    #[error("the file is empty (0 bytes)")]
    Empty,
    /// More bytes than the limit.
    #[error("the file has {} MB (limit {} MB)", mb(*bytes), mb(*limit))]
    TooLarge {
        /// Size of the file.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// A format that is known but not read.
    #[error("{name} files are not read")]
    Unsupported {
        /// Name of the format.
        name: &'static str,
        /// How to get a file that is read.
        convert: &'static str,
    },
    /// Nothing known.
    #[error("this is no kind of document that is known here ({what})")]
    Unrecognised {
        /// What was seen.
        what: String,
    },
    /// A password is needed.
    #[error("the {} is protected by a password", format.label())]
    Password {
        /// The format.
        format: Format,
    },
    /// Encrypted in a way that is not read.
    #[error("the {} is encrypted in a way that is not read ({detail})", format.label())]
    Encryption {
        /// The format.
        format: Format,
        /// The scheme.
        detail: String,
    },
    /// Broken beyond reading.
    #[error("the {} is damaged: {detail}", format.label())]
    Damaged {
        /// The format it should be.
        format: Format,
        /// What is broken, and where.
        detail: String,
    },
    /// A limit was reached before there was anything to show.
    #[error("the file goes past a limit: {limit}")]
    Limit {
        /// Name and value of the limit.
        limit: String,
    },
    /// This build does not contain the reader.
    #[error("this build does not read {}", format.label())]
    NotBuiltIn {
        /// The format.
        format: Format,
    },
}

impl ReadError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Empty => "save the resume again and check the size of the file".into(),
            Self::TooLarge { .. } => {
                "export it again with smaller pictures; a text resume needs well under 1 MB".into()
            }
            Self::Unsupported { convert, .. } => (*convert).into(),
            Self::Unrecognised { .. } => {
                "give a PDF, DOCX, ODT, RTF, Markdown, HTML, LaTeX, text, JSON Resume or YAML file"
                    .into()
            }
            Self::Password { .. } => {
                "save a copy without a password; application portals cannot open it either".into()
            }
            Self::Encryption { .. } => "save a copy without encryption".into(),
            Self::Damaged { .. } => "export it again from the program it was written in".into(),
            Self::Limit { .. } => "give the resume alone, without attachments".into(),
            Self::NotBuiltIn { .. } => "use a build of vitae with this format enabled".into(),
        }
    }
}

fn mb(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10) >> 20;
    if tenths.is_multiple_of(10) {
        format!("{}", tenths / 10)
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}
