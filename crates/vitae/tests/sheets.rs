//! The checklist, the questions and the talk about terms, held to what they promise: they quote what
//! stands there, ask what a line invites and nothing else, and break on no input.
#![cfg(feature = "guide")]
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test reads files")]

use proptest::prelude::*;
use std::path::{Path, PathBuf};
use vitae::guide::{Guides, Held, Interview, Kind, Quote, State, read_ad, sheet_json};
use vitae::{Input, Level, Options, PartialDate, Reading, parse_resume};

const EVERY: usize = usize::MAX;

fn options() -> Options {
    Options::new(PartialDate::parse_iso("2026-11-22").unwrap())
}

fn read(text: &str) -> Reading {
    parse_resume(&Input::new(text.as_bytes(), Some("ann-aldane.md"))).unwrap()
}

/// The resume of a person with one role, whose bullets are `bullets`.
fn resume(title: &str, bullets: &[&str]) -> String {
    let bullets: String = bullets.iter().map(|bullet| format!("- {bullet}\n")).collect();
    format!(
        "# Ann Aldane\n\nann.aldane@example.com | Leeds, UK\n\n## Experience\n\n### {title}, Harbor \
         Parcel Systems (Mar 2022 – Present)\n\n{bullets}\n"
    )
}

fn interview(text: &str, level: Option<Level>) -> Interview {
    let reading = read(text);
    let options = Options { level, ..options() };
    let role = Guides::builtin().find(Kind::Role, "backend-engineer").unwrap();
    let file_name = Some("ann-aldane.md");
    Held { reading: &reading, file_name, options: &options, role, ad: None }.interview(EVERY)
}

/// The names of the questions that a bullet invites.
fn invited(bullet: &str) -> Vec<String> {
    let interview = interview(&resume("Senior Backend Engineer", &[bullet]), None);
    let questions = interview
        .ranked()
        .into_iter()
        .filter(|it| it.quote.as_ref().is_some_and(|quote| quote.text.starts_with(&bullet[..12])));
    questions.map(|it| it.id.clone()).collect()
}

fn asked(text: &str, level: Option<Level>) -> Vec<String> {
    interview(text, level).ranked().into_iter().map(|it| it.id.clone()).collect()
}

#[test]
fn a_line_invites_the_question_of_its_kind() {
    let cases = [
        ("Cut p95 of order search from 2.1 s to 240 ms with a covering index", "latency-figure"),
        (
            "Moved tariff data from MySQL to PostgreSQL with dual writes for six weeks",
            "data-migration",
        ),
        ("Chose RabbitMQ over a polling table because crates may arrive late", "decision"),
        ("Published crate events on Kafka, which carries 3,400 events a second", "queue"),
        (
            "Published crate events on Kafka, which carries 3,400 events a second",
            "throughput-figure",
        ),
        (
            "Added idempotency keys to refunds; double refunds fell from 12 a month to none",
            "idempotency",
        ),
        ("Led three engineers who rebuilt the parcel tracker in Go", "led-people"),
        ("Take every fourth week of on-call for the tracker and its 14 services", "on-call"),
        ("Reduced AWS costs of the tracker by $40,000 a year with smaller nodes", "cost-cut"),
        ("Wrote the first post-mortem of the team after an outage of 40 minutes", "incident"),
    ];
    for (bullet, question) in cases {
        let found = invited(bullet);
        assert!(found.iter().any(|id| id == question), "{bullet}: {question} is not in {found:?}");
    }
}

#[test]
fn near_misses_invite_nothing() {
    let cases = [
        (
            "Rewrote the tracker in Go, which led to 30 fewer tickets a week for the team",
            "led-people",
        ),
        (
            "Replaced polling with webhooks, which removed 1.2 million requests a day",
            "throughput-figure",
        ),
        ("Held 2 weekly labs for 35 students on joins and transactions", "throughput-figure"),
        ("Replans 540 routes in 6 minutes instead of 3 hours with a Go scheduler", "decision"),
        ("Moved invoices off MySQL into files that 14 clerks search by name", "datastore-choice"),
        ("Let 12 analysts change 240 policies without a release by a rules table", "delivery"),
        ("Built order search on PostgreSQL for 4 shops with 300 daily orders", "data-migration"),
        ("Built online dominoes for 4 players with a Go server and PostgreSQL", "volume-figure"),
        ("Trained a fraud model on 40 million rows of payments in Python", "mentoring"),
    ];
    for (bullet, question) in cases {
        let found = invited(bullet);
        assert!(!found.iter().any(|id| id == question), "{bullet}: {question} in {found:?}");
    }
}

