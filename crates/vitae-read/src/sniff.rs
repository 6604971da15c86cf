//! Says what bytes are. Content decides; the name only breaks ties between text formats.

use crate::ReadError;
use crate::archive::member_names;
use crate::decode::{as_is, decode};
use crate::markers;
use vitae_document::Format;

/// What the bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// The format.
    pub format: Format,
    /// The extension of the name, when it says something else than the content.
    pub wrong_extension: Option<String>,
}

/// How much of a text is looked at; enough for any preamble.
const SAMPLE: usize = 64 << 10;

/// Looks at `bytes` and, where these do not decide, at the file's `name`.
///
/// # Errors
/// [`ReadError::Empty`]; [`ReadError::Unsupported`] with a way to convert; [`ReadError::Password`]
/// for an encrypted DOCX; [`ReadError::Damaged`] for noise whose name promises a format;
/// [`ReadError::Unrecognised`].
pub fn sniff(bytes: &[u8], name: Option<&str>) -> Result<Sniffed, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let extension = name.and_then(extension);
    let extension = extension.as_deref();
    let format = match binary(bytes)? {
        Some(format) => format,
        None => text(bytes, extension)?,
    };
    let wrong = extension.filter(|extension| contradicts(extension, format));
    Ok(Sniffed { format, wrong_extension: wrong.map(String::from) })
}

fn extension(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next()?;
    let (stem, extension) = file.rsplit_once('.')?;
    (!stem.is_empty()).then(|| extension.to_ascii_lowercase())
}

/// Whether a known extension promises another format. `.txt` fits everything that is typed by hand.
fn contradicts(extension: &str, format: Format) -> bool {
    use Format::{Docx, Html, Latex, LinkedIn, Markdown, Odt, Pdf, ReactiveResume, RenderCv, Rtf};
    use Format::{JsonResume as Json, Text, Yaml};
    match extension {
        "pdf" => format != Pdf,
        "docx" | "docm" | "dotx" => format != Docx,
        "odt" | "ott" | "fodt" => format != Odt,
        "rtf" => format != Rtf,
        "zip" => format != LinkedIn,
        "html" | "htm" | "xhtml" => format != Html,
        "json" => !matches!(format, Json | ReactiveResume),
        "yaml" | "yml" => !matches!(format, Yaml | RenderCv),
        "md" | "markdown" | "mdown" | "mkd" => !matches!(format, Markdown | Text),
        "tex" | "ltx" => !matches!(format, Latex | Text),
        "txt" | "text" => matches!(format, Pdf | Docx | Odt | Rtf | LinkedIn | Html),
        "doc" | "pages" | "png" | "jpg" | "jpeg" | "gif" | "webp" | "heic" | "tif" | "tiff" => true,
        _ => false,
    }
}

fn unsupported(name: &'static str, convert: &'static str) -> ReadError {
    ReadError::Unsupported { name, convert }
}

/// Formats with a signature. `None`: perhaps text.
fn binary(bytes: &[u8]) -> Result<Option<Format>, ReadError> {
    let head = &bytes[..bytes.len().min(1024)];
    if head.windows(5).any(|five| five[0] == b'%' && five == b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return zip(bytes).map(Some);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(ole(bytes));
    }
    if head.starts_with(b"{\\rtf") {
        return Ok(Some(Format::Rtf));
    }
    if head.starts_with(b"%!PS") {
        return Err(unsupported("PostScript", "turn it into a PDF, for example with `ps2pdf`"));
    }
    match picture(head) {
        Some(name) => Err(unsupported(
            name,
            "a picture has no text that programs can read: export the resume itself as PDF or DOCX",
        )),
        None => Ok(None),
    }
}

