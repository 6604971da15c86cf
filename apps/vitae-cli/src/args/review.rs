//! The arguments of `vitae review`.

use super::{Color, day, level_parser};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use vitae::{Level, PartialDate};

#[derive(Args)]
#[command(after_help = "\
Examples:
  vitae review resume.pdf --llm http://localhost:11434/v1 --model qwen3:8b --redact
  vitae review resume.pdf --llm http://localhost:8080/v1 --model any --dry-run   exactly what is sent
  vitae review resume.docx --llm https://example.com/v1 --model NAME --llm-key-file key.txt
  vitae review - --llm URL --model NAME --yes -f json < resume.md

Nothing is sent before you have seen what goes where and agreed; --yes agrees beforehand. --redact is
recommended: a reading needs neither your name nor your address. What the model says is kept only
where the resume carries it, is never part of the score, and differs from run to run.

Exit status: 0 reviewed, 2 when something could not be read or asked.")]
pub(crate) struct ReviewArgs {
    /// A resume in any format that `vitae check` reads, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The address of a server that speaks the protocol of OpenAI, up to /v1
    #[arg(long, value_name = "URL")]
    pub(crate) llm: String,
    /// The model, as the server names it
    #[arg(long, value_name = "NAME")]
    pub(crate) model: String,
    /// A file that holds the key [default: the environment's VITAE_LLM_KEY, if set]
    #[arg(long, value_name = "FILE")]
    pub(crate) llm_key_file: Option<PathBuf>,
    /// Keep name, e-mail address, phone number and links here
    #[arg(long)]
    pub(crate) redact: bool,
    /// Send without asking
    #[arg(short, long)]
    pub(crate) yes: bool,
    /// Print the requests and send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// How to print
    #[arg(short, long, value_enum, default_value_t = ReviewFormat::Text)]
    pub(crate) format: ReviewFormat,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Ask for rewrites of so many bullets at most, the weakest first
    #[arg(long, value_name = "N", default_value_t = 12)]
    pub(crate) rewrites: u16,
    /// The level to read for [default: what the current title claims, else mid]
    #[arg(long, value_parser = level_parser())]
    pub(crate) level: Option<Level>,
    /// The day that counts as today [default: the machine's date, UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<PartialDate>,
    /// Give up when the server sends nothing for so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 180, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub(crate) timeout: u32,
    /// Give up after so many seconds in all
    #[arg(long, value_name = "SECONDS", default_value_t = 900, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub(crate) max_time: u32,
    /// Send so many requests at most, those that are tried again counted
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) max_requests: u32,
    /// Take so many tokens of answers at most
    #[arg(long, value_name = "N", default_value_t = 24_000, value_parser = clap::value_parser!(u32).range(64..))]
    pub(crate) max_tokens: u32,
    /// Say nothing on standard error but what went wrong
    #[arg(short, long)]
    pub(crate) quiet: bool,
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

#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReviewFormat {
    /// For a terminal
    Text,
    /// For a page
    Markdown,
    /// For programs
    Json,
}
