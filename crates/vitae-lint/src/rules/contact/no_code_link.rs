//! Beginners whose code nobody can look at.

use super::no_profile_link::shows_code;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;

rule! {
    /// # What it does
    /// At entry level, and at mid level with less than three years of work, looks for a link to code or
    /// to a site of your own, where other profiles are linked.
    ///
    /// # Why it matters
    /// Early in a career, code that can be read is the best proof there is.
    ///
    /// # Example
    /// ```contact
    /// %% level: entry
    /// robin.aldane@example.com | linkedin.com/in/robin-aldane
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// %% level: entry
    /// robin.aldane@example.com | linkedin.com/in/robin-aldane | github.com/robin-aldane
    /// ```
    ///
    /// # When to ignore it
    /// When your code belongs to others and may not be shown.
    ///
    /// # Source
    /// S1, S2 and S4; for seniors a profile of code counts only if it is substantial, so nothing is said.
    CON011 = "no-code-link" {
        group: Contact,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: Display,
        covers: ["B06"],
        check: Resume(check),
    }
}

/// Months of work after which work speaks for itself. Source: editorial.
const ENOUGH_MONTHS: u32 = 36;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let resume = context.resume();
    let early = context.level == Level::Entry
        || context.level == Level::Mid && context.facts.timeline.months_worked < ENOUGH_MONTHS;
    let urls = resume.basics.profiles.iter().map(|profile| &profile.url);
    let urls = urls.chain(resume.projects.iter().map(|project| &project.url));
    let links = context.document.links.iter().map(|link| &link.uri);
    let code = urls.chain(links).any(|url| shows_code(context, url))
        || !resume.basics.url.is_empty()
        || resume
            .basics
            .profiles
            .iter()
            .any(|it| matches!(it.network.as_str(), "GitHub" | "GitLab"));
    // Without any profile there is CON004 to say so.
    if early && !code && !resume.basics.profiles.is_empty() {
        sink.whole(
            context.absent("link to code or a site of your own"),
            "link what you would gladly talk about: GitHub, GitLab, your own site",
        )
        .fix(Fix::ask("add a link", &["address of your code"]));
    }
}
