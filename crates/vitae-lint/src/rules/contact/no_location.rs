//! Whether the resume says where the person is.

use crate::rule::rule;
use crate::search::{CONTACT, bodies};
use crate::{Context, Fix, Sink};
use vitae_text::tokenize;

rule! {
    /// # What it does
    /// Looks for a city, region or country, or for a word such as `Remote`.
    ///
    /// # Why it matters
    /// Searches filter by place, and readers ask about time zones and permits first.
    ///
    /// # Example
    /// ```contact
    /// robin.aldane@example.com | +1 202 555 0143
    /// ```
    ///
    /// # Use instead
    /// City and region are enough; a street is not needed.
    /// ```contact
    /// robin.aldane@example.com | +1 202 555 0143 | Denver, CO
    /// ```
    ///
    /// # When to ignore it
    /// When you work from anywhere; the word `Remote` says so.
    ///
    /// # Source
    /// S2; DaXtra fills it into a field of its own.
    CON005 = "no-location" {
        group: Contact,
        severity: Info,
        curve: Binary,
        fix: Display,
        covers: ["B07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let location = &context.resume().basics.location;
    let placed = [&location.city, &location.region, &location.country_code, &location.address];
    if placed.into_iter().any(|part| !part.is_empty()) || says_remote(context) {
        return;
    }
    sink.whole(
        context.absent("city or region"),
        "add city and region, or `Remote` with your time zone",
    )
    .fix(Fix::ask("add your place", &["city and region"]));
}

/// Whether the contact block tells the way of working.
fn says_remote(context: &Context<'_>) -> bool {
    bodies(context, &CONTACT).any(|range| {
        let tokens = tokenize(context.text(range));
        (0..tokens.len()).any(|at| context.pack.remote_word(&tokens[at..]).is_some())
    })
}
