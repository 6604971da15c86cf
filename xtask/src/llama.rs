//! A real llama.cpp server for the tests of `vitae review`: its packages go into a folder of their own,
//! in the versions of `apps/vitae-llm/tests/llama/requirements.txt`.

use crate::machine::{self, VENV};
use crate::run::{command, root, run_command, target_dir};
use anyhow::{Context, Result};

/// Installs the server and runs the tests that need it.
pub(crate) fn all() -> Result<()> {
    let folder = target_dir().join("llama");
    let folder = if folder.is_absolute() { folder } else { root().join(folder) };
    let python = folder.join("bin/python");
    let asked = root().join("apps/vitae-llm/tests/llama/requirements.txt");
    let wanted = std::fs::read_to_string(&asked).context("the list of packages")?;
    // What was installed is written down, so that other versions are installed anew.
    let installed = folder.join("installed.txt");
    if std::fs::read_to_string(&installed).ok().as_ref() != Some(&wanted) {
        machine::ensure(&[VENV])?;
        let line = "python3 -m venv --clear";
        run_command(line, command(line).arg(&folder))?;
        let mut pip = std::process::Command::new(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]);
        run_command("pip install xllamacpp gguf", pip.arg("--requirement").arg(&asked))?;
        std::fs::write(&installed, wanted)?;
    }
    let line = "cargo nextest run -p vitae-llm --test llama --run-ignored only --no-fail-fast";
    run_command(line, command(line).env("VITAE_LLAMA_PYTHON", &python))
}
