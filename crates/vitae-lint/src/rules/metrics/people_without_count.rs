//! Leading or mentoring without how many.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, Level, MetricKind};
use vitae_pack::VerbClass;
use vitae_text::fold_key;

/// Verbs whose object is people, if people follow.
const LEADING: [&str; 8] =
    ["lead", "manage", "hire", "supervise", "recruit", "interview", "head", "guide"];
/// Words for people that are led.
const PEOPLE: [&str; 16] = [
    "engineers",
    "developers",
    "interns",
    "juniors",
    "people",
    "team",
    "teams",
    "squad",
    "squads",
    "graduates",
    "colleagues",
    "members",
    "engineer",
    "hires",
    "joiners",
    "candidates",
];

rule! {
    /// # What it does
    /// From senior on, looks for bullets about leading or mentoring people that do not say how many.
    ///
    /// # Why it matters
    /// Two interns or a group of twenty: the number is the size of that work.
    ///
    /// # Example
    /// ```bullets
    /// %% level: senior
    /// - Mentored engineers on the carrier team, who now run releases themselves
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% level: senior
    /// - Mentored three engineers on the carrier team, who now run releases themselves
    /// ```
    ///
    /// # When to ignore it
    /// When the number changed all the time; give the most there were.
    ///
    /// # Source
    /// S1, S2 and S4 ask seniors for the size of teams and the number of people mentored.
    MET008 = "people-without-count" {
        group: Metrics,
        severity: Info,
        curve: Binary,
        stands_on: "MET001",
        fix: Display,
        covers: ["F10"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.level < Level::Senior {
        return;
    }
    let bullets: Vec<&Bullet> =
        context.facts.bullets.iter().filter(|bullet| uncounted(context, bullet)).collect();
    let Some(first) = bullets.first() else { return };
    let place = first.anatomy.opener.range;
    let verb = place.of(first.text.as_str());
    sink.in_bullet(
        first,
        place,
        format!("`{verb}` people, without how many"),
        "say how many people, and what they do on their own since",
    )
    .also(bullets[1..].iter().map(|bullet| bullet.text.to_source(bullet.anatomy.opener.range)))
    .fix(Fix::ask("add the number", &["how many people"]));
}

/// Tells of people led or taught, within the first words, and counts none.
fn uncounted(context: &Context<'_>, bullet: &Bullet) -> bool {
    let anatomy = &bullet.anatomy;
    let verb = anatomy.opener.verb;
    let teaches =
        context.pack.verb_key(verb).is_some_and(|found| found.verb.class == VerbClass::Teach);
    let leads = || LEADING.iter().any(|base| fold_key(base) == verb);
    let counted = anatomy.metrics.iter().any(|metric| metric.kind == MetricKind::Count);
    if bullet.prose || counted || !(teaches || leads()) {
        return false;
    }
    let object = || anatomy.tokens.iter().skip(1).take(6);
    // `a junior engineer` is a count of one.
    let one = object().any(|token| [fold_key("a"), fold_key("an")].contains(&token.key));
    let people = PEOPLE.map(fold_key);
    !one && object().any(|token| people.contains(&token.key))
}
