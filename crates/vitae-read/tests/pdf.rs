//! Small PDFs, written here object by object, read by the PDF reader: what it keeps, what it leaves
//! out and says so, and that no bytes make it panic.

#![cfg(feature = "pdf")]

use proptest::prelude::*;
use vitae_document::{Document, Format, HazardKind, HiddenBy, LineRole, Place};
use vitae_read::{Limits, ReadError, read};

/// Puts objects together to a file with a table of their places. Object 1 is the catalogue.
fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).into_bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(format!("trailer << /Size {size} /Root 1 0 R {trailer} >>\n").into_bytes());
    bytes.extend(format!("startxref\n{table}\n%%EOF").into_bytes());
    bytes
}

fn stream(dict: &str, content: &str) -> String {
    format!("<< {dict} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

const FONTS: &str = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding \
    /WinAnsiEncoding >> /B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding \
    /WinAnsiEncoding >> /I << /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+FontAwesome6Free-Solid \
    /FirstChar 65 /Widths [1000] /Encoding /WinAnsiEncoding >> >>";

/// A file with one page per content; `page` and `resources` are added to each, `more` are objects
/// that they name (the first is `3 + 2 * pages`).
fn pages(contents: &[&str], page: &str, resources: &str, more: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|i| format!("{} 0 R", 3 + 2 * i)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), contents.len()),
    ];
    for (index, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Resources << \
             {FONTS} {resources} >> {page} >>",
            4 + 2 * index
        ));
        objects.push(stream("", content));
    }
    objects.extend_from_slice(more);
    file(&objects, "")
}

fn one(content: &str) -> Document {
    open(&pages(&[content], "", "", &[]))
}

fn open(bytes: &[u8]) -> Document {
    read(bytes, Format::Pdf, &Limits::default()).expect("a file that this test wrote")
}

/// Lines of text: font, size, x, y from the bottom, text.
fn text(lines: &[(&str, f32, f32, f32, &str)]) -> String {
    lines
        .iter()
        .map(|(font, size, x, y, text)| format!("BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n"))
        .collect()
}

fn kinds(document: &Document) -> Vec<&HazardKind> {
    document.hazards.iter().map(|hazard| &hazard.kind).collect()
}

#[test]
fn a_line_has_its_look_its_place_and_its_page() {
    let document =
        one(&text(&[("B", 14.0, 50.0, 700.0, "Experience"), ("F", 10.0, 50.0, 680.0, "Go")]));
    assert_eq!(document.text, "Experience\nGo\n");
    let heading = &document.lines[0];
    assert!(heading.style.bold && heading.style.size == 14.0 && !document.lines[1].style.bold);
    let bbox = heading.bbox.unwrap();
    assert!(bbox.x0 == 50.0 && bbox.y0 < 100.0 && bbox.y1 > 100.0, "{bbox:?}");
    assert!(matches!(document.origins[0].place, Place::Page { page: 0, .. }));
    assert_eq!(document.metadata.language.as_deref(), Some("en-GB"));
    assert_eq!((document.pages[0].width, document.pages[0].height), (600.0, 800.0));
    assert!(document.hazards.is_empty(), "{:?}", document.hazards);
}

#[test]
fn a_turned_page_is_read_upright() {
    let content = "BT /F 10 Tf 0 1 -1 0 300 100 Tm (Mara Quist) Tj ET";
    let document = open(&pages(&[content], "/Rotate 90", "", &[]));
    assert_eq!(document.text, "Mara Quist\n");
    assert_eq!(document.pages[0].width, 800.0);
    let bbox = document.lines[0].bbox.unwrap();
    assert!(bbox.x1 - bbox.x0 > 3.0 * (bbox.y1 - bbox.y0), "{bbox:?}");
}

#[test]
fn gaps_are_spaces_and_wide_gaps_are_tabs() {
    let kerned = "BT /F 10 Tf 50 700 Td [(Pay) -280 (ments) 20 (,) -300 (Ltd)] TJ ET\n";
    let rail = text(&[("B", 10.0, 50.0, 680.0, "Engineer"), ("F", 10.0, 500.0, 680.0, "2021")]);
    let document = one(&format!("{kerned}{rail}"));
    assert_eq!(document.text, "Pay ments, Ltd\nEngineer\t2021\n");
}

