//! The seeds of the fuzz targets, every input that once broke something, and some mutants of both,
//! through the reader that they belong to. Needs no fuzzer and no nightly compiler.

use crate::engine::{Case, files, root, run};
use crate::mutate::{Random, mutate};
use vitae::Format;

/// Mutants of each seed.
const MUTANTS: u64 = 12;

/// The targets of `fuzz/`, by the name of their folder. None: the format is found out.
const TARGETS: [(&str, Option<Format>); 14] = [
    ("pdf", Some(Format::Pdf)),
    ("docx", Some(Format::Docx)),
    ("odt", Some(Format::Odt)),
    ("rtf", Some(Format::Rtf)),
    ("html", Some(Format::Html)),
    ("markdown", Some(Format::Markdown)),
    ("latex", Some(Format::Latex)),
    ("text", Some(Format::Text)),
    ("json_resume", Some(Format::JsonResume)),
    ("yaml", Some(Format::Yaml)),
    ("rendercv", Some(Format::RenderCv)),
    ("reactive", Some(Format::ReactiveResume)),
    ("linkedin", Some(Format::LinkedIn)),
    ("check", None),
];

#[test]
fn every_target_has_seeds_and_a_place_here() {
    let mut folders: Vec<_> = std::fs::read_dir(root().join("fuzz/seeds"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut known: Vec<_> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    // Its input is lines, not resumes; the tests of `vitae-rewrite` hold it.
    known.push("guard".to_owned());
    known.sort();
    assert_eq!(folders, known);
    let mut targets: Vec<_> = files("fuzz/fuzz_targets")
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    targets.sort();
    assert_eq!(targets, known);
}

#[test]
fn seeds_and_old_faults_are_read_or_refused() {
    let cases = TARGETS.into_iter().flat_map(|(target, format)| {
        let seeds = files(&format!("fuzz/seeds/{target}"));
        let faults = files(&format!("fuzz/regressions/{target}"));
        seeds.into_iter().chain(faults).flat_map(move |path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).unwrap();
            (0..=MUTANTS).map(move |number| {
                let mut random = Random::new(number);
                let bytes = match number {
                    0 => bytes.clone(),
                    _ => mutate(&bytes, &bytes, &mut random),
                };
                Case { name: format!("{target}-{number}-{name}"), format, bytes }
            })
        })
    });
    run(cases);
}
