//! Earlier roles and projects without a single figure.

use crate::rule::rule;
use crate::{Context, Fix, Sink};
use vitae_facts::{Bullet, Owner};
use vitae_text::TextRange;

const FEWEST_BULLETS: usize = 3;
const RECENT_MONTHS: i32 = 120;

rule! {
    /// # What it does
    /// Looks for roles before the newest one, of the last ten years and with three bullets or more,
    /// and for projects with as many, in which no bullet has a figure.
    ///
    /// # Why it matters
    /// Figures in the newest role alone may be read as work that was measured once. Each major
    /// project was of some size.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    ///
    /// ### Software Engineer, Tidewater Analytics (Jun 2018 – Feb 2021)
    ///
    /// - Moved tide records to PostgreSQL without downtime
    /// - Added retries to the buoy feed, which ended the nightly gap
    /// - Wrote the forecast API, so that harbours stopped sending faxes
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
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Cut label printing from 900 ms to 140 ms by caching templates
    ///
    /// ### Software Engineer, Tidewater Analytics (Jun 2018 – Feb 2021)
    ///
    /// - Moved tide records (2 TB) to PostgreSQL without downtime
    /// - Added retries to the buoy feed, which ended the nightly gap
    /// - Wrote the forecast API, so that harbours stopped sending faxes
    /// ```
    ///
    /// # When to ignore it
    /// When the figures of an old employer are out of reach; an estimate that you can explain is a
    /// figure too.
    ///
    /// # Source
    /// S0 and S1 ask for a figure in every bullet; S3 for one on every major project.
    MET011 = "past-role-without-figure" {
        group: Metrics,
        severity: Info,
        curve: Defects,
        stands_on: "MET001",
        fix: Display,
        covers: ["F01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let newest = context.newest().map(|position| position.work);
    let today = context.today.first_month().0;
    for position in &context.facts.positions {
        let ended = position.end.is_some_and(|end| today - end.last_month().0 <= RECENT_MONTHS);
        let place = position.title.or(position.employer);
        if let Some(place) = place.filter(|_| ended && Some(position.work) != newest) {
            unsized_entry(context, Owner::Work(position.work), place, "role", sink);
        }
    }
    for index in 0..context.resume().projects.len() {
        let place = context.range(&format!("/projects/{index}/name"));
        if let Some(place) = place.filter(|place| !place.is_empty()) {
            unsized_entry(context, Owner::Project(index), place, "project", sink);
        }
    }
}

fn unsized_entry(
    context: &Context<'_>,
    owner: Owner,
    place: TextRange,
    what: &str,
    sink: &mut Sink<'_>,
) {
    let of_entry = |bullet: &&Bullet| bullet.owner == owner && !bullet.prose;
    let bullets = context.facts.bullets.iter().filter(of_entry);
    let count = bullets.clone().count();
    // A figure in a hollow bullet sizes nothing.
    let sized = |bullet: &Bullet| bullet.substantial && !bullet.anatomy.metrics.is_empty();
    if count < FEWEST_BULLETS || bullets.into_iter().any(sized) {
        return;
    }
    sink.at(
        place,
        format!("no figure in the {count} bullets of this {what}"),
        "add one figure that you remember or can look up: users, rows, requests, people, time",
    )
    .fix(Fix::ask("size the work", &["how many or how much"]));
}
