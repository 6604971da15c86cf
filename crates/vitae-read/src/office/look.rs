//! How runs and paragraphs look, as far as a file says it: `None` where nothing is said, so that
//! what a style says can stand behind what the text says.

/// Look of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RunLook {
    pub(crate) bold: Option<bool>,
    pub(crate) italic: Option<bool>,
    pub(crate) hidden: Option<bool>,
    /// Points.
    pub(crate) size: Option<f32>,
    pub(crate) color: Option<[u8; 3]>,
    /// Shading behind the text.
    pub(crate) paper: Option<[u8; 3]>,
    pub(crate) font: Option<String>,
}

impl RunLook {
    /// This look, and that of `base` where nothing is said.
    #[cfg(any(feature = "docx", feature = "odt"))]
    pub(crate) fn over(self, base: &Self) -> Self {
        Self {
            bold: self.bold.or(base.bold),
            italic: self.italic.or(base.italic),
            hidden: self.hidden.or(base.hidden),
            size: self.size.or(base.size),
            color: self.color.or(base.color),
            paper: self.paper.or(base.paper),
            font: self.font.or_else(|| base.font.clone()),
        }
    }
}

/// Look of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ParagraphLook {
    /// Heading level from 1; 0 says that it is none.
    pub(crate) level: Option<u8>,
    /// Space above and below in points.
    pub(crate) before: Option<f32>,
    pub(crate) after: Option<f32>,
    /// Left edge in points.
    pub(crate) indent: Option<f32>,
    pub(crate) ruled: Option<bool>,
    pub(crate) paper: Option<[u8; 3]>,
}

impl ParagraphLook {
    /// This look, and that of `base` where nothing is said.
    #[cfg(any(feature = "docx", feature = "odt"))]
    pub(crate) fn over(self, base: &Self) -> Self {
        Self {
            level: self.level.or(base.level),
            before: self.before.or(base.before),
            after: self.after.or(base.after),
            indent: self.indent.or(base.indent),
            ruled: self.ruled.or(base.ruled),
            paper: self.paper.or(base.paper),
        }
    }
}

/// Six hexadecimal digits; `auto` gives none.
#[cfg(any(feature = "docx", feature = "odt"))]
pub(crate) fn hex(color: &str) -> Option<[u8; 3]> {
    let value = u32::from_str_radix(color, 16).ok().filter(|_| color.len() == 6)?;
    Some([(value >> 16) as u8, (value >> 8) as u8, value as u8])
}

/// A length with its unit, in points.
#[cfg(any(feature = "docx", feature = "odt"))]
pub(crate) fn length(text: &str) -> Option<f32> {
    let text = text.trim();
    let unit = text.find(|ch: char| ch.is_ascii_alphabetic())?;
    let number: f32 = text[..unit].trim().parse().ok()?;
    let factor = match &text[unit..] {
        "pt" => 1.0,
        "in" => 72.0,
        "cm" => 28.346,
        "mm" => 2.8346,
        "px" => 0.75,
        "pc" | "pi" => 12.0,
        _ => return None,
    };
    Some(number * factor)
}

/// The level of a style, by its name in small letters. Word and LibreOffice write the names of their
/// own styles in English, whatever their language.
pub(crate) fn heading_level(name: &str) -> Option<u8> {
    if name == "title" {
        return Some(1);
    }
    name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=6).contains(level))
}
