//! The walk itself: steps come from the engine, answers from the person; each accepted change is
//! proved by the engine, shown with the new score, and written at once.

use super::dialogue::Dialogue;
use super::undo;
use crate::failure::{Failure, Status};
use crate::output::replace;
use std::collections::BTreeSet;
use std::path::PathBuf;
use vitae::report::printable;
use vitae::rewrite::{RewrittenLine, Slot, VersionReport, change_marks};
use vitae::session::{Offer, Session, Step};

/// Answers to one slot that are refused before the step is left.
const TRIES: usize = 5;

/// A session with its file and its history.
pub(super) struct Walk<'a> {
    path: PathBuf,
    session: Session,
    /// The bytes before each change.
    history: Vec<Vec<u8>>,
    first: Vec<u8>,
    dialogue: Dialogue<'a>,
    /// Steps that were seen, by what they say.
    seen: BTreeSet<String>,
    changes: usize,
}

/// What comes after a step.
enum Next {
    Go,
    Quit,
}

impl<'a> Walk<'a> {
    pub(super) fn new(path: PathBuf, session: Session, dialogue: Dialogue<'a>) -> Self {
        let first = session.bytes().to_vec();
        Self {
            path,
            session,
            history: Vec::new(),
            first,
            dialogue,
            seen: BTreeSet::new(),
            changes: 0,
        }
    }

    /// Step after step, until none is left or the person has enough.
    pub(super) fn run(mut self) -> Result<Status, Failure> {
        let steps = self.session.steps();
        let total = steps.len();
        let score = self.session.score().map_or(String::new(), |score| format!(", score {score}"));
        self.dialogue.say(&format!(
            "{}: {total} steps{score}; y yes, n no, o another, e write it yourself, u undo, q quit",
            printable(&self.path.to_string_lossy())
        ));
        while let Some(step) =
            self.session.steps().into_iter().find(|step| !self.seen.contains(&key(step)))
        {
            self.seen.insert(key(&step));
            let next = match &step.offer {
                Offer::Edit { title, safe, .. } => self.edit(&step, title, *safe)?,
                Offer::Rewrite(line) => self.rewrite(&step, line)?,
                Offer::Think(asks) => self.think(&step, asks)?,
            };
            if matches!(next, Next::Quit) {
                break;
            }
        }
        self.close()
    }

    fn close(self) -> Result<Status, Failure> {
        let score = self.session.score().map_or(String::new(), |score| format!("; score {score}"));
        let changes = match self.changes {
            0 => "nothing was changed".to_owned(),
            1 => "1 change was written".to_owned(),
            number => format!("{number} changes were written"),
        };
        self.dialogue.say(&format!("{changes}{score}"));
        if self.changes > 0 {
            let path = printable(&self.path.to_string_lossy());
            self.dialogue.say(&format!(
                "`vitae fix {path} --undo` takes the session back; the old text is kept in {}",
                printable(&undo::place(&self.path).to_string_lossy())
            ));
        }
        Ok(Status::Clean)
    }

    fn head(&self, step: &Step) {
        let number = self.seen.len();
        let line = step.line.map_or(String::new(), |line| format!(":{line}"));
        let gain =
            if step.gain.0 > 0 { format!(", up to {} points", step.gain) } else { String::new() };
        let code = if step.code.is_empty() { String::new() } else { format!("{} ", step.code) };
        let title = format!(
            "[{number}] {}{line} {code}{}",
            printable(&self.path.to_string_lossy()),
            step.name
        );
        self.dialogue.put(&format!("\n{}{gain}\n", self.dialogue.paint().bold(&title)));
        self.dialogue.tell("", &step.message);
    }

    fn edit(&mut self, step: &Step, title: &str, safe: bool) -> Result<Next, Failure> {
        self.head(step);
        if let Some(excerpt) = &step.excerpt {
            self.dialogue.tell("at", excerpt);
        }
        let safe = if safe { "says the same" } else { "may change what is said" };
        self.dialogue.tell("fix", &format!("{title} ({safe})"));
        loop {
            match self.answer("do it? y/n/u/q >")?.as_str() {
                "y" | "yes" => {
                    match self.session.with_edit(step) {
                        Ok(next) => self.accept(next)?,
                        Err(reason) => {
                            self.dialogue.say(&format!("    left as it is, since {reason}"))
                        }
                    }
                    return Ok(Next::Go);
                }
                "n" | "s" | "no" | "skip" | "" => return Ok(Next::Go),
                "u" => self.back()?,
                "q" => return Ok(Next::Quit),
                _ => self
                    .dialogue
                    .say("    y does it, n leaves it, u takes the last change back, q ends"),
            }
        }
    }

    fn think(&mut self, step: &Step, asks: &[String]) -> Result<Next, Failure> {
        self.head(step);
        if let Some(excerpt) = &step.excerpt {
            self.dialogue.tell("at", excerpt);
        }
        self.dialogue.tell("do", &step.help);
        for ask in asks {
            self.dialogue.tell("ask", ask);
        }
        loop {
            match self.answer("yours to write; Enter goes on, u undo, q quit >")?.as_str() {
                "u" => self.back()?,
                "q" => return Ok(Next::Quit),
                _ => return Ok(Next::Go),
            }
        }
    }

