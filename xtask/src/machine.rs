//! Programs of the machine that tests run: looked for, and installed where the system is one that the
//! project knows. What cannot be installed is an error with the command, never a skipped test.

use crate::run::{run, works};
use anyhow::{Result, bail};

/// A program, how to see that it works, and its package in Debian and Ubuntu.
pub(crate) struct Program {
    pub(crate) probe: &'static str,
    pub(crate) package: &'static str,
}

/// Character recognition, for the tests of `--ocr`.
pub(crate) const TESSERACT: Program =
    Program { probe: "tesseract --version", package: "tesseract-ocr" };
/// A browser, for the tests of `--view`.
pub(crate) const CHROMIUM: Program = Program { probe: "chromium --version", package: "chromium" };
/// What runs the tests in the browser.
pub(crate) const NODE: Program = Program { probe: "node --version", package: "nodejs" };
/// What installs a server of language models, for the tests of `vitae review`.
pub(crate) const VENV: Program =
    Program { probe: "python3 -m ensurepip --version", package: "python3-venv" };
/// What fetches their two libraries.
pub(crate) const NPM: Program = Program { probe: "npm --version", package: "npm" };

/// Installs what is missing of `programs`.
pub(crate) fn ensure(programs: &[Program]) -> Result<()> {
    let missing: Vec<&Program> = programs.iter().filter(|one| !works(one.probe)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|one| one.package).collect();
    let packages = packages.join(" ");
    let command = format!("apt-get install -y --no-install-recommends {packages}");
    if !works("apt-get --version") {
        bail!("the tests need {packages} (names of Debian): install them and run this again");
    }
    // Without the rights of an administrator the attempt fails, and what to do is said below.
    let installed = run("apt-get update -q").and_then(|()| run(&command));
    if installed.is_err() || missing.iter().any(|one| !works(one.probe)) {
        bail!("the tests need {packages}, and they could not be installed: `sudo {command}`");
    }
    Ok(())
}
