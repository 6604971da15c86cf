//! Few backend technologies among those named.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::Category;

const FEWEST: usize = 10;
const PERCENT: usize = 30;

rule! {
    /// # What it does
    /// Looks at all technologies that bullets, projects and skills name, languages and everyday tools
    /// aside. It speaks up when fewer than three of ten belong to the backend: stores, queues,
    /// caches, APIs, servers, cloud, operations.
    ///
    /// # Why it matters
    /// A reader for a backend position looks for these words first. Without them the resume reads as
    /// one for any software work.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Frontend: React, Redux, Angular, Vue.js, Next.js, Svelte, Tailwind CSS, Webpack, Bootstrap, jQuery
    /// Stores: PostgreSQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Frontend: React
    /// Backend: Spring Boot, PostgreSQL, Kafka, Redis, Docker, Kubernetes, gRPC, RabbitMQ, Prometheus
    /// ```
    ///
    /// # When to ignore it
    /// When you apply for full-stack work.
    ///
    /// # Source
    /// S4 asks for a backend profile that can be told from a general one.
    BAK019 = "generic-profile" {
        group: Backend,
        severity: Info,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["J20"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    use Category::{
        Api, Architecture, Cache, Ci, Cloud, CloudService, Container, Datastore, Framework,
        Frontend, Infrastructure, Mobile, Observability, Queue, Security,
    };
    let (mut backend, mut other) = (0, 0);
    for named in &context.facts.skills.named {
        match context.pack.skill(named.skill).category {
            Api | Architecture | Cache | Ci | Cloud | CloudService | Container | Datastore
            | Framework | Infrastructure | Observability | Queue | Security => backend += 1,
            Frontend | Mobile => other += 1,
            _ => {}
        }
    }
    let all = backend + other;
    if all >= FEWEST && backend * 100 < all * PERCENT {
        sink.whole(
            format!("{backend} of {all} technologies are of the backend (fewer than {PERCENT}%)"),
            "name the stores, queues, interfaces and operations that you have worked with, where they are true",
        );
    }
}
