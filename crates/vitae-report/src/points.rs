//! Points: thousandths inside, numbers with at most three decimals in JSON, one decimal for people.

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Points of a score in thousandths. In JSON a number with at most three decimals, which is exact:
/// times 1000 it rounds to the integer it came from.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub u32);

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let decimals = format!("{}.{:03}", self.0 / 1000, self.0 % 1000);
        let short = decimals.trim_end_matches('0');
        let shown = if short.ends_with('.') { format!("{short}0") } else { short.to_owned() };
        shown.parse::<serde_json::Number>().map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = f64::deserialize(deserializer)?;
        if !(0.0..=1_000_000.0).contains(&points) {
            return Err(serde::de::Error::custom("points are between 0 and 1000000"));
        }
        Ok(Self((points * 1000.0).round() as u32))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Points {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "number",
            "minimum": 0,
            "maximum": 100,
            "description": "Points with at most three decimals; times 1000 it is an integer."
        })
    }
}

/// For people: cut, never rounded up, so that 100.0 is said of nothing less.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if (1..100).contains(&self.0) {
            return f.pad("<0.1");
        }
        f.pad(&format!("{}.{}", self.0 / 1000, self.0 % 1000 / 100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_see_one_decimal_that_never_flatters() {
        for (milli, shown) in [(0, "0.0"), (40, "<0.1"), (99_999, "99.9"), (100_000, "100.0")] {
            assert_eq!(Points(milli).to_string(), shown);
        }
    }

    proptest! {
        #[test]
        fn json_is_exact_and_short(milli in 0_u32..=100_000) {
            let json = serde_json::to_string(&Points(milli)).unwrap();
            prop_assert!(json.split_once('.').is_none_or(|(_, decimals)| decimals.len() <= 3));
            prop_assert_eq!(serde_json::from_str::<Points>(&json).unwrap(), Points(milli));
        }
    }
}
