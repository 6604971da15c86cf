//! One file through the whole engine, with what it cost: what came out, or how it failed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};
use vitae::{Format, Input, Options, PartialDate, check, parse_resume};

/// CPU time that one file may take, reading, parsing and checking together.
const CPU: Duration = Duration::from_secs(2);
/// Wall time after which a file counts as hanging, whatever else the machine does.
const HANGS: Duration = Duration::from_secs(120);
/// Memory that one file may take.
const MEMORY: u64 = 256 << 20;
const THREADS: usize = 2;

/// A file to try.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) format: Option<Format>,
    pub(crate) bytes: Vec<u8>,
}

/// The repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Files of a folder, in the order of their names.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(root().join(folder))
        .map(|entries| {
            entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
        })
        .unwrap_or_default();
    files.sort();
    files
}

/// Runs all cases and asserts that each one is read or refused, quickly and within bounds.
pub(crate) fn run(cases: impl Iterator<Item = Case> + Send + 'static) {
    let cases = Arc::new(Mutex::new(cases));
    let (send, receive) = mpsc::channel();
    for _ in 0..THREADS {
        let (cases, send) = (Arc::clone(&cases), send.clone());
        std::thread::Builder::new()
            .stack_size(8 << 20)
            .spawn(move || worker(&cases, &send))
            .unwrap();
    }
    drop(send);
    let mut running: Vec<(String, Instant)> = Vec::new();
    let (mut faults, mut count, mut slowest) = (Vec::new(), 0, Duration::ZERO);
    loop {
        match receive.recv_timeout(Duration::from_secs(5)) {
            Ok(Event::Starts(name)) => running.push((name, Instant::now())),
            Ok(Event::Ends(name, cpu, fault)) => {
                running.retain(|(known, _)| *known != name);
                count += 1;
                slowest = slowest.max(cpu);
                faults.extend(fault);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {
                let hangs = running.iter().find(|(_, since)| since.elapsed() > HANGS);
                assert!(hangs.is_none(), "{hangs:?} hangs");
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    assert!(running.is_empty(), "{running:?} never came back");
    assert!(faults.is_empty(), "{} of {count} files:\n{}", faults.len(), faults.join("\n"));
    if let Some(peak) = peak() {
        assert!(peak < MEMORY * THREADS as u64, "{} MiB for {count} files", peak >> 20);
        println!("{count} files, slowest {slowest:?}, peak {} MiB", peak >> 20);
    }
}

enum Event {
    Starts(String),
    Ends(String, Duration, Option<String>),
}

fn worker(cases: &Mutex<impl Iterator<Item = Case>>, send: &mpsc::Sender<Event>) {
    loop {
        let next = cases.lock().unwrap().next();
        let Some(case) = next else { return };
        if send.send(Event::Starts(case.name.clone())).is_err() {
            return;
        }
        let before = cpu();
        let wall = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| engine(&case)));
        let spent = match (before, cpu()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            // Without the time of the thread a busy machine would count.
            _ => wall.elapsed() / 8,
        };
        let fault = match outcome {
            Err(_) => Some("a panic".to_owned()),
            Ok(Err(fault)) => Some(fault),
            Ok(Ok(())) if spent > CPU => Some(format!("{spent:?} of CPU (limit {CPU:?})")),
            Ok(Ok(())) => None,
        };
        let fault = fault.map(|fault| format!("{}: {fault}", keep(&case)));
        if send.send(Event::Ends(case.name, spent, fault)).is_err() {
            return;
        }
    }
}

/// Leaves a file that failed behind, to look at.
fn keep(case: &Case) -> String {
    let name = case.name.replace(['/', ' '], "_");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::write(&path, &case.bytes);
    path.display().to_string()
}

/// Reads, parses and checks; what came out is held against what the rest relies on.
fn engine(case: &Case) -> Result<(), String> {
    let file = case.name.rsplit('/').next().and_then(|name| name.split('#').next());
    let input = Input { bytes: &case.bytes, file_name: file, format: case.format };
    let Ok(reading) = parse_resume(&input) else { return Ok(()) };
    let text = reading.document.text.as_str();
    for (field, source) in reading.parsed.sources.iter() {
        if source.ranges.iter().any(|range| text.get(range.std()).is_none()) {
            return Err(format!("{field} is outside of the text"));
        }
    }
    for section in &reading.parsed.sections {
        if text.get(section.body.std()).is_none() {
            return Err(format!("{:?} is outside of the text", section.kind));
        }
    }
    let today = PartialDate::parse_iso("2026-11-22").unwrap();
    check(&input, &Options::new(today))
        .map_err(|error| format!("read, but not checked: {error}"))?;
    Ok(())
}

/// CPU time of this thread, where the system tells it.
fn cpu() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}

/// The most memory that this process had, where the system tells it.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? << 10)
}
