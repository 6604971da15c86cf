//! A part as a tree: names without prefix, attributes, text. Built in one pass; stops at broken XML
//! and at its limits, and keeps what came before.

use crate::markup::decode_entities;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::borrow::Cow;
use vitae_document::{Hazard, HazardKind};

const NONE: u32 = u32::MAX;
/// Bytes of attributes of one element that are kept; every question about one searches them.
const ATTRIBUTES: usize = 16 << 10;

struct Node<'a> {
    /// Without prefix; empty for text.
    name: &'a str,
    /// Attributes of an element as written; the text of a text.
    content: Cow<'a, str>,
    first: u32,
    next: u32,
}

/// A part. The first node stands for the part itself.
pub(crate) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// What kept the rest of the part from being read.
    stopped: Option<Stop>,
}

/// Why a part was not read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stop {
    /// The XML is broken at this byte.
    Broken(u64),
    /// More elements than the limit.
    Steps(usize),
    /// Elements inside each other beyond the limit were left out.
    Depth(usize),
}

struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    /// Open elements, each with its last child.
    open: Vec<(u32, u32)>,
    /// Elements that are open below the deepest one that is kept.
    lost: usize,
    /// Pieces of text that were joined to the one before; each is a step like a node.
    joined: usize,
    stopped: Option<Stop>,
}

fn reader(source: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = false;
    // The start tag may stand before a part that was stepped over.
    reader.config_mut().allow_unmatched_ends = true;
    reader
}

/// Elements that nobody here asks for. In the style sheets of some programs they are nine tenths.
/// None of them holds another of its kind.
fn is_unread(tag: &str) -> bool {
    let name = tag.split_ascii_whitespace().next().unwrap_or("");
    let local = name.rsplit(':').next().unwrap_or(name);
    matches!(local, "tblStylePr" | "latentStyles" | "tblGrid")
        || (local == "style" && tag.contains("type=\"table\""))
}

