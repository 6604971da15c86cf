//! Whether there is a career to put in order.

use crate::period::{PeriodOf, periods};
use crate::rule::rule;
use crate::{Context, Sink};
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Looks for one role or project with a name and a start that can be read. Rules about dates
    /// stand on it, since a page without dates has no wrong ones either.
    ///
    /// # Why it matters
    /// Years of experience are computed from dates; without any, the answer is zero.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// ### Backend Engineer, Harbor Parcel Systems (Mar 2021 – Present)
    ///
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// Never; a date on a project is enough to begin with.
    ///
    /// # Source
    /// Every parser's documentation; Swiff rubric.
    CHR001 = "few-dated-roles" {
        group: Chronology,
        severity: Error,
        curve: Proof(1),
        fix: None,
        covers: ["D01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for period in periods(context) {
        let counts = matches!(period.of, PeriodOf::Work | PeriodOf::Project);
        if counts && !period.name.is_empty() && period.start.is_some() {
            sink.proof(fold_key(&period.pointer), 10);
        }
    }
    if sink.proof_tenths() == 0 {
        sink.whole(
            context.absent("role or project with a start date"),
            "write start and end beside each role, such as `Mar 2021 – Present`",
        );
    }
}
