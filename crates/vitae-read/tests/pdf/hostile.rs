//! Files that want to hurt the reader: each ends soon, with an error or with what could be read.

use crate::order::columns;
use crate::write::{file, open, pages, stream, text};
use proptest::prelude::*;
use vitae_document::{Document, Format, HazardKind};
use vitae_read::{Limits, ReadError, read};

#[test]
fn what_is_no_pdf_or_needs_a_password_says_so() {
    let noise: Vec<u8> = (0..4000_u32).map(|i| (i * 7919 % 251) as u8).collect();
    for bytes in [&noise[..], b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj"] {
        let error = read(bytes, Format::Pdf, &Limits::default()).unwrap_err();
        assert!(matches!(error, ReadError::Damaged { format: Format::Pdf, .. }), "{error}");
    }
}

#[test]
fn forms_that_draw_themselves_and_pages_that_hold_themselves_end() {
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 5 0 R >> >>",
        "/X Do /X Do",
    );
    let content = text(&[("F", 10.0, 50.0, 700.0, "still here")]) + "/X Do";
    let document = open(&pages(&[&content], "", "/XObject << /X 5 0 R >>", &[form]));
    assert_eq!(document.text, "still here\n");
    let looped = file(
        &[
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>".to_owned(),
        ],
        "",
    );
    assert!(read(&looped, Format::Pdf, &Limits::default()).is_err());
}

#[test]
fn limits_stop_the_reader_and_are_named() {
    let content = text(&[("F", 10.0, 50.0, 700.0, "one two three four five")]);
    let bytes = pages(&[&content, &content], "", "", &[]);
    let limited = |limits: Limits| read(&bytes, Format::Pdf, &limits).unwrap();
    let reached = |document: &Document| {
        let limit = document.hazards.iter().find_map(|hazard| match &hazard.kind {
            HazardKind::LimitReached { limit } => Some(limit.clone()),
            _ => None,
        });
        limit.unwrap_or_default()
    };
    let one_page = limited(Limits { pages: 1, ..Limits::default() });
    assert_eq!(
        (one_page.pages.len(), reached(&one_page).as_str()),
        (1, "1 pages (the file has 2)")
    );
    let few = limited(Limits { characters: 7, ..Limits::default() });
    assert_eq!((few.text.as_str(), reached(&few).as_str()), ("one two\n", "7 characters"));
    let short = limited(Limits { steps: 3, ..Limits::default() });
    assert_eq!(reached(&short), "3 steps");
}

#[test]
fn deep_nesting_ends() {
    for open in ["[", "<<", "<< /A ", "(", "q ", "BT ", "/A BMC "] {
        let content = open.repeat(50_000);
        let _ = read(&pages(&[&content], "", "", &[]), Format::Pdf, &Limits::default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn changed_bytes_never_panic(changes in prop::collection::vec((any::<u32>(), any::<u8>()), 1..40)) {
        let mut bytes = pages(&[&text(&columns())], "/Annots [<< /A << /URI (x) >> >>]", "", &[]);
        for (at, byte) in changes {
            let at = at as usize % bytes.len();
            bytes[at] = byte;
        }
        let _ = read(&bytes, Format::Pdf, &Limits::default());
    }

    #[test]
    fn any_content_is_read(content in "[ -~]{0,200}", numbers in prop::collection::vec(-1e6f32..1e6, 6)) {
        let matrix: Vec<String> = numbers.iter().map(f32::to_string).collect();
        let content = format!("BT /F 9 Tf {} Tm (a b) Tj {content}", matrix.join(" "));
        let document = open(&pages(&[&content], "", "", &[]));
        for line in &document.lines {
            prop_assert!(!document.line_text(line).is_empty());
        }
    }

    #[test]
    fn cut_files_never_panic(keep in 0.0f64..1.0) {
        let bytes = pages(&[&text(&columns())], "", "", &[]);
        let cut = (bytes.len() as f64 * keep) as usize;
        let _ = read(&bytes[..cut], Format::Pdf, &Limits::default());
    }
}
