//! How an element looks: what it inherits, what its declarations change, and whether its text can be
//! seen at all.

use super::css::{Declaration, StyleSheet};
use super::elements::{self, Display};
use vitae_document::{HiddenBy, Style};

/// The smallest text, in points, that is taken for text that people see.
const SMALLEST: f32 = 2.0;
/// Text this near to its background in each channel cannot be seen.
const NEAR: u8 = 8;

/// What children inherit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) style: Style,
    /// Size of the root element, for `rem`.
    pub(super) root_size: f32,
    /// None when it is a picture or not understood.
    background: Option<[u8; 3]>,
    pub(super) hidden: Option<HiddenBy>,
    transparent: bool,
    pub(super) preformatted: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            style: Style { size: 12.0, ..Style::default() },
            root_size: 12.0,
            background: Some([255; 3]),
            hidden: None,
            transparent: false,
            preformatted: false,
        }
    }
}

/// What concerns the element's own box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own {
    pub(super) display: Display,
    /// Empty space above in lines.
    pub(super) gap: f32,
    pub(super) ruled: bool,
    /// A wide gap stands before it, as before text that floats to the right.
    pub(super) gap_before: bool,
    /// A wide gap stands after it.
    pub(super) gap_after: bool,
}

impl Look {
    /// Why text of this look cannot be seen.
    pub(super) fn invisible(&self) -> Option<HiddenBy> {
        let close = |ink: [u8; 3], paper: [u8; 3]| {
            ink.iter().zip(paper).all(|(ink, paper)| ink.abs_diff(paper) <= NEAR)
        };
        if self.hidden.is_some() {
            self.hidden
        } else if self.style.size < SMALLEST {
            Some(HiddenBy::Size)
        } else if self.transparent
            || self.background.is_some_and(|paper| close(self.style.color, paper))
        {
            Some(HiddenBy::Colour)
        } else {
            None
        }
    }

    /// The look of a child element `name` with these declarations, weakest first.
    pub(super) fn child(
        &self,
        name: &str,
        declarations: &[&Declaration],
        sheet: &StyleSheet,
    ) -> (Look, Own) {
        let mut look = *self;
        look.style.size *= elements::scale(name);
        look.style.bold |= elements::is_bold(name);
        look.style.italic |= elements::is_italic(name);
        look.preformatted |= name == "pre";
        let mut own = Own {
            display: elements::display(name),
            gap: elements::gap(name),
            ruled: false,
            gap_before: false,
            gap_after: false,
        };
        let mut late = Late::default();
        for important in [false, true] {
            for declaration in declarations.iter().filter(|found| found.important == important) {
                if let Some(value) = sheet.resolve(&declaration.value) {
                    look.apply(self, &mut own, &mut late, &declaration.property, &value);
                }
            }
        }
        if name == "html" {
            look.root_size = look.style.size;
        }
        late.settle(&mut look, &mut own);
        (look, own)
    }

