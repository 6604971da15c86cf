//! Reading order: columns, rails, tables, and the order in which the file draws.

use crate::write::{one, open, pages, text};
use vitae_document::{Document, HazardKind, LeftOutKind};

/// Font, size, x, y from the bottom, text.
type Piece = (&'static str, f32, f32, f32, &'static str);

/// Two columns of five lines each.
pub(crate) fn columns() -> Vec<Piece> {
    vec![
        ("B", 20.0, 40.0, 740.0, "Mara Quist"),
        ("B", 10.0, 40.0, 700.0, "Contact"),
        ("F", 10.0, 40.0, 685.0, "mara@example.com"),
        ("F", 10.0, 40.0, 670.0, "Aarhus"),
        ("B", 10.0, 40.0, 640.0, "Skills"),
        ("F", 10.0, 40.0, 625.0, "Rust, Kafka"),
        ("B", 10.0, 200.0, 703.0, "Experience"),
        ("F", 10.0, 200.0, 689.0, "Ran the ledger of a bank that has four million accounts and"),
        ("F", 10.0, 200.0, 675.0, "moved it to another data centre"),
        ("F", 10.0, 200.0, 661.0, "Trained six people to be on call"),
        ("F", 10.0, 200.0, 647.0, "Wrote the storage layer"),
    ]
}

#[test]
fn columns_are_read_one_after_the_other_in_any_drawing_order() {
    let expected =
        "Mara Quist\nContact\nmara@example.com\nAarhus\nSkills\nRust, Kafka\nExperience\n";
    let in_order = one(&text(&columns()));
    let mut shuffled = columns();
    shuffled.sort_by_key(|(.., text)| text.len() % 7);
    let drawn_at_random = one(&text(&shuffled));
    assert!(in_order.text.starts_with(expected), "{}", in_order.text);
    assert_eq!(in_order.text, drawn_at_random.text);
    let columns = |document: &Document| {
        document.hazards.iter().any(|h| matches!(h.kind, HazardKind::Columns { columns: 2, .. }))
    };
    assert!(columns(&in_order) && columns(&drawn_at_random));
    let order = |document: &Document| {
        document.hazards.iter().any(|h| matches!(h.kind, HazardKind::StreamOrder { .. }))
    };
    assert!(!order(&in_order) && order(&drawn_at_random));
}

#[test]
fn date_rails_and_label_tables_are_no_columns() {
    let mut lines = Vec::new();
    for (index, label) in ["Languages", "Stores", "Clouds", "Queues"].into_iter().enumerate() {
        let y = 700.0 - 14.0 * index as f32;
        lines.push(("B", 10.0, 40.0, y, label));
        lines.push(("F", 10.0, 130.0, y, "one, two and three of them"));
    }
    for (index, date) in ["2019 - 2021", "2017 - 2019", "2014 - 2017"].into_iter().enumerate() {
        let y = 600.0 - 40.0 * index as f32;
        lines.push(("F", 10.0, 40.0, y, date));
        lines.push(("B", 10.0, 130.0, y, "Engineer, Hafen Logistik"));
        lines.push(("F", 10.0, 130.0, y - 14.0, "Kept the cranes of the port in time"));
    }
    let document = one(&text(&lines));
    assert!(document.text.starts_with("Languages\tone, two and three of them\nStores\t"));
    assert!(document.text.contains("2019 - 2021\tEngineer, Hafen Logistik\nKept the cranes"));
    assert!(document.hazards.is_empty(), "{:?}", document.hazards);
}

#[test]
fn the_order_of_drawing_is_kept_beside_the_order_of_reading() {
    let in_order = one(&text(&columns()));
    assert!(in_order.stream.is_empty(), "{:?}", in_order.stream);
    let mut lines = columns();
    lines.swap(1, 7);
    let drawn = one(&text(&lines));
    let pieces: Vec<&str> = drawn.stream.iter().map(|range| range.of(&drawn.text)).collect();
    assert_eq!(pieces[0], "Mara Quist");
    assert!(pieces[1].starts_with("Ran the ledger"), "{pieces:?}");
    let mut all: Vec<&str> = pieces.iter().flat_map(|piece| piece.split_whitespace()).collect();
    let mut words: Vec<&str> = drawn.text.split_whitespace().collect();
    all.sort_unstable();
    words.sort_unstable();
    assert_eq!(all, words);
}

