//! PDFs written object by object, for the tests of several crates (each takes this file by its path):
//! objects in, bytes of a file with a table of their places out.
#![allow(dead_code, reason = "no test needs all of it")]

/// Puts objects together to a file. Object 1 is the catalogue; `HERE` in `trailer` becomes the place
/// of the table.
pub(crate) fn file(objects: &[String], trailer: &str) -> Vec<u8> {
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
    let trailer = trailer.replace("HERE", &table.to_string());
    let size = objects.len() + 1;
    bytes.extend(format!("trailer << /Size {size} /Root 1 0 R {trailer} >>\n").into_bytes());
    bytes.extend(format!("startxref\n{table}\n%%EOF").into_bytes());
    bytes
}

/// A stream object.
pub(crate) fn stream(dict: &str, content: &str) -> String {
    format!("<< {dict} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// Fonts by name: `F` Helvetica, `B` its bold, `I` a font of icons.
pub(crate) const FONTS: &str = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding \
    /WinAnsiEncoding >> /B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding \
    /WinAnsiEncoding >> /I << /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+FontAwesome6Free-Solid \
    /FirstChar 65 /Widths [1000] /Encoding /WinAnsiEncoding >> >>";

/// A file with one page per content; `page` and `resources` are added to each, `more` are objects
/// that they name (the first is `3 + 2 * pages`).
pub(crate) fn pages(contents: &[&str], page: &str, resources: &str, more: &[String]) -> Vec<u8> {
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
