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

/// `PDF, 2 pages`.
pub(crate) fn format(report: &Report) -> String {
    let label = report.file.format.label();
    match report.file.pages {
        Some(pages) => format!("{label}, {}", super::count(pages as usize, "page")),
        None => label.to_owned(),
    }
}
