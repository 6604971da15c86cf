//! hOCR, the page format of character recognition: its text in, lines with words and boxes in pixels
//! out. Anything that is not understood is passed over.

/// A box in pixels from the top left corner.
#[derive(Copy, Clone, Debug, Default, PartialEq)]
pub(super) struct Pixels {
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct HocrPage {
    pub area: Pixels,
    pub lines: Vec<HocrLine>,
}

/// A line.
#[derive(Clone, Debug, Default)]
pub(super) struct HocrLine {
    pub area: Pixels,
    /// Baseline from the bottom left corner of `area`: rise per pixel, and offset.
    pub slope: f32,
    pub offset: f32,
    /// Height from the lowest descender to the highest ascender.
    pub size: f32,
    pub words: Vec<HocrWord>,
}

/// A word.
#[derive(Clone, Debug, Default)]
pub(super) struct HocrWord {
    pub area: Pixels,
    pub text: String,
    /// How sure, 0 to 100.
    pub confidence: u8,
    /// Boxes of its characters, where they were asked for.
    pub characters: Vec<Pixels>,
}

/// The pages of an hOCR file.
pub(super) fn parse(source: &str) -> Vec<HocrPage> {
    let mut pages: Vec<HocrPage> = Vec::new();
    let mut rest = source;
    while let Some(open) = rest.find('<') {
        if let Some(word) = last_word(&mut pages) {
            push_text(&rest[..open], &mut word.text);
        }
        let Some(len) = rest[open..].find('>') else { break };
        tag(&rest[open + 1..open + len], &mut pages);
        rest = &rest[open + len + 1..];
    }
    for line in pages.iter_mut().flat_map(|page| &mut page.lines) {
        line.words.retain(|word| !word.text.is_empty());
    }
    pages
}

fn last_word(pages: &mut [HocrPage]) -> Option<&mut HocrWord> {
    pages.last_mut()?.lines.last_mut()?.words.last_mut()
}

fn tag(tag: &str, pages: &mut Vec<HocrPage>) {
    let (Some(class), Some(title)) = (attribute(tag, "class"), attribute(tag, "title")) else {
        return;
    };
    let area = pixels(numbers(title, "bbox"));
    match class {
        "ocr_page" => pages.push(HocrPage { area, lines: Vec::new() }),
        "ocr_line" | "ocr_header" | "ocr_caption" | "ocr_textfloat" => {
            let baseline = numbers(title, "baseline");
            let part = |index: usize| baseline.get(index).copied().unwrap_or(0.0);
            let size = numbers(title, "x_size").first().copied();
            let size = size.unwrap_or(area.y1 - area.y0);
            let line = HocrLine { area, slope: part(0), offset: part(1), size, words: Vec::new() };
            if let Some(page) = pages.last_mut() {
                page.lines.push(line);
            }
        }
        "ocrx_word" => {
            let confidence = numbers(title, "x_wconf").first().copied().unwrap_or(0.0);
            let confidence = confidence.clamp(0.0, 100.0) as u8;
            let word = HocrWord { area, confidence, ..HocrWord::default() };
            if let Some(line) = pages.last_mut().and_then(|page| page.lines.last_mut()) {
                line.words.push(word);
            }
        }
        "ocrx_cinfo" => {
            if let Some(word) = last_word(pages) {
                word.characters.push(pixels(numbers(title, "x_bboxes")));
            }
        }
        _ => {}
    }
}

/// The value of an attribute in either kind of quotes.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let at = tag.find(&format!(" {name}="))? + name.len() + 2;
    let quote = tag[at..].chars().next().filter(|ch| matches!(ch, '"' | '\''))?;
    let value = &tag[at + 1..];
    Some(&value[..value.find(quote)?])
}

/// The numbers behind `name` in a title such as `bbox 1 2 3 4; x_wconf 96`.
fn numbers(title: &str, name: &str) -> Vec<f32> {
    let part = title.split(';').map(str::trim).find_map(|part| part.strip_prefix(name));
    let part = part.filter(|part| part.starts_with(' ')).unwrap_or("");
    let numbers = part.split_whitespace().map_while(|number| number.parse::<f32>().ok());
    numbers.filter(|number| number.is_finite() && number.abs() < 1e6).collect()
}

fn pixels(numbers: Vec<f32>) -> Pixels {
    match numbers[..] {
        [x0, y0, x1, y1] => Pixels { x0, y0, x1: x1.max(x0), y1: y1.max(y0) },
        _ => Pixels::default(),
    }
}

/// Adds text without white space, its five entities decoded.
fn push_text(raw: &str, out: &mut String) {
    let raw = raw.trim();
    if raw.is_empty() {
        return;
    }
    let decoded = raw
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    out.extend(decoded.chars().filter(|ch| !ch.is_whitespace() && !ch.is_control()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_words_and_characters_are_read() {
        let source = "<div class='ocr_page' id='p' title='image \"x.png\"; bbox 0 0 100 200; ppageno 0'>\
            <span class='ocr_line' id='l' title=\"bbox 10 20 90 40; baseline 0.01 -5; x_size 18\">\n\
            <span class='ocrx_word' id='w' title='bbox 10 20 40 40; x_wconf 91'><strong>R&amp;D</strong></span>\n\
            <span class='ocrx_word' id='v' title='bbox 50 20 90 40; x_wconf 24'>\
            <span class='ocrx_cinfo' title='x_bboxes 50 20 60 40; x_conf 9'>o</span>\
            <span class='ocrx_cinfo' title='x_bboxes 62 20 90 40; x_conf 9'>k</span></span></span></div>";
        let pages = parse(source);
        let line = &pages[0].lines[0];
        assert_eq!((pages[0].area.y1, line.size, line.offset), (200.0, 18.0, -5.0));
        let words: Vec<(&str, u8)> =
            line.words.iter().map(|word| (&*word.text, word.confidence)).collect();
        assert_eq!(words, [("R&D", 91), ("ok", 24)]);
        assert_eq!(line.words[1].characters.len(), 2);
    }

    #[test]
    fn broken_files_give_what_can_be_read() {
        for source in
            ["", "<", "<span class='ocrx_word' title='bbox 1'>x", "a<b>c</b>", "<div class="]
        {
            assert!(parse(source).iter().all(|page| page.lines.is_empty()), "{source}");
        }
    }
}