#[test]
fn a_gap_is_asked_about_once_there_is_a_career() {
    let text = "# Ann Aldane\n\nann.aldane@example.com\n\n## Experience\n\n### Backend Engineer, Harbor \
                Parcel Systems (Mar 2022 – Present)\n\n- Rebuilt the parcel router in Java, which ended \
                missorted crates\n\n### Developer, Cedar Freight Labs (Jan 2018 – Feb 2021)\n\n- Moved \
                address data to PostgreSQL without downtime\n";
    assert!(asked(text, Some(Level::Mid)).contains(&"gap".to_owned()));
    assert!(!asked(text, Some(Level::Entry)).contains(&"gap".to_owned()), "not for a student");
    let studied = text.replace(
        "\n### Developer",
        "\n## Education\n\n**M.Sc. Computing**, Leeds Polytechnic (Feb 2021 – Mar 2022)\n\n## Earlier \
         experience\n\n### Developer",
    );
    assert!(!asked(&studied, Some(Level::Mid)).contains(&"gap".to_owned()), "studies fill it");
    let short = text.replace("Feb 2021", "Dec 2021");
    assert!(!asked(&short, Some(Level::Mid)).contains(&"gap".to_owned()), "two months are none");
}

#[test]
fn skills_that_are_used_or_built_upon_are_not_asked_for() {
    let text =
        resume("Backend Engineer", &["Moved crate data to PostgreSQL in 6 weeks without downtime"]);
    let listed = |skills: &str| {
        let found = interview(&format!("{text}## Skills\n\n- Data: {skills}\n"), None);
        let question = found.ranked().into_iter().find(|it| it.id == "unused-skill").cloned();
        question.map(|it| it.question)
    };
    assert_eq!(listed("PostgreSQL, SQL"), None);
    let question = listed("PostgreSQL, SQL, Cassandra").unwrap();
    assert!(question.contains("`Cassandra`") && !question.contains("PostgreSQL"), "{question}");
}

#[test]
fn the_level_decides_how_deep_a_question_goes() {
    let text =
        resume("Backend Engineer", &["Cut p95 of order search from 2.1 s to 240 ms with an index"]);
    let depth = |level| {
        let found = interview(&text, Some(level));
        let all = found.ranked();
        let question = all.iter().find(|it| it.id == "latency-figure").unwrap();
        (question.holds.len(), question.follow_ups.len())
    };
    let (entry, senior) = (depth(Level::Entry), depth(Level::Senior));
    assert!(entry.0 >= 3 && senior.0 > entry.0, "{entry:?} {senior:?}");
    assert!(entry.1 == 1 && senior.1 > entry.1, "{entry:?} {senior:?}");
}

#[test]
fn a_bare_axis_is_asked_about_unless_a_line_speaks_of_it() {
    let text =
        resume("Backend Engineer", &["Wrote 14 PL/SQL reports that finance reads each month"]);
    let because = |text: &str| -> Vec<String> {
        let found = interview(text, Some(Level::Mid));
        let reasons = found.ranked().into_iter().filter(|it| it.quote.is_none());
        reasons.filter_map(|it| it.because.clone()).collect()
    };
    assert!(because(&text).iter().any(|it| it.contains("reliability")), "{:?}", because(&text));
    let spoken = resume(
        "Backend Engineer",
        &["Wrote the runbook after an outage of 40 minutes; none came back"],
    );
    assert!(!because(&spoken).iter().any(|it| it.contains("reliability")));
}

#[test]
fn an_ad_is_answered_by_what_lines_show_name_and_lack() {
    let text =
        resume("Backend Engineer", &["Moved crate data to PostgreSQL in 6 weeks without downtime"])
            + "## Skills\n\n- Data: PostgreSQL, Kafka\n";
    let reading = read(&text);
    let options = options();
    let role = Guides::builtin().find(Kind::Role, "backend").unwrap();
    let ad = read_ad("We run PostgreSQL, Kafka and Kubernetes.\nYou know all three.");
    let held = Held { reading: &reading, file_name: None, options: &options, role, ad: Some(&ad) };
    let found = held.interview(EVERY);
    let question = |id: &str| {
        let all = found.ranked();
        all.iter().find(|it| it.id == id).map(|it| it.question.clone()).unwrap_or_default()
    };
    assert!(question("ad-proven").contains("`PostgreSQL`"));
    assert!(question("ad-named").contains("`Kafka`"));
    assert!(question("ad-missing").contains("`Kubernetes`"));
    let list = held.checklist();
    let terms = list.items.iter().find(|it| it.id == "ad-terms").unwrap();
    assert_eq!(terms.state, State::Open);
    assert!(
        terms.found.contains("1 of 3") && terms.found.contains("`Kubernetes`"),
        "{}",
        terms.found
    );
    assert!(read_ad("We are a friendly team in a nice town.").is_empty());
}

