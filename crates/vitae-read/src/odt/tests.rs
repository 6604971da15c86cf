use super::*;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use vitae_document::{Hazard, HazardKind, HiddenBy, LineRole};
use zip::write::SimpleFileOptions;

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, source) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(source.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const STYLES: &str = r##"<office:document-styles><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="0.2in" fo:border-bottom="0.5pt solid #000000"/><style:text-properties fo:font-size="130%" fo:font-weight="bold"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:styles><office:automatic-styles>
<style:page-layout style:name="Mpm1"><style:page-layout-properties/></style:page-layout>
<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Mpm1">
<style:header><text:p text:style-name="P1">ines@example.com</text:p></style:header>
<style:footer><text:p>page <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles></office:document-styles>"##;

const AUTOMATIC: &str = r##"<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>
<style:style style:name="T1" style:family="text" style:parent-style-name="Strong"><style:text-properties fo:font-style="italic" fo:color="#336699"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="fr1" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#203040"/></style:style>
<style:style style:name="S2" style:family="section"><style:section-properties><style:columns fo:column-count="2"/></style:section-properties></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-number text:level="2" style:num-format=""/></text:list-style>"##;

fn content(body: &str) -> String {
    format!(
        "<office:document-content><office:automatic-styles>{AUTOMATIC}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
}

fn document(body: &str) -> Document {
    let bytes = package(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content(body)),
        ("styles.xml", STYLES),
        (
            "meta.xml",
            "<office:document-meta><office:meta><dc:title>Resume</dc:title><meta:initial-creator>Ines</meta:initial-creator><meta:generator>Any/1</meta:generator></office:meta></office:document-meta>",
        ),
    ]);
    read(&bytes, &Limits::default()).unwrap()
}

fn lines(document: &Document) -> Vec<(&str, LineRole)> {
    document.lines.iter().map(|line| (document.line_text(line), line.role)).collect()
}

fn kinds(document: &Document) -> Vec<&HazardKind> {
    document.hazards.iter().map(|hazard| &hazard.kind).collect()
}

#[test]
fn styles_spaces_and_breaks() {
    let document = document(
        r#"<text:h text:style-name="P1" text:outline-level="1">Work &amp;
           more</text:h><text:p text:style-name="Standard">Tarn <text:span text:style-name="T1">Labs</text:span><text:tab/><text:tab/>2024<text:line-break/> Leeds<text:s text:c="8"/>UK<text:soft-page-break/></text:p>"#,
    );
    assert_eq!(
        lines(&document),
        [
            ("ines@example.com", LineRole::Text),
            ("Work & more", LineRole::Heading(1)),
            ("Tarn Labs\t2024", LineRole::Text),
            ("Leeds\tUK", LineRole::Continuation),
            ("page", LineRole::Text),
        ]
    );
    assert_eq!(document.lines[0].style.size, 8.0, "automatic styles of the two parts are apart");
    let heading = &document.lines[1];
    assert!(heading.ruled && heading.style.bold && (heading.style.size - 14.3).abs() < 0.01);
    let labs = document.runs.iter().find(|run| run.range.of(&document.text) == "Labs").unwrap();
    assert!(labs.style.bold && labs.style.italic && labs.style.color == [0x33, 0x66, 0x99]);
    assert_eq!(document.metadata.title.as_deref(), Some("Resume"));
    assert_eq!(document.metadata.author.as_deref(), Some("Ines"));
    assert!(kinds(&document).contains(&&HazardKind::HeaderFooter { characters: 16 }));
}

#[test]
fn lists_have_depth_and_levels_without_a_mark_are_text() {
    let document = document(
        r#"<text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:p>more</text:p>
        <text:list><text:list-item><text:p>bare</text:p></text:list-item></text:list></text:list-item>
        <text:list-header><text:p>head</text:p></text:list-header></text:list>
        <text:list><text:list-item><text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list>"#,
    );
    assert_eq!(
        lines(&document)[1..6],
        [
            ("one", LineRole::Item(0)),
            ("more", LineRole::Text),
            ("bare", LineRole::Text),
            ("head", LineRole::Text),
            ("deep", LineRole::Item(1)),
        ]
    );
}

