//! HTML to `Document`: the text that a browser shows, in source order, with the look that tags and
//! simple CSS give it. Own tokenizer and one pass over its tokens, so that every word keeps its place
//! in the source; no scripts run, nothing is fetched.

mod css;
mod elements;
mod look;
mod page;

use crate::decode::decode;
use crate::markup::{Tag, Token, Tokens};
use crate::{Limits, ReadError};
use css::{Names, StyleSheet, declarations};
use elements::Display;
use look::{Look, Own};
use page::Page;
use vitae_document::{Document, LineRole, NewLine};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    limits.check_size(bytes.len())?;
    // Style sheets and pictures in the source are no text: the character limit is for the page.
    let decoded = decode(bytes, usize::MAX);
    let mut reader = Reader::new(Page::new(&decoded.text, bytes.len()), limits);
    reader.collect_styles(&decoded.text);
    for token in Tokens::new(&decoded.text) {
        reader.steps += 1;
        if let Some(limit) = reader.over_limit(limits) {
            reader.page.stopped(limit);
            break;
        }
        reader.token(token);
    }
    let document = reader.page.finish();
    Ok(decoded.anchor(document))
}

/// An open element.
struct Element {
    names: Names,
    look: Look,
    own: Own,
    /// Children that were laid out in a row or grid so far.
    laid_out: u16,
}

