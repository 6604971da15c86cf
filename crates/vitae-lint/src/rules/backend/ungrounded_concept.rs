//! Distributed systems and system design as list items.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Proof;
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for `distributed systems`, `system design`, `microservices` or `event-driven
    /// architecture` in the skills section while no bullet speaks of services, events, consistency
    /// or the like.
    ///
    /// # Why it matters
    /// These are questions for an hour, not keywords. Listed without a system behind them they
    /// invite exactly those questions.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Concepts: Distributed systems
    /// ```
    ///
    /// # Use instead
    /// Let a bullet carry the word.
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// For a new graduate with a course of that name; list it there.
    ///
    /// # Source
    /// S0's questions and answers: such a term only with a service, a scale or a trade-off.
    BAK005 = "ungrounded-concept" {
        group: Backend,
        severity: Warning,
        curve: Defects,
        stands_on: "SKL004",
        fix: Display,
        covers: ["J06"],
        check: Resume(check),
    }
}

const CONCEPTS: [&str; 5] = [
    "distributed systems",
    "system design",
    "microservices",
    "event-driven architecture",
    "high availability",
];

/// Any of these in a bullet shows a system of parts.
const GROUND: [&str; 22] = [
    "services",
    "microservice",
    "microservices",
    "events",
    "event",
    "queue",
    "queues",
    "kafka",
    "replica",
    "replicas",
    "replication",
    "cluster",
    "clusters",
    "consistency",
    "partition",
    "partitions",
    "shards",
    "sharding",
    "broker",
    "failover",
    "regions",
    "nodes",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let listed = || {
        let concept = |range: TextRange| CONCEPTS.iter().any(|one| same(one, context.text(range)));
        context.facts.skills.listed.iter().filter(move |(range, _)| concept(*range))
    };
    if listed().next().is_none() {
        return;
    }
    let grounded = context.facts.bullets.iter().any(|bullet| {
        let text = bullet.text.as_str();
        let mut words = bullet.anatomy.tokens.iter().map(|token| token.range.of(text));
        bullet.substantial && words.any(|word| GROUND.iter().any(|g| word.eq_ignore_ascii_case(g)))
    });
    if grounded {
        return;
    }
    for (range, skill) in listed() {
        let name = context.text(*range);
        let proven = skill.is_some_and(|skill| context.facts.skills.proof(skill) >= Proof::Used);
        if !proven {
            sink.at(
                *range,
                format!("`{name}` is listed, but no bullet shows such a system"),
                "show one: its parts, its load, and a trade-off that you made",
            )
            .fix(Fix::ask("show the system", &["which system", "its parts", "a trade-off"]));
        }
    }
}

/// Case and hyphens are no difference.
fn same(concept: &str, name: &str) -> bool {
    let plain = |byte: u8| if byte == b'-' { b' ' } else { byte.to_ascii_lowercase() };
    concept.len() == name.len() && concept.bytes().map(plain).eq(name.bytes().map(plain))
}
