//! Open source that is claimed and not shown.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::SectionKind;
use vitae_text::{TextRange, fold_key};

/// Words of a change that was made.
const WORK: [&str; 14] = [
    "merged",
    "patch",
    "patches",
    "pr",
    "prs",
    "pull",
    "commit",
    "commits",
    "maintainer",
    "maintain",
    "maintained",
    "author",
    "issue",
    "issues",
];

rule! {
    /// # What it does
    /// Looks for `open source contributor` and the like in a resume that names no project, no change
    /// and no link to one.
    ///
    /// # Why it matters
    /// A merged change to a project that others use is strong evidence, if it can be found. The claim
    /// alone is none.
    ///
    /// # Example
    /// ```summary
    /// Backend engineer and open-source contributor, with Java and SQL.
    /// ```
    ///
    /// # Use instead
    /// ```summary
    /// Backend engineer with Java and SQL; 14 pull requests merged into the pgrouter project.
    /// ```
    ///
    /// # When to ignore it
    /// When your employer does not allow names.
    ///
    /// # Source
    /// S1 and S2 value contributions; HackerRank's hiring rubric takes points for links without work.
    BAK011 = "open-source-without-work" {
        group: Backend,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["J10"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let sections = &context.parsed.sections;
    let shown = sections.iter().any(|section| section.kind == SectionKind::OpenSource)
        || !context.resume().projects.is_empty();
    if shown {
        return;
    }
    // Few resumes have the word at all.
    let source = fold_key("source");
    if !context.tokens().iter().any(|token| token.key == source) {
        return;
    }
    for range in context.statements() {
        let Some(claim) = claim(context, range) else { continue };
        let words = context.text(claim);
        sink.at(
            claim,
            format!("`{words}` names no project and no change"),
            "name the project and one change of yours that was merged, with its link",
        )
        .fix(Fix::ask("show the contribution", &["project", "what you changed", "link"]));
        return;
    }
}

/// `open source` with `contribut…` beside it, in a text that names neither work nor project.
fn claim(context: &Context<'_>, range: TextRange) -> Option<TextRange> {
    let text = context.text(range);
    let tokens = context.tokens_in(range);
    let (open, source) = (fold_key("open"), fold_key("source"));
    if !tokens.iter().any(|token| token.key == source) {
        return None;
    }
    let keys: Vec<u64> = tokens.iter().map(|token| token.key).collect();
    let at = (1..keys.len()).find(|at| {
        keys[*at] == source && (keys[at - 1] == open || *at > 1 && keys[at - 2] == open)
    })?;
    let contributes =
        |at: usize| context.text(tokens[at].range).to_lowercase().starts_with("contribut");
    let near = (at.saturating_sub(4)..(at + 4).min(tokens.len())).find(|at| contributes(*at))?;
    let work = keys.iter().any(|key| WORK.iter().any(|word| fold_key(word) == *key));
    // A name behind it: `contributed to the open source project pgrouter`, `… to Kafka Connect`.
    let named = text.contains("project ") || text.contains('/') || text.contains(" to Apache");
    let skills = context.facts.bullets.iter().any(|bullet| {
        let product = |used: &vitae_facts::SkillUse| context.pack.skill(used.skill).technology;
        bullet.range == range && bullet.anatomy.skills.iter().any(product)
    });
    let (first, last) = (near.min(at - 1), near.max(at));
    (!work && !named && !skills).then(|| tokens[first].range.cover(tokens[last].range))
}
