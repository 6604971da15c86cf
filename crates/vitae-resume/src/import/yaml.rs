//! YAML text to a tree with the place of each scalar: one document, plain scalars by the core schema
//! of YAML 1.2, merge keys (`<<`) of 1.1, aliases copied within a budget, a key given twice is an error.

use super::tree::{Budget, Scalar, Size, Tree, pointer};
use super::{ImportError, MAX_DEPTH};
use crate::data::number;
use granit_parser::{Event, Marker, Parser, ScalarStyle, Span};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use vitae_text::TextRange;

/// Reads a YAML file of one document.
pub(super) fn read(text: &str) -> Result<Tree, ImportError> {
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let options = granit_parser::options! {
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        emit_comments: false,
    };
    let mut loader = Loader { skipped, ..Loader::default() };
    let mut ended = false;
    for event in Parser::new_from_str_with_options(&text[skipped..], options) {
        let (event, span) = event.map_err(|error| scan_error(&error))?;
        match event {
            Event::DocumentEnd => ended = true,
            // A `---` at the end opens a document of nothing.
            Event::Scalar(text, ..) if ended && matches!(&*text, "" | "~") => {}
            Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..) if ended => {
                let detail = "a second document starts here; a file holds one resume";
                return Err(syntax(&span.start, detail.into()));
            }
            event => loader.take(event, span)?,
        }
    }
    let value = loader.root.unwrap_or(Value::Null);
    Ok(Tree { value, scalars: loader.scalars, faults: Vec::new() })
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
    /// `<<` without quotes is among its keys.
    merges: bool,
    pointer: String,
    anchor: usize,
    /// What was counted before it, to know its size.
    before: Size,
}

/// A value that aliases may ask for again.
#[derive(Clone)]
struct Anchored {
    value: Value,
    pointer: String,
    size: Size,
}

#[derive(Default)]
struct Loader {
    open: Vec<Open>,
    scalars: BTreeMap<String, Scalar>,
    anchors: HashMap<usize, Anchored>,
    budget: Budget,
    root: Option<Value>,
    /// Bytes of the byte order mark.
    skipped: usize,
}

impl Loader {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), ImportError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let tagged = tag.as_ref().and_then(|tag| tag.core_suffix().map(str::to_owned));
                let plain = style == ScalarStyle::Plain && tagged.as_deref() != Some("str");
                self.scalar(&text, plain, anchor, span)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.begin(Value::Array(Vec::new()), anchor, span)
            }
            Event::MappingStart(_, anchor, _) => {
                self.begin(Value::Object(Map::new()), anchor, span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end();
                Ok(())
            }
            Event::Alias(anchor) => self.alias(anchor, &span),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, value: Value, anchor: usize, span: Span) -> Result<(), ImportError> {
        if self.is_key() {
            return Err(no_key(&span));
        }
        let (before, pointer) = (self.budget.spent, self.pointer());
        self.budget.value(&pointer)?;
        self.open.push(Open { value, key: None, merges: false, pointer, anchor, before });
        Ok(())
    }

    fn end(&mut self) {
        let Some(mut done) = self.open.pop() else { return };
        let size = self.budget.spent.minus(done.before);
        if done.merges {
            self.merge(&mut done);
        }
        if done.anchor > 0 {
            let (value, pointer) = (done.value.clone(), done.pointer);
            self.anchors.insert(done.anchor, Anchored { value, pointer, size });
        }
        self.put(done.value);
    }

    /// Takes over the fields of the mappings under `<<` that the mapping does not have itself; of
    /// several the first one counts.
    fn merge(&mut self, done: &mut Open) {
        let Value::Object(own) = &mut done.value else { return };
        let whole = own.get("<<").is_some_and(|value| match value {
            Value::Array(maps) => maps.iter().all(Value::is_object),
            value => value.is_object(),
        });
        if !whole {
            return;
        }
        let from = pointer(&done.pointer, "<<");
        let maps = match own.shift_remove("<<") {
            Some(Value::Object(map)) => vec![(from, map)],
            Some(Value::Array(items)) => (0..)
                .zip(items)
                .filter_map(|(index, item)| match item {
                    Value::Object(map) => Some((format!("{from}/{index}"), map)),
                    _ => None,
                })
                .collect::<Vec<(String, Map<String, Value>)>>(),
            _ => Vec::new(),
        };
        for (from, map) in maps {
            for (key, value) in map {
                if !own.contains_key(&key) {
                    let to = pointer(&done.pointer, &key);
                    self.copy_scalars(&pointer(&from, &key), &to);
                    own.insert(key, value);
                }
            }
        }
    }

    /// The places of a value's scalars also under another pointer.
    fn copy_scalars(&mut self, from: &str, to: &str) {
        let copies: Vec<_> = self
            .scalars
            .range(from.to_owned()..)
            .take_while(|(known, _)| known.starts_with(from))
            .filter(|(known, _)| known.len() == from.len() || known[from.len()..].starts_with('/'))
            .map(|(known, scalar)| (format!("{to}{}", &known[from.len()..]), scalar.clone()))
            .collect();
        self.scalars.extend(copies);
    }

    fn alias(&mut self, anchor: usize, span: &Span) -> Result<(), ImportError> {
        let Some(anchored) = self.anchors.get(&anchor) else {
            return Err(syntax(&span.start, "an alias inside its own anchor".into()));
        };
        let size = anchored.size;
        let to = self.pointer();
        // Counted before it is copied.
        let above = Size { paths: size.values.saturating_mul(to.len()), ..Size::default() };
        self.budget.take(size.plus(above))?;
        let Some(Anchored { value, pointer, .. }) = self.anchors.get(&anchor).cloned() else {
            return Ok(());
        };
        if self.is_key() {
            let Value::String(key) = value else { return Err(no_key(span)) };
            return self.key(key, false, span);
        }
        self.copy_scalars(&pointer, &to);
        self.put(value);
        Ok(())
    }

    fn is_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.value.is_object() && open.key.is_none())
    }

    fn key(&mut self, key: String, plain: bool, span: &Span) -> Result<(), ImportError> {
        if let Some(open) = self.open.last_mut() {
            if open.value.get(&key).is_some() {
                return Err(syntax(&span.start, format!("the key `{key}` is given twice")));
            }
            open.merges |= plain && key == "<<";
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

    fn scalar(
        &mut self,
        text: &str,
        plain: bool,
        anchor: usize,
        span: Span,
    ) -> Result<(), ImportError> {
        let is_key = self.is_key();
        // A key is no value, so that no place belongs to it.
        let pointer = if is_key { "\0".to_owned() } else { self.pointer() };
        let size = Size { values: 1, bytes: text.len(), paths: pointer.len() };
        let value = if plain && !is_key { resolve(text) } else { Value::String(text.to_owned()) };
        if anchor > 0 {
            let (value, pointer) = (value.clone(), pointer.clone());
            self.anchors.insert(anchor, Anchored { value, pointer, size });
        }
        if is_key {
            return self.key(text.to_owned(), plain, &span);
        }
        self.budget.take(size)?;
        if let Some(bytes) = span.byte_range() {
            let range = TextRange::at(bytes.start + self.skipped, bytes.end + self.skipped);
            let raw = (!value.is_string()).then(|| text.to_owned());
            self.scalars.insert(pointer, Scalar { range, raw });
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
        _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
    }
}
