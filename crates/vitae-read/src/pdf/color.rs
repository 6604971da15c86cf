//! Colours of text, near enough to tell visible from invisible and accent from black: a colour space
//! and its components in, red-green-blue out. No ICC profiles, no tint functions.

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

/// Colour spaces by how their components read.
#[derive(Copy, Clone, Debug, PartialEq)]
pub(super) enum Space {
    Gray,
    Rgb,
    Cmyk,
    Lab,
    /// Inks: 0 is paper, 1 is ink.
    Tint,
    /// Patterns, palettes and what is not known.
    Unknown,
}

impl Space {
    pub(super) fn from_name(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"DeviceGray" | b"CalGray" | b"G" => Self::Gray,
            b"DeviceRGB" | b"CalRGB" | b"RGB" => Self::Rgb,
            b"DeviceCMYK" | b"CMYK" => Self::Cmyk,
            b"Pattern" => Self::Unknown,
            _ => return None,
        })
    }

    pub(super) fn from_object(object: &Object<'_>) -> Self {
        match object {
            Object::Name(name) => Self::from_name(name).unwrap_or(Self::Unknown),
            Object::Array(array) => Self::from_array(array),
            _ => Self::Unknown,
        }
    }

    fn from_array(array: &Array<'_>) -> Self {
        let mut items = array.flex_iter();
        let Some(family) = items.next::<Name<'_>>() else { return Self::Unknown };
        match family.as_ref() {
            b"ICCBased" => {
                let channels = items
                    .next::<Stream<'_>>()
                    .and_then(|profile| profile.dict().get::<Number>(keys::N))
                    .map_or(0, |n| n.as_i64());
                match channels {
                    1 => Self::Gray,
                    3 => Self::Rgb,
                    4 => Self::Cmyk,
                    _ => Self::Unknown,
                }
            }
            b"Lab" => Self::Lab,
            b"Separation" | b"DeviceN" => Self::Tint,
            name => Self::from_name(name).unwrap_or(Self::Unknown),
        }
    }

    /// The colour that holds until one is set.
    pub(super) fn initial(self) -> Option<[u8; 3]> {
        match self {
            Self::Unknown => None,
            _ => Some([0, 0, 0]),
        }
    }

    /// Red, green, blue of `parts`; none when it cannot be said.
    pub(super) fn rgb(self, parts: &[Number]) -> Option<[u8; 3]> {
        let part = |index: usize| parts.get(index).map(|n| n.as_f32().clamp(0.0, 1.0));
        let byte = |value: f32| (value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8;
        match self {
            Self::Gray => part(0).map(|g| [byte(g); 3]),
            Self::Rgb => Some([byte(part(0)?), byte(part(1)?), byte(part(2)?)]),
            Self::Cmyk => {
                let light = 1.0 - part(3)?;
                let channel = |index| part(index).map(|ink| byte((1.0 - ink) * light));
                Some([channel(0)?, channel(1)?, channel(2)?])
            }
            Self::Lab => parts.first().map(|l| [byte(l.as_f32() / 100.0); 3]),
            Self::Tint => {
                let ink = parts.iter().map(|n| n.as_f32()).fold(0.0, f32::max);
                Some([byte(1.0 - ink); 3])
            }
            Self::Unknown => None,
        }
    }
}

/// Opacity of a graphics state dictionary for fills.
pub(super) fn fill_opacity(state: &Dict<'_>) -> Option<f32> {
    state.get::<Number>(b"ca").map(|n| n.as_f32())
}

/// Whether two colours cannot be told apart on a page.
pub(super) fn near(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 24)
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn pale_gray_on_white_is_near_and_gray_text_is_not() {
        assert!(near([250, 250, 250], [255, 255, 255]));
        assert!(!near([150, 150, 150], [255, 255, 255]));
    }
}
