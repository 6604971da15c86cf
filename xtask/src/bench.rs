//! Whole-process figures: `vitae` beside `pdftotext` on the same file in the same run, and a folder
//! of 1,000 files.

use crate::run::{command, root, run, target_dir, works};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};

/// Pairs of runs; the machine drifts, so the two take turns.
const PAIRS: usize = 41;

/// CPU seconds and peak memory in KiB of one run.
#[derive(Copy, Clone)]
struct Cost {
    cpu: f64,
    peak: u64,
}

/// Prints every figure of `benches/README.md`.
pub(crate) fn all() -> Result<()> {
    if !works("pdftotext -v") {
        bail!("pdftotext is missing: apt-get install poppler-utils");
    }
    run("cargo build --release -q -p vitae-cli")?;
    let vitae = target_dir().join("release/vitae");
    for file in one_page_pdfs()? {
        pair(&vitae, &file)?;
    }
    folder(&vitae)?;
    run("cargo bench -q -p vitae")
}

fn one_page_pdfs() -> Result<Vec<std::path::PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root().join("examples"))? {
        let path = entry?.path();
        let one_page = ["entry", "mid", "senior"]
            .iter()
            .any(|level| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(level)));
        if one_page && path.extension().is_some_and(|extension| extension == "pdf") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn pair(vitae: &Path, file: &Path) -> Result<()> {
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for turn in 0..=PAIRS {
        let a = cost(Command::new(vitae).args(["check", "--fail-on", "never"]).arg(file))?;
        let b = cost(Command::new("pdftotext").arg(file).arg("-"))?;
        // The first turn warms the page cache.
        if turn > 0 {
            ours.push(a);
            theirs.push(b);
        }
    }
    let ratio = median(ours.iter().zip(&theirs).map(|(a, b)| a.cpu / b.cpu));
    println!(
        "{}: vitae check {:.1} ms CPU, {} MiB; pdftotext {:.1} ms CPU, {} MiB; ratio of CPU {:.2}",
        file.file_name().unwrap_or_default().to_string_lossy(),
        median(ours.iter().map(|c| c.cpu)) * 1000.0,
        ours.iter().map(|c| c.peak).max().unwrap_or(0) / 1024,
        median(theirs.iter().map(|c| c.cpu)) * 1000.0,
        theirs.iter().map(|c| c.peak).max().unwrap_or(0) / 1024,
        ratio,
    );
    Ok(())
}

/// 1,000 files of the five examples in four formats.
fn folder(vitae: &Path) -> Result<()> {
    let folder = std::env::temp_dir().join("vitae-bench-folder");
    std::fs::create_dir_all(&folder)?;
    let mut sources: Vec<_> = std::fs::read_dir(root().join("examples"))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let resume = ["entry-", "mid-", "senior-", "staff-", "principal-"];
            resume.iter().any(|level| name.starts_with(level))
        })
        .collect();
    sources.sort();
    for number in 0..1000 {
        let source = &sources[number % sources.len()];
        let extension = source.extension().unwrap_or_default().to_string_lossy();
        std::fs::copy(source, folder.join(format!("{number:04}.{extension}")))?;
    }
    let start = std::time::Instant::now();
    let cost = cost(
        Command::new(vitae).args(["check", "--fail-on", "never", "--format", "jsonl"]).arg(&folder),
    )?;
    let wall = start.elapsed().as_secs_f64();
    println!(
        "folder of 1,000 files: {wall:.2} s wall, {:.2} s CPU, {} MiB ({} cores)",
        cost.cpu,
        cost.peak / 1024,
        std::thread::available_parallelism().map_or(1, usize::from)
    );
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Runs a command under `time`, which asks the kernel what the finished process used.
fn cost(run: &mut Command) -> Result<Cost> {
    let script = "import os,sys,json\n\
        pid=os.fork()\n\
        if pid==0:\n os.dup2(os.open(os.devnull,os.O_WRONLY),1); os.dup2(1,2); os.execvp(sys.argv[1],sys.argv[1:])\n\
        _,status,use=os.wait4(pid,0)\n\
        print(json.dumps([use.ru_utime+use.ru_stime,use.ru_maxrss,os.waitstatus_to_exitcode(status)]))";
    let mut command = command("python3 -c");
    command.arg(script).arg(run.get_program()).args(run.get_args()).stderr(Stdio::inherit());
    let output = command.output().context("python3 measures the finished process")?;
    let value: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    if value[2] != 0 {
        bail!("{run:?} failed");
    }
    let cpu = value[0].as_f64().context("seconds")?;
    Ok(Cost { cpu, peak: value[1].as_u64().context("KiB")? })
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
