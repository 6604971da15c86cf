//! A progress bar on standard error: only on a terminal, only when it takes long.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::time::{Duration, Instant};

/// Below this a bar would only flicker.
const PATIENCE: Duration = Duration::from_millis(500);

/// Shows how many of many files are done.
pub(crate) struct Progress {
    files: u64,
    done: u64,
    start: Instant,
    wanted: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn new(files: usize, quiet: bool) -> Self {
        let wanted = files > 1 && !quiet && std::io::stderr().is_terminal();
        Self { files: files as u64, done: 0, start: Instant::now(), wanted, bar: None }
    }

    /// One more file is done.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        if !self.wanted {
            return;
        }
        if self.bar.is_none() && self.start.elapsed() > PATIENCE {
            self.bar = Some(bar(self.files));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }

    /// Runs `write` with the bar out of the way.
    pub(crate) fn suspend<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(files: u64) -> ProgressBar {
    let bar = ProgressBar::new(files);
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {eta} left");
    if let Ok(style) = style {
        bar.set_style(style.progress_chars("█▌░"));
    }
    bar
}
