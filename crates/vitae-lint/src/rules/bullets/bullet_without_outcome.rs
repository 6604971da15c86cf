//! Bullets that stop at the task.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, OpenerStrength, Owner};

rule! {
    /// # What it does
    /// Looks for bullets of the two newest roles that name a task but nothing that came of it: no
    /// result, no figure, no decision.
    ///
    /// # Why it matters
    /// The result is what sets two people with the same task apart.
    ///
    /// # Example
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// Say what became different, with a figure only if you have it.
    /// ```bullets
    /// - Built a label service in Java, so that depots print without calling the office
    /// ```
    ///
    /// # When to ignore it
    /// For one or two lines that only show breadth, in a role that has its results elsewhere.
    ///
    /// # Source
    /// All five role guides ask for verb, task and result (S0 to S4).
    EXP004 = "bullet-without-outcome" {
        group: Bullets,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["E10", "E06"],
        check: Bullet(check),
    }
}

/// Below this, a bullet is too thin to hold an act, its object and its result.
/// Source: rival checks ask for eight words or more.
const SHORT: u32 = 8;

/// Roles that are read closely; older ones may be brief.
const RECENT_ROLES: usize = 2;

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let Owner::Work(work) = bullet.owner else { return };
    let anatomy = &bullet.anatomy;
    let task = anatomy.opener.strength > OpenerStrength::Weak;
    let result =
        anatomy.outcome.is_some() || !anatomy.metrics.is_empty() || anatomy.decision.is_some();
    if work >= RECENT_ROLES || bullet.prose || !task || result {
        return;
    }
    let message = if anatomy.words < SHORT {
        let words = anatomy.words;
        format!("has {words} words (fewer than {SHORT}), and none says what came of it")
    } else {
        "says what was done, not what came of it".to_owned()
    };
    sink.bullet(
        bullet,
        message,
        "add what became faster, cheaper, safer or possible, and for whom",
    )
    .fix(Fix::ask("add the result", &["what changed, and for whom"]));
}
