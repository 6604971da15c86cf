//! What went wrong, as it is told on standard error, and the exit status.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use vitae::CheckError;
use vitae::report::printable;

/// Something that could not be done.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// The file, and its place where one is known.
    pub(crate) place: Option<String>,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) help: Option<String>,
}

impl Failure {
    /// About no file.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { place: None, message: message.into(), help: None }
    }

    /// About a file or a place in it.
    pub(crate) fn at(place: impl Display, message: impl Into<String>) -> Self {
        Self { place: Some(place.to_string()), ..Self::new(message) }
    }

    /// With what to do.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// A file that gave no report.
    pub(crate) fn unreadable(name: &str, error: &CheckError) -> Self {
        let place = match error.place {
            Some((line, column)) => format!("{name}:{line}:{column}"),
            None => name.to_owned(),
        };
        Self::at(place, &error.message).help(&error.help)
    }

    /// An error of the system, in our words where there are some.
    pub(crate) fn io(name: impl Display, what: &str, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let reason = match error.kind() {
            ErrorKind::NotFound => "there is no such file or folder".to_owned(),
            ErrorKind::PermissionDenied => "permission denied".to_owned(),
            _ => error.to_string(),
        };
        Self::at(name, format!("{what}: {reason}"))
    }

    /// Prints it to standard error.
    pub(crate) fn print(&self) {
        let mut err = std::io::stderr().lock();
        let color = err.is_terminal() && crate::terminal::color_wanted();
        let (red, bold, off) =
            if color { ("\u{1b}[1;31m", "\u{1b}[1m", "\u{1b}[0m") } else { ("", "", "") };
        let place = self.place.as_ref().map_or(String::new(), |at| format!("{}: ", printable(at)));
        // Nothing can be done about a standard error that is closed.
        let _ = writeln!(err, "{red}error{off}: {place}{}", printable(&self.message));
        if let Some(help) = &self.help {
            let _ = writeln!(err, "{bold}help{off}: {}", printable(help));
        }
    }
}

/// How a command ended. Rising.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Nothing to complain about.
    Clean,
    /// Findings at or above the threshold, or too low a score.
    Findings,
    /// Something could not be read or done.
    CouldNotRun,
}

impl Status {
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::CouldNotRun => 2,
        }
    }
}
