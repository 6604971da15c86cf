//! Laws of the guard that hold for any text.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use vitae_pack::Pack;
use vitae_rewrite::guard::{Entry, LONGEST, guard};

fn entry(highlights: Vec<String>) -> Entry {
    Entry {
        name: "Saltmarsh Ferries".to_owned(),
        position: "Backend Engineer".to_owned(),
        start_date: "2020-02".to_owned(),
        end_date: "2023-05".to_owned(),
        highlights,
        ..Entry::default()
    }
}

/// Text of the kinds of characters that the guard treats apart.
fn any_text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "cut", "from", "to", "by", "half", "a", "third", "twice", "every", "week", "per", "$", "%",
        "-", ">", "[", "]", "‹", "›", ".", ",", "3", "1,200", "ms", "s", "k", "GB", "x", "Kafka",
        "led", "helped", "no", "not", "all", "who", "which", "so", "that", "2021", "Engineer",
        "senior", "over", "between", "and", "/", "٤", "10⁶", "½", "\u{200b}", "99.9", "to zero",
        "dozen", "hundred", "million", "2h 30", "'", "(", ")", ":", "as", "month", "quarter",
    ]);
    let built = prop::collection::vec(words, 0..24).prop_map(|words| words.join(" "));
    prop_oneof![built, "\\PC{0,60}", "[ -~]{0,60}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_judged_and_spans_lie_in_it(lines in prop::collection::vec(any_text(), 0..4), rewrite in any_text()) {
        let entry = entry(lines);
        let verdict = guard(Pack::builtin(), &entry, &[], &rewrite);
        for reason in &verdict.reasons {
            prop_assert!(rewrite.get(reason.range.std()).is_some(), "{reason:?}");
            prop_assert!(!reason.message.is_empty());
        }
        prop_assert_eq!(guard(Pack::builtin(), &entry, &[], &rewrite), verdict);
    }

    #[test]
    fn a_line_of_the_entry_is_carried(lines in prop::collection::vec("[a-zA-Z0-9 ,.%$-]{1,60}", 1..4), at in 0usize..4) {
        let line = lines[at % lines.len()].clone();
        let verdict = guard(Pack::builtin(), &entry(lines), &[], &line);
        let orders = verdict.reasons.iter().all(|reason| reason.what.name() == "instruction");
        prop_assert!(orders, "{verdict:?}");
    }

    #[test]
    fn another_number_is_never_carried(old in 13u32..900, new in 13u32..900, noun in prop::sample::select(vec!["services", "hosts", "sensors", "reports"])) {
        prop_assume!(old != new);
        let entry = entry(vec![format!("Moved {old} {noun} to Go")]);
        let judge = |rewrite: String| guard(Pack::builtin(), &entry, &[], &rewrite);
        let most = old.max(new);
        let own = judge(format!("Ported {old} {noun} to Go"));
        let other = judge(format!("Ported {new} {noun} to Go"));
        let more = judge(format!("Moved more than {most} {noun} to Go"));
        prop_assert!(own.is_ok(), "{own:?}");
        prop_assert!(!other.is_ok() && !more.is_ok());
    }

    #[test]
    fn other_units_of_the_same_value_are_carried(ms in 1u32..5_000) {
        let entry = entry(vec![format!("Search takes {ms} ms")]);
        let seconds = f64::from(ms) / 1000.0;
        let (same, other) = (format!("Search takes {seconds} s"), format!("Search takes {ms} s"));
        prop_assert!(guard(Pack::builtin(), &entry, &[], &same).is_ok());
        prop_assert!(!guard(Pack::builtin(), &entry, &[], &other).is_ok());
    }

    #[test]
    fn what_stands_in_a_slot_is_free(inside in "[a-zA-Z0-9 %./]{1,30}") {
        let entry = entry(vec!["Wrote the stock sync in Go".to_owned()]);
        for slot in [format!("[{inside}]"), format!("‹{inside}›")] {
            let rewrite = format!("Wrote the stock sync in Go for {slot}");
            let verdict = guard(Pack::builtin(), &entry, &[], &rewrite);
            prop_assert!(verdict.is_ok(), "{rewrite} {verdict:?}");
        }
    }
}

#[test]
fn a_rewrite_beyond_the_limit_is_refused_with_its_length() {
    let long = "Wrote it ".repeat(LONGEST / 9 + 1);
    let verdict = guard(Pack::builtin(), &entry(Vec::new()), &[], &long);
    assert!(verdict.reasons[0].message.contains(&format!("(limit {LONGEST})")));
}

#[test]
fn a_hostile_rewrite_of_a_large_entry_ends_soon() {
    let lines =
        (0..2_000).map(|at| format!("Moved {at} of 9,000 hosts from {at} ms to {at} s")).collect();
    let rewrite = "1 2 3 from 4 to 5 ".repeat(LONGEST / 18);
    assert!(!guard(Pack::builtin(), &entry(lines), &[], &rewrite).is_ok());
}