    fn apply(
        &mut self,
        parent: &Look,
        own: &mut Own,
        late: &mut Late,
        property: &str,
        value: &str,
    ) {
        let length = |value: &str| length(value, parent.style.size, self.root_size);
        match property {
            "display" => late.display = Some(display(value)),
            "flex-direction" | "flex-flow" => late.column = value.contains("column"),
            "grid-template-columns" => late.columns = columns(value),
            "visibility" if value == "hidden" || value == "collapse" => {
                self.hidden = Some(HiddenBy::Markup);
            }
            "visibility" if self.hidden == Some(HiddenBy::Markup) => self.hidden = None,
            "opacity" if value.trim_end_matches('%').parse::<f32>() == Ok(0.0) => {
                self.hidden = Some(HiddenBy::Markup);
            }
            "font-size" => self.style.size = font_size(value, parent, self.root_size),
            "font-weight" => {
                let number = value.parse::<u32>();
                self.style.bold =
                    matches!(value, "bold" | "bolder") || number.is_ok_and(|n| n >= 600);
            }
            "font-style" => self.style.italic = value.starts_with(['i', 'o']) && value != "initial",
            "font" => self.font(value, parent),
            "color" => {
                self.transparent = value == "transparent";
                match color(value) {
                    Some((ink, alpha)) => {
                        self.style.color = ink;
                        self.transparent = alpha == 0;
                    }
                    None if value == "inherit" => self.style.color = parent.style.color,
                    None => {}
                }
            }
            "background" | "background-color" => self.paint(value),
            "background-image" if value != "none" => self.background = None,
            "white-space" => self.preformatted = value.starts_with("pre"),
            "margin" => {
                let sides: Vec<&str> = value.split_whitespace().collect();
                own.gap = lines(length(sides.first().unwrap_or(&"")), own.gap);
                let right = sides.get(1).or(sides.first()).unwrap_or(&"");
                own.gap_after |= is_wide(length(right));
                own.gap_before |= is_wide(length(sides.get(3).unwrap_or(right)));
            }
            "margin-top" => own.gap = lines(length(value), own.gap),
            "border-bottom" => own.ruled = !value.starts_with('0') && !value.contains("none"),
            "float" => {
                own.gap_before |= value == "right";
                own.gap_after |= value == "right";
            }
            "margin-left" | "padding-left" => own.gap_before |= is_wide(length(value)),
            "margin-right" | "padding-right" => own.gap_after |= is_wide(length(value)),
            "position" => late.absolute = matches!(value, "absolute" | "fixed"),
            "left" | "top" | "right" => late.far |= length(value).is_some_and(|at| at < -700.0),
            "text-indent" if length(value).is_some_and(|at| at < -700.0) => {
                self.hidden = Some(HiddenBy::OffPage);
            }
            _ => {}
        }
    }

    /// `bold 12pt/1.4 serif`.
    fn font(&mut self, value: &str, parent: &Look) {
        for word in value.split_whitespace() {
            let size = word.split('/').next().unwrap_or(word);
            match size {
                "bold" | "600" | "700" | "800" | "900" => self.style.bold = true,
                "italic" | "oblique" => self.style.italic = true,
                size if size.starts_with(|ch: char| ch.is_ascii_digit()) => {
                    if let Some(size) = length(size, parent.style.size, self.root_size) {
                        self.style.size = size;
                    }
                }
                _ => {}
            }
        }
    }

    fn paint(&mut self, value: &str) {
        if value.contains("gradient") || value.contains("url(") {
            self.background = None;
            return;
        }
        match color(value).or_else(|| value.split(' ').find_map(color)) {
            Some((paper, 255)) => self.background = Some(paper),
            Some((_, 0)) => {}
            Some(_) => self.background = None,
            None if matches!(value, "none" | "inherit" | "initial" | "transparent" | "unset") => {}
            None => self.background = None,
        }
    }
}

/// Declarations that mean something only together.
#[derive(Default)]
struct Late {
    display: Option<Display>,
    column: bool,
    columns: Option<u16>,
    absolute: bool,
    far: bool,
}

impl Late {
    fn settle(&self, look: &mut Look, own: &mut Own) {
        if let Some(display) = self.display {
            own.display = match display {
                Display::Row if self.column => Display::Grid(1),
                Display::Grid(_) => Display::Grid(self.columns.unwrap_or(1)),
                display => display,
            };
        }
        if own.display == Display::None {
            look.hidden = Some(HiddenBy::Markup);
        }
        if self.absolute && self.far {
            look.hidden = Some(HiddenBy::OffPage);
        }
    }
}

fn display(value: &str) -> Display {
    match value {
        "none" => Display::None,
        "flex" | "inline-flex" => Display::Row,
        "grid" | "inline-grid" => Display::Grid(1),
        "inline" | "contents" => Display::Inline,
        "inline-block" => Display::InlineBlock,
        "table-cell" => Display::InlineBlock,
        _ => Display::Block,
    }
}

/// How many columns a grid has: `34mm 1fr`, `repeat(3, 1fr)`; none when it depends on the width.
fn columns(value: &str) -> Option<u16> {
    if let Some(repeat) = value.strip_prefix("repeat(") {
        return repeat.split(',').next()?.trim().parse().ok().filter(|count| *count > 1);
    }
    let depth_zero = value.replace(", ", ",");
    let count = depth_zero.split_whitespace().count() as u16;
    (count > 1 && !value.contains("repeat") && !value.starts_with('[')).then_some(count)
}

