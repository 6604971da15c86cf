//! Rewrites of weak lines: what is shown for fixtures/rewrite/lines.txt, and what holds for every line.
//! `UPDATE=1` writes the expected output anew, to be read before it is kept.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read and write fixtures")]

use proptest::prelude::*;
use std::fmt::Write as _;
use vitae_facts::{Level, anatomy};
use vitae_pack::Pack;
use vitae_rewrite::guard::{Entry, Prepared};
use vitae_rewrite::rewrite::{Lines, Rewritten, Tense, Version};

const LINES: &str = include_str!("../../../fixtures/rewrite/lines.txt");
const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/rewrite/expected.txt");

fn entry(line: &str) -> Entry {
    Entry { highlights: vec![line.to_owned()], ..Entry::default() }
}

fn rewritten(line: &str, level: Level) -> Option<Rewritten> {
    let pack = Pack::builtin();
    let entry = entry(line);
    let guard = Prepared::new(pack, &entry, &[]);
    Lines::new(pack, &guard, level, Tense::Past).rewrite(line)
}

/// The line with the invented examples as answers.
fn with_examples(version: &Version) -> String {
    let answers: Vec<Option<String>> =
        version.slots().into_iter().map(|slot| slot.accept(&slot.example).ok()).collect();
    version.filled(&answers)
}

fn shown(line: &str) -> String {
    let mut out = format!("- {line}\n");
    let Some(found) = rewritten(line, Level::Senior) else { return out + "  strong as it is\n" };
    for version in &found.versions {
        let text = version.text.replace('\n', " / ");
        let only_if = version.only_if.map_or(String::new(), |only_if| format!(" [{only_if}]"));
        let (kind, least, most) = (version.kind, version.strength, version.reach);
        let _ = writeln!(out, "  {kind:?} {least}..{most}: {text}{only_if}");
    }
    for slot in &found.questions {
        let _ = writeln!(out, "  ? {}", slot.ask);
    }
    out
}

#[test]
fn weak_lines_become_what_was_reviewed() {
    let now = LINES.lines().map(shown).collect::<Vec<_>>().join("\n");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(EXPECTED, &now).unwrap();
    }
    let then = std::fs::read_to_string(EXPECTED).unwrap_or_default();
    assert!(now == then, "UPDATE=1 writes fixtures/rewrite/expected.txt anew; read the difference");
}

#[test]
fn every_version_passes_the_guard_and_is_stronger() {
    let pack = Pack::builtin();
    for line in LINES.lines() {
        let entry = entry(line);
        let guard = Prepared::new(pack, &entry, &[]);
        for level in Level::ALL {
            let Some(found) = rewritten(line, level) else { continue };
            for version in &found.versions {
                assert!(guard.judge(&version.text).is_ok(), "{line}\n{}", version.text);
                assert!(version.strength >= found.strength, "{line}\n{}", version.text);
                let filled = with_examples(version);
                assert!(!filled.contains(['‹', '›']), "{filled}");
                let after = filled.lines().map(|line| anatomy(line, pack).strength).max();
                let split = version.drafts.len() > 1;
                assert!(split || after > Some(found.strength), "{line}\n{filled}");
            }
        }
    }
}

#[test]
fn lines_are_clean_with_every_answer_with_some_and_with_none() {
    for line in LINES.lines() {
        let Some(found) = rewritten(line, Level::Senior) else { continue };
        for version in &found.versions {
            let slots = version.slots();
            for kept in 0..=slots.len() {
                let answer = |at: usize| at < kept || slots[at].required;
                let answers: Vec<Option<String>> = (0..slots.len())
                    .map(|at| answer(at).then(|| slots[at].example.clone()))
                    .collect();
                for text in version.filled(&answers).lines() {
                    let clean = !text.contains("  ")
                        && !text.contains(" ,")
                        && !text.contains("()")
                        && !text.ends_with([',', ' '])
                        && text.chars().next().is_some_and(|ch| !ch.is_lowercase());
                    assert!(clean, "{line}\n{text}");
                }
            }
        }
    }
}

#[test]
fn a_filled_line_is_left_alone_or_gets_nothing_worse() {
    for line in LINES.lines() {
        let Some(found) = rewritten(line, Level::Mid) else { continue };
        let Some(best) = found.versions.first() else { continue };
        for filled in with_examples(best).lines() {
            let Some(again) = rewritten(filled, Level::Mid) else { continue };
            for version in again.versions {
                assert!(version.strength >= again.strength, "{filled}\n{}", version.text);
            }
        }
    }
}

#[test]
fn help_stays_help() {
    let lines = [
        "Helped to migrate the shop to Go",
        "Assisted with the redesign of billing",
        "We moved 9 jobs",
    ];
    for line in lines {
        let versions = rewritten(line, Level::Senior).map(|found| found.versions);
        for version in versions.unwrap_or_default() {
            assert!(version.text.starts_with("‹your part›"), "{}", version.text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,120}") {
        let _ = rewritten(&text, Level::Staff);
    }

    #[test]
    fn nor_is_any_order_of_our_words(words in proptest::collection::vec(word(), 0..24)) {
        let line = words.join(" ");
        if let Some(found) = rewritten(&line, Level::Senior) {
            let entry = entry(&line);
            let guard = Prepared::new(Pack::builtin(), &entry, &[]);
            for version in found.versions {
                prop_assert!(guard.judge(&version.text).is_ok(), "{}", version.text);
                prop_assert!(!version.text.contains("  "), "{}", version.text);
            }
        }
    }
}

/// A word of the fixture, or a mark.
fn word() -> impl Strategy<Value = String> {
    let marks = [",", ".", ";", "(", "-", "—", "‹x›", "40%", "’"].map(str::to_owned);
    let words: Vec<String> = LINES.split_whitespace().map(str::to_owned).chain(marks).collect();
    proptest::sample::select(words)
}
