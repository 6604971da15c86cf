//! Data as a file holds it: the order of its names, values that are empty, numbers as they are
//! written. What was read from JSON Resume is written back from it, so that nothing is lost.

use crate::Resume;
use serde_json::{Map, Number, Value};

/// A value of JSON or YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// No value.
    Null,
    /// True or false.
    Bool(bool),
    /// A number by the grammar of JSON, as it is written.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Data>),
    /// A mapping, in the order of the file.
    Fields(Vec<(String, Data)>),
}

impl Data {
    /// The data of a resume: fields of the schema in its order, then unknown ones as they came.
    #[must_use]
    pub fn of(resume: &Resume) -> Self {
        serde_json::to_value(resume).map_or(Self::Fields(Vec::new()), |value| Self::from(&value))
    }

    /// As the value of another library, whose numbers have limits.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(flag) => Value::Bool(*flag),
            Self::Number(text) => {
                number(text).map_or_else(|| Value::from(text.clone()), Value::Number)
            }
            Self::Text(text) => Value::String(text.clone()),
            Self::List(items) => Value::Array(items.iter().map(Self::to_value).collect()),
            Self::Fields(fields) => {
                let fields = fields.iter().map(|(key, value)| (key.clone(), value.to_value()));
                Value::Object(fields.collect::<Map<_, _>>())
            }
        }
    }

    /// Whether it is a list or mapping that holds something.
    pub(crate) fn is_block(&self) -> bool {
        match self {
            Self::List(items) => !items.is_empty(),
            Self::Fields(fields) => !fields.is_empty(),
            _ => false,
        }
    }
}

impl From<&Value> for Data {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(map) => {
                let fields = map.iter().map(|(key, value)| (key.clone(), Self::from(value)));
                Self::Fields(fields.collect())
            }
        }
    }
}

/// A number by the grammar of JSON, kept as it is written; none for anything else.
pub(crate) fn number(text: &str) -> Option<Number> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(unsigned);
    if whole == 0 || (whole > 1 && unsigned.starts_with('0')) {
        return None;
    }
    let mut rest = &unsigned[whole..];
    if let Some(fraction) = rest.strip_prefix('.') {
        let count = digits(fraction);
        rest = fraction.get(count..).filter(|_| count > 0)?;
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let count = digits(exponent);
        rest = exponent.get(count..).filter(|_| count > 0)?;
    }
    if !rest.is_empty() {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_those_of_json() {
        for text in [
            "0",
            "-0",
            "1.0",
            "1e3",
            "1E+3",
            "-12.50e-7",
            "123456789012345678901234567890",
            "1e999",
        ] {
            assert!(number(text).is_some(), "{text}");
        }
        for text in ["", "-", "01", "1.", ".5", "1e", "+1", "0x1f", "1_000", "NaN", "1 "] {
            assert!(number(text).is_none(), "{text}");
        }
    }
}
