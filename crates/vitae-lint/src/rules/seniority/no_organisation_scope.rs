//! Whether staff work reached beyond one team.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Level, OpenerStrength, Scope};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// From staff on, looks for bullets whose work reached beyond one team: several teams, a
    /// standard, adoption, a strategy, years. Two are enough.
    ///
    /// # Why it matters
    /// Staff is a level of reach. Deep work in one team, however good, may be read as senior.
    ///
    /// # Example
    /// ```bullets
    /// %% level: staff
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% level: staff
    /// - Wrote the API guidelines that eleven teams adopted, which ended breaking changes
    /// - Moved every service to one deployment platform over two years, which cut release work by half
    /// ```
    ///
    /// # When to ignore it
    /// In a small firm, where one team is the company; then say so.
    ///
    /// # Source
    /// S4 on staff and principal: teams, standards, adoption, strategy, years.
    SEN006 = "no-organisation-scope" {
        group: Seniority,
        severity: Warning,
        curve: Proof(2),
        fix: Display,
        covers: ["I06"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let wide = context.signals().has(index, PhraseList::Organisation)
            || bullet.anatomy.scope >= Some(Scope::Organisation);
        let active = bullet.anatomy.opener.strength > OpenerStrength::Weak;
        let tenths = if bullet.substantial { 10 } else { 5 };
        sink.proof(bullet.fingerprint, if wide && active { tenths } else { 0 });
    }
    let told = !context.facts.bullets.is_empty();
    if told && sink.proof_tenths() < 10 && context.level >= Level::Staff {
        sink.whole(
            "no bullet shows work that reached beyond one team".to_owned(),
            "say which teams changed what they do: a standard, a platform, a plan of several years",
        )
        .fix(Fix::ask("show the reach", &["how many teams", "what they adopted"]));
    }
}
