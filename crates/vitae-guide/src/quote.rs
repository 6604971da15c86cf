//! Words of a resume as they are quoted: on one line, cut where they are long, with their place.

use serde::Serialize;
use vitae_document::Document;
use vitae_facts::Bullet;
use vitae_lint::Context;
use vitae_text::TextRange;

/// A quote is at most so many characters long.
const LONGEST: usize = 150;

/// Words that stand on the resume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// As written, on one line; `…` where it was cut.
    pub text: String,
    /// Line, as the `line` of a finding.
    pub line: u32,
    /// Page, for formats that have pages.
    pub page: Option<u32>,
    /// All of what it was cut from, in the text of the document.
    pub range: TextRange,
}

impl Quote {
    /// A bullet, with `focus` (in its own text) in sight.
    pub(crate) fn bullet(bullet: &Bullet, focus: TextRange, document: &Document) -> Self {
        Self::new(window(bullet.text.as_str(), focus, LONGEST), bullet.range, document)
    }

    /// What a finding at `range` is about: its bullet, its line where it is only a part of one, else
    /// the range itself. None when it is about nothing in particular.
    pub(crate) fn finding(range: TextRange, context: &Context<'_>) -> Option<Self> {
        let document = context.document;
        if range.is_empty() {
            return None;
        }
        let bullets = &context.facts.bullets;
        let bullet = bullets.iter().find(|it| !it.range.is_empty() && it.range.contains(range));
        if let Some(bullet) = bullet {
            return Some(Self::bullet(bullet, bullet.text.of_source(range)?, document));
        }
        Self::line(range, document).or_else(|| Self::range(range, document))
    }

    /// The line that holds `range`, without its bullet glyph; none when it runs over several.
    pub(crate) fn line(range: TextRange, document: &Document) -> Option<Self> {
        let line = &document.lines[document.line_at(range.start)?];
        let content = line.content_range();
        let text = content.of(&document.text);
        let at = TextRange::new(
            range.start.saturating_sub(content.start),
            range.end.saturating_sub(content.start),
        );
        content
            .contains(range)
            .then(|| Self::new(window(text, at, LONGEST), content, document))
            .filter(|quote| !quote.text.is_empty())
    }

    /// A stretch of the document; none when it is empty.
    pub(crate) fn range(range: TextRange, document: &Document) -> Option<Self> {
        let text = range.of(&document.text);
        (!text.trim().is_empty())
            .then(|| Self::new(window(text, TextRange::default(), LONGEST), range, document))
    }

    /// Words of a text that was joined from the document, with `focus` in sight; `range` is where they
    /// stand there.
    pub(crate) fn around(
        text: &str,
        focus: TextRange,
        range: TextRange,
        document: &Document,
    ) -> Option<Self> {
        (!text.trim().is_empty()).then(|| Self::new(window(text, focus, LONGEST), range, document))
    }

    fn new(text: String, range: TextRange, document: &Document) -> Self {
        let line = document.line_number(range.start);
        let page = document.page_at(range.start).and_then(|page| u32::try_from(page + 1).ok());
        Self { text, line, page, range }
    }
}

/// `text` on one line; when it is longer than `limit` characters, the words around `focus`.
fn window(text: &str, focus: TextRange, limit: usize) -> String {
    let start = text.as_ptr() as usize;
    let words: Vec<(usize, &str)> =
        text.split_whitespace().map(|word| (word.as_ptr() as usize - start, word)).collect();
    let width = |words: &[(usize, &str)]| -> usize {
        words.iter().map(|(_, word)| word.chars().count() + 1).sum::<usize>()
    };
    let join =
        |words: &[(usize, &str)]| words.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
    if width(&words) <= limit + 1 {
        return join(&words);
    }
    let behind = words.partition_point(|(at, _)| *at < focus.end as usize).max(1);
    let mut first = 0;
    // From the start where that shows the focus, else from as few words before it as fit.
    while first + 1 < behind && width(&words[first..behind]) > limit {
        first += 1;
    }
    let mut last = first + 1;
    while last < words.len() && width(&words[first..=last]) <= limit {
        last += 1;
    }
    let mut out = join(&words[first..last]);
    if out.chars().count() > limit {
        out = out.chars().take(limit).collect();
    }
    let open = if first > 0 { "… " } else { "" };
    let close = if last < words.len() { " …" } else { "" };
    let out = out.trim_end_matches([',', ';', ':', '-', '–', '—', ' ']);
    format!("{open}{out}{close}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_at_words_with_the_focus_in_sight() {
        let text = "one two  three\nfour five six seven";
        let at = |word: &str| {
            let start = text.find(word).unwrap_or(0);
            TextRange::at(start, start + word.len())
        };
        assert_eq!(window(text, at("one"), 60), "one two three four five six seven");
        assert_eq!(window(text, at("two"), 16), "one two three …");
        assert_eq!(window(text, at("six"), 16), "… four five six …");
        assert_eq!(window("", TextRange::default(), 9), "");
        assert_eq!(window("ununterbrochen", TextRange::default(), 5), "ununt");
    }
}
