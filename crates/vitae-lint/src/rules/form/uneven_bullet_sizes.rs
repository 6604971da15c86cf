//! Bullets in several sizes.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::LineRole;

rule! {
    /// # What it does
    /// Looks for bullets that are set in two sizes or more, a point or more apart, with two bullets or
    /// more in each.
    ///
    /// # Why it matters
    /// It looks as if the parts came from different files, and smaller text reads as less important.
    ///
    /// # Example
    /// ```text
    /// %% run: size=11 on Rebuilt the parcel router
    /// %% run: size=11 on Moved address data
    /// %% run: size=9 on Cached label templates
    /// %% run: size=9 on Wrote runbooks
    /// Robin Aldane
    /// Experience
    /// • Rebuilt the parcel router
    /// • Moved address data
    /// • Cached label templates
    /// • Wrote runbooks
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// %% run: size=11 on Rebuilt the parcel router
    /// %% run: size=11 on Moved address data
    /// Robin Aldane
    /// Experience
    /// • Rebuilt the parcel router
    /// • Moved address data
    /// ```
    ///
    /// # When to ignore it
    /// When smaller bullets are notes under others.
    ///
    /// # Source
    /// S2 and VMock.
    FMT012 = "uneven-bullet-sizes" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L05"],
        check: Resume(check),
    }
}

const FEWEST: usize = 2;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let items = context.document.lines.iter();
    let items = items.filter(|line| line.role == LineRole::Item(0) && line.style.size > 0.0);
    let sizes: Vec<(u32, vitae_text::TextRange)> =
        items.map(|line| ((line.style.size * 2.0) as u32, line.range)).collect();
    let count = |size: u32| sizes.iter().filter(|(other, _)| *other == size).count();
    let Some(usual) = sizes.iter().map(|(size, _)| *size).max_by_key(|size| (count(*size), *size))
    else {
        return;
    };
    let other = sizes.iter().find(|(size, _)| size.abs_diff(usual) >= 2 && count(*size) >= FEWEST);
    if let Some((size, place)) = other {
        sink.at(
            *place,
            format!("bullets are set in {} and in {} points", usual / 2, size / 2),
            "set all bullets in one size",
        );
    }
}
