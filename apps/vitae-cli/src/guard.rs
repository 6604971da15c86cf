//! `vitae guard`: rewrites of resume entries as lines of JSON, each answered with the claims that its
//! entry does not carry. Answered as they come, so that there may be any number.

use crate::args::{GuardArgs, GuardFormat};
use crate::check::internal_fault;
use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::lines::{Taken, each_line};
use crate::output::{Output, Written};
use crate::terminal;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use vitae::guard::{Entry, Verdict, judge};
use vitae::report::{View, printable};

/// One line of the input.
#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    id: Option<Value>,
    #[serde(alias = "sourceEntry")]
    source_entry: Entry,
    #[serde(default, alias = "otherEntries")]
    other_entries: Vec<Entry>,
    rewrite: String,
}

/// Judges what the arguments name.
pub(crate) fn guard(args: &GuardArgs) -> Result<Status, Failure> {
    let source = if args.file.as_os_str() == "-" {
        Source::Stdin(None)
    } else {
        Source::File(args.file.clone())
    };
    let label = source.label();
    let view = terminal::view(args.color, args.output.is_some());
    let mut output = Output::open(args.output.as_deref(), std::slice::from_ref(&args.file))?;
    let mut invented = false;
    let read = each_line(&label, source.stream()?, |number, line| -> Taken {
        let place = format!("{label}:{number}");
        let question = question(line, &place)?;
        let judged = AssertUnwindSafe(|| {
            judge(&question.source_entry, &question.other_entries, &question.rewrite)
        });
        let verdict = catch_unwind(judged).map_err(|_| internal_fault(&place))?;
        invented |= !verdict.is_ok();
        let shown = match args.format {
            GuardFormat::Jsonl => as_json(&question, &verdict),
            GuardFormat::Text => as_text(number, &question.rewrite, &verdict, &view),
        };
        Ok(match output.write(shown.as_bytes())? {
            Written::Yes => ControlFlow::Continue(()),
            Written::Closed => ControlFlow::Break(()),
        })
    })?;
    output.finish()?;
    Ok(read.max(if invented { Status::Findings } else { Status::Clean }))
}

fn question(line: &str, place: &str) -> Result<Question, Failure> {
    serde_json::from_str(line).map_err(|error| {
        let message = error.to_string();
        let cut = message.rfind(" at line ").unwrap_or(message.len());
        let place = format!("{place}:{}", error.column().max(1));
        Failure::at(place, format!("no rewrite as JSON: {}", &message[..cut])).help(
            r#"a line looks like {"source_entry": {"name": …, "highlights": […]}, "rewrite": "Cut …"}"#,
        )
    })
}

/// `{id, verdict, reasons}`; `id` only where the line has one. Spans are bytes of the rewrite.
fn as_json(question: &Question, verdict: &Verdict) -> String {
    let reasons: Vec<Value> = verdict
        .reasons
        .iter()
        .map(|reason| {
            let span = json!({
                "start": reason.range.start,
                "end": reason.range.end,
                "text": reason.range.of(&question.rewrite),
            });
            json!({"what": reason.what, "span": span, "message": reason.message})
        })
        .collect();
    let mut answer = Map::new();
    if let Some(id) = &question.id {
        answer.insert("id".to_owned(), id.clone());
    }
    answer.insert("verdict".to_owned(), if verdict.is_ok() { "ok" } else { "invented" }.into());
    answer.insert("reasons".to_owned(), reasons.into());
    format!("{}\n", Value::Object(answer))
}

/// The rewrite with what is not carried underlined, and why.
fn as_text(number: u64, rewrite: &str, verdict: &Verdict, view: &View) -> String {
    let (red, green, bold, off) = if view.color {
        ("\u{1b}[31m", "\u{1b}[32m", "\u{1b}[1m", "\u{1b}[0m")
    } else {
        ("", "", "", "")
    };
    let (color, word) = if verdict.is_ok() { (green, "ok") } else { (red, "invented") };
    let mut shown = format!("{number:>4}  {color}{word:<8}{off}  {}\n", printable(rewrite));
    if !verdict.is_ok() {
        let _ = writeln!(shown, "{:16}{red}{}{off}", "", underline(rewrite, verdict));
    }
    for reason in &verdict.reasons {
        let message = printable(&reason.message);
        let _ = writeln!(shown, "{:16}{bold}{}{off}: {message}", "", reason.what.name());
    }
    shown
}

/// A line of tildes below the spans; a wide character takes two.
fn underline(rewrite: &str, verdict: &Verdict) -> String {
    let mut line = String::new();
    for (at, ch) in rewrite.char_indices() {
        let under = verdict.reasons.iter().any(|reason| reason.range.std().contains(&at));
        let wide = matches!(ch, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ff60}');
        line.push_str(match (under, wide) {
            (true, true) => "~~",
            (true, false) => "~",
            (false, true) => "  ",
            (false, false) => " ",
        });
    }
    line.truncate(line.trim_end().len());
    line
}
