//! Contact data of other people.

use crate::rule::rule;
use crate::search::{bodies, emails, phones};
use crate::{Context, Sink};
use vitae_pack::SectionKind;

rule! {
    /// # What it does
    /// Looks for e-mail addresses and phone numbers in a references section.
    ///
    /// # Why it matters
    /// They belong to people who did not send the application, and a resume is stored and passed on.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## References
    ///
    /// Dana Okello, Cedar Freight Labs, dana.okello@example.org
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## References
    ///
    /// Dana Okello, Cedar Freight Labs, led the address team
    /// ```
    ///
    /// # When to ignore it
    /// When the person agreed and the employer asked.
    ///
    /// # Source
    /// RChilli counts it as a fault.
    PRV004 = "referee-data" {
        group: Privacy,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["M08"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let resume = &context.resume().basics;
    for range in bodies(context, &[SectionKind::References]) {
        let mail = emails(context, range).into_iter().map(|(at, _)| ("e-mail address", at));
        let phone = phones(context, range).into_iter().map(|at| ("phone number", at));
        for (what, place) in mail.chain(phone) {
            let printed = context.text(place);
            if printed == resume.email || printed == resume.phone {
                continue;
            }
            sink.at(
                place,
                format!("{what} of another person"),
                "leave it out and give it when you are asked",
            );
        }
    }
}
