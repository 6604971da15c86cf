//! More frontend than backend.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::Category;

rule! {
    /// # What it does
    /// Counts mentions of frontend technologies beside those of what services are made of, at most
    /// three for each technology. It fires when the frontend has more than half of them, and five or
    /// more.
    ///
    /// # Why it matters
    /// A reader who fills a backend role sorts by the first impression, and this one says frontend.
    ///
    /// # Example
    /// ```skills
    /// Languages: JavaScript, SQL
    /// Frontend: React, Vue.js, Redux, Tailwind CSS, Next.js
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: TypeScript, SQL
    /// Backend: Node.js, PostgreSQL, Redis, Kafka
    /// Frontend: React, Vue.js
    /// ```
    ///
    /// # When to ignore it
    /// For a full-stack role.
    ///
    /// # Source
    /// S2 names it as a reason to pass on a backend resume. It is a ratio, and weighs nothing.
    SKL023 = "frontend-heavy" {
        group: Skills,
        severity: Warning,
        curve: Binary,
        stands_on: "SKL004",
        fix: None,
        covers: ["H35"],
        check: Resume(check),
    }
}

const FEWEST: usize = 5;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    use Category::{
        Api, Cache, Cloud, CloudService, Container, Data, Datastore, Framework, Infrastructure,
        Observability, Queue,
    };
    let (mut front, mut back, mut place) = (0, 0, None);
    for named in &context.facts.skills.named {
        let mentions = named.places.len().min(3);
        match context.pack.skill(named.skill).category {
            Category::Frontend => {
                front += mentions;
                place = place.or(named.places.first().copied());
            }
            Api | Cache | Cloud | CloudService | Container | Data | Datastore | Framework
            | Infrastructure | Observability | Queue => back += mentions,
            _ => {}
        }
    }
    let titles = context.resume().work.iter().map(|work| &work.position);
    let headline = std::iter::once(&context.resume().basics.label);
    let full_stack = titles.chain(headline).any(|title| {
        let title = title.to_lowercase().replace([' ', '-'], "");
        title.contains("fullstack")
    });
    if let Some(place) = place.filter(|_| front >= FEWEST && front > back && !full_stack) {
        sink.at(
            place,
            format!(
                "{front} mentions of frontend technologies stand beside {back} of backend ones"
            ),
            "put what services are made of first, and keep the frontend to what the job needs",
        );
    }
}
