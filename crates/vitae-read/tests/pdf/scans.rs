//! Pictures of pages as files, whatever their coding, and recognised text in their place.

use super::write::{file, pages, stream};
use vitae_document::{Document, HazardKind, LineRole, Rect};
use vitae_read::{Limits, Recognised, Scan, read_picture, read_recognised, scans};

/// A page that draws one picture over 500 × 700 points.
fn scanned(dict: &str, data: &str) -> Vec<u8> {
    let picture = stream(&format!("/Type /XObject /Subtype /Image {dict}"), data);
    pages(&["500 0 0 700 50 50 cm /P Do"], "", "/XObject << /P 5 0 R >>", &[picture])
}

fn one(dict: &str, data: &str) -> Scan {
    let mut found =
        scans(&scanned(dict, data), &[0], &Limits::default()).expect("a file that this test wrote");
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[test]
fn plain_samples_become_a_pixmap() {
    let gray = "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    let scan = one(gray, "abcd");
    assert_eq!(scan.rect, Rect { x0: 50.0, y0: 50.0, x1: 550.0, y1: 750.0 });
    assert_eq!(scan.file.unwrap().bytes, b"P5\n2 2\n255\nabcd");
    let rgb = "/Width 1 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB";
    assert_eq!(one(rgb, "abcdef").file.unwrap().bytes, b"P6\n1 2\n255\nabcdef");
    let bits = "/Width 4 /Height 1 /BitsPerComponent 1 /ColorSpace /DeviceGray";
    assert_eq!(one(bits, "P").file.unwrap().bytes, b"P5\n4 1\n255\n\0\xff\0\xff");
    let mask = "/Width 4 /Height 1 /ImageMask true /Decode [1 0]";
    assert_eq!(one(mask, "P").file.unwrap().bytes, b"P5\n4 1\n255\n\xff\0\xff\0");
    let palette =
        "/Width 2 /Height 1 /BitsPerComponent 4 /ColorSpace [/Indexed /DeviceRGB 2 (ABCDEF)]";
    assert_eq!(one(palette, "\u{1}").file.unwrap().bytes, b"P6\n2 1\n255\nABCDEF");
}

#[test]
fn jpeg_is_passed_on_and_fax_data_gets_a_header() {
    let jpeg = one("/Width 9 /Height 9 /Filter /DCTDecode", "jpeg data").file.unwrap();
    assert_eq!((jpeg.extension, &jpeg.bytes[..]), ("jpg", &b"jpeg data"[..]));
    let fax = "/Width 16 /Height 8 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 16 >>";
    let tiff = one(fax, "fax data").file.unwrap();
    assert!(tiff.bytes.starts_with(b"II*\0") && tiff.bytes.ends_with(b"fax data"));
}

#[test]
fn what_cannot_be_taken_apart_has_no_file() {
    let small = "/Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    assert_eq!(one(small, "too short").file, None);
    let huge = "/Width 90000 /Height 90000 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    assert_eq!(one(huge, "x").file, None);
    let picture = stream("/Type /XObject /Subtype /Image /Width 1 /Height 1", "x");
    let turned = "0 700 -500 0 550 50 cm /P Do";
    let bytes = pages(&[turned], "", "/XObject << /P 5 0 R >>", &[picture]);
    assert_eq!(scans(&bytes, &[0], &Limits::default()).unwrap()[0].file, None);
    assert!(scans(&file(&[], ""), &[0], &Limits::default()).is_err());
}

/// hOCR of a page of 1000 × 1400 pixels that lies turned by one in a hundred.
const HOCR: &str = "<div class='ocr_page' title='bbox 0 0 1000 1400'>\
    <span class='ocr_line' title=\"bbox 100 90 400 125; baseline 0.01 -8; x_size 25\">\
    <span class='ocrx_word' title='bbox 100 92 220 118; x_wconf 95'>Experience</span></span>\
    <span class='ocr_line' title=\"bbox 100 190 700 225; baseline 0.01 -8; x_size 25\">\
    <span class='ocrx_word' title='bbox 100 192 220 218; x_wconf 95'>Engineer,</span>\
    <span class='ocrx_word' title='bbox 230 193 330 219; x_wconf 31'>Mills</span></span>\
    <span class='ocr_line' title=\"bbox 800 197 960 232; baseline 0.01 -8; x_size 25\">\
    <span class='ocrx_word' title='bbox 800 199 960 226; x_wconf 90'>2019–2021</span></span></div>";

fn recognised() -> Document {
    let dict = "/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    let rect = Rect { x0: 50.0, y0: 50.0, x1: 550.0, y1: 750.0 };
    let recognised = Recognised { page: 0, rect, hocr: HOCR.into() };
    read_recognised(&scanned(dict, "x"), &[recognised], &Limits::default())
        .expect("a file that this test wrote")
}

#[test]
fn recognised_text_is_laid_out_and_marked() {
    let document = recognised();
    assert_eq!(document.text, "Experience\nEngineer, Mills\t2019–2021\n");
    let kinds: Vec<&HazardKind> = document.hazards.iter().map(|hazard| &hazard.kind).collect();
    assert!(kinds.contains(&&HazardKind::RecognisedText { words: 4, unsure: 1 }), "{kinds:?}");
    assert!(kinds.contains(&&HazardKind::ImageOnlyPage { characters: 0, images: 1 }));
    let unsure = document.hazards.iter().find(|h| matches!(h.kind, HazardKind::UnsureWord { .. }));
    assert_eq!(unsure.unwrap().range.unwrap().of(&document.text), "Mills");
    assert!(document.lines.iter().all(|line| line.role == LineRole::Text));
}

#[test]
fn a_picture_file_gives_a_page_and_nonsense_gives_none() {
    let document = read_picture(HOCR, 1234);
    assert_eq!((document.pages.len(), document.lines.len()), (1, 2));
    assert_eq!(document.metadata.bytes, 1234);
    assert!(read_picture("<div class='ocr_page' title='bbox 0 0 0 0'>", 1).lines.is_empty());
}
