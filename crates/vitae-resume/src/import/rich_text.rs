//! Marked-up strings inside data: the HTML of Reactive Resume to paragraphs and bullets, the inline
//! Markdown of RenderCV to plain text with its first link.

/// Text of an HTML fragment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rich {
    /// Text outside of lists.
    pub(super) paragraphs: Vec<String>,
    /// List items, nested ones in order.
    pub(super) items: Vec<String>,
}

/// Reads an HTML fragment; text without tags is one paragraph per line.
pub(super) fn html(source: &str) -> Rich {
    let mut reader = Html { rich: Rich::default(), text: String::new(), depth: 0, item: false };
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        let tag = &rest[at + 1..];
        let named = tag.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '/' || ch == '!');
        // No tag is that long, and looking to the end for each `<` is quadratic.
        match tag[..tag.floor_char_boundary(4_000)].find('>').filter(|_| named) {
            Some(end) => {
                reader.tag(&tag[..end]);
                rest = &tag[end + 1..];
            }
            None => {
                reader.text.push('<');
                rest = tag;
            }
        }
    }
    reader.text(rest);
    reader.flush();
    reader.rich
}

struct Html {
    rich: Rich,
    text: String,
    /// Lists that are open.
    depth: usize,
    /// The text belongs to a list item.
    item: bool,
}

impl Html {
    fn text(&mut self, raw: &str) {
        let decoded = entities(raw);
        if self.depth > 0 {
            self.text.push_str(&decoded);
            return;
        }
        for (index, line) in decoded.split('\n').enumerate() {
            if index > 0 {
                self.flush();
            }
            self.text.push_str(line);
        }
    }

    fn tag(&mut self, tag: &str) {
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|ch| ch.to_ascii_lowercase())
            .collect();
        let closing = tag.starts_with('/');
        match name.as_str() {
            "ul" | "ol" => {
                self.flush();
                self.depth = if closing { self.depth.saturating_sub(1) } else { self.depth + 1 };
                self.item = false;
            }
            "li" => {
                self.flush();
                self.item = !closing;
            }
            // A paragraph inside an item is the item.
            "p" | "div" if self.item => self.text.push(' '),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "tr" => {
                self.flush();
            }
            "br" if self.item => self.text.push(' '),
            "br" => self.flush(),
            _ => {}
        }
    }

    fn flush(&mut self) {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.text.clear();
        if text.is_empty() {
            return;
        }
        let list = self.item || self.depth > 0;
        if list { self.rich.items.push(text) } else { self.rich.paragraphs.push(text) }
    }
}

/// Replaces character references; unknown ones stay as they are.
fn entities(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let name = tail.bytes().take(10).position(|byte| byte == b';');
        match name.and_then(|end| Some((entity(tail.get(..end)?)?, end))) {
            Some((ch, end)) => {
                text.push(ch);
                rest = &tail[end + 1..];
            }
            None => {
                text.push('&');
                rest = tail;
            }
        }
    }
    text.push_str(rest);
    text
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        };
        return code.and_then(char::from_u32).filter(|ch| *ch == '\n' || !ch.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "euro" => '€',
        "pound" => '£',
        _ => return None,
    })
}

/// Inline Markdown without its marks, and the target of its first link.
pub(super) fn markdown(source: &str) -> (String, Option<String>) {
    let mut text = String::with_capacity(source.len());
    let mut link = None;
    let mut rest = source;
    while let Some(at) = rest.find(['[', '*', '\\', '`']) {
        text.push_str(&rest[..at]);
        let tail = &rest[at..];
        let (shown, target, used) = mark(tail).unwrap_or_else(|| (tail[..1].to_owned(), None, 1));
        text.push_str(&shown);
        link = link.or(target);
        rest = &tail[used..];
    }
    text.push_str(rest);
    (text, link)
}

/// The mark at the start of `text`: what it shows, a link target, and its length.
fn mark(text: &str) -> Option<(String, Option<String>, usize)> {
    if text.starts_with('[') {
        // Far away it belongs to another bracket, and looking there is quadratic.
        let near = &text[..text.floor_char_boundary(400)];
        let close = near.find("](")?;
        let address = &text[close..text.floor_char_boundary(close + 2_000)];
        let end = close + address.find(')')?;
        let inner = text.get(1..close).filter(|inner| !inner.contains(['[', '\n']))?;
        let (shown, _) = markdown(inner);
        return Some((shown, Some(text[close + 2..end].trim().to_owned()), end + 1));
    }
    if let Some(rest) = text.strip_prefix('\\') {
        let next = rest.chars().next().filter(char::is_ascii_punctuation)?;
        return Some((next.to_string(), None, 1 + next.len_utf8()));
    }
    for fence in ["***", "**", "*", "`"] {
        let Some(inner) = text.strip_prefix(fence) else { continue };
        // `2 * 3 * 4` is no emphasis: a mark touches the words inside it.
        let opens = inner.starts_with(|ch: char| !ch.is_whitespace() && ch != '*');
        let Some(close) = inner.find(fence).filter(|_| opens) else { continue };
        let body = &inner[..close];
        if body.ends_with(char::is_whitespace) || body.is_empty() || body.contains('\n') {
            continue;
        }
        let (shown, target) = if fence == "`" { (body.to_owned(), None) } else { markdown(body) };
        return Some((shown, target, fence.len() * 2 + close));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_paragraphs_and_items() {
        let rich = html(
            "<p>Leads a &lt;small&gt; team.</p><ul><li><p>Cut cost &amp; time</p></li><li>Ran<br>it</li></ul>",
        );
        assert_eq!(rich.paragraphs, ["Leads a <small> team."]);
        assert_eq!(rich.items, ["Cut cost & time", "Ran it"]);
        assert_eq!(html("p99 < 5 ms\nsecond").paragraphs, ["p99 < 5 ms", "second"]);
        assert_eq!(html("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>").items, ["a", "b", "c"]);
    }

    #[test]
    fn markdown_marks_go_and_arithmetic_stays() {
        let plain = |text: &str| markdown(text).0;
        assert_eq!(plain("**Bold** and *it* and `x*y`"), "Bold and it and x*y");
        assert_eq!(plain("2 * 3 * 4, snake_case, C*"), "2 * 3 * 4, snake_case, C*");
        let link = markdown("[tool](https://example.com/tool) in Go");
        assert_eq!(link, ("tool in Go".to_owned(), Some("https://example.com/tool".to_owned())));
        assert_eq!(plain("[x] done"), "[x] done");
    }
}
