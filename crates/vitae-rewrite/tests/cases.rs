//! `fixtures/guard/cases.txt`: entries with rewrites that are honest or invent. A reader learns from
//! it what the guard lets pass.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

use vitae_pack::Pack;
use vitae_rewrite::guard::{Entry, What, guard};

const CASES: &str = include_str!("../../../fixtures/guard/cases.txt");

/// A rewrite with the line it stands on, and the kind of its invention, if any.
struct Case<'a> {
    line: usize,
    entry: Entry,
    invents: Option<&'a str>,
    rewrite: &'a str,
}

fn cases() -> Vec<Case<'static>> {
    let mut cases = Vec::new();
    let mut entry = Entry::default();
    for (line, text) in (1..).zip(CASES.lines()) {
        match text.split_at_checked(2) {
            Some(("# ", head)) => {
                let mut parts = head.split('|').map(str::trim);
                let mut part = || parts.next().unwrap_or_default().to_owned();
                let (name, position, dates) = (part(), part(), part());
                let (start, end) = dates.split_once("..").unwrap();
                let (start_date, end_date) = (start.to_owned(), end.to_owned());
                entry = Entry { name, position, start_date, end_date, ..Entry::default() };
            }
            Some(("- ", bullet)) => entry.highlights.push(bullet.to_owned()),
            Some(("+ ", rewrite)) => {
                cases.push(Case { line, entry: entry.clone(), invents: None, rewrite });
            }
            Some(("! ", rest)) => {
                let (kind, rewrite) = rest.split_once(' ').unwrap();
                assert!(What::ALL.iter().any(|what| what.name() == kind), "line {line}: {kind}");
                cases.push(Case { line, entry: entry.clone(), invents: Some(kind), rewrite });
            }
            _ => assert!(text.trim().is_empty() || text.starts_with(';'), "line {line}: {text}"),
        }
    }
    cases
}

#[test]
fn honest_rewrites_pass_and_inventions_do_not() {
    let cases = cases();
    assert!(cases.len() > 200, "{}", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let verdict = guard(Pack::builtin(), &case.entry, &[], case.rewrite);
        if verdict.is_ok() != case.invents.is_none() {
            let reasons: Vec<_> = verdict.reasons.iter().map(|reason| &reason.message).collect();
            wrong.push(format!("{}: {} {reasons:?}", case.line, case.rewrite));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A kind is a help for people, so most of them agreeing is enough.
#[test]
fn reasons_name_the_kind_of_invention() {
    let invented: Vec<_> = cases().into_iter().filter(|case| case.invents.is_some()).collect();
    let agree = invented.iter().filter(|case| {
        let verdict = guard(Pack::builtin(), &case.entry, &[], case.rewrite);
        verdict.reasons.iter().any(|reason| Some(reason.what.name()) == case.invents)
    });
    let agree = agree.count();
    assert!(agree * 100 >= invented.len() * 60, "{agree} of {}", invented.len());
}

#[test]
fn facts_of_another_employer_do_not_carry() {
    let entry = |name: &str, line: &str| Entry {
        name: name.to_owned(),
        highlights: vec![line.to_owned()],
        ..Entry::default()
    };
    let own = entry("Saltmarsh Ferries", "Wrote contract tests for 3 services");
    let other = [entry("Tarn Outdoor", "Wrote Terraform modules for 40 accounts")];
    let verdict = guard(Pack::builtin(), &own, &other, "Wrote Terraform modules for 3 services");
    let [reason, ..] = &verdict.reasons[..] else { panic!("{verdict:?}") };
    assert_eq!(reason.what, What::Technology);
    assert!(reason.message.contains("Tarn Outdoor"), "{}", reason.message);
}

#[test]
fn hidden_characters_and_other_digits_are_seen_through() {
    let entry = Entry {
        highlights: vec!["Cut alerts from 40 to 12 with Redis".to_owned()],
        ..Entry::default()
    };
    let judge = |rewrite: &str| guard(Pack::builtin(), &entry, &[], rewrite);
    assert!(judge("Cut alerts from \u{ff14}\u{ff10} to 12 with Re\u{200b}dis").is_ok());
    for rewrite in [
        "Cut alerts from \u{ff14}\u{ff10}\u{ff10} to 12",
        "Cut alerts from \u{664}\u{660}\u{660} to 12",
        "Cut alerts from 40\u{2070} to 12",
        "Cut alerts from \u{2169} to 12",
        "Cut alerts from 40 to 1\u{200b}2\u{200b}0",
        "Cut alerts with K\u{430}fka",
        "Cut alerts from 40 to 12 \u{202e}ylgnorts",
    ] {
        assert!(!judge(rewrite).is_ok(), "{rewrite}");
    }
}
