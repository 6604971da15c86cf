//! A cloud by its name alone.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Looks for a cloud provider that is named without any of its services.
    ///
    /// # Why it matters
    /// `AWS` has hundreds of services; the ones you used say what you can do.
    ///
    /// # Example
    /// ```skills
    /// Languages: Java, SQL
    /// Cloud: AWS
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, SQL
    /// Cloud: AWS (ECS, RDS, SQS)
    /// ```
    ///
    /// # When to ignore it
    /// When you used the cloud only through Kubernetes; say that.
    ///
    /// # Source
    /// S1 names a provider without services as a mistake.
    SKL007 = "cloud-without-services" {
        group: Skills,
        severity: Warning,
        curve: Binary,
        stands_on: "SKL003",
        fix: Display,
        covers: ["H04"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let named = &context.facts.skills.named;
    let category = |id| context.pack.skill(id).category;
    let services = named
        .iter()
        .any(|skill| matches!(category(skill.skill), Category::CloudService | Category::Container));
    let cloud = named.iter().find(|skill| category(skill.skill) == Category::Cloud);
    let Some(cloud) = cloud.filter(|_| !services) else { return };
    let Some(place) = cloud.places.first() else { return };
    let name = &context.pack.skill(cloud.skill).name;
    sink.at(
        *place,
        format!("`{name}` stands without any of its services"),
        "name the services that you used, in the list and in the bullet that used them",
    )
    .fix(Fix::ask("name the services", &["services of it that you used"]));
}
