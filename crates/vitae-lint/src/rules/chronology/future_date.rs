//! Dates that have not come yet.

use crate::period::{PeriodOf, periods};
use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for roles, projects and volunteering that start or end after today. Education may end
    /// in the future: that is a graduation to come.
    ///
    /// # Why it matters
    /// It reads as a slip, and months that have not been worked are not counted.
    ///
    /// # Example
    /// ```md
    /// %% today: 2026-11
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2024 – Jun 2027)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// %% today: 2026-11
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2024 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When the end of a contract is fixed and matters; say `until Jun 2027` in a bullet.
    ///
    /// # Source
    /// Textkernel documents that the day a resume is read decides its years.
    CHR004 = "future-date" {
        group: Chronology,
        severity: Error,
        curve: Defects,
        stands_on: "CHR001",
        fix: None,
        covers: ["D07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let today = context.today.last_month();
    let is_future = |date: &vitae_resume::PartialDate| date.first_month() > today;
    for period in periods(context).into_iter().filter(|period| period.of != PeriodOf::Education) {
        let found = [("starts", period.start), ("ends", period.end)]
            .into_iter()
            .find_map(|(verb, date)| Some((verb, date.filter(is_future)?)));
        if let Some((verb, date)) = found {
            sink.at(
                period.place(context),
                format!("`{}` {verb} in the future ({date})", period.name),
                "correct the date, or write `Present` for what goes on",
            )
            .unit(vitae_text::fold_key(&period.pointer));
        }
    }
}
