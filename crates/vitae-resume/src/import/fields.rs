//! JSON Resume 1.x, as JSON or YAML, to a resume. Lenient: a table of the schema says which type each
//! field has; numbers become text where text is wanted, dates are normalised, what other tools write
//! differently is understood, and any other type is left out with a hazard.

use super::draft::{Draft, Origin};
use super::lists::{split_bullets, split_list};
use super::place::location;
use super::tree::{At, Tree, pointer};
use crate::parse::date_words::present;
use crate::parse::dates::find_dates;
use crate::{Data, PartialDate, Resume};
use serde_json::{Map, Value};
use vitae_pack::Pack;

/// What a field holds.
enum Kind {
    Text,
    /// A day, a month or a year.
    Date,
    /// A place in one line; other tools nest it.
    Place,
    /// A nested place; other tools write it in one line.
    Home,
    /// Sentences; in one string they stand on lines of their own.
    Lines,
    /// Names; in one string commas are between them.
    Names,
    One(&'static Shape),
    Many(&'static Shape),
}

/// Fields of a mapping.
struct Shape {
    fields: &'static [(&'static str, Kind)],
    /// The field that a bare text stands for (`skills: [Go, Rust]`).
    bare: Option<&'static str>,
    /// Names of older versions of the schema and of other tools.
    renamed: &'static [(&'static str, &'static str)],
}

use Kind::{Date, Home, Lines, Many, Names, One, Place, Text};

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
        ("location", Home),
        ("profiles", Many(&PROFILE)),
    ],
    bare: None,
    renamed: &[("website", "url"), ("picture", "image")],
};
static LOCATION: Shape = Shape {
    fields: &[
        ("address", Text),
        ("postalCode", Text),
        ("city", Text),
        ("countryCode", Text),
        ("region", Text),
    ],
    bare: None,
    renamed: &[("state", "region"), ("zip", "postalCode"), ("street", "address")],
};
static PROFILE: Shape = bare(&[("network", Text), ("username", Text), ("url", Text)], "url");
static WORK: Shape = Shape {
    fields: &[
        ("name", Text),
        ("position", Text),
        ("url", Text),
        ("location", Place),
        ("description", Text),
        ("startDate", Date),
        ("endDate", Date),
        ("summary", Text),
        ("highlights", Lines),
    ],
    bare: None,
    renamed: &[
        ("company", "name"),
        ("employer", "name"),
        ("title", "position"),
        ("role", "position"),
        ("website", "url"),
        ("start", "startDate"),
        ("end", "endDate"),
    ],
};
static VOLUNTEER: Shape = Shape {
    fields: &[
        ("organization", Text),
        ("position", Text),
        ("url", Text),
        ("startDate", Date),
        ("endDate", Date),
        ("summary", Text),
        ("highlights", Lines),
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
        ("startDate", Date),
        ("endDate", Date),
        ("score", Text),
        ("courses", Names),
    ],
    bare: None,
    renamed: &[
        ("gpa", "score"),
        ("school", "institution"),
        ("degree", "studyType"),
        ("field", "area"),
        ("website", "url"),
        ("start", "startDate"),
        ("end", "endDate"),
    ],
};
static AWARD: Shape =
    bare(&[("title", Text), ("date", Date), ("awarder", Text), ("summary", Text)], "title");
static CERTIFICATE: Shape =
    bare(&[("name", Text), ("date", Date), ("issuer", Text), ("url", Text)], "name");
static PUBLICATION: Shape = Shape {
    fields: &[
        ("name", Text),
        ("publisher", Text),
        ("releaseDate", Date),
        ("url", Text),
        ("summary", Text),
    ],
    bare: Some("name"),
    renamed: &[("website", "url")],
};
static SKILL: Shape = bare(&[("name", Text), ("level", Text), ("keywords", Names)], "name");
static LANGUAGE: Shape = bare(&[("language", Text), ("fluency", Text)], "language");
static INTEREST: Shape = bare(&[("name", Text), ("keywords", Names)], "name");
static REFERENCE: Shape = Shape {
    fields: &[("name", Text), ("reference", Text)],
    bare: None,
    renamed: &[("text", "reference")],
};
static PROJECT: Shape = bare(
    &[
        ("name", Text),
        ("description", Text),
        ("highlights", Lines),
        ("keywords", Names),
        ("startDate", Date),
        ("endDate", Date),
        ("url", Text),
        ("roles", Names),
        ("entity", Text),
        ("type", Text),
    ],
    "name",
);

