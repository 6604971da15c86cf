//! A newest role that opens with infrastructure only.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Bullet;
use vitae_pack::{Category, Field, PhraseList};
use vitae_text::tokenize;

/// The bullets that are read first.
const FIRST: usize = 2;

rule! {
    /// # What it does
    /// Looks for a newest role whose first two bullets are about infrastructure and pipelines only,
    /// while later ones show backend work.
    ///
    /// # Why it matters
    /// For a backend position the first lines should show backend work. Infrastructure first may be
    /// read as a platform or DevOps profile.
    ///
    /// # Example
    /// ```bullets
    /// - Moved all servers to Kubernetes with Terraform, which ended manual setup
    /// - Built CI pipelines with Jenkins and Docker, so that releases need no hands
    /// - Designed the label API in Java for nine carriers, which ended daily uploads
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Designed the label API in Java for nine carriers, which ended daily uploads
    /// - Moved all servers to Kubernetes with Terraform, which ended manual setup
    /// - Built CI pipelines with Jenkins and Docker, so that releases need no hands
    /// ```
    ///
    /// # When to ignore it
    /// When you apply as a platform engineer or SRE.
    ///
    /// # Source
    /// S0 and S1 keep infrastructure behind the backend work.
    BAK012 = "operations-first" {
        group: Backend,
        severity: Info,
        curve: Binary,
        stands_on: "EXP001",
        fix: None,
        covers: ["J11"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(newest) = context.newest() else { return };
    let of_newest = |(_, bullet): &(usize, &Bullet)| {
        bullet.owner == vitae_facts::Owner::Work(newest.work) && !bullet.prose
    };
    let bullets: Vec<(usize, &Bullet)> =
        context.facts.bullets.iter().enumerate().filter(of_newest).collect();
    if bullets.len() <= FIRST || is_platform(context, newest.work) {
        return;
    }
    let (first, rest) = bullets.split_at(FIRST);
    let backend = |(index, bullet): &(usize, &Bullet)| kinds(context, *index, bullet).1;
    let operations =
        |(index, bullet): &(usize, &Bullet)| kinds(context, *index, bullet) == (true, false);
    if first.iter().all(operations) && rest.iter().any(backend) {
        sink.at(
            first[0].1.range,
            format!("the first {FIRST} bullets of the newest role are about infrastructure only"),
            "put a bullet first that shows a service, its interface or its data",
        )
        .also([first[1].1.range]);
    }
}

/// Whether a bullet names infrastructure, and whether it shows backend work.
fn kinds(context: &Context<'_>, index: usize, bullet: &Bullet) -> (bool, bool) {
    use Category::{Ci, Cloud, CloudService, Container, Infrastructure, Observability};
    let categories =
        || bullet.anatomy.skills.iter().map(|used| context.pack.skill(used.skill).category);
    let infrastructure = categories().any(|category| {
        matches!(category, Ci | Cloud | CloudService | Container | Infrastructure | Observability)
    });
    let code = categories().any(|category| {
        use Category::{Api, Datastore, Framework, Language, Queue};
        matches!(category, Api | Datastore | Framework | Language | Queue)
    });
    let signals = context.signals();
    let axis = signals.has(index, PhraseList::AxisApi) || signals.has(index, PhraseList::AxisData);
    (infrastructure, code || axis)
}

/// The title is one of platform work.
fn is_platform(context: &Context<'_>, work: usize) -> bool {
    let title = context.resume().work.get(work).map_or("", |work| work.position.as_str());
    let tokens = tokenize(title);
    (0..tokens.len()).any(|at| {
        let word = context.pack.title_word(&tokens[at..]);
        word.is_some_and(|found| found.value.field == Some(Field::Platform))
    })
}
