//! Lists that are too long to mean anything.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for a skills section of more than 35 items.
    ///
    /// # Why it matters
    /// The longer the list, the less each item says. Readers look for the ten that matter.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, Kotlin, Scala, Go, Rust, Python, Ruby, PHP, C, C++, C#, SQL
    /// Data: PostgreSQL, MySQL, MariaDB, SQLite, MongoDB, Redis, Cassandra, Neo4j, DynamoDB, Elasticsearch, InfluxDB, ClickHouse
    /// Platform: Docker, Kubernetes, Helm, Terraform, Ansible, AWS, Azure, GCP, Jenkins, Prometheus, Grafana, Datadog
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, Kotlin, SQL
    /// Data: PostgreSQL, Redis
    /// Platform: Kubernetes, Terraform, AWS
    /// ```
    ///
    /// # When to ignore it
    /// When a portal asks for every keyword in a form of its own.
    ///
    /// # Source
    /// S2 and S4 call it a dump; S2's limit is 25 to 30 items, ours is above it.
    SKL006 = "long-skill-list" {
        group: Skills,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H15"],
        check: Resume(check),
    }
}

const MOST: usize = 35;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let listed = &context.facts.skills.listed;
    if listed.len() > MOST {
        sink.at(
            listed[0].0,
            format!("the skills list has {} items (limit {MOST})", listed.len()),
            "keep what you would gladly be interviewed on, by layer",
        );
    }
}
