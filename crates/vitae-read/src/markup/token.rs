//! The tokenizer: a slice of source in, tags and stretches of text out, each with its place.

use super::decode_entities;

/// A piece of HTML source.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token<'a> {
    /// A start tag, or one that closes itself.
    Open(Tag<'a>),
    /// An end tag.
    Close(Tag<'a>),
    /// Text as written (character references not replaced) and the byte where it starts.
    Text(&'a str, usize),
    /// The contents of `script`, `style`, `title` or `textarea`, as written.
    Raw(&'a str, usize),
}

/// A tag.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tag<'a> {
    /// Its name in small letters.
    pub(crate) name: String,
    /// What stands between name and `>`.
    attributes: &'a str,
    /// Written as `<br/>`.
    pub(crate) closed: bool,
}

impl Tag<'_> {
    /// The value of an attribute, character references replaced; empty when it has none.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        if self.attributes.is_empty() {
            return None;
        }
        attributes(self.attributes)
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| decode_entities(value))
    }
}

/// Names and raw values. Values may be quoted or not; without `=` the value is empty.
fn attributes(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|ch: char| ch.is_whitespace() || ch == '/');
        if rest.is_empty() {
            return None;
        }
        // A stray `=` is part of the name, so that every turn takes at least one character.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let ends = |ch: char| ch.is_whitespace() || matches!(ch, '=' | '/');
        let end = rest[first..].find(ends).map_or(rest.len(), |at| at + first);
        let name = &rest[..end];
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else { return Some((name, "")) };
        let after = after.trim_start();
        let (value, tail) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
        };
        rest = tail;
        Some((name, value))
    })
}

/// The tokens of a source.
pub(crate) struct Tokens<'a> {
    source: &'a str,
    at: usize,
    /// Set after the start tag of an element whose contents are no markup.
    raw: Option<String>,
    /// No `"` or `'` is left; without this, a file of open quotes would be searched again for each.
    unclosed: [bool; 2],
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self { source, at: 0, raw: None, unclosed: [false; 2] }
    }

    /// Where the `>` of a tag stands; a `>` inside a quoted value is not it.
    fn tag_end(&mut self, body: &str) -> usize {
        let bytes = body.as_bytes();
        let (mut at, mut value) = (0, false);
        while at < bytes.len() {
            let byte = bytes[at];
            match byte {
                b'>' => return at,
                b'"' | b'\'' if value && !self.unclosed[usize::from(byte == b'"')] => {
                    match body[at + 1..].find(char::from(byte)) {
                        Some(len) => at += len + 1,
                        None => self.unclosed[usize::from(byte == b'"')] = true,
                    }
                }
                _ => {}
            }
            // A quote opens a value only after `=`.
            value = byte == b'=' || (value && byte.is_ascii_whitespace());
            at += 1;
        }
        body.len()
    }

    fn raw_text(&mut self, name: &str) -> Option<Token<'a>> {
        let rest = &self.source[self.at..];
        let mut end = rest.len();
        for (at, _) in rest.match_indices("</") {
            let after = rest.as_bytes().get(at + 2..at + 2 + name.len()).unwrap_or_default();
            if after.eq_ignore_ascii_case(name.as_bytes()) {
                end = at;
                break;
            }
        }
        let start = self.at;
        self.at += end;
        (end > 0).then(|| Token::Raw(&rest[..end], start))
    }

    /// A tag at the `<` where the source stands; none when it is no tag. Declarations, comments and
    /// processing instructions are stepped over and give `Some(None)`.
    fn markup(&mut self) -> Option<Option<Token<'a>>> {
        let rest = &self.source[self.at..];
        let skip = |end: &str, from: usize| {
            rest.get(from..)
                .and_then(|tail| tail.find(end))
                .map_or(rest.len(), |at| from + at + end.len())
        };
        if rest.starts_with("<!--") {
            self.at += skip("-->", 4);
            return Some(None);
        }
        if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let end = data.find("]]>").unwrap_or(data.len());
            let start = self.at + 9;
            self.at = (start + end + 3).min(self.source.len());
            return Some(Some(Token::Text(&data[..end], start)));
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            self.at += skip(">", 2);
            return Some(None);
        }
        let (body, closing) = match rest.strip_prefix("</") {
            Some(body) => (body, true),
            None => (&rest[1..], false),
        };
        if !body.starts_with(|ch: char| ch.is_ascii_alphabetic()) {
            return None;
        }
        let end = self.tag_end(body);
        let inner = &body[..end];
        self.at = (self.at + (rest.len() - body.len()) + end + 1).min(self.source.len());
        let split = inner.find(|ch: char| ch.is_whitespace() || ch == '/').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(split);
        let closed = attributes.ends_with('/');
        let tag = Tag { name: name.to_ascii_lowercase(), attributes, closed };
        if closing {
            return Some(Some(Token::Close(tag)));
        }
        if matches!(tag.name.as_str(), "script" | "style" | "title" | "textarea") && !closed {
            self.raw = Some(tag.name.clone());
        }
        Some(Some(Token::Open(tag)))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take()
            && let Some(token) = self.raw_text(&name)
        {
            return Some(token);
        }
        let start = self.at;
        let mut search = start;
        while let Some(found) = self.source.get(search..).and_then(|rest| rest.find('<')) {
            let less = search + found;
            if less > start && self.is_markup(less) {
                self.at = less;
                return Some(Token::Text(&self.source[start..less], start));
            }
            if less == start {
                self.at = less;
                match self.markup() {
                    Some(Some(token)) => return Some(token),
                    Some(None) => return self.next_after_comment(),
                    None => {}
                }
            }
            search = less + 1;
        }
        self.at = self.source.len();
        (start < self.at).then(|| Token::Text(&self.source[start..], start))
    }
}