#[test]
fn tables_frames_notes_and_columns() {
    let document = document(
        r#"<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell><table:table><table:table-row><table:table-cell><text:p>inner</text:p></table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
        <text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body></text:note><draw:frame draw:style-name="fr1"><draw:text-box><text:p><text:span text:style-name="T3">white on dark</text:span></text:p></draw:text-box></draw:frame></text:p>
        <text:p><draw:frame><draw:image/></draw:frame><draw:custom-shape><text:p>shape</text:p></draw:custom-shape></text:p>
        <text:section text:style-name="S2"><text:p>left</text:p><text:p>right</text:p></text:section>
        <text:section text:display="none"><text:p>gone</text:p></text:section>"#,
    );
    let texts: Vec<&str> = lines(&document).iter().map(|(text, _)| *text).collect();
    assert_eq!(
        texts,
        [
            "ines@example.com",
            "a",
            "inner",
            "b",
            "Text",
            "white on dark",
            "a note",
            "shape",
            "left",
            "right",
            "page"
        ]
    );
    assert_eq!(document.lines[2].role, LineRole::Cell { table: 1, row: 0, column: 0 });
    let kinds = kinds(&document);
    for kind in [
        HazardKind::TextBox { characters: 11 },
        HazardKind::Table { rows: 2, columns: 2, characters: 7 },
        HazardKind::Images { count: 1 },
        HazardKind::HiddenText { by: HiddenBy::Markup, characters: 4 },
    ] {
        assert!(kinds.contains(&&kind), "{kind:?} of {kinds:?}");
    }
    assert!(kinds.iter().any(|kind| matches!(kind, HazardKind::Columns { columns: 2, share: 18 })));
}

#[test]
fn links_hidden_text_and_changes() {
    let document = document(
        r##"<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:p><text:a xlink:href="https://ines.example.com/?a=1&amp;b">site</text:a> <text:a xlink:href="#top">top</text:a><text:span text:style-name="T2">secret</text:span><text:span text:style-name="T3">white</text:span><office:annotation><text:p>hm</text:p></office:annotation></text:p>
        <text:p>seen<text:hidden-paragraph text:is-hidden="true"/></text:p>"##,
    );
    assert_eq!(document.text, "ines@example.com\nsite top\npage\n");
    let links: Vec<(&str, &str)> = document
        .links
        .iter()
        .map(|link| (link.range.of(&document.text), link.uri.as_str()))
        .collect();
    assert_eq!(links, [("site", "https://ines.example.com/?a=1&b")]);
    for kind in [
        HazardKind::HiddenText { by: HiddenBy::Markup, characters: 10 },
        HazardKind::HiddenText { by: HiddenBy::Colour, characters: 5 },
        HazardKind::TrackedChanges { count: 1 },
        HazardKind::Comments { count: 1 },
    ] {
        assert!(document.hazards.contains(&Hazard::file(kind.clone())), "{kind:?}");
    }
}

#[test]
fn a_flat_file_is_read_the_same() {
    let body = "<text:p>Ann <text:span text:style-name='T1'>Li</text:span></text:p>";
    let flat = content(body).replace("document-content", "document");
    let flat = format!("<?xml version='1.0'?>{flat}");
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(flat.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [flat.into_bytes(), utf16] {
        assert_eq!(read(&bytes, &Limits::default()).unwrap().text, "Ann Li\n");
    }
}

#[test]
fn broken_packages_say_what_is_wrong() {
    let error = |bytes: &[u8]| read(bytes, &Limits::default()).unwrap_err();
    assert!(error(&package(&[("a.xml", "x")])).to_string().contains("content.xml"));
    assert!(matches!(error(b"PK\x03\x04 and nothing"), ReadError::Damaged { .. }));
    let sheet = "<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>";
    assert!(error(&package(&[("content.xml", sheet)])).to_string().contains("no text document"));
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let locked = package(&[("META-INF/manifest.xml", manifest), ("content.xml", "\u{1}")]);
    assert_eq!(error(&locked), ReadError::Password { format: Format::Odt });
}

proptest! {
    #[test]
    fn any_body_is_read(body in "(<(/|)(text:(p|h|list|list-item|span|a|s|tab|note|note-body|section)|table:(table|table-row|table-cell)|draw:(frame|text-box))( text:c='9'|/|)>|[a-c &;é]){0,40}") {
        let _ = read(&package(&[("content.xml", &content(&body))]), &Limits::default());
    }

    #[test]
    fn any_damage_is_survived(at in 0..4000_usize, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = package(&[("content.xml", &content("<text:p>kept</text:p>")), ("styles.xml", STYLES)]);
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let _ = read(&bytes, &Limits::default());
    }
}
