//! One line for each finding: `file:line:column CODE severity message`.

use crate::Report;
use crate::outlet::place;
use crate::terminal::{Paint, printable};

/// One line for each finding, in the form that editors and `grep` know.
#[must_use]
pub fn concise(report: &Report, color: bool) -> String {
    let paint = Paint { on: color };
    let file = place::file(report);
    let mut out = String::new();
    for finding in &report.findings {
        let (line, column) = (finding.line.unwrap_or(1), finding.column.unwrap_or(1));
        let severity = paint.severity(finding.severity, finding.severity.name());
        let code = paint.bold(&finding.code);
        let message = printable(&finding.message);
        out.push_str(&format!("{file}:{line}:{column} {code} {severity} {message}\n"));
    }
    out
}
