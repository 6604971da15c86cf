//! Imports a structured resume and writes it in another form.
//! usage: import FILE [json|yaml|text|document]

use std::process::ExitCode;
use vitae_document::Format;
use vitae_pack::Pack;
use vitae_resume::{import, to_text};

#[allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]
fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let Some(path) = args.get(1) else {
        eprintln!("usage: import FILE [json|yaml|text|document]");
        return ExitCode::from(2);
    };
    let read = std::fs::read(path).map_err(|error| error.to_string());
    let imported = read.and_then(|bytes| {
        import(&bytes, sniff(&bytes), Pack::builtin()).map_err(|error| error.to_string())
    });
    match imported {
        Ok((document, parsed)) => {
            match args.get(2).map(String::as_str) {
                Some("yaml") => print!("{}", parsed.to_yaml()),
                Some("text") => print!("{}", to_text(&parsed.resume)),
                Some("document") => print!("{}", document.text),
                _ => print!("{}", parsed.to_json_resume()),
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::from(2)
        }
    }
}

/// Enough to tell apart what this crate imports; the product sniffs in `vitae-read`.
fn sniff(bytes: &[u8]) -> Format {
    let text = String::from_utf8_lossy(bytes);
    if bytes.starts_with(b"PK") {
        Format::LinkedIn
    } else if text.trim_start().starts_with('{') {
        let reactive = text.contains("\"sections\"") && text.contains("\"basics\"");
        if reactive { Format::ReactiveResume } else { Format::JsonResume }
    } else if text.lines().any(|line| line.starts_with("cv:")) {
        Format::RenderCv
    } else {
        Format::Yaml
    }
}
