//! JUnit XML: a suite for each resume, a case for each finding. Errors and warnings fail, notes pass
//! with their text, so that a build shows what it shows for tests.

use crate::outlet::escape::escape;
use crate::outlet::place;
use crate::report::{Finding, Report};
use vitae_lint::Severity;

/// What stands before the first suite.
#[must_use]
pub fn junit_begin() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"vitae\">\n".to_owned()
}

/// What stands after the last suite.
#[must_use]
pub fn junit_end() -> String {
    "</testsuites>\n".to_owned()
}

/// The suite of a resume.
#[must_use]
pub fn junit(report: &Report) -> String {
    let file = escape(&place::file(report));
    let fails = |finding: &&Finding| finding.severity > Severity::Info;
    let failures = report.findings.iter().filter(fails).count();
    let tests = report.findings.len().max(1);
    let mut out = format!(
        "  <testsuite name=\"{file}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" \
         skipped=\"0\">\n"
    );
    if let Some(total) = report.score.total {
        out.push_str(&format!(
            "    <properties><property name=\"score\" value=\"{total}\"/></properties>\n"
        ));
    }
    if report.findings.is_empty() {
        out.push_str(&format!("    <testcase classname=\"{file}\" name=\"no findings\"/>\n"));
    }
    for finding in &report.findings {
        out.push_str(&case(report, finding, &file));
    }
    out + "  </testsuite>\n"
}

fn case(report: &Report, finding: &Finding, file: &str) -> String {
    let line = finding.line.map_or(String::new(), |line| format!(" line {line}"));
    let name = escape(&format!("{} {}{line}", finding.code, finding.name));
    let place = place::arrow(report, finding).unwrap_or_else(|| place::file(report));
    let excerpt = finding.excerpt.as_deref().unwrap_or("");
    let text = escape(&format!("{place}: {} · {} · {excerpt}", finding.message, finding.help));
    let body = if finding.severity > Severity::Info {
        let (severity, message) = (finding.severity.name(), escape(&finding.message));
        format!("<failure type=\"{severity}\" message=\"{message}\">{text}</failure>")
    } else {
        format!("<system-out>{text}</system-out>")
    };
    format!("    <testcase classname=\"{file}\" name=\"{name}\">{body}</testcase>\n")
}

/// The suite of a file that could not be read.
#[must_use]
pub fn junit_failure(name: &str, problem: &str) -> String {
    let (name, problem) = (escape(name), escape(problem));
    format!(
        "  <testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    \
         <testcase classname=\"{name}\" name=\"can be read\"><error message=\"{problem}\"/></testcase>\n  \
         </testsuite>\n"
    )
}
