//! Claims that belong to more years of work.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_pack::PhraseList;

/// Two years.
const MONTHS: u32 = 24;

rule! {
    /// # What it does
    /// Looks for claims such as `enterprise architecture`, `platform governance` or `led multiple
    /// teams` in the bullets of people with less than two years of dated work.
    ///
    /// # Why it matters
    /// Early in a career such words may be read as borrowed. The concrete part you did is more
    /// convincing.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Junior Backend Engineer, Harbor Parcel Systems (Mar 2026 – Present)
    ///
    /// - Defined the enterprise architecture of the parcel router in Java
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
    /// ### Junior Backend Engineer, Harbor Parcel Systems (Mar 2026 – Present)
    ///
    /// - Designed the retry table of the parcel router in Java, which ended double labels
    /// ```
    ///
    /// # When to ignore it
    /// For founders, and for work of years that the dates do not show.
    ///
    /// # Source
    /// S4 on inflated claims of juniors.
    SEN001 = "claim-beyond-years" {
        group: Seniority,
        severity: Warning,
        curve: Defects,
        stands_on: "EXP001",
        fix: Display,
        covers: ["I01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let months = context.facts.timeline.months_worked;
    let founder = context.resume().work.iter().any(|work| {
        let title = work.position.to_lowercase();
        title.contains("found") || title.contains("cto") || title.contains("owner")
    });
    let dated = context.facts.positions.iter().all(|position| position.start.is_some());
    if months == 0 || months >= MONTHS || founder || !dated {
        return;
    }
    for (index, bullet) in context.facts.bullets.iter().enumerate() {
        let Some(place) = context.signals().first(index, PhraseList::Inflated) else { continue };
        let claim = place.of(bullet.text.as_str());
        sink.in_bullet(
            bullet,
            place,
            format!("`{claim}` may be read as too large beside {months} months of work"),
            "say which part was yours: the module, the decision, the table, and who reviewed it",
        )
        .fix(Fix::ask("name your part", &["which part was yours"]));
    }
}
