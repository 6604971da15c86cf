//! Files that want to hurt the reader: each ends soon, with an error or with what could be read.

use crate::order::columns;
use crate::write::{file, one, open, pages, stream, text};
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

fn limit(document: &Document) -> String {
    let limit = document.hazards.iter().find_map(|hazard| match &hazard.kind {
        HazardKind::LimitReached { limit } => Some(limit.clone()),
        _ => None,
    });
    limit.unwrap_or_default()
}

/// A page that shows `<0041>` in a composite font with `more` in its descendant and `map` beside it.
fn composite(more: &str, map: &str, objects: &[String]) -> Vec<u8> {
    let font = format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type \
         /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering \
         (Identity) /Supplement 0 >> {more} >>] {map} >>"
    );
    let mut all = vec![font];
    all.extend_from_slice(objects);
    let content = "BT /F 10 Tf 50 700 Td (seen) Tj /T 10 Tf 0 -20 Td <00410042> Tj ET";
    let mut bytes = pages(&[content], "", "", &all);
    let fonts = b"/Font << /F";
    let at = bytes.windows(fonts.len()).position(|window| window == fonts).expect("fonts");
    bytes.splice(at..at + fonts.len(), *b"/Font << /T 5 0 R /F");
    bytes
}

#[test]
fn widths_for_four_billion_glyphs_are_not_written_out() {
    for widths in ["/W [0 4294967295 500]", "/W2 [0 1 5 1 1 0 4294967295 5 1 1]"] {
        let document = open(&composite(widths, "", &[]));
        assert_eq!(document.text, "seen\n");
        assert_eq!(limit(&document), "2000000 steps");
    }
}

#[test]
fn maps_for_every_code_and_texts_without_end_are_cut() {
    let map = |entry: &str| stream("", &format!("begincmap {entry} endcmap"));
    let wide = map("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
    let document = open(&composite("", "/ToUnicode 6 0 R", &[wide]));
    assert!(document.text.starts_with("seen\n"), "{}", document.text);
    let long = map(&format!("1 beginbfchar <0041> <{}> endbfchar", "0061".repeat(100_000)));
    let document = open(&composite("", "/ToUnicode 6 0 R", &[long]));
    assert!(document.text.len() < 100, "{}", document.text.len());
}

#[test]
fn forms_pay_for_what_they_name_and_streams_for_what_they_hold() {
    let keys: String = (0..20_000).map(|key| format!("/K{key} 1 ")).collect();
    let form = stream(
        &format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {keys} >>"),
        "0 g",
    );
    let content = text(&[("F", 10.0, 50.0, 700.0, "seen")]) + &"/X Do ".repeat(20_000);
    let document = open(&pages(&[&content], "", "/XObject << /X 5 0 R >>", &[form]));
    assert_eq!((document.text.as_str(), limit(&document).as_str()), ("seen\n", "2000000 steps"));
    let blanks = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 1 << 20], 9);
    let mut packed: Vec<u8> = pages(
        &[&content],
        "",
        "/XObject << /X 5 0 R >>",
        &["<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode >> PLACE".into()],
    );
    let at = packed.windows(5).position(|window| window == b"PLACE").unwrap();
    let stream = [&b"stream\n"[..], &blanks, b"\nendstream"].concat();
    packed.splice(at..at + 5, stream);
    let document = open(&packed);
    assert_eq!(document.text, "seen\n");
    assert_eq!(limit(&document), "67108864 expanded bytes");
}

