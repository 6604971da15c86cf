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

/// Country and the prefix of its phone numbers, which tells where the country is not said.
const CUSTOMARY: [(&str, &str); 6] =
    [("DE", "+49"), ("AT", "+43"), ("CH", "+41"), ("JP", "+81"), ("KR", "+82"), ("CN", "+86")];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let location = &context.resume().basics.location;
    let country = location.country_code.to_ascii_uppercase();
    let customary = CUSTOMARY.iter().any(|(code, prefix)| {
        let phone = &context.resume().basics.phone;
        country == *code || country.is_empty() && phone.starts_with(prefix)
    });
    if location.address.trim().is_empty() || customary {
        return;
    }
    sink.at(
        context.range("/basics/location/address").unwrap_or_default(),
        "street and number are not needed".to_owned(),
        "keep city and region, and leave the street out",
    );
}
