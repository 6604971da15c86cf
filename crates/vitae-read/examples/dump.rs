//! Prints what a reader makes of files: `dump [--lines | --bench] [--pdf] [--cmaps=FILE] FILE...`. For
//! debugging readers; `--cmaps` reads PDFs with the CMaps of that file.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the terminal reads files and the clock, and prints"
)]

use std::time::Instant;
use vitae_document::Document;
use vitae_read::{CMaps, Limits, read, read_pdf, sniff};

fn main() {
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    let cmaps = flags.iter().find_map(|flag| flag.strip_prefix("--cmaps=")).and_then(|file| {
        let cmaps = CMaps::new(&std::fs::read(file).ok()?);
        cmaps.map_err(|error| eprintln!("{file}: {error}")).ok()
    });
    for file in &files {
        let Ok(bytes) = std::fs::read(file) else {
            eprintln!("{file}: cannot be opened");
            continue;
        };
        let format = match sniff(&bytes, Some(file)) {
            Ok(sniffed) if !has("--pdf") => sniffed.format,
            _ => vitae_document::Format::Pdf,
        };
        if let Some(cmaps) = &cmaps {
            match read_pdf(&bytes, &Limits::default(), Some(cmaps)) {
                Err(error) => println!("{file}: {error}"),
                Ok(reading) => {
                    println!("missing CMaps: {:?}", reading.missing_cmaps);
                    show(file, &reading.document, has("--lines"));
                }
            }
            continue;
        }
        match read(&bytes, format, &Limits::default()) {
            Err(error) => println!("{file}: {error}; {}", error.help()),
            Ok(_) if has("--bench") => bench(file, &bytes, format),
            Ok(document) => show(file, &document, has("--lines")),
        }
    }
}

fn bench(file: &str, bytes: &[u8], format: vitae_document::Format) {
    let mut times: Vec<u128> = (0..60)
        .map(|_| {
            let start = Instant::now();
            let _ = read(bytes, format, &Limits::default());
            start.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    println!("{:>7} µs median, {:>7} µs first tenth  {file}", times[30], times[6]);
}

fn show(file: &str, document: &Document, lines: bool) {
    println!("=== {file} ({} pages) {:?}", document.pages.len(), document.metadata);
    for line in &document.lines {
        if lines {
            let Style { size, bold, italic, font, .. } = line.style;
            let mark = if line.opens_block { '>' } else { ' ' };
            print!(
                "{mark} r{} i{:4.1} g{:4.1} {size:4.1}{}{} f{font}{} {:?} | ",
                line.region,
                line.indent,
                line.gap_above,
                if bold { "b" } else { " " },
                if italic { "i" } else { " " },
                if line.ruled { "_" } else { " " },
                line.role,
            );
        }
        println!("{}", document.line_text(line).replace('\t', " ⇥ "));
    }
    for link in &document.links {
        println!("link {:?} -> {}", link.range.of(&document.text), link.uri);
    }
    for hazard in &document.hazards {
        let text = hazard.range.map(|range| range.of(&document.text)).unwrap_or_default();
        println!("hazard {:?} page {:?} {text:?}", hazard.kind, hazard.page);
    }
}

use vitae_document::Style;
