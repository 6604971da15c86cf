//! E-mail, phone, web site, profiles and place out of the lines around a name. A document, the pack
//! and line ranges go in; pieces with their ranges, confidence and the bytes they used come out.
//! Which of the unused lines are the name and the title is not decided here.

use super::dates::find_dates;
use super::phone;
use super::used::Used;
use super::web;
use crate::Confidence;
use std::ops::Range;
use vitae_document::{Document, Link};
use vitae_pack::Pack;
use vitae_text::TextRange;

/// A value that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The value to store.
    pub(crate) value: String,
    /// Where it stands in the document; empty when only a link target holds it.
    pub(crate) range: TextRange,
    /// How sure.
    pub(crate) confidence: Confidence,
}

/// A profile on a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProfilePiece {
    /// Canonical name of the network; empty when it is not known.
    pub(crate) network: String,
    /// User name; may be empty.
    pub(crate) username: String,
    /// Address; empty when only the user name is printed.
    pub(crate) url: String,
    /// Where it stands; empty when only a link target holds it.
    pub(crate) range: TextRange,
    /// How sure.
    pub(crate) confidence: Confidence,
}

/// What a contact block says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contact {
    /// E-mail addresses, in order.
    pub(crate) emails: Vec<Piece>,
    /// Phone numbers, in order.
    pub(crate) phones: Vec<Piece>,
    /// The person's own site.
    pub(crate) url: Option<Piece>,
    /// Profiles, and further sites.
    pub(crate) profiles: Vec<ProfilePiece>,
    /// Street and number.
    pub(crate) address: Option<Piece>,
    /// City.
    pub(crate) city: Option<Piece>,
    /// State, province or region.
    pub(crate) region: Option<Piece>,
    /// Code of the country.
    pub(crate) country_code: Option<Piece>,
    /// Postal code.
    pub(crate) postal_code: Option<Piece>,
    /// Bytes that were used, labels such as `Phone:` included; rising.
    pub(crate) consumed: Used,
}

/// Reads the contact data in `blocks` (ranges of line numbers).
pub(crate) fn find_contact(document: &Document, pack: &Pack, blocks: &[Range<usize>]) -> Contact {
    let mut links: Vec<&Link> = document.links.iter().collect();
    vitae_text::sort_by_key(&mut links, |link| (link.range.end, link.range.start));
    let contact = Contact::default();
    let mut finder = Finder { document, pack, links, contact, sites: Vec::new() };
    let lines: Vec<TextRange> = blocks
        .iter()
        .flat_map(|block| document.lines.get(block.clone()).unwrap_or(&[]))
        .map(|line| line.range)
        .collect();
    for line in &lines {
        finder.web_line(*line);
    }
    finder.hidden_links(&lines);
    for line in &lines {
        finder.phone_line(*line);
        finder.handle_line(*line);
        finder.labelled_handles(*line);
    }
    for pair in lines.windows(2) {
        finder.handle_below(pair[0], pair[1]);
    }
    finder.settle_sites();
    finder.place(&lines);
    finder.contact
}

/// Nobody has more sites, profiles, e-mail addresses or phone numbers than this.
const MOST_ADDRESSES: usize = 100;

/// A contact block in the making.
pub(super) struct Finder<'a> {
    pub(super) document: &'a Document,
    pub(super) pack: &'a Pack,
    /// Links of the document in the order of their ends.
    links: Vec<&'a Link>,
    pub(super) contact: Contact,
    /// Addresses that belong to no network.
    sites: Vec<Piece>,
}

pub(super) const SEPARATORS: &[char] =
    &['|', '·', '•', '‖', '⋄', '◆', '∙', '\t', '●', '■', '▪', '¦', '\u{2022}'];