#[test]
fn filters_in_a_chain_and_object_streams_that_grow_are_refused() {
    let pack = |bytes: &[u8]| miniz_oxide::deflate::compress_to_vec_zlib(bytes, 9);
    let twice = pack(&pack(&vec![b' '; 80 << 20]));
    let mut bytes = pages(&["PLACE"], "", "", &[]);
    let dict = b"<<  /Length 5 >>\nstream\nPLACE";
    let at = bytes.windows(dict.len()).position(|window| window == dict).unwrap();
    let length = twice.len();
    let chained = format!("<< /Filter [/FlateDecode /FlateDecode] /Length {length} >>\nstream\n");
    bytes.splice(at..at + dict.len(), [chained.as_bytes(), &twice].concat());
    assert_eq!(limit(&open(&bytes)), "67108864 expanded bytes");
    let mut objects = pages(&["BT ET"], "", "", &[]);
    objects.extend(b"\n9 0 obj\n<< /Type /ObjStm /N 9 /First 4 /Filter /FlateDecode >>\nstream\n");
    objects.extend(pack(&vec![b' '; 80 << 20]));
    objects.extend(b"\nendstream\nendobj");
    let error = read(&objects, Format::Pdf, &Limits::default()).unwrap_err();
    assert_eq!(error, ReadError::Limit { limit: "67108864 bytes unpacked".into() });
}

#[test]
fn more_objects_than_any_resume_has_are_refused_before_they_are_parsed() {
    let nested = format!("%PDF-1.7\n1 0 obj {}", "<</A".repeat(100_001));
    let error = read(nested.as_bytes(), Format::Pdf, &Limits::default()).unwrap_err();
    assert_eq!(error, ReadError::Limit { limit: "100000 dictionaries".into() });
    let many = format!("%PDF-1.7\n{}", "1 0 obj 2 endobj ".repeat(100_001));
    let error = read(many.as_bytes(), Format::Pdf, &Limits::default()).unwrap_err();
    assert_eq!(error, ReadError::Limit { limit: "100000 objects".into() });
}

#[test]
fn ten_thousand_pages_loops_and_odd_boxes_end() {
    let many: Vec<&str> = vec!["BT /F 10 Tf 50 700 Td (x) Tj ET"; 10_000];
    let document = open(&pages(&many, "", "", &[]));
    assert_eq!(document.pages.len(), 50);
    assert_eq!(limit(&document), "50 pages (the file has 10000)");
    let content = text(&[("F", 10.0, 50.0, 700.0, "seen")]);
    for media in ["[0 0 1e30 1e30]", "[-1e38 -1e38 1e38 1e38]", "[0 0 0 0]", "5 0 R"] {
        let page = format!("/CropBox {media} /UserUnit 1e30");
        let _ = read(&pages(&[&content], &page, "", &[]), Format::Pdf, &Limits::default());
    }
    let looped = String::from_utf8(pages(&[&content], "", "", &[])).unwrap();
    let table = looped.find("\nxref").unwrap() + 1;
    let looped = looped.replace("trailer << /Size", &format!("trailer << /Prev {table} /Size"));
    assert_eq!(open(looped.as_bytes()).text, "seen\n");
    let own =
        b"%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Prev 9 /Length 0 >>\n\
        stream\n\nendstream\nendobj\nstartxref\n9\n%%EOF";
    assert!(read(own, Format::Pdf, &Limits::default()).is_err());
    let length = pages(&[&content], "", "", &[]);
    let length = String::from_utf8(length).unwrap().replace("/Length ", "/Length 4 0 R /Was ");
    let _ = read(length.as_bytes(), Format::Pdf, &Limits::default());
}

#[test]
fn pictures_and_numbers_without_end_do_not_hide_the_text() {
    let after = text(&[("F", 10.0, 50.0, 700.0, "seen")]);
    for before in [
        "1e400 0 0 -1e400 0 0 cm BT /F 1e308 Tf 1e308 1e308 Td (gone) Tj ET\n",
        "BT /F 10 Tf 99999999999999999999999999 Tz 0 0 Td (gone) Tj ET\n",
    ] {
        let document = one(&format!("q {before} Q {after}"));
        assert!(document.text.contains("seen"), "{}", document.text);
    }
    let picture = format!("{after} BI /W 10 /H 10 /BPC 8 /CS /G ID {}", "\u{1}x".repeat(100_000));
    assert_eq!(one(&picture).text, "seen\n");
}
