//! Whether a datastore is named.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for at least one database or cache by its name, in the skills or in a bullet.
    ///
    /// # Why it matters
    /// Most backend work is data work; `database` without a name leaves the reader guessing.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Data: databases
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Data: PostgreSQL, Redis
    /// ```
    ///
    /// # When to ignore it
    /// When your work has no store, as in protocol or compiler work.
    ///
    /// # Source
    /// S0, S1 and S2 (triad); S2 names generic database mentions as a reason for rejection.
    SKL002 = "no-datastore" {
        group: Skills,
        severity: Warning,
        curve: Proof(1),
        fix: Display,
        covers: ["H02", "H36"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let store = |category: Category| matches!(category, Category::Datastore | Category::Cache);
    let any = super::few_proven_skills::prove_category(context, sink, store, &[]);
    if !any {
        sink.whole(
            context.absent("named database or cache"),
            "name the databases and caches you worked with: the product, not `database`",
        )
        .fix(Fix::ask("name your datastores", &["databases and caches you worked with"]));
    }
}