#[test]
fn lost_icons_and_running_lines_have_their_place() {
    let page = |number: usize| {
        let icon = "BT /I 10 Tf 50 600 Td (A) Tj ET\n";
        let lines = text(&[
            ("F", 10.0, 50.0, 780.0, "Mara Quist, resume"),
            ("F", 10.0, 65.0, 600.0, "mara@example.com"),
            ("F", 8.0, 300.0, 20.0, &format!("{number} / 2")),
        ]);
        format!("{icon}{lines}")
    };
    let document = open(&pages(&[&page(1), &page(2)], "", "", &[]));
    let left_out: Vec<(LeftOutKind, u16, &str)> = document
        .left_out
        .iter()
        .map(|lost| (lost.kind, lost.page, document.text[lost.at as usize..].split('\n').next()))
        .map(|(kind, page, line)| (kind, page, line.unwrap_or_default()))
        .collect();
    assert_eq!(
        left_out,
        [
            (LeftOutKind::Icon, 0, "mara@example.com"),
            (LeftOutKind::PageNumber, 0, ""),
            (LeftOutKind::Icon, 1, "mara@example.com"),
            (LeftOutKind::RepeatedLine, 1, "mara@example.com"),
            (LeftOutKind::PageNumber, 1, ""),
        ]
    );
}

/// A file of several pages, each a list of lines.
fn book(contents: &[Vec<Piece>]) -> Document {
    let contents: Vec<String> = contents.iter().map(|lines| text(lines)).collect();
    let contents: Vec<&str> = contents.iter().map(String::as_str).collect();
    open(&pages(&contents, "", "", &[]))
}

/// A column of lines from `top` down.
fn column(x: f32, top: f32, lines: &[&'static str]) -> Vec<Piece> {
    let font = |line: &str| if line.len() < 12 { "B" } else { "F" };
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| (font(line), 10.0, x, top - 14.0 * at as f32, *line))
        .collect()
}

const WORK: [&str; 8] = [
    "Experience",
    "Staff engineer, Fjordbank, 2019 to now",
    "Ran the ledger of a bank that has four million accounts",
    "Moved the ledger to another data centre in one night",
    "Trained six people to be on call for the ledger",
    "Engineer, Hafen Logistik, 2014 to 2019",
    "Kept the cranes of the port of Aarhus in time",
    "Wrote the storage layer of the crane service",
];
const MORE_WORK: [&str; 4] = [
    "Junior engineer, Kornhaus, 2011 to 2014",
    "Built the order desk of a mill that has nine silos",
    "Cut the time of the nightly count to six minutes",
    "Replaced the paper slips of forty drivers by a page",
];
const SIDE: [&str; 6] = [
    "Skills",
    "Rust, Kafka, PostgreSQL",
    "Terraform, Kubernetes",
    "Languages",
    "Danish, German, English",
    "French for the kitchen",
];

/// Whether the lines of `block` follow each other in `text`.
fn together(document: &Document, block: &[&str]) -> bool {
    document.text.contains(&block.join("\n"))
}

#[test]
fn a_header_across_both_columns_comes_first() {
    let header = [
        ("B", 20.0, 40.0, 760.0, "Mara Quist"),
        (
            "F",
            10.0,
            40.0,
            742.0,
            "Aarhus, Denmark; mara@example.com; code.example.com/mara; +45 32 12 34 56 on any weekday",
        ),
    ];
    for side_x in [40.0, 420.0] {
        let work_x = if side_x < 100.0 { 200.0 } else { 40.0 };
        let lines = [header.to_vec(), column(side_x, 703.0, &SIDE), column(work_x, 700.0, &WORK)];
        let document = book(&[lines.concat()]);
        assert!(document.text.starts_with("Mara Quist\nAarhus"), "{}", document.text);
        assert!(together(&document, &SIDE) && together(&document, &WORK), "{}", document.text);
    }
}

#[test]
fn columns_on_the_same_baselines_are_not_mixed() {
    // Both columns share every baseline, as browsers and Typst set them.
    for order in [0, 1] {
        let (side, work) = (column(40.0, 700.0, &SIDE), column(200.0, 700.0, &WORK));
        let lines = if order == 0 { [side, work] } else { [work, side] };
        let document = book(&[lines.concat()]);
        assert!(together(&document, &SIDE) && together(&document, &WORK), "{}", document.text);
    }
}

