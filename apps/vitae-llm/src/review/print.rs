//! A review as text for a terminal, Markdown or JSON. What a model said is shown as words, never as
//! control characters or markup.

use super::finding::{Finding, Kind, Review};
use serde_json::json;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;
use vitae::report::{View, printable};

/// Said on every page.
const CAVEAT: &str = "a model's reading: it is not part of the score, and two runs may differ";

/// For a terminal.
#[must_use]
pub fn text(review: &Review, view: &View) -> String {
    let paint = |code: &str, text: &str| {
        if view.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    };
    let mut out = format!("{}\n", paint("1", &printable(&title(review))));
    out.push_str(&format!("{}\n", paint("2", CAVEAT)));
    for kind in Kind::ALL {
        let findings: Vec<&Finding> = of(review, kind).collect();
        if findings.is_empty() {
            continue;
        }
        out.push_str(&format!("\n{}\n", paint("1", heading(kind))));
        for finding in findings {
            let place = place(finding);
            out.push_str(&format!("  {}\n", paint("2", &format!("{} {place}", finding.code))));
            if let Some(rewrite) = &finding.rewrite {
                out.push_str(&paint("31", &wrapped("    - ", &rewrite.before, view.width)));
                out.push_str(&paint("32", &wrapped("    + ", &rewrite.after, view.width)));
            }
            if let Some(quote) = &finding.quote {
                out.push_str(&wrapped("    ", &format!("`{quote}`"), view.width));
            }
            if !finding.message.is_empty() {
                out.push_str(&wrapped("    ", &finding.message, view.width));
            }
        }
    }
    if review.findings.is_empty() {
        out.push_str("\nnothing that the model said can be shown\n");
    }
    out.push('\n');
    for line in ending(review) {
        out.push_str(&wrapped("", &line, view.width));
    }
    out
}

/// For a page or a pull request.
#[must_use]
pub fn markdown(review: &Review) -> String {
    let mut out = format!("# {}\n\n_{}_\n", escaped(&title(review)), CAVEAT);
    for kind in Kind::ALL {
        let findings: Vec<&Finding> = of(review, kind).collect();
        if findings.is_empty() {
            continue;
        }
        out.push_str(&format!("\n## {}\n\n", heading(kind)));
        for finding in findings {
            out.push_str(&format!("- **{}** {}", finding.code, escaped(&place(finding))));
            if let Some(quote) = &finding.quote {
                out.push_str(&format!("  \n  “{}”", escaped(quote)));
            }
            if let Some(rewrite) = &finding.rewrite {
                out.push_str(&format!("  \n  before: {}", escaped(&rewrite.before)));
                out.push_str(&format!("  \n  after: {}", escaped(&rewrite.after)));
            }
            if !finding.message.is_empty() {
                out.push_str(&format!("  \n  {}", escaped(&finding.message)));
            }
            out.push('\n');
        }
    }
    out.push('\n');
    for line in ending(review) {
        out.push_str(&format!("{}\n\n", escaped(&line)));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// For programs.
#[must_use]
pub fn json(review: &Review) -> String {
    let head = json!({
        "version": 1,
        "scored": false,
        "note": CAVEAT,
        "engine": env!("CARGO_PKG_VERSION"),
        "review": review,
    });
    format!("{head:#}\n")
}

fn of(review: &Review, kind: Kind) -> impl Iterator<Item = &Finding> {
    review.findings.iter().filter(move |finding| finding.kind == kind)
}

fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Strength => "strengths",
        Kind::Doubt => "doubts",
        Kind::Unclear => "unclear",
        Kind::Question => "questions for an interview",
        Kind::Rewrite => "rewrites",
        Kind::Order => "orders to a program",
    }
}

fn title(review: &Review) -> String {
    let file = review.file.as_deref().unwrap_or("a resume");
    let prompts: Vec<String> =
        review.prompts.iter().map(|prompt| format!("{} {}", prompt.name, prompt.version)).collect();
    format!("{file} · read by {} at {} · prompts {}", review.model, review.host, prompts.join(", "))
}

fn place(finding: &Finding) -> String {
    let line = match (finding.page, finding.line) {
        (Some(page), Some(line)) => format!("page {page}, line {line}"),
        (None, Some(line)) => format!("line {line}"),
        _ if finding.pointer.is_some() => finding.pointer.clone().unwrap_or_default(),
        _ => "the whole resume".to_owned(),
    };
    match finding.axis.label() {
        "" => line,
        axis => format!("{line} · {axis}"),
    }
}

/// What was dropped, what could not be asked, what was used.
fn ending(review: &Review) -> Vec<String> {
    let dropped = &review.dropped;
    let mut lines = Vec::new();
    if dropped.rewrites > 0 {
        let (count, of) = (dropped.rewrites, dropped.rewrites_offered);
        let reasons = reasons(&dropped.rewrite_reasons);
        lines.push(format!("dropped {count} of {of} rewrites that the entry does not carry or that say no more: {reasons}"));
    }
    if dropped.remarks > 0 {
        let (count, of) = (dropped.remarks, dropped.remarks_offered);
        let reasons = reasons(&dropped.remark_reasons);
        lines.push(format!("dropped {count} of {of} remarks that the resume does not carry or that judge the person: {reasons}"));
    }
    for unasked in &review.unasked {
        let (what, lines_of, reason) = (unasked.what, unasked.lines, &unasked.reason);
        lines.push(format!(
            "not asked: {what} of {lines_of} lines, since {reason}; {}",
            unasked.help
        ));
    }
    lines.extend(review.notes.iter().map(|note| format!("note: {note}")));
    let spent = &review.spent;
    let asked = if spent.requests == 1 { "request" } else { "requests" };
    let mut used = format!("{} {asked}, {} tokens answered", spent.requests, spent.answer_tokens);
    if review.redacted {
        used.push_str("; name and contact data were not sent");
    }
    lines.push(used);
    lines
}

fn reasons(counts: &BTreeMap<&'static str, u32>) -> String {
    let counts: Vec<String> =
        counts.iter().map(|(what, count)| format!("{count} {what}")).collect();
    counts.join(", ")
}

/// `text` behind `first`, wrapped at words, with later lines indented as far.
fn wrapped(first: &str, text: &str, limit: usize) -> String {
    let indent = " ".repeat(first.width());
    let (mut out, mut line) = (String::new(), first.to_owned());
    for word in printable(text).split_whitespace() {
        if line.width() > first.width() && line.width() + 1 + word.width() > limit {
            out.push_str(line.trim_end());
            out.push('\n');
            line.clone_from(&indent);
        }
        if line.width() > first.width() {
            line.push(' ');
        }
        line.push_str(word);
    }
    out.push_str(line.trim_end());
    out.push('\n');
    out
}

/// With every character that Markdown or HTML would act on escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in printable(text).chars() {
        match ch {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => out.extend(['\\', ch]),
            ch => out.push(ch),
        }
    }
    // An address would become a link by itself.
    out.replace("://", "&#58;//")
}
