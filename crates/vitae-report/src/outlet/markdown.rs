//! Markdown: the report for a pull request or a note. Text of the resume stands in code spans only,
//! so that nothing in it is taken for markup.

use crate::outlet::advice::counted;
use crate::outlet::{count, place, standing};
use crate::report::{Finding, Report};
use crate::terminal::printable;

/// The report as Markdown.
#[must_use]
pub fn markdown(report: &Report, top: Option<usize>) -> String {
    let score = &report.score;
    let mut out = format!("# {}\n\n", text(&place::file(report)));
    match score.total {
        Some(total) => out.push_str(&format!("**{total} of 100**")),
        None => {
            let reason = score.reason.as_deref().unwrap_or("the file could not be read");
            out.push_str(&format!("**No score:** {}", text(reason)));
        }
    }
    let level = report.level.used.name();
    out.push_str(&format!(" · {} · level {level}\n", place::format(report)));
    if !score.groups.is_empty() {
        out.push_str("\n| group | points | of |\n|---|---:|---:|\n");
        for group in &score.groups {
            let (earned, cap) = (group.earned, group.cap);
            out.push_str(&format!("| {} | {earned} | {cap} |\n", group.group.name()));
        }
    }
    if !score.ledger.is_empty() {
        out.push_str(
            "\n## What to fix first\n\n| gain | lost | rule | counted |\n|---:|---:|---|---|\n",
        );
        for line in score.ledger.iter().take(top.unwrap_or(usize::MAX)) {
            let (gain, lost, measure) = (line.gain, line.lost, text(&line.measure));
            let rule = format!("{} {}", line.code, line.name);
            out.push_str(&format!("| +{gain} | {lost} | {rule} | {measure} |\n"));
        }
        out.push_str(&counted_lines(report, top));
    }
    out.push_str(&standing::markdown(report));
    out.push_str(&axes(report));
    out.push_str(&findings(report));
    out
}

/// What to do about the lines that no finding explains.
fn counted_lines(report: &Report, top: Option<usize>) -> String {
    let lines = report.score.ledger.iter().take(top.unwrap_or(usize::MAX));
    let silent = lines
        .filter(|line| !report.findings.iter().any(|finding| finding.code == line.code))
        .filter_map(|line| Some((line, counted(line)?)));
    let items = silent.map(|(line, what)| {
        format!("- {} {} ({}): {}\n", line.code, line.name, text(&line.measure), text(&what))
    });
    let items: String = items.collect();
    if items.is_empty() { items } else { format!("\n{items}") }
}

/// The four axes as a table.
fn axes(report: &Report) -> String {
    if report.axes.is_empty() || report.score.total.is_none() {
        return String::new();
    }
    let mut out = String::from(
        "\n## What the bullets show\n\n| axis | state | figures | bullets | what would fill it |\n|---|---|---|---:|---|\n",
    );
    for axis in &report.axes {
        let (name, state) = (axis.axis.name(), axis.state.name());
        let figures = if axis.numbered { "yes" } else { "no" };
        let ask = axis.ask.as_deref().unwrap_or("");
        let bullets = axis.bullets.iter().filter(|bullet| bullet.proves).count();
        out.push_str(&format!("| {name} | {state} | {figures} | {bullets} | {ask} |\n"));
    }
    out
}

fn findings(report: &Report) -> String {
    let mut out = String::from("\n## Findings\n");
    if report.findings.is_empty() {
        out.push_str("\nNone.\n");
    }
    let mut code = "";
    for finding in &report.findings {
        if finding.code != code {
            code = &finding.code;
            let severity = finding.severity.name();
            out.push_str(&format!("\n### {code} {} ({severity})\n\n", finding.name));
        }
        out.push_str(&item(finding));
    }
    if report.hidden > 0 {
        let hidden = count(report.hidden as usize, "finding");
        out.push_str(&format!("\n{hidden} hidden on request; the score counts every rule.\n"));
    }
    let notes = place::set_aside(report);
    if !notes.is_empty() {
        out.push_str("\n## Set aside\n\n");
    }
    for note in notes {
        out.push_str(&format!("- {}\n", text(&note)));
    }
    out
}

fn item(finding: &Finding) -> String {
    let place = match (finding.page, finding.line) {
        (Some(page), Some(line)) => format!("page {page}, line {line}: "),
        (None, Some(line)) => format!("line {line}: "),
        _ => String::new(),
    };
    let mut out = format!("- {place}{}\n", text(&finding.message));
    if let Some(excerpt) = &finding.excerpt {
        out.push_str(&format!("  > {}\n\n", code_span(excerpt)));
    }
    out.push_str(&format!("  {}\n", text(&finding.help)));
    if let Some(fix) = finding.fix.as_ref().filter(|fix| !fix.slots.is_empty()) {
        let slots: Vec<String> = fix.slots.iter().map(|slot| format!("‹{}›", slot.ask)).collect();
        out.push_str(&format!("  {}: {}\n", text(&fix.title), text(&slots.join(" "))));
    }
    out
}

/// Plain text in Markdown. Code spans of our own messages stay; everything else that could be markup
/// is escaped.
#[must_use]
pub fn text(text: &str) -> String {
    let parts: Vec<String> = printable(text).split('`').map(str::to_owned).collect();
    let balanced = parts.len() % 2 == 1;
    let mut out = String::new();
    for (index, part) in parts.iter().enumerate() {
        if balanced && index % 2 == 1 {
            out.push_str(&format!("`{}`", part.replace('|', "\\|")));
        } else {
            if !balanced && index > 0 {
                out.push_str("\\`");
            }
            out.extend(part.chars().flat_map(escape));
        }
    }
    out
}

fn escape(ch: char) -> impl Iterator<Item = char> {
    let markup = matches!(ch, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~');
    markup.then_some('\\').into_iter().chain([ch])
}

/// Any text as a code span: the fence is longer than any run of backticks in it.
pub(crate) fn code_span(text: &str) -> String {
    let text = printable(text);
    let longest = text.split(|ch| ch != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_resume_is_never_markup() {
        assert_eq!(text("opens with `a|b`, not <b>"), "opens with `a\\|b`, not \\<b\\>");
        assert_eq!(text("one ` tick"), "one \\` tick");
        assert_eq!(code_span("a `` b"), "```a `` b```");
    }
}
