//! What a DOCX says is read: text, looks, links, hazards. `shapes` has what stands beside the text,
//! `robust` what is broken or hostile.

mod robust;
mod shapes;

use super::*;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use vitae_document::{HiddenBy, LineRole};
use zip::write::SimpleFileOptions;

/// A package with these parts, and the relationships that lead to them.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, source) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(source.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELS: &str = r#"<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/>
<Relationship Id="n" Type="x/numbering" Target="numbering.xml"/>
<Relationship Id="h" Type="x/header" Target="header1.xml"/>
<Relationship Id="f" Type="x/footer" Target="/word/footer1.xml"/>
<Relationship Id="c" Type="x/comments" Target="comments.xml"/>
<Relationship Id="l" Type="x/hyperlink" TargetMode="External" Target="https://ines.example.com/?a=1&amp;b"/>
</Relationships>"#;

const STYLES: &str = r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="264"/><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="LB2"><w:name w:val="List Bullet 2"/></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;

fn document(body: &str) -> Document {
    document_with(body, &[])
}

/// A document with these parts besides the usual ones.
fn document_with(body: &str, more: &[(&str, &str)]) -> Document {
    let source = format!("<w:document><w:body>{body}</w:body></w:document>");
    let parts = [
        ("word/document.xml", source.as_str()),
        ("word/_rels/document.xml.rels", RELS),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>ines@example.com</w:t></w:r></w:p></w:hdr>"),
        (
            "word/footer1.xml",
            "<w:ftr><w:p><w:r><w:t>page </w:t></w:r><w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>",
        ),
        ("word/comments.xml", "<w:comments><w:comment/></w:comments>"),
        (
            "docProps/core.xml",
            "<cp:p><dc:title>Resume</dc:title><dc:creator>Ines</dc:creator></cp:p>",
        ),
    ];
    // A part of the same name stands for the usual one.
    let usual = parts.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let parts: Vec<(&str, &str)> = usual.chain(more).copied().collect();
    let bytes = package(&parts);
    read(&bytes, &Limits::default()).unwrap()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn lines(document: &Document) -> Vec<(&str, LineRole)> {
    document.lines.iter().map(|line| (document.line_text(line), line.role)).collect()
}

#[test]
fn styles_lists_and_breaks() {
    let document = document(
        r#"<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>Work &amp; more</w:t></w:r></w:p>
        <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Tarn</w:t></w:r><w:r><w:tab/><w:tab/><w:t>2024</w:t><w:br/><w:t>Leeds</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>Cut on</w:t><w:noBreakHyphen/><w:t>call pa</w:t><w:softHyphen/><w:t>ges</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="LB2"/></w:pPr><w:r><w:t>deep</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">Tarn         2024</w:t></w:r></w:p>"#,
    );
    assert_eq!(
        lines(&document),
        [
            ("Work & more", LineRole::Heading(1)),
            ("Tarn\t2024", LineRole::Text),
            ("Leeds", LineRole::Continuation),
            ("Cut on-call pages", LineRole::Item(0)),
            ("deep", LineRole::Item(1)),
            ("Tarn\t2024", LineRole::Text),
        ]
    );
    let heading = &document.lines[0];
    assert!(heading.ruled && heading.style.bold && heading.style.size == 14.0);
    assert!(document.lines[1].style.size == 11.0);
    assert_eq!(document.metadata.author.as_deref(), Some("Ines"));
    assert!(document.hazards.contains(&Hazard::file(HazardKind::SoftHyphens { count: 1 })));
    assert!(document.hazards.contains(&Hazard::file(HazardKind::Comments { count: 1 })));
}

#[test]
fn headers_boxes_and_tables_are_read_once_and_reported() {
    let boxed = paragraph("In a box");
    let document = document(&format!(
        r#"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{boxed}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{boxed}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:tbl><w:tr><w:tc>{a}</w:tc><w:tc>{b}<w:tbl><w:tr><w:tc>{c}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>
        <w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/><w:cols w:num="2"/></w:sectPr>"#,
        a = paragraph("a"),
        b = paragraph("b"),
        c = paragraph("c"),
    ));
    let cell = |table, row, column| LineRole::Cell { table, row, column };
    assert_eq!(
        lines(&document),
        [
            ("ines@example.com", LineRole::Text),
            ("In a box", LineRole::Text),
            ("a", cell(0, 0, 0)),
            ("b", cell(0, 0, 1)),
            ("c", cell(1, 0, 0)),
            ("page", LineRole::Text),
        ]
    );
    let kinds: Vec<&HazardKind> = document.hazards.iter().map(|hazard| &hazard.kind).collect();
    assert!(kinds.contains(&&HazardKind::HeaderFooter { characters: 16 }));
    assert!(kinds.contains(&&HazardKind::TextBox { characters: 6 }));
    assert!(kinds.contains(&&HazardKind::Table { rows: 1, columns: 2, characters: 3 }));
    assert!(kinds.iter().any(|kind| matches!(kind, HazardKind::Columns { columns: 2, .. })));
}

#[test]
fn links_by_relationship_and_field() {
    let document = document(
        r#"<w:p><w:hyperlink r:id="l"><w:r><w:t>site</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> or </w:t></w:r>
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:ines@example.com" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>mail</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
    );
    let links: Vec<(&str, &str)> = document
        .links
        .iter()
        .map(|link| (link.range.of(&document.text), link.uri.as_str()))
        .collect();
    assert_eq!(
        links,
        [("site", "https://ines.example.com/?a=1&b"), ("mail", "mailto:ines@example.com")]
    );
    assert_eq!(document.text, "site or mail\n");
}

#[test]
fn hidden_and_deleted_text_is_left_out() {
    let document = document(
        r#"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>white</w:t></w:r>
        <w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>tiny</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>
        <w:r><w:rPr><w:color w:val="FFFFFF"/><w:shd w:fill="000000"/></w:rPr><w:t> seen</w:t></w:r></w:p>"#,
    );
    assert_eq!(document.text, "new seen\n");
    for kind in [
        HazardKind::HiddenText { by: HiddenBy::Markup, characters: 6 },
        HazardKind::HiddenText { by: HiddenBy::Colour, characters: 5 },
        HazardKind::HiddenText { by: HiddenBy::Size, characters: 4 },
        HazardKind::TrackedChanges { count: 2 },
    ] {
        assert!(document.hazards.contains(&Hazard::file(kind.clone())), "{kind:?}");
    }
}

proptest! {
    #[test]
    fn any_body_is_read(body in "(<(/|)w:(p|r|t|tbl|tr|tc|hyperlink|fldChar|br|tab|sdt|sdtContent|txbxContent|drawing)( w:val='1'|/|)>|[a-c &;é]){0,40}") {
        let bytes = package(&[("word/document.xml", &format!("<d><body>{body}"))]);
        let _ = read(&bytes, &Limits::default());
    }

    #[test]
    fn any_damage_is_survived(at in 0..2000_usize, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = package(&[("word/document.xml", &paragraph("kept")), ("word/styles.xml", STYLES), ("word/_rels/document.xml.rels", RELS)]);
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let _ = read(&bytes, &Limits::default());
    }
}
