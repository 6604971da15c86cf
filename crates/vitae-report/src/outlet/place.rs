//! Names of places and files for people.

use crate::Report;
use crate::report::Finding;
use crate::terminal::printable;

/// The name of the file, or what stands for it.
pub(crate) fn file(report: &Report) -> String {
    report.file.name.as_deref().map_or_else(|| "<stdin>".to_owned(), printable)
}

/// `name:12:3`, with the page where there is one.
pub(crate) fn arrow(report: &Report, finding: &Finding) -> Option<String> {
    let (line, column) = (finding.line?, finding.column?);
    let page = match finding.page {
        Some(page) => format!(" (page {page})"),
        None => String::new(),
    };
    Some(format!("{}:{line}:{column}{page}", file(report)))
}

/// Line and column behind the last character of a finding, as `line` and `column` of the finding count.
pub(crate) fn end(report: &Report, finding: &Finding) -> Option<(u32, u32)> {
    let (line, column, range) = (finding.line?, finding.column?, finding.range?);
    let text = range.of(&report.document.text);
    let lines = text.matches('\n').count() as u32;
    let last = text.rsplit('\n').next().unwrap_or(text).chars().count() as u32;
    Some(if lines == 0 { (line, column + last) } else { (line + lines, last + 1) })
}

/// What is suppressed or waived, each with its reason: `suppressed: EXP004 … on line 12 (reason)`.
pub(crate) fn set_aside(report: &Report) -> Vec<String> {
    let reason = |reason: &str| match reason {
        "" => "no reason given".to_owned(),
        reason => printable(reason),
    };
    let mut notes = Vec::new();
    for suppressed in &report.suppressed {
        let Finding { code, name, line, .. } = &suppressed.finding;
        let line = line.map_or(String::new(), |line| format!(" on line {line}"));
        let why = reason(&suppressed.reason);
        notes.push(format!("suppressed: {code} {name}{line} ({why}); the score counts it"));
    }
    for waived in &report.waived {
        let why = reason(&waived.reason);
        notes.push(format!("no figures asked of line {} ({why})", waived.line));
    }
    notes
}

/// `PDF, 2 pages`.
pub(crate) fn format(report: &Report) -> String {
    let label = report.file.format.label();
    match report.file.pages {
        Some(pages) => format!("{label}, {}", super::count(pages as usize, "page")),
        None => label.to_owned(),
    }
}
