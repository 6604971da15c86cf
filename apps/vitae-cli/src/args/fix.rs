//! The arguments of `vitae fix`.

use super::{Color, day, level_parser};
use clap::Args;
use std::path::PathBuf;
use vitae::{Level, PartialDate};

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae fix cv.md                     step by step, most to gain first
  vitae fix resume.pdf                goes on with a YAML made from it, when you say yes
  vitae fix resume.docx --output resume.yaml
  vitae fix cv.md --undo              the file as it was before the last session
  vitae fix cv.md < answers.txt       one answer on each line

Answers: y yes, n no (or s, skip), o another version, e write it yourself, u undo the last change,
q quit. Each accepted change is written at once, and the file is read again before it is; what it
was before the session stays beside it, in `.NAME.vitae-undo`.

Exit status: 0 when the session ended, 2 when something could not be read or written.")]
pub(crate) struct FixArgs {
    /// The resume
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Take back the last session; again, to bring it back
    #[arg(long)]
    pub(crate) undo: bool,
    /// Where the YAML goes that is made of a file that cannot be edited [default: beside it]
    #[arg(short, long, value_name = "OUT.yaml", conflicts_with = "undo")]
    pub(crate) output: Option<PathBuf>,
    /// The level to judge and write for [default: what the current title claims, else mid]
    #[arg(long, value_parser = level_parser())]
    pub(crate) level: Option<Level>,
    /// The day that counts as today [default: the machine's date, UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<PartialDate>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}
