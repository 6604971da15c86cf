//! The layout of every kind of file: JSON that `schemas/layout.json` describes, the same bytes twice,
//! and ranges and boxes that hold together.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use vitae::report::Layout;
use vitae::{Input, parse_resume};

const EXAMPLES: [(&str, &[u8]); 6] = [
    ("senior-karamouzi.pdf", include_bytes!("../../../examples/senior-karamouzi.pdf")),
    ("staff-halushchak.docx", include_bytes!("../../../examples/staff-halushchak.docx")),
    ("entry-omeally.md", include_bytes!("../../../examples/entry-omeally.md")),
    ("mid-tran.yaml", include_bytes!("../../../examples/mid-tran.yaml")),
    ("image-only.pdf", include_bytes!("../../../fixtures/documents/image-only.pdf")),
    ("no-fields.txt", include_bytes!("../../../fixtures/documents/no-fields.txt")),
];

fn layout(name: &str, bytes: &[u8]) -> Layout {
    Layout::new(&parse_resume(&Input::new(bytes, Some(name))).unwrap().document, Some(name))
}

#[test]
fn every_layout_fits_the_schema_and_reads_back() {
    let schema: Value = serde_json::from_str(include_str!("../../../schemas/layout.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, bytes) in EXAMPLES {
        let layout = layout(name, bytes);
        let json = layout.to_json();
        assert_eq!(layout.layout, 1);
        assert_eq!(serde_json::from_str::<Layout>(&json).unwrap(), layout, "{name}");
        assert_eq!(self::layout(name, bytes).to_json(), json, "{name}");
        let value: Value = serde_json::from_str(&json).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn lines_have_boxes_where_there_are_pages_and_words_lie_in_their_lines() {
    for (name, bytes) in EXAMPLES {
        let layout = layout(name, bytes);
        for line in &layout.lines {
            assert_eq!(line.range.of(&layout.text), line.text, "{name}");
            assert_eq!(line.rect.is_some(), !layout.pages.is_empty(), "{name}");
            for word in &line.words {
                let [x0, y0, x1, y1] = line.rect.unwrap();
                let [a, b, c, d] = word.rect;
                assert!(line.range.contains(word.range), "{name}: {}", line.text);
                assert!(a >= x0 - 1.0 && c <= x1 + 1.0 && b >= y0 - 1.0 && d <= y1 + 1.0, "{name}");
            }
        }
        let lines: usize = layout.regions.iter().map(|region| region.lines).sum();
        assert_eq!(lines, layout.lines.len(), "{name}");
    }
}

/// The file is written by `UPDATE=1 cargo test -p vitae`.
#[test]
fn the_schema_is_not_stale() {
    let now = serde_json::to_string_pretty(&schemars::schema_for!(Layout)).unwrap() + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/layout.json");
    #[expect(clippy::disallowed_methods, reason = "the test keeps a file up to date")]
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(path, &now).unwrap();
    }
    #[expect(clippy::disallowed_methods, reason = "the test keeps a file up to date")]
    let then = std::fs::read_to_string(path).unwrap();
    assert!(now == then, "schemas/layout.json is stale: UPDATE=1 cargo test -p vitae");
}
