//! JSON Resume: what comes in comes out, any field may hold anything, and what other tools write
//! differently is understood.

use super::import;
use crate::Parsed;
use serde_json::{Value, json};
use vitae_document::{Document, Format, HazardKind};
use vitae_pack::Pack;

fn read(text: &str) -> (Document, Parsed) {
    import(text.as_bytes(), Format::JsonResume, Pack::builtin()).unwrap()
}

fn faults(document: &Document) -> Vec<String> {
    let details = document.hazards.iter().filter_map(|hazard| match &hazard.kind {
        HazardKind::Damaged { detail } => Some(detail.clone()),
        _ => None,
    });
    details.collect()
}

/// Every field of the schema once.
fn full() -> Value {
    json!({
        "basics": {
            "name": "Ada Example", "label": "Engineer", "image": "https://ada.example.com/a.png",
            "email": "ada@example.com", "phone": "+49 30 23125 417", "url": "https://ada.example.com",
            "summary": "Builds billing.",
            "location": {"address": "Example Way 1", "postalCode": "04109", "city": "Leipzig",
                "countryCode": "DE", "region": "Saxony"},
            "profiles": [{"network": "GitHub", "username": "ada", "url": "https://github.example.com/ada"}],
        },
        "work": [{"name": "Example GmbH", "location": "Leipzig", "description": "Payments",
            "position": "Engineer", "url": "https://example.com", "startDate": "2020-04",
            "endDate": "2022-01-31", "summary": "Owned the ledger.", "highlights": ["Cut p99 by half"]}],
        "volunteer": [{"organization": "Example Club", "position": "Coach", "url": "https://example.org",
            "startDate": "2018", "endDate": "2019", "summary": "Taught Go.", "highlights": ["Ran 4 courses"]}],
        "education": [{"institution": "Example University", "url": "https://example.net", "area": "Physics",
            "studyType": "BSc", "startDate": "2014", "endDate": "2018", "score": "1.3", "courses": ["Optics"]}],
        "awards": [{"title": "Prize", "date": "2019-05-01", "awarder": "Example Society", "summary": "For Go."}],
        "certificates": [{"name": "CKA", "date": "2021-02", "url": "https://example.com/cka", "issuer": "Example Foundation"}],
        "publications": [{"name": "On queues", "publisher": "Example Press", "releaseDate": "2020",
            "url": "https://example.com/queues", "summary": "Queues."}],
        "skills": [{"name": "Languages", "level": "Expert", "keywords": ["Go"]}],
        "languages": [{"language": "German", "fluency": "Native"}],
        "interests": [{"name": "Chess", "keywords": ["Blitz"]}],
        "references": [{"name": "Bo Example", "reference": "She is good."}],
        "projects": [{"name": "queue", "description": "A queue", "highlights": ["Has 3 users"],
            "keywords": ["Rust"], "startDate": "2021", "endDate": "2022", "url": "https://example.com/q",
            "roles": ["Author"], "entity": "Example GmbH", "type": "library"}],
    })
}

/// Pointers of every value below the top.
fn pointers(value: &Value, base: &str, all: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => {
            (0..).zip(items).map(|(at, v): (usize, _)| (at.to_string(), v)).collect()
        }
        _ => Vec::new(),
    };
    for (key, value) in children {
        let pointer = format!("{base}/{key}");
        all.push(pointer.clone());
        pointers(value, &pointer, all);
    }
}

/// Whether the schema, or what tools write beside it, allows the value there.
fn fits(pointer: &str, old: &Value, new: &Value) -> bool {
    const BARE: [&str; 8] = [
        "profiles",
        "awards",
        "certificates",
        "publications",
        "skills",
        "languages",
        "interests",
        "projects",
    ];
    let list = pointer.rsplit('/').nth(1).unwrap_or("");
    match (old, new) {
        (_, Value::Null) => true,
        (Value::String(_), Value::String(_) | Value::Number(_)) => true,
        (Value::Array(items), Value::Array(_)) => items[0].is_object(),
        (Value::Array(items), Value::String(_)) => items[0].is_string(),
        (Value::Object(_), Value::Object(_)) => true,
        (Value::Object(_), Value::String(_)) => {
            pointer == "/basics/location" || BARE.contains(&list)
        }
        _ => false,
    }
}

/// Takes a value out, as a reader does that cannot use it.
fn remove(value: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match value.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.shift_remove(key)),
        Some(Value::Array(items)) => {
            let at: usize = key.parse().unwrap();
            if at < items.len() {
                items.remove(at);
            }
        }
        _ => {}
    }
}

#[test]
fn every_field_may_hold_anything() {
    let full = full();
    let mut all = Vec::new();
    pointers(&full, "", &mut all);
    assert!(all.len() > 100, "{}", all.len());
    let values = [
        json!(null),
        json!(7),
        json!(true),
        json!("text"),
        json!([]),
        json!([[1]]),
        json!({"q": 1}),
    ];
    for pointer in &all {
        for value in &values {
            let mut changed = full.clone();
            *changed.pointer_mut(pointer).unwrap() = value.clone();
            let (document, parsed) = read(&changed.to_string());
            let faults = faults(&document);
            let old = full.pointer(pointer).unwrap();
            let inner = *value == json!([[1]]) && matches!(old, Value::Array(_));
            let empty = *value == json!([]) && matches!(old, Value::Array(_));
            let wanted = usize::from(!empty && (inner || !fits(pointer, old, value)));
            assert_eq!(faults.len(), wanted, "{pointer} = {value}: {faults:?}");
            assert!(
                faults.iter().all(|fault| fault.contains(pointer)),
                "{pointer} = {value}: {faults:?}"
            );
            // Everything else stays as it was.
            let mut after: Value = serde_json::from_str(&parsed.to_json_resume()).unwrap();
            let mut before = full.clone();
            let kept = after.pointer(pointer).is_some();
            remove(&mut before, pointer);
            if kept {
                remove(&mut after, pointer);
            }
            assert_eq!(after, before, "{pointer} = {value}");
        }
    }
}

