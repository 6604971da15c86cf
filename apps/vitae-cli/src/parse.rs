//! `vitae parse`: what a program understands of a resume, as a table or as data.

use crate::args::{ParseArgs, ParseFormat};
use crate::check::internal_fault;
use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::output::Output;
use crate::terminal;
use std::panic::{AssertUnwindSafe, catch_unwind};
use vitae::{Input, Reading, report};

/// Reads one resume and prints it.
pub(crate) fn parse(args: &ParseArgs) -> Result<Status, Failure> {
    let source = if args.file.as_os_str() == "-" {
        Source::Stdin(args.stdin_name.clone())
    } else {
        Source::File(args.file.clone())
    };
    let bytes = source.read()?;
    let name = source.name();
    let input = Input::new(&bytes, name.as_deref());
    let text = catch_unwind(AssertUnwindSafe(|| convert(&input, args)))
        .unwrap_or_else(|_| Err(internal_fault(&source.label())))?;
    let mut output = Output::open(args.output.as_deref(), std::slice::from_ref(&args.file))?;
    output.write(text.as_bytes())?;
    output.finish()?;
    Ok(Status::Clean)
}

fn convert(input: &Input<'_>, args: &ParseArgs) -> Result<String, Failure> {
    let name = input.file_name.unwrap_or("<stdin>");
    let Reading { document, parsed } =
        vitae::parse_resume(input).map_err(|error| Failure::unreadable(name, &error))?;
    Ok(match args.format {
        ParseFormat::Table => {
            let view = terminal::view(args.color, args.output.is_some());
            report::reading(&document, &parsed, input.file_name, &view)
        }
        ParseFormat::JsonResume => vitae::write::to_json_resume(&parsed.resume),
        ParseFormat::Yaml => vitae::write::to_yaml(&parsed.resume),
        ParseFormat::Text => {
            let end =
                if document.text.is_empty() || document.text.ends_with('\n') { "" } else { "\n" };
            document.text + end
        }
    })
}
