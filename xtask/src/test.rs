//! Every check that keeps `main` good, and the writing of generated files.

use crate::machine::{self, TESSERACT};
use crate::run::{command, run, run_command, works};
use crate::{browser, llama, same_bytes, wasm};
use anyhow::Result;

/// Every check, cheapest first.
pub(crate) fn all() -> Result<()> {
    install("cargo nextest --version", "cargo-nextest")?;
    install("cargo deny --version", "cargo-deny")?;
    machine::ensure(&[TESSERACT])?;
    run("cargo fmt --all --check")?;
    run("cargo deny --all-features --workspace check bans licenses sources")?;
    run("cargo clippy --workspace --all-targets -- -D warnings")?;
    run("cargo nextest run --workspace --no-fail-fast")?;
    run("cargo test --workspace --doc --quiet")?;
    browser::all()?;
    llama::all()?;
    same_bytes::all()?;
    wasm::sizes()?;
    println!("\nall checks passed");
    Ok(())
}

/// Writes everything that is generated: the rule registry first, since the rest builds on it. The
/// tests that write fail when they had something to write, so that CI sees stale files; here that is
/// no fault, and the second run must pass.
pub(crate) fn generate() -> Result<()> {
    let registry = "cargo test -q -p vitae-lint --test rules registered";
    if !works(registry) {
        run(registry)?;
    }
    let line = "cargo nextest run --workspace --no-fail-fast";
    let mut update = command(line);
    update.env("UPDATE", "1").env("INSTA_UPDATE", "always");
    run_command(line, &mut update)
}

/// Installs a tool of Rust's registry when it is not there.
fn install(probe: &str, name: &str) -> Result<()> {
    if works(probe) { Ok(()) } else { run(&format!("cargo install --locked {name}")) }
}