#[test]
fn a_pipe_has_no_name_and_a_source_is_not_what_is_sent() {
    let reading = read(&resume("Backend Engineer", &["Moved crate data to PostgreSQL in 6 weeks"]));
    let options = options();
    let role = Guides::builtin().find(Kind::Role, "backend").unwrap();
    let list =
        Held { reading: &reading, file_name: None, options: &options, role, ad: None }.checklist();
    let state = |id: &str| list.items.iter().find(|it| it.id == id).map(|it| it.state);
    assert_eq!(state("file"), Some(State::Ask));
    assert_eq!(state("read-aloud"), Some(State::Ask));
    assert_eq!(state("dates"), Some(State::Done));
    let sums = list.sums;
    assert_eq!(sums.done + sums.open + sums.ask, list.items.len());
    for item in &list.items {
        assert_eq!(item.next.is_empty(), item.state == State::Done, "{}", item.id);
        assert!(!item.found.is_empty(), "{}", item.id);
    }
}

#[test]
fn a_summary_is_ticked_for_load_and_alerts_for_watching() {
    let list = |summary: &str, bullet: &str| {
        let text = resume("Backend Engineer", &[bullet])
            .replace("## Experience", &format!("## Summary\n\n{summary}\n\n## Experience"));
        let reading = read(&text);
        let options = options();
        let role = Guides::builtin().find(Kind::Role, "backend").unwrap();
        Held { reading: &reading, file_name: None, options: &options, role, ad: None }.checklist()
    };
    let found = |list: &vitae::guide::Checklist, id: &str| {
        let item = list.items.iter().find(|it| it.id == id).unwrap();
        (item.state, item.found.clone())
    };
    let teams = list(
        "Backend engineer with six years of Spring Boot and Kotlin in three time zones.",
        "Cut night calls from 19 to 5 a week by deleting alerts that nobody owned",
    );
    assert_eq!(found(&teams, "summary-scale").0, State::Open);
    assert_eq!(
        found(&teams, "summary-stack"),
        (State::Done, "the summary says `Kotlin`".to_owned())
    );
    let load = list("Backend engineer. Keep 40,000 orders a day moving in Go.", "Wrote 14 reports");
    assert_eq!(found(&load, "summary-scale").0, State::Done);
    let watched = teams.items.iter().find(|it| it.id == "observability").unwrap();
    assert!(!watched.found.contains("no bullet names"), "{watched:?}");
}

