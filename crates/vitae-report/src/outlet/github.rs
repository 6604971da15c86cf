//! Workflow commands: the lines by which a check annotates a pull request.

use crate::outlet::place;
use crate::report::{Finding, Report};
use crate::terminal::printable;
use vitae_lint::Severity;

/// A command for each finding.
#[must_use]
pub fn github(report: &Report) -> String {
    report.findings.iter().map(|finding| command(report, finding)).collect()
}

fn command(report: &Report, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut facts = vec![format!("file={}", property(&place::file(report)))];
    if let (Some(line), Some(column)) = (finding.line, finding.column) {
        let end = place::end(report, finding).unwrap_or((line, column));
        facts.push(format!("line={line},col={column},endLine={}", end.0));
        // GitHub takes an end column only on one line.
        if end.0 == line {
            facts.push(format!("endColumn={}", end.1));
        }
    }
    facts.push(format!("title={}", property(&format!("{} {}", finding.code, finding.name))));
    let message = data(&format!("{}; {}", finding.message, finding.help));
    format!("::{level} {}::{message}\n", facts.join(","))
}

/// The text of a command. Nothing of a resume can end it or begin another.
fn data(text: &str) -> String {
    printable(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command() {
        assert_eq!(property("a,b: 100%\n::error::x"), "a%2Cb%3A 100%25 %3A%3Aerror%3A%3Ax");
    }
}
