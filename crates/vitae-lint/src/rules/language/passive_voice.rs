//! The passive in more than every fifth bullet.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::Bullet;

const FEWEST: usize = 2;
/// Every fifth. Source: Swiff's rubric.
const PERCENT: usize = 20;
/// What others do to a person, with honour.
const HONOURS: [&str; 12] = [
    "promoted",
    "awarded",
    "selected",
    "chosen",
    "recognized",
    "recognised",
    "nominated",
    "named",
    "invited",
    "hired",
    "elected",
    "appointed",
];

rule! {
    /// # What it does
    /// Looks for resumes with two or more bullets in the passive, when these are more than a fifth of
    /// all.
    ///
    /// # Why it matters
    /// `Was migrated` hides who did it. On a resume it should be you.
    ///
    /// # Example
    /// ```bullets
    /// - The address store was migrated to PostgreSQL without downtime
    /// - Label templates were cached, which cut printing from 900 ms to 140 ms
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Migrated the address store to PostgreSQL without downtime
    /// - Cached label templates, which cut printing from 900 ms to 140 ms
    /// ```
    ///
    /// # When to ignore it
    /// For what others did to you: `was promoted`, `was awarded`.
    ///
    /// # Source
    /// Rubrics of career services limit the passive; Swiff's to a fifth.
    LNG009 = "passive-voice" {
        group: Language,
        severity: Info,
        curve: Binary,
        stands_on: "EXP001",
        fix: None,
        covers: ["G04"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let passive = |bullet: &&Bullet| {
        let honour = || {
            let text = bullet.text.as_str().to_lowercase();
            HONOURS.iter().any(|word| text.contains(word))
        };
        bullet.anatomy.passive && !honour()
    };
    let all = context.facts.bullets.iter().filter(|bullet| !bullet.prose);
    let count = all.clone().count();
    let found: Vec<&Bullet> = all.filter(passive).collect();
    if found.len() < FEWEST || found.len() * 100 <= count * PERCENT {
        return;
    }
    sink.at(
        found[0].range,
        format!("{} of {count} bullets are in the passive (limit {PERCENT}%)", found.len()),
        "make yourself the subject: say what you did, in the past tense",
    )
    .also(found[1..].iter().map(|bullet| bullet.range));
}
