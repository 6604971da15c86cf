//! Fonts: names, weights, encodings, maps to Unicode that are missing or wrong, icons.

use crate::write::{file, kinds, open, stream};
use vitae_document::{Document, Format, HazardKind, LeftOutKind};
use vitae_read::{Limits, read_pdf};

/// A page that shows `content` with the font `/T`, whose dictionary is given; `more` are objects from
/// 6 on.
fn with_font(font: &str, content: &str, more: &[String]) -> Document {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font \
         << /T 5 0 R /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        stream("", content),
        font.to_owned(),
    ];
    objects.extend_from_slice(more);
    open(&file(&objects, ""))
}

fn show(text: &str) -> String {
    format!("BT /T 10 Tf 50 700 Td {text} Tj ET")
}

fn to_unicode(map: &str) -> String {
    stream(
        "",
        &format!(
            "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> \
             endcodespacerange {map} endcmap"
        ),
    )
}

#[test]
fn weight_and_slope_come_from_name_and_descriptor() {
    let look = |name: &str, descriptor: &str| {
        let font = format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /FontDescriptor << /Type \
             /FontDescriptor /FontName /{name} {descriptor} >> >>"
        );
        let style = with_font(&font, &show("(Mara)"), &[]).lines[0].style;
        (style.bold, style.italic)
    };
    assert_eq!(look("ABCDEF+NimbusSanL-Bold", "/Flags 4"), (true, false));
    assert_eq!(look("ABCDEF+CMBX12", "/Flags 4"), (true, false));
    assert_eq!(look("ABCDEF+SourceSansPro-SemiboldIt", "/Flags 4"), (true, true));
    assert_eq!(look("ABCDEF+F1", "/Flags 262212"), (true, true));
    assert_eq!(look("ABCDEF+F2", "/Flags 4 /FontWeight 700 /ItalicAngle -12"), (true, true));
    assert_eq!(look("ABCDEF+LMRoman10-Regular", "/Flags 4"), (false, false));
    assert_eq!(look("Arial,BoldItalic", "/Flags 32"), (true, true));
}

#[test]
fn ligatures_are_expanded_and_counted() {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>";
    let map = to_unicode(
        "7 beginbfchar <41> <FB00> <42> <FB01> <43> <FB02> <44> <FB03> <45> <FB04> <46> <2F00> \
         <47> <00660066> endbfchar",
    );
    let document = with_font(font, &show("(ABCDEFG)"), &[map]);
    assert_eq!(document.text, "fffiflffiffl\u{4E00}ff\n");
    assert_eq!(kinds(&document), [&HazardKind::Ligatures { glyphs: 5 }]);
    let range = document.origins[0].text;
    assert_eq!(range.of(&document.text), "fffiflffiffl\u{4E00}ff");
}

#[test]
fn a_ligature_mapped_to_nothing_is_found_by_its_name() {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Lora /FirstChar 1 /Widths [500 500] \
        /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /f_i 2 /ffl] >> \
        /ToUnicode 6 0 R >>";
    let map = to_unicode(
        "2 beginbfchar <01> <0000> <02> <0000> endbfchar 1 beginbfrange <20> <7e> \
        <0020> endbfrange",
    );
    let document = with_font(font, &show("(\\001rst ba\\002e)"), &[map]);
    assert_eq!(document.text, "first baffle\n");
    assert_eq!(kinds(&document), [&HazardKind::Ligatures { glyphs: 1 }]);
}

#[test]
fn encodings_without_a_map_to_unicode_are_known() {
    let simple = |encoding: &str| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>")
    };
    let read = |encoding: &str, text: &str| with_font(&simple(encoding), &show(text), &[]).text;
    assert_eq!(read("/WinAnsiEncoding", "(\\225 J\\366rg \\226 \\200)"), "• Jörg – €\n");
    assert_eq!(read("/MacRomanEncoding", "(J\\232rg \\320 \\245)"), "Jörg – •\n");
    let differences = "<< /BaseEncoding /WinAnsiEncoding /Differences [1 /Lslash /zdotaccent \
        /uni0144 /u00F3 /fi /bullet] >>";
    assert_eq!(read(differences, "(\\001\\002\\003\\004\\005\\006)"), "Łżńófi•\n");
}

#[test]
fn bullets_of_symbol_fonts_are_bullets() {
    let bullet = |font: &str, code: &str| {
        let font = format!("<< /Type /Font /Subtype /TrueType /BaseFont /{font} >>");
        let content =
            format!("BT /T 10 Tf 50 700 Td ({code}) Tj /F 10 Tf 14 0 Td (Ran the queue) Tj ET");
        with_font(&font, &content, &[])
    };
    for (font, code, line) in [
        ("ABCDEF+Wingdings-Regular", "\\247", "▪ Ran the queue\n"),
        ("ABCDEF+Wingdings-Regular", "\\330", "➢ Ran the queue\n"),
        ("ABCDEF+SymbolMT", "\\267", "• Ran the queue\n"),
        ("Symbol", "\\267", "• Ran the queue\n"),
        ("ZapfDingbats", "l", "● Ran the queue\n"),
    ] {
        let document = bullet(font, code);
        assert_eq!(document.text, line, "{font}");
        assert_eq!(document.lines[0].content_range().of(&document.text), "Ran the queue");
    }
}

