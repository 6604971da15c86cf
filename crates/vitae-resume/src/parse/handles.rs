//! User names of networks in a contact block: `GitHub: name`, `linkedin/in/name`, on one line or two.
//! Lines go in; profiles with the addresses that the names stand for come out.

use super::contact::{Finder, fields_of, split_at_commas};
use super::web;
use vitae_text::TextRange;

impl Finder<'_> {
    /// `GitHub: name`, `linkedin/in/name`, `in/name`.
    pub(super) fn handle_line(&mut self, line: TextRange) {
        let document = self.document;
        let fields = fields_of(&document.text, line);
        for field in fields.into_iter().flat_map(|field| split_at_commas(&document.text, field)) {
            if !self.is_free(field) {
                continue;
            }
            let text = field.of(&document.text);
            let cut = text.split_once(':').or_else(|| text.split_once('/'));
            let Some((label, handle)) = cut else { continue };
            let (label, handle) = (label.trim(), handle.trim().trim_start_matches("//"));
            let network = if label.eq_ignore_ascii_case("in") {
                Some("LinkedIn".to_owned())
            } else {
                web::network(label, self.pack)
            };
            let name = handle.trim_start_matches(['@', '/']);
            let name = name.strip_prefix("in/").unwrap_or(name).trim_end_matches('/').to_owned();
            let plain = !name.is_empty()
                && name.len() <= 60
                && name.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '-' | '_' | '.'));
            if let Some(network) = network.filter(|_| plain) {
                let start = field.start + (text.len() - text.trim_end().len()) as u32;
                let end = field.start + text.trim_end().len() as u32;
                let range = TextRange::new(end.saturating_sub(name.len() as u32).max(start), end);
                let url = web::home_of(&network, &name);
                self.profile(network, name, url, range, 85);
                self.contact.consumed.add(field);
            }
        }
    }

    /// `GitHub: name` among other pieces that nothing but spaces part.
    pub(super) fn labelled_handles(&mut self, line: TextRange) {
        let document = self.document;
        let text = line.of(&document.text);
        for (colon, _) in text.match_indices(": ") {
            let before = &text[..colon];
            let label = before.rsplit(char::is_whitespace).next().unwrap_or("");
            let rest = text[colon + 2..].trim_start();
            let word = rest.split(char::is_whitespace).next().unwrap_or("");
            let name = word.trim_end_matches([',', ';', '|']).trim_start_matches('@');
            let plain = (2..=40).contains(&name.len())
                && name.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_'));
            let start = line.start as usize + (text.len() - rest.len());
            let range = TextRange::at(start, start + word.len());
            let Some(network) = web::network(label, self.pack).filter(|_| plain) else { continue };
            if self.is_free(range) {
                let url = web::home_of(&network, name);
                self.profile(network, name.to_owned(), url, range, 80);
                self.use_up(range);
            }
        }
    }

    /// `GitHub:` at the end of a line, the name at the start of the next.
    pub(super) fn handle_below(&mut self, line: TextRange, next: TextRange) {
        let document = self.document;
        let Some(before) = line.of(&document.text).trim_end().strip_suffix(':') else { return };
        let label = before.rsplit(char::is_whitespace).next().unwrap_or("");
        let below = next.of(&document.text);
        let rest = below.trim_start();
        let word = rest.split(char::is_whitespace).next().unwrap_or("");
        let start = next.start as usize + (below.len() - rest.len());
        let range = TextRange::at(start, start + word.len());
        let plain = (2..=40).contains(&word.len())
            && word.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_'));
        let Some(network) = web::network(label, self.pack).filter(|_| plain) else { return };
        if self.is_free(range) {
            self.profile(network.clone(), word.to_owned(), web::home_of(&network, word), range, 75);
            self.contact.consumed.add(range);
        }
    }
}
