//! The JSON of a debug build and of a release build are the same bytes, and so are those of two runs.

use crate::run::{root, run, target_dir};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compares the reports on every example and every file of the corpus.
pub(crate) fn all() -> Result<()> {
    run("cargo build -q -p vitae-cli")?;
    run("cargo build -q --release -p vitae-cli")?;
    let binaries = ["debug", "release", "release"].map(|profile| {
        target_dir().join(profile).join("vitae").with_extension(std::env::consts::EXE_EXTENSION)
    });
    let files = files()?;
    for file in &files {
        let reports =
            binaries.iter().map(|binary| report(binary, file)).collect::<Result<Vec<_>>>()?;
        if reports.iter().any(|report| *report != reports[0]) {
            bail!("{} gives other bytes in another build or run", file.display());
        }
    }
    println!("{} files: the same bytes in debug and release builds", files.len());
    Ok(())
}

fn files() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in ["examples", "fixtures/resumes"] {
        for entry in std::fs::read_dir(root().join(folder))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let known = ["pdf", "docx", "odt", "rtf", "md", "html", "txt", "tex", "yaml", "zip"];
            let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            if known.contains(&extension.as_str())
                && !["README.md", "requirements.txt", "findings.txt"].contains(&name.as_str())
            {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn report(binary: &Path, file: &Path) -> Result<Vec<u8>> {
    let output = Command::new(binary)
        .args(["check", "--format", "json", "--today", "2026-11-22", "--fail-on", "never"])
        .arg(file)
        .output()
        .with_context(|| format!("{} cannot be started", binary.display()))?;
    if !output.status.success() || output.stdout.is_empty() {
        bail!("{} gives no report on {}", binary.display(), file.display());
    }
    Ok(output.stdout)
}
