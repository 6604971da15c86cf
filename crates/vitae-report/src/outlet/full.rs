//! The face of the product: score, what to fix first, then each finding under the resume's own line.

use crate::level::LevelSource;
use crate::outlet::snippet::{Snippet, diff};
use crate::outlet::{View, count, ledger, place, standing};
use crate::report::{Finding, Report};
use crate::terminal::{Paint, width, wrap};
use vitae_lint::{Applicability, Severity};

/// The findings of one rule that are shown in detail unless all are asked for.
const DETAILED: usize = 3;

/// The report for a person at a terminal.
#[must_use]
pub fn full(report: &Report, view: &View) -> String {
    let paint = Paint { on: view.color };
    let mut out = header(report, paint);
    out.push('\n');
    out.push_str(&ledger::score(report, paint, view.width));
    out.push('\n');
    // The most valuable fix comes before what is only good to know.
    let to_do = ledger::to_do(report, view, paint);
    let axes = ledger::axes(report, paint, view.width);
    let standing = standing::terminal(report, paint, view.width);
    for block in [to_do, standing, axes].iter().filter(|block| !block.is_empty()) {
        out.push_str(block);
        out.push('\n');
    }
    for group in by_rule(&report.findings) {
        out.push_str(&rule(report, group, view, paint));
        out.push('\n');
    }
    out.push_str(&footer(report, paint, view.width));
    out
}

fn header(report: &Report, paint: Paint) -> String {
    let level = report.level.used.name();
    let said = match report.level.source {
        LevelSource::Option => "as asked",
        LevelSource::Title => "as the current title says",
        LevelSource::Default => "no level in the title; --level sets one",
    };
    let file = paint.bold(&place::file(report));
    let format = place::format(report);
    format!("{file}\n{}\n", paint.dim(&format!("{format} · judged for level {level} ({said})")))
}

/// Findings of one rule together, in the order in which the rules first come up.
fn by_rule(findings: &[Finding]) -> Vec<Vec<&Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|group| group[0].code == finding.code) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

fn rule(report: &Report, findings: Vec<&Finding>, view: &View, paint: Paint) -> String {
    let first = findings[0];
    let mut out = title(report, first, findings.len(), view, paint);
    let detailed = if view.all { findings.len() } else { DETAILED };
    for (index, finding) in findings.iter().take(detailed).enumerate() {
        let told = index > 0 && findings[index - 1].help == finding.help;
        if index > 0 {
            out.push('\n');
        }
        out.push_str(&detail(report, finding, !told, view, paint));
    }
    if findings.len() > detailed {
        out.push_str(&more(&findings[detailed..], view.width, paint));
    }
    out
}

/// `EXP002 duty-opener · warning · 3 findings · +4.5 points ──────`.
fn title(report: &Report, first: &Finding, number: usize, view: &View, paint: Paint) -> String {
    let gain = report.gain(&first.code);
    let mut facts = vec![first.severity.name().to_owned()];
    if number > 1 {
        facts.push(count(number, "finding"));
    }
    if gain.0 > 0 {
        facts.push(format!("+{gain} points"));
    }
    let facts = facts.join(" · ");
    let plain = format!("{} {} · {facts} ", first.code, first.name);
    let rest = view.width.saturating_sub(width(&plain));
    let head = paint.severity(first.severity, &format!("{} {}", first.code, first.name));
    format!("{head} · {facts} {}\n", paint.dim(&"─".repeat(rest)))
}

fn detail(report: &Report, finding: &Finding, tell: bool, view: &View, paint: Paint) -> String {
    let mut out = wrap("  ", &finding.message, view.width);
    if paint.on {
        out = paint.bold(out.trim_end_matches('\n')) + "\n";
    }
    let text = &report.document.text;
    let mut indent = "  ".to_owned();
    if let (Some(range), Some(line)) = (finding.range, finding.line) {
        let severity = finding.severity;
        let snippet = Snippet { text, range, line, severity, width: view.width - 1 };
        indent = " ".repeat(snippet.gutter() + 1);
        if let Some(arrow) = place::arrow(report, finding) {
            let gutter = " ".repeat(snippet.gutter());
            out.push_str(&format!("{gutter}{} {arrow}\n", paint.dim("-->")));
        }
        out.push_str(&snippet.show(paint));
    }
    let said_by_fix = finding.fix.as_ref().is_some_and(|fix| fix.title == finding.help);
    if tell && !said_by_fix {
        out.push_str(&wrap(&format!("{indent}= help: "), &finding.help, view.width));
    }
    out.push_str(&fix(text, finding, &indent, tell, view, paint));
    out
}

