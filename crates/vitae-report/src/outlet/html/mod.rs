//! A page for people: the score, what to fix first, and the resume's text with each finding in the
//! margin beside its words. A `Report` comes in, HTML that needs nothing else goes out: no script, no
//! network, good on a screen, in the dark, on a phone and on paper.

mod blocks;
mod marks;
mod notes;
mod overview;

use crate::level::LevelSource;
use crate::outlet::advice::advice;
use crate::outlet::escape::escape;
use crate::outlet::{count, place, standing};
use crate::report::{Finding, Report};
use blocks::{Block, Kind, blocks};
use marks::Mark;
use notes::{Told, note};
pub use overview::html_overview;

const STYLE: &str = include_str!("report.css");

/// At most this many blocks of text are set, so that a browser stays quick.
const MOST_BLOCKS: usize = 2_000;
/// At most this many findings stand in the margin.
const MOST_NOTES: usize = 600;

/// The page of one resume.
#[must_use]
pub fn html(report: &Report) -> String {
    let name = base(&place::file(report));
    let mut out = head(&format!("{name}: what to fix"));
    out.push_str("<a class=\"skip\" href=\"#text\">skip to the text and its findings</a>\n");
    out.push_str(&banner(report, &name));
    out.push_str("<main>\n");
    let page = Page::new(report);
    out.push_str(&overview::groups(report));
    out.push_str(&overview::axes(report));
    out.push_str(&standing::html(report));
    out.push_str(&page.to_do());
    out.push_str(&page.whole());
    out.push_str(&page.text());
    out.push_str(&page.aside());
    out.push_str("</main>\n");
    out + &foot("This file holds your resume. It loads nothing and sends nothing.")
}

/// A name without its folder, escaped.
fn base(name: &str) -> String {
    escape(name.rsplit(['/', '\\']).next().unwrap_or(name))
}

/// Everything up to the body. `title` is escaped already.
fn head(title: &str) -> String {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        env!("REPORT_STYLE_DIGEST")
    );
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
}

fn foot(privacy: &str) -> String {
    format!(
        "<footer>\n<p>The score is a ledger of 100 points with weights that are open and editorial. It \
         is no probability of anything, and says nothing about how anyone will decide. Points beside a \
         rule come back when all its findings are settled and the rest stays. A question in \
         <span class=\"slot\">‹angle quotes›</span> asks for a fact that only you have; leave it out \
         rather than guess. Vitae {}.</p>\n<p>{privacy}</p>\n</footer>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION")
    )
}

fn banner(report: &Report, name: &str) -> String {
    let said = match report.level.source {
        LevelSource::Option => "as asked",
        LevelSource::Title => "as the current title says",
        LevelSource::Default => "no level in the title",
    };
    let (level, format) = (report.level.used.name(), place::format(report));
    let score = match report.score.total {
        Some(total) => format!(
            "<p class=\"score\"><strong>{total}</strong> of 100</p>{}",
            overview::bar(total.0, 100_000, "total")
        ),
        None => {
            let reason = report.score.reason.as_deref().unwrap_or("the file could not be read");
            format!("<p class=\"score\">no score: {}</p>", escape(reason))
        }
    };
    format!(
        "<header>\n<div>\n<h1>{name}</h1>\n<p class=\"facts\">{format} · judged for level {level} ({said}) \
         · {} · as of {}</p>\n</div>\n<div class=\"total\">{score}</div>\n</header>\n",
        count(report.findings.len(), "finding"),
        escape(&report.today),
    )
}

/// A finding with its number in the margin.
struct Numbered<'a> {
    number: usize,
    finding: &'a Finding,
}

struct Page<'a> {
    report: &'a Report,
    blocks: Vec<Block>,
    /// By block: findings that begin in it.
    beside: Vec<Vec<Numbered<'a>>>,
    /// Findings about no place.
    whole: Vec<Numbered<'a>>,
}