#[test]
fn a_main_column_goes_on_over_the_page_before_the_sidebar() {
    let first = [column(40.0, 700.0, &WORK), column(420.0, 703.0, &SIDE)].concat();
    let document = book(&[first.clone(), column(40.0, 760.0, &MORE_WORK)]);
    assert!(together(&document, &[&WORK[..], &MORE_WORK[..]].concat()), "{}", document.text);
    assert!(together(&document, &SIDE));
    assert_eq!(document.page_at(document.text.find("Kornhaus").unwrap() as u32), Some(1));
    assert_eq!(document.page_at(document.text.find("Danish").unwrap() as u32), Some(0));
    let pages: Vec<u16> = document.lines.iter().map(|line| line.page).collect();
    assert!(pages.windows(2).any(|pair| pair[0] > pair[1]), "{pages:?}");
    // A sidebar that goes on as well, with two lines only.
    let second = [
        column(40.0, 760.0, &MORE_WORK),
        column(420.0, 760.0, &["Hobbies", "Rowing and bread, in turn"]),
    ];
    let document = book(&[first, second.concat()]);
    assert!(together(&document, &[&WORK[..], &MORE_WORK[..]].concat()), "{}", document.text);
    assert!(together(
        &document,
        &[&SIDE[..], &["Hobbies", "Rowing and bread, in turn"][..]].concat()
    ));
}

#[test]
fn a_sidebar_on_the_left_is_read_before_a_main_column_of_two_pages() {
    let first = [column(40.0, 700.0, &SIDE), column(200.0, 700.0, &WORK)].concat();
    let document = book(&[first, column(200.0, 760.0, &MORE_WORK)]);
    let all = [&SIDE[..], &WORK[..], &MORE_WORK[..]].concat();
    assert!(together(&document, &all), "{}", document.text);
}

#[test]
fn text_of_a_newspaper_goes_on_in_the_second_column() {
    let page = [column(40.0, 700.0, &WORK), column(320.0, 700.0, &MORE_WORK)].concat();
    let document = book(&[page]);
    assert!(together(&document, &[&WORK[..], &MORE_WORK[..]].concat()), "{}", document.text);
}

#[test]
fn a_list_in_two_columns_inside_a_section_stays_in_it() {
    let head = column(40.0, 700.0, &WORK);
    let skills = ["Skills", "", "", ""];
    let mut lines = [head, column(40.0, 560.0, &skills[..1])].concat();
    let left = [
        "Rust, since the first release",
        "Kafka and its many timeouts",
        "PostgreSQL, also its planner",
    ];
    let right =
        ["Terraform for three clouds", "Kubernetes on bare metal", "Prometheus and Grafana"];
    lines.extend(column(40.0, 546.0, &left));
    lines.extend(column(320.0, 546.0, &right));
    lines.extend(column(40.0, 480.0, &["Languages", "Danish, German and some French"]));
    let document = book(&[lines]);
    let at = |text: &str| {
        document.text.find(text).unwrap_or_else(|| panic!("{text}: {}", document.text))
    };
    assert!(together(&document, &WORK));
    for skill in left.iter().chain(&right) {
        assert!(at("Skills") < at(skill) && at(skill) < at("Languages\n"), "{}", document.text);
    }
}

#[test]
fn a_rail_of_dates_under_hanging_headings_is_no_column() {
    let mut lines = vec![("B", 20.0, 40.0, 760.0, "Mara Quist")];
    let mut rules = String::new();
    for (section, y) in [("Experience", 720.0), ("Education", 600.0), ("Awards", 500.0)] {
        lines.push(("B", 13.0, 40.0, y, section));
        rules.push_str(&format!("40 {} m 560 {} l S\n", y - 4.0, y - 4.0));
        for (entry, date) in ["2019 - 2021", "2017 - 2019"].into_iter().enumerate() {
            let y = y - 22.0 - 40.0 * entry as f32;
            lines.push(("F", 10.0, 40.0, y, date));
            lines.push(("B", 10.0, 130.0, y, "Engineer, Hafen Logistik"));
            lines.push((
                "F",
                10.0,
                130.0,
                y - 14.0,
                "Kept the cranes of the port in time and slept",
            ));
        }
    }
    for ruled in [false, true] {
        let rules = if ruled { rules.as_str() } else { "" };
        let document = one(&format!("{}{rules}", text(&lines)));
        assert!(
            document.text.contains("2019 - 2021\tEngineer, Hafen Logistik\nKept the cranes"),
            "{}",
            document.text
        );
        assert!(!document.hazards.iter().any(|h| matches!(h.kind, HazardKind::Columns { .. })));
    }
}

