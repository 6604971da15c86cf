//! Web addresses and e-mail addresses in a line of text, and what an address is: a profile on a
//! network, or a page of one's own. Works on the slice it is given; ranges are within it.

use vitae_pack::Pack;
use vitae_text::TextRange;

/// Top-level domains that an address without scheme and path may end in; two letters count too.
const DOMAINS: &[&str] = &[
    "com", "org", "net", "dev", "app", "edu", "gov", "info", "xyz", "tech", "page", "site",
    "online", "blog", "cloud", "name", "pro", "biz", "codes", "engineer", "software", "systems",
    "works", "website", "space", "wiki", "link", "digital", "studio", "world", "academy", "email",
    "social", "design", "test", "example", "local",
];
/// Two-letter endings of files and products, not of addresses.
const FILES: &[&str] =
    &["js", "py", "rs", "ts", "go", "sh", "md", "cs", "cc", "pl", "ps", "sc", "ai"];
/// Path segments before a user name.
const USER_PATHS: &[&str] =
    &["in", "profile", "profiles", "u", "users", "user", "people", "pub", "member", "citations"];

/// E-mail addresses in `text`.
pub(crate) fn find_emails(text: &str) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let local = |ch: char| ch.is_alphanumeric() || matches!(ch, '.' | '_' | '%' | '+' | '-');
        let start = text[..at]
            .char_indices()
            .rev()
            .take(64)
            .take_while(|(_, ch)| local(*ch))
            .last()
            .map_or(at, |(offset, _)| offset);
        let start = start + leading(&text[start..at], |ch| !ch.is_alphanumeric());
        let domain = text[at + 1..]
            .char_indices()
            .take(253)
            .take_while(|(_, ch)| ch.is_alphanumeric() || matches!(ch, '.' | '-'))
            .last()
            .map_or(at + 1, |(offset, ch)| at + 1 + offset + ch.len_utf8());
        let end = at + 1 + text[at + 1..domain].trim_end_matches(['.', '-']).len();
        let host = &text[at + 1..end];
        let fits = start < at
            && host.rsplit_once('.').is_some_and(|(name, tld)| {
                !name.is_empty() && tld.len() >= 2 && tld.chars().all(char::is_alphabetic)
            });
        // `@user@host` is an account on a network.
        if fits && !text[..start].ends_with('@') {
            found.push(TextRange::at(start, end));
        }
    }
    found
}

fn leading(text: &str, skip: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(skip).len()
}

/// Web addresses in `text`, with or without scheme.
pub(crate) fn find_urls(text: &str) -> Vec<TextRange> {
    let apart = |ch: char| ch.is_whitespace() || matches!(ch, '|' | '•' | '‖' | '·' | ',');
    let mut found = Vec::new();
    let mut offset = 0;
    for piece in text.split_inclusive(apart) {
        if let Some(range) = url_in(piece.trim_end_matches(apart)) {
            found.push(range.shift(TextRange::at(offset, offset).start));
        }
        offset += piece.len();
    }
    found
}

/// The address that a word without spaces holds.
fn url_in(word: &str) -> Option<TextRange> {
    if !word.contains('.') {
        return None;
    }
    let scheme = ["https://", "http://", "www."]
        .iter()
        .filter_map(|scheme| find_ignore_case(word, scheme))
        .min();
    let start = match scheme {
        Some(at) => at,
        None => {
            // `github:github.com/name`, `(example.com)`
            let label = word.rfind(':').filter(|at| {
                !word[at + 1..].is_empty()
                    && !word[at + 1..].starts_with(|c: char| c.is_ascii_digit())
            });
            let from = label.map_or(0, |at| at + 1);
            from + leading(&word[from..], |ch| !ch.is_alphanumeric())
        }
    };
    let rest = &word[start..];
    let stop = rest.find(['<', '>', '"', '“', '”', '\u{ff5c}']).unwrap_or(rest.len());
    let mut rest = rest[..stop].trim_end_matches([',', ';', '.', ':', '!', '?', '\'', '…']);
    while rest.ends_with([')', ']', '}']) && !rest.contains(['(', '[', '{']) {
        rest = &rest[..rest.len() - 1];
    }
    let fits = if scheme.is_some() {
        let bare = without_scheme(rest);
        bare.contains('.') && bare.starts_with(|ch: char| ch.is_alphanumeric())
    } else {
        is_bare_url(rest)
    };
    fits.then(|| TextRange::at(start, start + rest.len()))
}

fn find_ignore_case(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    text.windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle))
}

