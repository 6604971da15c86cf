//! Whether anything of security is named.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Level, Proof};
use vitae_pack::Category;

rule! {
    /// # What it does
    /// At mid and senior level, where bullets name interfaces that others call, looks for anything of
    /// security: a protocol such as OAuth 2.0, tokens, roles, encryption, audits, data protection.
    ///
    /// # Why it matters
    /// Services that others call must know who calls. One line of it is missed when it is not there.
    ///
    /// # Example
    /// ```bullets
    /// - Built a REST API for depots, which ended nightly files
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built a REST API for depots with OAuth 2.0, which ended nightly files and shared passwords
    /// ```
    ///
    /// # When to ignore it
    /// When your services are not reached from outside.
    ///
    /// # Source
    /// S1 names leaving it out as a mistake; S4.
    SKL015 = "no-security" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H12"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let named = &context.facts.skills.named;
    let of = |category: Category, least: Proof| {
        let mut named = named.iter();
        named.any(|it| it.proof >= least && context.pack.skill(it.skill).category == category)
    };
    let level = matches!(context.level, Level::Mid | Level::Senior);
    if level && of(Category::Api, Proof::Used) && !of(Category::Security, Proof::Listed) {
        sink.whole(
            context.absent("word of security (OAuth 2.0, access control, encryption)"),
            "say how callers of your interfaces were known and limited, if that was your work",
        );
    }
}
