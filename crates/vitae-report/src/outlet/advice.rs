//! What to do about a line of the ledger. A report and one of its lines come in, one sentence goes
//! out: the help of the rule's first finding, or, where enough was shown for no finding but not for
//! all points, what the rule counts.

use crate::Report;
use crate::report::LedgerLine;

/// What would bring the points of `line` back; none when nothing can be said without a manual.
pub(crate) fn advice(report: &Report, line: &LedgerLine) -> Option<String> {
    match report.findings.iter().find(|finding| finding.code == line.code) {
        Some(finding) => Some(finding.help.clone()),
        None => counted(line),
    }
}

/// What a rule of proofs counts, for a line that has no finding.
pub(crate) fn counted(line: &LedgerLine) -> Option<String> {
    vitae_lint::by_code(&line.code)?.counts()
}
