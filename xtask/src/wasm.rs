//! Builds the engine for the browser and prints what a visitor would download.

use crate::run::{command, run, run_command, target_dir, works};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds each variant and prints its size, raw and gzipped, beside its budget.
pub(crate) fn sizes() -> Result<()> {
    if !works("rustc --print target-libdir --target wasm32-unknown-unknown") || !has_target() {
        run(&format!("rustup target add {TARGET}"))?;
    }
    let mut rows = Vec::new();
    for (name, features, budget) in [
        ("text engine", "", "600 KB, not met yet"),
        ("with PDF reading", "--features pdf", "no budget yet"),
    ] {
        let line =
            format!("cargo build -q --profile wasm --target {TARGET} -p vitae-wasm {features}");
        run_command(&line, &mut command(&line))?;
        let file = target_dir().join(TARGET).join("wasm/vitae_wasm.wasm");
        let bytes =
            std::fs::read(&file).with_context(|| format!("{} was not built", file.display()))?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        let gzipped = gzip.finish()?.len();
        rows.push(format!(
            "wasm {name}: {} KB raw, {} KB gzip (budget {budget})",
            bytes.len() / 1000,
            gzipped / 1000
        ));
    }
    println!("\n{}", rows.join("\n"));
    Ok(())
}

fn has_target() -> bool {
    let output = command("rustup target list --installed").output();
    output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains(TARGET))
}
