//! One page that shows the resume beside what was understood of it: pointing at a field lights its
//! place, and the other way round. A `Document` and its `Parsed` come in, HTML that needs nothing else
//! goes out: no network, no other file, and only the two assets whose digests it names may run.

mod faces;
mod fields;
mod flow;
mod hazards;
mod marks;
mod pages;
mod stream;

use crate::locate::Locator;
use crate::naive::{Fate, Naive};
use crate::outlet::{count, escape};
use crate::understood::Understood;
use escape::escape;
use marks::{Canvas, Id, Marks};
use vitae_document::{Document, Line};
use vitae_resume::Parsed;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// At most this many lines are drawn, so that a browser stays quick.
const MOST_LINES: usize = 2_000;
/// At most this many bytes of text are drawn.
const MOST_BYTES: u32 = 500_000;

/// Where fields and leftovers begin, and which fields are doubtful.
struct Ids {
    fields: Vec<(Option<u32>, bool)>,
    leftovers: Vec<u32>,
}

impl Ids {
    fn is_doubtful(&self, field: usize) -> bool {
        self.fields.get(field).is_some_and(|(_, doubtful)| *doubtful)
    }

    /// Whether what `id` names begins at `offset`.
    fn starts(&self, id: Id, offset: u32) -> bool {
        match id {
            Id::Field(field) => self.fields.get(field).is_some_and(|(at, _)| *at == Some(offset)),
            Id::Leftover(left) => self.leftovers.get(left) == Some(&offset),
            Id::Hazard(_) => false,
        }
    }
}

/// The page for a resume of this name.
#[must_use]
pub fn view(document: &Document, parsed: &Parsed, name: Option<&str>) -> String {
    let understood = Understood::new(document, parsed);
    let naive = Naive::read(document);
    let canvas = Canvas {
        document,
        marks: marks(document, parsed, &understood),
        ids: Ids {
            fields: understood
                .fields()
                .map(|field| (field.ranges.first().map(|r| r.start), field.doubt.is_some()))
                .collect(),
            leftovers: parsed.leftovers.iter().map(|left| left.range.start).collect(),
        },
        locator: Locator::new(document),
        faces: faces::faces(document),
    };
    let name = escape(name.and_then(|name| name.rsplit(['/', '\\']).next()).unwrap_or("a resume"));
    let mut out = head(&name);
    out.push_str(&banner(&canvas, &understood, parsed, &name));
    out.push_str("<main>\n");
    out.push_str(&resume(&canvas, &understood, naive.as_ref()));
    out.push_str(&understanding(&canvas, &understood, parsed, naive.as_ref()));
    out.push_str("</main>\n");
    out.push_str(&footer());
    out.push_str(&format!("<script>{SCRIPT}</script>\n</body>\n</html>\n"));
    out
}

fn marks(document: &Document, parsed: &Parsed, understood: &Understood<'_>) -> Marks {
    let fields = understood.fields().take(fields::MOST).enumerate();
    let fields = fields.flat_map(|(index, field)| {
        field.ranges.iter().map(move |range| (*range, Id::Field(index)))
    });
    let leftovers = parsed.leftovers.iter().take(fields::MOST).enumerate();
    let leftovers = leftovers.map(|(index, left)| (left.range, Id::Leftover(index)));
    let hazards = fields::noted(document).take(fields::MOST);
    let hazards = hazards.filter_map(|(index, hazard)| Some((hazard.range?, Id::Hazard(index))));
    Marks::new(fields.chain(leftovers).chain(hazards).collect())
}

fn head(name: &str) -> String {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; \
         form-action 'none'",
        env!("VIEW_STYLE_DIGEST"),
        env!("VIEW_SCRIPT_DIGEST")
    );
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{name} as a program sees it</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#fields\">skip to what was understood</a>\n"
    )
}

fn banner(canvas: &Canvas<'_>, understood: &Understood<'_>, parsed: &Parsed, name: &str) -> String {
    let document = canvas.document;
    let mut kind = document.format.label().to_owned();
    if !document.pages.is_empty() {
        kind.push_str(&format!(", {}", count(document.pages.len(), "page")));
    }
    let fields = understood.fields().count();
    let doubtful = understood.fields().filter(|field| field.doubt.is_some()).count();
    format!(
        "<header>\n<h1><span class=\"file\">{name}</span> as a program sees it</h1>\n\
         <p class=\"facts\">{kind} · {} understood · <span class=\"unsure-word\">? {doubtful} \
         doubtful</span> · <span class=\"stray-word\">∅ {} without a place</span> · ⚑ {} about the \
         file</p>\n</header>\n",
        count(fields, "field"),
        count(parsed.leftovers.len(), "piece"),
        count(fields::noted(document).count(), "note"),
    )
}

