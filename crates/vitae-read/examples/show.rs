//! Prints how files are read: `cargo run -p vitae-read --example show -- [--time] FILE…`.
//! One row per line: role, flags, indent, gap, size, text; then links, hazards and metadata.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods)]

use std::time::Instant;
use vitae_document::{Document, Line, LineRole};
use vitae_read::{Limits, read, sniff};

fn main() {
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let time = flags.iter().any(|flag| flag == "--time");
    for file in files {
        match std::fs::read(&file) {
            Ok(bytes) => show(&file, &bytes, time),
            Err(error) => eprintln!("{file}: {error}"),
        }
    }
}

fn show(file: &str, bytes: &[u8], time: bool) {
    let sniffed = match sniff(bytes, Some(file)) {
        Ok(sniffed) => sniffed,
        Err(error) => return println!("=== {file}: {error}; {}", error.help()),
    };
    println!("=== {file}: {} {:?}", sniffed.format.label(), sniffed.wrong_extension);
    match read(bytes, sniffed.format, &Limits::default()) {
        Ok(document) if time => {
            let run = |_| {
                let start = Instant::now();
                let _ = read(bytes, sniffed.format, &Limits::default());
                start.elapsed().as_micros()
            };
            // The least of many runs: what else the machine does only adds.
            let micros = (0..1000).map(run).min().unwrap_or(0);
            println!("{micros} µs, {} characters", document.text.chars().count());
        }
        Ok(document) => print(&document),
        Err(error) => println!("{error}; {}", error.help()),
    }
}

fn print(document: &Document) {
    for line in &document.lines {
        let flags = [
            (!line.opens_block, '↳'),
            (line.ruled, '_'),
            (line.style.bold, 'b'),
            (line.style.italic, 'i'),
        ];
        let flags: String =
            flags.iter().map(|(set, flag)| if *set { *flag } else { ' ' }).collect();
        let text = document.line_text(line).replace('\t', "⇥");
        let (indent, gap, size) = (line.indent, line.gap_above, line.style.size);
        println!("{:9} {flags} {indent:4.1} {gap:3.1} {size:4.1} {text}", role(line));
    }
    for link in &document.links {
        println!("link {:?} -> {}", link.range.of(&document.text), link.uri);
    }
    for hazard in &document.hazards {
        println!("hazard {hazard:?}");
    }
    println!("{:?}", document.metadata);
}

fn role(line: &Line) -> String {
    match line.role {
        LineRole::Text => "text".into(),
        LineRole::Heading(level) => format!("h{level}"),
        LineRole::Item(depth) => format!("item{depth}"),
        LineRole::Continuation => "cont".into(),
        LineRole::Cell { table, row, column } => format!("{table}:{row},{column}"),
    }
}
