//! Projects of juniors that nobody can look at.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, Owner};
use vitae_pack::PhraseList;
use vitae_text::fold_key;

/// Parts of a project that let others see that it works, and words for private work.
const SEEN: [&str; 4] = ["tests", "deploy", "docs", "CI"];
const PRIVATE: [&str; 4] = ["private", "nda", "internal", "confidential"];

rule! {
    /// # What it does
    /// At entry level, looks for projects without a link and without a word of deployment, tests or
    /// documentation.
    ///
    /// # Why it matters
    /// A junior's project stands in for work. A repository, a running address or tests let a reader
    /// see it.
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
    /// - Built a tide calendar with Java and SQL
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
    /// - Built a tide calendar with Java and SQL: https://github.com/robin-aldane/tidebook
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
    /// For private work or work under an agreement; then say so.
    ///
    /// # Source
    /// S4 on projects of juniors; HackerRank's rubric takes points for projects without a link.
    BAK014 = "project-without-proof" {
        group: Backend,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["J15"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.level > Level::Entry {
        return;
    }
    for (index, project) in context.resume().projects.iter().enumerate() {
        let Some(place) = context.range(&format!("/projects/{index}/name")) else { continue };
        let mut linked = !project.url.is_empty() || place.is_empty();
        let mut seen = false;
        for bullet in &context.facts.bullets {
            if bullet.owner != Owner::Project(index) {
                continue;
            }
            let text = bullet.text.as_str().to_lowercase();
            linked |= text.contains("http") || text.contains("github") || text.contains("gitlab");
            linked |= bullet
                .anatomy
                .tokens
                .iter()
                .any(|token| PRIVATE.iter().any(|word| fold_key(word) == token.key));
            let basics = context.pack.phrases(PhraseList::ProjectBasics);
            seen |= basics.find_all(&bullet.anatomy.tokens).any(|(_, found)| {
                let part = context.pack.phrase(found.value).and_then(|phrase| phrase.instead);
                part.is_some_and(|part| SEEN.contains(&part))
            });
        }
        if !linked && !seen {
            let name = context.text(place);
            sink.at(
                place,
                format!("`{name}` has no link, and nothing says that it runs or is tested"),
                "add the repository or address, and say how it is deployed, tested or documented",
            )
            .fix(Fix::ask("let others see it", &["link", "where it runs", "how it is tested"]));
        }
    }
}
