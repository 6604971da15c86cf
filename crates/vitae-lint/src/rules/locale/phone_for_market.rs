//! Phone numbers that cannot be called from the country.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// With a country (`--market`), looks for a phone number without a calling code when the resume names
    /// a home in another country.
    ///
    /// # Why it matters
    /// Dialled as it stands, it rings somewhere else or nowhere.
    ///
    /// # Example
    /// ```json
    /// %% market: de
    /// {"basics": {"name": "Robin Aldane", "phone": "(303) 555-0143", "location": {"city": "Denver", "countryCode": "US"}}}
    /// ```
    ///
    /// # Use instead
    /// ```json
    /// %% market: de
    /// {"basics": {"name": "Robin Aldane", "phone": "+1 303 555 0143", "location": {"city": "Denver", "countryCode": "US"}}}
    /// ```
    ///
    /// # When to ignore it
    /// When the number is one of that country.
    ///
    /// # Source
    /// Editorial.
    LOC004 = "phone-for-market" {
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
    let basics = &context.resume().basics;
    let phone = basics.phone.trim();
    let national = !phone.is_empty() && !phone.starts_with('+') && !phone.starts_with("00");
    let code = basics.location.country_code.to_lowercase();
    let home = if code == "gb" { "uk" } else { code.as_str() };
    if national && !home.is_empty() && home != market.code {
        sink.at(
            context.range("/basics/phone").unwrap_or_default(),
            format!("`{phone}` cannot be called from {} as it stands", market.name),
            "put the calling code in front, such as `+1 303 …`",
        );
    }
}
