//! JSON text to a tree with the place of each scalar. `serde_json` judges the syntax; a second walk
//! over text that is known to be right notes where the scalars stand.

use super::tree::{Scalar, Tree, pointer};
use super::{ImportError, MAX_DEPTH};
use std::collections::BTreeMap;
use vitae_text::TextRange;

/// Reads JSON; a byte order mark is skipped.
pub(super) fn read(text: &str) -> Result<Tree, ImportError> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    if depth(text) > MAX_DEPTH {
        return Err(ImportError::Limit { limit: format!("nesting of {MAX_DEPTH} levels") });
    }
    let value = serde_json::from_str(&text[start..]).map_err(|error| syntax(&error))?;
    let mut scan = Scan { text, at: start, scalars: BTreeMap::new() };
    scan.value(&mut String::new());
    Ok(Tree { value, scalars: scan.scalars })
}

fn syntax(error: &serde_json::Error) -> ImportError {
    let detail = error.to_string();
    // The library appends its own line and column.
    let detail = detail.split(" at line ").next().unwrap_or("").to_owned();
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX).max(1);
    let column = u32::try_from(error.column()).unwrap_or(u32::MAX).max(1);
    ImportError::Syntax { line, column, detail }
}

/// How deep brackets outside of strings nest.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0usize);
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    scalars: BTreeMap<String, Scalar>,
}

impl Scan<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn blank(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    /// One value; `path` is its pointer and comes back unchanged.
    fn value(&mut self, path: &mut String) {
        self.blank();
        match self.peek() {
            b'{' => self.list(path, b'}'),
            b'[' => self.list(path, b']'),
            b'"' => {
                let range = self.string();
                self.scalars.insert(path.clone(), Scalar { range, raw: None });
            }
            _ => {
                let start = self.at;
                while !matches!(self.peek(), 0 | b',' | b']' | b'}')
                    && !self.peek().is_ascii_whitespace()
                {
                    self.at += 1;
                }
                let range = TextRange::at(start, self.at);
                let raw = Some(range.of(self.text).to_owned());
                self.scalars.insert(path.clone(), Scalar { range, raw });
            }
        }
    }

    /// The rest of a list or mapping.
    fn list(&mut self, path: &mut String, close: u8) {
        self.at += 1;
        let mut index = 0usize;
        loop {
            self.blank();
            if self.peek() == close || self.peek() == 0 {
                self.at += 1;
                return;
            }
            let mut inner = if close == b'}' {
                let key = self.string();
                let name: String = serde_json::from_str(key.of(self.text)).unwrap_or_default();
                self.blank();
                self.at += 1;
                pointer(path, &name)
            } else {
                format!("{path}/{index}")
            };
            self.value(&mut inner);
            index += 1;
            self.blank();
            if self.peek() == b',' {
                self.at += 1;
            }
        }
    }

    /// A string with its quotes.
    fn string(&mut self) -> TextRange {
        let start = self.at;
        self.at += 1;
        while !matches!(self.peek(), 0 | b'"') {
            self.at += 1 + usize::from(self.peek() == b'\\');
        }
        self.at = (self.at + 1).min(self.text.len());
        TextRange::at(start, self.at)
    }
}
