//! The laws of the ledger, over outcomes of every rule that could be. What the same laws mean for
//! texts is tested in the facade.

use proptest::prelude::*;
use vitae_facts::Level;
use vitae_lint::{ALL, Curve, Finding, Outcome, Rule};
use vitae_score::{FULL, Profile, score};
use vitae_text::TextRange;

fn outcome(rule: &'static Rule, defects: u32, proof_tenths: u32) -> Outcome {
    let finding = |unit: u32| Finding {
        rule,
        range: TextRange::default(),
        also: Vec::new(),
        message: String::new(),
        help: String::new(),
        fix: None,
        unit: u64::from(unit),
    };
    Outcome { rule, findings: (0..defects).map(finding).collect(), proof_tenths }
}

/// Defects and tenths of proof for each rule.
fn states() -> impl Strategy<Value = Vec<(u32, u32)>> {
    proptest::collection::vec((0u32..5, 0u32..90), ALL.len())
}

fn levels() -> impl Strategy<Value = Level> {
    (0usize..5).prop_map(|index| Level::ALL[index])
}

fn outcomes(states: &[(u32, u32)]) -> Vec<Outcome> {
    let outcome = |(rule, (defects, proof)): (&&'static Rule, &(u32, u32))| match rule.curve {
        // A proof rule reports when proof is missing; its findings cost nothing by themselves.
        Curve::Proof(_) => outcome(rule, 0, *proof),
        Curve::Binary | Curve::Defects => outcome(rule, *defects, 0),
    };
    ALL.iter().zip(states).map(outcome).collect()
}

fn total(states: &[(u32, u32)], level: Level) -> u32 {
    score(&outcomes(states), Profile::backend(), level, None).total.expect("readable")
}

#[test]
fn the_caps_of_every_level_sum_to_all_points() {
    for level in Level::ALL {
        let sum: u32 = ALL.iter().map(|rule| Profile::backend().cap(rule, level)).sum();
        assert_eq!(sum, FULL, "{}", level.name());
    }
}

#[test]
fn without_defects_and_with_all_proof_nothing_is_lost() {
    for level in Level::ALL {
        let states = vec![(0, 1000); ALL.len()];
        let score = score(&outcomes(&states), Profile::backend(), level, None);
        assert_eq!((score.total, score.ledger.len()), (Some(FULL), 0));
    }
}

#[test]
fn an_unreadable_file_has_no_total_and_no_ledger() {
    let states = vec![(0, 0); ALL.len()];
    let why = Some("no text".to_owned());
    let score = score(&outcomes(&states), Profile::backend(), Level::Mid, why.clone());
    assert_eq!((score.total, score.reason, score.ledger.len()), (None, why, 0));
}

proptest! {
    #[test]
    fn lost_points_and_total_sum_to_all_points(states in states(), level in levels()) {
        let score = score(&outcomes(&states), Profile::backend(), level, None);
        let lost: u32 = score.ledger.iter().map(|line| line.lost).sum();
        prop_assert_eq!(score.total.unwrap() + lost, FULL);
        for line in &score.ledger {
            prop_assert!(line.lost > 0 && line.lost <= line.cap, "{line:?}");
        }
        let caps: u32 = score.groups.iter().map(|group| group.cap).sum();
        prop_assert_eq!(caps, FULL);
    }

    #[test]
    fn fixing_a_defect_never_lowers(states in states(), index in 0..ALL.len(), level in levels()) {
        let mut fixed = states.clone();
        fixed[index].0 = fixed[index].0.saturating_sub(1);
        prop_assert!(total(&fixed, level) >= total(&states, level));
    }

    #[test]
    fn one_more_proof_never_lowers(
        states in states(), index in 0..ALL.len(), tenths in 1u32..11, level in levels()
    ) {
        let mut proven = states.clone();
        proven[index].1 += tenths;
        prop_assert!(total(&proven, level) >= total(&states, level));
    }

    /// Deleting the only bullet with a defect takes its proof away as well.
    #[test]
    fn deleting_never_beats_fixing(
        states in states(), defect in 0..ALL.len(), proof in 0..ALL.len(), level in levels()
    ) {
        let mut fixed = states;
        fixed[defect].0 = fixed[defect].0.saturating_sub(1);
        let mut deleted = fixed.clone();
        deleted[proof].1 = deleted[proof].1.saturating_sub(10);
        prop_assert!(total(&deleted, level) <= total(&fixed, level));
    }

    #[test]
    fn the_gain_of_a_line_is_what_settling_it_gives_back(states in states(), level in levels()) {
        let score = score(&outcomes(&states), Profile::backend(), level, None);
        let before = score.total.unwrap();
        for line in &score.ledger {
            let index = ALL.iter().position(|rule| rule.code == line.code).unwrap();
            let mut settled = states.clone();
            settled[index] = (0, 100_000);
            prop_assert_eq!(total(&settled, level) - before, line.gain);
        }
    }
}
