//! Reads the resumes of a folder and holds them against their truth: one line of JSON for one format,
//! with the F1 of each field, the time of reading and parsing, and the peak of memory of the process.
//! `cargo xtask reading` runs it once per format. usage: reading FOLDER FORMAT
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool for developers: it reads files, takes the time and stops at the first fault"
)]

mod metric;
mod similar;

use metric::{FIELDS, Scores};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use vitae::{Input, parse_resume};

/// Times that each file is read; the median of them counts.
const RUNS: usize = 15;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, format] = arguments.as_slice() else { panic!("usage: reading FOLDER FORMAT") };
    let folder = Path::new(folder);
    let (mut all, mut layouts) = (Scores::default(), BTreeMap::<String, (u32, Scores)>::new());
    let (mut times, mut missed) = (Vec::new(), 0_u32);
    for item in load(&folder.join("index.json")).as_array().unwrap() {
        let (file, layout) = (item["file"].as_str().unwrap(), item["layout"].as_str().unwrap());
        // Pictures of text need a program for optical recognition, which is not part of the engine.
        if layout == "scan" {
            continue;
        }
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let input = Input::new(&bytes, Some(file));
        let Ok(reading) = parse_resume(&input) else {
            missed += u32::from(format == "unread");
            continue;
        };
        if reading.document.format.label() != format {
            continue;
        }
        let truth = load(&folder.join(item["truth"].as_str().unwrap()));
        let found = serde_json::to_value(&reading.parsed.resume).unwrap();
        let scores = Scores::of(&truth, &found);
        all.add(&scores);
        let (files, layout) = layouts.entry(layout.to_owned()).or_default();
        *files += 1;
        layout.add(&scores);
        times.push(time(&input));
    }
    times.sort_unstable();
    let fields: BTreeMap<&str, f64> = FIELDS.iter().map(|field| (*field, all.f1(field))).collect();
    let layouts: BTreeMap<String, Value> = layouts
        .into_iter()
        .map(|(name, (files, scores))| (name, json!({"files": files, "macro": scores.macro_f1()})))
        .collect();
    let result = json!({
        "files": times.len(), "unread": missed, "fields": fields, "macro": all.macro_f1(),
        "layouts": layouts, "median_us": times.get(times.len() / 2), "slowest_us": times.last(),
        "peak_kib": peak(),
    });
    println!("{result}");
}

fn load(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Microseconds for reading and parsing, without the first run, which fills caches.
fn time(input: &Input<'_>) -> u64 {
    let mut runs: Vec<u64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let reading = parse_resume(input);
            let micros = start.elapsed().as_micros() as u64;
            drop(reading);
            micros
        })
        .skip(1)
        .collect();
    runs.sort_unstable();
    runs[runs.len() / 2]
}

/// Peak memory of this process in KiB, where the system tells it.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
