use super::*;
use proptest::prelude::*;

const RESUME: &str = "\
# Ines *Vaganay*\n\
\n\
[ines@example.com](mailto:ines@example.com)  \n\
+44 20 7946 0999\n\
\n\
## Experience\n\
\n\
**Tarn Ledgers**, Leeds\n\
2019 &ndash; 2024\n\
\n\
- Cut `p99` latency of the\n  \
  ledger by half\n\
- Mentored four\n    \
    - two juniors\n\
\n\
| Language | Years |\n|---|---|\n| Go | 5 |\n\
\n\
<!-- hidden -->\n\
<p align=\"center\">C\\_lang<br><a href=\"https://ines.example.com\">site</a> R&amp;D</p>\n";

fn document(source: &str) -> Document {
    read(source.as_bytes(), &Limits::default()).unwrap()
}

fn lines(document: &Document) -> Vec<(&str, LineRole)> {
    document.lines.iter().map(|line| (document.line_text(line), line.role)).collect()
}

#[test]
fn a_page_becomes_lines_with_roles() {
    let document = document(RESUME);
    let cell = |row, column| LineRole::Cell { table: 0, row, column };
    assert_eq!(
        lines(&document),
        [
            ("Ines Vaganay", LineRole::Heading(1)),
            ("ines@example.com", LineRole::Text),
            ("+44 20 7946 0999", LineRole::Continuation),
            ("Experience", LineRole::Heading(2)),
            ("Tarn Ledgers, Leeds", LineRole::Text),
            ("2019 – 2024", LineRole::Text),
            ("Cut p99 latency of the ledger by half", LineRole::Item(0)),
            ("Mentored four", LineRole::Item(0)),
            ("two juniors", LineRole::Item(1)),
            ("Language", cell(0, 0)),
            ("Years", cell(0, 1)),
            ("Go", cell(1, 0)),
            ("5", cell(1, 1)),
            ("C\\_lang", LineRole::Text),
            ("site R&D", LineRole::Continuation),
        ]
    );
    assert_eq!(document.links[0].uri, "mailto:ines@example.com");
    assert_eq!(document.links[1].uri, "https://ines.example.com");
    assert_eq!(document.links[1].range.of(&document.text), "site");
    assert!(matches!(document.hazards[0].kind, HazardKind::Table { rows: 2, columns: 2, .. }));
}

#[test]
fn words_lead_back_to_their_bytes() {
    let document = document(RESUME);
    for word in ["Vaganay", "Experience", "latency of the", "p99", "juniors", "site"] {
        let at = document.text.find(word).unwrap();
        let source = document.source_range(TextRange::at(at, at + word.len())).unwrap();
        assert_eq!(source.of(RESUME), word);
    }
    let dash = document.text.find('–').unwrap();
    assert_eq!(document.source_range(TextRange::at(dash, dash + 3)), None);
    let mentored = document.text.find("Mentored").unwrap() as u32;
    assert_eq!(document.line_number(mentored), 13);
}

#[test]
fn front_matter_gives_contact_lines_once() {
    let document = document(
        "---\nname: Ann Li\nemail: \"ann@example.com\"\nlayout: cv\nphone: 1\n---\n\n# Work\nCall 1\n",
    );
    let texts: Vec<&str> = lines(&document).iter().map(|(text, _)| *text).collect();
    assert_eq!(texts, ["Ann Li", "ann@example.com", "Work", "Call 1"]);
    assert_eq!(document.source_range(TextRange::new(0, 6)), Some(TextRange::new(10, 16)));
}

#[test]
fn typed_bullets_and_loose_items_are_items() {
    let document = document("Work\n• one\n• two\n\n- loose\n\n  more\n\n- last\n");
    let roles: Vec<LineRole> = document.lines.iter().map(|line| line.role).collect();
    let item = LineRole::Item(0);
    assert_eq!(roles, [LineRole::Text, item, item, item, LineRole::Continuation, item]);
}

#[test]
fn deep_nesting_ends() {
    for source in
        [">".repeat(10_000), "- ".repeat(10_000), "[".repeat(10_000), "*a ".repeat(10_000)]
    {
        document(&format!("{source}x"));
    }
}

proptest! {
    #[test]
    fn any_source_is_read(source in "[-#*_\\[\\]()<>/a-c|&;:`=\\\\!~ \té\n]{1,200}") {
        let document = document(&source);
        for line in &document.lines {
            prop_assert!(document.text.get(line.range.std()).is_some_and(|text| !text.trim().is_empty()));
        }
        for origin in &document.origins {
            if let Place::Source(at) = &origin.place && at.len() == origin.text.len() {
                let (text, copy) = (origin.text.of(&document.text), at.of(&source));
                prop_assert_eq!(text, copy.replace('\n', " "));
            }
        }
    }

    #[test]
    fn a_resume_with_any_damage_is_read(at in 0..RESUME.len(), junk in "\\PC{0,5}") {
        let at = RESUME.floor_char_boundary(at);
        document(&format!("{}{junk}{}", &RESUME[..at], &RESUME[at..]));
    }
}
