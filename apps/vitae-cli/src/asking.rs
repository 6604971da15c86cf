//! How a conversation with a model goes, on standard error: a line that moves on a terminal, else one
//! line for each request.

use indicatif::{ProgressBar, ProgressStyle};
use std::cell::RefCell;
use std::io::{IsTerminal, Write};
use std::time::Duration;
use vitae::report::printable;
use vitae_llm::Watch;

/// Tells how it goes.
pub(crate) struct Asking {
    quiet: bool,
    terminal: bool,
    bar: RefCell<Option<ProgressBar>>,
    what: RefCell<String>,
}

impl Asking {
    pub(crate) fn new(quiet: bool) -> Self {
        Self {
            quiet,
            terminal: std::io::stderr().is_terminal(),
            bar: RefCell::new(None),
            what: RefCell::new(String::new()),
        }
    }

    /// Takes the moving line away.
    pub(crate) fn finish(&self) {
        if let Some(bar) = self.bar.borrow_mut().take() {
            bar.finish_and_clear();
        }
    }

    fn say(&self, line: &str) {
        let line = printable(line);
        let write = || {
            // Nothing can be done about a standard error that is closed.
            let _ = writeln!(std::io::stderr(), "{line}");
        };
        match &*self.bar.borrow() {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Watch for Asking {
    fn asks(&self, number: u32, what: &str) {
        if self.quiet {
            return;
        }
        let line = format!("request {number}: {what}");
        self.what.replace(line.clone());
        if !self.terminal {
            self.say(&line);
            return;
        }
        let mut bar = self.bar.borrow_mut();
        let bar = bar.get_or_insert_with(|| {
            let bar = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}, {elapsed}") {
                bar.set_style(style);
            }
            // The elapsed time moves while the server thinks.
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        bar.set_message(line);
    }

    fn tokens(&self, tokens: u32, _since: Duration) {
        if let Some(bar) = &*self.bar.borrow() {
            bar.set_message(format!("{}, {tokens} tokens", self.what.borrow()));
        }
    }

    fn again(&self, why: &str, wait: Duration) {
        if !self.quiet {
            self.say(&format!("trying again in {:.1} s: {why}", wait.as_secs_f32()));
        }
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.finish();
    }
}
