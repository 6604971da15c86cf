//! Dates in numbers in another country's order.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::DateOrder;
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// With a country (`--market`), looks for dates in numbers whose day and month stand in another
    /// order than there: `25/04/2021` for the United States.
    ///
    /// # Why it matters
    /// `03/04/2021` is in March for one reader and in April for the other. A month in words is read
    /// alike everywhere.
    ///
    /// # Example
    /// ```bullets
    /// %% market: us
    /// - Rebuilt the parcel router in Java, live since 25/04/2021
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% market: us
    /// - Rebuilt the parcel router in Java, live since April 2021
    /// ```
    ///
    /// # When to ignore it
    /// When the job is in another country than the reader.
    ///
    /// # Source
    /// Editorial; customs by country in `packs/markets.toml`.
    LOC003 = "date-order-for-market" {
        group: Locale,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["M10"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(market) = context.market else { return };
    let all = TextRange::at(0, context.document.text.len());
    let other: Vec<(TextRange, &str)> = crate::search::chunks(context, all)
        .into_iter()
        .filter(|(_, word)| order(word).is_some_and(|order| order != market.dates))
        .collect();
    let Some((place, word)) = other.first() else { return };
    sink.at(
        *place,
        format!("`{word}` is no date as {} writes it", market.name),
        "write the month in words, such as `Apr 2021`",
    )
    .also(other[1..].iter().map(|(place, _)| *place));
}

/// The order of day and month, where the numbers leave no doubt. Year first is read everywhere.
fn order(word: &str) -> Option<DateOrder> {
    let mut parts = word.split(['/', '.']);
    let [first, second, year] = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some()
        || year.len() != 4
        || !(year.starts_with("19") || year.starts_with("20"))
    {
        return None;
    }
    let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    match (first, second) {
        (13..=31, 1..=12) => Some(DateOrder::Day),
        (1..=12, 13..=31) => Some(DateOrder::Month),
        _ => None,
    }
}
