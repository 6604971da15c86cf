//! Projects that courses have everyone build.

use crate::evidence::has_result;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, Owner};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// At entry and mid level, looks for projects such as a to-do app, a calculator or a clone of a
    /// known site, unless a bullet shows with a figure or a result what is your own in it.
    ///
    /// # Why it matters
    /// A reader has seen it a hundred times, and the code is found in the course. What you added is
    /// what counts.
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
    /// ### Todo App
    ///
    /// - Built a todo app with Java and SQL
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
    /// ### Todo App
    ///
    /// - Built a todo app with Java and SQL that 40 students of my dormitory share, with offline sync
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
    /// When it is one of several, and the others are your own.
    ///
    /// # Source
    /// S4 on projects of juniors; HackerRank's rubric.
    BAK013 = "tutorial-project" {
        group: Backend,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["J14"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.level > Level::Mid {
        return;
    }
    for index in 0..context.resume().projects.len() {
        let Some(place) = context.range(&format!("/projects/{index}/name")) else { continue };
        let tutorial = context.pack.phrases(PhraseList::TutorialProject);
        let own = |bullet: &&vitae_facts::Bullet| bullet.owner == Owner::Project(index);
        let mut bullets = context.facts.bullets.iter().filter(own);
        if bullets.clone().any(|bullet| bullet.substantial && has_result(bullet)) {
            continue;
        }
        let in_name = tutorial.find_all(context.tokens_in(place)).next().is_some();
        if in_name
            || bullets.any(|bullet| tutorial.find_all(&bullet.anatomy.tokens).next().is_some())
        {
            let name = context.text(place);
            sink.at(
                place,
                format!("`{name}` is a project that many courses have everyone build"),
                "say what is your own in it: users, load, a failure you handled, a choice you made",
            )
            .fix(Fix::ask("show what is your own", &["who uses it", "what you added and why"]));
        }
    }
}
