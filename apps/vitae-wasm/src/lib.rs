//! The engine for browsers: bytes, a file name and options come in, JSON goes out. No clock: the
//! page gives the date.

use serde_json::{Value, json};
use vitae::{Input, Level, Options, PartialDate};
use wasm_bindgen::prelude::wasm_bindgen;

/// Checks a resume. `options_json` is `{"today": "2026-11-22", "level": "senior"}`; `today` must be
/// there. Gives the report, or `{"error": {"message", "help", "line", "column"}}`.
#[wasm_bindgen]
#[must_use]
pub fn check(bytes: &[u8], file_name: &str, options_json: &str) -> String {
    let options = match options(options_json) {
        Ok(options) => options,
        Err(message) => {
            return json!({ "error": { "message": message, "help": "see the docs of `check`" } })
                .to_string();
        }
    };
    let name = Some(file_name).filter(|name| !name.is_empty());
    match vitae::check(&Input::new(bytes, name), &options) {
        Ok(report) => vitae::report::jsonl(&report),
        Err(error) => {
            let (line, column) = error.place.unzip();
            let (message, help) = (error.message, error.help);
            json!({ "error": { "message": message, "help": help, "line": line, "column": column } })
                .to_string()
        }
    }
}

fn options(text: &str) -> Result<Options, String> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| format!("the options are no JSON: {error}"))?;
    let today = value.get("today").and_then(Value::as_str).and_then(PartialDate::parse_iso);
    let today = today.ok_or("the option `today` is no date such as `2026-11-22`")?;
    let mut options = Options::new(today);
    if let Some(name) = value.get("level").and_then(Value::as_str) {
        let level = Level::ALL.into_iter().find(|level| level.name() == name);
        options.level = Some(level.ok_or_else(|| format!("there is no level `{name}`"))?);
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_or_an_error_comes_back_as_json() {
        let today = r#"{"today": "2026-11-22"}"#;
        let report: Value =
            serde_json::from_str(&check(b"# Ann Aldane\n\nGo\n", "ann.md", today)).unwrap();
        assert_eq!(report["file"]["name"], "ann.md");
        let error: Value = serde_json::from_str(&check(b"", "ann.md", today)).unwrap();
        assert_eq!(error["error"]["message"], "the file is empty (0 bytes)");
        assert!(check(b"x", "", "{}").contains("today"));
    }
}
