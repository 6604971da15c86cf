//! Nothing of the catalogue is lost in silence: every row ends as a rule, a part with a fixture that
//! shows it, a guard that a test holds, or a refusal, which no row of a role guide may be.

use crate::fixture::{Fixture, path};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use vitae_lint::catalogue::{Ending, Row, rows};
use vitae_lint::{ALL, by_code};

fn table() -> Vec<Row> {
    rows().expect("the catalogue can be read")
}

/// Whether a guide for the role makes the check.
fn of_a_guide(row: &Row) -> bool {
    row.from.split(' ').any(|source| matches!(source, "S0" | "S1" | "S2" | "S3" | "S4"))
}

/// Titles of the cases in the fixtures of these rules.
fn titles(rules: &[&str]) -> Vec<String> {
    let fixtures = rules.iter().filter_map(|code| {
        let text = std::fs::read_to_string(path(by_code(code)?)).ok()?;
        Some(Fixture::parse(&text).cases)
    });
    fixtures.flatten().map(|case| case.title).collect()
}

/// Names of all functions in the sources and tests of the workspace.
fn functions() -> BTreeSet<String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut names = BTreeSet::new();
    for folder in ["crates", "apps"] {
        collect(&root.join(folder), &mut names);
    }
    names
}

fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            collect(&entry, names);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&entry).unwrap();
            let heads = text.lines().filter_map(|line| line.trim().strip_prefix("fn "));
            names.extend(heads.filter_map(|head| Some(head.split_once('(')?.0.to_owned())));
        }
    }
}

#[test]
fn every_row_of_the_catalogue_is_accounted_for() {
    let functions = functions();
    let mut faults = Vec::new();
    let rows = table();
    assert_eq!(rows.len(), 232);
    for row in &rows {
        let id = &row.row;
        match &row.ends {
            Ending::Rule { .. } => {}
            Ending::Part { rules } => {
                let tag = format!("[{id}]");
                let shows = |title: &String| title.starts_with("fires") && title.contains(&tag);
                if !titles(rules).iter().any(shows) {
                    let files = rules.join(" or ");
                    faults.push(format!(
                        "{id} is part of {files} (it stands behind the first in `covers`), and no \
                         fixture has a case `## fires: {tag} …`"
                    ));
                }
            }
            Ending::Guard { test } => {
                if !functions.contains(test) {
                    faults.push(format!("{id}: no test is called `{test}`"));
                }
            }
            Ending::Refused { .. } => {
                if of_a_guide(row) {
                    faults.push(format!("{id} comes from a role guide and may not be refused"));
                }
            }
            Ending::Awaits { verb } => {
                if !["match", "rewrite"].contains(&verb.as_str()) {
                    faults.push(format!("{id} awaits `{verb}`, which nobody builds"));
                }
            }
            Ending::Open => faults.push(format!("{id} ends nowhere: {}", row.title)),
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn what_a_rule_covers_has_no_other_ending() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("catalogue.toml");
    let table = std::fs::read_to_string(file).unwrap();
    for row in rows().unwrap() {
        let covered = matches!(row.ends, Ending::Rule { .. } | Ending::Part { .. });
        let line = table.lines().find(|line| line.starts_with(&format!("{} = ", row.row))).unwrap();
        let other = ["guard = ", "refused = ", "awaits = "].iter().any(|key| line.contains(key));
        assert!(covered != other, "{line}\nis covered by a rule: {covered}");
    }
}

#[test]
fn rules_cover_rows_that_exist() {
    let rows = table();
    for rule in ALL {
        for covered in rule.covers {
            let known = rows.iter().any(|row| row.row == *covered);
            assert!(known, "{} covers {covered}, which is no row of the catalogue", rule.code);
        }
    }
}

#[test]
fn titles_and_sources_are_there_and_no_title_stands_twice() {
    let rows = table();
    let titles: BTreeSet<_> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles.len(), rows.len());
    assert!(rows.iter().all(|row| !row.from.is_empty() && row.title.len() > 4));
}
