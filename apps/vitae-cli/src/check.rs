//! `vitae check`: files to reports, in the order in which they were named.

use crate::args::{CheckArgs, ReportFormat};
use crate::failure::{Failure, Status};
use crate::inputs::{Source, collect};
use crate::ocr::{self, Recogniser};
use crate::ordered::ordered;
use crate::output::{Output, Written};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::terminal;
use std::io::Write;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use vitae::report::{self, Tally, View};
use vitae::{Input, Report};

/// Checks everything that the arguments name.
pub(crate) fn check(args: &CheckArgs) -> Result<Status, Failure> {
    let settings = Settings::new(args)?;
    let inputs = collect(&args.files, args.stdin_name.as_deref());
    let mut view = terminal::view(args.color, args.output.is_some());
    view.all = args.all;
    view.top = args.top.map(usize::from);
    let output = if args.quiet && args.output.is_none() {
        None
    } else {
        Some(Output::open(args.output.as_deref(), &args.files)?)
    };
    let ocr = args.ocr.then(|| Recogniser::new(&args.ocr_lang)).transpose()?;
    let run = Run {
        settings: &settings,
        format: args.format,
        view: &view,
        quiet: output.is_none(),
        ocr: ocr.as_ref(),
    };
    let mut printer = Printer::new(&run, output, inputs.several);
    let mut progress = Progress::new(inputs.items.len(), args.quiet);
    ordered(
        &inputs.items,
        |item| item.as_ref().map_err(Clone::clone).and_then(|source| run.one(source)),
        |result| {
            progress.step();
            progress.suspend(|| printer.take(result))
        },
    );
    drop(progress);
    printer.finish()
}

/// What holds for every file.
struct Run<'a> {
    settings: &'a Settings,
    format: ReportFormat,
    view: &'a View,
    quiet: bool,
    ocr: Option<&'a Recogniser>,
}

/// What one file came to.
struct Done {
    report: Report,
    shown: String,
    status: Status,
    complaint: Option<String>,
}

impl Run<'_> {
    /// Checks one file. A fault of ours becomes an error of this file, and the others go on.
    fn one(&self, source: &Source) -> Result<Done, Failure> {
        let bytes = source.read()?;
        let name = source.name();
        let input = Input::new(&bytes, name.as_deref());
        catch_unwind(AssertUnwindSafe(|| self.judge(&input)))
            .unwrap_or_else(|_| Err(internal_fault(&source.label())))
            .map_err(|failure| Failure { place: failure.place.or(Some(source.label())), ..failure })
    }

    fn judge(&self, input: &Input<'_>) -> Result<Done, Failure> {
        let reading = ocr::read(input, self.ocr)?;
        let mut report = vitae::judge(reading, input.file_name, &self.settings.options);
        report.retain_findings(|finding| self.settings.selection.shows(finding));
        let status = self.settings.status(&report);
        let complaint = self.settings.short(&report);
        if let Some(top) = self.view.top {
            report.keep_top(top);
        }
        let shown = if self.quiet { String::new() } else { self.show(&report) };
        Ok(Done { report, shown, status, complaint })
    }

    fn show(&self, report: &Report) -> String {
        match self.format {
            ReportFormat::Full => report::full(report, self.view),
            ReportFormat::Concise => report::concise(report, self.view.color),
            ReportFormat::Json => report::json(report),
            ReportFormat::Jsonl => report::jsonl(report),
            ReportFormat::Markdown => report::markdown(report, self.view.top),
        }
    }
}

/// An error for a fault of ours.
pub(crate) fn internal_fault(name: &str) -> Failure {
    Failure::at(name, "internal fault while reading this file; please report it")
        .help("attach the file if you may share it; the other files were checked")
}

/// Prints results one after the other and remembers how it went.
struct Printer<'a> {
    run: &'a Run<'a>,
    output: Option<Output>,
    several: bool,
    printed: usize,
    tally: Tally,
    status: Status,
    failure: Option<Failure>,
    closed: bool,
}

impl<'a> Printer<'a> {
    fn new(run: &'a Run<'a>, output: Option<Output>, several: bool) -> Self {
        Self {
            run,
            output,
            several,
            printed: 0,
            tally: Tally::default(),
            status: Status::Clean,
            failure: None,
            closed: false,
        }
    }

    /// Prints one result; breaks when there is nobody left to print for.
    fn take(&mut self, result: Result<Done, Failure>) -> ControlFlow<()> {
        let done = match result {
            Ok(done) => done,
            Err(failure) => {
                failure.print();
                self.tally.fail();
                self.status = Status::CouldNotRun;
                return ControlFlow::Continue(());
            }
        };
        self.status = self.status.max(done.status);
        self.tally.add(&done.report);
        self.write(self.before());
        self.printed += 1;
        self.write(&done.shown);
        if let Some(complaint) = &done.complaint {
            // Nothing can be done about a standard error that is closed.
            let _ = writeln!(std::io::stderr(), "score too low: {}", report::printable(complaint));
        }
        if self.closed || self.failure.is_some() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// What stands between two results.
    fn before(&self) -> &'static str {
        match (self.run.format, self.several, self.printed) {
            (ReportFormat::Json, true, 0) => "[\n",
            (ReportFormat::Json, true, _) => ",\n",
            (ReportFormat::Full | ReportFormat::Markdown, _, 1..) => "\n",
            _ => "",
        }
    }

    fn write(&mut self, text: &str) {
        let Some(output) = &mut self.output else { return };
        if text.is_empty() || self.closed || self.failure.is_some() {
            return;
        }
        match output.write(text.as_bytes()) {
            Ok(written) => self.closed = written == Written::Closed,
            Err(failure) => self.failure = Some(failure),
        }
    }

    /// Ends the output and says how everything went.
    fn finish(mut self) -> Result<Status, Failure> {
        match (self.run.format, self.several) {
            (ReportFormat::Json, true) => {
                let end = if self.printed == 0 { "[]\n" } else { "]\n" };
                self.write(end);
            }
            (ReportFormat::Full, true) if self.tally.len() > 1 => {
                let summary = report::summary(&self.tally, self.run.view.color);
                let line = if self.printed > 0 { "\n" } else { "" };
                self.write(&format!("{line}{summary}"));
            }
            _ => {}
        }
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        // Without a single report the old file is worth more than an empty one.
        if self.printed > 0
            && let Some(output) = self.output
        {
            output.finish()?;
        }
        Ok(self.status)
    }
}
