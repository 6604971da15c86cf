//! The arguments of `vitae rewrite`.

use super::{BulletInput, Color, day, level_parser};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use vitae::{Level, PartialDate};

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae rewrite resume.pdf                       the lines with most to gain, before and after
  vitae rewrite cv.md --all -f markdown -o notes.md
  vitae rewrite cv.md --select 14,20-24          only these lines of the file
  echo 'Responsible for the import job' | vitae rewrite -
  vitae rewrite drafts.txt --input-format lines --level senior -f json

Nothing is invented: a rewrite is made of the words of its own line, passes the fact guard, and asks
in ‹…› for what only you know. The file is not changed; `vitae fix` writes.

Exit status: 0 when it was printed, 2 when something could not be read.")]
pub(crate) struct RewriteArgs {
    /// A resume, a file of lines, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// How to print
    #[arg(short, long, value_enum, default_value_t = RewriteFormat::Text)]
    pub(crate) format: RewriteFormat,
    /// What the file is
    #[arg(long, value_parser = ["auto", "resume", "lines"], default_value = "auto")]
    pub(crate) input_format: String,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// The level to write for [default: what the current title claims, else mid]
    #[arg(long, value_parser = level_parser())]
    pub(crate) level: Option<Level>,
    /// Only these lines of the file: numbers and ranges
    #[arg(long, value_name = "LINES", value_delimiter = ',', value_parser = line_range)]
    pub(crate) select: Vec<(u32, u32)>,
    /// Every line, not only those with most to gain
    #[arg(long)]
    pub(crate) all: bool,
    /// The day that counts as today [default: the machine's date, UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<PartialDate>,
    /// The name that standard input should have
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_name: Option<String>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

impl RewriteArgs {
    /// What the file is.
    pub(crate) fn input(&self) -> BulletInput {
        match self.input_format.as_str() {
            "lines" => BulletInput::Lines,
            "resume" => BulletInput::Resume,
            _ => BulletInput::Auto,
        }
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RewriteFormat {
    /// For a terminal
    Text,
    /// For a note or a pull request
    Markdown,
    /// For programs
    Json,
}

/// `14` or `20-24`.
fn line_range(text: &str) -> Result<(u32, u32), String> {
    let number =
        |text: &str| text.trim().parse::<u32>().map_err(|_| format!("`{text}` is no line number"));
    let (first, last) = match text.split_once('-') {
        Some((first, last)) => (number(first)?, number(last)?),
        None => (number(text)?, number(text)?),
    };
    if first == 0 || last < first {
        return Err(format!("`{text}` is no range of lines; they count from 1, as in 20-24"));
    }
    Ok((first, last))
}
