//! The arguments of `vitae checklist` and `vitae interview`.

use super::{Color, GuideFormat, day, level_parser};
use clap::Args;
use std::path::PathBuf;
use vitae::{Level, PartialDate};

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae checklist resume.pdf                  what is open, what only you can tell, what is done
  vitae checklist resume.pdf --level senior   as a senior engineer's resume
  vitae checklist resume.pdf --job ad.txt     with the technologies that an ad names
  vitae checklist resume.md -f markdown -o todo.md
  vitae checklist resume.pdf -f html -o checklist.html

[x] holds, [ ] is open, [?] only you can tell. Each item shows its lines, or the gap and the next step.

Exit status: 0 when nothing is open, 1 when an item is, 2 when the resume could not be read.")]
pub(crate) struct ChecklistArgs {
    #[command(flatten)]
    pub(crate) sheet: SheetArgs,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae interview resume.pdf                  the questions that its lines invite, and what answers hold
  vitae interview resume.pdf --all            every one, not the fifteen most likely
  vitae interview resume.pdf --job ad.txt     with what an ad asks for and your page shows or lacks
  vitae interview resume.pdf --negotiation    the lines that carry value, and how to say them
  vitae interview resume.pdf -f html -o questions.html

Exit status: 0 when it was printed, 2 when the resume could not be read.")]
pub(crate) struct InterviewArgs {
    #[command(flatten)]
    pub(crate) sheet: SheetArgs,
    /// Every question that a line invites
    #[arg(long, conflicts_with = "negotiation")]
    pub(crate) all: bool,
    /// What the resume brings to a talk about terms, in place of questions
    #[arg(long)]
    pub(crate) negotiation: bool,
}

#[derive(Args)]
pub(crate) struct SheetArgs {
    /// The resume, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The role, by name, title or alias; `vitae role` lists them
    #[arg(long, value_name = "NAME", default_value = "backend-engineer")]
    pub(crate) role: String,
    /// The level to judge for [default: what the title claims, else what the lines show, else mid]
    #[arg(long, value_parser = level_parser())]
    pub(crate) level: Option<Level>,
    /// A job ad as text, PDF, DOCX, HTML or Markdown; only its technologies are read
    #[arg(long, value_name = "FILE")]
    pub(crate) job: Option<PathBuf>,
    /// A folder laid out like `packs/`, whose guides are added; a file takes the place of the built-in
    /// one of the same name
    #[arg(long, value_name = "FOLDER")]
    pub(crate) pack: Vec<PathBuf>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t = GuideFormat::Text)]
    pub(crate) format: GuideFormat,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// The day that counts as today [default: the machine's date, UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<PartialDate>,
    /// The name that standard input should have
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_name: Option<String>,
    /// Recognise the text of scans and pictures with an installed `tesseract`
    #[arg(long)]
    pub(crate) ocr: bool,
    /// Languages to recognise, as tesseract names them
    #[arg(long, value_name = "LANG+LANG", default_value = "eng", requires = "ocr")]
    pub(crate) ocr_lang: String,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}