fn picture(head: &[u8]) -> Option<&'static str> {
    let at = |offset: usize, magic: &[u8]| {
        head.get(offset..).is_some_and(|rest| rest.starts_with(magic))
    };
    if at(0, b"\x89PNG") {
        Some("PNG picture")
    } else if at(0, b"\xff\xd8\xff") {
        Some("JPEG picture")
    } else if at(0, b"GIF8") {
        Some("GIF picture")
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Some("WebP picture")
    } else if at(0, b"II*\0") || at(0, b"MM\0*") {
        Some("TIFF picture")
    } else if at(0, b"BM") && at(6, b"\0\0\0\0") {
        Some("BMP picture")
    } else if at(4, b"ftyp") && [&b"heic"[..], b"heix", b"mif1", b"avif"].iter().any(|b| at(8, b)) {
        Some("HEIC picture")
    } else {
        None
    }
}

/// What an OLE2 container is: a Word document of before 2007, or an encrypted DOCX.
pub(crate) fn ole(bytes: &[u8]) -> ReadError {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        ReadError::Password { format: Format::Docx }
    } else if has("WordDocument") {
        unsupported("DOC (Word 97–2003)", "open it and save it as DOCX or PDF")
    } else {
        unsupported("OLE2 (old Microsoft Office)", "open it and save it as DOCX or PDF")
    }
}

fn zip(bytes: &[u8]) -> Result<Format, ReadError> {
    let names = member_names(bytes);
    let any = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
    if any(&|name| name.starts_with("word/") || name.starts_with("word\\")) {
        Ok(Format::Docx)
    } else if any(&is_linkedin) {
        Ok(Format::LinkedIn)
    } else if any(&|name| name.starts_with("Index/") && name.ends_with(".iwa"))
        || any(&|name| name == "Index.zip")
    {
        Err(unsupported("Apple Pages", "in Pages, choose File > Export To > PDF or Word"))
    } else if let Some(kind) = open_document(bytes) {
        match kind {
            "text" | "text-template" | "text-master" => Ok(Format::Odt),
            _ => Err(unsupported("spreadsheet and slide", "export the resume as PDF")),
        }
    } else if any(&|name| name == "content.xml") {
        Ok(Format::Odt)
    } else if any(&|name| name.starts_with("xl/") || name.starts_with("ppt/")) {
        Err(unsupported("spreadsheet and slide", "export the resume as PDF"))
    } else if any(&|name| name == "[Content_Types].xml") {
        let detail = "the package holds no word/document.xml".into();
        Err(ReadError::Damaged { format: Format::Docx, detail })
    } else {
        let what = format!("a ZIP file with {} members, none of them a resume", names.len());
        Err(ReadError::Unrecognised { what })
    }
}

/// What follows in the media type of an OpenDocument package, which is its first member, unpacked.
fn open_document(bytes: &[u8]) -> Option<&str> {
    const TYPE: &str = "mimetypeapplication/vnd.oasis.opendocument.";
    let head = &bytes[..bytes.len().min(256)];
    let at = head.windows(TYPE.len()).position(|window| window == TYPE.as_bytes())?;
    let rest = &head[at + TYPE.len()..];
    let end = rest.iter().position(|byte| !byte.is_ascii_lowercase() && *byte != b'-');
    std::str::from_utf8(&rest[..end.unwrap_or(rest.len())]).ok()
}

/// `Profile.csv` or `Positions.csv`, at the top or in one folder.
fn is_linkedin(name: &str) -> bool {
    let file = name.split_once('/').map_or(name, |(_, file)| file);
    matches!(file, "Profile.csv" | "Positions.csv")
}

fn text(bytes: &[u8], extension: Option<&str>) -> Result<Format, ReadError> {
    let mut cut = bytes.len().min(SAMPLE);
    while cut < bytes.len() && cut > 0 && bytes[cut] & 0xc0 == 0x80 {
        cut -= 1;
    }
    if is_noise(&bytes[..cut]) {
        return Err(noise(extension));
    }
    let decoded;
    let sample = match as_is(&bytes[..cut]) {
        Some(text) => text,
        None => {
            decoded = decode(&bytes[..cut], SAMPLE).text;
            &decoded
        }
    };
    // The keys of JSON may stand in any order, so that all of it is looked at.
    let start = sample.trim_start();
    if markers::is_json(start) {
        let all = decode(bytes, usize::MAX).text;
        return Ok(markers::json(&all));
    }
    if extension == Some("json") {
        return Ok(Format::JsonResume);
    }
    if start.starts_with("<svg") || (start.starts_with("<?xml") && start.contains("<svg")) {
        return Err(unsupported("SVG picture", "export the resume itself as PDF or DOCX"));
    }
    Ok(markers::text(start, extension))
}

