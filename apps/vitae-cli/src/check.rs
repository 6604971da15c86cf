//! `vitae check`: files to reports, in the order in which they were named.

use crate::args::{CheckArgs, ReportFormat};
use crate::failure::{Failure, Status};
use crate::fixing::{Fixing, diff};
use crate::inputs::{Source, collect};
use crate::known::Known;
use crate::ocr::{self, Recogniser};
use crate::ordered::ordered;
use crate::output::Output;
use crate::printer::{Done, Printer};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::terminal;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use vitae::report::{self, View};
use vitae::{Input, Report};

/// Checks everything that the arguments name.
pub(crate) fn check(args: &CheckArgs) -> Result<Status, Failure> {
    refuse_glance(args)?;
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
    let ocr = args.ocr.recogniser()?;
    let known = Known::new(args)?;
    let run = Run {
        settings: &settings,
        format: args.format,
        view: &view,
        quiet: output.is_none(),
        ocr: ocr.as_ref(),
        fixing: Fixing::new(args),
        known: &known,
        several: inputs.several,
        anonymise: args.anonymise,
        glance: args.glance,
    };
    let mut printer = Printer::new(run.shape(), output, inputs.several, args.quiet);
    let mut progress = Progress::new(inputs.items.len(), args.quiet);
    let items: Vec<(usize, Result<Source, Failure>)> = (1..).zip(inputs.items).collect();
    let mut today = BTreeMap::new();
    ordered(
        &items,
        |(number, item)| {
            item.as_ref().map_err(Clone::clone).and_then(|source| run.one(source, *number))
        },
        |mut result| {
            progress.step();
            if let Ok(done) = &mut result {
                today.extend(done.known.take());
            }
            progress.suspend(|| printer.take(result))
        },
    );
    drop(progress);
    if let Some(used) = printer.used_waivers() {
        printer.tell(&settings.unused_waivers(used));
    }
    let written = known.baseline.clone().filter(|_| known.write && !today.is_empty());
    if let Some(baseline) = written {
        printer.tell(&[baseline.write(today)?]);
    }
    printer.finish()
}

/// A first glance has no rows, annotations or pages.
fn refuse_glance(args: &CheckArgs) -> Result<(), Failure> {
    use ReportFormat::{Full, Json, Jsonl, Markdown};
    if !args.glance || matches!(args.format, Full | Json | Jsonl | Markdown) {
        return Ok(());
    }
    let failure = Failure::at("--glance", "is not printed in this format");
    Err(failure.help("use -f full, json, jsonl or markdown"))
}

/// How the outputs of several files are put together.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Shape {
    /// The format of reports; none for diffs, which stand one after the other.
    pub(crate) format: Option<ReportFormat>,
    /// Whether the end of a run has colour.
    pub(crate) color: bool,
}

/// What holds for every file.
struct Run<'a> {
    settings: &'a Settings,
    format: ReportFormat,
    view: &'a View,
    quiet: bool,
    ocr: Option<&'a Recogniser>,
    fixing: Option<Fixing>,
    known: &'a Known,
    /// There may be several files.
    several: bool,
    anonymise: bool,
    /// Only what a first glance finds.
    glance: bool,
}

impl Run<'_> {
    /// How the outputs of several files are put together.
    fn shape(&self) -> Shape {
        match self.fixing {
            Some(fixing) if fixing.diff => Shape { format: None, color: self.view.color },
            _ => Shape { format: Some(self.format), color: self.view.color },
        }
    }

    /// Checks one file. A fault of ours becomes an error of this file, and the others go on.
    fn one(&self, source: &Source, number: usize) -> Result<Done, Failure> {
        let bytes = source.read()?;
        let name = source.name();
        let input = Input::new(&bytes, name.as_deref());
        let result = match self.fixing {
            Some(fixing) => self.guarded(source, || self.mend(source, &input, fixing, number)),
            None => self.guarded(source, || self.judge(source, &input, number)),
        };
        result
            .map_err(|failure| Failure { place: failure.place.or(Some(source.label())), ..failure })
    }

    fn guarded(
        &self,
        source: &Source,
        work: impl FnOnce() -> Result<Done, Failure>,
    ) -> Result<Done, Failure> {
        catch_unwind(AssertUnwindSafe(work))
            .unwrap_or_else(|_| Err(internal_fault(&source.label())))
    }

    /// Applies fixes, and reports what is left; of standard input the mended text is the output.
    fn mend(
        &self,
        source: &Source,
        input: &Input<'_>,
        fixing: Fixing,
        number: usize,
    ) -> Result<Done, Failure> {
        let label = source.label();
        let fixed = match fixing.mend(input, self.settings) {
            Ok(fixed) => fixed,
            // A picture may still be read by recognition.
            Err(_) if self.ocr.is_some() => return self.judge(source, input, number),
            Err(error) => return Err(Failure::unreadable(&label, &error)),
        };
        fixing.write(source, input.bytes, &fixed)?;
        let mut done = self.judge(source, &Input { bytes: &fixed.bytes, ..*input }, number)?;
        done.notes.splice(0..0, fixing.notes(&label, &fixed, &done.report));
        if fixing.diff {
            let changed = fixed.bytes != input.bytes;
            done.shown = diff(&label, input.bytes, &fixed.bytes).into_bytes();
            done.status = if changed { Status::Findings } else { Status::Clean };
        } else if matches!(source, Source::Stdin(_)) {
            done.shown = fixed.bytes;
        }
        Ok(done)
    }

    /// Judges one file, the `number`-th of the run.
    fn judge(&self, source: &Source, input: &Input<'_>, number: usize) -> Result<Done, Failure> {
        let reading = ocr::read(input, self.ocr)?;
        let mut report = vitae::judge(reading, input.file_name, &self.settings.options);
        self.settings.select(&mut report);
        let hidden = self.known.hide(&mut report, source, self.settings)?;
        let waivers = self.settings.used_waivers(&report);
        let status = self.settings.status(&report);
        if self.anonymise {
            report.anonymise(number);
        }
        let notes = hidden.settled.into_iter().chain(self.settings.short(&report)).collect();
        let known = hidden.listed;
        if let Some(top) = self.view.top {
            report.keep_top(top);
        }
        let shown = if self.quiet { Vec::new() } else { self.show(&report).into_bytes() };
        Ok(Done { report, shown, status, notes, waivers, known })
    }

    fn show(&self, report: &Report) -> String {
        if self.glance {
            return match self.format {
                ReportFormat::Json | ReportFormat::Jsonl => report::glance_json(report),
                ReportFormat::Markdown => report::glance_markdown(report),
                _ => report::glance(report, self.view),
            };
        }
        match self.format {
            ReportFormat::Full => report::full(report, self.view),
            ReportFormat::Concise => report::concise(report, self.view.color),
            ReportFormat::Json => report::json(report),
            ReportFormat::Jsonl => report::jsonl(report),
            ReportFormat::Markdown => report::markdown(report, self.view.top),
            // Several resumes are one page, at the end.
            ReportFormat::Html if self.several => String::new(),
            ReportFormat::Html => report::html(report),
            ReportFormat::Csv if self.several => report::csv_file(report),
            ReportFormat::Csv => report::csv_findings(report),
            ReportFormat::Sarif => report::sarif(report),
            ReportFormat::Github => report::github(report),
            ReportFormat::Junit => report::junit(report),
        }
    }
}

/// An error for a fault of ours.
pub(crate) fn internal_fault(name: &str) -> Failure {
    Failure::at(name, "internal fault while reading this file; please report it")
        .help("attach the file if you may share it; the other files were checked")
}
