//! Plain verbs at the start of most bullets.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_facts::{Bullet, OpenerStrength};

const FEWEST: usize = 6;
/// Three of five.
const PERCENT: usize = 60;

rule! {
    /// # What it does
    /// Looks for resumes in which three bullets of five or more open with plain verbs such as
    /// `wrote`, `added` or `tested`.
    ///
    /// # Why it matters
    /// Verbs of change and ownership (`designed`, `moved`, `cut`, `led`) say what your part was.
    /// Plain ones leave it open.
    ///
    /// # Example
    /// ```bullets
    /// - Added address checks to the label form, which stopped misprints
    /// - Wrote the carrier client in Java, which ended manual uploads
    /// - Tested the router with recorded parcels, so that releases got calmer
    /// - Updated the print servers without downtime
    /// - Documented the label API for nine carriers
    /// - Configured alerts that page before depots notice
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built address checks into the label form, which stopped misprints
    /// - Designed the carrier client in Java, which ended manual uploads
    /// - Tested the router with recorded parcels, so that releases got calmer
    /// - Replaced the print servers without downtime
    /// - Documented the label API for nine carriers
    /// - Introduced alerts that page before depots notice
    /// ```
    ///
    /// # When to ignore it
    /// When the plain verb is the exact one; it is a matter of the whole, not of one bullet.
    ///
    /// # Source
    /// S0, S2 and S4 list verbs of building, scaling, moving and owning; the pack holds them as
    /// strong.
    LNG008 = "plain-openers" {
        group: Language,
        severity: Info,
        curve: Binary,
        stands_on: "EXP001",
        fix: None,
        covers: ["G01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let opened = |bullet: &&Bullet| !bullet.prose && bullet.anatomy.opener.verb != 0;
    let bullets: Vec<&Bullet> = context.facts.bullets.iter().filter(opened).collect();
    let plain = |bullet: &&&Bullet| bullet.anatomy.opener.strength == OpenerStrength::Ok;
    let plain: Vec<&Bullet> = bullets.iter().filter(plain).copied().collect();
    if bullets.len() < FEWEST || plain.len() * 100 < bullets.len() * PERCENT {
        return;
    }
    let place = |bullet: &Bullet| bullet.text.to_source(bullet.anatomy.opener.range);
    let verb =
        |bullet: &&Bullet| format!("`{}`", bullet.anatomy.opener.range.of(bullet.text.as_str()));
    let verbs: Vec<String> = plain.iter().take(3).map(verb).collect();
    sink.at(
        place(plain[0]),
        format!(
            "{} of {} bullets open with plain verbs: {}",
            plain.len(),
            bullets.len(),
            verbs.join(", ")
        ),
        "where it is true, open with what you changed: designed, moved, cut, scaled, hardened, led",
    )
    .also(plain[1..].iter().map(|bullet| place(bullet)));
}
