//! Whether a cloud is named where services ran somewhere.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::Category;
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Above entry level, looks for a cloud, or a service of one, where other infrastructure is named. Words such as
    /// `on-premises`, `bare metal`, `data center` or `embedded` say where it ran instead.
    ///
    /// # Why it matters
    /// Most services run in a cloud today, and many ads take it for granted. A reader who finds none
    /// wonders where yours ran.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Infrastructure: Docker
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Infrastructure: Docker, AWS (ECS, RDS)
    /// ```
    ///
    /// # When to ignore it
    /// When your services never ran in a cloud; say on what they did.
    ///
    /// # Source
    /// S1 takes a cloud as the baseline of today.
    SKL009 = "no-cloud" {
        group: Skills,
        severity: Warning,
        curve: Binary,
        stands_on: "SKL003",
        fix: None,
        covers: ["H05"],
        check: Resume(check),
    }
}

/// Words that say where it ran instead.
const ELSEWHERE: [&str; 9] = [
    "premise",
    "premises",
    "prem",
    "embedded",
    "firmware",
    "datacenter",
    "datacentre",
    "colocation",
    "metal",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    use Category::{Cloud, CloudService, Container, Infrastructure};
    let is = |fits: fn(Category) -> bool| {
        let mut named = context.facts.skills.named.iter();
        named.any(|skill| fits(context.pack.skill(skill.skill).category))
    };
    // Without any infrastructure there is SKL003 to say so.
    let runs = is(|category| matches!(category, Container | Infrastructure));
    if context.level == Level::Entry
        || !runs
        || is(|category| matches!(category, Cloud | CloudService))
    {
        return;
    }
    let elsewhere = ELSEWHERE.map(fold_key);
    if !context.tokens().iter().any(|token| elsewhere.contains(&token.key)) {
        sink.whole(
            context.absent("cloud"),
            "name the cloud and the services of it that you used, or say what it ran on instead",
        );
    }
}