#[test]
fn grids_and_tables_with_a_column_of_dates_are_no_columns() {
    let columns = |document: &Document| {
        document.hazards.iter().any(|h| matches!(h.kind, HazardKind::Columns { .. }))
    };
    let mut grid = column(40.0, 760.0, &WORK);
    for (index, x) in [40.0, 220.0, 400.0].into_iter().enumerate() {
        let cells = [
            ["Languages", "Rust", "Java", "SQL", "Bash"],
            ["Data", "Kafka", "PostgreSQL", "Redis", "MinIO"],
            ["Platform", "Terraform", "Kubernetes", "Helm", "Grafana"],
        ];
        for (row, cell) in cells[index].iter().enumerate() {
            grid.push(("F", 10.0, x, 600.0 - 14.0 * row as f32, cell));
        }
    }
    let grid = one(&text(&grid));
    assert!(!columns(&grid), "{:?}\n{}", grid.hazards, grid.text);
    let mut table = vec![("B", 12.0, 40.0, 760.0, "Experience")];
    for (row, (role, employer, dates)) in [
        ("Staff engineer", "Fjordbank", "2019 - 2024"),
        ("Engineer", "Hafen Logistik", "2014 - 2019"),
        ("Junior engineer", "Kornhaus", "2011 - 2014"),
        ("Intern", "Solgaard", "2010 - 2011"),
    ]
    .into_iter()
    .enumerate()
    {
        let y = 740.0 - 16.0 * row as f32;
        table.extend([
            ("F", 10.0, 40.0, y, role),
            ("F", 10.0, 220.0, y, employer),
            ("F", 10.0, 400.0, y, dates),
        ]);
    }
    let table = one(&text(&table));
    assert!(!columns(&table), "{:?}\n{}", table.hazards, table.text);
    assert!(table.text.contains("Engineer\tHafen Logistik\t2014 - 2019"), "{}", table.text);
}

#[test]
fn small_text_close_under_a_large_name_is_a_line_of_its_own() {
    let document = one(&text(&[
        ("B", 25.0, 150.0, 700.0, "Mara Quist Aldergaard"),
        (
            "F",
            10.0,
            90.0,
            687.5,
            "mara@example.com | +45 32 12 34 56 | Aarhus | code.example.com/mara",
        ),
        ("F", 10.0, 90.0, 650.0, "Ranked 1"),
        ("F", 6.0, 133.0, 654.0, "st"),
        ("F", 10.0, 142.0, 650.0, "of 40"),
    ]));
    assert_eq!(
        document.text,
        "Mara Quist Aldergaard\nmara@example.com | +45 32 12 34 56 | Aarhus | \
         code.example.com/mara\nRanked 1st of 40\n"
    );
}

#[test]
fn a_title_that_wraps_is_read_before_the_date_beside_it() {
    let mut lines = Vec::new();
    for (y, title, more, date) in [
        (
            700.0,
            "Senior engineer for the night trains of",
            "Fjordbane and Hafen Logistik",
            "2019 - 2024",
        ),
        (640.0, "Engineer for the day trains of the other", "Hafen Logistik", "2014 - 2019"),
    ] {
        lines.push(("B", 10.0, 40.0, y, title));
        lines.push(("F", 10.0, 250.0, y, date));
        lines.push(("B", 10.0, 40.0, y - 13.0, more));
        lines.push((
            "F",
            10.0,
            40.0,
            y - 30.0,
            "Kept the trains of two countries in time, also in snow",
        ));
    }
    let document = one(&text(&lines));
    assert!(
        document.text.starts_with(
            "Senior engineer for the night trains of\nFjordbane and Hafen Logistik\t2019 - 2024\n"
        ),
        "{}",
        document.text
    );
    assert!(!document.lines[1].opens_block);
    let date = document.text.find("2019 - 2024").unwrap() as u32;
    let place = |at: u32| {
        let index = document.origins.partition_point(|origin| origin.text.end <= at);
        let vitae_document::Place::Page { rect, .. } = &document.origins[index].place else {
            panic!("a place on the page");
        };
        rect.y0
    };
    assert_eq!(place(date), place(0));
}