#[test]
fn letters_set_apart_are_one_word() {
    let tracked = "BT /B 12 Tf 4 Tc 50 700 Td (SKILLS) Tj ET\n";
    let spaced = "BT /B 12 Tf 50 660 Td (E D U C A T I O N) Tj ET\n";
    let document = one(&format!("{tracked}{spaced}"));
    assert_eq!(document.text, "SKILLS\nEDUCATION\n");
    assert_eq!(kinds(&document), [&HazardKind::LetterSpaced, &HazardKind::LetterSpaced]);
    assert_eq!(document.hazards[1].range.unwrap().of(&document.text), "EDUCATION");
}

#[test]
fn wrapped_lines_continue_and_items_open() {
    let document = one(&text(&[
        ("F", 10.0, 50.0, 700.0, "\\225 Cut the time of the nightly import from nine hours to"),
        ("F", 10.0, 56.2, 688.0, "forty minutes"),
        ("F", 10.0, 50.0, 676.0, "\\225 Wrote the runbook for the import and its alarms, too"),
        ("F", 10.0, 50.0, 650.0, "Notes"),
    ]));
    let opens: Vec<bool> = document.lines.iter().map(|line| line.opens_block).collect();
    assert_eq!(opens, [true, false, true, true]);
    assert_eq!(document.lines[0].role, LineRole::Item(0));
    assert_eq!(document.lines[0].content_range().of(&document.text).split(' ').next(), Some("Cut"));
    assert!(document.lines[1].gap_above < 0.1 && document.lines[3].gap_above > 0.9);
}

#[test]
fn a_drawn_dot_is_a_bullet_and_rated_dots_are_not() {
    let dot = |x: f32, y: f32| format!("{x} {y} 3 3 re f\n");
    let document = one(&format!(
        "{}{}{}{}",
        dot(50.0, 702.0),
        dot(120.0, 682.0),
        dot(128.0, 682.0),
        text(&[("F", 10.0, 60.0, 700.0, "Ran the queue"), ("F", 10.0, 60.0, 680.0, "Go"),])
    ));
    assert_eq!(document.text, "\u{2022} Ran the queue\nGo\n");
}

/// Two columns of five lines each.
fn columns() -> Vec<(&'static str, f32, f32, f32, &'static str)> {
    vec![
        ("B", 20.0, 40.0, 740.0, "Mara Quist"),
        ("B", 10.0, 40.0, 700.0, "Contact"),
        ("F", 10.0, 40.0, 685.0, "mara@example.com"),
        ("F", 10.0, 40.0, 670.0, "Aarhus"),
        ("B", 10.0, 40.0, 640.0, "Skills"),
        ("F", 10.0, 40.0, 625.0, "Rust, Kafka"),
        ("B", 10.0, 200.0, 703.0, "Experience"),
        ("F", 10.0, 200.0, 689.0, "Ran the ledger of a bank that has four million accounts and"),
        ("F", 10.0, 200.0, 675.0, "moved it to another data centre"),
        ("F", 10.0, 200.0, 661.0, "Trained six people to be on call"),
        ("F", 10.0, 200.0, 647.0, "Wrote the storage layer"),
    ]
}

#[test]
fn columns_are_read_one_after_the_other_in_any_drawing_order() {
    let expected =
        "Mara Quist\nContact\nmara@example.com\nAarhus\nSkills\nRust, Kafka\nExperience\n";
    let in_order = one(&text(&columns()));
    let mut shuffled = columns();
    shuffled.sort_by_key(|(.., text)| text.len() % 7);
    let drawn_at_random = one(&text(&shuffled));
    assert!(in_order.text.starts_with(expected), "{}", in_order.text);
    assert_eq!(in_order.text, drawn_at_random.text);
    let columns = |document: &Document| {
        document.hazards.iter().any(|h| matches!(h.kind, HazardKind::Columns { columns: 2, .. }))
    };
    assert!(columns(&in_order) && columns(&drawn_at_random));
    let order = |document: &Document| {
        document.hazards.iter().any(|h| matches!(h.kind, HazardKind::StreamOrder { .. }))
    };
    assert!(!order(&in_order) && order(&drawn_at_random));
}

