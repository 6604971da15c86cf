//! Periods that end before they begin.

use crate::period::periods;
use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Compares start and end of roles, projects, volunteering and education. A month that is not
    /// said is taken in your favour.
    ///
    /// # Why it matters
    /// One of the two is a slip, and years computed from it are wrong.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "work": [{"name": "Harbor Parcel Systems", "position": "Backend Engineer", "startDate": "2021-05", "endDate": "2020-11"}]}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// {"basics": {"name": "Robin Aldane"}, "work": [{"name": "Harbor Parcel Systems", "position": "Backend Engineer", "startDate": "2020-11", "endDate": "2021-05"}]}
    /// ```
    ///
    /// # When to ignore it
    /// Never.
    ///
    /// # Source
    /// Editorial.
    CHR003 = "end-before-start" {
        group: Chronology,
        severity: Error,
        curve: Defects,
        stands_on: "CHR001",
        fix: None,
        covers: ["D06"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for period in periods(context) {
        let (Some(start), Some(end)) = (period.start, period.end) else { continue };
        if end.last_month() < start.first_month() {
            sink.at(
                period.place(context),
                format!("`{}` ends ({end}) before it starts ({start})", period.name),
                "correct the date that is wrong",
            )
            .unit(vitae_text::fold_key(&period.pointer));
        }
    }
}
