//! Bullets that open with a duty.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, OpenerStrength};

rule! {
    /// # What it does
    /// Looks for bullets that open with a duty: `Responsible for`, `In charge of`, `Tasked with`,
    /// `Duties included`.
    ///
    /// # Why it matters
    /// A duty says what the job was, not what you did in it. Everyone who held the job could write
    /// the same line.
    ///
    /// # Example
    /// ```bullets
    /// - Responsible for the nightly invoice run
    /// ```
    ///
    /// # Use instead
    /// Open with the act, and say what it changed.
    /// ```bullets
    /// - Run the nightly invoice job, and cut its failures by checking each ledger before it starts
    /// ```
    ///
    /// # When to ignore it
    /// When the responsibility itself is the news, such as a budget that you hold. Say it with a
    /// verb all the same: `Own`, `Hold`, `Lead`.
    ///
    /// # Source
    /// Role guides of four resume products name duty openers as weak (S2, S3, S4; Swiff rubric).
    EXP002 = "duty-opener" {
        group: Bullets,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["E08"],
        check: Bullet(check),
    }
}

/// First words of duty phrases; the pack's weak openers hold help and participation as well.
const DUTY: [&str; 6] = ["responsible", "responsibility", "tasked", "charged", "in", "duties"];

/// Whether these opening words are a duty.
pub(in crate::rules) fn is_duty(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or("").trim_end_matches(':');
    words.contains(' ') && DUTY.iter().any(|word| first.eq_ignore_ascii_case(word))
}

fn check(_: &Context<'_>, bullet: &Bullet, sink: &mut Sink<'_>) {
    let opener = &bullet.anatomy.opener;
    let words = opener.range.of(bullet.text.as_str());
    if opener.strength != OpenerStrength::Weak || !is_duty(words) || bullet.prose {
        return;
    }
    sink.in_bullet(
        bullet,
        opener.range,
        format!("opens with a duty: `{words}`"),
        "open with what you did, then what came of it",
    )
    .fix(Fix::ask("rewrite as an act", &["what you did", "what changed because of it"]));
}
