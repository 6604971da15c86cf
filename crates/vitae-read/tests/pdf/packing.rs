//! Ways of packing a file: encryption, object streams, updates, tables that are broken or missing.

use crate::write::{FONTS, file, kinds, one, open, pages, stream, text};
use vitae_document::{Format, HazardKind};
use vitae_read::{Limits, ReadError, read};

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../../fixtures/documents/pdf/", $name)).as_slice()
    };
}

const MARA: &str = "Mara Quist\nmara.quist@example.com\n";

#[test]
fn every_cipher_is_read_with_an_empty_password() {
    for (bytes, copy_restricted) in [
        (fixture!("rc4-40.pdf"), false),
        (fixture!("rc4.pdf"), false),
        (fixture!("aes-128.pdf"), false),
        (fixture!("metadata-open.pdf"), true),
        (fixture!("aes-256-r5.pdf"), false),
        (fixture!("aes-256.pdf"), false),
        (fixture!("owner-only.pdf"), true),
    ] {
        let document = open(bytes);
        assert_eq!(document.text, MARA);
        assert_eq!(kinds(&document), [&HazardKind::Encrypted { copy_restricted }]);
    }
}

#[test]
fn a_password_is_named_as_what_is_missing() {
    for bytes in
        [fixture!("password.pdf"), fixture!("password-aes-128.pdf"), fixture!("password-rc4.pdf")]
    {
        let error = read(bytes, Format::Pdf, &Limits::default()).unwrap_err();
        assert_eq!(error, ReadError::Password { format: Format::Pdf });
    }
}

#[test]
fn object_streams_linearized_files_and_updates_are_read() {
    assert_eq!(open(fixture!("object-streams.pdf")).text, MARA);
    assert_eq!(open(fixture!("linearized.pdf")).text, MARA);
    assert_eq!(open(fixture!("updated.pdf")).text, MARA.replace("Quist\n", "Lind\n"));
}

#[test]
fn a_table_that_lies_or_is_missing_is_built_again() {
    let bytes = pages(&[&text(&[("F", 10.0, 50.0, 700.0, "Mara Quist")])], "", "", &[]);
    let table = bytes.windows(5).position(|window| window == b"xref\n").unwrap();
    let mut lying = bytes.clone();
    for byte in &mut lying[table + 5..] {
        if *byte == b'1' {
            *byte = b'7';
        }
    }
    assert_eq!(open(&lying).text, "Mara Quist\n");
    assert_eq!(open(&bytes[..table]).text, "Mara Quist\n");
    let mut shifted = b"\nsome bytes of a mail server\n".to_vec();
    shifted.extend(&bytes);
    assert_eq!(open(&shifted).text, "Mara Quist\n");
}

#[test]
fn what_pages_inherit_is_theirs_too() {
    let content = text(&[("F", 10.0, 50.0, 700.0, "Mara Quist")]);
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] /Rotate 90 \
             /Resources << {FONTS} >> >>"
        ),
        "<< /Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 3 0 R /Contents [5 0 R 6 0 R] >>".to_owned(),
        // A stream may end between two operators.
        stream("", content[..content.len() / 2].rsplit_once(' ').unwrap().0),
        stream("", &content[content[..content.len() / 2].rfind(' ').unwrap()..]),
    ];
    let document = open(&file(&objects, ""));
    assert_eq!(document.text, "Mara Quist\n");
    assert_eq!((document.pages[0].width, document.pages[0].height), (800.0, 600.0));
}

#[test]
fn pages_measured_in_other_units_and_cut_by_a_crop_box_keep_their_place() {
    let content = text(&[("F", 5.0, 50.0, 350.0, "seen"), ("F", 5.0, 50.0, 20.0, "cut away")]);
    let page = "/MediaBox [0 0 300 400] /CropBox [25 100 300 400] /UserUnit 2";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R /Resources << {FONTS} >> >>"),
        stream("", &content),
    ];
    let document = open(&file(&objects, ""));
    assert_eq!(document.text, "seen\n");
    assert_eq!((document.pages[0].width, document.pages[0].height), (550.0, 600.0));
    assert_eq!(document.lines[0].style.size, 10.0);
    assert_eq!(document.lines[0].bbox.unwrap().x0, 50.0);
}

#[test]
fn layers_that_are_off_are_hidden_and_counted() {
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /OC 5 0 R",
        "BT /F 10 Tf 50 660 Td (draft) Tj ET",
    );
    let group = |name: &str| format!("<< /Type /OCG /Name ({name}) >>");
    let content = "BT /F 10 Tf 50 700 Td (shown) Tj ET /OC /Off BDC BT /F 10 Tf 50 680 Td \
        (notes) Tj ET EMC /OC /On BDC BT /F 10 Tf 50 670 Td (too) Tj ET EMC /X Do";
    let resources = "/Properties << /Off 5 0 R /On 6 0 R >> /XObject << /X 7 0 R >>";
    let mut bytes = pages(&[content], "", resources, &[group("off"), group("on"), form]);
    let catalog = b"/Lang (en-GB) >>";
    let at = bytes.windows(catalog.len()).position(|window| window == catalog).unwrap();
    bytes.splice(
        at..at + catalog.len(),
        *b"/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [5 0 R] >> >> >>",
    );
    let document = open(&bytes);
    assert_eq!(document.text, "shown\ntoo\n");
    let by = vitae_document::HiddenBy::Markup;
    assert!(kinds(&document).contains(&&HazardKind::HiddenText { by, characters: 5 }));
}

#[test]
fn text_of_forms_and_of_nested_forms_stands_where_it_is_drawn() {
    let font = format!("/Resources << {FONTS} /XObject << /Y 6 0 R >> >>");
    let outer = stream(
        &format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Matrix [1 0 0 1 50 400] {font}"
        ),
        "BT /F 10 Tf 0 100 Td (outer) Tj ET q 2 0 0 2 0 0 cm /Y Do Q",
    );
    let inner = stream(
        &format!("/Type /XObject /Subtype /Form /BBox [0 0 100 100] {font}"),
        "BT /F 10 Tf 0 20 Td (inner) Tj ET",
    );
    let document = open(&pages(&["/X Do"], "", "/XObject << /X 5 0 R >>", &[outer, inner]));
    assert_eq!(document.text, "outer\ninner\n");
    assert_eq!(document.lines[1].style.size, 20.0);
    assert_eq!(document.lines[1].bbox.unwrap().x0, 50.0);
}

#[test]
fn a_file_with_nothing_but_a_name_is_small() {
    assert_eq!(one(&text(&[("F", 10.0, 50.0, 700.0, "Mara Quist")])).lines.len(), 1);
}
