//! The arguments of every verb; help, usage errors and completions come from here.

mod bullets;
mod check;
mod fix;
mod guard;
mod ocr;
#[cfg(feature = "llm")]
mod review;
mod rewrite;
mod role;
mod sheet;

pub(crate) use bullets::{BulletFormat, BulletInput, BulletsArgs};
pub(crate) use check::{CheckArgs, FailOn, ReportFormat, day, level_parser, points};
pub(crate) use fix::FixArgs;
pub(crate) use guard::{GuardArgs, GuardFormat};
pub(crate) use ocr::OcrArgs;
#[cfg(feature = "llm")]
pub(crate) use review::{ReviewArgs, ReviewFormat};
pub(crate) use rewrite::{RewriteArgs, RewriteFormat};
pub(crate) use role::{GuideFormat, RoleArgs};
pub(crate) use sheet::{ChecklistArgs, InterviewArgs, SheetArgs};

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

/// Reads a resume and says what to fix, line by line.
#[derive(Parser)]
#[command(name = "vitae", version, max_term_width = 100)]
#[command(after_help = "\
Examples:
  vitae check resume.pdf        the score, and what to fix first
  vitae parse resume.pdf        what a program understands of it
  vitae bullets resume.pdf      each bullet taken apart, with its strength
  vitae rule EXP004             why a rule is there, and what to write instead
  vitae rewrite resume.pdf      weak lines before and after, with questions
  vitae fix cv.md               the same step by step, written as you agree
  vitae guard rewrites.jsonl    what a rewrite says that its entry does not
  vitae role backend-engineer   what a resume for the role should hold, and why
  vitae checklist resume.pdf    what is still open before you send it
  vitae interview resume.pdf    the questions that its lines invite

Exit status: 0 clean, 1 findings, 2 could not run.")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Score resumes and show what to fix first
    Check(CheckArgs),
    /// Show what a program understands of a resume, or convert it
    Parse(ParseArgs),
    /// Take bullets apart: opening, figures, technologies, outcome, strength
    Bullets(BulletsArgs),
    /// Print a guide: what the resume for a role should hold
    Role(RoleArgs),
    /// Show weak lines before and after, with questions for what only you know
    Rewrite(RewriteArgs),
    /// Mend a resume step by step: fixes, rewrites, questions
    Fix(FixArgs),
    /// Ask a language model of your choice for a reading and rewrites
    #[cfg(feature = "llm")]
    Review(ReviewArgs),
    /// Tick the checklist of a role: what holds, what is open, what only you can tell
    Checklist(ChecklistArgs),
    /// List the questions that a resume invites, and what good answers hold
    Interview(InterviewArgs),
    /// Hold rewrites against the entries they rewrite: what is invented, and why
    Guard(GuardArgs),
    /// Explain a rule, or list all
    Rule(RuleArgs),
    /// Print completions for a shell
    #[command(
        after_help = "Example:\n  vitae completions bash > ~/.local/share/bash-completion/completions/vitae"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae parse resume.pdf                          what was understood; doubtful fields have a ?
  vitae parse resume.pdf --view seen.html         the pages beside it, for a browser
  vitae parse resume.docx -f yaml -o resume.yaml  a resume that is edited as text
  vitae parse scan.pdf --ocr --ocr-lang eng+deu   a scan or a picture, read by tesseract
  vitae parse resume.pdf -f json-resume           JSON Resume on standard output
  vitae parse resume.pdf -f text                  the text as a program reads it
  vitae parse resume.pdf -f layout                JSON of lines with boxes, styles and regions")]
pub(crate) struct ParseArgs {
    /// The resume, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// What to print [default: table; nothing with --view]
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<ParseFormat>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Write a page for a browser: the resume beside what was understood, and as a naive reader
    /// takes it
    #[arg(long, value_name = "OUT.html")]
    pub(crate) view: Option<PathBuf>,
    /// The name that standard input should have
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_name: Option<String>,
    #[command(flatten)]
    pub(crate) ocr: OcrArgs,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae rule                    all rules by group
  vitae rule EXP002             why it matters, an example, when to ignore it
  vitae rule duty-opener        the same by name
  vitae rule --catalogue        every check that is known, and how each ends here
  vitae rule --format json      for programs")]
pub(crate) struct RuleArgs {
    /// Code or name of a rule
    #[arg(value_name = "RULE")]
    pub(crate) rule: Option<String>,
    /// Every check that guides and other tools make, and the rule, part, guard or refusal it ends in
    #[arg(long, conflicts_with = "rule")]
    pub(crate) catalogue: bool,
    /// How to print
    #[arg(short, long, value_enum, default_value_t = RuleFormat::Text)]
    pub(crate) format: RuleFormat,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ParseFormat {
    /// What was understood, for people
    Table,
    /// JSON Resume
    JsonResume,
    /// YAML with the fields of JSON Resume
    Yaml,
    /// The text as it was read
    Text,
    /// JSON of pages, lines with boxes, styles, regions and links
    Layout,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RuleFormat {
    /// For a terminal
    Text,
    /// For programs
    Json,
    /// For documentation
    Markdown,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What `vitae` alone says.
pub(crate) fn short_help() -> String {
    format!(
        "vitae {} reads a resume and says what to fix, line by line\n\n\
         \x20 vitae check resume.pdf     the score, and what to fix first\n\
         \x20 vitae parse resume.pdf     what a program understands of it\n\
         \x20 vitae bullets resume.pdf   each bullet taken apart, with its strength\n\
         \x20 vitae rule EXP002          why a rule is there, with examples\n\
         \x20 vitae role backend         what a resume for the role should hold\n\n\
         PDF, DOCX, ODT, RTF, Markdown, HTML, LaTeX, text, YAML, JSON Resume, LinkedIn export.\n\
         Nothing leaves this machine unless you give `vitae review` an address.\n\
         `vitae help` shows everything.\n",
        env!("CARGO_PKG_VERSION")
    )
}
