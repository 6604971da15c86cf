//! Links that cannot work.

use crate::rule::rule;
use crate::{Context, Sink};
use std::collections::HashMap;
use vitae_text::{TextRange, fold_key};

rule! {
    /// # What it does
    /// Looks at the form of each link: a misspelled or doubled `https://`, spaces, a host without a
    /// dot, a profile address without a user name. Nothing is fetched.
    ///
    /// # Why it matters
    /// A link that leads nowhere is worse than none: the reader has tried it.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane", "url": "htps://robin.example.com"}}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// {"basics": {"name": "Robin Aldane", "url": "https://robin.example.com"}}
    /// ```
    ///
    /// # When to ignore it
    /// When the address works and only looks odd.
    ///
    /// # Source
    /// Hiring-agent checks links too; ours only their form.
    CON009 = "malformed-link" {
        group: Contact,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["B10"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let resume = context.resume();
    let mut links: Vec<(TextRange, &str)> =
        vec![(place(context, "/basics/url"), &resume.basics.url)];
    for (index, profile) in resume.basics.profiles.iter().enumerate() {
        links.push((place(context, &format!("/basics/profiles/{index}/url")), &profile.url));
    }
    for (index, project) in resume.projects.iter().enumerate() {
        links.push((place(context, &format!("/projects/{index}/url")), &project.url));
    }
    links.extend(context.document.links.iter().map(|link| (link.range, link.uri.as_str())));
    let mut seen: HashMap<&str, ()> = HashMap::new();
    for (range, link) in links {
        let link = link.trim();
        if link.is_empty() {
            continue;
        }
        if let Some(fault) = fault(link).filter(|_| seen.insert(link, ()).is_none()) {
            let help = "correct the address and try it once in a browser";
            sink.at(range, format!("link `{link}` {fault}"), help).unit(fold_key(link));
        }
    }
}

fn place(context: &Context<'_>, pointer: &str) -> TextRange {
    context.range(pointer).unwrap_or_default()
}

/// Schemes that are fine without a host.
const OTHER_SCHEMES: [&str; 6] = ["mailto", "tel", "sms", "skype", "xmpp", "matrix"];

/// What is wrong with an address; none for paths and anchors of the same page.
fn fault(link: &str) -> Option<&'static str> {
    if link.contains(char::is_whitespace) {
        return Some("holds a space");
    }
    if link.starts_with(['#', '/', '.']) {
        return None;
    }
    let lower = link.to_ascii_lowercase();
    if lower.matches("://").count() > 1 && !lower.contains("web.archive.org") {
        return Some("names `://` twice");
    }
    let Some((scheme, rest)) = lower.split_once(':') else { return bare(&lower) };
    if OTHER_SCHEMES.contains(&scheme) {
        let no_address = scheme == "mailto" && !rest.contains('@');
        return (rest.is_empty() || no_address).then_some("has no address");
    }
    let digits = rest
        .split('/')
        .next()
        .is_some_and(|port| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()));
    if scheme.contains('.') || digits {
        return bare(&lower);
    }
    if scheme != "http" && scheme != "https" {
        return Some("does not begin with `https://`");
    }
    match rest.strip_prefix("//") {
        Some(rest) => bare(rest),
        None => Some("does not begin with `https://`"),
    }
}

/// What is wrong with an address after its scheme.
fn bare(rest: &str) -> Option<&'static str> {
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.split(['?', '#', ':']).next().unwrap_or("");
    if host.starts_with("http") && !host.contains('.') {
        return Some("does not begin with `https://`");
    }
    if host.is_empty()
        || !host.contains('.')
        || host.contains("..")
        || host.ends_with('.')
        || host.contains(',')
    {
        return Some("has no host that can exist");
    }
    let path = path.trim_end_matches('/');
    let network = host.strip_prefix("www.").unwrap_or(host);
    let profile = matches!(network, "github.com" | "gitlab.com" | "linkedin.com");
    (profile && matches!(path, "" | "in")).then_some("names no user")
}
