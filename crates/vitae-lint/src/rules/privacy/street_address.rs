//! Street and number.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for a street and house number in the contact data. Left alone in countries where they
    /// are customary, such as Germany, Austria, Switzerland, Japan and Korea.
    ///
    /// # Why it matters
    /// City and region answer the reader's question; the rest is yours.
    ///
    /// # Example
    /// ```json
    /// {"basics": {"name": "Robin Aldane", "location": {"address": "218 Juniper Terrace", "city": "Denver", "region": "CO"}}}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// {"basics": {"name": "Robin Aldane", "location": {"city": "Denver", "region": "CO"}}}
    /// ```
    ///
    /// # When to ignore it
    /// Where letters are still the rule.
    ///
    /// # Source
    /// Common advice on privacy.
    PRV003 = "street-address" {
        group: Privacy,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["B08"],
        check: Resume(check),
    }
}

const CUSTOMARY: [&str; 7] = ["DE", "AT", "CH", "LI", "JP", "KR", "CN"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let location = &context.resume().basics.location;
    let country = location.country_code.to_ascii_uppercase();
    if location.address.trim().is_empty() || CUSTOMARY.contains(&country.as_str()) {
        return;
    }
    sink.at(
        context.range("/basics/location/address").unwrap_or_default(),
        "street and number are not needed".to_owned(),
        "keep city and region, and leave the street out",
    );
}
