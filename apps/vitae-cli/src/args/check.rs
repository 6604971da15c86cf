//! The arguments of `vitae check`, and what their words mean.

use super::{Color, OcrArgs};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use vitae::{Level, Market, PartialDate, Severity};

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae check resume.pdf                      the score, and what to fix first
  vitae check resume.md --top 3               only the three best fixes
  vitae check resume.pdf --glance             what a first glance finds, and where
  vitae check resume.pdf --level senior       judged as a senior engineer's resume
  vitae check resumes/ -f jsonl -o out.jsonl  a whole folder, one line of JSON each
  cat resume.md | vitae check -               from a pipe
  vitae check scan.pdf --ocr                  a scan, read by tesseract
  vitae check lebenslauf.pdf --market de      with the customs of Germany
  vitae check cv.yaml --fail-on warning --min-score 80    in a build
  vitae check cv.md --diff                    what --fix would change; writes nothing
  vitae check cv.md --fix                     apply the safe fixes, then report what is left
  vitae check cv.pdf -f html -o cv.html       the text with findings in the margin, to read or print
  vitae check resumes/ -f csv -o all.csv      a row for each resume
  vitae check resumes/ -f html --anonymise -o all.html    what a cohort has in common, without names
  vitae check cv.md --since main -f github    only what is new, as annotations of a pull request
  vitae check cv.md --baseline known.json --write-baseline    from now on complain about new ones

Settings may stand in `vitae.toml`, in the folder of the first file or above it:
  level, market, today, profile, fail-on, min-score, select, ignore, waiver
A comment in the resume hides a finding: <!-- vitae: allow EXP004 reason -->, in YAML
# vitae: allow …, in LaTeX % vitae: allow …; vitae: no-figures reason waives figures of a bullet.

Exit status: 0 clean, 1 findings at or above --fail-on, a score below --min-score, or a
--diff that is not empty, 2 a file could not be read or the command could not run.")]
pub(crate) struct CheckArgs {
    /// Resumes, folders with resumes, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t = ReportFormat::Full)]
    pub(crate) format: ReportFormat,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Show only the N fixes with the most points to gain
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) top: Option<u16>,
    /// Show every finding of every rule, not the first three
    #[arg(long)]
    pub(crate) all: bool,
    /// Print only what a first glance of half a minute finds, and where it stands
    #[arg(long, conflicts_with_all = ["fix", "diff", "top", "all"])]
    pub(crate) glance: bool,
    /// The level to judge for [default: what the current title claims, else mid]
    #[arg(long, value_parser = level_parser())]
    pub(crate) level: Option<Level>,
    /// The country that the resume is for: its customs for photos, length, dates and phones
    #[arg(long, value_name = "COUNTRY", value_parser = market_parser())]
    pub(crate) market: Option<&'static Market>,
    /// The day that counts as today [default: the machine's date, UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<PartialDate>,
    /// Exit with 1 from this severity on [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,
    /// Exit with 1 when a score is below N
    #[arg(long, value_name = "N", value_parser = points)]
    pub(crate) min_score: Option<u32>,
    /// Show only these rules: codes, their beginnings, names or groups; points stay. Rules that are
    /// off by default speak when they are named here
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Option<Vec<String>>,
    /// Hide these rules; points stay
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Option<Vec<String>>,
    /// Hide the findings that a git revision of the file has already: a commit, a branch or a tag
    #[arg(long, value_name = "REV")]
    pub(crate) since: Option<String>,
    /// Hide the findings that this file lists as known
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write the findings of today to the baseline
    #[arg(long, requires = "baseline")]
    pub(crate) write_baseline: bool,
    /// Hide names, addresses, phone numbers, links and file names in the output
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    pub(crate) anonymise: bool,
    /// Apply the fixes that never change what is said, to files that are edited as text
    #[arg(long)]
    pub(crate) fix: bool,
    /// Apply or show also fixes that may change what is said
    #[arg(long)]
    pub(crate) unsafe_fixes: bool,
    /// Print what --fix would change as a unified diff, and write nothing
    #[arg(long)]
    pub(crate) diff: bool,
    /// Read settings from this file instead of looking for vitae.toml
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The name that standard input should have in reports
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_name: Option<String>,
    #[command(flatten)]
    pub(crate) ocr: OcrArgs,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Print no report, only errors; the exit status tells
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Score, what to fix first, findings under the resume's own lines
    Full,
    /// One line for each finding
    Concise,
    /// JSON; an array for several files
    Json,
    /// One line of JSON for each file
    Jsonl,
    /// Markdown; for several files with a summary of all
    Markdown,
    /// A page for a browser or the printer: the text with findings in the margin; for several files
    /// only what they have in common, so check one file for its page
    Html,
    /// One row for each finding; for several files one row for each file
    Csv,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands that annotate a pull request on GitHub
    Github,
    /// JUnit XML, for builds
    Junit,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Never
    Never,
    /// Any finding
    Info,
    /// Warnings and errors
    Warning,
    /// Errors
    Error,
}

impl FailOn {
    /// From this severity on; none for never.
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Never => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// Reads the name of a level.
pub(crate) fn level_parser() -> impl TypedValueParser<Value = Level> {
    PossibleValuesParser::new(Level::ALL.map(Level::name))
        .map(|name| level(&name).unwrap_or_default())
}

fn market_parser() -> impl TypedValueParser<Value = &'static Market> {
    PossibleValuesParser::new(vitae::markets().iter().map(|market| market.code)).try_map(|code| {
        vitae::markets().iter().find(|market| market.code == code).ok_or("no such market")
    })
}

/// The level of this name.
pub(crate) fn level(name: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level.name() == name)
}

/// A whole date.
pub(crate) fn day(text: &str) -> Result<PartialDate, String> {
    PartialDate::parse_iso(text)
        .filter(|date| date.day.is_some())
        .ok_or_else(|| "a day looks like 2026-03-31".to_owned())
}

/// Points from 0 to 100, in thousandths.
pub(crate) fn points(text: &str) -> Result<u32, String> {
    let points: f64 = text.parse().map_err(|_| "a number from 0 to 100".to_owned())?;
    if !(0.0..=100.0).contains(&points) {
        return Err("a number from 0 to 100".to_owned());
    }
    Ok((points * 1000.0).round() as u32)
}