fn is_bare_url(text: &str) -> bool {
    let (host, path) = text.split_once('/').map_or((text, None), |(host, path)| (host, Some(path)));
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    if host.contains('@') || !host.contains('.') {
        return false;
    }
    let mut labels = host.split('.');
    let fits = |label: &str| {
        !label.is_empty() && label.chars().all(|ch| ch.is_alphanumeric() || ch == '-')
    };
    if !labels.all(fits) {
        return false;
    }
    let tld = host.rsplit('.').next().unwrap_or("");
    let first = host.split('.').next().unwrap_or("");
    let name = host.rsplit('.').nth(1).unwrap_or("");
    let letters = tld.len() >= 2 && tld.bytes().all(|byte| byte.is_ascii_lowercase());
    let known = DOMAINS.contains(&tld) || tld.len() == 2 && !FILES.contains(&tld);
    let path = path.is_some_and(|path| !path.is_empty());
    // `B.Sc`, `e.g`, `Node.js` are no addresses; `x.com/name` is.
    letters
        && (path && (known || host.split('.').count() > 2 || FILES.contains(&tld))
            || known && first.len() >= 2 && name.len() >= 2
            || tld == "ai" && first.len() >= 2 && first.bytes().all(|b| !b.is_ascii_uppercase()))
}

/// The address without scheme, `www.` and trailing slash, for comparing.
pub(crate) fn without_scheme(url: &str) -> &str {
    let mut rest = url.trim();
    for prefix in ["https://", "http://", "www."] {
        if rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix)) {
            rest = &rest[prefix.len()..];
        }
    }
    rest.trim_end_matches('/')
}

/// Whether two spellings lead to the same page.
pub(crate) fn same_page(one: &str, other: &str) -> bool {
    without_scheme(one).eq_ignore_ascii_case(without_scheme(other))
}

/// The address with a scheme.
pub(crate) fn with_scheme(url: &str) -> String {
    let has =
        url.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("http")) && url.contains("://");
    if has { url.to_owned() } else { format!("https://{url}") }
}

/// What an address is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    /// Canonical name of the network.
    pub(crate) network: String,
    /// User name, where the path holds one.
    pub(crate) username: String,
    /// The path goes on after the user name: a repository or a post, not a profile.
    pub(crate) deeper: bool,
}

/// The account that an address names, by the labels of its host.
pub(crate) fn account(url: &str, pack: &Pack) -> Option<Account> {
    let bare = without_scheme(url);
    let bare = bare.split(['?', '#']).next().unwrap_or(bare);
    let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
    let known = pack.network_for_host(host);
    let fediverse = || path.starts_with('@').then_some("Mastodon");
    let network = known.map(|network| network.name).or_else(fediverse)?.to_owned();
    let mut segments = path.split('/').filter(|segment| !segment.is_empty()).peekable();
    let before = known.map_or(&[][..], |network| &network.before_user);
    while segments.peek().is_some_and(|next| USER_PATHS.contains(next) || before.contains(next)) {
        segments.next();
    }
    let username = segments.next().unwrap_or("").trim_start_matches('@').to_owned();
    // Stack Overflow has a number and then a name.
    let deeper = segments.next().is_some() && !username.bytes().all(|b| b.is_ascii_digit());
    Some(Account { network, username, deeper })
}

/// Where an account of a network that has one host only is found; empty for others.
pub(crate) fn home_of(network: &str, username: &str) -> String {
    let host = match network {
        "GitHub" => "github.com",
        "GitLab" => "gitlab.com",
        "Bitbucket" => "bitbucket.org",
        "Codeberg" => "codeberg.org",
        "LinkedIn" => "linkedin.com/in",
        _ => return String::new(),
    };
    format!("https://{host}/{username}")
}

/// `%3A` and the like as the characters that they stand for; what is no text stays as it is.
pub(crate) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code.filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// The canonical name of a network that a word names.
pub(crate) fn network(word: &str, pack: &Pack) -> Option<String> {
    if word.len() > 40 || !word.contains(char::is_alphanumeric) {
        return None;
    }
    let first = |text: &str| text.chars().find(|ch| ch.is_alphanumeric());
    let initial = first(word)?.to_ascii_lowercase();
    let opens = |name: &str| first(name).is_some_and(|ch| ch.to_ascii_lowercase() == initial);
    let found = pack.data.networks.iter().find(|network| {
        let is = |name: &str| opens(name) && same_letters(name, word);
        is(network.name) || network.hosts.iter().any(|host| is(host))
    });
    found.map(|network| network.name.to_owned())
}

/// Equal but for case, spaces and punctuation.
fn same_letters(one: &str, other: &str) -> bool {
    let plain = |ch: &char| ch.is_alphanumeric();
    let letters = |ch: char| ch.to_lowercase();
    one.chars().filter(plain).flat_map(letters).eq(other.chars().filter(plain).flat_map(letters))
}
