//! JSON Resume 1.x, as JSON or YAML, to a resume. Lenient: a table of the schema says which type each
//! field has; numbers become text where text is wanted, other types are left out with a hazard.

use super::draft::{Draft, Origin};
use super::tree::{At, Tree, pointer};
use crate::Resume;
use serde_json::{Map, Value};

/// What a field holds.
enum Kind {
    Text,
    Texts,
    One(&'static Shape),
    Many(&'static Shape),
}

/// Fields of a mapping.
struct Shape {
    fields: &'static [(&'static str, Kind)],
    /// The field that a bare text stands for (`skills: [Go, Rust]`).
    bare: Option<&'static str>,
    /// Names of older versions of the schema.
    renamed: &'static [(&'static str, &'static str)],
}

use Kind::{Many, One, Text, Texts};

const fn shape(fields: &'static [(&'static str, Kind)]) -> Shape {
    Shape { fields, bare: None, renamed: &[] }
}

const fn bare(fields: &'static [(&'static str, Kind)], name: &'static str) -> Shape {
    Shape { fields, bare: Some(name), renamed: &[] }
}

static RESUME: Shape = Shape {
    fields: &[
        ("basics", One(&BASICS)),
        ("work", Many(&WORK)),
        ("volunteer", Many(&VOLUNTEER)),
        ("education", Many(&EDUCATION)),
        ("awards", Many(&AWARD)),
        ("certificates", Many(&CERTIFICATE)),
        ("publications", Many(&PUBLICATION)),
        ("skills", Many(&SKILL)),
        ("languages", Many(&LANGUAGE)),
        ("interests", Many(&INTEREST)),
        ("references", Many(&REFERENCE)),
        ("projects", Many(&PROJECT)),
    ],
    bare: None,
    renamed: &[],
};
static BASICS: Shape = Shape {
    fields: &[
        ("name", Text),
        ("label", Text),
        ("image", Text),
        ("email", Text),
        ("phone", Text),
        ("url", Text),
        ("summary", Text),
        ("location", One(&LOCATION)),
        ("profiles", Many(&PROFILE)),
    ],
    bare: None,
    renamed: &[("website", "url"), ("picture", "image")],
};
static LOCATION: Shape = bare(
    &[
        ("address", Text),
        ("postalCode", Text),
        ("city", Text),
        ("countryCode", Text),
        ("region", Text),
    ],
    "city",
);
static PROFILE: Shape = bare(&[("network", Text), ("username", Text), ("url", Text)], "url");
static WORK: Shape = Shape {
    fields: &[
        ("name", Text),
        ("position", Text),
        ("url", Text),
        ("location", Text),
        ("description", Text),
        ("startDate", Text),
        ("endDate", Text),
        ("summary", Text),
        ("highlights", Texts),
    ],
    bare: None,
    renamed: &[("company", "name"), ("website", "url")],
};
static VOLUNTEER: Shape = Shape {
    fields: &[
        ("organization", Text),
        ("position", Text),
        ("url", Text),
        ("startDate", Text),
        ("endDate", Text),
        ("summary", Text),
        ("highlights", Texts),
    ],
    bare: None,
    renamed: &[("website", "url")],
};
static EDUCATION: Shape = Shape {
    fields: &[
        ("institution", Text),
        ("url", Text),
        ("area", Text),
        ("studyType", Text),
        ("startDate", Text),
        ("endDate", Text),
        ("score", Text),
        ("courses", Texts),
    ],
    bare: None,
    renamed: &[("gpa", "score")],
};
static AWARD: Shape =
    bare(&[("title", Text), ("date", Text), ("awarder", Text), ("summary", Text)], "title");
static CERTIFICATE: Shape =
    bare(&[("name", Text), ("date", Text), ("issuer", Text), ("url", Text)], "name");
