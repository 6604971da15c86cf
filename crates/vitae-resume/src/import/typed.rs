//! Cleaned JSON to the types of the model. `fields` has made every known field right before; what is
//! of another type all the same stays with the fields of other tools. Written out because the same
//! through serde's traits weighs 90 KB of code, which a browser would download.

use crate::model::{
    Award, Basics, Certificate, Education, Interest, Language, Location, Profile, Project,
    Publication, Reference, Resume, Skill, Volunteer, Work,
};
use serde_json::{Map, Value};

/// A field of the model, taken from a value; the value comes back when it is of another type.
trait Field: Default {
    fn read(value: Value) -> Result<Self, Value>;
}

impl Field for String {
    fn read(value: Value) -> Result<Self, Value> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(other),
        }
    }
}

impl<T: Field> Field for Vec<T> {
    fn read(value: Value) -> Result<Self, Value> {
        match value {
            Value::Array(items) => Ok(items.into_iter().flat_map(T::read).collect()),
            other => Err(other),
        }
    }
}

fn take<T: Field>(map: &mut Map<String, Value>, key: &str) -> T {
    let Some(value) = map.get_mut(key).map(Value::take) else { return T::default() };
    match T::read(value) {
        Ok(field) => {
            map.shift_remove(key);
            field
        }
        Err(other) => {
            map.insert(key.to_owned(), other);
            T::default()
        }
    }
}

macro_rules! typed {
    ($($type:ident { $($field:ident: $key:literal),+ $(,)? })+) => {$(
        impl From<Map<String, Value>> for $type {
            fn from(mut map: Map<String, Value>) -> Self {
                Self { $($field: take(&mut map, $key),)+ extra: map }
            }
        }

        impl Field for $type {
            fn read(value: Value) -> Result<Self, Value> {
                match value {
                    Value::Object(map) => Ok(Self::from(map)),
                    other => Err(other),
                }
            }
        }
    )+};
}

typed! {
    Resume {
        basics: "basics",
        work: "work",
        volunteer: "volunteer",
        education: "education",
        awards: "awards",
        certificates: "certificates",
        publications: "publications",
        skills: "skills",
        languages: "languages",
        interests: "interests",
        references: "references",
        projects: "projects",
    }
    Basics {
        name: "name",
        label: "label",
        image: "image",
        email: "email",
        phone: "phone",
        url: "url",
        summary: "summary",
        location: "location",
        profiles: "profiles",
    }
    Location {
        address: "address",
        postal_code: "postalCode",
        city: "city",
        country_code: "countryCode",
        region: "region",
    }
    Profile { network: "network", username: "username", url: "url" }
    Work {
        name: "name",
        position: "position",
        url: "url",
        location: "location",
        description: "description",
        start_date: "startDate",
        end_date: "endDate",
        summary: "summary",
        highlights: "highlights",
    }
    Volunteer {
        organization: "organization",
        position: "position",
        url: "url",
        start_date: "startDate",
        end_date: "endDate",
        summary: "summary",
        highlights: "highlights",
    }
    Education {
        institution: "institution",
        url: "url",
        area: "area",
        study_type: "studyType",
        start_date: "startDate",
        end_date: "endDate",
        score: "score",
        courses: "courses",
    }
    Award { title: "title", date: "date", awarder: "awarder", summary: "summary" }
    Certificate { name: "name", date: "date", issuer: "issuer", url: "url" }
    Publication {
        name: "name",
        publisher: "publisher",
        release_date: "releaseDate",
        url: "url",
        summary: "summary",
    }
    Skill { name: "name", level: "level", keywords: "keywords" }
    Language { language: "language", fluency: "fluency" }
    Interest { name: "name", keywords: "keywords" }
    Reference { name: "name", reference: "reference" }
    Project {
        name: "name",
        description: "description",
        highlights: "highlights",
        keywords: "keywords",
        start_date: "startDate",
        end_date: "endDate",
        url: "url",
        roles: "roles",
        entity: "entity",
        kind: "type",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Every text field gets a text, every list a list; then serde's reading must agree.
    #[test]
    fn it_reads_as_the_derived_types_do() {
        let texts = [
            "name",
            "label",
            "image",
            "email",
            "phone",
            "url",
            "summary",
            "address",
            "postalCode",
            "city",
            "countryCode",
            "region",
            "network",
            "username",
            "position",
            "location",
            "description",
            "startDate",
            "endDate",
            "organization",
            "institution",
            "area",
            "studyType",
            "score",
            "title",
            "date",
            "awarder",
            "issuer",
            "publisher",
            "releaseDate",
            "level",
            "language",
            "fluency",
            "reference",
            "entity",
            "type",
            "other",
        ];
        let mut entry: Map<String, Value> =
            texts.iter().map(|key| ((*key).to_owned(), json!(format!("a {key}")))).collect();
        for list in ["highlights", "courses", "keywords", "roles"] {
            entry.insert(list.to_owned(), json!([format!("one of {list}"), "two"]));
        }
        let mut basics = entry.clone();
        basics.insert("location".into(), Value::Object(entry.clone()));
        basics.insert("profiles".into(), json!([entry]));
        let mut resume = json!({ "basics": basics, "$schema": "x", "meta": { "theme": "plain" } });
        for list in [
            "work",
            "volunteer",
            "education",
            "awards",
            "certificates",
            "publications",
            "skills",
            "languages",
            "interests",
            "references",
            "projects",
        ] {
            resume[list] = json!([entry, {}]);
        }
        let derived: Resume = serde_json::from_value(resume.clone()).unwrap();
        let Value::Object(map) = resume else { unreachable!() };
        assert_eq!(Resume::from(map), derived);
    }

    #[test]
    fn a_field_of_another_type_is_not_lost() {
        let Value::Object(map) = json!({ "basics": { "name": 7 }, "work": "none" }) else {
            unreachable!()
        };
        let resume = Resume::from(map);
        assert_eq!(resume.basics.extra["name"], json!(7));
        assert_eq!(resume.extra["work"], json!("none"));
    }
}