/// Reads JSON Resume.
pub(super) fn read(tree: &Tree, pack: &Pack) -> Draft {
    let mut reader = Reader { draft: Draft::default(), pack };
    let fields = reader.mapping(&tree.root(), &RESUME, "");
    let mut draft = reader.draft;
    draft.resume = Resume::from(typed(&fields, &RESUME));
    draft.data = Some(Data::Fields(fields));
    draft
}

type Fields = Vec<(String, Data)>;

/// A mapping for the types of a resume, which know no null.
fn typed(fields: &Fields, shape: &Shape) -> Map<String, Value> {
    let one = |inner: &Shape, data: &Data| match data {
        Data::Fields(fields) => Value::Object(typed(fields, inner)),
        other => other.to_value(),
    };
    let mut map = Map::new();
    for (key, data) in fields {
        let kind = shape.fields.iter().find(|(field, _)| field == key).map(|(_, kind)| kind);
        let value = match (kind, data) {
            (Some(_), Data::Null) => continue,
            (Some(One(inner)), data) => one(inner, data),
            (Some(Home), data) => one(&LOCATION, data),
            (Some(Many(inner)), Data::List(items)) => {
                Value::Array(items.iter().map(|item| one(inner, item)).collect())
            }
            (_, data) => data.to_value(),
        };
        map.insert(key.clone(), value);
    }
    map
}

/// A value as it stands in the file.
fn as_given(at: &At<'_>) -> Data {
    match at.value {
        Value::Null => Data::Null,
        Value::Bool(flag) => Data::Bool(*flag),
        Value::Number(number) => Data::Number(at.text().unwrap_or_else(|| number.to_string())),
        Value::String(text) => Data::Text(text.clone()),
        Value::Array(_) => Data::List(at.items().iter().map(as_given).collect()),
        Value::Object(_) => {
            let fields = at.entries().into_iter();
            Data::Fields(fields.map(|(key, value)| (key.to_owned(), as_given(&value))).collect())
        }
    }
}

struct Reader<'a> {
    draft: Draft,
    pack: &'a Pack,
}

