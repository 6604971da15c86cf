//! `vitae review`: a resume and the address of a model in, a review out. The only verb that opens
//! connections, to the one address that was given, after a person agreed.

use crate::args::{ReviewArgs, ReviewFormat};
use crate::asking::Asking;
use crate::check::internal_fault;
use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::ocr::{self, Recogniser};
use crate::output::Output;
use crate::terminal;
use crate::today::today;
use std::fs::File;
use std::io::{BufRead, IsTerminal, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;
use vitae::report::printable;
use vitae::{Document, Input, Options, Report};
use vitae_llm::{
    AddressError, Budget, Client, Endpoint, Fault, Plan, Review, Sending, Settings, Timeouts,
    block_on,
};

/// No key is longer.
const MOST_OF_KEY: u64 = 16 << 10;

/// Reviews one resume.
pub(crate) fn review(args: &ReviewArgs) -> Result<Status, Failure> {
    let settings = settings(args)?;
    let source = if args.file.as_os_str() == "-" {
        Source::Stdin(args.stdin_name.clone())
    } else {
        Source::File(args.file.clone())
    };
    let label = source.label();
    let bytes = source.read()?;
    let name = source.name();
    let input = Input::new(&bytes, name.as_deref());
    let (report, document) = catch_unwind(AssertUnwindSafe(|| read(&input, args)))
        .unwrap_or_else(|_| Err(internal_fault(&label)))?;
    let options = vitae_llm::Options { redact: args.redact, rewrites: usize::from(args.rewrites) };
    let plan = Plan::new(&report, &document, options);
    if let Some(reason) = &report.score.reason {
        return Err(Failure::at(&label, format!("nothing to review: {reason}")));
    }
    if plan.is_empty() {
        let failure = Failure::at(&label, "nothing to review: no role or project was found in it");
        return Err(failure.help("look at what is understood with `vitae parse`"));
    }
    if args.dry_run {
        let requests = serde_json::Value::Array(plan.requests(&settings));
        return write(args, &format!("{requests:#}\n"));
    }
    // Nobody agrees to what was not shown.
    if !(args.quiet && args.yes) {
        tell(&plan.sending(&settings), args);
    }
    agree(args)?;
    // A place that cannot be written to is told before anything is asked.
    let output = Output::open(args.output.as_deref(), std::slice::from_ref(&args.file))?;
    let watch = Asking::new(args.quiet);
    let mut client = Client::new(settings, &watch).map_err(failure)?;
    let asked = block_on(plan.ask(&mut client));
    watch.finish();
    let review = asked.map_err(failure)?;
    let mut output = output;
    output.write(show(&review, args).as_bytes())?;
    output.finish()?;
    Ok(if review.unasked.is_empty() { Status::Clean } else { Status::CouldNotRun })
}

fn read(input: &Input<'_>, args: &ReviewArgs) -> Result<(Report, Document), Failure> {
    let ocr = args.ocr.then(|| Recogniser::new(&args.ocr_lang)).transpose()?;
    let reading = ocr::read(input, ocr.as_ref())?;
    let document = reading.document.clone();
    let options = Options { level: args.level, ..Options::new(args.today.unwrap_or_else(today)) };
    Ok((vitae::judge(reading, input.file_name, &options), document))
}

fn settings(args: &ReviewArgs) -> Result<Settings, Failure> {
    let endpoint = Endpoint::new(&args.llm).map_err(|error| {
        let help = match error {
            AddressError::Credentials => {
                "set `VITAE_LLM_KEY`, or name a file with `--llm-key-file`"
            }
            _ => "give it as the server documents it, such as `http://localhost:11434/v1`",
        };
        Failure::at("--llm", error.to_string()).help(help)
    })?;
    let seconds = |seconds: u32| Duration::from_secs(u64::from(seconds));
    Ok(Settings {
        endpoint,
        model: args.model.clone(),
        key: key(args.llm_key_file.as_deref())?,
        timeouts: Timeouts { quiet: seconds(args.timeout), ..Timeouts::default() },
        budget: Budget {
            requests: args.max_requests,
            tokens: args.max_tokens,
            time: seconds(args.max_time),
            ..Budget::default()
        },
    })
}

/// The key: of the file that was named, else of the environment.
fn key(file: Option<&Path>) -> Result<Option<String>, Failure> {
    let Some(path) = file else {
        let key = std::env::var("VITAE_LLM_KEY").unwrap_or_default();
        return Ok(Some(key.trim().to_owned()).filter(|key| !key.is_empty()));
    };
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(MOST_OF_KEY).read_to_string(&mut text));
    read.map_err(|error| Failure::io(path.display(), "cannot read the key", &error))?;
    let key = text.trim();
    if key.is_empty() || key.contains(char::is_whitespace) {
        let failure = Failure::at(path.display(), "this is no key: it has to be one word");
        return Err(failure.help("put the key, and nothing else, into the file"));
    }
    Ok(Some(key.to_owned()))
}

/// Shows what goes where.
fn tell(sending: &Sending, args: &ReviewArgs) {
    let place = match (sending.local, sending.open) {
        (true, _) => "this machine",
        (false, true) => "another machine, NOT encrypted on the way",
        (false, false) => "another machine, encrypted on the way",
    };
    let key = if sending.key { ", with your key" } else { "" };
    let requests = if sending.requests == 1 { "request" } else { "requests" };
    let text = format!(
        "to        {} ({place}{key})\nmodel     {}\nsends     {} bytes in {} {requests} (at most {})\n\
         of you    {}\nnot sent  {}\n",
        sending.host,
        args.model,
        sending.bytes,
        sending.requests,
        sending.most_requests,
        sending.fields.join(", "),
        sending.kept.join(", "),
    );
    let mut err = std::io::stderr().lock();
    // Nothing can be done about a standard error that is closed.
    for line in text.lines() {
        let _ = writeln!(err, "{}", printable(line));
    }
    if !args.redact {
        let _ = writeln!(err, "          --redact keeps name and contact data here");
    }
}

/// Asks whether to send.
fn agree(args: &ReviewArgs) -> Result<(), Failure> {
    if args.yes {
        return Ok(());
    }
    let nobody = !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal();
    if nobody || args.file.as_os_str() == "-" {
        let failure = Failure::new("nothing was sent: nobody is there to agree to it");
        return Err(
            failure.help("add `--yes` to send it, or `--dry-run` to see what would be sent")
        );
    }
    let mut err = std::io::stderr().lock();
    let _ = write!(err, "send? [y/N] ");
    let _ = err.flush();
    let mut answer = String::new();
    let read = std::io::stdin().lock().take(64).read_line(&mut answer);
    if read.is_ok() && matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes") {
        return Ok(());
    }
    Err(Failure::new("nothing was sent").help("answer `y` to send it"))
}

fn failure(fault: Fault) -> Failure {
    Failure::at("--llm", fault.to_string()).help(fault.help())
}

fn show(review: &Review, args: &ReviewArgs) -> String {
    match args.format {
        ReviewFormat::Text => {
            vitae_llm::text(review, &terminal::view(args.color, args.output.is_some()))
        }
        ReviewFormat::Markdown => vitae_llm::markdown(review),
        ReviewFormat::Json => vitae_llm::json(review),
    }
}

fn write(args: &ReviewArgs, text: &str) -> Result<Status, Failure> {
    let mut output = Output::open(args.output.as_deref(), std::slice::from_ref(&args.file))?;
    output.write(text.as_bytes())?;
    output.finish()?;
    Ok(Status::Clean)
}
