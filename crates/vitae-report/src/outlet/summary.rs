//! The end of a run over several files: a line for each, the commonest weaknesses, how the scores are
//! spread, and the sums; for terminals and as Markdown.

use crate::cohort::{Cohort, Spread};
use crate::outlet::{count, markdown};
use crate::terminal::{Paint, cut, pad, printable, width};
use crate::{Points, Report};
use vitae_lint::Severity;

/// Weaknesses that are listed.
const MOST: usize = 10;
/// From so many resumes on, what they share is told.
const FEWEST: usize = 3;

/// What a run over several files came to.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    rows: Vec<Row>,
    failed: usize,
    cohort: Cohort,
}

/// One resume of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Name of the file.
    pub name: String,
    /// Its score.
    pub total: Option<Points>,
    /// Errors, warnings and notes.
    pub severities: [usize; 3],
    /// The rule with the most to gain; empty when nothing was lost.
    pub first_fix: String,
}

impl Tally {
    /// Counts a report.
    pub fn add(&mut self, report: &Report) {
        let number = |severity: Severity| {
            report.findings.iter().filter(|finding| finding.severity == severity).count()
        };
        self.rows.push(Row {
            name: printable(report.file.name.as_deref().unwrap_or("<stdin>")),
            total: report.score.total,
            severities: [Severity::Error, Severity::Warning, Severity::Info].map(number),
            first_fix: report.score.ledger.first().map_or(String::new(), |line| line.name.clone()),
        });
        self.cohort.add(report);
    }

    /// Counts a file that could not be read.
    pub fn fail(&mut self) {
        self.failed += 1;
    }

    /// Files counted so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len() + self.failed
    }

    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The resumes, in order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Files that could not be read.
    #[must_use]
    pub fn failed(&self) -> usize {
        self.failed
    }

    /// What the resumes have in common.
    #[must_use]
    pub fn cohort(&self) -> &Cohort {
        &self.cohort
    }
}

/// The files with their scores, what they have in common, and the sums.
#[must_use]
pub fn summary(tally: &Tally, color: bool) -> String {
    let paint = Paint { on: color };
    let mut out = format!("{}\n", paint.bold("summary"));
    let longest = tally.rows.iter().map(|row| width(&row.name)).max().unwrap_or(0).min(46);
    let mut sums = [0; 3];
    for row in &tally.rows {
        let total = row.total.map_or_else(|| "none".to_owned(), |total| total.to_string());
        let name = pad(&cut(&row.name, longest), longest);
        let found = paint.dim(&findings(row.severities));
        out.push_str(&format!("  {total:>5}  {name}  {found}\n"));
        for (sum, number) in sums.iter_mut().zip(row.severities) {
            *sum += number;
        }
    }
    if tally.rows.len() >= FEWEST {
        out.push_str(&common(tally, paint));
    }
    let mut facts = vec![format!("{} checked", count(tally.rows.len(), "file"))];
    if tally.failed > 0 {
        facts.push(format!("{} could not be read", count(tally.failed, "file")));
    }
    facts.push(findings(sums));
    out.push_str(&format!("{}\n", paint.bold(&facts.join(" · "))));
    out
}

/// Weaknesses and scores of many resumes.
fn common(tally: &Tally, paint: Paint) -> String {
    let all = tally.rows.len();
    let mut out = format!("\n{}\n", paint.bold("commonest weaknesses"));
    let of = all.to_string().len();
    for weakness in tally.cohort.weaknesses(MOST) {
        let gain = paint.good(&format!("{:>6}", format!("+{}", weakness.gain)));
        let (number, name) = (weakness.resumes, &weakness.name);
        out.push_str(&format!(
            "  {number:>of$} of {all}  {gain} on average  {}  {name}\n",
            weakness.code
        ));
    }
    if let Some(spread) = tally.cohort.spread() {
        out.push_str(&format!("\n{}\n", paint.bold("scores")));
        out.push_str(&format!("  {}\n", spread_words(&spread)));
        let most = spread.tens.iter().copied().max().unwrap_or(1).max(1);
        let first = spread.tens.iter().position(|number| *number > 0).unwrap_or(0);
        for (ten, number) in spread.tens.iter().enumerate().skip(first) {
            let bar = "█".repeat((*number as usize * 40).div_ceil(most as usize));
            let line = format!("  {:<6} {number:>of$}  {}", tens(ten), paint.dim(&bar));
            out.push_str(&format!("{}\n", line.trim_end()));
        }
    }
    out + "\n"
}

fn tens(ten: usize) -> String {
    format!("{}–{}", ten * 10, if ten == 9 { 100 } else { ten * 10 + 9 })
}

fn spread_words(spread: &Spread) -> String {
    format!(
        "lowest {} · median {} · highest {} · half lie between {} and {}",
        spread.lowest, spread.median, spread.highest, spread.lower, spread.upper
    )
}

/// The same as Markdown, for the end of several reports.
#[must_use]
pub fn markdown_summary(tally: &Tally) -> String {
    let all = tally.rows.len();
    let mut out = format!("# Summary of {}\n\n", count(all, "resume"));
    if tally.failed > 0 {
        out.push_str(&format!("{} could not be read.\n\n", count(tally.failed, "file")));
    }
    out.push_str("| resume | score | errors | warnings | notes | fix first |\n|---|---:|---:|---:|---:|---|\n");
    for row in &tally.rows {
        let total = row.total.map_or_else(|| "none".to_owned(), |total| total.to_string());
        let [errors, warnings, notes] = row.severities;
        let name = markdown::text(&row.name);
        out.push_str(&format!(
            "| {name} | {total} | {errors} | {warnings} | {notes} | {} |\n",
            row.first_fix
        ));
    }
    if all < FEWEST {
        return out;
    }
    out.push_str("\n## Commonest weaknesses\n\n| resumes | mean gain | rule |\n|---:|---:|---|\n");
    for weakness in tally.cohort.weaknesses(MOST) {
        let (number, gain) = (weakness.resumes, weakness.gain);
        let rule = format!("{} {}", weakness.code, weakness.name);
        out.push_str(&format!("| {number} of {all} | +{gain} | {rule} |\n"));
    }
    if let Some(spread) = tally.cohort.spread() {
        out.push_str(&format!("\n## Scores\n\n{}\n", spread_words(&spread)));
        out.push_str("\n| points | resumes |\n|---|---:|\n");
        for (ten, number) in spread.tens.iter().enumerate().filter(|(_, number)| **number > 0) {
            out.push_str(&format!("| {} | {number} |\n", tens(ten)));
        }
    }
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
