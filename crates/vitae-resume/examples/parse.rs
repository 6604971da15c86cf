//! Prints a resume file as JSON Resume: `cargo run --example parse -- FILE`. With `--debug` also the
//! lines that were read, the sections and the leftovers, on standard error.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

use vitae_document::Document;
use vitae_pack::Pack;
use vitae_resume::{Parsed, import, parse};

fn main() {
    let mut args = std::env::args().skip(1);
    let Some(path) = args.next() else {
        eprintln!("usage: parse FILE [--debug | --time]");
        std::process::exit(2);
    };
    let flag = args.next().unwrap_or_default();
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            std::process::exit(2);
        }
    };
    let pack = Pack::builtin();
    let (document, parsed) = match read(&bytes, &path, pack) {
        Ok(both) => both,
        Err(error) => {
            eprintln!("{path}: {error}");
            std::process::exit(2);
        }
    };
    match flag.as_str() {
        "--debug" => debug(&document, &parsed),
        "--time" => time(&document, pack),
        _ => {}
    }
    match serde_json::to_string_pretty(&parsed.resume) {
        Ok(json) => println!("{json}"),
        Err(error) => eprintln!("{error}"),
    }
}

fn read(bytes: &[u8], path: &str, pack: &Pack) -> Result<(Document, Parsed), String> {
    let sniffed = vitae_read::sniff(bytes, Some(path)).map_err(|error| error.to_string())?;
    if sniffed.format.is_structured() {
        return import(bytes, sniffed.format, pack).map_err(|error| error.to_string());
    }
    let limits = vitae_read::Limits::default();
    let document =
        vitae_read::read(bytes, sniffed.format, &limits).map_err(|error| error.to_string())?;
    let parsed = parse(&document, pack);
    Ok((document, parsed))
}

fn debug(document: &Document, parsed: &Parsed) {
    for line in &document.lines {
        eprintln!(
            "{:?} {} r{} i{:.1} g{:.1} {}{}{} s{} {:?}",
            line.role,
            if line.opens_block { "+" } else { "~" },
            line.region,
            line.indent,
            line.gap_above,
            if line.style.bold { "B" } else { "" },
            if line.style.italic { "I" } else { "" },
            if line.ruled { "R" } else { "" },
            line.style.size,
            document.line_text(line)
        );
    }
    for section in &parsed.sections {
        let heading = section.heading.of(&document.text);
        eprintln!("section {:?} {heading:?}", section.kind);
    }
    for leftover in &parsed.leftovers {
        eprintln!("leftover {:?}", leftover.range.of(&document.text));
    }
}

/// Median time of a parse.
fn time(document: &Document, pack: &Pack) {
    let mut times: Vec<u128> = (0..2000)
        .map(|_| {
            let start = std::time::Instant::now();
            std::hint::black_box(parse(document, pack));
            start.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    eprintln!("{} µs", times[1000] / 1000);
}
