//! The pages of a paged resume, drawn to scale as SVG: every word at its box in its size, weight and
//! colour, and over it the areas that belong to fields.

use super::escape::{escape, number};
use super::faces::{Face, width};
use super::marks::{Canvas, Id};
use vitae_document::{LeftOut, LeftOutKind, Line, Place, Rect, Style};
use vitae_text::TextRange;

/// Draws the lines of every page; `lines` are all that may be drawn.
pub(super) fn pages(canvas: &Canvas<'_>, lines: &[Line]) -> String {
    let document = canvas.document;
    let mut out = String::new();
    for (index, page) in document.pages.iter().enumerate() {
        let inside: Vec<&Line> =
            lines.iter().filter(|line| usize::from(line.page) == index).collect();
        let cut_off = inside.is_empty() && index > 0 && lines.len() < document.lines.len();
        if cut_off {
            break;
        }
        let (width, height) = (page.width.clamp(1.0, 20_000.0), page.height.clamp(1.0, 20_000.0));
        let label = format!("page {} of {}, as it looks", index + 1, document.pages.len());
        out.push_str(&format!(
            "<figure class=\"sheet\" id=\"page-{}\"><svg viewBox=\"0 0 {} {}\" role=\"img\" \
             aria-label=\"{label}\">\n<rect class=\"paper\" width=\"{}\" height=\"{}\"/>\n",
            index + 1,
            number(width),
            number(height),
            number(width),
            number(height),
        ));
        for line in &inside {
            rule(&inside, line, &mut out);
            words(canvas, line, &mut out);
        }
        for left_out in document.left_out.iter().filter(|one| usize::from(one.page) == index) {
            silent(left_out, &mut out);
        }
        for line in &inside {
            areas(canvas, line, &mut out);
        }
        out.push_str(&format!(
            "</svg><figcaption>page {} of {}</figcaption></figure>\n",
            index + 1,
            document.pages.len()
        ));
    }
    out
}

/// The rule under a heading, as wide as its region.
fn rule(lines: &[&Line], line: &Line, out: &mut String) {
    let (true, Some(bbox)) = (line.ruled, line.bbox) else { return };
    let region = lines.iter().filter(|other| other.region == line.region);
    let boxes = region.filter_map(|other| other.bbox);
    let Some(region) = boxes.reduce(Rect::cover) else { return };
    out.push_str(&format!(
        "<path class=\"rule\" d=\"M{} {}H{}\"/>",
        number(region.x0),
        number(bbox.y1 + 1.0),
        number(region.x1)
    ));
}

/// The words of a line, each at its box.
fn words(canvas: &Canvas<'_>, line: &Line, out: &mut String) {
    for (range, rect) in boxes(canvas, line.range) {
        let text = range.of(&canvas.document.text);
        let style = canvas.document.runs_in(range).next().map_or(line.style, |run| run.style);
        word(text, rect, style, canvas.face(style.font), out);
    }
    out.push('\n');
}

fn word(text: &str, rect: Rect, style: Style, face: Face, out: &mut String) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let upright = rect.x1 - rect.x0 >= 0.5 * style.size || text.chars().count() == 1;
    let (long, high) = if upright {
        (rect.x1 - rect.x0, rect.y1 - rect.y0)
    } else {
        (rect.y1 - rect.y0, rect.x1 - rect.x0)
    };
    // Readers give boxes that reach from 0.8 em above the baseline to 0.25 em below it.
    let size = if style.size > 0.0 { style.size } else { high / 1.05 };
    let (x, y) = (rect.x0, rect.y0 + high * 0.8 / 1.05);
    let mut attributes =
        format!(" x=\"{}\" y=\"{}\" font-size=\"{}\"", number(x), number(y), number(size));
    if !upright {
        let (x, y) = (number(rect.x0 + high * 0.8 / 1.05), number(rect.y1));
        attributes =
            format!(" transform=\"translate({x} {y}) rotate(-90)\" font-size=\"{}\"", number(size));
    }
    if text.chars().count() > 1 && long > 0.0 {
        attributes.push_str(&format!(
            " textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
            number(long)
        ));
    }
    if style.color != [0; 3] {
        let [red, green, blue] = style.color;
        attributes.push_str(&format!(" fill=\"#{red:02x}{green:02x}{blue:02x}\""));
    }
    let mut classes = Vec::new();
    classes.extend(style.bold.then_some("b"));
    classes.extend(style.italic.then_some("i"));
    classes.extend(match face {
        Face::Sans => None,
        Face::Serif => Some("serif"),
        Face::Mono => Some("fixed"),
    });
    let class = if classes.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", classes.join(" "))
    };
    if is_light(style.color) {
        out.push_str(&format!(
            "<rect class=\"panel\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            // Wide enough to close the gaps between words.
            number(rect.x0 - 2.0),
            number(rect.y0),
            number(rect.x1 - rect.x0 + 4.0),
            number(rect.y1 - rect.y0)
        ));
    }
    out.push_str(&format!("<text{class}{attributes}>{}</text>", escape(text)));
}

