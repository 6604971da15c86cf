//! Whether the resume can be answered by e-mail.

use crate::rule::rule;
use crate::search::{CONTACT, bodies};
use crate::{Context, Fix, Sink};

rule! {
    /// # What it does
    /// Looks for an e-mail address, in the text or behind a link. A resume that says that its
    /// contact data was removed (`redacted`, `anonymised`, `withheld`) is left alone.
    ///
    /// # Why it matters
    /// It is how an answer reaches you, and the key under which most portals keep a record.
    ///
    /// # Example
    /// ```contact
    /// +1 202 555 0143 | Denver, CO
    /// ```
    ///
    /// # Use instead
    /// ```contact
    /// robin.aldane@example.com | +1 202 555 0143 | Denver, CO
    /// ```
    ///
    /// # When to ignore it
    /// When the resume is published and people reach you another way.
    ///
    /// # Source
    /// S1 and S2; DaXtra and Textkernel treat it as needed.
    CON002 = "no-email" {
        group: Contact,
        severity: Error,
        curve: Binary,
        fix: Display,
        covers: ["B02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.resume().basics.email.is_empty() && !is_masked(context) {
        sink.whole(context.absent("e-mail address"), "put one under your name, as text")
            .fix(Fix::ask("add your e-mail address", &["e-mail address"]));
    }
}

const MASKED: [&str; 6] =
    ["redacted", "anonymised", "anonymized", "withheld", "geschwärzt", "anonymisiert"];

/// Whether the contact block says that its data was removed on purpose.
pub(in crate::rules) fn is_masked(context: &Context<'_>) -> bool {
    bodies(context, &CONTACT).any(|range| {
        let text = context.text(range);
        let mut words = text.split(|ch: char| !ch.is_alphabetic());
        text.contains("███") || words.any(|word| MASKED.contains(&word.to_lowercase().as_str()))
    })
}
