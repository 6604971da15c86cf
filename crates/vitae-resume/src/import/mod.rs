//! Structured formats to resume: bytes go in, the resume and a document rendered beside it come out.
//! The file names its fields, so every source is certain; what has the wrong type is left out with a
//! hazard, and what has no field of its own is kept in `extra` or shown as leftover text.

#![cfg_attr(
    not(feature = "builders"),
    allow(dead_code, reason = "importers share tools, and some of these then rest")
)]

#[cfg(feature = "linkedin")]
mod csv;
mod draft;
mod fields;
mod json;
#[cfg(feature = "linkedin")]
mod linkedin;
mod lists;
mod place;
#[cfg(feature = "builders")]
mod reactive;
mod render;
#[cfg(all(feature = "builders", feature = "yaml"))]
mod rendercv;
#[cfg(feature = "builders")]
mod rich_text;
mod tree;
mod typed;
#[cfg(feature = "yaml")]
mod yaml;

use crate::Parsed;
use draft::Draft;
use thiserror::Error;
use tree::Tree;
use vitae_document::{Document, Format, Hazard, HazardKind};
use vitae_pack::Pack;

/// Bytes that are read of one file.
const MAX_BYTES: usize = 8 << 20;
/// Values in one file, aliases counted as often as they are used.
const MAX_VALUES: usize = 200_000;
/// Bytes of all pointers to values together.
const MAX_PATHS: usize = 32 << 20;
/// Lists and mappings inside each other.
const MAX_DEPTH: usize = 64;

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
    /// The archive cannot be opened or holds no resume.
    #[error("the archive cannot be read: {detail}")]
    Archive {
        /// What is wrong with it.
        detail: String,
    },
    /// The format is not structured, or this build leaves it out.
    #[error("{} is not imported by this build", format.label())]
    Unsupported {
        /// The format asked for.
        format: Format,
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
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::Limit { limit: format!("{MAX_BYTES} bytes") });
    }
    if format == Format::LinkedIn {
        return linked_in(bytes, pack);
    }
    let built = matches!(format, Format::ReactiveResume | Format::RenderCv);
    if built && !cfg!(feature = "builders") {
        return Err(ImportError::Unsupported { format });
    }
    let source = Source::decode(bytes);
    let tree = match format {
        Format::JsonResume | Format::ReactiveResume => json::read(&source.text)?,
        #[cfg(feature = "yaml")]
        Format::Yaml | Format::RenderCv => yaml::read(&source.text)?,
        _ => return Err(ImportError::Unsupported { format }),
    };
    if !tree.value.is_object() {
        return Err(ImportError::Shape { found: tree::kind(&tree.value) });
    }
    let mut draft = read_tree(&tree, format, pack);
    for fault in &tree.faults {
        draft.damaged(fault.clone());
    }
    draft.hazards.extend(source.hazards.iter().cloned());
    // Spans count the bytes of the decoded text; of other encodings they lead nowhere in the file.
    let text = source.exact.then_some(source.text.as_str());
    Ok(render::render(draft, text, format, bytes.len(), pack))
}

fn read_tree(tree: &Tree, format: Format, pack: &Pack) -> Draft {
    match format {
        #[cfg(feature = "builders")]
        Format::ReactiveResume => reactive::read(tree, pack),
        #[cfg(all(feature = "builders", feature = "yaml"))]
        Format::RenderCv => rendercv::read(tree, pack),
        _ => fields::read(tree, pack),
    }
}

#[cfg(feature = "linkedin")]
fn linked_in(bytes: &[u8], pack: &Pack) -> Result<(Document, Parsed), ImportError> {
    let draft = linkedin::read(bytes, pack)?;
    Ok(render::render(draft, None, Format::LinkedIn, bytes.len(), pack))
}

#[cfg(not(feature = "linkedin"))]
fn linked_in(_bytes: &[u8], _pack: &Pack) -> Result<(Document, Parsed), ImportError> {
    Err(ImportError::Unsupported { format: Format::LinkedIn })
}

/// Text of a file.
struct Source {
    text: String,
    /// The bytes of the file are those of the text, a byte order mark included.
    exact: bool,
    hazards: Vec<Hazard>,
}

impl Source {
    fn decode(bytes: &[u8]) -> Self {
        let wide = |name: &str, order: fn([u8; 2]) -> u16| {
            let units = bytes[2..].chunks_exact(2).map(|pair| order([pair[0], pair[1]]));
            let decoded = char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}'));
            let kind = HazardKind::Encoding { name: name.to_owned() };
            Self { text: decoded.collect(), exact: false, hazards: vec![Hazard::file(kind)] }
        };
        match bytes {
            [0xff, 0xfe, ..] => wide("UTF-16LE", u16::from_le_bytes),
            [0xfe, 0xff, ..] => wide("UTF-16BE", u16::from_be_bytes),
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => Self { text: text.to_owned(), exact: true, hazards: Vec::new() },
                Err(_) => {
                    let text = String::from_utf8_lossy(bytes).into_owned();
                    let wrong = text.matches('\u{fffd}').count() as u32;
                    let hazard = Hazard::file(HazardKind::InvalidUtf8 { bytes: wrong });
                    Self { text, exact: false, hazards: vec![hazard] }
                }
            },
        }
    }
}

#[cfg(test)]
#[cfg(all(feature = "builders", feature = "yaml"))]
mod formats_tests;
#[cfg(test)]
mod json_resume_tests;
#[cfg(test)]
mod tests;
