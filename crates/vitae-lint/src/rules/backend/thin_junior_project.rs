//! Projects of juniors that stop at the first feature.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, Owner};
use vitae_pack::PhraseList;
use vitae_text::fold_key;

const ENOUGH: u32 = 3;

rule! {
    /// # What it does
    /// At entry level, counts what projects show of a service beyond its first feature: auth, schema,
    /// error handling, rate limits, logging, cache, containers, tests, CI, deployment, documentation.
    /// Three are enough.
    ///
    /// # Why it matters
    /// A project shows that you can take a service to where others can rely on it. Three of these
    /// parts make it a small production system.
    ///
    /// # Example
    /// ```md
    /// %% level: entry
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Projects
    ///
    /// ### Tidebook
    ///
    /// - Built a tide calendar with Java and SQL for sailors
    ///
    /// ## Skills
    ///
    /// Languages: Java, SQL
    ///
    /// ## Education
    ///
    /// ### BSc Computer Science, Plains State University (2022 – 2026)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// %% level: entry
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Projects
    ///
    /// ### Tidebook
    ///
    /// - Built a tide calendar in Java with login, input validation and integration tests, deployed on a VPS
    ///
    /// ## Skills
    ///
    /// Languages: Java, SQL
    ///
    /// ## Education
    ///
    /// ### BSc Computer Science, Plains State University (2022 – 2026)
    /// ```
    ///
    /// # When to ignore it
    /// When you have work or an internship to show instead.
    ///
    /// # Source
    /// S4's list for projects of juniors.
    BAK018 = "thin-junior-project" {
        group: Backend,
        severity: Warning,
        curve: Proof(3),
        fix: Display,
        covers: ["J19"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let basics = context.pack.phrases(PhraseList::ProjectBasics);
    let mut projects = false;
    for bullet in &context.facts.bullets {
        let project = matches!(bullet.owner, Owner::Project(_));
        projects |= project;
        // A part shown at work counts as well.
        if !(project || bullet.substantial) {
            continue;
        }
        for (_, found) in basics.find_all(&bullet.anatomy.tokens) {
            let part = context.pack.phrase(found.value).and_then(|phrase| phrase.instead);
            sink.proof(fold_key(part.unwrap_or("")), 10);
        }
    }
    let shown = sink.proof_tenths() / 10;
    if projects && shown < ENOUGH && context.level == Level::Entry {
        sink.whole(
            format!("projects show {shown} parts of a service beyond its first feature (enough: {ENOUGH})"),
            "add what you did of auth, schema, error handling, rate limits, logging, cache, tests, deployment",
        )
        .fix(Fix::ask("show what makes it a service", &["how it handles errors", "how it is tested and deployed"]));
    }
}