impl Finder<'_> {
    pub(super) fn text(&self) -> &str {
        &self.document.text
    }

    pub(super) fn is_free(&self, range: TextRange) -> bool {
        !self.contact.consumed.overlaps(range)
    }

    pub(super) fn use_up(&mut self, range: TextRange) {
        let start = label_start(self.text(), range.start, self.line_start(range.start));
        self.contact.consumed.add(TextRange::new(start, range.end));
    }

    pub(super) fn line_start(&self, at: u32) -> u32 {
        self.document
            .line_at(at)
            .and_then(|index| self.document.lines.get(index))
            .map_or(0, |line| line.range.start.min(at))
    }

    fn web_line(&mut self, line: TextRange) {
        let text = line.of(&self.document.text);
        for range in web::find_emails(text) {
            let range = range.shift(line.start);
            self.email(range.of(&self.document.text).to_owned(), range);
        }
        for range in fediverse(text) {
            let range = range.shift(line.start);
            let account = range.of(&self.document.text).trim_start_matches('@').to_owned();
            if let Some((user, host)) = account.split_once('@') {
                let url = format!("https://{host}/@{user}");
                self.profile("Mastodon".into(), user.to_owned(), url, range, 95);
                self.use_up(range);
            }
        }
        for range in web::find_urls(text) {
            let range = range.shift(line.start);
            if self.is_free(range) {
                let printed = range.of(&self.document.text).to_owned();
                let target = self.target_of(range);
                let url = match target {
                    // The target is whole where the visible address is cut or wrapped.
                    Some(uri) if web::same_page(&uri, &printed) || same_host(&uri, &printed) => uri,
                    _ => web::with_scheme(&printed),
                };
                self.web_address(&url, range, 95);
                self.use_up(range);
            }
        }
    }

    fn email(&mut self, value: String, range: TextRange) {
        let full = self.contact.emails.len() >= MOST_ADDRESSES;
        if !full
            && !self.contact.emails.iter().any(|known| known.value.eq_ignore_ascii_case(&value))
        {
            let confidence = Confidence(if range.is_empty() { 90 } else { 98 });
            self.contact.emails.push(Piece { value, range, confidence });
        }
        if !range.is_empty() {
            self.use_up(range);
        }
    }

    /// The web target of a link that shares text with `range`.
    fn target_of(&self, range: TextRange) -> Option<String> {
        let from = self.links.partition_point(|link| link.range.end <= range.start);
        let near = self.links[from..].iter().take_while(|link| link.range.start < range.end);
        let link = near.into_iter().find(|link| link.range.overlaps(range) && is_web(&link.uri))?;
        Some(clean_uri(&link.uri).into_owned())
    }

    /// Links of the block whose target is not printed as an address.
    fn hidden_links(&mut self, lines: &[TextRange]) {
        let document = self.document;
        let mut sorted = lines.to_vec();
        vitae_text::sort_by_key(&mut sorted, |line| line.start);
        for link in &document.links {
            let at = sorted.partition_point(|line| line.start <= link.range.start);
            let inside = at.checked_sub(1).is_some_and(|at| sorted[at].contains(link.range));
            if inside {
                self.hidden_link(link);
            }
        }
    }

    fn hidden_link(&mut self, link: &Link) {
        let uri = &*clean_uri(&link.uri);
        let visible = link.range.of(&self.document.text).trim().to_owned();
        if let Some(address) = strip_ignore_case(uri, "mailto:") {
            let address = address.split('?').next().unwrap_or(address).replace("%40", "@");
            if web::find_emails(&address).len() == 1 {
                self.email(address.clone(), TextRange::empty(link.range.start));
                self.used_link(link, &visible);
            }
        } else if let Some(number) = strip_ignore_case(uri, "tel:") {
            // The link may cover the label as well.
            let inside = link.range.of(&self.document.text);
            let printed = phone::find_phones(inside).first().map(|(range, _)| *range);
            match printed.map(|range| range.shift(link.range.start)) {
                Some(range) => self.phone(range.of(&self.document.text).to_owned(), range, 95),
                None => {
                    let range = TextRange::empty(link.range.start);
                    self.phone(number.replace("%20", " "), range, 95);
                }
            }
            self.used_link(link, &visible);
        } else if is_web(uri) && !self.knows(uri) {
            // A link over a sentence is a reference, over a word or an icon a contact.
            if visible.split_whitespace().count() <= 3 {
                let range = TextRange::empty(link.range.start);
                let labelled = web::network(&visible, self.pack);
                let before = (self.sites.len(), self.contact.profiles.len());
                self.web_address(uri, range, 85);
                if let Some(network) = labelled
                    && let Some(site) =
                        (self.sites.len() > before.0).then(|| self.sites.pop()).flatten()
                {
                    self.profile(network, last_segment(uri), site.value, range, 85);
                }
                self.used_link(link, &visible);
            }
        }
    }

    fn used_link(&mut self, link: &Link, visible: &str) {
        if !visible.is_empty() && self.is_free(link.range) {
            self.use_up(link.range);
        }
    }

    fn knows(&self, uri: &str) -> bool {
        self.sites.iter().any(|site| web::same_page(&site.value, uri))
            || self.contact.profiles.iter().any(|known| web::same_page(&known.url, uri))
    }

    fn web_address(&mut self, url: &str, range: TextRange, confidence: u8) {
        let addresses = self.sites.len() + self.contact.profiles.len();
        if addresses >= MOST_ADDRESSES || self.knows(url) {
            return;
        }
        let labelled = self.label_of(range).and_then(|label| web::network(&label, self.pack));
        match (web::account(url, self.pack), labelled) {
            (Some(account), _) if !account.username.is_empty() && !account.deeper => {
                self.profile(account.network, account.username, url.to_owned(), range, confidence);
            }
            (_, Some(network)) => {
                self.profile(network, last_segment(url), url.to_owned(), range, confidence);
            }
            _ => self.sites.push(Piece {
                value: url.to_owned(),
                range,
                confidence: Confidence(confidence),
            }),
        }
    }

    /// The label printed before a piece (`GitHub:`).
    fn label_of(&self, range: TextRange) -> Option<String> {
        let start = label_start(self.text(), range.start, self.line_start(range.start));
        let label = TextRange::new(start, range.start).of(self.text());
        let label = label.trim().trim_end_matches(':').trim();
        (!label.is_empty()).then(|| label.to_owned())
    }

    pub(super) fn profile(
        &mut self,
        network: String,
        username: String,
        url: String,
        range: TextRange,
        sure: u8,
    ) {
        let known = self.contact.profiles.iter().any(|known| {
            (!url.is_empty() && web::same_page(&known.url, &url))
                || (known.network == network && known.username == username && !username.is_empty())
        });
        if !known {
            let confidence = Confidence(sure);
            self.contact.profiles.push(ProfilePiece { network, username, url, range, confidence });
        }
    }

    fn phone_line(&mut self, line: TextRange) {
        let text = line.of(&self.document.text);
        let phones = phone::find_phones(text);
        let dates = if phones.is_empty() { Vec::new() } else { find_dates(text, self.pack) };
        for (range, sure) in phones {
            let dated = dates.iter().any(|date| date.range.overlaps(range))
                && !range.of(text).starts_with('+');
            let at = range.shift(line.start);
            if !dated && self.is_free(at) {
                self.phone(at.of(&self.document.text).to_owned(), at, sure);
                self.use_up(at);
            }
        }
    }

    fn phone(&mut self, value: String, range: TextRange, sure: u8) {
        let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
        let new = digits(&value);
        let known = self.contact.phones.iter().any(|known| {
            let old = digits(&known.value);
            old == new
                || (old.len().min(new.len()) >= 7 && (old.ends_with(&new) || new.ends_with(&old)))
        });
        if !known && self.contact.phones.len() < MOST_ADDRESSES {
            self.contact.phones.push(Piece { value, range, confidence: Confidence(sure) });
        }
    }

    /// The first site is the person's own; further ones are kept as profiles without a network.
    fn settle_sites(&mut self) {
        let mut sites = std::mem::take(&mut self.sites).into_iter();
        self.contact.url = sites.next();
        for site in sites {
            let network = self.label_of(site.range).unwrap_or_default();
            self.contact.profiles.push(ProfilePiece {
                network,
                username: String::new(),
                url: site.value,
                range: site.range,
                confidence: Confidence(70),
            });
        }
    }
}

