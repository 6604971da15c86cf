//! Whether the resume can be answered by phone.

use crate::rule::rule;
use crate::{Context, Fix, Sink};

rule! {
    /// # What it does
    /// Looks for a phone number, in the text or behind a link. A resume that says that its contact
    /// data was removed is left alone.
    ///
    /// # Why it matters
    /// First talks are often set up by phone, and several parsers count the field as needed.
    ///
    /// # Example
    /// ```contact
    /// robin.aldane@example.com | Denver, CO
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// robin.aldane@example.com | +1 202 555 0143 | Denver, CO
    /// ```
    ///
    /// # When to ignore it
    /// When you keep your number private, which is a fair choice on a public page.
    ///
    /// # Source
    /// S1 and S2; DaXtra.
    CON003 = "no-phone" {
        group: Contact,
        severity: Warning,
        curve: Binary,
        fix: Display,
        covers: ["B03"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.resume().basics.phone.is_empty() && !super::no_email::is_masked(context) {
        sink.whole(
            context.absent("phone number"),
            "add one with its country code; leave it out only where the page is public",
        )
        .fix(Fix::ask("add your phone number", &["phone number"]));
    }
}