#[test]
fn cjk_fonts_that_are_not_embedded_are_read_by_their_cmaps() {
    for (encoding, ordering, bytes, text) in [
        ("UniGB-UCS2-H", "GB1", "<738B5C0F660E>", "王小明\n"),
        ("UniJIS-UTF16-H", "Japan1", "<5C71752E>", "山田\n".trim_end()),
        ("90ms-RKSJ-H", "Japan1", "<8E5293 63>", ""),
        ("KSCms-UHC-H", "Korea1", "<B1E8C3B6BCF6>", "김철수\n"),
        ("ETen-B5-H", "CNS1", "<A4FDA470A9FA>", "王小明\n"),
        ("GBK-EUC-H", "GB1", "<CDF5D0A1C3F7>", "王小明\n"),
    ] {
        let font = format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Face /Encoding /{encoding} /DescendantFonts \
             [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Face /CIDSystemInfo << /Registry \
             (Adobe) /Ordering ({ordering}) /Supplement 2 >> /FontDescriptor << /Type \
             /FontDescriptor /FontName /Face /Flags 4 >> >>] >>"
        );
        let document = with_font(&font, &show(bytes), &[]);
        if text.ends_with('\n') {
            assert_eq!(document.text, text, "{encoding}");
        } else {
            assert!(!document.text.is_empty(), "{encoding}");
        }
    }
}

#[test]
fn numbers_of_a_character_collection_are_characters() {
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /Face-Identity-H /Encoding /Identity-H \
        /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Face /CIDSystemInfo << \
        /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>] >>";
    // 34 is A in every one of these collections.
    assert_eq!(with_font(font, &show("<002200230024>"), &[]).text, "ABC\n");
}

#[test]
fn nothing_is_missing_where_the_build_holds_the_cmaps() {
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /Face /Encoding /UniKS-UCS2-H \
        /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Face /CIDSystemInfo << \
        /Registry (Adobe) /Ordering (Korea1) /Supplement 2 >> >>] >>";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font \
         << /T 5 0 R >> >> >>"
            .to_owned(),
        stream("", &show("<AE40>")),
        font.to_owned(),
    ];
    let reading = read_pdf(&file(&objects, ""), &Limits::default(), None).unwrap();
    assert_eq!(reading.document.format, Format::Pdf);
    if cfg!(feature = "pdf-cmaps") {
        assert_eq!((reading.document.text.as_str(), reading.missing_cmaps.len()), ("김\n", 0));
    } else {
        assert!(reading.missing_cmaps.contains(&"UniKS-UCS2-H".to_owned()));
    }
}

#[test]
fn drawn_fonts_are_read_by_their_map_and_counted_without_one() {
    let shape = stream("", "1000 0 0 0 750 750 d1 0 0 750 750 re f");
    let font = |map: &str| {
        format!(
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 \
             0] /CharProcs << /a 6 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> \
             /FirstChar 97 /LastChar 97 /Widths [1000] {map} >>"
        )
    };
    let map = to_unicode("1 beginbfchar <61> <00E9> endbfchar");
    let mapped = with_font(&font("/ToUnicode 7 0 R"), &show("(a)"), &[shape.clone(), map]);
    assert_eq!(mapped.text, "é\n");
    let named = font("").replace("/a ", "/g12 ").replace("/a]", "/g12]");
    let unknown = with_font(&named, &show("(a)"), &[shape]);
    assert_eq!(unknown.text, "");
    assert_eq!(kinds(&unknown), [&HazardKind::UnmappedGlyphs { glyphs: 1, of: 1 }]);
    assert_eq!(unknown.left_out[0].kind, LeftOutKind::Unmapped);
}

#[test]
fn characters_of_private_use_are_icons_but_for_bullets() {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>";
    let map = to_unicode("3 beginbfchar <41> <F0E0> <42> <F0B7> <20> <0020> endbfchar");
    let document = with_font(
        font,
        "BT /T 10 Tf 50 700 Td (A ) Tj /F 10 Tf (mail) Tj ET BT /T 10 Tf 50 680 Td (B ) Tj /F 10 Tf \
         (Ran the queue) Tj ET",
        &[map],
    );
    assert_eq!(document.text, "mail\n• Ran the queue\n");
    assert_eq!(kinds(&document), [&HazardKind::PrivateUse { glyphs: 1 }]);
    assert_eq!(document.left_out.len(), 1);
}
