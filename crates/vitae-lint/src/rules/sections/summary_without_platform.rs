//! Summaries that leave out what the work ran on.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::{Category, SkillId};

rule! {
    /// # What it does
    /// Looks, from senior level on, for a summary that names a stack and nothing that it ran on, when
    /// the resume names a cloud or a platform further down.
    ///
    /// # Why it matters
    /// `On AWS`, `on bare metal`: three words that place your systems for everyone who reads on.
    ///
    /// # Example
    /// ```md
    /// %% level: senior
    /// # Robin Aldane
    ///
    /// ## Summary
    ///
    /// Senior backend engineer for parcel software, in Java and PostgreSQL.
    ///
    /// ## Skills
    ///
    /// Java, PostgreSQL, AWS
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// %% level: senior
    /// # Robin Aldane
    ///
    /// ## Summary
    ///
    /// Senior backend engineer for parcel software, in Java and PostgreSQL on AWS.
    ///
    /// ## Skills
    ///
    /// Java, PostgreSQL, AWS
    /// ```
    ///
    /// # When to ignore it
    /// When the platform was never your concern.
    ///
    /// # Source
    /// S2.
    SEC024 = "summary-without-platform" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C24"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(summary) = context.facts.summary.as_ref().filter(|_| context.level >= Level::Senior)
    else {
        return;
    };
    let runs = |id: SkillId| {
        use Category::{Cloud, CloudService, Container, Infrastructure};
        let category = context.pack.skill(id).category;
        matches!(category, Cloud | CloudService | Container | Infrastructure)
    };
    let used = &summary.anatomy.skills;
    let named = &context.facts.skills.named;
    let platform = named.iter().find(|skill| runs(skill.skill));
    if let Some(platform) = platform
        && !used.is_empty()
        && !used.iter().any(|skill| runs(skill.skill))
    {
        sink.at(
            summary.range,
            format!(
                "summary does not say what your systems ran on, such as `{}`",
                context.pack.skill(platform.skill).name
            ),
            "add the cloud or platform in a few words",
        );
    }
}
