//! From a document and its parse to facts: places in the document, proofs, fingerprints, sentences.
#![allow(clippy::unwrap_used)]

use vitae_document::{Document, Format, Metadata};
use vitae_facts::{Facts, Level, Owner, Proof, gather};
use vitae_pack::{Pack, SkillId};
use vitae_resume::{Confidence, FieldSource, Parsed, Project, Skill, Work, YearMonth};
use vitae_text::TextRange;

const TEXT: &str = "Senior Backend Engineer, Kestrel Freight\n\
    Ran the tariff group. Kept the pager for two years.\n\
    Cut the Redis bill by $4K a month,\n  with no data loss\n\
    Cut the Redis bill by $4K a month, with no data loss!\n\
    Various improvements\n\
    Go, Kafka, Quokkascript";

fn document() -> Document {
    Document {
        text: TEXT.to_owned(),
        format: Format::Text,
        pages: Vec::new(),
        lines: Vec::new(),
        runs: Vec::new(),
        links: Vec::new(),
        metadata: Metadata::default(),
        hazards: Vec::new(),
        origins: Vec::new(),
        stream: Vec::new(),
        left_out: Vec::new(),
        source_lines: None,
    }
}

/// Records where the pieces of a field stand, in order; returns the value.
fn field(parsed: &mut Parsed, pointer: &str, pieces: &[&str]) -> String {
    let mut from = 0;
    let mut place = |piece: &&str| {
        let start = from + TEXT[from..].find(*piece).unwrap();
        from = start + piece.len();
        TextRange::at(start, from)
    };
    let ranges = pieces.iter().map(&mut place).collect();
    let source = FieldSource { ranges, confidence: Confidence(90), printed: None, doubt: None };
    parsed.sources.insert(pointer, source);
    pieces.join(" ")
}

fn facts() -> Facts {
    let mut parsed = Parsed::default();
    let twice = "Cut the Redis bill by $4K a month, with no data loss!";
    let work = Work {
        position: field(&mut parsed, "/work/0/position", &["Senior Backend Engineer"]),
        name: field(&mut parsed, "/work/0/name", &["Kestrel Freight"]),
        start_date: "2024-11".to_owned(),
        summary: field(
            &mut parsed,
            "/work/0/summary",
            &["Ran the tariff group. Kept the pager for two years."],
        ),
        highlights: vec![
            field(
                &mut parsed,
                "/work/0/highlights/0",
                &["Cut the Redis bill by $4K a month,", "with no data loss"],
            ),
            field(&mut parsed, "/work/0/highlights/1", &[twice]),
            field(&mut parsed, "/work/0/highlights/2", &["Various improvements"]),
        ],
        ..Work::default()
    };
    let keywords = ["Go", "Kafka", "Quokkascript"];
    let keywords = keywords
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let pointer = format!("/skills/0/keywords/{at}");
            let start = TEXT.rfind(name).unwrap();
            let ranges = vec![TextRange::at(start, start + name.len())];
            let source = FieldSource {
                ranges: ranges.into(),
                confidence: Confidence(90),
                printed: None,
                doubt: None,
            };
            parsed.sources.insert(pointer, source);
            (*name).to_owned()
        })
        .collect();
    parsed.resume.work = vec![work];
    parsed.resume.skills = vec![Skill { keywords, ..Skill::default() }];
    parsed.resume.projects = vec![Project { keywords: vec!["Kafka".into()], ..Project::default() }];
    gather(&document(), &parsed, Pack::builtin(), YearMonth::new(2026, 10))
}

fn skill(name: &str) -> SkillId {
    Pack::builtin().skill_named(name).unwrap()
}

#[test]
fn bullets_lead_back_to_the_document() {
    let facts = facts();
    let texts: Vec<&str> = facts.bullets.iter().map(|bullet| bullet.text.as_str()).collect();
    assert_eq!(texts[0], "Ran the tariff group.");
    assert_eq!(texts[1], "Kept the pager for two years.");
    assert_eq!(texts[2], "Cut the Redis bill by $4K a month, with no data loss");
    let wrapped = &facts.bullets[2];
    assert_eq!(wrapped.range.of(TEXT), "Cut the Redis bill by $4K a month,\n  with no data loss");
    let metric = wrapped.anatomy.metrics[0].range;
    assert_eq!(wrapped.text.to_source(metric).of(TEXT), "$4K a month");
    assert!(facts.bullets[0].prose && !wrapped.prose);
    assert_eq!(wrapped.owner, Owner::Work(0));
    assert_eq!(wrapped.pointer, "/work/0/highlights/0");
    assert_eq!(facts.bullets_of(0).count(), 5);
}

#[test]
fn repeated_and_hollow_bullets_stand_behind_nothing() {
    let facts = facts();
    assert_eq!(facts.bullets[2].fingerprint, facts.bullets[3].fingerprint);
    assert!(facts.bullets[2].substantial && !facts.bullets[4].substantial);
    assert_eq!(facts.substantial, 2, "the pager and the bill");
}

#[test]
fn skills_have_their_best_proof_and_every_place() {
    let facts = facts();
    assert_eq!(facts.skills.proof(skill("Redis")), Proof::Shown);
    assert_eq!(facts.skills.proof(skill("Kafka")), Proof::Used);
    assert_eq!(facts.skills.proof(skill("Go")), Proof::Listed);
    assert_eq!(facts.skills.proof(skill("Rust")), Proof::None);
    assert_eq!(facts.skills.get(skill("Redis")).unwrap().places.len(), 2);
    let listed: Vec<(&str, bool)> =
        facts.skills.listed.iter().map(|(range, id)| (range.of(TEXT), id.is_some())).collect();
    assert_eq!(listed, [("Go", true), ("Kafka", true), ("Quokkascript", false)]);
}

#[test]
fn the_current_title_claims_a_level() {
    let facts = facts();
    assert_eq!(facts.claimed, Some(Level::Senior));
    assert_eq!(facts.timeline.months_worked, 24);
    let position = &facts.positions[0];
    assert!(position.current && !position.confident, "the date has no place");
    assert_eq!(position.employer.unwrap().of(TEXT), "Kestrel Freight");
}

#[test]
fn nothing_in_nothing_out() {
    let facts = gather(&document(), &Parsed::default(), Pack::builtin(), YearMonth::new(2026, 10));
    assert!(facts.bullets.is_empty() && facts.positions.is_empty() && facts.claimed.is_none());
}
