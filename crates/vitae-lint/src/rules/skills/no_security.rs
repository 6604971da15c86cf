//! Whether anything of security is named.

use super::few_proven_skills::require;
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for anything of security: a protocol such as OAuth 2.0, tokens, roles, encryption, audits,
    /// data protection.
    ///
    /// # Why it matters
    /// Services that others call must know who calls. One line of it is missed when it is not there.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Security: OAuth 2.0, RBAC
    /// ```
    ///
    /// # When to ignore it
    /// When your services are not reached from outside.
    ///
    /// # Source
    /// S1 names leaving it out as a mistake; S4.
    SKL015 = "no-security" {
        group: Skills,
        severity: Info,
        curve: Proof(1),
        fix: None,
        covers: ["H12"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    require(
        context,
        sink,
        |skill| skill.category == Category::Security,
        "word of security (OAuth 2.0, access control, encryption)",
        "say how callers of your services were known and limited, if that was your work",
    );
}