struct Reader<'a> {
    page: Page<'a>,
    sheet: StyleSheet,
    stack: Vec<Element>,
    /// Names of the open elements that are left out, outermost first.
    dropped: Vec<String>,
    lists: u8,
    steps: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn new(page: Page<'a>, limits: &Limits) -> Self {
        Self {
            page,
            sheet: StyleSheet::default(),
            stack: Vec::new(),
            dropped: Vec::new(),
            lists: 0,
            steps: 0,
            depth: limits.depth,
        }
    }

    /// Style sheets count for the whole page, wherever they stand.
    fn collect_styles(&mut self, source: &str) {
        if !source.contains("<style") && !source.contains("<STYLE") {
            return;
        }
        let mut in_style = false;
        for token in Tokens::new(source) {
            match token {
                Token::Raw(css, _) if in_style => self.sheet.add(css),
                Token::Open(tag) => {
                    let media = tag.attribute("media").unwrap_or_default();
                    in_style = tag.name == "style" && !media.contains("print");
                }
                _ => {}
            }
        }
    }

    fn over_limit(&self, limits: &Limits) -> Option<String> {
        if self.steps > limits.steps {
            Some(format!("{} steps", limits.steps))
        } else if self.page.characters() > limits.characters {
            Some(format!("{} characters", limits.characters))
        } else {
            None
        }
    }

    fn token(&mut self, token: Token<'_>) {
        match token {
            Token::Open(tag) => self.open(&tag),
            Token::Close(tag) => self.close(&tag.name),
            Token::Text(text, at) if self.dropped.is_empty() => {
                let look = self.look();
                self.page.text(text, at, &look);
            }
            Token::Raw(text, _) => self.raw(text),
            Token::Text(..) => {}
        }
    }

    fn look(&self) -> Look {
        self.stack.last().map_or_else(Look::default, |element| element.look)
    }

    fn raw(&mut self, text: &str) {
        if self.dropped.last().is_some_and(|name| name == "title")
            && !self.dropped.iter().any(|name| name == "svg")
        {
            self.page.title(text);
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        if tag.name == "body" {
            self.dropped.clear(); // a head without end
        }
        if tag.name == "meta" {
            return self.page.meta(tag);
        }
        let drop = elements::is_dropped(&tag.name) || tag.name == "title";
        if drop || !self.dropped.is_empty() {
            if !elements::is_void(&tag.name) && !tag.closed && self.dropped.len() < self.depth {
                self.dropped.push(tag.name.clone());
            }
            return;
        }
        self.end_implied(&tag.name);
        match tag.name.as_str() {
            "br" => self.page.hard_break(self.lists > 0),
            "hr" => self.page.rule(),
            "img" => self.page.picture(),
            "html" => self.page.language(tag),
            _ => {}
        }
        if elements::is_void(&tag.name) {
            return;
        }
        if self.stack.len() >= self.depth {
            // Too deep to follow: the text stays, in the look of what is around it.
            self.page.too_deep(self.depth);
            if elements::display(&tag.name) == Display::Block {
                self.page.end_block();
            }
            return;
        }
        let element = self.element(tag);
        self.begin(tag, &element);
        self.stack.push(element);
    }

    fn element(&mut self, tag: &Tag<'_>) -> Element {
        let classes = tag.attribute("class").unwrap_or_default();
        let names = Names {
            tag: tag.name.clone(),
            id: tag.attribute("id").unwrap_or_default(),
            classes: classes.split_whitespace().map(String::from).collect(),
        };
        let mut inline = declarations(&tag.attribute("style").unwrap_or_default());
        if tag.attribute("hidden").is_some() {
            inline.extend(declarations("display:none"));
        }
        if let Some(color) = tag.attribute("color").or_else(|| tag.attribute("bgcolor")) {
            let property = if tag.name == "font" { "color" } else { "background-color" };
            inline.extend(declarations(&format!("{property}:{color}")));
        }
        let above = self.stack.iter().map(|element| &element.names);
        let mut all = self.sheet.declarations(&names, above, &mut self.steps);
        all.extend(&inline);
        let parent = self.stack.last().map_or_else(Look::default, |element| element.look);
        let (look, mut own) = parent.child(&tag.name, &all, &self.sheet);
        let stacked =
            self.stack.last().is_some_and(|parent| parent.own.display == Display::Grid(1));
        if stacked && matches!(own.display, Display::Inline | Display::InlineBlock) {
            own.display = Display::Block;
        }
        // Chips stand apart although the style sheet that draws them is elsewhere.
        if own.display == Display::Inline && names.classes.iter().any(|class| is_chip(class)) {
            (own.gap_before, own.gap_after) = (true, true);
        }
        if own.display == Display::Inline && names.tag == "time" {
            own.display = Display::InlineBlock;
        }
        Element { names, look, own, laid_out: 0 }
    }

    /// Starts the line, cell or gap that an element stands for.
    fn begin(&mut self, tag: &Tag<'_>, element: &Element) {
        if element.look.hidden.is_some() {
            return;
        }
        match tag.name.as_str() {
            "ul" | "ol" | "menu" => self.lists = self.lists.saturating_add(1),
            "table" => self.page.begin_table(),
            "tr" => self.page.begin_row(),
            "td" | "th" => {
                let span = tag.attribute("colspan").and_then(|span| span.trim().parse().ok());
                self.page.begin_cell(span.unwrap_or(1));
            }
            "a" => self.page.begin_link(tag.attribute("href")),
            _ => {}
        }
        let line = self.line(tag, element);
        if self.lay_out_child(&line) {
            return;
        }
        let block = !matches!(element.own.display, Display::Inline | Display::InlineBlock);
        if block {
            self.page.begin_block(line);
        } else if element.own.gap_before {
            self.page.tab();
        } else if element.own.display == Display::InlineBlock {
            self.page.space();
        }
    }

    /// Children of a row stand on one line with a gap between them. True for such a child.
    fn lay_out_child(&mut self, line: &NewLine) -> bool {
        let Some(parent) = self.stack.last_mut() else { return false };
        let columns = match parent.own.display {
            Display::Row => u16::MAX,
            Display::Grid(columns) if columns > 1 => columns,
            _ => return false,
        };
        if parent.laid_out.is_multiple_of(columns) && parent.laid_out > 0 {
            self.page.end_block();
        } else if parent.laid_out > 0 {
            self.page.tab();
        } else if matches!(line.role, LineRole::Heading(_)) {
            self.page.begin_block(line.clone());
        }
        parent.laid_out = parent.laid_out.saturating_add(1);
        true
    }

    fn line(&self, tag: &Tag<'_>, element: &Element) -> NewLine {
        let level = |level: &str| level.parse::<u8>().ok().filter(|level| (1..=6).contains(level));
        let role = match tag.name.as_str() {
            "li" => LineRole::Item(self.lists.saturating_sub(1)),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                level(&tag.name[1..]).map_or(LineRole::Text, LineRole::Heading)
            }
            _ if tag.attribute("role").as_deref() == Some("heading") => LineRole::Heading(
                tag.attribute("aria-level").as_deref().and_then(level).unwrap_or(2),
            ),
            _ => LineRole::Text,
        };
        let indent = 2.0 * f32::from(self.lists);
        NewLine {
            role,
            indent,
            gap_above: element.own.gap,
            ruled: element.own.ruled,
            ..NewLine::default()
        }
    }

    fn close(&mut self, name: &str) {
        if !self.dropped.is_empty() {
            if let Some(at) = self.dropped.iter().rposition(|open| open == name) {
                self.dropped.truncate(at);
            }
            return;
        }
        let found = self.stack.iter().rposition(|element| element.names.tag == name);
        // A stray end tag inside a cell must not end the table around it.
        let wall = self
            .stack
            .iter()
            .rposition(|element| matches!(element.names.tag.as_str(), "td" | "th"));
        match found {
            Some(at) if wall.is_none_or(|wall| at >= wall || elements_of_table(name)) => {
                self.pop_to(at)
            }
            _ if elements::display(name) == Display::Block => self.page.end_block(),
            _ => {}
        }
    }

    fn end_implied(&mut self, name: &str) {
        let (ended, walls) = elements::ends(name);
        let is = |element: &Element, names: &[&str]| names.contains(&element.names.tag.as_str());
        let stop = self.stack.iter().rposition(|element| is(element, walls)).map_or(0, |at| at + 1);
        if let Some(at) = self.stack[stop..].iter().position(|element| is(element, ended)) {
            self.pop_to(stop + at);
        }
    }

    fn pop_to(&mut self, at: usize) {
        while self.stack.len() > at {
            let Some(element) = self.stack.pop() else { break };
            self.end(&element);
        }
    }

    fn end(&mut self, element: &Element) {
        if element.look.hidden.is_some() {
            return;
        }
        match element.names.tag.as_str() {
            "ul" | "ol" | "menu" => self.lists = self.lists.saturating_sub(1),
            "a" => self.page.end_link(),
            _ => {}
        }
        let in_row = self
            .stack
            .last()
            .is_some_and(|parent| matches!(parent.own.display, Display::Row | Display::Grid(_)));
        match element.own.display {
            _ if in_row => {}
            Display::Inline | Display::InlineBlock if element.own.gap_after => self.page.tab(),
            Display::Inline => {}
            Display::InlineBlock => self.page.space(),
            _ => self.page.end_block(),
        }
        match element.names.tag.as_str() {
            "table" => self.page.end_table(),
            "td" | "th" => self.page.end_cell(),
            _ => {}
        }
    }
}

/// Classes that authors give to names in a row: `tag`, `skill-badge`.
fn is_chip(class: &str) -> bool {
    const WORDS: &[&str] = &["tag", "chip", "badge", "pill", "skill", "keyword"];
    class.split(['-', '_']).any(|part| WORDS.iter().any(|word| word.eq_ignore_ascii_case(part)))
}

fn elements_of_table(name: &str) -> bool {
    matches!(name, "table" | "tr" | "thead" | "tbody" | "tfoot")
}

#[cfg(test)]
mod tests;