impl<'a> Page<'a> {
    fn new(report: &'a Report) -> Self {
        let blocks = blocks(report, MOST_BLOCKS);
        let mut placed: Vec<(usize, &Finding)> = Vec::new();
        let mut loose: Vec<&Finding> = Vec::new();
        for finding in report.findings.iter().take(MOST_NOTES) {
            let at = finding.range.and_then(|range| {
                let block = blocks.partition_point(|block| block.range.end <= range.start);
                (block < blocks.len()).then_some(block)
            });
            match at {
                Some(block) => placed.push((block, finding)),
                None => loose.push(finding),
            }
        }
        placed.sort_by_key(|(block, finding)| (*block, finding.range));
        let mut next = 0..;
        let mut number = |finding: &'a Finding| {
            let number = next.next().unwrap_or(0) + 1;
            Numbered { number, finding }
        };
        let whole = loose.into_iter().map(&mut number).collect();
        let mut beside: Vec<Vec<Numbered<'_>>> = blocks.iter().map(|_| Vec::new()).collect();
        for (block, finding) in placed {
            beside[block].push(number(finding));
        }
        Self { report, blocks, beside, whole }
    }

    fn numbered(&self) -> impl Iterator<Item = &Numbered<'a>> {
        self.whole.iter().chain(self.beside.iter().flatten())
    }

    /// The best fixes, each with the way to its findings.
    fn to_do(&self) -> String {
        let ledger = &self.report.score.ledger;
        if ledger.is_empty() {
            return String::new();
        }
        let mut out = String::from(
            "<section aria-labelledby=\"first\">\n<h2 id=\"first\">what to fix first</h2>\n<ol \
             class=\"todo\">\n",
        );
        for line in ledger.iter().take(6) {
            let of_rule: Vec<&Numbered<'_>> =
                self.numbered().filter(|one| one.finding.code == line.code).collect();
            let help = advice(self.report, line).unwrap_or_else(|| line.measure.clone());
            let help = format!(" <span class=\"do\">{}</span>", notes::code(&help));
            let places: Vec<String> = of_rule
                .iter()
                .take(8)
                .map(|one| format!("<a href=\"#n{0}\">{0}</a>", one.number))
                .collect();
            let places = match places.is_empty() {
                true => String::new(),
                false => format!(" <span class=\"places\">see {}</span>", places.join(" ")),
            };
            out.push_str(&format!(
                "<li><span class=\"gain\">+{}</span> <span class=\"rule\">{}</span>{help}{places}</li>\n",
                line.gain,
                escape(&line.name)
            ));
        }
        out + "</ol>\n</section>\n"
    }

    /// What is said of the resume as a whole.
    fn whole(&self) -> String {
        if self.whole.is_empty() {
            return String::new();
        }
        let mut out = String::from(
            "<section aria-labelledby=\"whole\">\n<h2 id=\"whole\">about the whole resume</h2>\n<ul \
             class=\"notes whole\">\n",
        );
        let mut told = Told::default();
        for one in &self.whole {
            out.push_str(&note(self.report, one, &mut told, false));
        }
        out + "</ul>\n</section>\n"
    }

    /// The text, row by row, with its findings beside it.
    fn text(&self) -> String {
        let mut out = String::from(
            "<section aria-labelledby=\"text\">\n<h2 id=\"text\">the text, with findings beside \
             it</h2>\n<div class=\"sheet\"><div class=\"paper\">\n",
        );
        if self.blocks.is_empty() {
            out.push_str("<p class=\"none\">no text was found in this file</p>\n");
        }
        let mut told = Told::default();
        let marks: Vec<Mark> = self.numbered().flat_map(|one| Mark::of(one)).collect();
        for (block, beside) in self.blocks.iter().zip(&self.beside) {
            let words = marks::words(&self.report.document.text, block, &marks, beside);
            let gap = if block.gap { " gap" } else { "" };
            let text = match block.kind {
                Kind::Name => format!("<p class=\"t name\">{words}</p>"),
                Kind::Heading => format!("<h3 class=\"t heading\">{words}</h3>"),
                Kind::Entry => format!("<p class=\"t entry\">{words}</p>"),
                Kind::Item => format!("<p class=\"t item\">{words}</p>"),
                Kind::Text => format!("<p class=\"t\">{words}</p>"),
            };
            // Notes float beside the text that follows them.
            out.push_str(&format!("<div class=\"row{gap}\">"));
            if !beside.is_empty() {
                out.push_str("<ul class=\"notes\">\n");
                for one in beside {
                    out.push_str(&note(self.report, one, &mut told, true));
                }
                out.push_str("</ul>\n");
            }
            out.push_str(&format!("{text}</div>\n"));
        }
        out.push_str("</div></div>\n");
        if self.report.findings.len() > MOST_NOTES || self.blocks.len() >= MOST_BLOCKS {
            out.push_str(&format!(
                "<p class=\"none\">only the first {MOST_NOTES} findings and {MOST_BLOCKS} paragraphs are \
                 shown; --format json has all</p>\n"
            ));
        }
        out + "</section>\n"
    }

    /// What is suppressed, waived or hidden.
    fn aside(&self) -> String {
        let mut notes = place::set_aside(self.report);
        if self.report.hidden > 0 {
            let hidden = count(self.report.hidden as usize, "finding");
            notes.push(format!("{hidden} hidden on request; the score counts every rule"));
        }
        if notes.is_empty() {
            return String::new();
        }
        let items: Vec<String> =
            notes.iter().map(|note| format!("<li>{}</li>\n", escape(note))).collect();
        format!(
            "<section aria-labelledby=\"aside\">\n<h2 id=\"aside\">set aside</h2>\n<ul \
             class=\"aside\">\n{}</ul>\n</section>\n",
            items.concat()
        )
    }
}
