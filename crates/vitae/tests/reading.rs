//! The table of `vitae parse` in a narrow terminal.

#![allow(clippy::unwrap_used)]

use unicode_width::UnicodeWidthStr;
use vitae::report::{View, reading};
use vitae::{Input, Reading, parse_resume};

const KOREAN: &str = "서하율\n백엔드 개발자\nseo@example.com\n\n경력\n\n누리결페이 — 백엔드 개발자\t2021.03 – 2024.05\n\
    - 정산 배치를 시간 단위로 옮겨 판매자가 당일에 지급 내역을 볼 수 있게 했습니다\n\n기술\n\nGo, Kotlin, PostgreSQL\n";

fn table(name: &str, bytes: &[u8], width: usize) -> String {
    let Reading { document, parsed, .. } = parse_resume(&Input::new(bytes, Some(name))).unwrap();
    reading(&document, &parsed, Some(name), &View { width, ..View::default() })
}

#[test]
fn lines_fit_sixty_columns_unless_one_word_does_not() {
    let examples: [(&str, &[u8]); 3] = [
        ("staff.docx", include_bytes!("../../../examples/staff-halushchak.docx")),
        ("entry.md", include_bytes!("../../../examples/entry-omeally.md")),
        ("seo.txt", KOREAN.as_bytes()),
    ];
    for (name, bytes) in examples {
        for width in [60, 80, 100] {
            for line in table(name, bytes, width).lines() {
                let longest = line.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
                assert!(line.width() <= width || longest > 30, "{name} at {width}: {line}");
            }
        }
    }
}

#[test]
fn roles_are_counted_with_their_bullets() {
    let table = table("entry.md", include_bytes!("../../../examples/entry-omeally.md"), 80);
    assert!(table.contains("work (") && table.contains(" bullets"), "{table}");
    assert!(table.contains("fields understood"), "{table}");
}
