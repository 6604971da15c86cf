//! YAML, RenderCV, Reactive Resume and LinkedIn as other versions and other programs write them.

use super::{ImportError, import};
use crate::Parsed;
use vitae_document::{Document, Format, HazardKind};
use vitae_pack::Pack;

fn read(text: &str, format: Format) -> Parsed {
    import(text.as_bytes(), format, Pack::builtin()).unwrap().1
}

fn fault(text: &str) -> (u32, u32, String) {
    match import(text.as_bytes(), Format::Yaml, Pack::builtin()) {
        Err(ImportError::Syntax { line, column, detail }) => (line, column, detail),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn anchors_and_merge_keys_are_resolved() {
    let yaml = "x-common: &common
  name: Example GmbH
  location: Leipzig
x-more: &more {url: 'https://example.com', location: Bonn}
work:
  - <<: *common
    position: &title Engineer
  - <<: [*common, *more]
    position: *title
    name: Example AG
  - '<<': kept
";
    let parsed = read(yaml, Format::Yaml);
    let work = &parsed.resume.work;
    assert_eq!((work[0].name.as_str(), work[0].position.as_str()), ("Example GmbH", "Engineer"));
    assert_eq!((work[1].name.as_str(), work[1].position.as_str()), ("Example AG", "Engineer"));
    // Of several mappings the first one counts.
    assert_eq!(
        (work[1].location.as_str(), work[1].url.as_str()),
        ("Leipzig", "https://example.com")
    );
    assert_eq!(work[2].extra["<<"], "kept");
    let again = read(&parsed.to_yaml(), Format::Yaml);
    assert_eq!(again.to_yaml(), parsed.to_yaml());
}

#[test]
fn numbers_of_anchors_stay_as_they_are_written() {
    let parsed = read("w: &x 1.40\nz: *x\nbasics: {phone: *x}\n", Format::Yaml);
    assert_eq!(parsed.resume.basics.phone, "1.40");
    assert!(parsed.to_yaml().contains("z: 1.40\n"), "{}", parsed.to_yaml());
}

#[test]
fn faults_of_yaml_name_their_place() {
    assert_eq!(fault("basics:\n\tname: A\n").0, 2);
    assert_eq!(fault("a: 1\nb: 2\na: 3\n"), (3, 1, "the key `a` is given twice".into()));
    let second = fault("basics:\n  name: Ada\n---\nbasics:\n  name: Bo\n");
    assert_eq!((second.0, second.1), (4, 1));
    assert!(second.2.contains("second document"), "{}", second.2);
    assert_eq!(fault("a: *nobody\n").0, 1);
    assert_eq!(read("---\nbasics:\n  name: Ada\n---\n", Format::Yaml).resume.basics.name, "Ada");
    assert_eq!(read("---\nbasics:\n  name: Ada\n...\n", Format::Yaml).resume.basics.name, "Ada");
}

#[test]
fn small_files_cannot_ask_for_much() {
    let limit = |text: &str, format| match import(text.as_bytes(), format, Pack::builtin()) {
        Err(ImportError::Limit { limit }) => limit,
        other => panic!("{:?}", other.map(|_| ())),
    };
    let long = "x".repeat(1 << 20);
    let aliases = "*a, ".repeat(1_000);
    assert!(limit(&format!("a: &a {long}\nb: [{aliases}]\n"), Format::Yaml).contains("of text"));
    let name = "x".repeat(1_000);
    let below = format!("{name}: [{}]", "1, ".repeat(40_000));
    assert!(limit(&below, Format::Yaml).contains("names above values"));
    let json = format!("{{\"{long}\": [{}1]}}", "1, ".repeat(1_000));
    assert!(limit(&json, Format::JsonResume).contains("names above values"));
    let inner = format!("a: &a {{{name}: 1}}\nb: [{}]\n", "*a, ".repeat(40_000));
    assert!(limit(&inner, Format::Yaml).contains("names above values"));
    let many = format!("[{}1]", "1,".repeat(300_000));
    assert!(limit(&many, Format::JsonResume).contains("values"));
    // Many names are no limit, but each may be looked at only a few times.
    let names: Vec<String> = (0..150_000).map(|at| format!("\"k{at}\": 1")).collect();
    let parsed = read(&format!("{{{}}}", names.join(",")), Format::JsonResume);
    assert_eq!(parsed.resume.extra.len(), 150_000);
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(limit(&deep, Format::JsonResume).contains("nesting"));
    assert!(limit(&deep, Format::Yaml).contains("nesting"));
}

#[test]
fn every_entry_of_rendercv_has_a_place() {
    let parsed = read(
        "cv:
  name: Ada Example
  email: [ada@example.com, old@example.com]
  sections:
    summary:
      - Builds billing.
    experience:
      - company: Example GmbH
        position: Engineer
        start_date: 2020-04
        end_date: present
        location: Leipzig
        summary: Owned the ledger.
        highlights: [Cut p99 by half]
      - company: Example AG
        position: Intern
        start_date: 2018
        end_date: 2019-03
    education:
      - institution: Example University
        area: Physics
        degree: BSc
        date: 2018
    publications:
      - title: On queues
        authors: ['*A. Example*', B. Other]
        doi: 10.1000/xyz
        journal: Example Press
        date: 2020-05
    patents:
      - reversed_number: A queue that empties itself (2021)
    honors:
      - bullet: Prize of the Example Society (2019)
    skills:
      - label: Languages
        details: Go, Rust
      - bullet: 'Data: Kafka, Redis'
    projects:
      - name: '[queue](https://example.com/q)'
        date: 2021 – 2022
        summary: A queue
    numbered_notes:
      - number: First
      - number: Second
",
        Format::RenderCv,
    );
    let resume = &parsed.resume;
    assert_eq!(resume.basics.email, "ada@example.com");
    assert_eq!(resume.basics.summary, "Builds billing.");
    let dates: Vec<_> =
        resume.work.iter().map(|w| (w.start_date.as_str(), w.end_date.as_str())).collect();
    assert_eq!(dates, [("2020-04", ""), ("2018", "2019-03")]);
    assert_eq!(resume.education[0].end_date, "2018");
    assert_eq!(resume.publications[0].name, "On queues");
    assert_eq!(resume.publications[0].url, "https://doi.org/10.1000/xyz");
    assert_eq!(
        (resume.publications[1].name.as_str(), resume.publications[1].release_date.as_str()),
        ("A queue that empties itself", "2021")
    );
    assert_eq!(resume.awards[0].date, "2019");
    assert_eq!(resume.skills[1].keywords, ["Kafka", "Redis"]);
    let project = &resume.projects[0];
    assert_eq!((project.name.as_str(), project.url.as_str()), ("queue", "https://example.com/q"));
    assert_eq!((project.start_date.as_str(), project.end_date.as_str()), ("2021", "2022"));
    assert_eq!(parsed.leftovers.len(), 2);
}

#[test]
fn rendercv_before_version_1_has_sections_beside_the_name() {
    let parsed = read(
        "cv:
  name: Ada Example
  summary: Builds billing.
  section_order: [Education, Work Experience]
  work_experience:
    - company: Example GmbH
      position: Engineer
      start_date: 2020-04-01
      end_date: present
      highlights: [Cut p99 by half]
  education:
    - institution: Example University
      study_type: BSc
      area: Physics
      gpa: 1.30
      end_date: 2018-09-01
  custom_sections:
    - title: Skills
      entry_type: OneLineEntry
      entries:
        - name: Languages
          details: Go, Rust
",
        Format::RenderCv,
    );
    let resume = &parsed.resume;
    assert_eq!(resume.basics.summary, "Builds billing.");
    assert_eq!(
        (resume.work[0].name.as_str(), resume.work[0].start_date.as_str()),
        ("Example GmbH", "2020-04-01")
    );
    assert_eq!(
        (resume.education[0].study_type.as_str(), resume.education[0].score.as_str()),
        ("BSc", "1.30")
    );
    assert_eq!(resume.skills[0].keywords, ["Go", "Rust"]);
    assert!(parsed.leftovers.is_empty());
}

#[test]
fn reactive_resume_3_is_read() {
    let parsed = read(
        r#"{"basics": {"name": "Ada Example", "email": "ada@example.com", "headline": "Engineer",
            "summary": "Builds **billing**.", "website": "https://ada.example.com",
            "location": {"city": "Leipzig", "region": "Saxony", "country": "Germany", "address": "", "postalCode": "04109"},
            "profiles": [{"id": "1", "network": "GitHub", "username": "ada", "url": "https://github.example.com/ada"}]},
        "sections": {
          "work": {"id": "work", "name": "Work Experience", "type": "basic", "visible": true, "items": [
            {"id": "2", "name": "Example GmbH", "position": "Engineer", "url": "https://example.com",
             "date": {"start": "2020-04-01T00:00:00.000Z", "end": ""},
             "summary": "Owned the ledger.\n\n- Cut **p99** by half\n- Ran 4 courses"}]},
          "education": {"items": [{"institution": "Example University", "degree": "BSc", "area": "Physics",
             "score": "1.3", "date": {"start": "2014-10-01", "end": "2018-09-30"}, "summary": ""}]},
          "skills": {"items": [{"name": "Languages", "level": "Expert", "levelNum": 8, "keywords": ["Go"]}]},
          "languages": {"items": [{"name": "German", "level": "Native"}]}},
        "metadata": {"template": "kakuna"}}"#,
        Format::ReactiveResume,
    );
    let resume = &parsed.resume;
    assert_eq!(resume.basics.summary, "Builds billing.");
    let home = &resume.basics.location;
    assert_eq!((home.city.as_str(), home.country_code.as_str()), ("Leipzig", "DE"));
    assert_eq!(resume.basics.profiles[0].username, "ada");
    let work = &resume.work[0];
    assert_eq!((work.name.as_str(), work.url.as_str()), ("Example GmbH", "https://example.com"));
    assert!(work.start_date.starts_with("2020-04") && work.end_date.is_empty());
    assert_eq!(work.summary, "Owned the ledger.");
    assert_eq!(work.highlights, ["Cut p99 by half", "Ran 4 courses"]);
    assert!(resume.education[0].end_date.starts_with("2018-09"));
    assert_eq!(
        (resume.skills[0].level.as_str(), resume.languages[0].fluency.as_str()),
        ("Expert", "Native")
    );
}

