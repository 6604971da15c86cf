//! The arguments of `vitae bullets`.

use super::{Color, day, level_parser};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use vitae::{Level, PartialDate};

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae bullets resume.pdf                     the bullets of a resume, in their order
  vitae bullets drafts.txt                     a text without headings: each line is a bullet
  echo 'Cut p95 from 1.4 s to 220 ms' | vitae bullets -
  vitae bullets drafts.jsonl -f jsonl          lines of {\"text\", \"level\", \"role\"}, streamed
  vitae bullets notes.md --input-format lines  as lines, whatever it looks like

What a file is: by --input-format, else by its name (.jsonl, .ndjson), else lines of JSON when the
first is one, else a resume, else lines when it is text without a heading. Lines are read one by one
with `lines` and `jsonl`; the other ways read the whole file first.

Exit status: 0 when all was read, 2 when something could not be read.")]
pub(crate) struct BulletsArgs {
    /// A resume, a file of lines, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// How to print
    #[arg(short, long, value_enum, default_value_t = BulletFormat::Text)]
    pub(crate) format: BulletFormat,
    /// What the file is
    #[arg(long, value_enum, default_value_t = BulletInput::Auto)]
    pub(crate) input_format: BulletInput,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// The level to judge for where a line names none [default: what its role claims, else mid]
    #[arg(long, value_parser = level_parser())]
    pub(crate) level: Option<Level>,
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

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum BulletFormat {
    /// For people: strength as a bar, what the bullet holds, what the rules say
    Text,
    /// One line of JSON for each bullet
    Jsonl,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum BulletInput {
    /// Find out
    Auto,
    /// A resume in any format
    Resume,
    /// Text whose lines are bullets
    Lines,
    /// Lines of JSON: {"text", "level", "role"}, of which only the first must be there
    Jsonl,
}
