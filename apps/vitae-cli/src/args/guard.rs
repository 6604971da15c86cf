//! The arguments of `vitae guard`.

use super::Color;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae guard rewrites.jsonl               each rewrite with what its entry does not carry
  vitae guard - < rewrites.jsonl           from a pipe, answered line by line
  vitae guard rewrites.jsonl -f text       for people, with the words underlined
  vitae guard answers.jsonl -o judged.jsonl

A line looks like this; `other_entries` and `id` may be left out, other fields are passed over:
  {\"id\": 1, \"source_entry\": {\"name\": \"Example Ltd\", \"position\": \"Backend Engineer\",
   \"startDate\": \"2021-05\", \"endDate\": \"2023-10\", \"highlights\": [\"Cut p95 to 300 ms\"],
   \"skills\": [\"Go\"]}, \"other_entries\": [], \"rewrite\": \"Cut p95 to 0.3 s\"}

Exit status: 0 when every rewrite is carried, 1 when some invent, 2 when something could not be read.")]
pub(crate) struct GuardArgs {
    /// A file of lines of JSON, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// How to print
    #[arg(short, long, value_enum, default_value_t = GuardFormat::Jsonl)]
    pub(crate) format: GuardFormat,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GuardFormat {
    /// One line of JSON for each rewrite: {"id", "verdict", "reasons"}
    Jsonl,
    /// For people: each rewrite with the words that are not carried underlined
    Text,
}