/// A fix as a question, or as the line before and after.
fn fix(
    text: &str,
    finding: &Finding,
    indent: &str,
    tell: bool,
    view: &View,
    paint: Paint,
) -> String {
    let Some(fix) = &finding.fix else { return String::new() };
    let mut out = String::new();
    if !fix.slots.is_empty() && tell {
        let slots: Vec<String> = fix.slots.iter().map(|slot| format!("‹{}›", slot.ask)).collect();
        let ask = format!("{}: {}", fix.title, slots.join(" "));
        out.push_str(&paint_lines(&wrap(&format!("{indent}= ask:  "), &ask, view.width), paint));
    } else if fix.slots.is_empty() && (tell || !fix.edits.is_empty()) {
        let grade = match fix.applicability {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "changes what is said",
            Applicability::Display => "by hand",
        };
        let title = format!("{} ({grade})", fix.title);
        out.push_str(&wrap(&format!("{indent}= fix:  "), &title, view.width));
    }
    for edit in fix.edits.iter().take(DETAILED) {
        let limit = view.width.saturating_sub(indent.len() + 2);
        let (old, new) = diff(text, edit.range, &edit.replacement, limit);
        out.push_str(&format!("{indent}{}\n", paint.removed(&format!("- {old}"))));
        out.push_str(&format!("{indent}{}\n", paint.good(&format!("+ {new}"))));
    }
    if fix.edits.len() > DETAILED {
        let more = format!("{indent}  and {} more edits\n", fix.edits.len() - DETAILED);
        out.push_str(&paint.dim(&more));
    }
    out
}

fn paint_lines(text: &str, paint: Paint) -> String {
    if paint.on { paint.ask(text.trim_end_matches('\n')) + "\n" } else { text.to_owned() }
}

/// `and 4 more: lines 12, 15, 31, 40`.
fn more(rest: &[&Finding], width: usize, paint: Paint) -> String {
    let mut lines: Vec<u32> = rest.iter().filter_map(|finding| finding.line).collect();
    lines.sort_unstable();
    lines.dedup();
    let lines = lines.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    let text = match lines.is_empty() {
        true => format!("and {} more (--all)", rest.len()),
        false => format!("and {} more: lines {lines} (--all)", rest.len()),
    };
    paint.dim(wrap("  ", &text, width).trim_end_matches('\n')) + "\n"
}

/// The sum of it, where a long report leaves the eye.
fn footer(report: &Report, paint: Paint, width: usize) -> String {
    let number = |severity: Severity, one: &str| {
        let number = report.findings.iter().filter(|finding| finding.severity == severity).count();
        (number > 0).then(|| count(number, one))
    };
    let mut facts: Vec<String> =
        report.score.total.iter().map(|total| format!("{total} of 100")).collect();
    facts.extend(number(Severity::Error, "error"));
    facts.extend(number(Severity::Warning, "warning"));
    facts.extend(number(Severity::Info, "note"));
    if report.findings.is_empty() {
        facts.push("no findings".to_owned());
    }
    let mut out = paint.bold(&facts.join(" · ")) + "\n";
    if report.hidden > 0 {
        let hidden = count(report.hidden as usize, "finding");
        let note = format!("{hidden} hidden on request; the score counts every rule");
        out.push_str(&wrap("", &note, width));
    }
    for note in place::set_aside(report) {
        out.push_str(&wrap("", &note, width));
    }
    if let Some(best) = report.score.ledger.first() {
        let next = format!(
            "fix first: {}, +{} points (`vitae rule {}` says why)",
            best.name, best.gain, best.code
        );
        out.push_str(&wrap("", &next, width));
    }
    out
}
