//! Whether anything is named that services run on.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for at least one cloud, container or infrastructure technology, in the skills or in a
    /// bullet.
    ///
    /// # Why it matters
    /// It shows that your services ran somewhere, and that you know where.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Infrastructure: Docker, AWS (ECS, RDS), Terraform
    /// ```
    ///
    /// # When to ignore it
    /// For embedded or on-premises work; name what it ran on there.
    ///
    /// # Source
    /// S0, S1 and S2 (triad); S1 takes a cloud as the baseline.
    SKL003 = "no-infrastructure" {
        group: Skills,
        severity: Warning,
        curve: Proof(1),
        fix: Display,
        covers: ["H03"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let runs_on = |category: Category| {
        matches!(
            category,
            Category::Cloud
                | Category::CloudService
                | Category::Container
                | Category::Infrastructure
        )
    };
    let any = super::few_proven_skills::prove_category(context, sink, runs_on, &[]);
    if !any {
        sink.whole(
            context.absent("cloud, container or infrastructure technology"),
            "name what your services ran on and how they got there: Docker, a cloud, Terraform, hosts",
        )
        .fix(Fix::ask("name your platform", &["what your services ran on"]));
    }
}
