use super::*;
use proptest::prelude::*;
use vitae_document::{HiddenBy, LineRole};

fn document(source: &str) -> Document {
    read(source.as_bytes(), &Limits::default()).unwrap()
}

fn lines(document: &Document) -> Vec<(&str, LineRole)> {
    document.lines.iter().map(|line| (document.line_text(line), line.role)).collect()
}

const HEAD: &str = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset2 Symbol;}{\f2\fnil\fcharset238 Arial CE{\*\falt Helvetica};}{\f3\fnil\fcharset128 MS Mincho;}}{\colortbl;\red255\green255\blue255;\red32\green48\blue64;}{\stylesheet{\s0 Normal;}{\s1\sbasedon0\b heading 1;}{\*\cs1 Strong;}}{\info{\title Resume}{\author Ines Li}{\*\company Tarn}}{\*\generator Any 1;}";

#[test]
fn words_letters_and_breaks() {
    let document = document(&format!(
        r"{HEAD}\pard\plain\s1\sb240\brdrb\brdrs\fs28\b Work & more\par
\pard\plain\fs22{{\b Tarn}} Labs\tab\tab 2024\line Leeds\par
\pard Jos\'e9 \u8211\'96 caf\u233?\~\ldblquote x\rdblquote  on\_call pa\-ges \{{brace\}} \u-10179?\u-8704?\par
{{\f1\'b7}} {{\f2\'b3\'f3d\'9f}}\par }}after"
    ));
    assert_eq!(
        lines(&document),
        [
            ("Work & more", LineRole::Heading(1)),
            ("Tarn Labs\t2024", LineRole::Text),
            ("Leeds", LineRole::Continuation),
            ("José – café\u{a0}“x” on-call pages {brace} 😀", LineRole::Text),
            ("• łódź", LineRole::Item(0)),
        ]
    );
    let heading = &document.lines[0];
    assert!(heading.ruled && heading.style.bold && heading.style.size == 14.0);
    assert_eq!(document.metadata.title.as_deref(), Some("Resume"));
    assert_eq!(document.metadata.author.as_deref(), Some("Ines Li"));
    assert_eq!(document.metadata.creator.as_deref(), Some("Any 1"));
    assert!(document.hazards.contains(&Hazard::file(HazardKind::SoftHyphens { count: 1 })));
}

#[cfg(feature = "encodings")]
#[test]
fn double_byte_code_pages_in_digits_and_letters() {
    let source = format!(r"{HEAD}{{\f3 \'93\'8c\'8b\'9e \'83e\'83X\'83g}}\par}}");
    assert_eq!(document(&source).text, "東京 テスト\n");
    let korean = r"{\rtf1\ansi\ansicpg949{\uc2 \u49436\'bc\'ad\u50872\'bf\'ef} \'bc\'ad\par}";
    assert_eq!(document(korean).text, "서울 서\n");
}

#[test]
fn lists_of_word_wordpad_and_textedit() {
    let word = document(&format!(
        r"{HEAD}\pard{{\listtext\f1\'b7\tab}}\ls1\ilvl0 one\par{{\listtext\f1\'b7\tab}}\ilvl1 two\par\pard three\par}}"
    ));
    let item = LineRole::Item;
    assert_eq!(lines(&word), [("one", item(0)), ("two", item(1)), ("three", LineRole::Text)]);
    let bare = document(r"{\rtf1\pard\ls1 one\par\ls0 two\par}");
    assert_eq!(lines(&bare), [("one", item(0)), ("two", LineRole::Text)]);
    let libre =
        document(r"{\rtf1\pard{\listtext\u8226\'95\tab}\ilvl0\ls1 one\par\s82 Certificates\par}");
    assert_eq!(lines(&libre), [("one", item(0)), ("Certificates", LineRole::Text)]);
    let wordpad = document(
        r"{\rtf1\ansi{\fonttbl{\f0 Calibri;}{\f1\fnil\fcharset2 Symbol;}}\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1\pnindent0{\pntxtb\'B7}}\fi-360\li720 one\par{\pntext\f1\'B7\tab}two\par\pard three\par}",
    );
    assert_eq!(lines(&wordpad), [("one", item(0)), ("two", item(0)), ("three", LineRole::Text)]);
    let textedit = document(
        "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2\n{\\fonttbl\\f0\\fswiss Helvetica-Bold;\\f1 Helvetica;}\n{\\*\\listtable{\\list{\\listlevel{\\leveltext\\leveltemplateid1\\'01\\uc0\\u8226 ;}}}}\n\\pard\\f0\\b\\fs24 \\cf0 Work\\\n\\pard\\ls1\\ilvl0\\f1\\b0 {\\listtext\t\\uc0\\u8226 \t}one\\\n\\pard three}",
    );
    assert_eq!(
        lines(&textedit),
        [("Work", LineRole::Text), ("one", item(0)), ("three", LineRole::Text)]
    );
    assert!(textedit.lines[0].style.bold && !textedit.lines[1].style.bold);
}

#[test]
fn tables_headers_boxes_and_columns() {
    let document = document(&format!(
        r"{HEAD}{{\header\pard ines@example.com\par}}{{\footer\pard page {{\field{{\*\fldinst PAGE}}{{\fldrslt 1}}}}\par}}
\trowd\cellx100\clcbpat2\cellx200\pard\intbl a\cell {{\cf1 white}}\par c\cell\row
\trowd\cellx100\cellx200\pard\intbl d\cell\pard\intbl\itap2 e\nestcell{{\*\nesttableprops\trowd\cellx1\nestrow}}{{\nonesttables\par}}\pard\intbl f\cell\row
\pard Text{{\shp{{\*\shpinst{{\sp{{\sn fill}}{{\sv 1}}}}{{\shptxt\pard boxed\par}}}}{{\shprslt old}}}}{{\footnote\pard a note\par}}\par
\sect\sectd\cols2\pard left\par right\par{{\pict\pngblip 89504e47}}{{\*\shppict{{\pict 00}}}}{{\nonshppict{{\pict 00}}}}}}"
    ));
    let cell = |table, row, column| LineRole::Cell { table, row, column };
    assert_eq!(
        lines(&document),
        [
            ("ines@example.com", LineRole::Text),
            ("a", cell(0, 0, 0)),
            ("white", cell(0, 0, 1)),
            ("c", cell(0, 0, 1)),
            ("d", cell(0, 1, 0)),
            ("e", cell(1, 0, 0)),
            ("f", cell(0, 1, 1)),
            ("Text", LineRole::Text),
            ("boxed", LineRole::Text),
            ("left", LineRole::Text),
            ("right", LineRole::Text),
            ("a note", LineRole::Text),
            ("page", LineRole::Text),
        ]
    );
    let kinds: Vec<&HazardKind> = document.hazards.iter().map(|hazard| &hazard.kind).collect();
    for kind in [
        HazardKind::HeaderFooter { characters: 16 },
        HazardKind::Table { rows: 2, columns: 2, characters: 10 },
        HazardKind::TextBox { characters: 5 },
        HazardKind::Images { count: 2 },
    ] {
        assert!(kinds.contains(&&kind), "{kind:?} of {kinds:?}");
    }
    assert!(kinds.iter().any(|kind| matches!(kind, HazardKind::Columns { columns: 2, .. })));
}