impl<'a> Tokens<'a> {
    fn is_markup(&self, at: usize) -> bool {
        let next = self.source.as_bytes().get(at + 1..).unwrap_or_default();
        match next {
            [b'/', letter, ..] => letter.is_ascii_alphabetic(),
            [b'!' | b'?', ..] => true,
            [letter, ..] => letter.is_ascii_alphabetic(),
            [] => false,
        }
    }

    /// Steps over what `markup` skipped; a loop, since a file of comments would overflow the stack.
    fn next_after_comment(&mut self) -> Option<Token<'a>> {
        while self.source[self.at..].starts_with("<!") || self.source[self.at..].starts_with("<?") {
            match self.markup() {
                Some(Some(token)) => return Some(token),
                Some(None) => {}
                None => break,
            }
        }
        self.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(source: &str) -> Vec<String> {
        Tokens::new(source)
            .map(|token| match token {
                Token::Open(tag) => format!("<{}>", tag.name),
                Token::Close(tag) => format!("</{}>", tag.name),
                Token::Text(text, at) | Token::Raw(text, at) => {
                    assert_eq!(&source[at..at + text.len()], text);
                    text.to_string()
                }
            })
            .collect()
    }

    #[test]
    fn tags_text_and_raw_text() {
        let source =
            "<!doctype html><P class='a>b'>x < y<br/><!-- <b> -->z<style>p>a{}</style></p>";
        let expected =
            ["<p>", "x < y", "<br>", "z", "<style>", "p>a{}", "</style>", "</p>"].map(String::from);
        assert_eq!(words(source), expected);
    }

    #[test]
    fn attributes_in_every_spelling() {
        let Some(Token::Open(tag)) = Tokens::new("<a HREF=\"x?a=1&amp;b\" class=it hidden>").next()
        else {
            panic!("no tag")
        };
        assert_eq!(tag.attribute("href").as_deref(), Some("x?a=1&b"));
        assert_eq!(tag.attribute("class").as_deref(), Some("it"));
        assert_eq!(tag.attribute("hidden").as_deref(), Some(""));
        assert_eq!(tag.attribute("id"), None);
    }

    proptest! {
        #[test]
        fn any_source_ends(source in "[<>!/a\"'=& \\-\\[\\]\\?CDATAé]{0,120}") {
            prop_assert!(Tokens::new(&source).count() <= source.len() + 1);
        }
    }
}
