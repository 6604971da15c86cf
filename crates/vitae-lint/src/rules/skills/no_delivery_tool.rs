//! Whether anything is named that builds and ships.

use super::few_proven_skills::require;
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Level;
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for a build pipeline, or for infrastructure that is kept as code. From staff level on
    /// nothing is said.
    ///
    /// # Why it matters
    /// How code gets to its users says how often it may change.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Delivery: GitHub Actions, Terraform
    /// ```
    ///
    /// # When to ignore it
    /// When others released your work.
    ///
    /// # Source
    /// S1 and S4.
    SKL013 = "no-delivery-tool" {
        group: Skills,
        severity: Info,
        curve: Proof(1),
        fix: None,
        covers: ["H10"],
        check: Resume(check),
    }
}

/// Tools that keep infrastructure as code; the layer holds others too.
const AS_CODE: [&str; 12] = [
    "infrastructure as code",
    "Terraform",
    "OpenTofu",
    "Terragrunt",
    "Pulumi",
    "Ansible",
    "Puppet",
    "Chef",
    "AWS CDK",
    "AWS CloudFormation",
    "CloudFormation",
    "Helm",
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.level <= Level::Senior {
        require(
            context,
            sink,
            |skill| skill.category == Category::Ci || AS_CODE.contains(&skill.name),
            "build pipeline or infrastructure as code",
            "name what built, tested and shipped your code: GitHub Actions, Jenkins, Argo CD, Terraform",
        );
    }
}
