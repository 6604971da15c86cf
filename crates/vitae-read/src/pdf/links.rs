//! Link annotations to the text under them, and whether that text shows the target.

use super::compose::{PageLines, PlacedGlyph};
use vitae_document::{DocumentBuilder, Hazard, HazardKind};
use vitae_text::TextRange;

/// A link and its text.
pub(super) struct FoundLink {
    range: TextRange,
    uri: String,
    page: usize,
}

/// Adds the links of a page to `links`.
pub(super) fn find_links(
    page: &PageLines,
    index: usize,
    placed: &[PlacedGlyph],
    builder: &DocumentBuilder,
    links: &mut Vec<FoundLink>,
) {
    for area in &page.content.links {
        let under = |glyph: &&PlacedGlyph| {
            let line = &page.lines[glyph.line];
            let middle = line.baseline - 0.3 * line.size;
            let rect = &area.rect;
            line.turn == 0
                && glyph.x >= rect.x0
                && glyph.x <= rect.x1
                && middle >= rect.y0 - 1.0
                && middle <= rect.y1 + 1.0
        };
        let mut ranges: Vec<(usize, TextRange)> = Vec::new();
        for glyph in placed.iter().filter(under) {
            match ranges.last_mut() {
                Some((line, range)) if *line == glyph.line => *range = range.cover(glyph.range),
                _ => ranges.push((glyph.line, glyph.range)),
            }
        }
        if ranges.is_empty() {
            ranges.push((0, TextRange::empty(nearest(page, area.rect.y0, placed, builder))));
        }
        for (_, range) in ranges {
            links.push(FoundLink { range, uri: area.uri.clone(), page: index });
        }
    }
}

/// The end of the line nearest to `y`, for a link over a picture.
fn nearest(page: &PageLines, y: f32, placed: &[PlacedGlyph], builder: &DocumentBuilder) -> u32 {
    let distance = |glyph: &&PlacedGlyph| (page.lines[glyph.line].top() - y).abs();
    let closest = placed.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let line = closest.map(|glyph| glyph.line);
    let end = placed.iter().filter(|glyph| Some(glyph.line) == line).map(|g| g.range.end).max();
    end.unwrap_or(builder.at())
}

/// Writes all links, areas of one link joined.
pub(super) fn write_links(mut links: Vec<FoundLink>, builder: &mut DocumentBuilder) {
    links.sort_by_key(|link| link.range);
    let mut joined: Vec<FoundLink> = Vec::new();
    for link in links {
        match joined.last_mut() {
            // One link drawn as several areas.
            Some(last) if last.uri == link.uri && link.range.start <= last.range.end + 1 => {
                last.range = last.range.cover(link.range);
            }
            _ => joined.push(link),
        }
    }
    let text: String = builder
        .text()
        .chars()
        .filter(|ch| !ch.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    for link in joined {
        if !is_visible(&link.uri, &text, &digits) {
            let hazard = Hazard::page(HazardKind::LinkWithoutText, link.page);
            builder.hazard(hazard.with_range(link.range));
        }
        builder.link(link.range, link.uri);
    }
}

/// The address that a link leads to in the end: Google Docs sends every link through a page of its own.
pub(super) fn target(uri: &str) -> String {
    let redirect = ["https://www.google.com/url?", "http://www.google.com/url?"];
    let query = redirect.iter().find_map(|start| uri.strip_prefix(start));
    let wanted = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("q=")));
    match wanted.map(percent_decoded) {
        Some(target) if target.contains(':') => target,
        _ => uri.to_owned(),
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = (*byte == b'%').then(|| text_of(after.get(..2)?)).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(value) => {
                bytes.push(value);
                rest = &after[2..];
            }
            None => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn text_of(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// Whether the text shows the target of a link.
fn is_visible(uri: &str, text: &str, digits: &str) -> bool {
    let lower = uri.to_lowercase();
    if let Some(number) = lower.strip_prefix("tel:") {
        let number: String = number.chars().filter(char::is_ascii_digit).collect();
        return digits.contains(number.trim_start_matches('0'));
    }
    let target = lower
        .strip_prefix("mailto:")
        .unwrap_or_else(|| lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest));
    let target = target.strip_prefix("www.").unwrap_or(target);
    let target = target.split('?').next().unwrap_or(target).trim_end_matches('/');
    text.contains(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_of_google_docs_are_followed() {
        let uri = "https://www.google.com/url?q=https://code.example.com/mara%3Fa%3D1&sa=D&ust=17";
        assert_eq!(target(uri), "https://code.example.com/mara?a=1");
        assert_eq!(target("https://www.google.com/url?x=1"), "https://www.google.com/url?x=1");
        assert_eq!(target("mailto:mara@example.com"), "mailto:mara@example.com");
    }

    #[test]
    fn targets_are_found_in_the_text() {
        let text = "ada@example.comgithub.example.com/ada+12025550143";
        assert!(is_visible("mailto:ada@example.com", text, "12025550143"));
        assert!(is_visible("https://www.github.example.com/ada/", text, ""));
        assert!(is_visible("tel:+1-202-555-0143", text, "12025550143"));
        assert!(!is_visible("https://example.com/other", text, ""));
    }
}
