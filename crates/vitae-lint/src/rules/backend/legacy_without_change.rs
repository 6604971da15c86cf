//! Legacy systems that were only kept.

use crate::evidence::{has_result, opening};
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::OpenerStrength;
use vitae_pack::{PhraseList, VerbClass};

rule! {
    /// # What it does
    /// Looks for bullets about legacy systems that open with a verb of keeping and say nothing of
    /// what became better.
    ///
    /// # Why it matters
    /// Old systems hold the money. What you made safer, faster or smaller in one is modernisation,
    /// and worth saying so.
    ///
    /// # Example
    /// ```bullets
    /// - Maintained the legacy billing system in COBOL
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Put tests around the legacy billing system, which made its weekly release safe
    /// ```
    ///
    /// # When to ignore it
    /// When keeping it alive was all that was wanted; then say how long, or for how many.
    ///
    /// # Source
    /// S1 asks to tell legacy work as modernisation.
    BAK010 = "legacy-without-change" {
        group: Backend,
        severity: Info,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["J09"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let Some(words) = context.signals().first(index, PhraseList::Legacy) else { continue };
        let class = opening(bullet, context.pack).map(|found| found.verb.class);
        let kept = bullet.anatomy.opener.strength <= OpenerStrength::Weak
            || matches!(class, Some(VerbClass::Operate | VerbClass::Support));
        if !kept || has_result(bullet) || bullet.prose {
            continue;
        }
        let legacy = words.of(bullet.text.as_str());
        sink.in_bullet(
            bullet,
            words,
            format!("`{legacy}` was kept; nothing says what became better"),
            "say what you tested, measured, replaced or took apart, and what that made possible",
        )
        .fix(Fix::ask("tell it as modernisation", &["what you changed", "what became possible"]));
    }
}
