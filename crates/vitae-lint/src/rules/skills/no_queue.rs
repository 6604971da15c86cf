//! Whether a queue or an event stream is named.

use super::few_proven_skills::require;
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for at least one message queue or event stream, by product or by kind. Early in a career,
    /// and for those who lead several teams, nothing is said.
    ///
    /// # Why it matters
    /// Work that need not be done at once goes through a queue in nearly every larger system.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Messaging: Kafka, SQS
    /// ```
    ///
    /// # When to ignore it
    /// When none of your systems had one; it costs little.
    ///
    /// # Source
    /// S0, S1, S2 and S3 list queues and streams among the tools of the role.
    SKL010 = "no-queue" {
        group: Skills,
        severity: Info,
        curve: Proof(1),
        fix: None,
        covers: ["H07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if matches!(context.level, Level::Mid | Level::Senior) {
        require(
            context,
            sink,
            |skill| skill.category == Category::Queue,
            "queue or event stream",
            "if work of yours ran through one, name it in the bullet: Kafka, RabbitMQ, SQS, a job queue",
        );
    }
}
