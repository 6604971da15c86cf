//! Builds the modules for browsers and weighs what a visitor would download against its budget.

use crate::run::{command, run, run_command, target_dir, works};
use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

const TARGET: &str = "wasm32-unknown-unknown";

/// A module, how it is built, and the most it may weigh gzipped, in thousands of bytes.
struct Module {
    name: &'static str,
    options: &'static str,
    budget: usize,
}

/// Every visitor downloads the engine; what else there is only comes with the first file that needs it.
const MODULES: [Module; 4] = [
    Module { name: "engine", options: "-p vitae-wasm", budget: 600 },
    Module {
        name: "engine for YAML and exports of resume builders",
        options: "-p vitae-wasm --features structured",
        budget: 650,
    },
    Module {
        name: "reader of PDF",
        options: "-p vitae-wasm-reader --no-default-features --features pdf",
        budget: 900,
    },
    Module {
        name: "reader of documents",
        options: "-p vitae-wasm-reader --no-default-features --features documents",
        budget: 360,
    },
];

/// Builds each module, prints its size, raw and gzipped, and fails when one is over its budget.
pub(crate) fn sizes() -> Result<()> {
    if !works("rustc --print target-libdir --target wasm32-unknown-unknown") || !has_target() {
        run(&format!("rustup target add {TARGET}"))?;
    }
    let mut rows = Vec::new();
    let mut over = Vec::new();
    for module in &MODULES {
        let line = format!("cargo build -q --profile wasm --target {TARGET} {}", module.options);
        run_command(&line, &mut command(&line))?;
        let file =
            if module.options.contains("reader") { "vitae_wasm_reader" } else { "vitae_wasm" };
        let file = target_dir().join(TARGET).join(format!("wasm/{file}.wasm"));
        let bytes =
            std::fs::read(&file).with_context(|| format!("{} was not built", file.display()))?;
        let gzipped = gzipped(&bytes)?;
        let Module { name, budget, .. } = module;
        rows.push(format!(
            "wasm {name}: {} KB raw, {gzipped} KB gzip (budget {budget})",
            bytes.len() / 1000
        ));
        if gzipped > *budget {
            over.push(*name);
        }
    }
    println!("\n{}", rows.join("\n"));
    ensure!(over.is_empty(), "over budget: {}", over.join(", "));
    Ok(())
}

/// Thousands of bytes after `gzip -9`.
fn gzipped(bytes: &[u8]) -> Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?.len().div_ceil(1000))
}

fn has_target() -> bool {
    let output = command("rustup target list --installed").output();
    output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains(TARGET))
}