/// Wider than the space between two words by so much that it reads as a gap.
fn is_wide(points: Option<f32>) -> bool {
    points.is_some_and(|points| points >= 6.0)
}

fn lines(points: Option<f32>, otherwise: f32) -> f32 {
    // A body line is about 14 points high; a whole line of space is what a blank line shows.
    points.map_or(otherwise, |points| (points / 14.0 * 10.0).round().clamp(0.0, 50.0) / 10.0)
}

/// Points.
fn length(value: &str, em: f32, rem: f32) -> Option<f32> {
    let end = value.find(|ch: char| !(ch.is_ascii_digit() || matches!(ch, '.' | '-' | '+')));
    let (number, unit) = value.split_at(end.unwrap_or(value.len()));
    let number: f32 = number.parse().ok()?;
    let factor = match unit.trim() {
        "pt" => 1.0,
        "px" | "" => 0.75,
        "em" => em,
        "rem" => rem,
        "%" => em / 100.0,
        "mm" => 2.835,
        "cm" => 28.35,
        "in" => 72.0,
        "pc" => 12.0,
        _ => return None,
    };
    Some(number * factor)
}

fn font_size(value: &str, parent: &Look, rem: f32) -> f32 {
    let size = match value {
        "xx-small" => 7.0,
        "x-small" => 7.5,
        "small" => 10.0,
        "medium" => 12.0,
        "large" => 13.5,
        "x-large" => 18.0,
        "xx-large" => 24.0,
        "smaller" => parent.style.size * 0.83,
        "larger" => parent.style.size * 1.2,
        // Sizes by the width of the window are not known; they are never tiny.
        value => length(value, parent.style.size, rem).unwrap_or(parent.style.size),
    };
    if size.is_finite() { size.clamp(0.0, 400.0) } else { parent.style.size }
}

/// Colour and opacity.
pub(super) fn color(value: &str) -> Option<([u8; 3], u8)> {
    let value = value.trim();
    if let Some(hex) = value.strip_prefix('#') {
        return hex_color(hex);
    }
    if let Some(body) = value.strip_prefix("rgb") {
        let body = body.trim_start_matches('a').trim_start_matches('(').trim_end_matches(')');
        let parts: Vec<f32> = body
            .split([',', ' ', '/'])
            .filter(|part| !part.is_empty())
            .filter_map(|part| part.trim_end_matches('%').parse().ok())
            .collect();
        let [red, green, blue, ..] = parts[..] else { return None };
        let alpha = parts.get(3).map_or(255, |alpha| (alpha * 255.0) as u8);
        return Some(([red as u8, green as u8, blue as u8], alpha));
    }
    let named = match value {
        "black" => [0, 0, 0],
        "white" => [255, 255, 255],
        "snow" | "ivory" | "ghostwhite" => [255, 250, 250],
        "whitesmoke" => [245, 245, 245],
        "red" => [255, 0, 0],
        "green" => [0, 128, 0],
        "blue" => [0, 0, 255],
        "navy" => [0, 0, 128],
        "teal" => [0, 128, 128],
        "maroon" => [128, 0, 0],
        "gray" | "grey" => [128, 128, 128],
        "silver" => [192, 192, 192],
        "lightgray" | "lightgrey" => [211, 211, 211],
        "darkgray" | "darkgrey" => [169, 169, 169],
        "dimgray" | "dimgrey" => [105, 105, 105],
        "transparent" => return Some(([255; 3], 0)),
        _ => return None,
    };
    Some((named, 255))
}

fn hex_color(hex: &str) -> Option<([u8; 3], u8)> {
    let digits: Vec<u8> =
        hex.chars().map_while(|ch| ch.to_digit(16)).map(|digit| digit as u8).collect();
    match digits[..] {
        [r, g, b] => Some(([r * 17, g * 17, b * 17], 255)),
        [r, g, b, a] => Some(([r * 17, g * 17, b * 17], a * 17)),
        [r, s, g, h, b, c] => Some(([r * 16 + s, g * 16 + h, b * 16 + c], 255)),
        [r, s, g, h, b, c, a, d] => Some(([r * 16 + s, g * 16 + h, b * 16 + c], a * 16 + d)),
        _ => None,
    }
}
