//! Where the person of a contact block lives: the field that reads as a place, with the street above
//! it. Lines go in; pieces of the address come out.

use super::address::{self, Place};
use super::contact::{Finder, Piece, SEPARATORS, fields_of};
use super::dates::find_dates;
use super::phone;
use crate::Confidence;
use vitae_text::TextRange;

impl Finder<'_> {
    pub(super) fn place(&mut self, lines: &[TextRange]) {
        let mut best: Option<(u8, TextRange, Place)> = None;
        for (index, line) in lines.iter().enumerate() {
            let beside = self.contact.consumed.overlaps(*line);
            let fields = fields_of(&self.document.text, *line);
            for field in fields.into_iter().flat_map(|field| self.free_parts(field)) {
                let Some((field, labelled)) = self.place_field(field) else { continue };
                let text = field.of(&self.document.text);
                let Some(place) = address::read_place(text, self.pack) else { continue };
                // Alone on the first line stands the name, whatever its form.
                let first = u8::from(index > 0);
                let weight = place.evidence + u8::from(labelled) * 3 + u8::from(beside) * first;
                let enough = labelled || place.evidence >= 2 || (beside && place.evidence >= 1);
                if enough && best.as_ref().is_none_or(|(known, _, _)| weight > *known) {
                    best = Some((weight, field, place));
                }
            }
        }
        if let Some((weight, field, place)) = best {
            self.set_place(weight, field, &place);
            self.street_above(field, lines);
        }
    }

    /// What is left of a field between the pieces that were found in it: where nothing but spaces
    /// stands between e-mail, street and site, the street is such a rest.
    pub(super) fn free_parts(&self, field: TextRange) -> Vec<TextRange> {
        let used: Vec<TextRange> = self.contact.consumed.within(field).collect();
        let mut parts = Vec::with_capacity(used.len() + 1);
        let mut start = field.start;
        for used in used {
            parts.push(TextRange::new(start, used.start));
            start = start.max(used.end);
        }
        parts.push(TextRange::new(start, field.end));
        parts.retain_mut(|part| {
            let text = part.of(&self.document.text);
            let edge = |ch: char| ch.is_whitespace() || matches!(ch, ',' | ';' | '(' | ')' | '-');
            let trimmed = text.trim_matches(edge);
            part.start += (text.len() - text.trim_start_matches(edge).len()) as u32;
            part.end = part.start + trimmed.len() as u32;
            !trimmed.is_empty()
        });
        parts
    }

    /// The field without its label; none where it is used up or labelled as something else.
    pub(super) fn place_field(&self, field: TextRange) -> Option<(TextRange, bool)> {
        if !self.is_free(field) || field.is_empty() {
            return None;
        }
        let text = field.of(&self.document.text);
        let Some((label, rest)) = text.split_once([':', '：']) else {
            return Some((field, false));
        };
        if !phone::is_place_label(label.trim()) {
            return None;
        }
        let skipped = text.len() - rest.trim_start().len();
        Some((TextRange::new(field.start + skipped as u32, field.end), true))
    }

    pub(super) fn set_place(&mut self, weight: u8, field: TextRange, place: &Place) {
        let sure = Confidence(if weight >= 2 { 90 } else { 65 });
        let text = &self.document.text;
        let piece = |range: Option<TextRange>| {
            let range = range?.shift(field.start);
            Some(Piece { value: range.of(text).to_owned(), range, confidence: sure })
        };
        self.contact.address = piece(place.address);
        self.contact.city = piece(place.city);
        self.contact.region = piece(place.region);
        self.contact.postal_code = piece(place.postal_code);
        self.contact.country_code = place.country.as_ref().map(|(range, code)| Piece {
            value: code.clone(),
            range: range.shift(field.start),
            confidence: sure,
        });
        let country = place.country.as_ref().map(|(range, _)| *range);
        let pieces =
            [place.address, place.city, place.region, place.postal_code, country].into_iter();
        let used = pieces.flatten().reduce(TextRange::cover);
        self.use_up(used.map_or(field, |used| used.shift(field.start)));
    }

    /// A street on a line of its own above the city.
    pub(super) fn street_above(&mut self, field: TextRange, lines: &[TextRange]) {
        if self.contact.address.is_some() {
            return;
        }
        let Some(index) = lines.iter().position(|line| line.contains(field)) else { return };
        let Some(above) = index.checked_sub(1).and_then(|index| lines.get(index)).copied() else {
            return;
        };
        let text = above.of(&self.document.text).trim();
        let numbered = text.bytes().any(|byte| byte.is_ascii_digit());
        let short = text.split_whitespace().count() <= 8 && !text.contains(SEPARATORS);
        let dated = !find_dates(text, self.pack).is_empty();
        if index > 1 && numbered && short && !dated && self.is_free(above) {
            let value = text.to_owned();
            self.contact.address = Some(Piece { value, range: above, confidence: Confidence(70) });
            self.use_up(above);
        }
    }
}
