//! Specimens: the small resumes of manuals and fixtures. A code block in, findings of one rule out.
//!
//! The language of the block says what it is: `md`, `text`, `html`, `json`, `yaml` are whole files;
//! `bullets`, `summary`, `skills`, `contact` are put into a plain resume. Lines that start with `%%`
//! set what the text cannot: `%% level: senior`, `%% today: 2026-11`, `%% market: us`, `%% file: cv.pdf`,
//! `%% pages: 3`, `%% bytes: 1400000`, `%% font: 8.5` (as from a PDF in that size), `%% hazard:
//! {"kind":…}` (with ` on some words` behind it for its range), `%% author: …`, `%% title: …`, `%%
//! producer: …` (properties of the file), `%% run: size=9 font=2 color=999999 bold on some words`,
//! `%% box: 2 60 60 500 90 on some words` (page and sides of their line).

use vitae_document::{Document, Format, Hazard, Metadata, Page, Rect, Run, Style};
use vitae_facts::{Level, gather};
use vitae_lint::{Context, ContextParts, Finding, Rule, run_rule};
use vitae_pack::Pack;
use vitae_resume::{Parsed, PartialDate, import, parse};
use vitae_text::TextRange;

/// A fenced code block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub language: String,
    pub text: String,
}

/// The fenced code blocks of a Markdown text, in order.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in markdown.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => {
                open = Some(Block { language: language.trim().to_owned(), text: String::new() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

struct Settings {
    level: Option<Level>,
    today: PartialDate,
    file: Option<String>,
    market: Option<String>,
    pages: u32,
    bytes: Option<u64>,
    font: Option<f32>,
    hazards: Vec<(Hazard, Option<String>)>,
    metadata: Metadata,
    /// Looks of some words.
    runs: Vec<(Style, String)>,
    /// Page from 0 and box of the line with some words.
    boxes: Vec<(u16, Rect, String)>,
}

fn settings(text: &str) -> (Settings, String) {
    let mut settings = Settings {
        level: None,
        today: PartialDate::parse_iso("2026-11-15").unwrap(),
        file: None,
        market: None,
        pages: 0,
        bytes: None,
        font: None,
        hazards: Vec::new(),
        metadata: Metadata::default(),
        runs: Vec::new(),
        boxes: Vec::new(),
    };
    let mut body = String::new();
    for line in text.lines() {
        let Some(setting) = line.strip_prefix("%%") else {
            body.push_str(line);
            body.push('\n');
            continue;
        };
        let (key, value) = setting.split_once(':').expect("`%% key: value`");
        let value = value.trim();
        match key.trim() {
            "level" => {
                settings.level = Level::ALL.into_iter().find(|level| level.name() == value);
                assert!(settings.level.is_some(), "no level `{value}`");
            }
            "today" => settings.today = PartialDate::parse_iso(value).expect("a date"),
            "file" => settings.file = Some(value.to_owned()),
            "market" => settings.market = Some(value.to_owned()),
            "pages" => settings.pages = value.parse().expect("a number"),
            "bytes" => settings.bytes = Some(value.parse().expect("a number")),
            "font" => settings.font = Some(value.parse().expect("a size")),
            "author" => settings.metadata.author = Some(value.to_owned()),
            "title" => settings.metadata.title = Some(value.to_owned()),
            "producer" => settings.metadata.producer = Some(value.to_owned()),
            "run" => {
                let (look, words) = value.split_once(" on ").expect("`look on some words`");
                settings.runs.push((style(look), words.to_owned()));
            }
            "box" => {
                let (place, words) = value.split_once(" on ").expect("`box on some words`");
                let (page, rect) = rect(place);
                settings.boxes.push((page, rect, words.to_owned()));
            }
            "hazard" => {
                let (json, on) = match value.split_once("} on ") {
                    Some((json, on)) => (format!("{json}}}"), Some(on.trim().to_owned())),
                    None => (value.to_owned(), None),
                };
                let hazard = serde_json::from_str(&json).expect("a hazard");
                settings.hazards.push((hazard, on));
            }
            other => panic!("no setting `{other}`"),
        }
    }
    (settings, body)
}

/// `size=9 font=2 color=999999 bold`: what is not said is as usual.
fn style(look: &str) -> Style {
    let mut style = Style { size: 10.0, ..Style::default() };
    for part in look.split(' ') {
        match part.split_once('=') {
            Some(("size", size)) => style.size = size.parse().expect("a size"),
            Some(("font", font)) => style.font = font.parse().expect("a number"),
            Some(("color", color)) => {
                let part = |at: usize| u8::from_str_radix(&color[at..at + 2], 16).expect("hex");
                style.color = [part(0), part(2), part(4)];
            }
            _ if part == "bold" => style.bold = true,
            _ if part == "italic" => style.italic = true,
            _ => panic!("no look `{part}`"),
        }
    }
    style
}

/// `[page] x0 y0 x1 y1`; the page from 1, the first when it is left out.
fn rect(place: &str) -> (u16, Rect) {
    let numbers: Vec<f32> = place.split(' ').map(|it| it.parse().expect("a number")).collect();
    let (page, sides) = match numbers.as_slice() {
        [page, sides @ ..] if sides.len() == 4 => (*page as u16 - 1, sides),
        sides => (0, sides),
    };
    (page, Rect { x0: sides[0], y0: sides[1], x1: sides[2], y1: sides[3] })
}

/// Gives words their look and lines their place.
fn lay_out(document: &mut Document, settings: &Settings) {
    let find = |text: &str, words: &str| {
        let at = text.find(words).unwrap_or_else(|| panic!("`{words}` is not in the text"));
        TextRange::at(at, at + words.len())
    };
    let mut runs: Vec<Run> = Vec::new();
    for (style, words) in &settings.runs {
        let range = find(&document.text, words);
        runs.push(Run { range, style: *style });
        let line = document.line_at(range.start).expect("words stand in a line");
        document.lines[line].style = *style;
    }
    if !runs.is_empty() {
        runs.sort_by_key(|run| run.range);
        document.runs = runs;
    }
    for (page, rect, words) in &settings.boxes {
        let range = find(&document.text, words);
        let line = document.line_at(range.start).expect("words stand in a line");
        document.lines[line].bbox = Some(*rect);
        document.lines[line].page = *page;
    }
}

/// A plain resume around a fragment.
fn whole(language: &str, body: &str) -> (Format, String) {
    let format = match language {
        "text" => Format::Text,
        "html" => Format::Html,
        "json" => Format::JsonResume,
        "yaml" => Format::Yaml,
        _ => Format::Markdown,
    };
    let contact = "robin.aldane@example.com | +1 202 555 0143 | Denver, CO";
    let skills = "Languages: Java, SQL";
    let bullets = "- Rebuilt the parcel router in Java, which ended missorted crates";
    let summary = "Backend engineer for parcel software, with Java and SQL.";
    let resume = |contact: &str, summary: &str, bullets: &str, skills: &str| {
        format!(
            "# Robin Aldane\n\nBackend Engineer\n\n{contact}\n\n## Summary\n\n{summary}\n\n\
             ## Experience\n\n### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)\n\n\
             {bullets}\n\n## Skills\n\n{skills}\n\n## Education\n\n\
             ### BSc Computer Science, Plains State University (2016 – 2020)\n"
        )
    };
    let text = match language {
        "bullets" => resume(contact, summary, body, skills),
        "summary" => resume(contact, body, bullets, skills),
        // Lines of one paragraph are one line in Markdown.
        "skills" => resume(contact, summary, bullets, &body.trim_end().replace('\n', "\n\n")),
        "contact" => resume(body, summary, bullets, skills),
        "md" | "text" | "html" | "json" | "yaml" => body.to_owned(),
        other => panic!("a specimen cannot be `{other}`"),
    };
    (format, text)
}

fn read(format: Format, text: &str, pack: &Pack) -> (Document, Parsed) {
    if format.is_structured() {
        return import(text.as_bytes(), format, pack).expect("a specimen can be read");
    }
    let limits = vitae_read::Limits::default();
    let document = vitae_read::read(text.as_bytes(), format, &limits).expect("readable");
    let parsed = parse(&document, pack);
    (document, parsed)
}

/// A finding as a fixture shows it.
fn show(finding: &Finding, document: &Document) -> String {
    let mut place =
        finding.range.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
    if place.chars().count() > 60 {
        place = place.chars().take(59).collect::<String>() + "…";
    }
    let at = if place.is_empty() { "at the resume".to_owned() } else { format!("at `{place}`") };
    let mut text = format!("{at}\n  {}\n  help: {}\n", finding.message, finding.help);
    if let Some(fix) = &finding.fix {
        let applicability = format!("{:?}", fix.applicability).to_lowercase();
        text.push_str(&format!("  fix ({applicability}): {}\n", fix.title));
        for edit in &fix.edits {
            let old = edit.range.of(&document.text);
            text.push_str(&format!("    `{old}` -> `{}`\n", edit.replacement));
        }
        for slot in &fix.slots {
            text.push_str(&format!("    ask: ‹{}›\n", slot.ask));
        }
    }
    text
}

/// What `rule` says of a specimen: one text for each finding.
pub fn findings(rule: &'static Rule, block: &Block) -> Vec<String> {
    let (settings, body) = settings(&block.text);
    let (format, text) = whole(&block.language, &body);
    let pack = Pack::builtin();
    let (mut document, parsed) = read(format, &text, pack);
    for (mut hazard, on) in settings.hazards.clone() {
        if let Some(words) = on {
            let at = document.text.find(&words).expect("the words of the hazard are in the text");
            hazard.range = Some(TextRange::at(at, at + words.len()));
        }
        document.hazards.push(hazard);
    }
    let all = TextRange::at(0, document.text.len());
    for page in 0..settings.pages {
        let range = if page == 0 { all } else { TextRange::empty(all.end) };
        document.pages.push(Page { range, width: 595.0, height: 842.0 });
    }
    if let Some(bytes) = settings.bytes {
        document.metadata.bytes = bytes;
    }
    if let Some(size) = settings.font {
        document.format = Format::Pdf;
        document.runs = vec![Run { range: all, style: Style { size, ..Style::default() } }];
    }
    document.metadata.author = settings.metadata.author.clone();
    document.metadata.title = settings.metadata.title.clone();
    document.metadata.producer = settings.metadata.producer.clone();
    lay_out(&mut document, &settings);
    let today = settings.today.first_month();
    let facts = gather(&document, &parsed, pack, today);
    let directives = vitae_lint::directives(&document, &text);
    let context = Context::new(ContextParts {
        document: &document,
        parsed: &parsed,
        facts: &facts,
        pack,
        today: settings.today,
        level: settings.level,
        market: settings.market.as_ref().map(|code| pack.market(code).expect("a market")),
        optional: true,
        file_name: settings.file.as_deref(),
        directives: &directives,
        waivers: &[],
    });
    let outcome = run_rule(rule, &context);
    outcome.findings.iter().map(|finding| show(finding, &document)).collect()
}