/// At most `limit` bytes of a text.
fn cut(text: &str, limit: usize) -> &str {
    let mut end = text.len().min(limit);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Length of what follows a start tag up to the end of its end tag.
fn to_end_tag(tag: &str, rest: &str) -> Option<usize> {
    let end = format!("</{}>", tag.split_ascii_whitespace().next()?);
    rest.find(&end).map(|at| at + end.len())
}

impl<'a> Builder<'a> {
    fn add(&mut self, name: &'a str, content: Cow<'a, str>) -> u32 {
        let index = self.nodes.len() as u32;
        self.nodes.push(Node { name, content, first: NONE, next: NONE });
        if let Some((parent, last)) = self.open.last_mut() {
            let before = std::mem::replace(last, index);
            if before == NONE {
                self.nodes[*parent as usize].first = index;
            } else {
                self.nodes[before as usize].next = index;
            }
        }
        index
    }

    /// A tag, given as what stands between `<` and `>`.
    fn element(&mut self, tag: &'a str, stays_open: bool, depth: usize) {
        if self.lost > 0 || self.open.len() > depth {
            if self.open.len() > depth {
                self.stopped = Some(Stop::Depth(depth));
            }
            self.lost += usize::from(stays_open);
            return;
        }
        let end = tag.find(|ch: char| ch.is_ascii_whitespace()).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(end);
        let attributes = cut(attributes, ATTRIBUTES);
        let name = name.rsplit(':').next().unwrap_or(name);
        let index = self.add(name, Cow::Borrowed(attributes));
        if stays_open {
            self.open.push((index, NONE));
        }
    }

    fn text(&mut self, text: Cow<'a, str>) {
        if self.lost > 0 || self.open.len() < 2 {
            return;
        }
        // Entities cut a text into pieces; millions of them would take hundreds of megabytes.
        let last = self.open.last().map_or(NONE, |(_, last)| *last);
        match self.nodes.get_mut(last as usize) {
            Some(node) if node.name.is_empty() => {
                node.content.to_mut().push_str(&text);
                self.joined += 1;
            }
            _ => _ = self.add("", text),
        }
    }

    fn end(&mut self) {
        if self.lost > 0 {
            self.lost -= 1;
        } else if self.open.len() > 1 {
            self.open.pop();
        }
    }
}

impl<'a> Tree<'a> {
    /// Reads `source`, with at most `steps` nodes and `depth` elements inside each other.
    pub(crate) fn parse(source: &'a str, steps: usize, depth: usize) -> Self {
        let mut reader = reader(source);
        // Where the reader was started in the source.
        let mut base = 0;
        let mut can_skip = true;
        let root = Node { name: "", content: Cow::Borrowed(""), first: NONE, next: NONE };
        let mut builder =
            Builder { nodes: vec![root], open: vec![(0, NONE)], lost: 0, joined: 0, stopped: None };
        let mut at = 0;
        loop {
            let event = reader.read_event();
            let end = base + reader.buffer_position() as usize;
            // What stands between `<` and `>` of the tag that was just read.
            let tag = |tail: usize| {
                let raw = source.get(at..end).unwrap_or("");
                let from = raw.find('<').map_or(0, |less| less + 1);
                raw.get(from..raw.len().saturating_sub(tail)).unwrap_or("")
            };
            match event {
                Ok(Event::Start(_)) => {
                    if can_skip && is_unread(tag(1)) {
                        if let Some(len) = to_end_tag(tag(1), &source[end..]) {
                            base = end + len;
                            reader = self::reader(&source[base..]);
                            at = base;
                            continue;
                        }
                        // One search of the whole part for nothing is enough.
                        can_skip = false;
                    }
                    builder.element(tag(1), true, depth);
                }
                Ok(Event::Empty(_)) => builder.element(tag(2), false, depth),
                Ok(Event::End(_)) => builder.end(),
                Ok(Event::Text(text)) => builder.text(text.xml10_content()),
                Ok(Event::CData(text)) => builder.text(text.xml10_content()),
                Ok(Event::GeneralRef(reference)) => {
                    builder.text(Cow::Owned(decode_entities(&format!("&{};", &*reference))));
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(_) => {
                    builder.stopped = Some(Stop::Broken(base as u64 + reader.error_position()));
                    break;
                }
            }
            at = end;
            if builder.nodes.len() + builder.joined > steps {
                builder.stopped = Some(Stop::Steps(steps));
                break;
            }
        }
        if builder.open.len() > 1 && builder.stopped.is_none() {
            builder.stopped = Some(Stop::Broken(source.len() as u64));
        }
        Tree { nodes: builder.nodes, stopped: builder.stopped }
    }

    /// What kept the rest of `part` from being read.
    pub(crate) fn fault(&self, part: &str) -> Option<Hazard> {
        let kind = match self.stopped.as_ref()? {
            Stop::Broken(at) => {
                HazardKind::Damaged { detail: format!("{part} breaks off at byte {at}") }
            }
            Stop::Steps(limit) => HazardKind::LimitReached { limit: format!("{limit} steps") },
            Stop::Depth(limit) => {
                HazardKind::LimitReached { limit: format!("{limit} elements inside each other") }
            }
        };
        Some(Hazard::file(kind))
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The outermost element; without children when there is none.
    pub(crate) fn root(&self) -> Element<'_> {
        let part = Element { nodes: &self.nodes, index: 0 };
        part.children().find(|child| !child.is_text()).unwrap_or(part)
    }
}

/// An element or a piece of text.
#[derive(Clone, Copy)]
pub(crate) struct Element<'t> {
    nodes: &'t [Node<'t>],
    index: u32,
}

impl<'t> Element<'t> {
    fn node(self) -> &'t Node<'t> {
        &self.nodes[self.index as usize]
    }

