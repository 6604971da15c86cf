//! Whether the resume leads to more about the person.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;
use vitae_pack::NetworkKind;

rule! {
    /// # What it does
    /// Looks for one way to see more: a profile on a network such as GitHub, GitLab or LinkedIn, a
    /// site of your own, or a project with a link to its code.
    ///
    /// # Why it matters
    /// Early in a career, code to look at stands in for experience. Later a profile is where
    /// readers check dates and find you again.
    ///
    /// # Example
    /// ```contact
    /// robin.aldane@example.com | +1 202 555 0143 | Denver, CO
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// robin.aldane@example.com | +1 202 555 0143 | github.com/robin-aldane-example
    /// ```
    ///
    /// # When to ignore it
    /// When your work is closed and you keep no profile; many careers are like that.
    ///
    /// # Source
    /// S1, S2 and S4.
    CON004 = "no-profile-link" {
        group: Contact,
        severity: Info,
        curve: Binary,
        fix: Display,
        covers: ["B05"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let resume = context.resume();
    let linked = || resume.projects.iter().any(|project| shows_code(context, &project.url));
    let links = || context.document.links.iter().any(|link| shows_code(context, &link.uri));
    if !resume.basics.profiles.is_empty() || !resume.basics.url.is_empty() || linked() || links() {
        return;
    }
    let help = if context.level <= Level::Mid {
        "link code that you would talk about (GitHub, GitLab, your own site), or a LinkedIn profile"
    } else {
        "link a profile where readers find your history; code only if it shows your level"
    };
    sink.whole(context.absent("profile or portfolio link"), help)
        .fix(Fix::ask("add a link", &["address of your profile or site"]));
}

/// Whether an address leads to a site that hosts code.
/// Whether an address is one of code.
pub(in crate::rules) fn shows_code(context: &Context<'_>, url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or("");
    context.pack.network_for_host(host).is_some_and(|network| network.kind == NetworkKind::Code)
}
