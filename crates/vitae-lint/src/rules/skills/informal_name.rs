//! Nicknames of technologies.

use crate::rule::rule;
use crate::{Context, Fix, Sink};

rule! {
    /// # What it does
    /// Looks for technologies that are called by a nickname only, such as `Postgres` or `K8s`, and
    /// never by their name. Vitae itself takes both for the same.
    ///
    /// # Why it matters
    /// Some searches are literal and do not know the nickname.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Data: Postgres, Redis
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Data: PostgreSQL, Redis
    /// ```
    ///
    /// # When to ignore it
    /// When the ad uses the nickname; then write both once.
    ///
    /// # Source
    /// S2.
    SKL018 = "informal-name" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: Safe,
        covers: ["H17"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for named in &context.facts.skills.named {
        let skill = context.pack.skill(named.skill);
        let is_nickname = |text: &str| skill.informal.contains(&text);
        if skill.informal.is_empty()
            || !named.places.iter().all(|place| is_nickname(context.text(*place)))
        {
            continue;
        }
        let Some(place) = named.places.first() else { continue };
        let nickname = context.text(*place);
        sink.at(
            *place,
            format!("`{nickname}` is never called by its name, `{}`", skill.name),
            "write the name at least once; some searches do not know the nickname",
        )
        .fix(Fix::safe(format!("write `{}`", skill.name), *place, skill.name));
    }
}
