//! The pages of `vitae parse --view`, `vitae check -f html` and `vitae role -f html` in a real browser.

use crate::machine::{self, CHROMIUM, NODE, NPM};
use crate::run::{command, root, run, run_command, target_dir};
use anyhow::Result;

const FOLDER: &str = "apps/vitae-cli/tests/browser";

/// Opens the page of several files and tries everything that a person does with it.
pub(crate) fn all() -> Result<()> {
    machine::ensure(&[CHROMIUM, NODE, NPM])?;
    run("cargo build -q -p vitae-cli")?;
    run(&format!("npm ci --prefix {FOLDER} --ignore-scripts --no-audit --no-fund --silent"))?;
    let vitae = target_dir().join("debug/vitae").with_extension(std::env::consts::EXE_EXTENSION);
    let vitae = if vitae.is_absolute() { vitae } else { root().join(vitae) };
    let line = format!(
        "node --test {FOLDER}/view.test.mjs {FOLDER}/report.test.mjs {FOLDER}/guide.test.mjs"
    );
    run_command(&line, command(&line).env("VITAE", vitae))
}
