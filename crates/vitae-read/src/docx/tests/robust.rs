use super::*;

#[test]
fn broken_packages_say_what_is_wrong() {
    let error = |bytes: &[u8]| read(bytes, &Limits::default()).unwrap_err();
    assert!(error(&package(&[("a.txt", "x")])).to_string().contains("word/document.xml"));
    assert!(matches!(error(b"PK\x03\x04 and nothing"), ReadError::Damaged { .. }));
    let locked = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &utf16("EncryptedPackage")].concat();
    assert_eq!(error(&locked), ReadError::Password { format: Format::Docx });
    let cut = package(&[("word/document.xml", "<w:document><w:body><w:p><w:r")]);
    assert!(error(&cut).to_string().contains("breaks off at byte"));
    let half = format!("<w:document><w:body>{}<w:p", paragraph("kept"));
    let document = read(&package(&[("word/document.xml", &half)]), &Limits::default()).unwrap();
    assert_eq!(document.text, "kept\n");
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn limits_are_named() {
    let limits = Limits { expanded_bytes: 1 << 20, ..Limits::default() };
    let bomb = package(&[("word/document.xml", &" ".repeat(3 << 20))]);
    assert!(bomb.len() < 10_000);
    let error = read(&bomb, &limits).unwrap_err();
    assert_eq!(error, ReadError::Limit { limit: "1 MB unpacked".into() });
    let deep = document(&format!(
        "{}{}{}",
        "<w:sdt><w:sdtContent>".repeat(10_000),
        paragraph("x"),
        "</w:sdtContent></w:sdt>".repeat(10_000)
    ));
    assert!(
        deep.hazards.iter().any(|hazard| matches!(&hazard.kind, HazardKind::LimitReached { .. }))
    );
    let many = read(
        &package(&[(
            "word/document.xml",
            &format!("<w:document>{}</w:document>", paragraph("abcdef").repeat(100)),
        )]),
        &Limits { characters: 50, ..Limits::default() },
    );
    assert!(many.unwrap().text.len() < 70);
}

fn error(bytes: &[u8]) -> ReadError {
    read(bytes, &Limits::default()).unwrap_err()
}

#[test]
fn a_spare_part_that_is_broken_costs_only_itself() {
    let body = format!("<w:document><w:body>{}</w:body></w:document>", paragraph("kept"));
    let mut bytes = package(&[
        ("word/document.xml", &body),
        ("word/_rels/document.xml.rels", RELS),
        ("word/styles.xml", STYLES),
    ]);
    // Bytes of the packed styles, which are the last member.
    let name = b"word/styles.xml";
    let at = bytes.windows(name.len()).position(|window| window == name).unwrap() + name.len();
    for byte in &mut bytes[at + 8..at + 40] {
        *byte ^= 0x55;
    }
    let document = read(&bytes, &Limits::default()).unwrap();
    assert_eq!(document.text, "kept\n");
    let damage = |kind: &HazardKind| matches!(kind, HazardKind::Damaged { detail } if detail.contains("word/styles.xml"));
    assert!(document.hazards.iter().any(|hazard| damage(&hazard.kind)), "{:?}", document.hazards);
}

#[test]
fn a_package_without_its_lists_is_read() {
    let body = format!("<w:document><w:body>{}</w:body></w:document>", paragraph("kept"));
    // No content types, no relationships, and names as some writers spell them.
    let document = read(&package(&[("Word\\Document.xml", &body)]), &Limits::default()).unwrap();
    assert_eq!(document.text, "kept\n");
}

#[test]
fn a_directory_that_is_lost_is_said() {
    let body = format!("<w:document><w:body>{}</w:body></w:document>", paragraph("kept"));
    let bytes = package(&[("word/document.xml", &body)]);
    let directory = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    assert!(error(&bytes[..directory]).to_string().contains("ZIP package cannot be opened"));
}

#[test]
fn a_hundred_thousand_members_are_refused() {
    let mut bytes = b"PK\x03\x04".to_vec();
    for _ in 0..100_000 {
        let mut header = vec![0; 46];
        header[..4].copy_from_slice(b"PK\x01\x02");
        bytes.extend(header);
    }
    assert_eq!(
        error(&bytes),
        ReadError::Limit { limit: "10000 members of the ZIP package".into() }
    );
}

#[test]
fn entities_are_neither_multiplied_nor_fetched() {
    let entities = r#"<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;"><!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;"><!ENTITY file SYSTEM "file:///etc/passwd">]>"#;
    let body = paragraph("a &lol3; b &file; c &amp; d");
    let source =
        format!("<?xml version='1.0'?>{entities}<w:document><w:body>{body}</w:body></w:document>");
    let document = read(&package(&[("word/document.xml", &source)]), &Limits::default()).unwrap();
    assert_eq!(document.text, "a &lol3; b &file; c & d\n");
}

#[test]
fn a_million_attributes_and_utf16_parts() {
    let many = "a='1' ".repeat(1_000_000);
    let body = format!(
        "<w:document><w:body><w:p {many}><w:r><w:t>kept</w:t></w:r></w:p></w:body></w:document>"
    );
    let document = read(&package(&[("word/document.xml", &body)]), &Limits::default()).unwrap();
    assert_eq!(document.text, "kept\n");
    let body = format!(
        "<?xml version='1.0' encoding='UTF-16'?><w:document><w:body>{}</w:body></w:document>",
        paragraph("J\u{f6}rn")
    );
    let bytes: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(body.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(&bytes).unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(read(&bytes, &Limits::default()).unwrap().text, "J\u{f6}rn\n");
}

#[test]
fn tables_inside_tables_and_boxes_inside_boxes_end() {
    for (open, close) in [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing></w:r></w:p>"),
        ("<w:p><w:ins>", "</w:ins></w:p>"),
    ] {
        let body = format!("{}{}{}", open.repeat(50_000), paragraph("x"), close.repeat(50_000));
        let document = document(&body);
        let limit = |kind: &HazardKind| matches!(kind, HazardKind::LimitReached { .. });
        assert!(document.hazards.iter().any(|hazard| limit(&hazard.kind)));
    }
}