#[test]
fn date_rails_and_label_tables_are_no_columns() {
    let mut lines = Vec::new();
    for (index, label) in ["Languages", "Stores", "Clouds", "Queues"].into_iter().enumerate() {
        let y = 700.0 - 14.0 * index as f32;
        lines.push(("B", 10.0, 40.0, y, label));
        lines.push(("F", 10.0, 130.0, y, "one, two and three of them"));
    }
    for (index, date) in ["2019 - 2021", "2017 - 2019", "2014 - 2017"].into_iter().enumerate() {
        let y = 600.0 - 40.0 * index as f32;
        lines.push(("F", 10.0, 40.0, y, date));
        lines.push(("B", 10.0, 130.0, y, "Engineer, Hafen Logistik"));
        lines.push(("F", 10.0, 130.0, y - 14.0, "Kept the cranes of the port in time"));
    }
    let document = one(&text(&lines));
    assert!(document.text.starts_with("Languages\tone, two and three of them\nStores\t"));
    assert!(document.text.contains("2019 - 2021\tEngineer, Hafen Logistik\nKept the cranes"));
    assert!(document.hazards.is_empty(), "{:?}", document.hazards);
}

#[test]
fn hidden_text_is_left_out_and_counted_by_reason() {
    let document = one("BT /F 10 Tf 50 700 Td (seen) Tj ET\n\
         BT 1 g /F 10 Tf 50 680 Td (white) Tj ET\n\
         BT 0 g /F 1 Tf 50 660 Td (tiny) Tj ET\n\
         BT 3 Tr /F 10 Tf 50 640 Td (mode) Tj ET\n\
         BT 0 Tr /F 10 Tf 5000 620 Td (away) Tj ET\n\
         0 0 0.5 rg 40 500 300 40 re f BT 1 g /F 10 Tf 50 515 Td (on blue) Tj ET");
    assert_eq!(document.text, "seen\non blue\n");
    let hidden = |by, characters| HazardKind::HiddenText { by, characters };
    for kind in [
        hidden(HiddenBy::Colour, 5),
        hidden(HiddenBy::Size, 4),
        hidden(HiddenBy::RenderMode, 4),
        hidden(HiddenBy::OffPage, 4),
    ] {
        assert!(kinds(&document).contains(&&kind), "{kind:?} in {:?}", document.hazards);
    }
}

#[test]
fn a_recognised_scan_keeps_its_text_and_a_bare_one_is_reported() {
    let image = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 \
        /ColorSpace /DeviceGray",
        "x",
    );
    let scan = "q 600 0 0 800 0 0 cm /S Do Q\n";
    let resources = "/XObject << /S 5 0 R >>";
    let bare = open(&pages(&[scan], "", resources, std::slice::from_ref(&image)));
    assert_eq!(bare.text, "");
    assert!(kinds(&bare).contains(&&HazardKind::ImageOnlyPage { characters: 0, images: 1 }));
    let recognised = format!("{scan} BT 3 Tr /F 10 Tf 50 700 Td (Mara Quist) Tj ET");
    let recognised = open(&pages(&[&recognised], "", resources, &[image]));
    assert_eq!(recognised.text, "Mara Quist\n");
}

#[test]
fn icons_are_dropped_and_their_names_do_not_become_text() {
    let document =
        one("/Span << /ActualText (envelope) >> BDC BT /I 10 Tf 50 700 Td (A) Tj ET EMC\n\
         BT /F 10 Tf 65 700 Td (mara@example.com) Tj ET\n\
         /Span << /ActualText (office) >> BDC BT /F 10 Tf 50 680 Td (o\\001ce) Tj ET EMC");
    assert_eq!(document.text, "mara@example.com\noffice\n");
    assert_eq!(kinds(&document), [&HazardKind::PrivateUse { glyphs: 1 }]);
}

