//! Small PDFs, written object by object, read by the PDF reader: what it keeps, what it leaves
//! out and says so, and that no bytes make it panic or wait.

#![cfg(feature = "pdf")]

mod fonts;
mod hidden;
mod hostile;
mod objects;
mod order;
mod packing;
mod scans;
mod write;

use vitae_document::{HazardKind, LineRole, Place};
use write::{kinds, one, open, pages, text};

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

#[test]
fn icons_are_dropped_and_their_names_do_not_become_text() {
    let document =
        one("/Span << /ActualText (envelope) >> BDC BT /I 10 Tf 50 700 Td (A) Tj ET EMC\n\
         BT /F 10 Tf 65 700 Td (mara@example.com) Tj ET\n\
         /Span << /ActualText (office) >> BDC BT /F 10 Tf 50 680 Td (o\\001ce) Tj ET EMC");
    assert_eq!(document.text, "mara@example.com\noffice\n");
    // Other programs read the name in place of the icon.
    assert!(kinds(&document).is_empty());
    let document =
        one("BT /I 10 Tf 50 700 Td (A) Tj ET BT /F 10 Tf 65 700 Td (mara@example.com) Tj ET");
    assert!(kinds(&document).contains(&&HazardKind::PrivateUse { glyphs: 1 }));
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
