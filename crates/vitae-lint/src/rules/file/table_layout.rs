//! Tables that hold the resume's text.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::HazardKind;

const FEWEST_ROWS: u32 = 2;
/// Smaller tables hold a phone number or a legend.
const FEWEST_CHARACTERS: u32 = 80;

rule! {
    /// # What it does
    /// Looks for tables of two or more rows that hold 80 characters of text or more. A table of one
    /// row, as used to set name and contact side by side, is left alone.
    ///
    /// # Why it matters
    /// Parsers may read cells one by one, which detaches a title from its company and its dates.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// ## Experience
    ///
    /// | Role | Where |
    /// | --- | --- |
    /// | Backend Engineer, Mar 2021 to now | Harbor Parcel Systems, Denver |
    /// | Developer, Jan 2019 to Feb 2021 | Cedar Freight Labs, Boulder |
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
    /// ### Developer, Cedar Freight Labs (Jan 2019 – Feb 2021)
    /// ```
    ///
    /// # When to ignore it
    /// When the file goes to a person and not into a portal.
    ///
    /// # Source
    /// Greenhouse, DaXtra and Sovren help pages; S1 and S2 ask for plain layouts.
    FIL004 = "table-layout" {
        group: File,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["A09"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for hazard in &context.document.hazards {
        let HazardKind::Table { rows, columns, characters } = hazard.kind else { continue };
        if rows < FEWEST_ROWS || characters < FEWEST_CHARACTERS {
            continue;
        }
        sink.at(
            hazard.range.unwrap_or_default(),
            format!(
                "a table of {rows} rows and {columns} columns holds {characters} characters of text"
            ),
            "write the rows as lines: cells may come apart when software reads them",
        )
        .unit(
            u64::from(characters) << 32 | u64::from(hazard.range.map_or(rows, |range| range.start)),
        );
    }
}