/// Bytes that are no text in any encoding that is read here.
fn is_noise(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(8192)];
    if sample.starts_with(b"\xff\xfe") || sample.starts_with(b"\xfe\xff") {
        return false;
    }
    if as_is(sample).is_some() {
        return false;
    }
    let decoded = decode(sample, usize::MAX);
    let characters = decoded.text.chars().count();
    let (mut controls, mut invalid) = (0, 0);
    for hazard in &decoded.hazards {
        match hazard.kind {
            vitae_document::HazardKind::ControlCharacters { count } => controls += count as usize,
            vitae_document::HazardKind::InvalidUtf8 { bytes } => invalid += bytes as usize,
            _ => {}
        }
    }
    controls * 20 > characters + controls || invalid * 3 > sample.len()
}

fn noise(extension: Option<&str>) -> ReadError {
    let damaged = |format, detail: &str| ReadError::Damaged { format, detail: detail.into() };
    match extension {
        Some("pdf") => damaged(Format::Pdf, "its first 1024 bytes hold no `%PDF-` header"),
        Some("odt" | "ott") => damaged(Format::Odt, "it does not start as a ZIP package"),
        Some("rtf") => damaged(Format::Rtf, "it does not start with `{\\rtf`"),
        Some("docx" | "docm") => damaged(Format::Docx, "it does not start as a ZIP package"),
        _ => ReadError::Unrecognised {
            what: "bytes that are no text in UTF-8, UTF-16 or Latin".into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn format(text: &str, name: &str) -> Format {
        sniff(text.as_bytes(), Some(name)).unwrap().format
    }

    /// A ZIP directory with these names and nothing in it.
    fn zip_of(names: &[&str]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        let start = bytes.len() as u32;
        for name in names {
            let mut header = vec![0; 46];
            header[..4].copy_from_slice(b"PK\x01\x02");
            header[28] = name.len() as u8;
            bytes.extend(header);
            bytes.extend(name.bytes());
        }
        let mut end = vec![0; 22];
        end[..4].copy_from_slice(b"PK\x05\x06");
        end[16..20].copy_from_slice(&start.to_le_bytes());
        bytes.extend(end);
        bytes
    }

    #[test]
    fn signatures_decide_whatever_the_name_says() {
        let pdf = sniff(b"\n\n%PDF-1.7 ...", Some("cv.docx")).unwrap();
        assert_eq!(pdf.format, Format::Pdf);
        assert_eq!(pdf.wrong_extension.as_deref(), Some("docx"));
        assert_eq!(sniff(b"%PDF-1.7", Some("cv.pdf")).unwrap().wrong_extension, None);
        let docx = zip_of(&["[Content_Types].xml", "word/document.xml"]);
        assert_eq!(sniff(&docx, None).unwrap().format, Format::Docx);
        assert_eq!(sniff(b"{\\rtf1 Ann}", Some("cv.doc")).unwrap().format, Format::Rtf);
        let odt = zip_of(&["mimetype", "content.xml"]);
        assert_eq!(sniff(&odt, Some("cv.odt")).unwrap().wrong_extension, None);
        assert_eq!(sniff(&odt, None).unwrap().format, Format::Odt);
        let flat = "<?xml version='1.0'?>\n<office:document xmlns:office='o'><office:body>";
        assert_eq!(format(flat, "cv.xml"), Format::Odt);
        let linkedin = zip_of(&["Basic_Export/Profile.csv", "Basic_Export/Positions.csv"]);
        assert_eq!(sniff(&linkedin, Some("x.zip")).unwrap().format, Format::LinkedIn);
    }

    #[test]
    fn what_is_not_read_says_how_to_convert() {
        for (bytes, part) in [
            (b"\x89PNG\r\n".to_vec(), "PNG"),
            (b"\xff\xd8\xff\xe0".to_vec(), "JPEG"),
            (zip_of(&["Index/Document.iwa"]), "Pages"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0".to_vec(),
                "DOC",
            ),
        ] {
            let error = sniff(&bytes, None).unwrap_err();
            assert!(matches!(error, ReadError::Unsupported { .. }), "{part}");
            assert!(error.to_string().contains(part), "{error}");
        }
        assert!(matches!(sniff(&zip_of(&["a.txt"]), None), Err(ReadError::Unrecognised { .. })));
    }

    #[test]
    fn noise_is_named_after_what_it_should_be() {
        let noise: Vec<u8> =
            (0..2000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(matches!(sniff(&noise, None), Err(ReadError::Unrecognised { .. })));
        let error = sniff(&noise, Some("cv.pdf")).unwrap_err();
        assert!(matches!(error, ReadError::Damaged { format: Format::Pdf, .. }));
        assert_eq!(sniff(b"", None), Err(ReadError::Empty));
    }

    #[test]
    fn data_formats_are_told_apart_by_their_keys() {
        assert_eq!(format(r#"{"basics": {"name": "Ann"}}"#, "x"), Format::JsonResume);
        assert_eq!(format("{}", "x"), Format::JsonResume);
        let reactive = r#"{"basics": {}, "sections": {"a": "\"}"}, "metadata": {}}"#;
        assert_eq!(format(reactive, "x.json"), Format::ReactiveResume);
        let nested = r#"{"basics": {"sections": 1, "metadata": 2}}"#;
        assert_eq!(format(nested, "x.json"), Format::JsonResume);
        assert_eq!(format("{ not json", "x.json"), Format::JsonResume);
        assert_eq!(format("{ not json", "x.txt"), Format::Text);
        assert_eq!(format("cv:\n  name: Ann\n", "x"), Format::RenderCv);
        assert_eq!(format("# a comment\ncv:\n  name: Ann\n", "x.yml"), Format::RenderCv);
        assert_eq!(format("basics:\n  name: Ann\nwork:\n  - name: Tarn\n", "x"), Format::Yaml);
        assert_eq!(format("name: Ann\n", "x.yaml"), Format::Yaml);
    }

    #[test]
    fn text_formats_are_told_apart_by_their_marks() {
        assert_eq!(format("<!DOCTYPE html><p>Ann", "x"), Format::Html);
        assert_eq!(format("<!-- c --><html><p>Ann", "x.txt"), Format::Html);
        assert_eq!(format("\\documentclass{article}\n\\begin{document}", "x"), Format::Latex);
        assert_eq!(format("# Ann Li\n\n## Work\n\n- Built", "x"), Format::Markdown);
        assert_eq!(format("Ann Li\n\nWORK\n====\n- Built", "x.txt"), Format::Text);
        assert_eq!(format("Ann Li\n\nSkills: Go\nwork: yes", "x"), Format::Text);
        assert_eq!(format("---\nname: Ann\n---\n# Work\n", "x.md"), Format::Markdown);
        assert_eq!(format("Ann\n", "x.md"), Format::Markdown);
    }

    proptest! {
        #[test]
        fn any_bytes_are_sniffed(bytes in proptest::collection::vec(any::<u8>(), 0..400), json in "[\\[{\"}:a,\\\\ ]{0,60}") {
            let _ = sniff(&bytes, Some("a.pdf"));
            let _ = sniff(json.as_bytes(), None);
            let _ = sniff(&[b"PK\x03\x04", &bytes[..], b"PK\x05\x06", &bytes[..]].concat(), None);
        }
    }
}