/// Fields of a line: between separators, tabs and runs of three spaces.
pub(super) fn fields_of(text: &str, line: TextRange) -> Vec<TextRange> {
    let slice = line.of(text);
    let mut fields = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let piece = &slice[from..to];
        let left = from + piece.len() - piece.trim_start().len();
        let right = left + piece.trim().len();
        if right > left {
            fields.push(TextRange::at(left, right).shift(line.start));
        }
    };
    let mut spaces = 0;
    for (at, ch) in slice.char_indices() {
        // Nothing of what follows is a letter or a digit.
        if ch.is_ascii_alphanumeric() {
            spaces = 0;
            continue;
        }
        spaces = if ch == ' ' { spaces + 1 } else { 0 };
        // Marks of sentences and footnotes part fields only where they stand between spaces.
        let stands_free = matches!(ch, '.' | '*' | '~' | '+')
            && slice[..at].ends_with(' ')
            && slice[at + 1..].starts_with(' ');
        if SEPARATORS.contains(&ch) || spaces == 3 || stands_free {
            push(start, at);
            start = at + ch.len_utf8();
        }
    }
    push(start, slice.len());
    fields
}

/// The parts of a field between commas.
pub(super) fn split_at_commas(text: &str, field: TextRange) -> Vec<TextRange> {
    let mut at = field.start;
    let mut parts = Vec::new();
    for piece in field.of(text).split(',') {
        let skipped = (piece.len() - piece.trim_start().len()) as u32;
        let start = at + skipped;
        parts.push(TextRange::new(start, start + piece.trim().len() as u32));
        at += piece.len() as u32 + 1;
    }
    parts
}

