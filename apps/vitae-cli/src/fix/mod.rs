//! `vitae fix`: a walk through what could be mended. The engine proposes and proves changes; here they
//! are asked about, line by line, and written.

mod dialogue;
mod undo;
mod walk;

use crate::args::FixArgs;
use crate::check::internal_fault;
use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::output::Output;
use crate::terminal;
use crate::today::today;
use dialogue::Dialogue;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use vitae::session::Session;
use vitae::{Input, Options};
use walk::Walk;

/// Mends one file, or takes the last session back.
pub(crate) fn fix(args: &FixArgs) -> Result<Status, Failure> {
    if args.file.as_os_str() == "-" {
        let failure = Failure::new("standard input is for the answers");
        return Err(failure.help("name a file: `vitae fix cv.md`"));
    }
    if args.undo {
        return undo::restore(&args.file);
    }
    let mut options = Options::new(args.today.unwrap_or_else(today));
    options.level = args.level;
    let view = terminal::view(args.color, false);
    let mut dialogue = Dialogue::new(&view);
    let session = open(&args.file, &options)?;
    let (path, session) = if session.can_edit() {
        if args.output.is_some() {
            let failure = Failure::at(args.file.display(), "this file is edited in place");
            return Err(failure.help("leave --output out; it is for files that cannot be edited"));
        }
        (args.file.clone(), session)
    } else {
        match as_yaml(args, &session, &mut dialogue)? {
            Some(path) => {
                let session = open(&path, &options)?;
                (path, session)
            }
            None => return Ok(Status::Clean),
        }
    };
    Walk::new(path, session, dialogue).run()
}

fn open(path: &Path, options: &Options) -> Result<Session, Failure> {
    let source = Source::File(path.to_owned());
    let bytes = source.read()?;
    let name = path.to_string_lossy();
    let input = Input::new(&bytes, Some(&name));
    let opened = catch_unwind(AssertUnwindSafe(|| Session::open(&input, options.clone())));
    let opened = opened.map_err(|_| internal_fault(&name))?;
    opened.map_err(|error| Failure::unreadable(&name, &error))
}

/// The YAML to go on with, once the person agrees.
fn as_yaml(
    args: &FixArgs,
    session: &Session,
    dialogue: &mut Dialogue<'_>,
) -> Result<Option<PathBuf>, Failure> {
    let path = args.output.clone().unwrap_or_else(|| args.file.with_extension("yaml"));
    let format = session.format().label();
    let shown = path.display();
    dialogue.say(&format!("{format} is not edited in place; the words can go on as YAML, and `vitae parse` shows what was read"));
    if !dialogue.agrees(&format!("write {shown} and go on with it?"))? {
        return Ok(None);
    }
    if path.exists() {
        let failure = Failure::at(shown, "this file is there already");
        return Err(
            failure.help("name another with --output, or mend that one: `vitae fix FILE.yaml`")
        );
    }
    let mut output = Output::open(Some(&path), std::slice::from_ref(&args.file))?;
    output.write(session.to_yaml().as_bytes())?;
    output.finish()?;
    dialogue.say(&format!("wrote {shown}"));
    Ok(Some(path))
}
