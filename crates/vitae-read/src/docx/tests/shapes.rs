use super::*;

fn texts(document: &Document) -> Vec<&str> {
    document.lines.iter().map(|line| document.line_text(line)).collect()
}

const MORE: &str = r#"<Relationships><Relationship Id="h1" Type="x/header" Target="first.xml"/>
<Relationship Id="h2" Type="x/header" Target="rest.xml"/><Relationship Id="h3" Type="x/header" Target="even.xml"/>
<Relationship Id="d" Type="x/diagramData" Target="diagrams/data1.xml"/><Relationship Id="c" Type="x/chart" Target="charts/chart1.xml"/>
<Relationship Id="l" Type="x/hyperlink" TargetMode="External" Target="https://ines.example.com/"/>
<Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>"#;

fn with_more(body: &str, more: &[(&str, &str)]) -> Document {
    let parts: Vec<(&str, &str)> =
        [("word/_rels/document.xml.rels", MORE)].into_iter().chain(more.iter().copied()).collect();
    document_with(body, &parts)
}

#[test]
fn only_headers_that_are_shown_are_read() {
    let edge = |text: &str| format!("<w:hdr>{}</w:hdr>", paragraph(text));
    let (first, rest, even) = (edge("ines@example.com"), edge("Ines Li, page 2"), edge("stale"));
    let parts =
        [("word/first.xml", first.as_str()), ("word/rest.xml", &rest), ("word/even.xml", &even)];
    let references = r#"<w:headerReference w:type="even" r:id="h3"/><w:headerReference w:type="default" r:id="h2"/><w:headerReference w:type="first" r:id="h1"/>"#;
    let body =
        |title: &str| format!("{}<w:sectPr>{references}{title}</w:sectPr>", paragraph("body"));
    let shown = with_more(&body("<w:titlePg/>"), &parts);
    assert_eq!(texts(&shown), ["ines@example.com", "body", "Ines Li, page 2"]);
    assert_eq!(texts(&with_more(&body(""), &parts)), ["Ines Li, page 2", "body"]);
}

#[test]
fn white_text_on_a_filled_shape_is_seen() {
    let white = r#"<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>white</w:t></w:r></w:p>"#;
    let shape = |fill: &str| {
        format!(
            "<w:p><w:r><w:drawing><wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{white}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>"
        )
    };
    let dark = r#"<a:solidFill><a:srgbClr val="203040"/></a:solidFill>"#;
    assert_eq!(texts(&document(&shape(dark))), ["white"]);
    let theme = r#"<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>"#;
    assert_eq!(texts(&document(&shape(theme))), ["white"]);
    assert_eq!(document(&shape("<a:noFill/>")).text, "");
    let table = |properties: &str| {
        format!("<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr><w:tc>{white}</w:tc></w:tr></w:tbl>")
    };
    assert_eq!(texts(&document(&table(r#"<w:tblStyle w:val="GridTable5Dark"/>"#))), ["white"]);
    assert_eq!(document(&table(r#"<w:tblStyle w:val="TableGrid"/>"#)).text, "");
}

#[test]
fn frames_diagrams_and_charts_are_read_and_reported() {
    let framed = r#"<w:p><w:pPr><w:framePr w:w="2000" w:hAnchor="page"/></w:pPr><w:r><w:t>framed</w:t></w:r></w:p>"#;
    let drawing = |id: &str| {
        format!("<w:p><w:r><w:drawing><a:graphicData>{id}</a:graphicData></w:drawing></w:r></w:p>")
    };
    let body = [
        framed.into(),
        framed.replace("framed", "too"),
        paragraph("body"),
        drawing(r#"<dgm:relIds r:dm="d" r:lo="x"/>"#),
        drawing(r#"<c:chart r:id="c"/>"#),
    ];
    let document = with_more(
        &body.concat(),
        &[
            (
                "word/diagrams/data1.xml",
                "<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>Go</a:t></a:r><a:r><a:t>lang</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>",
            ),
            (
                "word/charts/chart1.xml",
                "<c:chartSpace><c:cat><c:strRef><c:strCache><c:pt><c:v>Rust</c:v></c:pt><c:pt><c:v>Kafka</c:v></c:pt></c:strCache></c:strRef></c:cat></c:chartSpace>",
            ),
        ],
    );
    assert_eq!(texts(&document), ["framed", "too", "body", "Golang", "Rust, Kafka"]);
    for characters in [9, 6, 10] {
        let kind = HazardKind::TextBox { characters };
        assert!(document.hazards.iter().any(|hazard| hazard.kind == kind), "{kind:?}");
    }
}

#[test]
fn links_of_pictures_and_signs_of_symbol_fonts() {
    let document = with_more(
        r#"<w:p><w:r><w:drawing><wp:docPr><a:hlinkClick r:id="l"/></wp:docPr><a:blip/></w:drawing></w:r></w:p>
        <w:p><w:r><w:sym w:font="Wingdings" w:char="F028"/><w:t xml:space="preserve"> 1 </w:t><w:sym w:font="Webdings" w:char="F0C9"/></w:r><w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>m</w:t></w:r><w:r><w:t>s</w:t></w:r></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK https://tarn.example.com/ \o "tip"</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>Tarn</w:t><w:fldChar w:fldCharType="end"/></w:r>
        <w:r><w:ruby><w:rt><w:r><w:t>too small</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>kept</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"#,
        &[],
    );
    assert_eq!(texts(&document), ["☎ 1 μs", "Tarnkept"]);
    let targets: Vec<&str> = document.links.iter().map(|link| link.uri.as_str()).collect();
    assert_eq!(targets, ["https://ines.example.com/", "https://tarn.example.com/"]);
    assert!(document.hazards.contains(&Hazard::file(HazardKind::PrivateUse { glyphs: 1 })));
}

#[test]
fn styles_without_names_or_definitions_and_strict_lengths() {
    let styles = r#"<w:styles><w:style w:type="paragraph" w:styleId="Heading2"><w:rPr><w:sz w:val="13pt"/></w:rPr></w:style></w:styles>"#;
    let document = document_with(
        r#"<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Work</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>item</w:t></w:r></w:p>
        <w:p><w:pPr><w:ind w:left="1in"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/><w:webHidden/><w:caps/></w:rPr><w:t>As typed</w:t></w:r></w:p>"#,
        &[("word/styles.xml", styles)],
    );
    assert_eq!(
        lines(&document),
        [("Work", LineRole::Heading(2)), ("item", LineRole::Item(0)), ("As typed", LineRole::Text)]
    );
    assert_eq!(document.lines[0].style.size, 13.0);
    assert!(document.lines[2].indent > 7.0);
}

#[test]
fn long_cells_side_by_side_are_columns_and_deleted_rows_are_gone() {
    let many = |name: &str| (0..4).map(|at| paragraph(&format!("{name}{at}"))).collect::<String>();
    let document = document(&format!(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("Ines"),
        paragraph("gone"),
        many("a"),
        many("b"),
    ));
    assert_eq!(texts(&document), ["Ines", "a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3"]);
    let regions: Vec<u16> = document.lines.iter().map(|line| line.region).collect();
    assert!(regions[0] != regions[1] && regions[1] == regions[4] && regions[4] != regions[5]);
}
