//! Imports of small files of our own, wrong types, limits, and arbitrary bytes.

use super::{ImportError, import};
use crate::Parsed;
use proptest::prelude::*;
use vitae_document::{Document, Format, HazardKind, LineRole};
use vitae_pack::{Pack, SectionKind};
use vitae_text::TextRange;

fn read(text: &str, format: Format) -> (Document, Parsed) {
    import(text.as_bytes(), format, Pack::builtin()).unwrap()
}

fn fails(text: &str, format: Format) -> ImportError {
    import(text.as_bytes(), format, Pack::builtin()).unwrap_err()
}

/// Every range lies in its text, and every field's text is there to be seen.
fn check(document: &Document, parsed: &Parsed) {
    let fits = |range: TextRange| document.text.get(range.std()).is_some();
    for (field, source) in parsed.sources.iter() {
        assert!(source.ranges.iter().all(|range| fits(*range)), "{field}");
    }
    for section in &parsed.sections {
        assert!(fits(section.heading) && fits(section.body));
    }
    assert!(parsed.leftovers.iter().all(|leftover| fits(leftover.range)));
    assert!(document.lines.iter().all(|line| fits(line.range)));
}

const YAML: &str = "basics:
  name: Ada Example
  summary: |-
    First line.
    Second line.
work:
  - name: \"Example GmbH\"
    position: Engineer
    startDate: 2020-04
    highlights:
      - 'Cut p99 from 80 ms to 20 ms'
";

#[test]
fn yaml_fields_lead_back_to_their_bytes() {
    let (document, parsed) = read(YAML, Format::Yaml);
    check(&document, &parsed);
    for (field, text) in [
        ("/basics/name", "Ada Example"),
        ("/work/0/name", "Example GmbH"),
        ("/work/0/startDate", "2020-04"),
        ("/work/0/highlights/0", "Cut p99 from 80 ms to 20 ms"),
    ] {
        let range = parsed.sources.range(field).unwrap();
        assert_eq!(range.of(&document.text), text);
        assert_eq!(document.source_range(range).unwrap().of(YAML), text, "{field}");
    }
    let summary = parsed.sources.get("/basics/summary").unwrap();
    let lines: Vec<_> = summary.ranges.iter().map(|r| document.source_range(*r).unwrap()).collect();
    assert_eq!(
        lines.iter().map(|r| r.of(YAML)).collect::<Vec<_>>(),
        ["First line.", "Second line."]
    );
    let bullet = parsed.sources.range("/work/0/highlights/0").unwrap();
    assert_eq!(document.line_number(bullet.start), 11);
    let roles: Vec<_> = document.lines.iter().map(|line| line.role).collect();
    assert!(roles.contains(&LineRole::Item(0)) && roles.contains(&LineRole::Heading(2)));
}

#[test]
fn json_scalars_lead_back_to_their_bytes() {
    let json = r#"{"basics": {"name": "Ada \"A\" Example", "label": "Engineer"}, "a/b": 1}"#;
    let (document, parsed) = read(json, Format::JsonResume);
    let label = parsed.sources.range("/basics/label").unwrap();
    assert_eq!(document.source_range(label).unwrap().of(json), "Engineer");
    // An escaped text is no copy of its bytes: it can be shown, not edited.
    assert_eq!(document.source_range(parsed.sources.range("/basics/name").unwrap()), None);
}

