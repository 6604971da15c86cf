//! Resumes longer than a country is used to.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// With a country (`--market`), counts pages against what is usual there.
    ///
    /// # Why it matters
    /// Two pages are long in one country and short in another. What comes after the usual length is
    /// often not read.
    ///
    /// # Example
    /// ```bullets
    /// %% market: us
    /// %% pages: 3
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% market: us
    /// %% pages: 2
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// For academic resumes, which are long everywhere.
    ///
    /// # Source
    /// S3; customs by country in `packs/markets.toml`.
    LOC002 = "length-for-market" {
        group: Locale,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["M02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(market) = context.market else { return };
    let pages = context.document.pages.len();
    if pages > usize::from(market.pages) {
        sink.whole(
            format!(
                "resume has {pages} pages (usual in {}: at most {})",
                market.name, market.pages
            ),
            "shorten the oldest roles, or leave out what this job does not need",
        );
    }
}