fn examples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["examples", "fixtures/resumes"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let ending = [".md", ".pdf", ".docx", ".yaml", ".plain.txt", ".html"];
            if ending.iter().any(|it| name.ends_with(it)) && name != "README.md" {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(files.len() > 20);
    files
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A quote is cut from one stretch of the document; where lines were joined, a hyphen may be gone.
fn stands(quote: &Quote, reading: &Reading) -> bool {
    let bare = quote.text.trim_start_matches("… ").trim_end_matches(" …");
    let letters =
        |text: &str| -> String { text.chars().filter(|ch| ch.is_alphanumeric()).collect() };
    let source = quote.range.of(&reading.document.text);
    words(source).contains(bare) || letters(source).contains(&letters(bare))
}

/// What stands in backticks.
fn marked(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn every_quote_and_every_name_in_a_question_stands_on_the_page() {
    let options = options();
    let role = Guides::builtin().find(Kind::Role, "backend").unwrap();
    for path in examples() {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.to_string_lossy().into_owned();
        let Ok(reading) = parse_resume(&Input::new(&bytes, Some(&name))) else { continue };
        let held =
            Held { reading: &reading, file_name: Some(&name), options: &options, role, ad: None };
        let page = words(&reading.document.text);
        let (questions, terms, list) =
            (held.interview(EVERY), held.negotiation(), held.checklist());
        for question in questions.ranked() {
            for quote in question.quote.iter().chain(&question.also) {
                assert!(stands(quote, &reading), "{name}: {quote:?}");
            }
            let texts = std::iter::once(&question.question).chain(&question.follow_ups);
            for span in texts.flat_map(|text| marked(text)) {
                assert!(page.contains(&words(span)), "{name}: {}: `{span}`", question.id);
            }
            assert!(!question.question.contains(['{', '}', '‹']), "{}", question.question);
            assert!(
                (3..=6).contains(&question.holds.len()),
                "{}: {:?}",
                question.id,
                question.holds
            );
        }
        for value in &terms.values {
            assert!(!value.lines.is_empty(), "{name}: {}", value.id);
            assert!(value.lines.iter().all(|quote| stands(quote, &reading)), "{name}: {value:?}");
            let said: String =
                marked(&value.say).fold(value.say.clone(), |say, it| say.replace(it, ""));
            assert!(!said.contains(|ch: char| ch.is_ascii_digit() || ch == '$'), "{said}");
        }
        for item in &list.items {
            assert!(item.lines.iter().all(|quote| stands(quote, &reading)), "{name}: {item:?}");
        }
        assert_eq!(sheet_json(&questions), sheet_json(&held.interview(EVERY)), "{name}");
    }
}

#[test]
fn a_question_is_asked_once_and_the_usual_number_holds() {
    let options = options();
    let role = Guides::builtin().find(Kind::Role, "backend").unwrap();
    for path in examples() {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(reading) = parse_resume(&Input::new(&bytes, None)) else { continue };
        let held = Held { reading: &reading, file_name: None, options: &options, role, ad: None };
        let shown = held.interview(vitae::guide::USUAL_QUESTIONS);
        let ranked = shown.ranked();
        assert!(ranked.len() <= vitae::guide::USUAL_QUESTIONS);
        let ranks: Vec<usize> = ranked.iter().map(|it| it.rank).collect();
        assert_eq!(ranks, (1..=ranked.len()).collect::<Vec<_>>(), "{}", path.display());
        let mut ids: Vec<&str> = ranked.iter().map(|it| it.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), ranked.len(), "{}", path.display());
    }
}

#[test]
fn what_cannot_be_read_is_neither_missing_nor_asked_about() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/resumes/idris.scan.pdf");
    let bytes = std::fs::read(path).unwrap();
    let reading = parse_resume(&Input::new(&bytes, Some("idris.pdf"))).unwrap();
    let options = options();
    let role = Guides::builtin().find(Kind::Role, "backend").unwrap();
    let file_name = Some("idris.pdf");
    let held = Held { reading: &reading, file_name, options: &options, role, ad: None };
    assert!(held.interview(EVERY).ranked().is_empty());
    assert!(held.negotiation().values.is_empty());
    let list = held.checklist();
    assert!(list.unreadable.is_some());
    for item in list.items.iter().filter(|item| item.state == State::Open) {
        assert!(item.rules.iter().any(|rule| rule.starts_with("FIL")), "{item:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_breaks_it(
        title in "[\\PC\n]{0,30}",
        bullets in proptest::collection::vec("[A-Za-z0-9`‹›{}$%.,:;\\-–\u{202e}é東 ]{0,120}", 0..6),
        words in proptest::collection::vec(
            prop_oneof![
                Just("Cut p95 latency from 2 s to 1 s with Redis"), Just("Chose `Kafka` over {skill}"),
                Just("Led four engineers"), Just("- on-call ‹x›"), Just("10 TB of data in Cassandra"),
            ],
            0..4,
        ),
    ) {
        let all: Vec<&str> = bullets.iter().map(String::as_str).chain(words).collect();
        let text = resume(&title, &all);
        if let Ok(reading) = parse_resume(&Input::new(text.as_bytes(), None)) {
            let options = options();
            let role = Guides::builtin().find(Kind::Role, "backend").unwrap();
            let ad = read_ad(&text);
            let held =
                Held { reading: &reading, file_name: None, options: &options, role, ad: Some(&ad) };
            let questions = held.interview(EVERY);
            for question in questions.ranked() {
                prop_assert!(question.quote.iter().all(|quote| stands(quote, &reading)));
            }
            let _ = (held.negotiation(), held.checklist());
        }
    }
}
