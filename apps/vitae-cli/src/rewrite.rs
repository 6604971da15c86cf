//! `vitae rewrite`: weak lines of a resume, or lines that stand for themselves, before and after.

use crate::args::{BulletInput, RewriteArgs, RewriteFormat};
use crate::bullets::is_resume;
use crate::check::internal_fault;
use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::output::Output;
use crate::terminal;
use crate::today::today;
use std::panic::{AssertUnwindSafe, catch_unwind};
use vitae::rewrite::{self, Rewrites};
use vitae::{Input, Options};

/// Prints the rewrites of one file.
pub(crate) fn rewrite(args: &RewriteArgs) -> Result<Status, Failure> {
    let source = if args.file.as_os_str() == "-" {
        Source::Stdin(args.stdin_name.clone())
    } else {
        Source::File(args.file.clone())
    };
    let bytes = source.read()?;
    let name = source.name();
    let mut options = Options::new(args.today.unwrap_or_else(today));
    options.level = args.level;
    let input = Input::new(&bytes, name.as_deref());
    let found = catch_unwind(AssertUnwindSafe(|| find(&input, args.input(), &options)));
    let found = found.map_err(|_| internal_fault(&source.label()))?;
    let mut found = found
        .map_err(|failure| Failure { place: failure.place.or(Some(source.label())), ..failure })?;
    if !args.select.is_empty() {
        let wanted =
            |line: u32| args.select.iter().any(|(first, last)| (*first..=*last).contains(&line));
        found.lines.retain(|line| line.line.is_some_and(wanted));
        found.summary = found.summary.filter(|summary| summary.line.is_some_and(wanted));
    }
    let shown = match args.format {
        RewriteFormat::Text => {
            let mut view = terminal::view(args.color, args.output.is_some());
            view.all = args.all || !args.select.is_empty();
            rewrite::text(&found, &view)
        }
        RewriteFormat::Markdown => rewrite::markdown(&found),
        RewriteFormat::Json => rewrite::json(&found),
    };
    let mut output = Output::open(args.output.as_deref(), std::slice::from_ref(&args.file))?;
    output.write(shown.as_bytes())?;
    output.finish()?;
    Ok(Status::Clean)
}

fn find(input: &Input<'_>, kind: BulletInput, options: &Options) -> Result<Rewrites, Failure> {
    if kind != BulletInput::Lines {
        let reading = vitae::parse_resume(input);
        match reading {
            Ok(reading) if kind == BulletInput::Resume || is_resume(&reading) => {
                let found = rewrite::rewrites(&reading, input.file_name, options);
                if found.looked_at == 0 {
                    let failure = Failure::new("no bullet found in this resume");
                    return Err(failure.help(
                        "`--input-format lines` takes each line as a bullet; `vitae parse` shows what was understood",
                    ));
                }
                return Ok(found);
            }
            Ok(_) => {}
            Err(error) => {
                return Err(Failure::unreadable(input.file_name.unwrap_or("<stdin>"), &error));
            }
        }
    }
    let text = std::str::from_utf8(input.bytes).map_err(|error| {
        Failure::new(format!("byte {} is not UTF-8", error.valid_up_to() + 1))
            .help("save the file as UTF-8")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(rewrite::rewrites_of_lines(text.lines(), input.file_name, options))
}
