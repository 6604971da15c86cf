//! A place in one line, as most formats hold it, to the fields of a resume.

use crate::Location;
use crate::parse::address;
use vitae_pack::Pack;
use vitae_text::TextRange;

/// Reads a place; what cannot be taken apart is a city.
pub(super) fn location(text: &str, pack: &Pack) -> Location {
    let place = address::read_place(text, pack).unwrap_or_default();
    let piece =
        |range: Option<TextRange>| range.map(|range| range.of(text).to_owned()).unwrap_or_default();
    let mut location = Location {
        address: piece(place.address),
        city: piece(place.city),
        region: piece(place.region),
        postal_code: piece(place.postal_code),
        country_code: place.country.map(|(_, code)| code).unwrap_or_default(),
        ..Location::default()
    };
    if location.is_empty() {
        location.city = text.trim().to_owned();
    }
    location
}
