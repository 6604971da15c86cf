//! From TOML texts to checked pack data. What comes in are `(file name, text)`; what goes out is
//! [`PackData`] or every mistake with its file and line. Shared with `build.rs`; part of the crate
//! itself only with the feature `load`.

mod files;
mod forms;
mod skills;

use crate::schema::{PackData, PhraseList};
use std::fmt;

/// A mistake in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// File as it was named by the caller.
    pub file: String,
    /// Line from 1; 0 when the mistake has no line.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for SourceError {}

/// A named text, for finding lines.
#[derive(Copy, Clone)]
struct Source<'a> {
    name: &'a str,
    text: &'a str,
}

impl Source<'_> {
    /// An error at the first line that holds `needle` in quotes.
    fn error(&self, needle: &str, message: String) -> SourceError {
        let quoted = format!("\"{needle}\"");
        let line = self.text.lines().position(|line| line.contains(&quoted)).map_or(0, |at| at + 1);
        SourceError { file: self.name.to_owned(), line, message }
    }

    fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, SourceError> {
        toml::from_str(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start).min(self.text.len());
            let line = self.text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            let message = error.message().to_owned();
            SourceError { file: self.name.to_owned(), line, message }
        })
    }
}

/// Compiles a pack from its files.
///
/// # Errors
/// All mistakes that were found: TOML that does not parse, unknown keys and values, a skill name or
/// alias used twice, a name that is referred to and does not exist, a list that is missing.
pub(crate) fn compile(files: &[(&str, &str)]) -> Result<PackData<String>, Vec<SourceError>> {
    let mut data = PackData::default();
    let mut errors = Vec::new();
    let mut skill_files = Vec::new();
    for &(name, text) in files {
        let source = Source { name, text };
        let read = if name.starts_with("skills/") {
            source.parse().map(|file| skill_files.push((source, file)))
        } else {
            files::read(source, &mut data)
        };
        errors.extend(read.err());
    }
    errors.extend(skills::resolve(&skill_files, &mut data));
    errors.extend(files::check(files, &data));
    for list in PhraseList::ALL {
        if data.phrases.iter().filter(|set| set.list == list).count() != 1 {
            let message = format!("list {list:?} must be there exactly once");
            errors.push(SourceError { file: "phrases.toml".to_owned(), line: 0, message });
        }
    }
    if errors.is_empty() { Ok(data) } else { Err(errors) }
}
