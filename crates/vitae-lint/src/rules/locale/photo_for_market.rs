//! Photos where none is wanted.

use crate::rule::rule;
use crate::rules::file::picture::pictures;
use crate::{Context, Sink};
use vitae_pack::Custom;

rule! {
    /// # What it does
    /// With a country (`--market`), looks for a photo or other picture where resumes have none: in the
    /// United States, the United Kingdom, Canada and Australia.
    ///
    /// # Why it matters
    /// Employers there must not judge by looks. Some set a resume with a photo aside, to be safe.
    ///
    /// # Example
    /// ```json
    /// %% market: us
    /// {"basics": {"name": "Robin Aldane", "image": "robin.jpg"}}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// %% market: us
    /// {"basics": {"name": "Robin Aldane"}}
    /// ```
    ///
    /// # When to ignore it
    /// When you know that the employer asks for one.
    ///
    /// # Source
    /// S3 and Greenhouse; customs by country in `packs/markets.toml`.
    LOC001 = "photo-for-market" {
        group: Locale,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["M01"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(market) = context.market.filter(|market| market.photo == Custom::Unwelcome) else {
        return;
    };
    let photo = !context.resume().basics.image.is_empty();
    if photo || pictures(context) > 0 {
        let what = if photo { "photo" } else { "picture" };
        sink.whole(
            format!("the resume has a {what}, and resumes in {} have none", market.name),
            "send it without; where a photo is custom, keep a version with it",
        );
    }
}