#[test]
fn a_second_line_that_had_room_is_a_line_of_its_own() {
    let mut lines = Vec::new();
    for (y, employer, role) in
        [(700.0, "Hafen Logistik", "Senior engineer"), (640.0, "Kornhaus", "Engineer")]
    {
        lines.push(("B", 10.0, 40.0, y, employer));
        lines.push(("F", 10.0, 450.0, y, "2014 - 2019"));
        lines.push(("B", 10.0, 40.0, y - 13.0, role));
        lines.push((
            "F",
            10.0,
            40.0,
            y - 30.0,
            "Kept the trains of two countries in time, also in snow",
        ));
    }
    let document = one(&text(&lines));
    assert!(document.text.starts_with("Hafen Logistik\t2014 - 2019\nSenior engineer\n"));
}

#[test]
fn a_date_that_a_long_title_leaves_little_room_is_a_cell() {
    let mut lines = Vec::new();
    for (y, title) in
        [(700.0, "Engineer"), (660.0, "Lead"), (620.0, "Developer of cranes, ships, docks, tugs")]
    {
        lines.push(("B", 10.0, 40.0, y, title));
        lines.push(("F", 10.0, 252.2, y, "2014 - 2019"));
        lines.push((
            "F",
            10.0,
            40.0,
            y - 14.0,
            "Kept the trains of two countries in time, also in snow",
        ));
    }
    let document = one(&text(&lines));
    assert!(document.text.contains("docks, tugs\t2014 - 2019\n"), "{}", document.text);
}

#[test]
fn lines_of_japanese_text_read_on_when_they_are_full() {
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /Face /Encoding /UniJIS-UCS2-H \
        /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Face /CIDSystemInfo << \
        /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>] >>"
        .to_owned();
    let hex =
        |text: &str| text.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<String>();
    let line =
        |x: f32, y: f32, text: &str| format!("BT /J 10 Tf {x} {y} Td <{}> Tj ET\n", hex(text));
    let content = [
        line(50.0, 700.0, "・配送の状況を知らせる仕組みを作り直し"),
        line(60.0, 687.0, "て、待ち時間を半分に短縮"),
        line(50.0, 674.0, "・倉庫の在庫を毎分そろえる処理を追加。"),
        line(50.0, 661.0, "・新人三名の教材を作成"),
    ]
    .concat();
    let mut bytes = pages(&[&content], "", "/XObject << >> /Font << /J 5 0 R >>", &[font]);
    // The fonts of the helper stand first; this test brings its own.
    let fonts = crate::write::FONTS.as_bytes();
    let at = bytes.windows(fonts.len()).position(|window| window == fonts).unwrap();
    bytes[at..at + fonts.len()].fill(b' ');
    let document = open(&bytes);
    let opens: Vec<bool> = document.lines.iter().map(|line| line.opens_block).collect();
    assert_eq!(opens, [true, false, true, true], "{}", document.text);
}

#[test]
fn the_structure_tree_says_which_column_comes_first() {
    // The right column is drawn last and tagged first.
    let marked =
        |id: usize, lines: &[Piece]| format!("/P << /MCID {id} >> BDC {} EMC\n", text(lines));
    let content = marked(0, &column(40.0, 700.0, &SIDE)) + &marked(1, &column(200.0, 700.0, &WORK));
    let tree = |kids: &str| {
        format!("<< /Type /StructTreeRoot /K << /S /Document /K [{kids}] /Pg 3 0 R >> >>")
    };
    for (kids, work_first) in [("1 0", true), ("0 1", false)] {
        let mut bytes = pages(&[&content], "", "", &[tree(kids)]);
        let catalog = b"/Lang (en-GB) >>";
        let at = bytes.windows(catalog.len()).position(|window| window == catalog).unwrap();
        bytes.splice(at..at + catalog.len(), *b"/StructTreeRoot 5 0 R >>");
        let document = open(&bytes);
        assert!(document.metadata.tagged);
        assert!(together(&document, &SIDE) && together(&document, &WORK), "{}", document.text);
        assert_eq!(document.text.starts_with("Experience"), work_first, "{}", document.text);
    }
}

#[test]
fn headers_and_footers_that_the_file_marks_are_reported_with_their_text() {
    let header = text(&[("F", 9.0, 40.0, 780.0, "mara@example.com")]);
    let body = text(&column(40.0, 700.0, &WORK));
    let artifact = "/Artifact << /Type /Pagination /Subtype /Header >> BDC";
    let document = one(&format!("{artifact} {header} EMC {body}"));
    let found: Vec<&str> = document
        .hazards
        .iter()
        .filter(|hazard| matches!(hazard.kind, HazardKind::HeaderFooter { characters: 16 }))
        .filter_map(|hazard| Some(hazard.range?.of(&document.text)))
        .collect();
    assert_eq!(found, ["mara@example.com"]);
}
