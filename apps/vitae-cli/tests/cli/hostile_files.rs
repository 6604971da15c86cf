//! Files that want to hurt the reader, built here so that none of them lies in the repository.

pub(crate) use crate::pdf_objects::file as pdf;
use crate::pdf_objects::stream;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A DOCX or ODT with these members.
pub(crate) fn package(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A DOCX whose body is this XML.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let types = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    package(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("word/document.xml", document(body).as_bytes()),
    ])
}

fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    )
}

/// 300 MB of blanks in a few hundred kilobytes.
pub(crate) fn zip_bomb() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<w:document><w:body><w:p><w:r><w:t>").unwrap();
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..300 {
        zip.write_all(&blanks).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Entities of entities: a billion words in a kilobyte.
pub(crate) fn entity_bomb() -> Vec<u8> {
    let mut doctype = String::from("<!DOCTYPE w [<!ENTITY a0 \"word \">");
    for level in 1..10 {
        let inner = format!("&a{};", level - 1).repeat(10);
        doctype.push_str(&format!("<!ENTITY a{level} \"{inner}\">"));
    }
    let xml = format!(
        r#"<?xml version="1.0"?>{doctype}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Ann Aldane &a9;</w:t></w:r></w:p></w:body></w:document>"#
    );
    package(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

/// `count` pages that all show the same text; object 4 is their content, 5 what it may draw.
pub(crate) fn pages(count: usize, text: &str, form: &str, trailer: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", 6 + page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {count} >>", kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
        stream("", &format!("BT /F 10 Tf 50 700 Td ({text}) Tj ET /X Do /X Do")),
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 5 0 R >> >>",
            form,
        ),
    ];
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources \
        << /Font << /F 3 0 R >> /XObject << /X 5 0 R >> >> >>";
    objects.extend((0..count).map(|_| page.to_owned()));
    pdf(&objects, trailer)
}

/// A tree of pages that holds itself.
pub(crate) fn page_loop() -> Vec<u8> {
    let kids = "<< /Type /Pages /Kids [2 0 R 2 0 R 1 0 R] /Count 1000000 >>".to_owned();
    pdf(&["<< /Type /Catalog /Pages 2 0 R >>".to_owned(), kids], "")
}

/// `open` and `close` around a word, each `depth` times.
pub(crate) fn nested(open: &str, close: &str, depth: usize) -> Vec<u8> {
    format!("{}Ann{}", open.repeat(depth), close.repeat(depth)).into_bytes()
}
