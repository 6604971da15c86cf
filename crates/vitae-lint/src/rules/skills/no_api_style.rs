//! Whether a style of interface is named.

use super::few_proven_skills::require;
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for at least one style of interface by its name, in the skills or in a bullet: REST,
    /// GraphQL, gRPC, WebSocket, webhooks and their kin. From staff level on nothing is said.
    ///
    /// # Why it matters
    /// Interfaces are what a backend is seen by. Nearly every ad names one, and searches ask for it.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// APIs: REST, gRPC
    /// ```
    ///
    /// # When to ignore it
    /// For work without callers from outside, such as batch jobs or storage engines.
    ///
    /// # Source
    /// S0, S1, S2 and S3; S1 has it on its list of what every resume should show.
    SKL008 = "no-api-style" {
        group: Skills,
        severity: Warning,
        curve: Proof(1),
        fix: None,
        covers: ["H06"],
        check: Resume(check),
    }
}

/// Interfaces between machines and programs that the pack keeps elsewhere.
const PROTOCOLS: [&str; 7] = ["MQTT", "AMQP", "OPC UA", "Modbus", "CoAP", "STOMP", "HTTP"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.level <= Level::Senior {
        require(
            context,
            sink,
            |skill| skill.category == Category::Api || PROTOCOLS.contains(&skill.name),
            "style of interface (REST, GraphQL, gRPC, WebSocket)",
            "name the interfaces you built or called, in the skills and where you built them",
        );
    }
}