#[test]
fn only_headers_that_are_shown_are_read_and_each_once() {
    let source = |title: &str| {
        format!(
            r"{{\rtf1{title}{{\header Ines, page 2\par}}{{\headerf ines@example.com\par}}{{\headerl stale\par}}body\sect\sectd{{\header Ines, page 2\par}}more}}"
        )
    };
    assert_eq!(document(&source("")).text, "Ines, page 2\nbody\nmore\n");
    let first = document(&source("\\titlepg"));
    assert_eq!(first.text, "ines@example.com\nbody\nmore\nInes, page 2\n");
}

#[test]
fn links_hidden_text_and_changes() {
    let document = document(&format!(
        r#"{HEAD}{{\field{{\*\fldinst{{HYPERLINK "mailto:ines@example.com"}}}}{{\fldrslt{{\ul mail}}}}}} {{\field\fldedit{{\*\fldinst HYPERLINK \\l "top" }}{{\fldrslt top}}}}{{\v secret}}{{\cf1 white}}{{\deleted old}}{{\revised new}}{{\*\annotation hm}}{{\*\unknown gone{{\b gone}}}}\par}}"#
    ));
    assert_eq!(document.text, "mail topnew\n");
    assert_eq!(document.links.len(), 1);
    assert_eq!(document.links[0].uri, "mailto:ines@example.com");
    assert_eq!(document.links[0].range.of(&document.text), "mail");
    for kind in [
        HazardKind::HiddenText { by: HiddenBy::Markup, characters: 6 },
        HazardKind::HiddenText { by: HiddenBy::Colour, characters: 5 },
        HazardKind::TrackedChanges { count: 2 },
        HazardKind::Comments { count: 1 },
    ] {
        assert!(document.hazards.contains(&Hazard::file(kind.clone())), "{kind:?}");
    }
}

#[test]
fn limits_and_damage_are_named() {
    let limit = |source: &str| {
        let limits = Limits { characters: 500, ..Limits::default() };
        let document = read(source.as_bytes(), &limits).unwrap();
        let named = document.hazards.into_iter().find_map(|hazard| match hazard.kind {
            HazardKind::LimitReached { limit } => Some(limit),
            _ => None,
        });
        named.unwrap()
    };
    assert!(limit(&"{".repeat(100_000)).contains("groups inside each other"));
    assert!(limit(&format!("{{\\rtf1 {}", "\\par".repeat(100_000))).contains("characters"));
    assert!(limit(&format!("{{\\rtf1 {}", "word ".repeat(100_000))).contains("characters"));
    let cut = document("{\\rtf1 kept\\par {\\b and");
    assert_eq!(cut.text, "kept\nand\n");
    assert!(cut.hazards.iter().any(|hazard| matches!(hazard.kind, HazardKind::Damaged { .. })));
    assert_eq!(document("{\\rtf1 a{\\pict\\bin3 }}}}b}").text, "ab\n");
}

proptest! {
    #[test]
    fn any_words_are_read(body in "(\\\\(b|par|cell|row|intbl|trowd|itap3|nestcell|nestrow|u-9999|'e9|header|footnote|shptxt|field|fldinst|fldrslt|listtext|fonttbl|f1|colortbl|stylesheet|pict|sect|uc2|\\*|plain|pard)[ ]?|[{}]|[a-c;é]){0,60}") {
        let _ = document(&format!("{{\\rtf1 {body}"));
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 1..300)) {
        let _ = read(&bytes, &Limits::default()).unwrap();
        let _ = read(&[&b"{\\rtf1"[..], &bytes].concat(), &Limits::default()).unwrap();
    }
}