#[test]
fn links_cover_their_text_or_nothing() {
    let link = |rect: &str, uri: &str| {
        format!("<< /Subtype /Link /Rect [{rect}] /A << /S /URI /URI ({uri}) >> >>")
    };
    let annotations = format!(
        "/Annots [{} {}]",
        link("45 695 85 712", "https://code.example.com/mara"),
        link("300 300 320 320", "https://example.org/photo")
    );
    let content = text(&[("F", 10.0, 50.0, 700.0, "GitHub and more")]);
    let document = open(&pages(&[&content], &annotations, "", &[]));
    let links: Vec<(&str, &str)> =
        document.links.iter().map(|link| (link.range.of(&document.text), &*link.uri)).collect();
    assert_eq!(
        links,
        [("GitHub", "https://code.example.com/mara"), ("", "https://example.org/photo")]
    );
    assert_eq!(kinds(&document), [&HazardKind::LinkWithoutText; 2]);
}

#[test]
fn running_lines_are_kept_once_and_page_numbers_not_at_all() {
    let page = |number: usize, body: &str| {
        text(&[
            ("F", 10.0, 50.0, 780.0, "Mara Quist, resume"),
            ("F", 10.0, 50.0, 600.0, body),
            ("F", 8.0, 300.0, 20.0, &format!("Page {number} of 2")),
        ])
    };
    let document = open(&pages(&[&page(1, "first"), &page(2, "second")], "", "", &[]));
    assert_eq!(document.text, "Mara Quist, resume\nfirst\nsecond\n");
    assert_eq!(kinds(&document), [&HazardKind::RepeatedLine { pages: 2 }]);
    assert_eq!(document.page_at(document.text.find("second").unwrap() as u32), Some(1));
}

#[test]
fn a_rule_under_a_heading_is_seen_and_an_underline_is_not() {
    let lines = text(&[
        ("B", 12.0, 50.0, 700.0, "Education"),
        ("F", 10.0, 50.0, 680.0, "Aarhus, and a longer line that gives the column its width"),
    ]);
    let rule = "50 696 m 320 696 l S 50 678.5 40 0.5 re f";
    let document = one(&format!("{lines}{rule}"));
    assert!(document.lines[0].ruled && !document.lines[1].ruled);
}

#[test]
fn ligatures_are_expanded_and_counted() {
    let to_unicode = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> \
        <FF> endcodespacerange 2 beginbfchar <41> <FB01> <42> <2F00> endbfchar endcmap";
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>".to_owned();
    let resources = "/XObject << >> /Font << /L 5 0 R >>";
    let objects = [font, stream("", to_unicode)];
    let mut bytes = pages(&["BT /L 10 Tf 50 700 Td (AB) Tj ET"], "", resources, &objects);
    // The fonts of the helper stand first; this test brings its own.
    let at = bytes.windows(FONTS.len()).position(|window| window == FONTS.as_bytes()).unwrap();
    bytes[at..at + FONTS.len()].fill(b' ');
    let document = open(&bytes);
    assert_eq!(document.text, "fi\u{4E00}\n");
    assert_eq!(kinds(&document), [&HazardKind::Ligatures { glyphs: 1 }]);
}

#[test]
fn what_is_no_pdf_or_needs_a_password_says_so() {
    let noise: Vec<u8> = (0..4000_u32).map(|i| (i * 7919 % 251) as u8).collect();
    for bytes in [&noise[..], b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj"] {
        let error = read(bytes, Format::Pdf, &Limits::default()).unwrap_err();
        assert!(matches!(error, ReadError::Damaged { format: Format::Pdf, .. }), "{error}");
    }
}

#[test]
fn files_with_an_empty_password_are_read_and_others_say_that_they_need_one() {
    let encrypted = |bytes: &[u8]| {
        let document = open(bytes);
        assert_eq!(document.text, "Mara Quist\nmara.quist@example.com\n");
        kinds(&document).into_iter().cloned().collect::<Vec<_>>()
    };
    let owner = encrypted(include_bytes!("../../../fixtures/documents/pdf/owner-only.pdf"));
    assert_eq!(owner, [HazardKind::Encrypted { copy_restricted: true }]);
    let rc4 = encrypted(include_bytes!("../../../fixtures/documents/pdf/rc4.pdf"));
    assert_eq!(rc4, [HazardKind::Encrypted { copy_restricted: false }]);
    let locked = include_bytes!("../../../fixtures/documents/pdf/password.pdf");
    let error = read(locked, Format::Pdf, &Limits::default()).unwrap_err();
    assert_eq!(error, ReadError::Password { format: Format::Pdf });
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
