//! Data of a structured file with the place of each scalar: the common ground of JSON and YAML.
//! `At` is a value together with its JSON pointer; importers walk files with it.

use super::{ImportError, MAX_BYTES, MAX_DEPTH, MAX_PATHS, MAX_VALUES};
use serde_json::Value;
use std::collections::BTreeMap;
use vitae_text::TextRange;

/// A scalar as it stands in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scalar {
    /// Its bytes, quotes included.
    pub(super) range: TextRange,
    /// How it is written where the value does not tell: `1.40`, `007`.
    pub(super) raw: Option<String>,
}

/// A file's data.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    /// The data.
    pub(super) value: Value,
    /// Scalars by JSON pointer.
    pub(super) scalars: BTreeMap<String, Scalar>,
    /// What is wrong with the file, although it could be read.
    pub(super) faults: Vec<String>,
}

/// What reading a file may still cost. Small files can ask for a lot: by nesting, by aliases of
/// aliases, by one long name above many values, each of whose pointers holds that name.
#[derive(Clone, Debug, Default)]
pub(super) struct Budget {
    /// What was read so far.
    pub(super) spent: Size,
    depth: usize,
}

/// How much values hold.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Size {
    pub(super) values: usize,
    /// Bytes of text.
    pub(super) bytes: usize,
    /// Bytes of all pointers.
    pub(super) paths: usize,
}

impl Size {
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            values: self.values.saturating_add(other.values),
            bytes: self.bytes.saturating_add(other.bytes),
            paths: self.paths.saturating_add(other.paths),
        }
    }

    #[cfg(feature = "yaml")]
    pub(super) fn minus(self, other: Self) -> Self {
        Self {
            values: self.values.saturating_sub(other.values),
            bytes: self.bytes.saturating_sub(other.bytes),
            paths: self.paths.saturating_sub(other.paths),
        }
    }
}

impl Budget {
    /// One value at a pointer.
    pub(super) fn value(&mut self, path: &str) -> Result<(), ImportError> {
        self.take(Size { values: 1, bytes: 0, paths: path.len() })
    }

    /// Values of this size together.
    pub(super) fn take(&mut self, size: Size) -> Result<(), ImportError> {
        let limit = |limit: String| Err(ImportError::Limit { limit });
        self.spent = self.spent.plus(size);
        if self.spent.values > MAX_VALUES {
            return limit(format!("{MAX_VALUES} values"));
        }
        if self.spent.bytes > MAX_BYTES {
            return limit(format!(
                "{MAX_BYTES} bytes of text, aliases counted as often as they are used"
            ));
        }
        if self.spent.paths > MAX_PATHS {
            return limit(format!("{MAX_PATHS} bytes of names above values"));
        }
        Ok(())
    }

    /// A list or mapping inside of the others.
    pub(super) fn open(&mut self) -> Result<(), ImportError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(ImportError::Limit { limit: format!("nesting of {MAX_DEPTH} levels") });
        }
        Ok(())
    }

    /// The list or mapping ends.
    pub(super) fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

impl Tree {
    pub(super) fn root(&self) -> At<'_> {
        At { tree: self, value: &self.value, pointer: String::new() }
    }
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct At<'a> {
    pub(super) tree: &'a Tree,
    pub(super) value: &'a Value,
    pub(super) pointer: String,
}

impl<'a> At<'a> {
    /// The field `key`, unless it is missing or null.
    pub(super) fn get(&self, key: &str) -> Option<At<'a>> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(At { tree: self.tree, value, pointer: pointer(&self.pointer, key) })
    }

    /// The elements of a list; a value that is no list is a list of one, nothing is empty.
    pub(super) fn items(&self) -> Vec<At<'a>> {
        match self.value {
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(index, value)| At {
                    tree: self.tree,
                    value,
                    pointer: format!("{}/{index}", self.pointer),
                })
                .collect(),
            Value::Null => Vec::new(),
            _ => vec![self.clone()],
        }
    }

    /// The fields of a mapping, in order.
    pub(super) fn entries(&self) -> Vec<(&'a str, At<'a>)> {
        let Value::Object(map) = self.value else { return Vec::new() };
        map.iter()
            .map(|(key, value)| {
                let at = At { tree: self.tree, value, pointer: pointer(&self.pointer, key) };
                (key.as_str(), at)
            })
            .collect()
    }

    /// A scalar as text, as it is written in the file.
    pub(super) fn text(&self) -> Option<String> {
        let raw = || self.tree.scalars.get(&self.pointer).and_then(|scalar| scalar.raw.clone());
        match self.value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(raw().unwrap_or_else(|| number.to_string())),
            Value::Bool(flag) => Some(raw().unwrap_or_else(|| flag.to_string())),
            _ => None,
        }
    }

    /// Whether the field `key` is `true`.
    pub(super) fn is_true(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool) == Some(true)
    }
}

/// `base/key`, escaped.
pub(super) fn pointer(base: &str, key: &str) -> String {
    if key.contains(['~', '/']) {
        format!("{base}/{}", key.replace('~', "~0").replace('/', "~1"))
    } else {
        format!("{base}/{key}")
    }
}

/// What a value is, for people.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a mapping",
    }
}
