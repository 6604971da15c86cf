//! YAML text to a tree with the place of each scalar: one document, plain scalars by the core schema
//! of YAML 1.2, aliases copied within a budget, a key given twice is an error.

use super::tree::{Scalar, Tree, pointer};
use super::{ImportError, MAX_DEPTH, MAX_VALUES};
use granit_parser::{Event, Marker, Parser, ScalarStyle, Span};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use vitae_text::TextRange;

/// Reads the first document of a YAML file.
pub(super) fn read(text: &str) -> Result<Tree, ImportError> {
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let options = granit_parser::options! {
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        emit_comments: false,
    };
    let mut loader = Loader {
        open: Vec::new(),
        scalars: BTreeMap::new(),
        anchors: HashMap::new(),
        values: 0,
        root: None,
        skipped,
    };
    for event in Parser::new_from_str_with_options(&text[skipped..], options) {
        let (event, span) = event.map_err(|error| scan_error(&error))?;
        if matches!(event, Event::DocumentEnd) {
            break;
        }
        loader.take(event, span)?;
    }
    Ok(Tree { value: loader.root.unwrap_or(Value::Null), scalars: loader.scalars })
}

fn scan_error(error: &granit_parser::ScanError) -> ImportError {
    let detail = error.info();
    if detail.contains("limit") || detail.contains("nesting") {
        return ImportError::Limit { limit: format!("nesting of {MAX_DEPTH} levels") };
    }
    syntax(error.marker(), detail)
}

fn syntax(marker: &Marker, detail: String) -> ImportError {
    let line = u32::try_from(marker.line()).unwrap_or(u32::MAX).max(1);
    let column = u32::try_from(marker.col()).unwrap_or(u32::MAX).saturating_add(1);
    ImportError::Syntax { line, column, detail }
}

/// A list or mapping that is not closed yet.
struct Open {
    value: Value,
    /// The key whose value comes next.
    key: Option<String>,
    pointer: String,
    anchor: usize,
    /// Values before it, to know its size.
    values: usize,
}

struct Loader {
    open: Vec<Open>,
    scalars: BTreeMap<String, Scalar>,
    /// Values by anchor, with their size.
    anchors: HashMap<usize, (Value, usize)>,
    values: usize,
    root: Option<Value>,
    /// Bytes of the byte order mark.
    skipped: usize,
}

impl Loader {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), ImportError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let tagged = tag.as_ref().and_then(|tag| tag.core_suffix().map(str::to_owned));
                self.scalar(&text, style, anchor, tagged.as_deref(), span)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.begin(Value::Array(Vec::new()), anchor, span)
            }
            Event::MappingStart(_, anchor, _) => {
                self.begin(Value::Object(Map::new()), anchor, span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(done) = self.open.pop() {
                    let size = self.values - done.values;
                    if done.anchor > 0 {
                        self.anchors.insert(done.anchor, (done.value.clone(), size));
                    }
                    self.put(done.value);
                }
                Ok(())
            }
            Event::Alias(anchor) => {
                let Some((value, size)) = self.anchors.get(&anchor).cloned() else {
                    return Err(syntax(&span.start, "an alias inside its own anchor".into()));
                };
                if self.is_key() {
                    let Value::String(key) = value else { return Err(no_key(&span)) };
                    return self.key(key, &span);
                }
                self.count(size)?;
                self.put(value);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn count(&mut self, values: usize) -> Result<(), ImportError> {
        self.values = self.values.saturating_add(values);
        if self.values > MAX_VALUES {
            return Err(ImportError::Limit { limit: format!("{MAX_VALUES} values") });
        }
        Ok(())
    }

    fn is_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.value.is_object() && open.key.is_none())
    }

    fn key(&mut self, key: String, span: &Span) -> Result<(), ImportError> {
        if let Some(open) = self.open.last_mut() {
            if open.value.get(&key).is_some() {
                return Err(syntax(&span.start, format!("the key `{key}` is given twice")));
            }
            open.key = Some(key);
        }
        Ok(())
    }

    /// The pointer of the value that comes next.
    fn pointer(&self) -> String {
        match self.open.last() {
            None => String::new(),
            Some(open) => match (&open.value, &open.key) {
                (Value::Array(items), _) => format!("{}/{}", open.pointer, items.len()),
                (_, Some(key)) => pointer(&open.pointer, key),
                _ => open.pointer.clone(),
            },
        }
    }

    fn begin(&mut self, value: Value, anchor: usize, span: Span) -> Result<(), ImportError> {
        if self.is_key() {
            return Err(no_key(&span));
        }
        let values = self.values;
        self.count(1)?;
        let pointer = self.pointer();
        self.open.push(Open { value, key: None, pointer, anchor, values });
        Ok(())
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&str>,
        span: Span,
    ) -> Result<(), ImportError> {
        if self.is_key() {
            if anchor > 0 {
                self.anchors.insert(anchor, (Value::String(text.to_owned()), 1));
            }
            return self.key(text.to_owned(), &span);
        }
        self.count(1)?;
        let plain = style == ScalarStyle::Plain && tag != Some("str");
        let value = if plain { resolve(text) } else { Value::String(text.to_owned()) };
        if anchor > 0 {
            self.anchors.insert(anchor, (value.clone(), 1));
        }
        if let Some(bytes) = span.byte_range() {
            let range = TextRange::at(bytes.start + self.skipped, bytes.end + self.skipped);
            let raw = (!value.is_string()).then(|| text.to_owned());
            self.scalars.insert(self.pointer(), Scalar { range, raw });
        }
        self.put(value);
        Ok(())
    }

    fn put(&mut self, value: Value) {
        match self.open.last_mut() {
            None => self.root = Some(value),
            Some(open) => match &mut open.value {
                Value::Array(items) => items.push(value),
                Value::Object(map) => {
                    if let Some(key) = open.key.take() {
                        map.insert(key, value);
                    }
                }
                _ => {}
            },
        }
    }
}

fn no_key(span: &Span) -> ImportError {
    syntax(&span.start, "a list or mapping cannot be a key".into())
}

/// A plain scalar by the core schema; numbers that JSON does not know stay text.
fn resolve(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if text.starts_with(|ch: char| ch.is_ascii_digit() || ch == '-') => {
            serde_json::from_str(text)
                .map_or_else(|_| Value::String(text.to_owned()), Value::Number)
        }
        _ => Value::String(text.to_owned()),
    }
}