#[test]
fn wrong_types_are_left_out_with_a_hazard() {
    let json = r#"{"basics": {"name": 7, "email": ["a"], "location": 3, "profiles": {}},
        "work": [5, {"name": true, "highlights": "one"}], "skills": ["Go", null, {"keywords": [1, {}]}],
        "education": "none", "languages": null}"#;
    let (document, parsed) = read(json, Format::JsonResume);
    let resume = &parsed.resume;
    assert_eq!((resume.basics.name.as_str(), resume.basics.email.as_str()), ("7", ""));
    assert_eq!(resume.work.len(), 1);
    assert_eq!((resume.work[0].name.as_str(), resume.work[0].highlights.len()), ("", 1));
    assert_eq!(resume.skills[0].name, "Go");
    assert_eq!(resume.skills[1].keywords, ["1"]);
    let details: Vec<_> = document
        .hazards
        .iter()
        .filter_map(|hazard| match &hazard.kind {
            HazardKind::Damaged { detail } => Some(detail.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(details.len(), 7, "{details:?}");
    assert!(details.contains(&"`/basics/email` is a list, not text"), "{details:?}");
}

#[test]
fn every_field_survives_every_wrong_type() {
    for field in ["basics", "work", "skills", "projects", "languages", "volunteer", "references"] {
        for value in ["1", "true", "null", "\"x\"", "[]", "{}", "[[1]]", "[{\"name\": {}}]"] {
            let (document, parsed) = read(&format!("{{\"{field}\": {value}}}"), Format::JsonResume);
            check(&document, &parsed);
        }
    }
}

#[test]
fn older_names_of_fields_are_understood() {
    let json =
        r#"{"basics": {"website": "https://ada.example.com"}, "work": [{"company": "Example"}]}"#;
    let resume = read(json, Format::JsonResume).1.resume;
    assert_eq!(resume.basics.url, "https://ada.example.com");
    assert_eq!(resume.work[0].name, "Example");
}

#[test]
fn syntax_errors_name_line_and_column() {
    let twice = fails("basics:\n  name: A\n  name: B\n", Format::Yaml);
    let ImportError::Syntax { line: 3, column: 3, detail } = twice else { panic!("{twice:?}") };
    assert_eq!(detail, "the key `name` is given twice");
    assert!(matches!(
        fails("basics:\n\tname: A\n", Format::Yaml),
        ImportError::Syntax { line: 2, .. }
    ));
    assert!(matches!(
        fails("{\n  \"a\": }", Format::JsonResume),
        ImportError::Syntax { line: 2, .. }
    ));
    assert_eq!(fails("- a\n", Format::Yaml), ImportError::Shape { found: "a list" });
    assert_eq!(fails("", Format::Yaml), ImportError::Shape { found: "empty" });
    assert_eq!(fails("3", Format::JsonResume), ImportError::Shape { found: "a number" });
}

#[test]
fn bombs_meet_a_named_limit() {
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (one, two) in ('a'..='h').zip('b'..='i') {
        let all = format!("*{one}, ").repeat(10);
        bomb.push_str(&format!("{two}: &{two} [{}]\n", all.trim_end_matches(", ")));
    }
    assert!(matches!(fails(&bomb, Format::Yaml), ImportError::Limit { .. }));
    let deep = "[".repeat(5_000);
    assert!(matches!(fails(&deep, Format::JsonResume), ImportError::Limit { .. }));
    assert!(import(deep.as_bytes(), Format::Yaml, Pack::builtin()).is_err());
    assert!(import(b"PK\x03\x04 broken", Format::LinkedIn, Pack::builtin()).is_err());
}

#[test]
fn rendercv_entries_go_where_their_keys_and_heading_say() {
    let yaml = "cv:
  name: Ada Example
  phone: tel:+49-30-23125-417
  social_networks:
    - network: GitHub
      username: ada
  sections:
    Experience:
      - company: Example GmbH
        position: Engineer
        date: Summer 2024
        highlights: ['Cut **p99** by half']
    Skills:
      - label: Data
        details: Kafka, PostgreSQL (RDS, Aurora)
    Hobby Corner:
      - Collects old radios
";
    let (document, parsed) = read(yaml, Format::RenderCv);
    check(&document, &parsed);
    let resume = &parsed.resume;
    assert_eq!(resume.basics.phone, "+49-30-23125-417");
    assert_eq!(resume.basics.profiles[0].url, "https://github.com/ada");
    assert_eq!(
        (resume.work[0].start_date.as_str(), resume.work[0].end_date.as_str()),
        ("2024", "2024")
    );
    assert_eq!(resume.work[0].highlights, ["Cut p99 by half"]);
    let start = parsed.sources.get("/work/0/startDate").unwrap();
    assert_eq!(start.printed.as_deref(), Some("Summer 2024"));
    assert_eq!(resume.skills[0].keywords, ["Kafka", "PostgreSQL (RDS, Aurora)"]);
    let left: Vec<_> = parsed.leftovers.iter().map(|l| l.range.of(&document.text)).collect();
    assert_eq!(left, ["Collects old radios"]);
    let work = parsed.sections.iter().find(|s| s.kind == SectionKind::Work).unwrap();
    assert_eq!(work.heading.of(&document.text), "Experience");
    assert!(work.standard);
}

#[test]
fn reactive_roles_are_entries_and_hidden_things_stay_hidden() {
    let json = r#"{"basics": {"name": "Ada", "website": {"url": "https://ada.example.com"}},
      "sections": {"experience": {"title": "Work", "items": [
        {"company": "Example", "location": "Bonn", "period": "2019 – now", "roles": [
          {"position": "Lead", "period": "Mar 2021 – Present", "description": "<p>Leads.</p><ul><li>Cut &amp; ran</li></ul>"},
          {"position": "Engineer", "period": "2019 – Feb 2021", "description": ""}]},
        {"hidden": true, "company": "Secret", "position": "Spy"}]},
      "references": {"hidden": true, "items": [{"name": "Someone"}]}}}"#;
    let (document, parsed) = read(json, Format::ReactiveResume);
    check(&document, &parsed);
    let work = &parsed.resume.work;
    assert_eq!(work.len(), 2);
    assert_eq!((work[0].name.as_str(), work[0].start_date.as_str()), ("Example", "2021-03"));
    assert_eq!(
        (work[0].summary.as_str(), work[0].highlights.as_slice()),
        ("Leads.", &["Cut & ran".to_owned()][..])
    );
    assert_eq!((work[1].location.as_str(), work[1].end_date.as_str()), ("Bonn", "2021-02"));
    assert!(parsed.resume.references.is_empty() && !document.text.contains("Secret"));
}

#[cfg(feature = "linkedin")]
#[test]
fn other_people_never_come_out_of_an_export() {
    use std::io::{Cursor, Write};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        (
            "Export/Profile.csv",
            "First Name,Last Name,Headline,Websites\r\nAda,Example,Engineer,\"[OTHER:https://ada.example.com]\"\r\n",
        ),
        ("Export/Connections.csv", "Notes:\n\nFirst Name\nMallory\n"),
        (
            "Export/Email Addresses.csv",
            "Email Address,Confirmed,Primary\nold@example.com,Yes,No\nada@example.com,Yes,Yes\n",
        ),
        (
            "Export/Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\nExample,Engineer,\"• One • Two\",Bonn,Apr 2020,\n",
        ),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let (document, parsed) = import(&bytes, Format::LinkedIn, Pack::builtin()).unwrap();
    check(&document, &parsed);
    let resume = &parsed.resume;
    assert_eq!(
        (resume.basics.name.as_str(), resume.basics.email.as_str()),
        ("Ada Example", "ada@example.com")
    );
    assert_eq!(resume.basics.url, "https://ada.example.com");
    assert_eq!(resume.work[0].highlights, ["One", "Two"]);
    assert_eq!(
        (resume.work[0].start_date.as_str(), resume.work[0].end_date.as_str()),
        ("2020-04", "")
    );
    assert!(!document.text.contains("Mallory") && !document.text.contains("old@"));
}

const FORMATS: [Format; 4] =
    [Format::JsonResume, Format::Yaml, Format::RenderCv, Format::ReactiveResume];

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}|[\\[\\]{}:,\"'&*|>#a-c0-2 \n-]{0,60}", at in 0usize..4) {
        if let Ok((document, parsed)) = import(text.as_bytes(), FORMATS[at], Pack::builtin()) {
            check(&document, &parsed);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        for format in FORMATS.into_iter().chain([Format::LinkedIn, Format::Pdf]) {
            let _ = import(&bytes, format, Pack::builtin());
        }
    }

    #[test]
    fn damaged_files_are_read_or_refused(at in 0usize..200, byte in "\\PC", format in 0usize..4) {
        let cut = YAML.floor_char_boundary(at.min(YAML.len()));
        let text = format!("{}{byte}{}", &YAML[..cut], &YAML[cut..]);
        if let Ok((document, parsed)) = import(text.as_bytes(), FORMATS[format], Pack::builtin()) {
            check(&document, &parsed);
        }
    }
}
