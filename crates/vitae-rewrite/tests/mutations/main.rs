//! The mutation benchmark of the fact guard: honest and invented variants of every bullet of
//! `examples/*.yaml`, by kind. The table of what is caught stands in `docs/guard.md`, beside a guard
//! that asks only whether each number occurs in the entry; `UPDATE=1` writes it anew.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

mod variants;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use vitae_document::Format;
use vitae_facts::Owner;
use vitae_pack::Pack;
use vitae_resume::import;
use vitae_rewrite::guard::{Entry, guard};

const DOC: &str = "docs/guard.md";
const START: &str = "<!-- mutations -->\n";
const END: &str = "<!-- end of mutations -->";

/// A rewrite made by one change of one bullet.
pub(crate) struct Variant {
    /// The change.
    pub(crate) kind: &'static str,
    /// It says nothing that the bullet does not.
    pub(crate) honest: bool,
    /// Its words.
    pub(crate) rewrite: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Work entries and projects of all examples, in the order of the files.
fn entries() -> Vec<Entry> {
    let mut files: Vec<_> = std::fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    files.sort();
    let mut entries = Vec::new();
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        let resume = import(&bytes, Format::Yaml, Pack::builtin()).unwrap().1.resume;
        entries.extend((0..resume.work.len()).filter_map(|at| Entry::of(&resume, Owner::Work(at))));
        let projects = (0..resume.projects.len()).map(Owner::Project);
        entries.extend(projects.filter_map(|owner| Entry::of(&resume, owner)));
    }
    entries
}

/// The guard to compare with: every number of the rewrite occurs in the entry.
fn digits_occur(entry: &Entry, rewrite: &str) -> bool {
    let numbers = |text: &str| -> Vec<String> {
        let parts = text.split(|ch: char| !ch.is_ascii_digit() && ch != '.' && ch != ',');
        let trimmed = parts.map(|part| part.trim_matches(['.', ',']).to_owned());
        trimmed.filter(|part| !part.is_empty()).collect()
    };
    let mut own = numbers(&entry.highlights.join(" \n "));
    own.extend(numbers(
        &[&entry.start_date, "-", &entry.end_date].map(|text| text.replace('-', " ")).concat(),
    ));
    numbers(rewrite).iter().all(|number| own.contains(number))
}

/// Counts of one kind.
#[derive(Default)]
struct Row {
    kind: &'static str,
    honest: bool,
    all: usize,
    ours: usize,
    digits: usize,
}

fn rows() -> (Vec<Row>, Vec<String>) {
    let (mut rows, mut wrong) = (Vec::<Row>::new(), Vec::new());
    for entry in entries() {
        for variant in variants::all(&entry) {
            let at = rows
                .iter()
                .position(|row| row.kind == variant.kind && row.honest == variant.honest);
            let at = at.unwrap_or_else(|| {
                rows.push(Row { kind: variant.kind, honest: variant.honest, ..Row::default() });
                rows.len() - 1
            });
            let verdict = guard(Pack::builtin(), &entry, &[], &variant.rewrite);
            let row = &mut rows[at];
            row.all += 1;
            row.ours += usize::from(verdict.is_ok() == variant.honest);
            row.digits += usize::from(digits_occur(&entry, &variant.rewrite) == variant.honest);
            if verdict.is_ok() != variant.honest {
                let reasons: Vec<_> =
                    verdict.reasons.iter().map(|reason| &reason.message).collect();
                wrong.push(format!("{}: {} {reasons:?}", variant.kind, variant.rewrite));
            }
        }
    }
    rows.sort_by_key(|row| (!row.honest, row.kind));
    (rows, wrong)
}

fn table(rows: &[Row]) -> String {
    let mut table =
        String::from("| Change | Variants | Right | Digits alone |\n|---|---|---|---|\n");
    let mut line = |name: &str, all: usize, ours: usize, digits: usize| {
        let percent = |count: usize| format!("{:.1} %", 100.0 * count as f64 / all.max(1) as f64);
        let _ = writeln!(table, "| {name} | {all} | {} | {} |", percent(ours), percent(digits));
    };
    for honest in [true, false] {
        let group: Vec<&Row> = rows.iter().filter(|row| row.honest == honest).collect();
        for row in &group {
            let name = format!("{}: {}", if honest { "honest" } else { "invented" }, row.kind);
            line(&name, row.all, row.ours, row.digits);
        }
        let sum = |of: fn(&Row) -> usize| group.iter().map(|row| of(row)).sum::<usize>();
        let name = if honest { "**honest, accepted**" } else { "**invented, caught**" };
        line(name, sum(|row| row.all), sum(|row| row.ours), sum(|row| row.digits));
    }
    table
}

#[test]
fn variants_are_told_apart_and_the_table_is_current() {
    let (rows, wrong) = rows();
    if std::env::var("SHOW").is_ok() {
        panic!("{}\n{}", wrong.join("\n"), table(&rows));
    }
    for row in &rows {
        let least = if row.honest { 95 } else { 98 };
        assert!(
            row.ours * 100 >= row.all * least,
            "{}: {} of {}\n{}",
            row.kind,
            row.ours,
            row.all,
            wrong.join("\n")
        );
    }
    assert!(rows.iter().map(|row| row.all).sum::<usize>() > 800);
    let path = root().join(DOC);
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(START).unwrap();
    let (old, after) = rest.split_once(END).unwrap();
    let new = table(&rows);
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(&path, [before, START, &new, END, after].concat()).unwrap();
    } else {
        assert_eq!(old, new, "UPDATE=1 writes {DOC} anew");
    }
}
