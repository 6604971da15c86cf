//! Whether the resume says whose it is.

use crate::rule::rule;
use crate::{Context, Fix, Sink};

rule! {
    /// # What it does
    /// Looks for a name at the top of the resume. Names of one word and names in any script count.
    ///
    /// # Why it matters
    /// Without a name a record cannot be made, and nobody can be invited.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"email": "robin.aldane@example.com"}}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// {"basics": {"name": "Robin Aldane", "email": "robin.aldane@example.com"}}
    /// ```
    ///
    /// # When to ignore it
    /// When you send the resume to a reviewer without your name on purpose.
    ///
    /// # Source
    /// DaXtra, RChilli and Textkernel name it as the first field they need.
    CON001 = "no-name" {
        group: Contact,
        severity: Error,
        curve: Binary,
        fix: Display,
        covers: ["B01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.resume().basics.name.is_empty() && !super::no_email::is_masked(context) {
        sink.whole(context.absent("name"), "put your name on the first line, alone and as text")
            .fix(Fix::ask("add your name", &["your name"]));
    }
}
