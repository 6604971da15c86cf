//! `vitae bullets`: the bullets of a resume, or lines that are bullets, taken apart one by one in
//! their order. Lines are read as they come, so that there may be any number of them.

use crate::args::{BulletFormat, BulletInput, BulletsArgs};
use crate::check::internal_fault;
use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::lines::each_line;
use crate::output::{Output, Written};
use crate::terminal;
use crate::today::today;
use std::io::{BufRead, BufReader, Cursor};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use vitae::report::{View, bullet_jsonl, bullet_text};
use vitae::{BulletQuestion, BulletReport, Format, Input, Options, Reading};

/// Takes apart what the arguments name.
pub(crate) fn bullets(args: &BulletsArgs) -> Result<Status, Failure> {
    let source = if args.file.as_os_str() == "-" {
        Source::Stdin(args.stdin_name.clone())
    } else {
        Source::File(args.file.clone())
    };
    let mut options = Options::new(args.today.unwrap_or_else(today));
    options.level = args.level;
    let input = match args.input_format {
        BulletInput::Auto if is_jsonl_name(&args.file) => BulletInput::Jsonl,
        input => input,
    };
    let mut run = Run {
        args,
        options,
        label: source.label(),
        view: terminal::view(args.color, args.output.is_some()),
        output: Output::open(args.output.as_deref(), std::slice::from_ref(&args.file))?,
        closed: false,
        status: Status::Clean,
    };
    match input {
        BulletInput::Lines => run.lines(source.stream()?, false)?,
        BulletInput::Jsonl => run.lines(source.stream()?, true)?,
        BulletInput::Resume => run.resume(&source.read()?, false)?,
        BulletInput::Auto => {
            let bytes = source.read()?;
            if is_jsonl(&bytes) {
                run.lines(Box::new(Cursor::new(bytes)), true)?;
            } else {
                run.resume(&bytes, true)?;
            }
        }
    }
    run.output.finish()?;
    Ok(run.status)
}

fn is_jsonl_name(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| extension == "jsonl" || extension == "ndjson")
}

/// Whether the first line is a bullet as JSON.
fn is_jsonl(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    let line = first.and_then(|line| std::str::from_utf8(line).ok());
    line.is_some_and(|line| BulletQuestion::parse(line).is_ok())
}

/// Whether text that was read has the headings of a resume; without them its lines are bullets.
pub(crate) fn is_resume(reading: &Reading) -> bool {
    let text = matches!(reading.document.format, Format::Text | Format::Markdown);
    !text || reading.parsed.sections.iter().any(|section| !section.heading.is_empty())
}

/// One run: what holds for every bullet, and where it goes.
struct Run<'a> {
    args: &'a BulletsArgs,
    options: Options,
    label: String,
    view: View,
    output: Output,
    closed: bool,
    status: Status,
}

impl Run<'_> {
    /// The bullets of a resume; where `lines_too`, a text without headings is taken as lines.
    fn resume(&mut self, bytes: &[u8], lines_too: bool) -> Result<(), Failure> {
        let name = match &self.args.stdin_name {
            Some(name) => Some(name.clone()),
            None => Some(self.label.clone()).filter(|_| self.args.file.as_os_str() != "-"),
        };
        let input = Input::new(bytes, name.as_deref());
        let options = &self.options;
        let read = catch_unwind(AssertUnwindSafe(|| {
            let reading = vitae::parse_resume(&input)?;
            let bullets =
                (!lines_too || is_resume(&reading)).then(|| vitae::bullets(&reading, options));
            Ok(bullets)
        }));
        let read = read.map_err(|_| internal_fault(&self.label))?;
        let bullets = read.map_err(|error| Failure::unreadable(&self.label, &error))?;
        let Some(bullets) = bullets else {
            return self.lines(Box::new(Cursor::new(bytes.to_vec())), false);
        };
        if bullets.is_empty() {
            let failure = Failure::at(&self.label, "no bullet found in this resume");
            return Err(failure.help(
                "`--input-format lines` takes each line as a bullet; `vitae parse` shows what was understood",
            ));
        }
        bullets.iter().try_for_each(|bullet| self.print(bullet))
    }

    /// Each line that is not empty: a bullet, or one as JSON.
    fn lines(&mut self, from: Box<dyn BufRead>, json: bool) -> Result<(), Failure> {
        let label = self.label.clone();
        let status = each_line(&label, from, |number, line| {
            let bullet = self.line(line, number, json)?;
            self.print(&bullet)?;
            Ok(if self.closed { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })?;
        self.status = self.status.max(status);
        Ok(())
    }

    /// What one line says.
    fn line(&self, line: &str, number: u64, json: bool) -> Result<BulletReport, Failure> {
        let label = &self.label;
        let question = if json {
            BulletQuestion::parse(line).map_err(|(message, column)| {
                Failure::at(format!("{label}:{number}:{column}"), format!("no bullet as JSON: {message}"))
                    .help(r#"a line looks like {"text": "Cut …", "level": "mid", "role": "Backend Engineer"}"#)
            })?
        } else {
            BulletQuestion { text: line.trim().to_owned(), level: None, role: None }
        };
        let report = catch_unwind(AssertUnwindSafe(|| vitae::bullet(&question, &self.options)));
        report.map_err(|_| internal_fault(&format!("{label}:{number}")))
    }

    fn print(&mut self, bullet: &BulletReport) -> Result<(), Failure> {
        if self.closed {
            return Ok(());
        }
        let shown = match self.args.format {
            BulletFormat::Text => bullet_text(bullet, &self.view),
            BulletFormat::Jsonl => bullet_jsonl(bullet),
        };
        self.closed = self.output.write(shown.as_bytes())? == Written::Closed;
        Ok(())
    }
}

impl Source {
    /// Its bytes as they come, for what is read line by line.
    pub(crate) fn stream(&self) -> Result<Box<dyn BufRead>, Failure> {
        match self {
            Self::Stdin(_) => Ok(Box::new(BufReader::new(std::io::stdin()))),
            Self::File(path) => {
                // Looks before it opens, since opening a pipe would wait.
                crate::inputs::check_regular(path)?;
                let file = std::fs::File::open(path);
                let file =
                    file.map_err(|error| Failure::io(path.display(), "cannot read it", &error))?;
                Ok(Box::new(BufReader::new(file)))
            }
        }
    }
}
