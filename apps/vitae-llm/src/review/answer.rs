//! What a model may answer: the shapes, their schemas, and how they are read. What cannot be a number of
//! a line or an axis becomes none; a list that is missing is an answer of another shape.

use super::Axis;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

/// The most items of a list that are asked for.
const MOST: u32 = 5;

/// A hiring manager's reading.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Reading {
    pub(super) strengths: Vec<Remark>,
    pub(super) doubts: Vec<Remark>,
    #[serde(default)]
    pub(super) unclear: Vec<Remark>,
    #[serde(default)]
    pub(super) questions: Vec<Remark>,
}

/// A remark on a line or on all.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Remark {
    #[serde(default, deserialize_with = "axis")]
    pub(super) axis: Axis,
    #[serde(default, deserialize_with = "number")]
    pub(super) line: Option<u32>,
    #[serde(default)]
    pub(super) quote: String,
    #[serde(default, alias = "question")]
    pub(super) comment: String,
}

/// Rewrites.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Rewrites {
    pub(super) rewrites: Vec<Offer>,
}

/// A rewrite of a line.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Offer {
    #[serde(default, deserialize_with = "number")]
    pub(super) line: Option<u32>,
    #[serde(default)]
    pub(super) rewrite: String,
    #[serde(default)]
    pub(super) why: String,
}

fn axis<'de, D: Deserializer<'de>>(from: D) -> Result<Axis, D::Error> {
    Ok(Axis::named(Value::deserialize(from)?.as_str().unwrap_or_default()))
}

/// `L7`, `[L7]`, `7`, 7.
fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    let value = Value::deserialize(from)?;
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let digits =
        text.trim_matches(|ch: char| matches!(ch, '[' | ']' | 'L' | 'l') || ch.is_whitespace());
    Ok(digits.parse().ok())
}

/// The schema of [`Reading`]; `lines` are the numbers that may be referred to.
pub(super) fn reading_schema(lines: &[u32]) -> Value {
    let line = line_schema(lines, true);
    let axis = json!({"type": "string", "enum": Axis::NAMES});
    let text = json!({"type": "string"});
    let remark = object(&[("axis", &axis), ("line", &line), ("quote", &text), ("comment", &text)]);
    let question = object(&[("axis", &axis), ("line", &line), ("question", &text)]);
    let remarks = json!({"type": "array", "maxItems": MOST, "items": remark});
    let questions = json!({"type": "array", "maxItems": MOST, "items": question});
    object(&[
        ("strengths", &remarks),
        ("doubts", &remarks),
        ("unclear", &remarks),
        ("questions", &questions),
    ])
}

/// The schema of [`Rewrites`].
pub(super) fn rewrites_schema(lines: &[u32]) -> Value {
    let (line, text) = (line_schema(lines, false), json!({"type": "string"}));
    let rewrite = object(&[("line", &line), ("rewrite", &text), ("why", &text)]);
    let rewrites = json!({"type": "array", "maxItems": lines.len(), "items": rewrite});
    object(&[("rewrites", &rewrites)])
}

fn line_schema(lines: &[u32], none: bool) -> Value {
    let mut names: Vec<String> = lines.iter().map(|id| format!("L{id}")).collect();
    names.extend(none.then(String::new));
    json!({"type": "string", "enum": names})
}

/// An object that has all of its fields and no other, as strict servers want it.
fn object(fields: &[(&str, &Value)]) -> Value {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let properties: serde_json::Map<String, Value> =
        fields.iter().map(|(name, schema)| ((*name).to_owned(), (*schema).clone())).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}
