//! In-process figures: a one-page text resume from bytes to report, its phases, and a one-page PDF.
#![allow(clippy::disallowed_methods, missing_docs, reason = "a benchmark reads its input")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use vitae::{Input, Options, PartialDate, check, parse_resume};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn engine(criterion: &mut Criterion) {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let mut files: Vec<_> = std::fs::read_dir(examples)
        .expect("examples")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            ["entry-", "mid-", "senior-"].iter().any(|level| name.starts_with(level))
        })
        .collect();
    files.sort();
    let today = PartialDate::parse_iso("2026-11-15").expect("a date");
    for path in files {
        let bytes = std::fs::read(&path).expect("bytes");
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let input = Input::new(&bytes, Some(&name));
        let options = Options::new(today);
        criterion.bench_function(&format!("check/{name}"), |bencher| {
            bencher.iter(|| check(black_box(&input), &options).expect("readable"));
        });
        if name.starts_with("mid-") {
            criterion.bench_function(&format!("parse/{name}"), |bencher| {
                bencher.iter(|| parse_resume(black_box(&input)).expect("readable"));
            });
        }
    }
}

criterion_group!(benches, engine);
criterion_main!(benches);
