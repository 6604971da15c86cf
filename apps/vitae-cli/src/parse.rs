//! `vitae parse`: what a program understands of a resume, as a table or as data.

use crate::args::{ParseArgs, ParseFormat};
use crate::check::internal_fault;
use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::ocr::{self, Recogniser};
use crate::output::Output;
use crate::terminal;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use vitae::report::Layout;
use vitae::{Input, Reading, report};

/// Reads one resume, prints it, and writes its page.
pub(crate) fn parse(args: &ParseArgs) -> Result<Status, Failure> {
    let source = if args.file.as_os_str() == "-" {
        Source::Stdin(args.stdin_name.clone())
    } else {
        Source::File(args.file.clone())
    };
    let bytes = source.read()?;
    let name = source.name();
    let input = Input::new(&bytes, name.as_deref());
    let ocr = args.ocr.recogniser()?;
    let shown = catch_unwind(AssertUnwindSafe(|| show(&input, args, ocr.as_ref())))
        .unwrap_or_else(|_| Err(internal_fault(&source.label())))?;
    let inputs = std::slice::from_ref(&args.file);
    if let (Some(page), Some(path)) = (&shown.page, &args.view) {
        let mut output = Output::open(Some(path), inputs)?;
        output.write(page.as_bytes())?;
        output.finish()?;
        if path.as_os_str() != "-" {
            let path = report::printable(&path.to_string_lossy());
            // Nothing can be done about a standard error that is closed.
            let _ = writeln!(std::io::stderr(), "wrote {path}: open it in a browser");
        }
    }
    if let Some(text) = &shown.text {
        let mut output = Output::open(args.output.as_deref(), inputs)?;
        output.write(text.as_bytes())?;
        output.finish()?;
    }
    Ok(Status::Clean)
}

/// What goes to standard output or a file, and the page.
struct Shown {
    text: Option<String>,
    page: Option<String>,
}

fn show(input: &Input<'_>, args: &ParseArgs, ocr: Option<&Recogniser>) -> Result<Shown, Failure> {
    let reading = ocr::read(input, ocr)?;
    let page = args
        .view
        .as_ref()
        .map(|_| report::view(&reading.document, &reading.parsed, input.file_name));
    let format = match args.format {
        None if args.view.is_some() && args.output.is_none() => None,
        format => Some(format.unwrap_or(ParseFormat::Table)),
    };
    let text = format.map(|format| convert(&reading, format, input.file_name, args));
    Ok(Shown { text, page })
}

fn convert(reading: &Reading, format: ParseFormat, name: Option<&str>, args: &ParseArgs) -> String {
    let Reading { document, parsed, .. } = reading;
    match format {
        ParseFormat::Table => {
            let view = terminal::view(args.color, args.output.is_some());
            report::reading(document, parsed, name, &view)
        }
        ParseFormat::JsonResume => parsed.to_json_resume(),
        ParseFormat::Yaml => parsed.to_yaml(),
        ParseFormat::Layout => Layout::new(document, name).to_json(),
        ParseFormat::Text => {
            let end =
                if document.text.is_empty() || document.text.ends_with('\n') { "" } else { "\n" };
            format!("{}{end}", document.text)
        }
    }
}