#[test]
fn what_comes_in_comes_out() {
    let canonical = r#"{
  "$schema": "https://example.com/schema.json",
  "work": [
    {
      "position": "Engineer",
      "name": "Example GmbH",
      "endDate": null,
      "startDate": "2020-04",
      "summary": "",
      "highlights": [],
      "x-team": {
        "ratio": 1.0,
        "budget": 1e3,
        "id": 123456789012345678901234567890,
        "far": -2.50E+400,
        "tags": [],
        "notes": {}
      }
    }
  ],
  "basics": {
    "pronouns": "she/her",
    "name": "Ada \"A\" Example",
    "label": "",
    "location": {
      "planet": "Erde – \u0007",
      "city": "Leipzig"
    },
    "profiles": []
  },
  "meta": {
    "theme": null,
    "version": "v1.0.0"
  },
  "skills": []
}
"#;
    assert_eq!(read(canonical).1.to_json_resume(), canonical);
    let loose = canonical.replace("  ", "\t").replace("–", "\\u2013").replace(": ", " :");
    assert_eq!(read(&loose).1.to_json_resume(), canonical);
    let through_yaml = read(canonical).1.to_yaml();
    let again = import(through_yaml.as_bytes(), Format::Yaml, Pack::builtin()).unwrap().1;
    assert_eq!(again.to_yaml(), through_yaml);
    assert_eq!(again.to_json_resume(), canonical);
}

#[test]
fn what_other_tools_write_is_understood() {
    let (document, parsed) = read(
        r#"{"basics": {"name": "Ada Example", "website": "https://ada.example.com", "location": "Leipzig, Germany"},
        "work": [
            {"company": "Example GmbH", "name": null, "title": "Engineer", "website": "https://example.com",
             "startDate": "2020-1", "endDate": "Present", "location": {"city": "Leipzig", "countryCode": "DE"},
             "highlights": "• Cut p99 by half\n• Ran 4 courses"},
            {"employer": "Example AG", "position": "Intern", "startDate": "March 2018", "endDate": 2019,
             "highlights": "One line"}],
        "education": [{"school": "Example University", "degree": "BSc", "gpa": 3.80, "courses": "Optics, Logic"}],
        "skills": ["Go", {"name": "Data", "keywords": "Kafka, PostgreSQL (RDS, Aurora)"}]}"#,
    );
    assert_eq!(faults(&document), [""; 0]);
    let resume = &parsed.resume;
    assert_eq!(resume.basics.url, "https://ada.example.com");
    let home = &resume.basics.location;
    assert_eq!((home.city.as_str(), home.country_code.as_str()), ("Leipzig", "DE"));
    let first = &resume.work[0];
    assert_eq!((first.name.as_str(), first.position.as_str()), ("Example GmbH", "Engineer"));
    assert_eq!((first.start_date.as_str(), first.end_date.as_str()), ("2020-01", ""));
    assert_eq!(
        (first.location.as_str(), first.url.as_str()),
        ("Leipzig, DE", "https://example.com")
    );
    assert_eq!(first.highlights, ["Cut p99 by half", "Ran 4 courses"]);
    let second = &resume.work[1];
    assert_eq!((second.name.as_str(), second.start_date.as_str()), ("Example AG", "2018-03"));
    assert_eq!(
        (second.end_date.as_str(), second.highlights.as_slice()),
        ("2019", &["One line".to_owned()][..])
    );
    let school = &resume.education[0];
    assert_eq!(
        (school.institution.as_str(), school.study_type.as_str()),
        ("Example University", "BSc")
    );
    assert_eq!((school.score.as_str(), school.courses.len()), ("3.80", 2));
    assert_eq!(resume.skills[0].name, "Go");
    assert_eq!(resume.skills[1].keywords, ["Kafka", "PostgreSQL (RDS, Aurora)"]);
    let printed = parsed.sources.get("/work/1/startDate").unwrap().printed.as_deref();
    assert_eq!(printed, Some("March 2018"));
}

#[test]
fn a_name_given_twice_is_a_hazard() {
    let (document, parsed) = read("{\"basics\": {\"name\": \"Ada\",\n \"name\": \"Bo\"}}");
    assert_eq!(
        faults(&document),
        ["line 2, column 2: the name `name` is given twice; the last one counts"]
    );
    assert_eq!(parsed.resume.basics.name, "Bo");
}

#[test]
fn many_faults_are_told_once() {
    let items = vec!["1"; 5_000].join(",");
    let (document, _) = read(&format!("{{\"work\": [{items}]}}"));
    let faults = faults(&document);
    assert_eq!(faults.len(), 101);
    assert!(faults[100].starts_with("more than 100 fields"), "{}", faults[100]);
    let twice = vec!["\"work\": [1, 2]"; 40_000].join(",");
    let (document, _) = read(&format!("{{{twice}}}"));
    assert_eq!(document.hazards.len(), 101);
}
