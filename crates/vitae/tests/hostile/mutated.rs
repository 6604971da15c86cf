//! Two thousand mutants of everything that the repository has: fixtures, documents and examples.

use crate::engine::{Case, files, run};
use crate::mutate::{Random, mutate};

const FILES: u64 = 2_000;
const FOLDERS: [&str; 4] =
    ["fixtures/resumes", "fixtures/documents", "fixtures/documents/pdf", "examples"];
/// What is no resume: build scripts, truths, recorded findings.
const OTHER: [&str; 4] = [".py", ".truth.json", "findings.txt", "index.json"];

#[test]
fn two_thousand_mutants_are_read_or_refused() {
    let mut originals = Vec::new();
    for path in FOLDERS.iter().flat_map(|folder| files(folder)) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !OTHER.iter().any(|end| name.ends_with(end)) {
            originals.push((name, std::fs::read(&path).unwrap()));
        }
    }
    assert!(originals.len() > 60, "{}", originals.len());
    run((0..FILES).map(move |number| {
        let mut random = Random::new(number);
        let (name, bytes) = &originals[number as usize % originals.len()];
        let (_, other) = &originals[random.below(originals.len())];
        let bytes = mutate(bytes, other, &mut random);
        Case { name: format!("{number}-{name}"), format: None, bytes }
    }));
}
