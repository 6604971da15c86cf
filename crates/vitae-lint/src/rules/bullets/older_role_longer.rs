//! Older roles that say more than the newest.

use crate::rule::rule;
use crate::{Context, Sink};

/// How many bullets more than the newest role has.
const MORE: usize = 3;
/// Months after which a role has had time for results.
const SETTLED: i32 = 12;

rule! {
    /// # What it does
    /// Looks for a past role with at least three bullets more than the newest one, once the newest
    /// has lasted a year.
    ///
    /// # Why it matters
    /// The newest role says what you can do now. Where an old one takes most of the room, a reader
    /// may take it for your best.
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
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Software Engineer, Tidewater Analytics (Jun 2015 – Feb 2021)
    ///
    /// - Moved tide records to PostgreSQL without downtime
    /// - Cut report generation from 40 s to 6 s by adding two indexes
    /// - Added retries to the buoy feed, which ended the nightly gap
    /// - Wrote the forecast API that four harbours call
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
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    ///
    /// ### Software Engineer, Tidewater Analytics (Jun 2015 – Feb 2021)
    ///
    /// - Moved tide records to PostgreSQL without downtime
    /// - Cut report generation from 40 s to 6 s by adding two indexes
    /// ```
    ///
    /// # When to ignore it
    /// When the newest role may not be told, or when the older one is what you apply with.
    ///
    /// # Source
    /// Editorial; help pages of resume builders ask for most room for the newest role.
    EXP011 = "older-role-longer" {
        group: Bullets,
        severity: Info,
        curve: Binary,
        stands_on: "EXP001",
        fix: None,
        covers: ["E16"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(newest) = context.newest() else { return };
    let count = |work| context.facts.bullets_of(work).filter(|bullet| !bullet.prose).count();
    let now = count(newest.work);
    let since =
        newest.start.map_or(0, |start| context.today.first_month().0 - start.first_month().0);
    if now == 0 || since < SETTLED {
        return;
    }
    let older = context.facts.positions.iter().filter(|position| !position.current);
    let longest =
        older.max_by_key(|position| (count(position.work), std::cmp::Reverse(position.work)));
    let Some(old) = longest.filter(|old| old.work != newest.work && count(old.work) >= now + MORE)
    else {
        return;
    };
    sink.at(
        old.title.or(old.employer).unwrap_or(old.range),
        format!("this role has {} bullets, the newest one {now}", count(old.work)),
        "tell more of the newest role, and keep of the older one what still speaks for you",
    );
}