    fn rewrite(&mut self, step: &Step, line: &RewrittenLine) -> Result<Next, Failure> {
        self.head(step);
        let mut which = 0;
        self.show(line, which);
        loop {
            let versions = line.versions.len();
            let choices = match versions {
                0 => "no safe rewrite; e to write it yourself, n to leave it, u, q >",
                1 => "use it? y/n/e/u/q >",
                _ => "use it? y/n/o/e/u/q >",
            };
            match self.answer(choices)?.as_str() {
                "y" | "yes" if versions > 0 => {
                    let version = &line.versions[which];
                    let Some(text) = self.fill(version)? else { return Ok(Next::Go) };
                    return self.confirm(line, text);
                }
                "o" if versions > 0 => {
                    which = (which + 1) % versions;
                    self.show(line, which);
                }
                "e" => {
                    let Some(text) = self.dialogue.ask("the whole line >")? else { return Ok(Next::Quit) };
                    if text.is_empty() {
                        continue;
                    }
                    return self.confirm(line, text);
                }
                "n" | "s" | "no" | "skip" | "" => return Ok(Next::Go),
                "u" => self.back()?,
                "q" => return Ok(Next::Quit),
                _ => self.dialogue.say("    y takes it, n leaves it, o shows another, e lets you write it, u takes the last change back, q ends"),
            }
        }
    }

    fn show(&self, line: &RewrittenLine, which: usize) {
        match line.versions.get(which) {
            Some(version) => {
                self.dialogue.put(&change_marks(&line.before, &version.text, self.dialogue.view));
                if let Some(only_if) = &version.only_if {
                    self.dialogue.tell("", only_if);
                }
                for why in &version.why {
                    self.dialogue.tell("why", why);
                }
            }
            None => {
                self.dialogue.tell("at", &line.before);
                for slot in &line.questions {
                    self.dialogue.tell("ask", &slot.ask);
                }
            }
        }
    }

    /// Asks each slot; none when one that the line needs stays open.
    fn fill(&mut self, version: &VersionReport) -> Result<Option<String>, Failure> {
        let mut answers = Vec::new();
        for slot in &version.slots {
            let answer = self.slot(slot)?;
            if answer.is_none() && slot.required {
                self.dialogue.say("    without it the line does not stand; left as it is");
                return Ok(None);
            }
            answers.push(answer);
        }
        Ok(Some(version.version.filled(&answers)))
    }

    fn slot(&mut self, slot: &Slot) -> Result<Option<String>, Failure> {
        self.dialogue.tell("ask", &format!("‹{}› {}", slot.label, slot.ask));
        let hint = if slot.required { "needed" } else { "Enter leaves it out" };
        for _ in 0..TRIES {
            let question = format!("({hint}; such as `{}`) >", slot.example);
            let Some(answer) = self.dialogue.ask(&question)? else { return Ok(None) };
            if answer.is_empty() {
                return Ok(None);
            }
            match slot.accept(&answer) {
                Ok(answer) => return Ok(Some(answer)),
                Err(reason) => self.dialogue.say(&format!("    {reason}")),
            }
        }
        Ok(None)
    }

    /// Shows the finished line, and writes it when it is wanted.
    fn confirm(&mut self, line: &RewrittenLine, text: String) -> Result<Next, Failure> {
        let mut text = text;
        loop {
            self.dialogue.tell("now", &text);
            match self.answer("write it? y/n/e >")?.as_str() {
                "y" | "yes" => {
                    match self.session.with_line(line, &text) {
                        Ok(next) => self.accept(next)?,
                        Err(reason) => {
                            self.dialogue.say(&format!(
                                "    not written, since {reason}; put it there yourself:"
                            ));
                            self.dialogue.tell("", &text);
                        }
                    }
                    return Ok(Next::Go);
                }
                "e" => {
                    let Some(own) = self.dialogue.ask("the whole line >")? else {
                        return Ok(Next::Quit);
                    };
                    if !own.is_empty() {
                        text = own;
                    }
                }
                "n" | "s" | "no" | "skip" | "" => return Ok(Next::Go),
                "q" => return Ok(Next::Quit),
                _ => self
                    .dialogue
                    .say("    y writes it, n leaves the old line, e lets you change it"),
            }
        }
    }

    /// Takes a change on, and writes it.
    fn accept(&mut self, next: Session) -> Result<(), Failure> {
        let score =
            |session: &Session| session.score().map_or("-".to_owned(), |score| score.to_string());
        let old = self.session.bytes().to_vec();
        undo::keep(&self.path, &self.first, next.bytes())?;
        replace(&self.path, &old, next.bytes())?;
        self.dialogue.say(&format!(
            "    written; score {} -> {}",
            score(&self.session),
            score(&next)
        ));
        self.history.push(old);
        self.session = next;
        self.changes += 1;
        Ok(())
    }

    /// Takes the last change of this walk back.
    fn back(&mut self) -> Result<(), Failure> {
        let Some(before) = self.history.pop() else {
            self.dialogue.say("    there is no change to take back");
            return Ok(());
        };
        let now = self.session.bytes().to_vec();
        let session =
            self.session.at(before).map_err(|reason| Failure::at(self.path.display(), reason))?;
        undo::keep(&self.path, &self.first, session.bytes())?;
        replace(&self.path, &now, session.bytes())?;
        self.session = session;
        self.changes -= 1;
        self.dialogue.say("    the last change is taken back");
        Ok(())
    }

    /// The answer in lower case; the end of the input quits.
    fn answer(&mut self, question: &str) -> Result<String, Failure> {
        Ok(self
            .dialogue
            .ask(question)?
            .map_or_else(|| "q".to_owned(), |answer| answer.to_lowercase()))
    }
}

/// What makes a step the same one after other changes.
fn key(step: &Step) -> String {
    let about = match &step.offer {
        Offer::Rewrite(line) => line.pointer.clone(),
        _ => format!("{} {}", step.message, step.excerpt.as_deref().unwrap_or("")),
    };
    format!("{} {about}", step.code)
}
