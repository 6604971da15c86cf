//! What is written comes back: the same data, and for canonical JSON the same bytes.

use super::{to_json_resume, to_text, to_yaml};
use crate::{Resume, import};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use vitae_document::Format;
use vitae_pack::Pack;

fn back(text: &str, format: Format) -> Resume {
    import(text.as_bytes(), format, Pack::builtin()).unwrap().1.resume
}

const FULL: &str = r#"{
  "basics": {
    "name": "Ada Example",
    "email": "ada@example.com",
    "location": {
      "city": "Leipzig",
      "planet": "Earth"
    },
    "profiles": [
      {
        "network": "GitHub",
        "username": "ada",
        "url": "https://github.example.com/ada",
        "verified": true
      }
    ],
    "pronouns": "she/her"
  },
  "work": [
    {
      "name": "Example GmbH",
      "position": "Engineer",
      "startDate": "2020-04",
      "highlights": [
        "Cut p99 from 80 ms to 20 ms"
      ],
      "x-team": {
        "size": 4,
        "ratio": 0.1,
        "tags": []
      }
    }
  ],
  "skills": [
    {
      "name": "Languages",
      "keywords": [
        "Go"
      ],
      "years": null
    }
  ],
  "$schema": "https://example.com/schema.json",
  "meta": {
    "version": "v1.0.0"
  }
}
"#;

#[test]
fn canonical_json_comes_back_byte_for_byte() {
    assert_eq!(to_json_resume(&back(FULL, Format::JsonResume)), FULL);
    let loose =
        FULL.replace("  ", "\t").replace("\"years\": null", "\"years\": null, \"level\": \"\"");
    assert_eq!(to_json_resume(&back(&loose, Format::JsonResume)), FULL);
}

#[test]
fn yaml_is_for_people_and_comes_back() {
    let resume = back(FULL, Format::JsonResume);
    let yaml = to_yaml(&resume);
    assert!(yaml.contains("startDate: 2020-04\n"), "{yaml}");
    assert!(yaml.contains("  - name: Example GmbH\n    position: Engineer\n"), "{yaml}");
    assert_eq!(back(&yaml, Format::Yaml), resume);
    assert_eq!(back(&to_yaml(&Resume::default()), Format::Yaml), Resume::default());
}

#[test]
fn text_reads_like_a_resume() {
    let text = to_text(&back(FULL, Format::JsonResume));
    assert!(text.starts_with("Ada Example\nada@example.com\nLeipzig\n"), "{text}");
    let work =
        "EXPERIENCE\nEngineer | 2020-04 – Present\nExample GmbH\n- Cut p99 from 80 ms to 20 ms\n";
    assert!(text.contains(work), "{text}");
}

/// Strings that trouble YAML, and any others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "yes",
            "No",
            "null",
            "~",
            "2021",
            "2021-03",
            "1.40",
            "0x1f",
            "a: b",
            "# no",
            "a #b",
            "- x",
            "'q'",
            "\"q\"",
            "a\nb",
            "a\n\n  b",
            " lead",
            "trail ",
            "line\n",
            "\ttab",
            "[x]",
            "{x}",
            "*x",
            "&x",
            "!x",
            "%x",
            "@x",
            "`x",
            "|",
            ">",
            "?",
            ":",
            "-",
            "",
            "é한",
            "\u{85}",
            "\u{feff}x",
            "\u{2028}",
            "---",
            "...",
            "a\\b",
            "1e5",
            ".5",
            "+1",
            "<<",
            "=",
            "true",
            "key:",
            "\r\n",
            "\u{7}",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,24}",
        "[ -~\n\t]{0,40}",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no infinity", |x| x.is_finite()).prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

prop_compose! {
    fn resume()(
        texts in prop::collection::vec(text(), 8),
        highlights in prop::collection::vec(text(), 0..4),
        extra in prop::collection::vec((text(), value()), 0..3),
    ) -> Resume {
        let work = json!({"name": texts[0], "summary": texts[1], "startDate": texts[2], "highlights": highlights});
        let basics = json!({"name": texts[3], "summary": texts[4], "location": {"city": texts[5]}});
        let skills = json!([{"name": texts[6], "keywords": highlights}, {"level": texts[7]}]);
        let mut map = Map::new();
        map.insert("basics".into(), basics);
        map.insert("work".into(), json!([work, {}]));
        map.insert("skills".into(), skills);
        for (key, value) in extra {
            map.insert(format!("x-{key}"), value);
        }
        serde_json::from_value(Value::Object(map)).unwrap()
    }
}

proptest! {
    #[test]
    fn any_resume_comes_back_from_yaml(resume in resume()) {
        let yaml = to_yaml(&resume);
        prop_assert_eq!(back(&yaml, Format::Yaml), resume, "{}", yaml);
    }

    #[test]
    fn any_resume_comes_back_from_json(resume in resume()) {
        let json = to_json_resume(&resume);
        let again = back(&json, Format::JsonResume);
        prop_assert_eq!(&again, &resume);
        prop_assert_eq!(to_json_resume(&again), json);
    }
}
