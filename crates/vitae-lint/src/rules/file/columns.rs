//! Text in columns side by side.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

/// Share of lines with a neighbour in another column, in percent. Below it there are only dates at
/// the right margin. Source: editorial, after OfflineCV.
const LEAST_SHARE: u32 = 25;

rule! {
    /// # What it does
    /// Looks for pages where a quarter of the lines or more have a neighbour in another column.
    /// Dates at the right margin are no column.
    ///
    /// # Why it matters
    /// A parser that reads across the page mixes the lines of both columns.
    ///
    /// # Example
    /// ```bullets
    /// %% hazard: {"kind":"columns","columns":2,"share":58,"page":1}
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// One column, with skills as a section of its own.
    /// ```bullets
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// When the file goes to a person and not into a portal.
    ///
    /// # Source
    /// Greenhouse help, S2, OfflineCV and ats-screener.
    FIL003 = "columns" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A07"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let worst = context
        .document
        .hazards
        .iter()
        .filter_map(|hazard| match hazard.kind {
            HazardKind::Columns { columns, share } if columns > 1 => {
                Some((share, columns, hazard.page))
            }
            _ => None,
        })
        .max_by_key(|(share, ..)| *share);
    let Some((share, columns, page)) = worst.filter(|(share, ..)| *share >= LEAST_SHARE) else {
        return;
    };
    let page = page.map_or(String::new(), |page| format!(" on page {page}"));
    sink.whole(
        format!("text stands in {columns} columns{page}: {share}% of the lines have a neighbour (limit {LEAST_SHARE}%)"),
        "use one column; parsers may read across both and mix their lines",
    );
}
