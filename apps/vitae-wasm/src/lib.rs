//! The engine for browsers: bytes, a file name and options come in, JSON goes out. It reads plain
//! text and JSON Resume, with the feature `structured` YAML and exports of resume builders; the page
//! fetches a module of `vitae-wasm-reader` for the rest, and hands on the document that it gives. No
//! clock: the page gives the date.

use serde_json::json;
use vitae::{CheckError, Document, Format, Input, Level, Options, PartialDate, Report};
use wasm_bindgen::prelude::wasm_bindgen;

/// Which module a file needs: a reader, `pdf` or `documents`; `structured` for the engine that imports
/// YAML, RenderCV and Reactive Resume; or an empty text when this engine reads it, or will say what is
/// wrong with it.
#[wasm_bindgen(js_name = readerFor)]
#[must_use]
pub fn reader_for(bytes: &[u8], file_name: &str) -> String {
    let reader = match vitae::format_of(&Input::new(bytes, named(file_name))) {
        Ok(Format::Pdf) => "pdf",
        Ok(
            Format::Docx
            | Format::Odt
            | Format::Rtf
            | Format::Html
            | Format::Markdown
            | Format::Latex,
        ) => "documents",
        Ok(Format::Yaml | Format::RenderCv | Format::ReactiveResume)
            if !cfg!(feature = "structured") =>
        {
            "structured"
        }
        _ => "",
    };
    reader.to_owned()
}

/// Checks a resume. `today` is a date such as `2026-11-22`; `level` is empty to take the one that the
/// title claims. Gives the report, or `{"error": {"message", "help", "line", "column"}}`.
#[wasm_bindgen]
#[must_use]
pub fn check(bytes: &[u8], file_name: &str, today: &str, level: &str) -> String {
    let name = named(file_name);
    let report = |options: Options| vitae::check(&Input::new(bytes, name), &options);
    answer(options(today, level).and_then(report))
}

/// Checks a document that a reader module gave.
#[wasm_bindgen(js_name = checkDocument)]
#[must_use]
pub fn check_document(document: &[u8], file_name: &str, today: &str, level: &str) -> String {
    let report = |options: Options| {
        let document = Document::from_wire(document)
            .map_err(|error| fault(&error.to_string(), "load the page again"))?;
        Ok(vitae::judge(vitae::understand(document), named(file_name), &options))
    };
    answer(options(today, level).and_then(report))
}

fn answer(report: Result<Report, CheckError>) -> String {
    match report {
        Ok(report) => vitae::report::jsonl(&report),
        Err(error) => {
            let (line, column) = error.place.unzip();
            let (message, help) = (error.message, error.help);
            json!({ "error": { "message": message, "help": help, "line": line, "column": column } })
                .to_string()
        }
    }
}

fn named(file_name: &str) -> Option<&str> {
    Some(file_name).filter(|name| !name.is_empty())
}

fn options(today: &str, level: &str) -> Result<Options, CheckError> {
    let help = "see the docs of `check`";
    let today = PartialDate::parse_iso(today)
        .ok_or_else(|| fault("`today` is no date such as `2026-11-22`", help))?;
    let mut options = Options::new(today);
    if !level.is_empty() {
        let found = Level::ALL.into_iter().find(|known| known.name() == level);
        options.level = Some(found.ok_or_else(|| fault("there is no such level", help))?);
    }
    Ok(options)
}

fn fault(message: &str, help: &str) -> CheckError {
    CheckError { message: message.to_owned(), help: help.to_owned(), place: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    const TODAY: &str = "2026-11-22";

    fn json(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_report_or_an_error_comes_back_as_json() {
        let report = json(&check(b"# Ann Aldane\n\nGo\n", "ann.md", TODAY, "senior"));
        assert_eq!(report["file"]["name"], "ann.md");
        assert_eq!(report["level"]["used"], "senior");
        let error = json(&check(b"", "ann.md", TODAY, ""));
        assert_eq!(error["error"]["message"], "the file is empty (0 bytes)");
        assert!(check(b"x", "", "soon", "").contains("today"));
        assert!(check(b"x", "", TODAY, "wizard").contains("level"));
    }

    #[test]
    fn a_document_read_elsewhere_gives_the_same_report() {
        let html = b"<h1>Ann Aldane</h1><p>ann@example.com</p><h2>Skills</h2><p>Go, SQL</p>";
        assert_eq!(reader_for(html, "ann.html"), "documents");
        let document = vitae::read_document(&Input::new(html, Some("ann.html"))).unwrap();
        let report = check_document(&document.to_wire().unwrap(), "ann.html", TODAY, "");
        assert_eq!(report, check(html, "ann.html", TODAY, ""));
        assert!(check_document(b"?", "", TODAY, "").contains("does not come from a reader"));
    }

    #[test]
    fn each_format_has_its_reader() {
        assert_eq!(reader_for(b"%PDF-1.7\n", "a.pdf"), "pdf");
        assert_eq!(
            reader_for(b"\\documentclass{article}\\begin{document}a\\end{document}", "a.tex"),
            "documents"
        );
        assert_eq!(reader_for(b"# Ann\n", "a.md"), "documents");
        let cv = b"cv:\n  name: Ann\nwork:\n  - x\n";
        let own = if cfg!(feature = "structured") { "" } else { "structured" };
        assert_eq!(reader_for(cv, "a.yaml"), own);
        assert_eq!(reader_for(b"Ann\n", "a.txt"), "");
        assert_eq!(reader_for(b"", ""), "");
    }
}
