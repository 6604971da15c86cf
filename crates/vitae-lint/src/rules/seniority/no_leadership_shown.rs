//! Whether a senior resume shows work through others.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, OpenerStrength, Scope};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// From senior on, looks for mentoring, leading or work across teams in at least one bullet.
    ///
    /// # Why it matters
    /// From senior on you are expected to make others better or to move something that several teams
    /// need.
    ///
    /// # Example
    /// ```bullets
    /// %% level: senior
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% level: senior
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    /// - Mentored two engineers on the carrier team, who now run its releases
    /// ```
    ///
    /// # When to ignore it
    /// For positions that are those of a single expert.
    ///
    /// # Source
    /// S2 and S4 on mentoring, leadership and work across teams.
    SEN005 = "no-leadership-shown" {
        group: Seniority,
        severity: Warning,
        curve: Proof(1),
        fix: Display,
        covers: ["I05"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let signals = context.signals();
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let through_others = signals.has(index, PhraseList::Mentoring)
            || signals.has(index, PhraseList::CrossTeam)
            || bullet.anatomy.scope >= Some(Scope::Organisation);
        let active = bullet.anatomy.opener.strength > OpenerStrength::Weak;
        let tenths = if bullet.substantial { 10 } else { 5 };
        sink.proof(bullet.fingerprint, if through_others && active { tenths } else { 0 });
    }
    let told = !context.facts.bullets.is_empty();
    if told && sink.proof_tenths() == 0 && context.level >= Level::Senior {
        sink.whole(
            "no bullet shows mentoring, leading or work across teams".to_owned(),
            "add one: whom you mentored, what you led, or which teams had to agree",
        )
        .fix(Fix::ask(
            "show work through others",
            &["whom or which teams", "what they can do since"],
        ));
    }
}
