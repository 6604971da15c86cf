//! A page for a browser: one file that loads nothing and runs nothing, good on a screen, in the dark, on
//! a phone and on paper.

use super::{Span, spans};
use crate::page::{Block, LevelCard, Page, Pair, Point, Question, Section, Words};
use vitae_report::writing::escape_html as escape;

pub(super) const STYLE: &str = concat!(include_str!("guide.css"), include_str!("sheet.css"));

/// The page as HTML.
#[must_use]
pub fn html(page: &Page) -> String {
    let title = escape(&super::heading(page));
    let mut out = head(&title);
    out.push_str("<a class=\"skip\" href=\"#content\">skip to the guide</a>\n");
    let narrowed: String =
        page.narrowed.iter().map(|it| format!("<li>{}</li>", escape(it))).collect();
    let narrowed = match narrowed.is_empty() {
        true => String::new(),
        false => format!("<ul class=\"narrowed\">{narrowed}</ul>\n"),
    };
    out.push_str(&format!(
        "<header>\n<p class=\"kicker\">{}</p>\n<h1>{}</h1>\n{narrowed}<p \
         class=\"lead\">{}</p>\n</header>\n<div class=\"columns\">\n{}<main id=\"content\">\n",
        page.kicker,
        escape(&page.title),
        prose(&page.lead),
        contents(page),
    ));
    for one in &page.sections {
        out.push_str(&section(one));
    }
    out.push_str(&sources(page));
    out + &format!(
        "</main>\n</div>\n<footer>\n<p>Written by Vitae {}. A guide says what readers look for, not how \
         anyone will decide. This page loads nothing and sends nothing.</p>\n</footer>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// Everything up to the body. `title` is escaped already.
fn head(title: &str) -> String {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        env!("GUIDE_STYLE_DIGEST")
    );
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}: what the resume should hold</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
}

/// Prose with code and slots marked.
pub(super) fn prose(text: &str) -> String {
    let written = spans(text).into_iter().map(|span| match span {
        Span::Words(words) => escape(words),
        Span::Code(code) => format!("<code>{}</code>", escape(code)),
        Span::Slot(slot) => format!("<span class=\"slot\">{}</span>", escape(slot)),
    });
    written.collect()
}

fn contents(page: &Page) -> String {
    let links: String = page
        .sections
        .iter()
        .map(|it| format!("<li><a href=\"#{}\">{}</a></li>\n", escape(&it.id), escape(&it.title)))
        .collect();
    format!("<nav aria-label=\"contents\">\n<p>Contents</p>\n<ol>\n{links}</ol>\n</nav>\n")
}

fn section(section: &Section) -> String {
    let (id, title) = (escape(&section.id), escape(&section.title));
    let lead = match section.lead.is_empty() {
        true => String::new(),
        false => format!("<p class=\"about\">{}</p>\n", prose(&section.lead)),
    };
    let blocks: String = section.blocks.iter().map(block).collect();
    format!(
        "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n{lead}{blocks}</section>\n"
    )
}

fn sources(page: &Page) -> String {
    if page.sources.is_empty() {
        return String::new();
    }
    let items: String = page
        .sources
        .iter()
        .map(|it| {
            format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(&it.name), escape(&it.what))
        })
        .collect();
    format!(
        "<section class=\"sources\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">Where this comes \
         from</h2>\n<dl>\n{items}</dl>\n</section>\n"
    )
}

fn block(block: &Block) -> String {
    let list = |class: &str, items: String| format!("<ul class=\"{class}\">\n{items}</ul>\n");
    let points = |points: &[Point]| -> String { points.iter().map(point).collect() };
    match block {
        Block::Heading(title) => format!("<h3>{}</h3>\n", prose(title)),
        Block::Points(all) => list("points", points(all)),
        Block::Patterns(all) => list("patterns", points(all)),
        Block::Checks(all) => list("checks", points(all)),
        Block::Words(all) => list("words", all.iter().map(words).collect()),
        Block::Level(card) => level(card),
        Block::Examples(all) => list("pairs", all.iter().map(pair).collect()),
        Block::Questions(all) => list("questions", all.iter().map(question).collect()),
    }
}

fn point(point: &Point) -> String {
    let mut out = String::from("<li>");
    if !point.term.is_empty() {
        out.push_str(&format!("<strong class=\"term\">{}</strong> ", prose(&point.term)));
    }
    out.push_str(&format!("<span class=\"text\">{}</span>", prose(&point.text)));
    for (label, text) in &point.notes {
        out.push_str(&format!(
            " <span class=\"note\"><b>{}</b> {}</span>",
            escape(label),
            prose(text)
        ));
    }
    out.push_str(&rules(&point.rules));
    out + "</li>\n"
}

fn rules(rules: &[String]) -> String {
    if rules.is_empty() {
        return String::new();
    }
    let codes: Vec<String> =
        rules.iter().map(|it| format!("<code>{}</code>", escape(it))).collect();
    format!(" <span class=\"note rules\"><b>rules</b> {}</span>", codes.join(" "))
}

fn words(words: &Words) -> String {
    let each: String =
        words.words.iter().map(|word| format!("<li>{}</li>", escape(word))).collect();
    let ask = match words.ask.is_empty() {
        true => String::new(),
        false => format!("<span class=\"note\"><b>ask yourself</b> {}</span>", prose(&words.ask)),
    };
    format!(
        "<li><strong class=\"term\">{}</strong><ul class=\"chips\">{each}</ul><span \
         class=\"text\">{}</span> {ask}</li>\n",
        prose(&words.label),
        prose(&words.note)
    )
}

fn level(card: &LevelCard) -> String {
    let rows: String = card
        .dimensions
        .iter()
        .map(|(name, text)| format!("<div><dt>{name}</dt><dd>{}</dd></div>\n", prose(text)))
        .collect();
    format!(
        "<div class=\"level\">\n<h3>{}</h3>\n<p>{}</p>\n<dl>\n{rows}<div class=\"not\"><dt>careful \
         with</dt><dd>{}</dd></div>\n</dl>\n</div>\n",
        card.name,
        prose(&card.is),
        prose(&card.not)
    )
}

fn tags(tags: &[String]) -> String {
    tags.iter().map(|tag| format!("<span class=\"tag\">{}</span> ", escape(tag))).collect()
}

fn pair(pair: &Pair) -> String {
    let filled = match pair.filled.is_empty() {
        true => String::new(),
        false => format!("<p class=\"filled\"><b>might read</b> {}</p>\n", prose(&pair.filled)),
    };
    format!(
        "<li>{}<p class=\"before\"><b>before</b> {}</p>\n<p class=\"after\"><b>after</b> {}</p>\n{}<p \
         class=\"why\">{}</p></li>\n",
        tags(&pair.tags),
        prose(&pair.before),
        prose(&pair.after),
        filled,
        prose(&pair.why)
    )
}

fn question(question: &Question) -> String {
    let holds: String =
        question.holds.iter().map(|it| format!("<li>{}</li>\n", prose(it))).collect();
    let holds = match holds.is_empty() {
        true => String::new(),
        false => format!("<p class=\"holds\">A good answer holds</p>\n<ul>\n{holds}</ul>\n"),
    };
    format!(
        "<li><strong class=\"term\">{}</strong> {}<p>{}</p>\n{holds}</li>\n",
        prose(&question.question),
        tags(&question.tags),
        prose(&question.answer)
    )
}
