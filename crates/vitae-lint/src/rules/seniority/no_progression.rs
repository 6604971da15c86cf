//! Roles that all look alike.

use crate::evidence::opening;
use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::VerbClass;
use vitae_text::fold_key;

const FEWEST_ROLES: usize = 3;
/// Five years.
const FEWEST_MONTHS: u32 = 60;

rule! {
    /// # What it does
    /// Looks for three roles or more over at least five years with the same title, where the newest
    /// bullets show no more reach, leadership or decisions than the oldest.
    ///
    /// # Why it matters
    /// A reader looks for what grew: larger systems, harder problems, people. The same words three
    /// times may be read as one year three times.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2022 – Present)
    ///
    /// - Built the label page in Java, which sped up printing
    ///
    /// ### Backend Engineer, Tidewater Analytics (Jun 2018 – Feb 2022)
    ///
    /// - Built the forecast page in Java, which ended faxes
    ///
    /// ### Backend Engineer, Cedar Freight Labs (Jun 2015 – May 2018)
    ///
    /// - Built the freight page in Java, which sped up billing
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2022 – Present)
    ///
    /// - Led four engineers who split the label monolith, so that depots release on their own
    ///
    /// ### Backend Engineer, Tidewater Analytics (Jun 2018 – Feb 2022)
    ///
    /// - Built the forecast page in Java, which ended faxes
    ///
    /// ### Backend Engineer, Cedar Freight Labs (Jun 2015 – May 2018)
    ///
    /// - Built the freight page in Java, which sped up billing
    /// ```
    ///
    /// # When to ignore it
    /// When the firms know no ranks; then let the bullets show what grew.
    ///
    /// # Source
    /// S1 and S4 on progression.
    SEN007 = "no-progression" {
        group: Seniority,
        severity: Info,
        curve: Binary,
        stands_on: "EXP001",
        fix: Display,
        covers: ["I07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let positions = &context.facts.positions;
    let title = |work: usize| {
        fold_key(context.resume().work.get(work).map_or("", |work| work.position.trim()))
    };
    let (Some(newest), Some(oldest)) = (positions.first(), positions.last()) else { return };
    let same = positions
        .iter()
        .all(|position| position.title.is_some() && title(position.work) == title(newest.work));
    let long = context.facts.timeline.months_worked >= FEWEST_MONTHS;
    if positions.len() < FEWEST_ROLES || !same || !long || context.facts.claimed.is_some() {
        return;
    }
    if reach(context, newest.work) > reach(context, oldest.work) {
        return;
    }
    let Some(place) = newest.title else { return };
    let name = context.text(place);
    sink.at(
        place,
        format!(
            "`{name}` is the title of all {} roles, and the newest shows no more than the first",
            positions.len()
        ),
        "let the newest role show what grew: a larger system, a decision, people you led",
    )
    .fix(Fix::ask("show what grew", &["what you do now that you could not do in the first role"]));
}

/// What a role shows of reach, leading and deciding: the more the higher.
fn reach(context: &Context<'_>, work: usize) -> usize {
    let bullets = context.facts.bullets_of(work);
    let grown = bullets.map(|bullet| {
        let class = opening(bullet, context.pack).map(|found| found.verb.class);
        let leads = matches!(class, Some(VerbClass::Lead | VerbClass::Decide | VerbClass::Teach));
        bullet.anatomy.scope.map_or(0, |scope| scope as usize)
            + usize::from(leads)
            + usize::from(bullet.anatomy.decision.is_some())
    });
    grown.sum()
}