    /// Name without prefix; empty for text.
    pub(crate) fn name(self) -> &'t str {
        self.node().name
    }

    fn is_text(self) -> bool {
        self.index > 0 && self.node().name.is_empty()
    }

    pub(crate) fn children(self) -> impl Iterator<Item = Element<'t>> {
        let mut next = self.node().first;
        std::iter::from_fn(move || {
            if next == NONE {
                return None;
            }
            let child = Element { nodes: self.nodes, index: next };
            next = child.node().next;
            Some(child)
        })
    }

    /// The first child element of a name.
    pub(crate) fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.name() == name)
    }

    /// The text that this piece of text is.
    #[cfg(feature = "odt")]
    pub(crate) fn own_text(self) -> &'t str {
        if self.is_text() { &self.node().content } else { "" }
    }

    /// The text directly inside.
    pub(crate) fn text(self) -> String {
        let texts = self.children().filter(|child| child.is_text());
        texts.map(|child| &*child.node().content).collect()
    }

    /// The value of an attribute, whatever its prefix.
    pub(crate) fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        let mut rest: &'t str = &self.node().content;
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|ch| matches!(ch, '"' | '\''))?;
            let (value, tail) = after[1..].split_once(quote)?;
            rest = tail;
            let key = key.trim();
            if key.rsplit(':').next() == Some(name) && !key.starts_with("xmlns") {
                let plain = !value.contains('&');
                return Some(if plain { value.into() } else { decode_entities(value).into() });
            }
        }
    }

    /// The attribute `val`, which most properties have.
    pub(crate) fn value(self) -> Option<Cow<'t, str>> {
        self.attribute("val")
    }

    /// Whether this is a property that is on: `<w:b/>` is, `<w:b w:val="0"/>` is not.
    pub(crate) fn is_on(self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }

    /// All elements below, this one left out, in the order of the source.
    pub(crate) fn descendants(self) -> impl Iterator<Item = Element<'t>> {
        let mut open: Vec<Element<'t>> = self.children().collect();
        open.reverse();
        std::iter::from_fn(move || {
            let next = open.pop()?;
            let from = open.len();
            open.extend(next.children());
            open[from..].reverse();
            Some(next)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_attributes_and_text() {
        let tree = Tree::parse(
            "<?xml version='1.0'?><w:p w:a='1' ><w:t x:val=\"R&amp;D\">a &lt;&#233;</w:t><b/></w:p>",
            99,
            9,
        );
        let root = tree.root();
        assert_eq!((root.name(), root.attribute("a").as_deref()), ("p", Some("1")));
        let text = root.child("t").unwrap();
        assert_eq!((text.text().as_str(), text.value().as_deref()), ("a <é", Some("R&D")));
        assert!(root.child("b").unwrap().is_on());
        assert_eq!(root.children().count(), 2);
        assert_eq!(tree.stopped, None);
    }

    #[test]
    fn what_stands_before_a_break_is_kept() {
        let tree = Tree::parse("<a><b>x</b><c", 99, 9);
        assert_eq!(tree.root().child("b").unwrap().text(), "x");
        assert!(matches!(tree.stopped, Some(Stop::Broken(_))));
        let deep = format!("{}{}", "<a>".repeat(10_000), "</a>".repeat(10_000));
        let tree = Tree::parse(&deep, 99_999, 50);
        assert_eq!(tree.len(), 51);
        assert_eq!(tree.stopped, Some(Stop::Depth(50)));
        assert_eq!(Tree::parse(&deep, 20, 50).stopped, Some(Stop::Steps(20)));
        let references = format!("<a>{}</a>", "&amp;".repeat(1000));
        let tree = Tree::parse(&references, 100, 50);
        assert!(tree.len() < 5 && tree.root().text().len() <= 100);
        assert_eq!(tree.stopped, Some(Stop::Steps(100)));
    }

    proptest! {
        #[test]
        fn any_source_ends(source in "[<>/a\"'=&;é !?\\-\\[\\]]{0,100}") {
            let tree = Tree::parse(&source, 1000, 10);
            for element in tree.root().descendants() {
                let _ = (element.attribute("a"), element.text());
            }
        }
    }
}