static PUBLICATION: Shape = Shape {
    fields: &[
        ("name", Text),
        ("publisher", Text),
        ("releaseDate", Text),
        ("url", Text),
        ("summary", Text),
    ],
    bare: Some("name"),
    renamed: &[("website", "url")],
};
static SKILL: Shape = bare(&[("name", Text), ("level", Text), ("keywords", Texts)], "name");
static LANGUAGE: Shape = bare(&[("language", Text), ("fluency", Text)], "language");
static INTEREST: Shape = bare(&[("name", Text), ("keywords", Texts)], "name");
static REFERENCE: Shape = shape(&[("name", Text), ("reference", Text)]);
static PROJECT: Shape = bare(
    &[
        ("name", Text),
        ("description", Text),
        ("highlights", Texts),
        ("keywords", Texts),
        ("startDate", Text),
        ("endDate", Text),
        ("url", Text),
        ("roles", Texts),
        ("entity", Text),
        ("type", Text),
    ],
    "name",
);

/// Reads JSON Resume.
pub(super) fn read(tree: &Tree) -> Draft {
    let mut draft = Draft::default();
    let cleaned = clean_mapping(&tree.root(), &RESUME, "", &mut draft);
    draft.resume = Resume::from(cleaned);
    draft
}

/// A mapping with its known fields made right; `out` is its pointer in the resume.
fn clean_mapping(at: &At<'_>, shape: &Shape, out: &str, draft: &mut Draft) -> Map<String, Value> {
    let mut map = Map::new();
    for (key, value) in at.entries() {
        let renamed = shape.renamed.iter().find(|(old, new)| {
            *old == key && at.value.get(*new).is_none() && !value.value.is_null()
        });
        let name = renamed.map_or(key, |(_, new)| *new);
        let kept = match shape.fields.iter().find(|(field, _)| *field == name) {
            Some((_, kind)) => clean(&value, kind, &pointer(out, name), draft),
            None => Some(value.value.clone()),
        };
        if let Some(kept) = kept {
            map.insert(name.to_owned(), kept);
        }
    }
    map
}

fn clean(at: &At<'_>, kind: &Kind, out: &str, draft: &mut Draft) -> Option<Value> {
    if at.value.is_null() {
        return None;
    }
    match kind {
        Text => clean_text(at, out, draft),
        Texts => {
            let mut texts = Vec::new();
            if at.value.is_object() {
                draft.wrong_type(at, "a list");
                return None;
            }
            for item in at.items().iter().filter(|item| !item.value.is_null()) {
                let kept = clean_text(item, &format!("{out}/{}", texts.len()), draft);
                texts.extend(kept);
            }
            Some(Value::Array(texts))
        }
        One(shape) => clean_one(at, shape, out, draft),
        Many(shape) => {
            let mut entries = Vec::new();
            if !at.value.is_array() {
                draft.wrong_type(at, "a list");
                return None;
            }
            for item in at.items().iter().filter(|item| !item.value.is_null()) {
                entries.extend(clean_one(item, shape, &format!("{out}/{}", entries.len()), draft));
            }
            Some(Value::Array(entries))
        }
    }
}

fn clean_one(at: &At<'_>, shape: &Shape, out: &str, draft: &mut Draft) -> Option<Value> {
    if at.value.is_object() {
        return Some(Value::Object(clean_mapping(at, shape, out, draft)));
    }
    if let (Some(name), Value::String(text)) = (shape.bare, at.value) {
        draft.note(pointer(out, name), Origin::of(at));
        let mut map = Map::new();
        map.insert(name.to_owned(), Value::String(text.clone()));
        return Some(Value::Object(map));
    }
    draft.wrong_type(at, "a mapping");
    None
}

fn clean_text(at: &At<'_>, out: &str, draft: &mut Draft) -> Option<Value> {
    match at.text() {
        Some(text) => {
            draft.note(out, Origin::of(at));
            Some(Value::String(text))
        }
        None => {
            draft.wrong_type(at, "text");
            None
        }
    }
}
