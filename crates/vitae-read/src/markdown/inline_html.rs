//! Raw HTML inside Markdown: tags are left out, their text stays; breaks, headings, items, links and
//! bold text are understood, comments, scripts and styles dropped.

use super::Reader;
use crate::markup::{Tag, Token, Tokens, reference};
use std::ops::Range;
use vitae_document::{LineRole, NewLine};

/// A single tag or comment inside a paragraph.
pub(super) fn write(reader: &mut Reader<'_>, html: &str) {
    for token in Tokens::new(html) {
        match token {
            Token::Open(tag) => open(reader, &tag),
            Token::Close(tag) => close(reader, &tag.name),
            Token::Text(..) | Token::Raw(..) => {}
        }
    }
}

/// A block of HTML with text between its tags.
pub(super) fn write_block(reader: &mut Reader<'_>, block: Range<usize>) {
    let Some(html) = reader.source.get(block.clone()) else { return };
    reader.block(LineRole::Text, &block);
    for token in Tokens::new(html) {
        match token {
            Token::Open(tag) if is_block(&tag.name) => {
                let role = match tag.name.as_bytes() {
                    [b'h', level @ b'1'..=b'6'] => LineRole::Heading(level - b'0'),
                    b"li" => LineRole::Item(0),
                    _ => LineRole::Text,
                };
                reader.builder.end_line();
                reader.next = Some(NewLine { role, ..NewLine::default() });
            }
            Token::Open(tag) => open(reader, &tag),
            Token::Close(tag) if is_block(&tag.name) => {
                reader.builder.end_line();
                reader.next.get_or_insert_with(NewLine::default);
            }
            Token::Close(tag) => close(reader, &tag.name),
            Token::Text(text, at) => text_between(reader, text, block.start + at),
            Token::Raw(..) => {}
        }
    }
    reader.builder.end_line();
    reader.next = None;
}

fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "section",
        "header",
        "footer",
        "center",
        "hr",
        "dl",
        "dt",
        "dd",
        "details",
        "summary",
        "article",
        "main",
        "blockquote",
        "pre",
    ];
    BLOCKS.contains(&name)
}

fn open(reader: &mut Reader<'_>, tag: &Tag<'_>) {
    match tag.name.as_str() {
        "br" => reader.hard_break(),
        "b" | "strong" => reader.bold += 1,
        "i" | "em" => reader.italic += 1,
        "img" => reader.pictures += 1,
        "a" => {
            reader.open();
            reader.links.push((reader.builder.at(), tag.attribute("href").unwrap_or_default()));
        }
        _ => {}
    }
}

fn close(reader: &mut Reader<'_>, name: &str) {
    match name {
        "b" | "strong" => reader.bold = reader.bold.saturating_sub(1),
        "i" | "em" => reader.italic = reader.italic.saturating_sub(1),
        "a" => reader.close_link(),
        _ => {}
    }
}

/// Words with single spaces, and character references replaced.
fn text_between(reader: &mut Reader<'_>, text: &str, start: usize) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let word =
            rest.find(|ch: char| ch.is_ascii_whitespace() || ch == '&').unwrap_or(rest.len());
        if word > 0 {
            reader.push(&rest[..word], start + at..start + at + word);
            at += word;
        } else if let Some((ch, len)) = reference(rest) {
            reader.push(ch.encode_utf8(&mut [0; 4]), start + at..start + at + len);
            at += len;
        } else if rest.starts_with('&') {
            reader.push("&", start + at..start + at + 1);
            at += 1;
        } else {
            let space =
                rest.len() - rest.trim_start_matches(|ch: char| ch.is_ascii_whitespace()).len();
            if reader.next.is_none() && !reader.builder.text().ends_with(['\n', ' ']) {
                reader.push(" ", start + at..start + at + space);
            }
            at += space;
        }
    }
}
