//! Where a resume stands: the level that its lines show, and what a first glance finds. A report comes
//! in; a block for the terminal, for Markdown and for HTML goes out, and the glance alone.

use crate::level::{Glanced, Spotted};
use crate::outlet::escape::escape;
use crate::outlet::markdown::{code_span, text as escaped};
use crate::outlet::{View, place};
use crate::report::Report;
use crate::terminal::{Paint, cut, pad, printable, width, wrap};
use vitae_facts::Mismatch;

/// Columns of what is quoted from the resume.
const QUOTED: usize = 44;

/// The level and the first glance, for a person at a terminal.
pub(crate) fn terminal(report: &Report, paint: Paint, columns: usize) -> String {
    if report.score.total.is_none() {
        return String::new();
    }
    format!("{}\n{}", level(report, paint, columns), seen(report, paint, columns))
}

/// `vitae check --glance`: what the first glance finds, and nothing else.
#[must_use]
pub fn glance(report: &Report, view: &View) -> String {
    let paint = Paint { on: view.color };
    let file = paint.bold(&place::file(report));
    match &report.score.reason {
        Some(reason) => format!("{file}\n{}", wrap("  ", reason, view.width)),
        None => format!("{file}\n{}", seen(report, paint, view.width)),
    }
}

/// The first glance alone as one line of JSON.
#[must_use]
pub fn glance_json(report: &Report) -> String {
    let whole = serde_json::json!({ "file": report.file.name, "glance": report.glance });
    whole.to_string() + "\n"
}

/// The first glance alone as Markdown.
#[must_use]
pub fn glance_markdown(report: &Report) -> String {
    format!("# {}\n{}", escaped(&place::file(report)), markdown_glance(report))
}

/// `mid by what the lines show · the title claims staff · 9.2 years in software`.
fn verdict(report: &Report) -> String {
    let level = &report.level;
    let Some(evidence) = level.evidence else {
        return "too few lines tell of work to judge a level".to_owned();
    };
    let mut facts = vec![format!("{} by what the lines show", evidence.name())];
    facts.push(match (level.claimed, level.mismatch) {
        (None, _) => "the title claims none".to_owned(),
        (Some(claimed), Mismatch::None) => format!("the title claims {} too", claimed.name()),
        (Some(claimed), _) => format!("the title claims {}", claimed.name()),
    });
    facts.extend(level.years.map(|years| format!("{years} years in software")));
    facts.join(" · ")
}

fn level(report: &Report, paint: Paint, columns: usize) -> String {
    let mut out = format!("{}\n{}", paint.bold("level"), wrap("  ", &verdict(report), columns));
    if report.level.evidence.is_none() {
        return out;
    }
    for (name, shown) in report.level.dimensions.named() {
        let filled = usize::from(shown.score / 10);
        let bar = format!("{}{}", "█".repeat(filled), "░".repeat(10 - filled));
        let start = format!("  {} {bar} {:>3}  ", pad(name, 22), shown.score);
        out.push_str(format!("{start}{}", paint.dim(&spots(&shown.lines))).trim_end());
        out.push('\n');
    }
    for step in &report.level.next {
        let start = format!("      {} would show: ", step.level.name());
        out.push_str(&wrap(&start, &step.shows, columns));
    }
    out
}

fn seen(report: &Report, paint: Paint, columns: usize) -> String {
    let mut out = format!("{}\n", paint.bold("first glance, half a minute"));
    for glanced in &report.glance {
        let start = format!("  {} ", pad(glanced.look.name(), 13));
        if let Some(ask) = &glanced.ask {
            out.push_str(&wrap(&format!("{start}not found: "), ask, columns));
            continue;
        }
        let mut place = spots(&glanced.places[..glanced.places.len().min(3)]);
        if !glanced.early {
            place.push_str(", late");
        }
        let room = columns.saturating_sub(width(&start) + width(&place) + 2).min(QUOTED);
        let quoted = pad(&cut(&quoted(report, glanced), room), room);
        out.push_str(&format!("{start}{quoted}  {}\n", paint.dim(&place)));
    }
    out
}

