//! `cargo xtask …`: everything that a person would otherwise do by hand.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for developers that runs commands and prints"
)]

mod bench;
mod browser;
mod cmaps;
mod level_words;
mod llama;
mod machine;
mod reading;
mod run;
mod same_bytes;
mod test;
mod wasm;

use anyhow::Result;

const HELP: &str = "\
cargo xtask test        format, lints, tests, doc tests, licences, browser, llama.cpp, same bytes, WASM size
cargo xtask browser     opens the page of `vitae parse --view` in Chromium: hover, keys, axe, no network
cargo xtask llama       tests `vitae review` against a llama.cpp server, which it installs
cargo xtask same-bytes compares the JSON of debug and release builds on every example
cargo xtask generate    writes rule registry, fixtures' findings, schema and snapshots anew
cargo xtask wasm        builds the WASM engine and prints its size
cargo xtask level-words draws packs/level-words.toml from fixtures/levels/lines.jsonl
cargo xtask cmaps FILE  writes the CMaps that small builds fetch when a font asks
cargo xtask reading     field F1, time and memory by format, into docs/reading.md; --set FOLDER prints
cargo xtask bench       whole-process figures beside pdftotext, then the criterion benchmarks
";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("test") => test::all(),
        Some("generate") => test::generate(),
        Some("browser") => browser::all(),
        Some("llama") => llama::all(),
        Some("same-bytes") => same_bytes::all(),
        Some("level-words") => level_words::write(),
        Some("wasm") => wasm::sizes(),
        Some("cmaps") => cmaps::write(&arguments.next().unwrap_or_else(|| "cmaps.bin".into())),
        Some("bench") => bench::all(),
        Some("reading") => reading::table(&arguments.collect::<Vec<_>>()),
        _ => {
            print!("{HELP}");
            Ok(())
        }
    }
}
