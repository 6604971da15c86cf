//! Migrations without how they were made safe.

use crate::evidence::opening;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::{Category, PhraseList, VerbClass};
use vitae_text::fold_key;

/// What else than a datastore is moved.
const MOVED: [&str; 14] = [
    "database",
    "databases",
    "data",
    "schema",
    "table",
    "tables",
    "store",
    "storage",
    "monolith",
    "service",
    "services",
    "system",
    "platform",
    "cluster",
];

rule! {
    /// # What it does
    /// Looks for bullets about moving data or systems that give neither their size nor how the move
    /// went: downtime, phases, dual writes, rollback.
    ///
    /// # Why it matters
    /// Moving running data is hard, and how it was done is the story. `Migrated to X` may be an
    /// afternoon or a year.
    ///
    /// # Example
    /// ```bullets
    /// - Migrated the address store from MySQL to PostgreSQL in Java
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Migrated the address store from MySQL to PostgreSQL with dual writes, without downtime
    /// ```
    ///
    /// # When to ignore it
    /// When the move was small.
    ///
    /// # Source
    /// S1 and S2 ask migrations for volume, strategy and downtime.
    BAK009 = "migration-without-strategy" {
        group: Backend,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["J08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let migrate = [fold_key("migrate"), fold_key("move"), fold_key("port"), fold_key("replatform")];
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let anatomy = &bullet.anatomy;
        let moves = migrate.contains(&anatomy.opener.verb)
            && opening(bullet, context.pack)
                .is_some_and(|found| found.verb.class == VerbClass::Migrate);
        let told = !anatomy.metrics.is_empty()
            || anatomy.decision.is_some()
            || context.signals().has(index, PhraseList::MigrationCare);
        if !moves || told || bullet.prose {
            continue;
        }
        let store =
            |category| matches!(category, Category::Datastore | Category::Cloud | Category::Queue);
        let stores =
            anatomy.skills.iter().any(|used| store(context.pack.skill(used.skill).category));
        let named =
            anatomy.tokens.iter().any(|token| MOVED.iter().any(|word| fold_key(word) == token.key));
        if stores || named {
            let verb = anatomy.opener.range.of(bullet.text.as_str());
            sink.in_bullet(
                bullet,
                anatomy.opener.range,
                format!("`{verb}` without volume, downtime or how it was made safe"),
                "say how much was moved, in which steps, and what users noticed",
            )
            .fix(Fix::ask(
                "tell the move",
                &["rows or bytes", "downtime", "how you could go back"],
            ));
        }
    }
}
