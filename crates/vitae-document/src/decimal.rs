//! Lengths on a page: in JSON with two decimals, a three-thousandth of an inch, which is more than any
//! reader sees; between modules as they are.

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) fn serialize<S: Serializer>(length: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    if !serializer.is_human_readable() {
        return serializer.serialize_f32(*length);
    }
    // What is no number, or wider than any page, is cut to the widest.
    let hundredths = (length * 100.0).round().clamp(-1e9, 1e9) as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let text = match (part, part % 10) {
        (0, _) => format!("{sign}{whole}.0"),
        (_, 0) => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    };
    text.parse::<serde_json::Number>().map_err(S::Error::custom)?.serialize(serializer)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    f32::deserialize(deserializer)
}

#[cfg(test)]
mod tests {
    use crate::Rect;

    #[test]
    fn lengths_have_two_decimals_at_most() {
        let rect = Rect { x0: 72.0, y0: -0.126, x1: 595.275_6, y1: 1e30 };
        let json = serde_json::to_string(&rect).unwrap();
        assert_eq!(json, r#"{"x0":72.0,"y0":-0.13,"x1":595.28,"y1":10000000.0}"#);
        let read: Rect = serde_json::from_str(&json).unwrap();
        assert_eq!(read.x1, 595.28);
    }
}
