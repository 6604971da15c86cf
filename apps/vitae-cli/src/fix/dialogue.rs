//! Questions and answers by lines: works at a terminal and with answers from a pipe. Texts in, answers
//! out; the end of the input is the answer `q`.

use crate::failure::Failure;
use std::io::{BufRead, IsTerminal, Write};
use vitae::report::{View, printable};
use vitae::writing::{Paint, wrap};

/// The longest answer.
const MOST_BYTES: u64 = 64 << 10;

/// Where questions go and answers come from.
pub(super) struct Dialogue<'a> {
    pub(super) view: &'a View,
    ended: bool,
}

impl<'a> Dialogue<'a> {
    pub(super) fn new(view: &'a View) -> Self {
        Self { view, ended: false }
    }

    pub(super) fn paint(&self) -> Paint {
        Paint { on: self.view.color }
    }

    /// A line for the person.
    pub(super) fn say(&self, text: &str) {
        self.put(&wrap("", text, self.view.width));
    }

    /// A line behind a label: `  why  …`.
    pub(super) fn tell(&self, label: &str, text: &str) {
        let plain = wrap(&format!("    {label:<4} "), text, self.view.width);
        self.put(&plain.replacen(label, &self.paint().dim(label), 1));
    }

    /// Text as it is.
    pub(super) fn put(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        // Nothing can be done about a standard output that is closed; answers end the walk.
        let _ = out.write_all(text.as_bytes());
        let _ = out.flush();
    }

    /// The answer on the next line, without white space around it; none when there are no more.
    pub(super) fn ask(&mut self, question: &str) -> Result<Option<String>, Failure> {
        if self.ended {
            return Ok(None);
        }
        self.put(&format!("  {} ", self.paint().ask(&printable(question))));
        let mut bytes = Vec::new();
        let stdin = std::io::stdin().lock();
        let read = std::io::Read::take(stdin, MOST_BYTES).read_until(b'\n', &mut bytes);
        let read =
            read.map_err(|error| Failure::io("<stdin>", "cannot read the answer", &error))?;
        if read == 0 {
            self.ended = true;
            self.put("\n");
            return Ok(None);
        }
        let answer = String::from_utf8_lossy(&bytes).trim().to_owned();
        if !std::io::stdin().is_terminal() {
            self.put(&format!("{}\n", printable(&answer)));
        }
        Ok(Some(answer))
    }

    /// Yes or no; the end of the input is no.
    pub(super) fn agrees(&mut self, question: &str) -> Result<bool, Failure> {
        loop {
            let Some(answer) = self.ask(&format!("{question} y/n >"))? else { return Ok(false) };
            match answer.to_lowercase().as_str() {
                "y" | "yes" => return Ok(true),
                "n" | "no" | "s" | "q" => return Ok(false),
                _ => self.say("  y for yes, n for no"),
            }
        }
    }
}
