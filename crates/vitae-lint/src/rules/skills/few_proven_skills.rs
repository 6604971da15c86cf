//! Counts the skills that the work proves.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Proof;
use vitae_pack::{Category, Skill};

/// From this many on, a reader sees a stack and not a tool.
const ENOUGH: u32 = 6;

rule! {
    /// # What it does
    /// Counts distinct technologies by their best proof: one that is only listed counts for less
    /// than half, one used in a bullet for most, one in a bullet with a result for all. Practices
    /// and basics such as Git count for nothing here.
    ///
    /// # Why it matters
    /// A list can be typed in a minute. A technology in a bullet was used for something.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java on PostgreSQL, which ended missorted crates
    /// - Cut label printing from 900 ms to 140 ms by caching templates in Redis
    /// - Replaced nightly exports with Kafka events, which let depots see parcels at once
    /// - Moved twelve services to Kubernetes with Terraform, which halved the time of a release
    /// ```
    ///
    /// # When to ignore it
    /// When you are a specialist of one system; then show its parts.
    ///
    /// # Source
    /// S0: a keyword only with evidence; S2, S3 and S4 say the same of lists. Threshold editorial.
    SKL004 = "few-proven-skills" {
        group: Skills,
        severity: Warning,
        curve: Proof(6),
        fix: None,
        covers: ["H13"],
        check: Resume(check),
    }
}

/// So many technologies may be listed without use before the list proves nothing at all: a taxonomy
/// can be pasted in a second.
const MOST_LISTED: usize = 20;

/// What a name in the list alone is worth, in tenths.
fn worth_of_a_name(context: &Context<'_>) -> u32 {
    let listed = context.facts.skills.named.iter().filter(|named| {
        let skill = context.pack.skill(named.skill);
        named.proof == Proof::Listed && skill.technology && !skill.basic
    });
    if listed.count() > MOST_LISTED { 0 } else { 4 }
}

/// What a skill is worth by its best proof, in tenths; `name` where it is only listed.
fn worth(proof: Proof, name: u32) -> u32 {
    match proof {
        Proof::None => 0,
        Proof::Listed => name,
        Proof::Used => 8,
        Proof::Shown => 10,
    }
}

/// Counts the skills of some categories, but none of the names `except`, as proofs. Whether there is
/// any.
pub(in crate::rules) fn prove_category(
    context: &Context<'_>,
    sink: &mut Sink<'_>,
    category: fn(Category) -> bool,
    except: &[&str],
) -> bool {
    let name = worth_of_a_name(context);
    let mut any = false;
    for named in &context.facts.skills.named {
        let skill = context.pack.skill(named.skill);
        if category(skill.category) && !except.contains(&skill.name) {
            sink.proof(u64::from(named.skill.0), worth(named.proof, name));
            any = true;
        }
    }
    any
}

/// Whether the list of skills has groups with names of their own.
pub(in crate::rules) fn is_grouped(context: &Context<'_>) -> bool {
    context.resume().skills.iter().any(|group| {
        let own = !group.name.is_empty() && context.pack.heading(&group.name).is_none();
        own && !group.keywords.is_empty()
    })
}

/// Counts the skills that `fits` takes as proofs, and says that `what` is absent where there is none.
pub(in crate::rules) fn require(
    context: &Context<'_>,
    sink: &mut Sink<'_>,
    fits: fn(&Skill) -> bool,
    what: &str,
    help: &'static str,
) {
    let name = worth_of_a_name(context);
    let mut any = false;
    for named in &context.facts.skills.named {
        if fits(context.pack.skill(named.skill)) {
            sink.proof(u64::from(named.skill.0), worth(named.proof, name));
            any = true;
        }
    }
    if !any {
        sink.whole(context.absent(what), help);
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let name = worth_of_a_name(context);
    let mut used = 0;
    for named in &context.facts.skills.named {
        let skill = context.pack.skill(named.skill);
        if skill.technology && !skill.basic {
            sink.proof(u64::from(named.skill.0), worth(named.proof, name));
            used += u32::from(named.proof >= Proof::Used);
        }
    }
    if sink.proof_tenths() < ENOUGH * 10 {
        let are = if used == 1 { "technology is" } else { "technologies are" };
        sink.whole(
            format!("{used} {are} used in a bullet (enough: {ENOUGH})"),
            "name in your bullets the language, store, queue and platform that you did the work with",
        );
    }
}
