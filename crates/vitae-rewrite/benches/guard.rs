//! Time to judge one rewrite: with the entry taken apart before, and from nothing.
#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use vitae_pack::Pack;
use vitae_rewrite::guard::{Entry, Prepared, guard};

fn entry() -> Entry {
    let lines = [
        "Built the booking API in Java and Spring Boot, 1,200 bookings per day",
        "Cut search response time from 2.4 s to 600 ms by adding an index in PostgreSQL",
        "Helped the platform team move from EC2 to Kubernetes",
        "Wrote the runbook for peak season; on-call one week in four",
        "Mentored 2 junior engineers through their first releases",
    ];
    Entry {
        name: "Saltmarsh Ferries".to_owned(),
        position: "Backend Engineer".to_owned(),
        start_date: "2020-02".to_owned(),
        end_date: "2023-05".to_owned(),
        highlights: lines.map(str::to_owned).to_vec(),
        skills: vec!["Java".to_owned(), "PostgreSQL".to_owned()],
        ..Entry::default()
    }
}

fn benches(criterion: &mut Criterion) {
    let pack = Pack::builtin();
    let entry = entry();
    let prepared = Prepared::new(pack, &entry, &[]);
    let rewrites = [
        ("honest", "Made search four times faster, from 2.4 s to 0.6 s, with an index in Postgres"),
        (
            "invented",
            "Led the migration from EC2 to Kubernetes, cutting cloud spend by 40% company-wide",
        ),
    ];
    for (name, rewrite) in rewrites {
        criterion.bench_with_input(BenchmarkId::new("judge", name), &rewrite, |bench, rewrite| {
            bench.iter(|| prepared.judge(black_box(rewrite)));
        });
        criterion.bench_with_input(BenchmarkId::new("guard", name), &rewrite, |bench, rewrite| {
            bench.iter(|| guard(pack, black_box(&entry), &[], black_box(rewrite)));
        });
    }
}

criterion_group!(group, benches);
criterion_main!(group);