/// What stands there, in the resume's words.
fn quoted(report: &Report, glanced: &Glanced) -> String {
    let words = |spot: &Spotted| {
        let text = spot.range.of(&report.document.text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let listed = glanced.look == vitae_lint::glance::Look::Stack;
    let most = if listed { glanced.places.len() } else { 1 };
    let all: Vec<String> = glanced.places.iter().take(most).map(words).collect();
    printable(&all.join(", "))
}

/// `line 12`, `lines 12, 15`, `page 2, line 40`.
fn spots(spots: &[Spotted]) -> String {
    let mut lines: Vec<(Option<u32>, u32)> =
        spots.iter().map(|spot| (spot.page.filter(|page| *page > 1), spot.line)).collect();
    lines.dedup();
    let one = |(page, line): &(Option<u32>, u32)| match page {
        Some(page) => format!("{line} (page {page})"),
        None => line.to_string(),
    };
    let list: Vec<String> = lines.iter().map(one).collect();
    match list.len() {
        0 => String::new(),
        1 => format!("line {}", list[0]),
        _ => format!("lines {}", list.join(", ")),
    }
}

/// Both as Markdown.
pub(crate) fn markdown(report: &Report) -> String {
    if report.score.total.is_none() {
        return String::new();
    }
    let mut out = format!("\n## Level\n\n{}\n", escaped(&verdict(report)));
    if report.level.evidence.is_some() {
        out.push_str("\n| dimension | score | lines |\n|---|---:|---|\n");
        for (name, shown) in report.level.dimensions.named() {
            out.push_str(&format!("| {name} | {} | {} |\n", shown.score, spots(&shown.lines)));
        }
    }
    if !report.level.next.is_empty() {
        out.push('\n');
    }
    for step in &report.level.next {
        let (level, shows) = (step.level.name(), escaped(&step.shows));
        out.push_str(&format!("- {level} would show, of {}: {shows}\n", step.dimension));
    }
    out + &markdown_glance(report)
}

fn markdown_glance(report: &Report) -> String {
    let mut out = "\n## First glance\n\n| look | found | where |\n|---|---|---|\n".to_owned();
    for glanced in &report.glance {
        let look = glanced.look.name();
        let (found, place) = match &glanced.ask {
            Some(ask) => (format!("not found: {}", escaped(ask)), String::new()),
            None => {
                let words = cut(&quoted(report, glanced), 80);
                let late = if glanced.early { "" } else { ", late" };
                let place = format!("{}{late}", spots(&glanced.places));
                (code_span(&words).replace('|', "\\|"), place)
            }
        };
        out.push_str(&format!("| {look} | {found} | {place} |\n"));
    }
    out
}

/// Both as sections of a page.
pub(crate) fn html(report: &Report) -> String {
    if report.score.total.is_none() {
        return String::new();
    }
    let item = |head: &str, told: &str, place: &str, ask: &str| {
        let ask = if ask.is_empty() {
            String::new()
        } else {
            format!(" <span class=\"do\">{}</span>", escape(ask))
        };
        let (head, told, place) = (escape(head), escape(told), escape(place));
        format!(
            "<li><span class=\"rule\">{head}</span> {told} <span class=\"places\">{place}</span>{ask}</li>\n"
        )
    };
    let step = |name: &str| {
        let step = report.level.next.iter().find(|step| step.dimension == name);
        step.map_or(String::new(), |step| {
            format!("{} would show: {}", step.level.name(), step.shows)
        })
    };
    let dimensions: String = report
        .level
        .dimensions
        .named()
        .iter()
        .filter(|_| report.level.evidence.is_some())
        .map(|(name, shown)| {
            item(name, &format!("{} of 100", shown.score), &spots(&shown.lines), &step(name))
        })
        .collect();
    let looks: String = report
        .glance
        .iter()
        .map(|glanced| match &glanced.ask {
            Some(ask) => item(glanced.look.name(), "not found", "", ask),
            None => {
                let late = if glanced.early { "" } else { ", late" };
                let place = format!("{}{late}", spots(&glanced.places));
                item(glanced.look.name(), &cut(&quoted(report, glanced), 80), &place, "")
            }
        })
        .collect();
    format!(
        "<section aria-labelledby=\"level\">\n<h2 id=\"level\">level</h2>\n<p>{}</p>\n<ul \
         class=\"todo axes\">\n{dimensions}</ul>\n</section>\n<section \
         aria-labelledby=\"glance\">\n<h2 id=\"glance\">first glance, half a minute</h2>\n<ul \
         class=\"todo axes\">\n{looks}</ul>\n</section>\n",
        escape(&verdict(report))
    )
}
