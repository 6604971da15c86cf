//! Files that are too large for a portal.

use crate::rule::rule;
use crate::{Context, Sink};

const LARGE: u64 = 1_000_000;
/// Source: Greenhouse help; DaXtra allows 8 MB.
const GREENHOUSE: u64 = 2_500_000;

rule! {
    /// # What it does
    /// Looks at the size of the file: above 1 MB it says so, above 2.5 MB it names the limit that
    /// Greenhouse documents.
    ///
    /// # Why it matters
    /// Some portals refuse large files, and a resume of text needs a tenth of that.
    ///
    /// # Example
    /// ```bullets
    /// %% bytes: 1400000
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% bytes: 140000
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the portal you use names a higher limit.
    ///
    /// # Source
    /// Greenhouse help (2.5 MB), DaXtra documentation (8 MB).
    FIL009 = "large-file" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A03"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let bytes = context.document.metadata.bytes;
    if bytes <= LARGE {
        return;
    }
    let tenths = bytes.div_ceil(100_000);
    let size = format!("{}.{} MB", tenths / 10, tenths % 10);
    let message = if bytes > GREENHOUSE {
        format!("file has {size} (Greenhouse documents a limit of 2.5 MB)")
    } else {
        format!("file has {size} (limit 1 MB)")
    };
    sink.whole(message, "make pictures smaller or leave them out, and embed only the letters of fonts that are used");
}
