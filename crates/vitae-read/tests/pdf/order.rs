//! Reading order: columns, rails, tables, and the order in which the file draws.

use crate::write::{one, open, pages, text};
use vitae_document::{Document, HazardKind, LeftOutKind};

/// Two columns of five lines each.
pub fn columns() -> Vec<(&'static str, f32, f32, f32, &'static str)> {
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
            // At the end of the first page, where the second one begins.
            (LeftOutKind::PageNumber, 0, "mara@example.com"),
            (LeftOutKind::Icon, 1, "mara@example.com"),
            (LeftOutKind::RepeatedLine, 1, "mara@example.com"),
            (LeftOutKind::PageNumber, 1, ""),
        ]
    );
}
