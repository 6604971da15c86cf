//! Files that are encrypted.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

rule! {
    /// # What it does
    /// Looks for encryption in the file, with or without a ban on copying. A file that asks for a
    /// password cannot be read at all and is an error before any rule runs.
    ///
    /// # Why it matters
    /// Some parsers refuse encrypted files, even when every viewer opens them.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"encrypted","copy_restricted":true}
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// Export without any protection.
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the file goes to a person who has to be kept from changing it.
    ///
    /// # Source
    /// Greenhouse help names protected files among those that fail.
    FIL014 = "restricted-copy" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for hazard in &context.document.hazards {
        let HazardKind::Encrypted { copy_restricted } = hazard.kind else { continue };
        let message = if copy_restricted {
            "file is encrypted and does not permit copying its text"
        } else {
            "file is encrypted"
        };
        sink.whole(message.to_owned(), "export it without a password and without restrictions");
    }
}
