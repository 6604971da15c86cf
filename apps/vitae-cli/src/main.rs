//! The command line. Arguments, files and the clock come in; reports go to standard output, messages
//! to standard error, and the exit status says how it went: 0 clean, 1 findings, 2 could not run.

// The engine does no IO; bringing files, environment and clock is what an app is for.
#![allow(clippy::disallowed_methods)]

mod args;
#[cfg(feature = "llm")]
mod asking;
mod baseline;
mod bullets;
mod check;
mod config;
mod failure;
mod fix;
mod fixing;
mod git;
mod guard;
mod inputs;
mod known;
mod lines;
mod ocr;
mod ordered;
mod output;
mod packs;
mod parse;
mod printer;
mod progress;
#[cfg(feature = "llm")]
mod review;
mod rewrite;
mod role;
mod rule;
mod selection;
mod settings;
mod sheet;
mod suggest;
mod terminal;
mod today;

use args::{Cli, Verb};
use clap::{CommandFactory, Parser};
use failure::{Failure, Status};
use std::process::ExitCode;

/// A resume is hundreds of small strings: a tenth less time than with the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Faults are caught for each file and reported as an error; the default hook would add noise.
    std::panic::set_hook(Box::new(|_| {}));
    let status = match run() {
        Ok(status) => status,
        Err(failure) => {
            failure.print();
            Status::CouldNotRun
        }
    };
    ExitCode::from(status.code())
}

fn run() -> Result<Status, Failure> {
    match Cli::parse().verb {
        None => output::print_short_help(&args::short_help()),
        Some(Verb::Check(args)) => check::check(&args),
        Some(Verb::Parse(args)) => parse::parse(&args),
        Some(Verb::Bullets(args)) => bullets::bullets(&args),
        Some(Verb::Role(args)) => role::role(&args),
        Some(Verb::Fix(args)) => fix::fix(&args),
        Some(Verb::Rewrite(args)) => rewrite::rewrite(&args),
        #[cfg(feature = "llm")]
        Some(Verb::Review(args)) => review::review(&args),
        Some(Verb::Checklist(args)) => sheet::checklist(&args),
        Some(Verb::Interview(args)) => sheet::interview(&args),
        Some(Verb::Guard(args)) => guard::guard(&args),
        Some(Verb::Rule(args)) => rule::rule(&args),
        Some(Verb::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "vitae", &mut script);
            output::print(&script)
        }
    }
}
