//! The end of a run over several files: a line for each, then what it came to.

use crate::outlet::count;
use crate::terminal::{Paint, cut, pad, printable, width};
use crate::{Points, Report};
use vitae_lint::Severity;

/// What a run over several files came to.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    files: Vec<(String, Option<Points>, [usize; 3])>,
    failed: usize,
}

impl Tally {
    /// Counts a report.
    pub fn add(&mut self, report: &Report) {
        let number = |severity: Severity| {
            report.findings.iter().filter(|finding| finding.severity == severity).count()
        };
        let name = report.file.name.as_deref().unwrap_or("<stdin>");
        let severities = [Severity::Error, Severity::Warning, Severity::Info].map(number);
        self.files.push((printable(name), report.score.total, severities));
    }

    /// Counts a file that could not be read.
    pub fn fail(&mut self) {
        self.failed += 1;
    }

    /// Files counted so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len() + self.failed
    }

    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The files with their scores, and the sums.
#[must_use]
pub fn summary(tally: &Tally, color: bool) -> String {
    let paint = Paint { on: color };
    let mut out = format!("{}\n", paint.bold("summary"));
    let longest = tally.files.iter().map(|(name, _, _)| width(name)).max().unwrap_or(0).min(46);
    let mut sums = [0; 3];
    for (name, total, severities) in &tally.files {
        let total = total.map_or_else(|| "none".to_owned(), |total| total.to_string());
        let name = pad(&cut(name, longest), longest);
        out.push_str(&format!("  {total:>5}  {name}  {}\n", paint.dim(&findings(*severities))));
        for (sum, number) in sums.iter_mut().zip(severities) {
            *sum += number;
        }
    }
    let mut facts = vec![format!("{} checked", count(tally.files.len(), "file"))];
    if tally.failed > 0 {
        facts.push(format!("{} could not be read", count(tally.failed, "file")));
    }
    facts.push(findings(sums));
    out.push_str(&format!("{}\n", paint.bold(&facts.join(" · "))));
    out
}

fn findings([errors, warnings, notes]: [usize; 3]) -> String {
    if errors + warnings + notes == 0 {
        return "no findings".to_owned();
    }
    let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    parts.map(|(number, what)| count(number, what)).collect::<Vec<_>>().join(", ")
}
