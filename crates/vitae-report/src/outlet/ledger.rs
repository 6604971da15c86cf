//! The score for people: a bar, the groups, and the ledger as a list of what to fix first.

use crate::Report;
use crate::outlet::advice::advice;
use crate::outlet::{View, count};
use crate::report::{Finding, GroupPoints, LedgerLine};
use crate::terminal::{Paint, cut, pad, width, wrap};
use vitae_lint::evidence::Coverage;

/// The fixes whose help stands in the list; the others have one line each, and their help below.
const EXPLAINED: usize = 5;
/// The lines of the list unless everything is asked for.
const LISTED: usize = 12;

/// The score with its bar and groups.
pub(crate) fn score(report: &Report, paint: Paint, width: usize) -> String {
    let score = &report.score;
    let Some(total) = score.total else {
        let reason = score.reason.as_deref().unwrap_or("the file could not be read well enough");
        return format!("  {}", wrap("no score: ", reason, width.saturating_sub(2)));
    };
    let bar = bar(total.0, 100_000, 30);
    let mut out = format!("  {} of 100  {}\n\n", paint.bold(&total.to_string()), paint.dim(&bar));
    let rows = score.groups.len().div_ceil(2);
    for row in 0..rows {
        let cells = score.groups.iter().skip(row).step_by(rows).map(|group| cell(group, paint));
        let cells: Vec<String> = cells.collect();
        out.push_str(&format!("  {}\n", cells.join("   ").trim_end()));
    }
    out
}

/// The four axes, a line each: how far each is covered, by which lines, and what would fill it.
pub(crate) fn axes(report: &Report, paint: Paint, columns: usize) -> String {
    if report.axes.is_empty() || report.score.total.is_none() {
        return String::new();
    }
    let mut out = format!("{}\n", paint.bold("what the bullets show"));
    for axis in &report.axes {
        let figure = if axis.numbered { "with figures" } else { "without a figure" };
        let state = match axis.state {
            Coverage::Bare => axis.state.name().to_owned(),
            _ => format!("{}, {figure}", axis.state.name()),
        };
        let mut lines: Vec<u32> = axis.bullets.iter().filter_map(|bullet| bullet.line).collect();
        lines.truncate(4);
        lines.sort_unstable();
        let list = lines.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let place = match lines.len() {
            0 => String::new(),
            1 => format!("line {list}"),
            _ => format!("lines {list}"),
        };
        let start = format!("  {:<28} {:<24} ", axis.axis.name(), state);
        out.push_str(format!("{start}{}", paint.dim(&place)).trim_end());
        out.push('\n');
        if let Some(ask) = &axis.ask {
            out.push_str(&wrap("      to fill it: ", ask, columns));
        }
    }
    out
}

/// A group in 36 columns.
fn cell(group: &GroupPoints, paint: Paint) -> String {
    let name = group.group.name();
    if group.cap.0 == 0 {
        return paint.dim(&pad(&format!("{name:<11}  weighs nothing here"), 36));
    }
    let bar = bar(group.earned.0, group.cap.0, 10);
    let text = format!("{name:<11}  {bar} {:>4} of {:<4}", group.earned, group.cap);
    if group.earned == group.cap { paint.dim(&text) } else { text }
}

fn bar(part: u32, whole: u32, cells: u32) -> String {
    let filled = (u64::from(part) * u64::from(cells) / u64::from(whole.max(1))) as usize;
    format!("{}{}", "█".repeat(filled), "░".repeat(cells as usize - filled))
}

/// Ledger lines, most to gain first, each with the fix of its first finding.
pub(crate) fn to_do(report: &Report, view: &View, paint: Paint) -> String {
    let ledger = &report.score.ledger;
    if ledger.is_empty() {
        return String::new();
    }
    let listed = match (view.top, view.all) {
        (Some(top), _) => top,
        (None, true) => ledger.len(),
        (None, false) => LISTED,
    };
    let mut out = format!("{}\n", paint.bold("what to fix first"));
    for (index, line) in ledger.iter().take(listed).enumerate() {
        let findings: Vec<&Finding> =
            report.findings.iter().filter(|finding| finding.code == line.code).collect();
        out.push_str(&entry(line, &findings, paint, view.width));
        // A line without a finding is explained here or nowhere.
        if (index < EXPLAINED || findings.is_empty())
            && let Some(advice) = advice(report, line)
        {
            let indent = " ".repeat(17);
            out.push_str(&wrap(&indent, &advice, view.width));
        }
    }
    if ledger.len() > listed {
        let lost: u32 = ledger[listed..].iter().map(|line| line.lost.0).sum();
        let lost = crate::Points(lost);
        let more = ledger.len() - listed;
        let how = if view.top.is_some() { "without --top" } else { "--all" };
        let text = format!("         and {more} more that cost {lost} points together ({how})\n");
        out.push_str(&paint.dim(&text));
    }
    out
}

/// `  +4.5  EXP002  duty-opener            3 findings: lines 12, 15, 31`.
fn entry(line: &LedgerLine, findings: &[&Finding], paint: Paint, columns: usize) -> String {
    let gain = format!("{:>7}", format!("+{}", line.gain));
    let name = pad(&line.name, 26);
    let places = places(findings);
    // The measure without what it adds on other rules, which the whole ledger says.
    let measure = line.measure.split(';').next().unwrap_or_default();
    let detail = if places.is_empty() { measure.to_owned() } else { places };
    let start = format!("{gain}  {}  {name}", line.code);
    let detail = cut(&detail, columns.saturating_sub(width(&start) + 1));
    let shown = format!("{}  {}  {}", paint.good(&gain), line.code, paint.bold(&name));
    format!("{shown} {}\n", paint.dim(&detail))
}

/// `line 12`, `3 places: lines 12, 15, 31`; empty when nothing has a place.
fn places(findings: &[&Finding]) -> String {
    let mut lines: Vec<u32> = findings.iter().filter_map(|finding| finding.line).collect();
    lines.dedup();
    let list = |lines: &[u32]| lines.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    match lines.len() {
        0 => String::new(),
        1 => format!("line {}", lines[0]),
        2..=4 => format!("lines {}", list(&lines)),
        _ => format!("{}: lines {}, …", count(findings.len(), "place"), list(&lines[..3])),
    }
}
