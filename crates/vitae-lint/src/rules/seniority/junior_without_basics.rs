//! Whether a junior resume shows a project and the basics.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::Level;
use vitae_pack::{Category, NetworkKind, PhraseList};

rule! {
    /// # What it does
    /// At entry level, looks for a project, a repository or work to look at, and for one bullet with
    /// an API, a database or sign-in.
    ///
    /// # Why it matters
    /// Without years of work, what you built is all that can be judged, and these three are in nearly
    /// every backend position.
    ///
    /// # Example
    /// ```md
    /// %% level: entry
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
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
    /// robin.aldane@example.com | github.com/robin-aldane
    ///
    /// ## Projects
    ///
    /// ### Tidebook
    ///
    /// - Built a tide API in Java with PostgreSQL, so that sailors stop copying tables
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
    /// When you come from another field and apply with that.
    ///
    /// # Source
    /// S4 on juniors: project, repository, auth, database, API.
    SEN009 = "junior-without-basics" {
        group: Seniority,
        severity: Warning,
        curve: Proof(2),
        fix: Display,
        covers: ["I09"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let resume = context.resume();
    let networks = &context.pack.data.networks;
    let repository = resume.basics.profiles.iter().any(|profile| {
        networks.iter().any(|n| n.kind == NetworkKind::Code && n.name == profile.network)
    });
    let shown = repository || !resume.projects.is_empty() || context.facts.substantial >= 3;
    let signals = context.signals();
    let basics = context.facts.bullets.iter().enumerate().any(|(index, bullet)| {
        use Category::{Api, Datastore, Security};
        let category = |used: &vitae_facts::SkillUse| context.pack.skill(used.skill).category;
        signals.has(index, PhraseList::AxisApi)
            || signals.has(index, PhraseList::AxisData)
            || bullet
                .anatomy
                .skills
                .iter()
                .any(|used| matches!(category(used), Api | Datastore | Security))
    });
    sink.proof(1, if shown { 10 } else { 0 });
    sink.proof(2, if basics { 10 } else { 0 });
    if context.level != Level::Entry || shown && basics {
        return;
    }
    let lacks = match (shown, basics) {
        (false, false) => {
            "neither a project or repository, nor work with an API, a database or sign-in, is shown"
        }
        (false, true) => "no project or repository is shown",
        _ => "no bullet shows work with an API, a database or sign-in",
    };
    sink.whole(
        lacks.to_owned(),
        "add one service you built: its API, its data, who signs in, and where the code is",
    )
    .fix(Fix::ask("add a project", &["what it does", "its stack", "link"]));
}