/// Where the label before `at` begins: `E-Mail: `, `Tel. `, an icon. `at` itself without a label.
fn label_start(text: &str, at: u32, line_start: u32) -> u32 {
    let before = TextRange::new(line_start, at).of(text);
    let mut rest = before.trim_end_matches([' ', '\u{a0}']);
    let Some(label) = rest.strip_suffix([':', '：']).map(|label| label.trim_end_matches('.'))
    else {
        // An icon that a font put there.
        let icon = rest.trim_end_matches(|ch: char| {
            matches!(ch, '\u{e000}'..='\u{f8ff}' | '☎' | '✉' | '📞' | '📧' | '📍' | '🌐' | '✆')
        });
        let used = icon.len() < rest.len();
        return if used { line_start + icon.len() as u32 } else { at };
    };
    rest = label;
    let start = rest
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, ch)| ch.is_alphabetic() || matches!(ch, ' ' | '-' | '\''))
        .last()
        .map_or(rest.len(), |(offset, _)| offset);
    // Two blanks part fields in plain text.
    let start = rest[start..].rfind("  ").map_or(start, |gap| start + gap + 2);
    let skipped = rest[start..].len() - rest[start..].trim_start().len();
    if rest[start..].trim().is_empty() { at } else { line_start + (start + skipped) as u32 }
}

/// `@user@host` accounts.
fn fediverse(text: &str) -> Vec<TextRange> {
    let word = |piece: &str| {
        let rest = piece.strip_prefix('@')?;
        let (user, host) = rest.split_once('@')?;
        let plain = |part: &str| {
            !part.is_empty()
                && part.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '.' | '-' | '_'))
        };
        (plain(user) && plain(host) && host.contains('.')).then_some(piece.len())
    };
    text.match_indices('@')
        .filter(|(at, _)| {
            !text[..*at].ends_with(|ch: char| ch.is_alphanumeric() || ch == '@' || ch == '/')
        })
        .filter_map(|(at, _)| {
            let piece =
                text[at..].split(|ch: char| ch.is_whitespace() || ch == ',' || ch == '|').next()?;
            Some(TextRange::at(at, at + word(piece.trim_end_matches('.'))?))
        })
        .collect()
}

fn is_web(uri: &str) -> bool {
    strip_ignore_case(uri, "http://").or_else(|| strip_ignore_case(uri, "https://")).is_some()
        || uri.starts_with("www.")
}

fn strip_ignore_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    text.get(..prefix.len())
        .filter(|head| head.eq_ignore_ascii_case(prefix))
        .map(|_| &text[prefix.len()..])
}

/// The address without brackets, and without the redirect that text processors on the web put
/// before it (`https://www.google.com/url?q=…&sa=…`).
fn clean_uri(uri: &str) -> std::borrow::Cow<'_, str> {
    let uri = uri.trim().trim_matches(['<', '>']);
    let redirect = strip_ignore_case(uri, "https://www.google.")
        .and_then(|rest| rest.split_once("/url?"))
        .and_then(|(_, query)| query.split('&').find_map(|pair| pair.strip_prefix("q=")));
    match redirect {
        Some(target) => web::percent_decoded(target).into(),
        None => uri.into(),
    }
}

fn same_host(one: &str, other: &str) -> bool {
    let host = |url: &str| web::without_scheme(url).split('/').next().unwrap_or("").to_lowercase();
    host(one) == host(other)
}

fn last_segment(url: &str) -> String {
    let path = web::without_scheme(url);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    path.split_once('/')
        .map(|(_, path)| path.rsplit('/').next().unwrap_or("").trim_start_matches('@').to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
#[path = "contact_tests.rs"]
mod tests;
