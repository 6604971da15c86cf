use super::*;
use proptest::prelude::*;
use vitae_document::{HazardKind, HiddenBy, Place};
use vitae_text::TextRange;

fn document(source: &str) -> Document {
    read(source.as_bytes(), &Limits::default()).unwrap()
}

fn texts(document: &Document) -> Vec<&str> {
    document.lines.iter().map(|line| document.line_text(line)).collect()
}

const PAGE: &str = "<!doctype html><html lang=en-GB><head><title>Ines &amp; co</title><style>\
.row{display:flex} .hd{font-size:14pt;font-weight:700;border-bottom:1px solid} .x{display:none}\
.w{color:#fff}</style></head><body><nav>Home</nav>\
<div class=hd>Experience</div>\n\
<div class=row><strong>Tarn  Ledgers</strong><time>2019 &ndash; 2024</time></div>\n\
<ul><li>Cut latency\n by <a href='https://ledger.example.com'>half</a>\n<li>Mentored four\
<ul><li>deep</ul></ul><p>R&amp;D <span class=x>secret</span><span class=w>Kafka Go</span>\
<table><tr><th>Languages<td>Go, Rust<tr><td colspan=2>both</table><script>x</script>";

#[test]
fn a_page_becomes_lines_with_look_and_roles() {
    let document = document(PAGE);
    let cell = |row, column| LineRole::Cell { table: 0, row, column };
    assert_eq!(
        document.lines.iter().map(|line| (document.line_text(line), line.role)).collect::<Vec<_>>(),
        [
            ("Experience", LineRole::Text),
            ("Tarn Ledgers\t2019 – 2024", LineRole::Text),
            ("Cut latency by half", LineRole::Item(0)),
            ("Mentored four", LineRole::Item(0)),
            ("deep", LineRole::Item(1)),
            ("R&D", LineRole::Text),
            ("Languages", cell(0, 0)),
            ("Go, Rust", cell(0, 1)),
            ("both", cell(1, 0)),
        ]
    );
    let heading = &document.lines[0];
    assert!(heading.ruled && heading.style.bold && heading.style.size == 14.0);
    assert_eq!(document.links[0].range.of(&document.text), "half");
    assert_eq!(document.metadata.title.as_deref(), Some("Ines & co"));
    assert_eq!(document.metadata.language.as_deref(), Some("en-GB"));
}

#[test]
fn what_cannot_be_seen_is_left_out_and_measured() {
    let document = document(PAGE);
    let hidden: Vec<_> = document
        .hazards
        .iter()
        .filter_map(|hazard| match hazard.kind {
            HazardKind::HiddenText { by, characters } => Some((by, characters)),
            _ => None,
        })
        .collect();
    assert_eq!(hidden, [(HiddenBy::Markup, 6), (HiddenBy::Colour, 7)]);
    for source in [
        "<p>a<p style='font-size:0'>b",
        "<p>a<p style='position:absolute;left:-9999px'>b",
        "<p>a<div style='color:rgb(255,255,255)'>b</div>",
        "<p>a<div style='visibility:hidden'>b</div>",
        "<p>a<p hidden>b",
        "<p>a<p style='color:rgba(0,0,0,0)'>b",
    ] {
        assert_eq!(texts(&self::document(source)), ["a"], "{source}");
    }
    let header = "<div style='background:navy;color:white'>seen</div>";
    assert_eq!(texts(&self::document(header)), ["seen"]);
}

#[test]
fn words_lead_back_to_their_bytes() {
    let document = document(PAGE);
    for word in ["Experience", "Ledgers", "2019", "Cut latency", "half", "Mentored four", "both"] {
        let at = document.text.find(word).unwrap();
        let source = document.source_range(TextRange::at(at, at + word.len())).unwrap();
        assert_eq!(source.of(PAGE), word);
    }
}

#[test]
fn layout_makes_lines() {
    for (source, lines) in [
        ("a<br>b<br/>c", vec!["a", "b", "c"]),
        ("<div>a<div>b</div>c</div>", vec!["a", "b", "c"]),
        ("<span>a</span><span>b</span> <b>c</b>", vec!["ab c"]),
        ("<p>Tarn <span style='float:right'>2024</span></p><p>b", vec!["Tarn\t2024", "b"]),
        (
            "<div style='display:grid;grid-template-columns:3em 1fr'><b>a</b><i>1</i><b>b</b><i>2</i></div>",
            vec!["a\t1", "b\t2"],
        ),
        ("<div style='display:flex;flex-direction:column'><b>a</b><b>b</b></div>", vec!["a", "b"]),
        ("<div style='display:flex'><div><p>a<p>b</div><div><p>c</div></div>", vec!["a", "b", "c"]),
        (
            "<div style='display:flex'><h3>Engineer</h3><i>2024</i></div>c",
            vec!["Engineer\t2024", "c"],
        ),
        (
            "<p><span style='margin-right:9pt'>a@example.com</span> <span>b</span></p>",
            vec!["a@example.com\tb"],
        ),
        ("<dl><dt>Go<dd>5 years<dt>Rust<dd>2</dl>", vec!["Go", "5 years", "Rust", "2"]),
        ("Tarn&nbsp;&nbsp;&nbsp; 2024 a&nbsp;b", vec!["Tarn\t2024 a\u{a0}b"]),
        ("<pre>a\nb   c</pre>", vec!["a", "b\tc"]),
        ("<b>a</div>b</b>", vec!["a", "b"]),
        ("x < y && z &lt; 1", vec!["x < y && z < 1"]),
    ] {
        assert_eq!(texts(&document(source)), lines, "{source}");
    }
}

#[test]
fn deep_nesting_is_cut_with_a_hazard() {
    let document = document(&format!("{}x{}", "<div>".repeat(10_000), "</div>".repeat(10_000)));
    assert_eq!(texts(&document), ["x"]);
    assert!(document.hazards.iter().any(|hazard| matches!(
        &hazard.kind,
        HazardKind::LimitReached { limit } if limit == "64 elements inside each other"
    )));
}

proptest! {
    #[test]
    fn any_source_is_read(source in "(<(/|)(p|div|li|ul|td|tr|table|b|a|style|h2|pre|br|title)( href=x| style=display:flex|)>|[a-c &;é\u{a0}\n]|&nbsp;){0,40}") {
        let document = read(format!("{source} ").as_bytes(), &Limits::default()).unwrap();
        for line in &document.lines {
            prop_assert!(!document.line_text(line).trim().is_empty());
        }
        for origin in &document.origins {
            if let Place::Source(at) = &origin.place && at.len() == origin.text.len() {
                prop_assert_eq!(origin.text.of(&document.text), at.of(&source).replace('\n', " "));
            }
        }
    }

    #[test]
    fn a_page_with_any_damage_is_read(at in 0..PAGE.len(), junk in "\\PC{0,5}", cut in 0..40_usize) {
        let end = PAGE.floor_char_boundary((at + cut).min(PAGE.len()));
        let at = PAGE.floor_char_boundary(at);
        document(&format!("{}{junk}{}", &PAGE[..at], &PAGE[end..]));
    }
}