/// Whether a colour is below a contrast of 2 on white. Text that cannot be seen is not in the document,
/// so such text stands on a dark panel, which the document does not hold.
fn is_light([red, green, blue]: [u8; 3]) -> bool {
    let square = |channel: u8| u32::from(channel) * u32::from(channel);
    let luminance = 2126 * square(red) + 7152 * square(green) + 722 * square(blue);
    luminance > 475 * 65_025 * 10
}

/// What people see here and the text leaves out.
fn silent(left_out: &LeftOut, out: &mut String) {
    let Rect { x0, y0, x1, y1 } = left_out.rect;
    match left_out.kind {
        LeftOutKind::Icon | LeftOutKind::Unmapped => out.push_str(&format!(
            "<rect class=\"icon\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>",
            number(x0),
            number(y0),
            number((x1 - x0).max(1.0)),
            number((y1 - y0).max(1.0)),
            "a picture without text",
        )),
        LeftOutKind::RepeatedLine | LeftOutKind::PageNumber => {
            let size = (y1 - y0) / 1.05;
            let style = Style { size, color: [0x59; 3], ..Style::default() };
            word(&left_out.text, left_out.rect, style, Face::Sans, out);
        }
    }
}

/// The areas of a line that belong to something, with a sign before doubtful ones and strays.
fn areas(canvas: &Canvas<'_>, line: &Line, out: &mut String) {
    for segment in canvas.marks.of(line.range) {
        if segment.ids.is_empty() {
            continue;
        }
        let rects = boxes(canvas, segment.range).into_iter().map(|(_, rect)| rect);
        let Some(rect) = rects.reduce(Rect::cover) else { continue };
        let attributes = canvas.attributes(&segment.ids, "a");
        out.push_str(&format!(
            "<rect{attributes} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"1.5\"/>",
            number(rect.x0 - 1.0),
            number(rect.y0 - 0.5),
            number(rect.x1 - rect.x0 + 2.0),
            number(rect.y1 - rect.y0 + 1.0),
        ));
        let starts = |id: &Id| canvas.ids.starts(*id, segment.range.start);
        let sign = segment.ids.iter().filter(|id| starts(id)).find_map(|id| match id {
            Id::Field(field) if canvas.ids.is_doubtful(*field) => Some("?"),
            Id::Leftover(_) => Some("∅"),
            _ => None,
        });
        if let Some(sign) = sign {
            out.push_str(&format!(
                "<text class=\"sign\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{sign}</text>",
                number(rect.x0 - 2.0),
                number(rect.y0 + (rect.y1 - rect.y0) * 0.76),
            ));
        }
    }
}

/// The pieces of `range` with their boxes; a piece of a box is as wide as its share of the widths.
fn boxes(canvas: &Canvas<'_>, range: TextRange) -> Vec<(TextRange, Rect)> {
    let document = canvas.document;
    let first = document.origins.partition_point(|origin| origin.text.end <= range.start);
    let origins = document.origins[first..].iter().take_while(|o| o.text.start < range.end);
    let mut found = Vec::new();
    for origin in origins {
        let Place::Page { rect, .. } = origin.place else { continue };
        let part =
            TextRange::new(origin.text.start.max(range.start), origin.text.end.min(range.end));
        let font = document.runs_in(part).next().map_or(0, |run| run.style.font);
        let rect = share(&document.text, origin.text, rect, part, canvas.face(font));
        found.push((part, rect));
    }
    found
}

/// The box of `part` of the text that `rect` holds whole.
fn share(text: &str, whole: TextRange, rect: Rect, part: TextRange, face: Face) -> Rect {
    if whole == part {
        return rect;
    }
    let all = width(face, whole.of(text).trim_end()).max(1.0);
    let before = width(face, TextRange::new(whole.start, part.start).of(text)) / all;
    let after = width(face, TextRange::new(whole.start, part.end).of(text).trim_end()) / all;
    let long = rect.x1 - rect.x0;
    Rect {
        x0: rect.x0 + before.min(1.0) as f32 * long,
        x1: rect.x0 + after.min(1.0) as f32 * long,
        ..rect
    }
}

#[cfg(test)]
mod tests {
    use super::is_light;

    #[test]
    fn white_text_gets_a_dark_ground_and_grey_text_does_not() {
        assert!(is_light([0xff; 3]) && is_light([0xd5, 0xe4, 0xf0]));
        assert!(!is_light([0; 3]) && !is_light([0x99; 3]) && !is_light([0x05, 0x63, 0xc1]));
    }
}