/// The left side: the pages, and the text as a naive reader takes it.
fn resume(canvas: &Canvas<'_>, understood: &Understood<'_>, naive: Option<&Naive>) -> String {
    let lines = drawn(canvas.document);
    let paged = !canvas.document.pages.is_empty() && lines.iter().any(|line| line.bbox.is_some());
    let mut out = String::from(
        "<section class=\"side\" aria-labelledby=\"resume\">\n<h2 id=\"resume\">the resume</h2>\n",
    );
    out.push_str(&switch(naive, understood));
    out.push_str(
        "<div class=\"pane careful\" role=\"region\" aria-label=\"the resume as a careful reader \
         takes it\" tabindex=\"0\">\n",
    );
    if canvas.document.lines.is_empty() {
        out.push_str("<p class=\"note\">no text was found in this file</p>\n");
    }
    out.push_str(&if paged { pages::pages(canvas, lines) } else { flow::flow(canvas, lines) });
    if lines.len() < canvas.document.lines.len() {
        let (some, all) = (lines.len(), canvas.document.lines.len());
        out.push_str(&format!(
            "<p class=\"note\">only the first {some} of {all} lines are drawn</p>\n"
        ));
    }
    out.push_str("</div>\n");
    if let Some(naive) = naive {
        out.push_str(
            "<div class=\"pane naive\" role=\"region\" aria-label=\"the text as a naive reader \
             takes it\" tabindex=\"0\">\n",
        );
        out.push_str(&stream::rows(canvas, naive, MOST_LINES));
        out.push_str("</div>\n");
    }
    out + "</section>\n"
}

/// The choice between both readings, and how they differ.
fn switch(naive: Option<&Naive>, understood: &Understood<'_>) -> String {
    let Some(naive) = naive else {
        return "<p class=\"difference\">Data with named fields: every program that knows the format \
                reads the same.</p>\n"
            .to_owned();
    };
    let difference = match stream::difference(naive.tally) {
        Some(difference) => {
            let fates = understood.fields().map(|field| naive.fate(&field.ranges));
            let broken = fates.filter(|fate| *fate != Fate::Whole).count();
            let all = count(understood.fields().count(), "field");
            let fields = if broken == 0 {
                "All fields come through whole.".to_owned()
            } else {
                format!("{broken} of {all} do not come through whole.")
            };
            format!("A naive reader {difference}. {fields}")
        }
        None => "A naive reader takes the same lines in the same order.".to_owned(),
    };
    format!(
        "<div class=\"switch\"><fieldset><legend>read as</legend>\
         <label><input type=\"radio\" name=\"reader\" id=\"careful\" checked> a careful reader</label>\
         <label><input type=\"radio\" name=\"reader\" id=\"naive\"> a naive reader</label>\
         </fieldset>\n<p class=\"difference\">{difference}</p></div>\n"
    )
}

/// The right side.
fn understanding(
    canvas: &Canvas<'_>,
    understood: &Understood<'_>,
    parsed: &Parsed,
    naive: Option<&Naive>,
) -> String {
    let mut out = String::from(
        "<section class=\"side\" id=\"fields\" aria-labelledby=\"understood\">\n\
         <h2 id=\"understood\">what was understood</h2>\n<p class=\"hint scripted\">Point at a field \
         to light its place, or at the page to light its field. Click pins, Esc lets go, ↑ and ↓ move.\
         </p>\n<p class=\"status\" role=\"status\"></p>\n<div class=\"pane list\">\n",
    );
    out.push_str(&fields::fields(understood, naive));
    out.push_str(&fields::leftovers(canvas, parsed));
    out.push_str(&fields::file(canvas));
    out + "</div>\n</section>\n"
}

/// The lines that are drawn.
fn drawn(document: &Document) -> &[Line] {
    let within = document.lines.partition_point(|line| line.range.start < MOST_BYTES);
    &document.lines[..within.min(MOST_LINES)]
}

fn footer() -> String {
    format!(
        "<footer>\n<h2>how to read this page</h2>\n\
         <p>The <strong>careful reader</strong> is Vitae {}: it takes columns, boxes, tables and page \
         edges as a person does. The <strong>naive reader</strong> is a simulation of simple text \
         extraction: text in the order in which the file stores it, columns and table cells run \
         together, page headers, footers and text boxes of word-processing files not looked at, \
         nothing for pictures and icons. Real programs lie somewhere between the two. The page \
         speaks of none in particular, and says nothing about how any will decide.</p>\n\
         <p>Signs: <span class=\"unsure-word\">? doubtful</span>, <span class=\"stray-word\">∅ found no \
         place</span>, ⚑ noticed in the file, − lost, ↕ moved, ⇥ run together, ✂ split, + added.</p>\n\
         <p>This file holds your resume. It loads nothing and sends nothing.</p>\n</footer>\n",
        env!("CARGO_PKG_VERSION")
    )
}
