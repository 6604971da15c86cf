//! What people cannot see, and what they can although it is white.

use crate::write::{kinds, one, open, pages, stream, text};
use vitae_document::{Document, HazardKind, HiddenBy};

fn hidden(document: &Document) -> Vec<(HiddenBy, u32)> {
    let measure = |kind: &&HazardKind| match kind {
        HazardKind::HiddenText { by, characters } => Some((*by, *characters)),
        _ => None,
    };
    kinds(document).iter().filter_map(measure).collect()
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
    let found = hidden(&document);
    for by in [HiddenBy::Colour, HiddenBy::Size, HiddenBy::RenderMode, HiddenBy::OffPage] {
        assert!(found.iter().any(|(reason, _)| *reason == by), "{by:?} in {found:?}");
    }
    assert_eq!(found.iter().map(|(_, characters)| characters).sum::<u32>(), 17);
}

#[test]
fn white_text_on_a_dark_sidebar_is_seen_and_dark_text_on_it_is_not() {
    let panel = "0.1 0.15 0.25 rg 0 0 180 800 re f\n";
    let document = one(&format!(
        "{panel}BT 1 1 1 rg /F 10 Tf 20 700 Td (Skills) Tj ET \
         BT 0.12 0.14 0.24 rg /F 10 Tf 20 600 Td (planted) Tj ET \
         BT 0.1 0.15 0.25 rg /F 10 Tf 300 700 Td (Work) Tj ET \
         BT 1 1 1 rg /F 10 Tf 300 600 Td (white) Tj ET"
    ));
    assert_eq!(document.text, "Skills\tWork\n");
    assert_eq!(hidden(&document), [(HiddenBy::Colour, 12)]);
}

#[test]
fn colours_are_compared_in_any_colour_space() {
    let document = one("BT 0 0 0 0 k /F 10 Tf 50 700 Td (no ink) Tj ET \
         BT /DeviceGray cs 0.97 sc /F 10 Tf 50 680 Td (pale) Tj ET \
         BT 0 0 0 1 k /F 10 Tf 50 660 Td (black) Tj ET \
         BT 0.45 g /F 10 Tf 50 640 Td (gray) Tj ET");
    assert_eq!(document.text, "black\ngray\n");
    assert_eq!(hidden(&document), [(HiddenBy::Colour, 9)]);
}

#[test]
fn text_on_a_picture_or_a_gradient_is_taken_as_seen() {
    let image = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 \
         /ColorSpace /DeviceGray",
        "x",
    );
    let content = "q 600 0 0 200 0 600 cm /S Do Q BT 1 g /F 10 Tf 50 700 Td (Mara Quist) Tj ET \
        q 0 0 200 100 re W n /G sh Q BT 1 g /F 10 Tf 50 50 Td (Aarhus) Tj ET";
    let document = open(&pages(&[content], "", "/XObject << /S 5 0 R >>", &[image]));
    assert_eq!(document.text, "Mara Quist\nAarhus\n");
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
fn text_outside_its_clip_is_not_seen() {
    let document = one("q 0 400 600 400 re W n BT /F 10 Tf 50 700 Td (seen) Tj ET \
         BT /F 10 Tf 50 300 Td (clipped) Tj ET Q BT /F 10 Tf 50 290 Td (again) Tj ET");
    assert_eq!(document.text, "seen\nagain\n");
    assert_eq!(hidden(&document), [(HiddenBy::OffPage, 7)]);
}

#[test]
fn text_that_a_later_area_covers_is_not_seen() {
    let resources = "/ExtGState << /M << /BM /Multiply >> >>";
    let content = "BT /F 10 Tf 50 700 Td (under) Tj ET 1 g 40 690 200 30 re f \
         0 g BT /F 10 Tf 50 600 Td (marked) Tj ET /M gs 1 1 0 rg 40 590 200 30 re f";
    let document = open(&pages(&[content], "", resources, &[]));
    assert_eq!(document.text, "marked\n");
    assert_eq!(hidden(&document), [(HiddenBy::Colour, 5)]);
}

#[test]
fn nearly_transparent_text_is_not_seen() {
    let resources = "/ExtGState << /T << /ca 0.02 >> >>";
    let content =
        text(&[("F", 10.0, 50.0, 700.0, "seen")]) + "q /T gs BT /F 10 Tf 50 600 Td (ghost) Tj ET Q";
    let document = open(&pages(&[&content], "", resources, &[]));
    assert_eq!(document.text, "seen\n");
    assert_eq!(hidden(&document), [(HiddenBy::Colour, 5)]);
}
