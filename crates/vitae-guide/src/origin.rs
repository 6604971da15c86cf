//! A file of guides as text, and mistakes with their places in it.

use serde::de::DeserializeOwned;
use std::fmt;

/// A mistake in a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// File as it was named by the caller.
    pub file: String,
    /// Line from 1; 0 when the mistake has no line.
    pub line: usize,
    /// What is wrong, and what is asked for.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for Mistake {}

/// A named text.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Origin<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    /// It is no file of this build. Those were checked when it was tested, and are only read.
    pub(crate) outside: bool,
}

impl Origin<'_> {
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, Mistake> {
        toml::from_str(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start).min(self.text.len());
            let line = self.text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            self.at(line, error.message().to_owned())
        })
    }

    pub(crate) fn at(&self, line: usize, message: String) -> Mistake {
        Mistake { file: self.name.to_owned(), line, message }
    }

    /// A mistake in the entry with this key: at the first line that holds it in quotes.
    pub(crate) fn mistake(&self, key: &str, message: String) -> Mistake {
        self.at(self.lines_with(key).next().unwrap_or(0), message)
    }

    /// Lines that hold `key` in quotes.
    pub(crate) fn lines_with<'s>(&'s self, key: &str) -> impl Iterator<Item = usize> + use<'s> {
        let quoted = format!("\"{key}\"");
        (1..).zip(self.text.lines()).filter(move |(_, line)| line.contains(&quoted)).map(|it| it.0)
    }
}
