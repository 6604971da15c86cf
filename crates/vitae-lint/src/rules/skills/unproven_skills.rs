//! Technologies that are listed and never used.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Proof;
use vitae_pack::SkillId;
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for technologies of the skills section that no bullet, project or summary uses, when
    /// they are three or more and at least a third of the list. Basics such as Git or Linux are left
    /// out.
    ///
    /// # Why it matters
    /// An interviewer picks from the list. What stands only there looks like a word for the search.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Data: PostgreSQL, Redis, Cassandra, Neo4j
    /// ```
    ///
    /// # Use instead
    /// Name in a bullet what you used, and take off the list what you would not be asked about.
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// For a technology that the ad asks for and you know from elsewhere; then say from where.
    ///
    /// # Source
    /// S0, S2, S3 and S4 call such lists technology dumps; threshold editorial.
    SKL005 = "unproven-skills" {
        group: Skills,
        severity: Warning,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H13"],
        check: Resume(check),
    }
}

const FEWEST: usize = 3;
/// Names shown in the message.
const SHOWN: usize = 6;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let skills = &context.facts.skills;
    let mut technologies: Vec<(TextRange, SkillId)> = Vec::new();
    for (range, skill) in &skills.listed {
        let known = skill.map(|id| (id, context.pack.skill(id)));
        let Some((id, _)) = known.filter(|(_, skill)| skill.technology && !skill.basic) else {
            continue;
        };
        // Each counts once, so that a list said twice changes no share.
        if technologies.iter().all(|(_, other)| *other != id) {
            technologies.push((*range, id));
        }
    }
    let unproven =
        technologies.iter().copied().filter(|(_, id)| skills.proof(*id) <= Proof::Listed);
    let mut unproven: Vec<_> = unproven.collect();
    // A language is proven by a framework of its own, a cloud by one of its services.
    unproven.retain(|(_, id)| !implied(context, *id));
    if unproven.len() < FEWEST || unproven.len() * 3 < technologies.len() {
        return;
    }
    let names: Vec<&str> =
        unproven.iter().take(SHOWN).map(|(_, id)| context.pack.skill(*id).name).collect();
    let more = unproven.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    sink.at(
        unproven[0].0,
        format!("listed, but used in no bullet: `{}`{rest}", names.join("`, `")),
        "name each where you used it, or take it off the list",
    )
    .also(unproven[1..].iter().map(|(range, _)| *range));
}

/// Whether a skill that is used in a bullet stands on this one, as Spring Boot does on Java.
fn implied(context: &Context<'_>, id: SkillId) -> bool {
    let used = context.facts.skills.named.iter().filter(|named| named.proof >= Proof::Used);
    used.into_iter()
        .map(|named| context.pack.skill(named.skill))
        .any(|skill| skill.implies.contains(&id) || skill.cloud == Some(id))
}
