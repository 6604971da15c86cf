//! `vitae rewrite`: what is shown of lines and resumes, and what is told of input that cannot be read.

use crate::run::{vitae, vitae_with};

#[test]
fn lines_from_a_pipe_are_shown_before_and_after() {
    let ran = vitae_with(b"Responsible for maintaining the invoice service\n", &["rewrite", "-"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.starts_with("1 of 1 line could be stronger\n"), "{}", ran.out);
    assert!(
        ran.out.contains("  - Responsible for maintaining the invoice service\n    ~~~"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("  + Maintained the invoice service (\u{2039}"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "no colour for a pipe");
}

#[test]
fn strong_lines_are_left_alone() {
    let line =
        b"Cut p99 of the seat search from 900 ms to 140 ms by moving the lookup out of the loop\n";
    let ran = vitae_with(line, &["rewrite", "-"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "no line of 1 needs a rewrite\n"));
}

#[test]
fn a_resume_gives_the_lines_that_are_selected() {
    let all = vitae(&["rewrite", "examples/entry-omeally.md", "--all", "-f", "json"]);
    let all: serde_json::Value = serde_json::from_str(&all.out).unwrap();
    let lines = all["lines"].as_array().unwrap();
    let first = lines[0]["line"].as_u64().unwrap().to_string();
    let one = vitae(&["rewrite", "examples/entry-omeally.md", "--select", &first, "-f", "json"]);
    let one: serde_json::Value = serde_json::from_str(&one.out).unwrap();
    assert_eq!(one["lines"].as_array().unwrap().len(), 1);
    assert_eq!(one["lines"][0], lines[0]);
    let slots = lines[0]["versions"][0]["slots"].as_array().unwrap();
    assert!(slots.iter().all(|slot| slot["ask"].as_str().is_some_and(|ask| !ask.is_empty())));
}

#[test]
fn markdown_escapes_what_could_be_markup() {
    let ran = vitae_with(
        b"Responsible for <b>the</b> _import_ job\n",
        &["rewrite", "-", "-f", "markdown"],
    );
    assert_eq!(ran.code, 0);
    assert!(!ran.out.contains("<b>") && ran.out.contains("**Before**"), "{}", ran.out);
}

#[test]
fn what_cannot_be_read_is_named() {
    let ran = vitae(&["rewrite", "examples/nobody.md"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("examples/nobody.md") && ran.err.contains("help"), "{}", ran.err);
    let ran = vitae(&["rewrite", "examples/entry-omeally.md", "--select", "9-3"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`9-3` is no range of lines"), "{}", ran.err);
    let ran = vitae_with(b"\xff\xfe\xff", &["rewrite", "-", "--input-format", "lines"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("UTF-8"), "{}", ran.err);
}
