//! CSV (RFC 4180): a row for each finding of one resume, or a row for each resume of many. A cell that
//! a spreadsheet would take for a formula gets an apostrophe.

use crate::Report;
use crate::terminal::printable;
use vitae_lint::{Group, Severity};

/// The names of the columns with one row for each finding.
#[must_use]
pub fn csv_findings_header() -> String {
    row(&[
        "file", "line", "column", "page", "code", "name", "group", "severity", "gain", "message",
        "help", "excerpt",
    ])
}

/// A row for each finding.
#[must_use]
pub fn csv_findings(report: &Report) -> String {
    let file = report.file.name.as_deref().unwrap_or("");
    let number = |number: Option<u32>| number.map_or(String::new(), |number| number.to_string());
    let mut out = String::new();
    for finding in &report.findings {
        out.push_str(&row(&[
            file,
            &number(finding.line),
            &number(finding.column),
            &number(finding.page),
            &finding.code,
            &finding.name,
            finding.group.name(),
            finding.severity.name(),
            &decimals(report.gain(&finding.code).0),
            &finding.message,
            &finding.help,
            finding.excerpt.as_deref().unwrap_or(""),
        ]));
    }
    out
}

/// The names of the columns with one row for each file.
#[must_use]
pub fn csv_files_header() -> String {
    let mut cells = vec!["file", "format", "pages", "level", "score"];
    cells.extend(Group::ALL.map(Group::name));
    cells.extend(["errors", "warnings", "notes", "findings", "first_fix", "problem"]);
    row(&cells)
}

/// The row of a file.
#[must_use]
pub fn csv_file(report: &Report) -> String {
    let count = |severity: Severity| {
        report.findings.iter().filter(|finding| finding.severity == severity).count().to_string()
    };
    let points = |points: Option<u32>| points.map_or(String::new(), decimals);
    let mut cells = vec![
        report.file.name.clone().unwrap_or_default(),
        report.file.format.label().to_owned(),
        report.file.pages.map_or(String::new(), |pages| pages.to_string()),
        report.level.used.name().to_owned(),
        points(report.score.total.map(|total| total.0)),
    ];
    for group in Group::ALL {
        let found = report.score.groups.iter().find(|found| found.group == group);
        cells.push(points(found.map(|found| found.earned.0)));
    }
    cells.extend([Severity::Error, Severity::Warning, Severity::Info].map(count));
    cells.push(report.findings.len().to_string());
    cells.push(report.score.ledger.first().map_or(String::new(), |line| line.name.clone()));
    cells.push(report.score.reason.clone().unwrap_or_default());
    row(&cells)
}

/// The row of a file that could not be read.
#[must_use]
pub fn csv_failure(name: &str, problem: &str) -> String {
    let mut cells = vec![""; 5 + Group::ALL.len() + 6];
    cells[0] = name;
    if let Some(last) = cells.last_mut() {
        *last = problem;
    }
    row(&cells)
}

fn decimals(milli: u32) -> String {
    format!("{}.{:03}", milli / 1000, milli % 1000)
}

fn row<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text.as_ref())).collect();
    cells.join(",") + "\r\n"
}

fn cell(text: &str) -> String {
    let text = printable(text);
    let formula = text.starts_with(['=', '+', '-', '@', '\t']);
    let text = if formula { format!("'{text}") } else { text };
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_cells() {
        let cells = ["a,b", "say \"hi\"", "=1+1", "-5", "plain"];
        assert_eq!(row(&cells), "\"a,b\",\"say \"\"hi\"\"\",'=1+1,'-5,plain\r\n");
        let columns = |row: &str| row.matches(',').count();
        assert_eq!(columns(&csv_files_header()), columns(&csv_failure("a", "b")));
    }
}
