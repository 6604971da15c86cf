//! Technologies that the work uses and the list of skills forgets.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Proof;
use vitae_pack::{Category, SkillId};

rule! {
    /// # What it does
    /// Looks for technologies that bullets use and the skills section does not list, when there are
    /// three or more. A language that a listed framework stands on, and the cloud of a listed service,
    /// count as listed.
    ///
    /// # Why it matters
    /// Many searches look at the list alone. What you have proven should not be missed there.
    ///
    /// # Example
    /// ```bullets
    /// - Rebuilt the parcel router in Kotlin on PostgreSQL, which ended missorted crates
    /// - Replaced nightly exports with Kafka events, which let depots see parcels at once
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, Kotlin, SQL
    /// Data: PostgreSQL, Kafka
    /// ```
    ///
    /// # When to ignore it
    /// For a technology that you do not want to be asked for again.
    ///
    /// # Source
    /// S0 and S2: the list and the work should name the same things. Threshold editorial.
    SKL016 = "unlisted-skills" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H14"],
        check: Resume(check),
    }
}

const FEWEST: usize = 3;
/// Names shown in the message.
const SHOWN: usize = 6;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let skills = &context.facts.skills;
    let listed: Vec<SkillId> = skills.listed.iter().filter_map(|(_, skill)| *skill).collect();
    if listed.len() < FEWEST.min(2) {
        return;
    }
    let unlisted: Vec<_> = skills
        .named
        .iter()
        .filter(|named| named.proof >= Proof::Used && is_searched(context, named.skill))
        .filter(|named| !listed.iter().any(|other| stands_for(context, *other, named.skill)))
        .collect();
    let Some(place) = unlisted.first().and_then(|named| named.places.first()) else { return };
    if unlisted.len() < FEWEST {
        return;
    }
    let names: Vec<&str> =
        unlisted.iter().take(SHOWN).map(|named| context.pack.skill(named.skill).name).collect();
    let more = unlisted.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    sink.at(
        *place,
        format!("used in bullets, but not in the skills: `{}`{rest}", names.join("`, `")),
        "add those that you want to be found by to the skills",
    )
    .also(unlisted.iter().skip(1).filter_map(|named| named.places.first().copied()));
}

/// Whether people search for it.
fn is_searched(context: &Context<'_>, id: SkillId) -> bool {
    use Category::{Api, Architecture, Os, Practice, Testing, Tool};
    let skill = context.pack.skill(id);
    let side = matches!(skill.category, Api | Architecture | Os | Practice | Testing | Tool);
    skill.technology && !skill.basic && !side
}

/// Whether `listed` says `used` as well: it is the same, stands on it, or is a service of it.
fn stands_for(context: &Context<'_>, listed: SkillId, used: SkillId) -> bool {
    let (listed_skill, used_skill) = (context.pack.skill(listed), context.pack.skill(used));
    listed == used
        || listed_skill.implies.contains(&used)
        || (used_skill.implies.contains(&listed) && listed_skill.category != Category::Language)
        || listed_skill.cloud == Some(used)
        || used_skill.cloud == Some(listed)
}