#[cfg(feature = "linkedin")]
fn export(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[cfg(feature = "linkedin")]
#[test]
fn exports_of_other_forms_are_read() {
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("Name\nGo\nRust\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let bytes = export(&[
        ("Profile.csv", "\u{feff}Nachname,Vorname,Slogan\r\nExample,Ada,Engineer\r\n".into()),
        ("Positions.csv", "Finished On;Title;Company Name;Description;Started On\n;Engineer;Example GmbH;\"Owned \"\"it\"\".\n- One\n\n- Two\";Apr 2020\n".into()),
        ("Skills.csv", wide),
        ("Email Addresses.csv", "Email Address\nada@example.com\n".into()),
        ("Languages.csv", Vec::new()),
    ]);
    let (_, parsed) = import(&bytes, Format::LinkedIn, Pack::builtin()).unwrap();
    let resume = &parsed.resume;
    assert_eq!(
        (resume.basics.name.as_str(), resume.basics.label.as_str()),
        ("Ada Example", "Engineer")
    );
    assert_eq!(resume.basics.email, "ada@example.com");
    let work = &resume.work[0];
    assert_eq!(
        (work.name.as_str(), work.start_date.as_str(), work.end_date.as_str()),
        ("Example GmbH", "2020-04", "")
    );
    assert_eq!((work.summary.as_str(), work.highlights.len()), ("Owned \"it\".", 2));
    assert_eq!(resume.skills[0].keywords, ["Go", "Rust"]);
}

#[cfg(feature = "linkedin")]
#[test]
fn one_damaged_file_does_not_cost_the_others() {
    let mut bytes = export(&[
        ("Profile.csv", b"First Name,Last Name\nAda,Example\n".to_vec()),
        ("Skills.csv", "Name\nGo\n".repeat(40).into_bytes()),
    ]);
    // The compressed bytes of the second file, behind its header.
    let at = bytes.windows(10).position(|w| w == b"Skills.csv").unwrap() + 12;
    bytes[at..at + 4].fill(0xff);
    let (document, parsed): (Document, Parsed) =
        import(&bytes, Format::LinkedIn, Pack::builtin()).unwrap();
    assert_eq!(parsed.resume.basics.name, "Ada Example");
    let damaged = document.hazards.iter().any(|hazard| {
        matches!(&hazard.kind, HazardKind::Damaged { detail } if detail.contains("Skills.csv"))
    });
    assert!(damaged, "{:?}", document.hazards);
    let none = export(&[("Positions.txt", b"x".to_vec())]);
    assert!(import(&none, Format::LinkedIn, Pack::builtin()).is_err());
}
