//! `vitae checklist` and `vitae interview`: one resume held against the guide of a role. Files and the
//! clock come in; a sheet goes to the output.

use crate::args::{ChecklistArgs, GuideFormat, InterviewArgs, SheetArgs};
use crate::check::internal_fault;
use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::ocr::{self, Recogniser};
use crate::output::Output;
use crate::today::today;
use crate::{packs, role, terminal};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use vitae::guide::{
    self, Ad, Guide, Guides, Held, Kind, Sheet, USUAL_QUESTIONS, sheet_html, sheet_json,
    sheet_markdown, sheet_text,
};
use vitae::{Input, Options, read_document};

/// Prints the checklist of a role, ticked.
pub(crate) fn checklist(args: &ChecklistArgs) -> Result<Status, Failure> {
    let (text, open) = with(&args.sheet, |held| {
        let list = held.checklist();
        let text = written(&args.sheet, &Sheet::from(&list), || sheet_json(&list));
        (text, list.sums.open > 0)
    })?;
    write(&args.sheet, &text)?;
    Ok(if open { Status::Findings } else { Status::Clean })
}

/// Prints the questions that a resume invites, or what it brings to a talk about terms.
pub(crate) fn interview(args: &InterviewArgs) -> Result<Status, Failure> {
    let most = if args.all { usize::MAX } else { USUAL_QUESTIONS };
    let (text, unreadable) = with(&args.sheet, |held| {
        if args.negotiation {
            let terms = held.negotiation();
            let text = written(&args.sheet, &Sheet::from(&terms), || sheet_json(&terms));
            (text, terms.unreadable.is_some())
        } else {
            let questions = held.interview(most);
            let text = written(&args.sheet, &Sheet::from(&questions), || sheet_json(&questions));
            (text, questions.unreadable.is_some())
        }
    })?;
    write(&args.sheet, &text)?;
    Ok(if unreadable { Status::CouldNotRun } else { Status::Clean })
}

/// Reads the resume, the guide and the ad, and makes something of them.
fn with<T>(args: &SheetArgs, make: impl FnOnce(&Held<'_>) -> T) -> Result<T, Failure> {
    let own;
    let guides = match args.pack.as_slice() {
        [] => Guides::builtin(),
        folders => {
            own = packs::guides(folders)?;
            &own
        }
    };
    let role: &Guide = role::named(guides, Kind::Role, &args.role)?;
    let ad = args.job.as_deref().map(ad).transpose()?;
    let source = if args.file.as_os_str() == "-" {
        Source::Stdin(args.stdin_name.clone())
    } else {
        Source::File(args.file.clone())
    };
    let bytes = source.read()?;
    let name = source.name();
    let ocr = args.ocr.then(|| Recogniser::new(&args.ocr_lang)).transpose()?;
    let mut options = Options::new(args.today.unwrap_or_else(today));
    options.level = args.level;
    catch_unwind(AssertUnwindSafe(|| {
        let input = Input::new(&bytes, name.as_deref());
        let reading = ocr::read(&input, ocr.as_ref())?;
        let file_name = name.as_deref();
        Ok(make(&Held { reading: &reading, file_name, options: &options, role, ad: ad.as_ref() }))
    }))
    .unwrap_or_else(|_| Err(internal_fault(&source.label())))
}

/// The technologies of a job ad in any format that is read as text.
fn ad(path: &Path) -> Result<Ad, Failure> {
    let source = Source::File(path.to_owned());
    let bytes = source.read()?;
    let name = source.label();
    let read = || {
        let document = read_document(&Input::new(&bytes, Some(&name)));
        let document = document.map_err(|error| Failure::unreadable(&name, &error))?;
        Ok(guide::read_ad(&document.text))
    };
    let ad = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(internal_fault(&name)))?;
    if ad.is_empty() {
        let failure = Failure::at(&name, "this ad names no technology that is known");
        return Err(failure.help("give the ad's own text, or leave out --job"));
    }
    Ok(ad)
}

fn written(args: &SheetArgs, sheet: &Sheet, json: impl FnOnce() -> String) -> String {
    match args.format {
        GuideFormat::Text => sheet_text(sheet, &terminal::view(args.color, args.output.is_some())),
        GuideFormat::Markdown => sheet_markdown(sheet),
        GuideFormat::Html => sheet_html(sheet),
        GuideFormat::Json => json(),
    }
}

fn write(args: &SheetArgs, text: &str) -> Result<(), Failure> {
    let inputs: Vec<_> = std::iter::once(&args.file).chain(&args.job).cloned().collect();
    let mut output = Output::open(args.output.as_deref(), &inputs)?;
    output.write(text.as_bytes())?;
    output.finish()
}
