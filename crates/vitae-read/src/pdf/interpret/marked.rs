//! Marked content: ids for the reading order, optional content that is off, and `ActualText`.

use super::Interpreter;
use crate::pdf::page::{Glyph, GlyphText, Lost};
use crate::pdf::strings;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier};
use hayro_syntax::page::Resources;

/// Bytes of an `ActualText` that are read; it stands for a word or a line.
const MOST_ACTUAL: usize = 2000;

/// An open marked-content sequence.
pub(super) struct Marked {
    pub tag: Option<u32>,
    actual: Option<String>,
    first_glyph: usize,
    first_lost: usize,
    icons: u32,
    unmapped: u32,
    pub invisible: bool,
    /// A header or footer.
    pub at_edge: bool,
}

impl<'a> Interpreter<'a, '_> {
    pub(super) fn invisible(&self) -> bool {
        self.marked.iter().any(|marked| marked.invisible)
    }

    /// Whether optional content, or a membership in some, is switched off.
    pub(super) fn is_off(&self, id: Option<ObjectIdentifier>, dict: Option<Dict<'_>>) -> bool {
        if self.off.is_empty() {
            return false;
        }
        if id.is_some_and(|id| self.off.contains(&id)) {
            return true;
        }
        let Some(dict) = dict else { return false };
        if let Some(group) = dict.get_ref(keys::OCGS) {
            return self.off.contains(&group.into());
        }
        let Some(groups) = dict.get::<Array<'_>>(keys::OCGS) else { return false };
        let mut ids = groups.raw_iter().filter_map(|item| item.as_obj_ref()).peekable();
        ids.peek().is_some() && ids.all(|id| self.off.contains(&id.into()))
    }

    pub(super) fn marked_with_properties(
        &mut self,
        tag: &Name<'_>,
        properties: &Object<'_>,
        resources: &Resources<'a>,
    ) {
        match properties {
            Object::Name(name) => {
                let dict = resources.properties.get::<Dict<'_>>(name);
                if !dict.as_ref().is_none_or(|dict| self.budget.charge_parsed(dict)) {
                    return;
                }
                let id = resources.properties.get_ref(name.as_ref()).map(Into::into);
                let off = tag.as_ref() == b"OC" && self.is_off(id, dict.clone());
                self.begin_marked(dict.as_ref(), off);
                self.mark_edge(tag, dict.as_ref());
            }
            Object::Dict(dict) => {
                self.begin_marked(Some(dict), false);
                self.mark_edge(tag, Some(dict));
            }
            _ => self.begin_marked(None, false),
        }
    }

    pub(super) fn begin_marked(&mut self, properties: Option<&Dict<'_>>, invisible: bool) {
        let mcid = properties.and_then(|dict| dict.get::<Number>(b"MCID")).map(|n| n.as_i64());
        let tag = mcid.and_then(|mcid| {
            let at = self.tags.binary_search_by_key(&mcid, |(id, _)| *id).ok()?;
            Some(self.tags[at].1)
        });
        let actual = properties
            .and_then(|dict| dict.get::<hayro_syntax::object::String<'_>>(b"ActualText"))
            .map(|text| {
                let bytes = text.as_bytes();
                strings::decode(&bytes[..bytes.len().min(MOST_ACTUAL)])
            });
        // Deeper nesting than any program writes is counted but not kept.
        if self.marked.len() < 1024 {
            self.marked.push(Marked {
                tag,
                actual,
                first_glyph: self.content.glyphs.len(),
                first_lost: self.content.lost.len(),
                icons: self.content.counts.private_use,
                unmapped: self.content.counts.unmapped,
                invisible,
                at_edge: false,
            });
        }
    }

    /// Notes that the sequence just begun is a header or footer.
    fn mark_edge(&mut self, tag: &Name<'_>, properties: Option<&Dict<'_>>) {
        let is_edge = |dict: &Dict<'_>| {
            dict.get::<Name<'_>>(b"Type").is_some_and(|kind| kind.as_ref() == b"Pagination")
        };
        if tag.as_ref() == b"Artifact"
            && properties.is_some_and(is_edge)
            && let Some(marked) = self.marked.last_mut()
        {
            marked.at_edge = true;
        }
    }

    pub(super) fn end_marked(&mut self) {
        let Some(marked) = self.marked.pop() else { return };
        let Some(actual) = marked.actual else { return };
        let from = marked.first_glyph.min(self.content.glyphs.len());
        // `ActualText` on an icon names the picture (`envelope`); nobody reads that on the page, but
        // other programs do, in place of the icon.
        let named = names_something(&actual);
        let icons = self.content.counts.private_use - marked.icons;
        let unmapped = self.content.counts.unmapped - marked.unmapped;
        let drawn = &self.content.glyphs[from..];
        if drawn.is_empty() {
            if unmapped > 0 && icons == 0 {
                self.content.counts.unmapped = marked.unmapped;
                self.content.counts.private_use += if named { 0 } else { unmapped };
                let from = marked.first_lost.min(self.content.lost.len());
                for lost in &mut self.content.lost[from..] {
                    lost.icon = true;
                }
            }
            if named {
                self.content.counts.private_use = marked.icons;
            }
            return;
        }
        let Some(first) = drawn.first().copied() else { return };
        let Some(last) = drawn.last().copied() else { return };
        let one_line = drawn.iter().all(|glyph| {
            glyph.turn == first.turn && (glyph.baseline - first.baseline).abs() < first.size()
        });
        if !one_line {
            return;
        }
        self.content.counts.unmapped = marked.unmapped;
        self.content.lost.truncate(marked.first_lost);
        if drawn.len() == 1 && icons == 0 && is_symbol(first.text) && named {
            if first.turn == 0 {
                let Glyph { x0, x1, baseline, .. } = first;
                let lost = Lost { icon: true, x0, x1, baseline, size: first.size() };
                self.content.lost.push(lost);
            }
            self.content.glyphs.truncate(from);
            return;
        }
        let start = self.content.strings.len();
        self.content.strings.push_str(&actual);
        let text = GlyphText::Slice(start as u32, self.content.strings.len() as u32);
        self.content.glyphs.truncate(from);
        if !actual.is_empty() {
            let glyph = Glyph { text, x1: last.x1.max(first.x1), ..first };
            self.content.glyphs.push(glyph);
        }
    }
}

/// A picture among the characters: neither letter nor digit nor punctuation of a sentence.
fn is_symbol(text: GlyphText) -> bool {
    let GlyphText::Char(ch) = text else { return false };
    !ch.is_alphanumeric()
        && !ch.is_ascii()
        && !ch.is_whitespace()
        && !('\u{2010}'..='\u{2027}').contains(&ch)
}

/// Whether a text holds a word.
fn names_something(text: &str) -> bool {
    text.chars().filter(|ch| ch.is_alphabetic()).count() > 1
}
