//! Results of files to the output, one after the other, with what stands between and after them; notes
//! go to standard error.

use crate::args::ReportFormat;
use crate::baseline::Entries;
use crate::check::Shape;
use crate::failure::{Failure, Status};
use crate::output::{Output, Written};
use std::collections::BTreeSet;
use std::io::Write;
use std::ops::ControlFlow;
use vitae::Report;
use vitae::report::{self, Tally};

/// What one file came to.
pub(crate) struct Done {
    pub(crate) report: Report,
    /// What goes to the output.
    pub(crate) shown: Vec<u8>,
    pub(crate) status: Status,
    /// What goes to standard error.
    pub(crate) notes: Vec<String>,
    /// Waivers of the settings that it used, by index.
    pub(crate) waivers: Vec<usize>,
    /// Its name in a baseline that is written, and its findings there.
    pub(crate) known: Option<(String, Entries)>,
}

/// Prints results one after the other and remembers how it went.
pub(crate) struct Printer {
    shape: Shape,
    quiet: bool,
    output: Option<Output>,
    several: bool,
    begun: bool,
    /// Results that were printed; some print nothing.
    printed: usize,
    judged: usize,
    tally: Tally,
    status: Status,
    failure: Option<Failure>,
    closed: bool,
    waivers: BTreeSet<usize>,
}

impl Printer {
    pub(crate) fn new(shape: Shape, output: Option<Output>, several: bool, quiet: bool) -> Self {
        Self {
            shape,
            quiet,
            output,
            several,
            begun: false,
            printed: 0,
            judged: 0,
            tally: Tally::default(),
            status: Status::Clean,
            failure: None,
            closed: false,
            waivers: BTreeSet::new(),
        }
    }

    /// Prints one result; breaks when there is nobody left to print for.
    pub(crate) fn take(&mut self, result: Result<Done, Failure>) -> ControlFlow<()> {
        let done = match result {
            Ok(done) => done,
            Err(failure) => {
                failure.print();
                let name = failure.place.as_deref().unwrap_or("<stdin>");
                self.begin();
                match self.shape.format {
                    Some(ReportFormat::Junit) => {
                        self.write(report::junit_failure(name, &failure.message).as_bytes());
                    }
                    Some(ReportFormat::Csv) if self.several => {
                        self.write(report::csv_failure(name, &failure.message).as_bytes());
                    }
                    _ => {}
                }
                self.tally.fail();
                self.status = Status::CouldNotRun;
                return ControlFlow::Continue(());
            }
        };
        self.status = self.status.max(done.status);
        self.tally.add(&done.report);
        self.waivers.extend(&done.waivers);
        self.begin();
        if !done.shown.is_empty() {
            self.write(self.before().as_bytes());
            self.printed += 1;
            self.write(&done.shown);
        }
        self.judged += 1;
        self.tell(&done.notes);
        if self.closed || self.failure.is_some() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// Notes go to standard error.
    pub(crate) fn tell(&self, notes: &[String]) {
        for note in notes.iter().filter(|_| !self.quiet) {
            // Nothing can be done about a standard error that is closed.
            let _ = writeln!(std::io::stderr(), "{}", report::printable(note));
        }
    }

    /// Waivers of the settings that were used so far; none when a file is missing from the picture.
    pub(crate) fn used_waivers(&self) -> Option<&BTreeSet<usize>> {
        (self.status < Status::CouldNotRun && !self.closed).then_some(&self.waivers)
    }

    /// What stands before all results.
    fn begin(&mut self) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        let begin = match self.shape.format {
            Some(ReportFormat::Json) if self.several => "[\n".to_owned(),
            Some(ReportFormat::Sarif) => report::sarif_begin(),
            Some(ReportFormat::Junit) => report::junit_begin(),
            Some(ReportFormat::Csv) if self.several => report::csv_files_header(),
            Some(ReportFormat::Csv) => report::csv_findings_header(),
            _ => return,
        };
        self.write(begin.as_bytes());
    }

    /// What stands between two results.
    fn before(&self) -> &'static str {
        match (self.shape.format, self.printed) {
            (Some(ReportFormat::Json | ReportFormat::Sarif), 1..) => ",\n",
            (Some(ReportFormat::Full | ReportFormat::Markdown), 1..) => "\n",
            _ => "",
        }
    }

    /// What stands after all results.
    fn end(&self) -> String {
        let many = self.several && self.tally.len() > 1;
        let line = if self.printed > 0 { "\n" } else { "" };
        match self.shape.format {
            Some(ReportFormat::Json) if self.several => "]\n".to_owned(),
            Some(ReportFormat::Sarif) => report::sarif_end(),
            Some(ReportFormat::Junit) => report::junit_end(),
            Some(ReportFormat::Html) if self.several => report::html_overview(&self.tally),
            Some(ReportFormat::Full) if many => {
                line.to_owned() + &report::summary(&self.tally, self.shape.color)
            }
            Some(ReportFormat::Markdown) if many => {
                line.to_owned() + &report::markdown_summary(&self.tally)
            }
            _ => String::new(),
        }
    }

    fn write(&mut self, text: &[u8]) {
        let Some(output) = &mut self.output else { return };
        if text.is_empty() || self.closed || self.failure.is_some() {
            return;
        }
        match output.write(text) {
            Ok(written) => self.closed = written == Written::Closed,
            Err(failure) => self.failure = Some(failure),
        }
    }

    /// Ends the output and says how everything went.
    pub(crate) fn finish(mut self) -> Result<Status, Failure> {
        self.begin();
        self.write(self.end().as_bytes());
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        // Without a single report the old file is worth more than an empty one.
        if self.judged > 0
            && let Some(output) = self.output
        {
            output.finish()?;
        }
        Ok(self.status)
    }
}
