//! Whether tests are named.

use super::few_proven_skills::require;
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for a tool or kind of testing, in the skills or in a bullet. From staff level on
    /// nothing is said.
    ///
    /// # Why it matters
    /// Tests say how you know that a change is safe. Readers look for one word of them.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Testing: JUnit, Testcontainers
    /// ```
    ///
    /// # When to ignore it
    /// When space is short and your bullets show it in another way.
    ///
    /// # Source
    /// S2 and S4.
    SKL014 = "no-tests" {
        group: Skills,
        severity: Info,
        curve: Proof(1),
        fix: None,
        covers: ["H11"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.level <= Level::Senior {
        require(
            context,
            sink,
            |skill| skill.category == Category::Testing,
            "tool or kind of testing",
            "say how you test: the framework in the skills, or a bullet on what a test has prevented",
        );
    }
}