impl Reader<'_> {
    /// A mapping with its known fields made right; `out` is its pointer in the resume.
    fn mapping(&mut self, at: &At<'_>, shape: &Shape, out: &str) -> Fields {
        let mut fields = Fields::new();
        // Keys of a file are unique, so that only renamed ones can meet: the known ones are few.
        let mut known: Vec<(&str, usize)> = Vec::new();
        for (key, value) in at.entries() {
            let renamed = shape
                .renamed
                .iter()
                .find(|(old, new)| *old == key && at.get(new).is_none() && !value.value.is_null());
            let place =
                |name: &str| known.iter().find(|(field, _)| *field == name).map(|(_, at)| *at);
            let free = |name: &str| place(name).is_none_or(|at| fields[at].1 == Data::Null);
            let name = renamed.map(|(_, new)| *new).filter(|new| free(new)).unwrap_or(key);
            let Some((_, kind)) = shape.fields.iter().find(|(field, _)| *field == name) else {
                fields.push((name.to_owned(), as_given(&value)));
                continue;
            };
            let Some(kept) = self.field(&value, kind, &pointer(out, name)) else { continue };
            match place(name) {
                Some(at) if fields[at].1 == Data::Null => fields[at].1 = kept,
                Some(_) => {}
                None => {
                    known.push((name, fields.len()));
                    fields.push((name.to_owned(), kept));
                }
            }
        }
        fields
    }

    fn field(&mut self, at: &At<'_>, kind: &Kind, out: &str) -> Option<Data> {
        if at.value.is_null() {
            return Some(Data::Null);
        }
        match kind {
            Text => self.text(at, out).map(Data::Text),
            Date => self.date(at, out).map(Data::Text),
            Place if at.value.is_object() => self.nested_place(at, out),
            Place => self.text(at, out).map(Data::Text),
            Home if at.value.is_string() => Some(self.flat_place(at, out)),
            Home => self.one(at, &LOCATION, out),
            Lines => self.texts(at, out, |text| {
                let (before, items) = split_bullets(text);
                before.lines().map(str::to_owned).chain(items).collect()
            }),
            Names => self.texts(at, out, split_list),
            One(shape) => self.one(at, shape, out),
            Many(shape) => {
                if !at.value.is_array() {
                    self.draft.wrong_type(at, "a list");
                    return None;
                }
                let mut entries = Vec::new();
                for item in at.items().iter().filter(|item| !item.value.is_null()) {
                    let out = format!("{out}/{}", entries.len());
                    entries.extend(self.one(item, shape, &out));
                }
                Some(Data::List(entries))
            }
        }
    }

    fn one(&mut self, at: &At<'_>, shape: &Shape, out: &str) -> Option<Data> {
        if at.value.is_object() {
            return Some(Data::Fields(self.mapping(at, shape, out)));
        }
        let (Some(name), Value::String(text)) = (shape.bare, at.value) else {
            self.draft.wrong_type(at, "a mapping");
            return None;
        };
        self.draft.note(pointer(out, name), Origin::of(at));
        Some(Data::Fields(vec![(name.to_owned(), Data::Text(text.clone()))]))
    }

    fn text(&mut self, at: &At<'_>, out: &str) -> Option<String> {
        // `true` is an answer to a question that no field of a resume asks.
        let text = at.text().filter(|_| !at.value.is_boolean());
        match text {
            Some(_) => self.draft.note(out, Origin::of(at)),
            None => self.draft.wrong_type(at, "text"),
        }
        text
    }

    /// A date by the schema stays as it is, any other that can be read is made one; `present` is
    /// said by no date at all.
    fn date(&mut self, at: &At<'_>, out: &str) -> Option<String> {
        let text = self.text(at, out)?;
        let printed = text.trim();
        if printed.is_empty() || PartialDate::parse_iso(printed).is_some() {
            return Some(text);
        }
        if present(printed, 0, self.pack) == Some(printed.len()) {
            return None;
        }
        let date = short_month(printed).or_else(|| {
            let found = find_dates(printed, self.pack);
            let [only] = found.as_slice() else { return None };
            only.start.or(only.end).filter(|_| !only.is_range)
        });
        let Some(date) = date else { return Some(text) };
        let origin = Origin { printed: Some(printed.to_owned()), ..Origin::of(at) };
        self.draft.note(out, origin);
        Some(date.to_string())
    }

    /// City, region and country of a nested place, in one line.
    fn nested_place(&mut self, at: &At<'_>, out: &str) -> Option<Data> {
        const PARTS: [&[&str]; 3] = [&["city"], &["region", "state"], &["country", "countryCode"]];
        let part = |names: &&[&str]| names.iter().find_map(|name| at.get(name)?.text());
        let parts: Vec<String> = PARTS.iter().filter_map(part).collect();
        if parts.is_empty() {
            self.draft.wrong_type(at, "text");
            return None;
        }
        self.draft.note(out, Origin::of(at));
        Some(Data::Text(parts.join(", ")))
    }

    /// The fields of a place in one line.
    fn flat_place(&mut self, at: &At<'_>, out: &str) -> Data {
        let place = location(&at.text().unwrap_or_default(), self.pack);
        let fields = [
            ("address", place.address),
            ("postalCode", place.postal_code),
            ("city", place.city),
            ("countryCode", place.country_code),
            ("region", place.region),
        ];
        let given = fields.into_iter().filter(|(_, text)| !text.is_empty()).map(|(field, text)| {
            self.draft.note(pointer(out, field), Origin::of(at));
            (field.to_owned(), Data::Text(text))
        });
        Data::Fields(given.collect())
    }

    /// A list of texts; one text stands for what `split` makes of it.
    fn texts(
        &mut self,
        at: &At<'_>,
        out: &str,
        split: impl Fn(&str) -> Vec<String>,
    ) -> Option<Data> {
        if let Value::String(text) = at.value {
            let texts = split(text);
            for index in 0..texts.len() {
                self.draft.note(format!("{out}/{index}"), Origin::of(at));
            }
            return Some(Data::List(texts.into_iter().map(Data::Text).collect()));
        }
        if !at.value.is_array() {
            self.draft.wrong_type(at, "a list");
            return None;
        }
        let mut texts = Vec::new();
        for item in at.items().iter().filter(|item| !item.value.is_null()) {
            let text = self.text(item, &format!("{out}/{}", texts.len()));
            texts.extend(text.map(Data::Text));
        }
        Some(Data::List(texts))
    }
}

/// `2020-1` and `2020/03`, as programs write that forget the zero.
fn short_month(text: &str) -> Option<PartialDate> {
    let (year, month) = text.split_once(['-', '/'])?;
    let month: u8 = month.parse().ok().filter(|_| month.len() <= 2)?;
    PartialDate::parse_iso(&format!("{year}-{month:02}"))
}
