//! Bars and tables: the groups of one resume, and the page of a whole folder with its commonest
//! weaknesses, the spread of its scores, and a row for each resume.

use super::{foot, head};
use crate::cohort::Spread;
use crate::outlet::escape::escape;
use crate::outlet::summary::{Row, Tally};
use crate::outlet::{count, html::notes};
use crate::report::{Axis, Report};

/// Weaknesses on the page.
const MOST: usize = 15;

/// A bar that repeats the number beside it.
pub(super) fn bar(part: u32, whole: u32, class: &str) -> String {
    let wide = u64::from(part.min(whole)) * 1000 / u64::from(whole.max(1));
    let (whole, tenth) = (wide / 10, wide % 10);
    format!(
        "<svg class=\"bar {class}\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect class=\"of\" width=\"100\" height=\"6\"/><rect class=\"is\" width=\"{whole}.{tenth}\" \
         height=\"6\"/></svg>"
    )
}

/// The groups with their points.
pub(super) fn groups(report: &Report) -> String {
    let groups = report.score.groups.iter().filter(|group| group.cap.0 > 0);
    let cells: Vec<String> = groups
        .map(|group| {
            let full = if group.earned == group.cap { " class=\"full\"" } else { "" };
            format!(
                "<li{full}><span class=\"g\">{}</span> <span class=\"p\">{} of {}</span>{}</li>\n",
                group.group.name(),
                group.earned,
                group.cap,
                bar(group.earned.0, group.cap.0, "")
            )
        })
        .collect();
    if cells.is_empty() {
        return String::new();
    }
    format!(
        "<section aria-labelledby=\"groups\">\n<h2 id=\"groups\">points by group</h2>\n<ul \
         class=\"groups\">\n{}</ul>\n</section>\n",
        cells.concat()
    )
}

/// What the bullets show of the four axes, and what would fill a bare one.
pub(super) fn axes(report: &Report) -> String {
    if report.axes.is_empty() || report.score.total.is_none() {
        return String::new();
    }
    let axis = |axis: &Axis| {
        let figures = if axis.numbered { ", with figures" } else { "" };
        let proofs = axis.bullets.iter().filter(|bullet| bullet.proves).count();
        let proofs = if proofs > 0 { count(proofs, "bullet") } else { String::new() };
        let ask = axis.ask.as_deref().map_or(String::new(), |ask| {
            format!(" <span class=\"do\">to fill it: {}</span>", notes::code(ask))
        });
        format!(
            "<li><span class=\"rule\">{}</span> {}{figures} <span class=\"places\">{proofs}</span>{ask}</li>\n",
            axis.axis.name(),
            axis.state.name(),
        )
    };
    format!(
        "<section aria-labelledby=\"axes\">\n<h2 id=\"axes\">what the bullets show</h2>\n<ul \
         class=\"todo axes\">\n{}</ul>\n</section>\n",
        report.axes.iter().map(axis).collect::<String>()
    )
}

/// The page of a folder.
#[must_use]
pub fn html_overview(tally: &Tally) -> String {
    let resumes = count(tally.rows().len(), "resume");
    let mut out = head(&format!("{resumes}: what they have in common"));
    let failed = match tally.failed() {
        0 => String::new(),
        failed => format!(" · {} could not be read", count(failed, "file")),
    };
    let spread = tally.cohort().spread();
    let facts = spread.map_or("no scores".to_owned(), |spread| {
        format!("lowest {} · median {} · highest {}", spread.lowest, spread.median, spread.highest)
    });
    out.push_str(&format!(
        "<header>\n<div>\n<h1>{resumes}</h1>\n<p class=\"facts\">{facts}{failed}</p>\n</div>\n</header>\n<main>\n"
    ));
    if let Some(spread) = &spread {
        out.push_str(&histogram(spread));
    }
    out.push_str(&weaknesses(tally));
    out.push_str(&table(tally.rows()));
    out.push_str("</main>\n");
    out + &foot("This file names the resumes it is about. It loads nothing and sends nothing.")
}

fn histogram(spread: &Spread) -> String {
    let most = spread.tens.iter().copied().max().unwrap_or(0);
    let first = spread.tens.iter().position(|number| *number > 0).unwrap_or(0);
    let rows = spread.tens.iter().enumerate().skip(first).map(|(ten, number)| {
        let to = if ten == 9 { 100 } else { ten * 10 + 9 };
        format!(
            "<tr><th scope=\"row\">{}–{to}</th><td class=\"n\">{number}</td><td class=\"wide\">{}</td></tr>\n",
            ten * 10,
            bar(*number, most, "")
        )
    });
    format!(
        "<section>\n<h2 id=\"scores\">scores</h2>\n<p>Half of them lie between {} \
         and {}.</p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"scores\" tabindex=\"0\"><table class=\"scores\">\n<thead><tr><th scope=\"col\">points</th><th scope=\"col\" class=\"n\">resumes\
         </th><th scope=\"col\">share</th></tr></thead>\n<tbody>\n{}</tbody></table></div>\n</section>\n",
        spread.lower,
        spread.upper,
        rows.collect::<String>()
    )
}

fn weaknesses(tally: &Tally) -> String {
    let all = tally.rows().len();
    let rows = tally.cohort().weaknesses(MOST).into_iter().map(|weakness| {
        format!(
            "<tr><td class=\"n\">{} of {all}</td><td class=\"n gain\">+{}</td><th scope=\"row\"><span \
             class=\"rule\">{}</span> <span class=\"do\">{}</span></th><td class=\"wide\">{}</td></tr>\n",
            weakness.resumes,
            weakness.gain,
            escape(&weakness.name),
            notes::code(&weakness.help),
            bar(weakness.resumes, all as u32, "")
        )
    });
    format!(
        "<section>\n<h2 id=\"common\">commonest weaknesses</h2>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"common\" tabindex=\"0\"><table>\n<thead><tr>\
         <th scope=\"col\" class=\"n\">resumes</th><th scope=\"col\" class=\"n\">mean gain</th><th \
         scope=\"col\">weakness</th><th scope=\"col\">share</th></tr></thead>\n<tbody>\n{}</tbody></table></div>\n\
         </section>\n",
        rows.collect::<String>()
    )
}

fn table(rows: &[Row]) -> String {
    let rows = rows.iter().map(|row| {
        let (score, bar) = match row.total {
            Some(total) => (total.to_string(), bar(total.0, 100_000, "")),
            None => ("none".to_owned(), String::new()),
        };
        let [errors, warnings, notes] = row.severities;
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{score}</td><td class=\"wide\">{bar}</td><td \
             class=\"n\">{errors}</td><td class=\"n\">{warnings}</td><td class=\"n\">{notes}</td><td>{}</td></tr>\n",
            escape(&row.name),
            escape(&row.first_fix)
        )
    });
    format!(
        "<section>\n<h2 id=\"each\">each resume</h2>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"each\" tabindex=\"0\"><table>\n<thead><tr><th \
         scope=\"col\">resume</th><th scope=\"col\" class=\"n\">score</th><th scope=\"col\">of 100</th><th \
         scope=\"col\" class=\"n\">errors</th><th scope=\"col\" class=\"n\">warnings</th><th scope=\"col\" \
         class=\"n\">notes</th><th scope=\"col\">fix first</th></tr></thead>\n<tbody>\n{}</tbody></table></div>\n\
         </section>\n",
        rows.collect::<String>()
    )
}
