//! Running headers and footers: lines at the edge of pages that repeat, and page numbers. Kept once
//! (a header on its first page, a footer on its last) or not at all.

use super::compose::PageLines;

/// What happens to lines at the edges of pages that repeat.
#[derive(Default)]
pub(super) struct Running {
    /// `(page, line)` left out.
    pub dropped: Vec<(usize, usize)>,
    /// Those of them that are page numbers.
    pub numbers: Vec<(usize, usize)>,
    /// `(page, line, on how many pages)` kept once.
    pub kept: Vec<(usize, usize, u32)>,
}

impl Running {
    /// Whether a line is one of them.
    pub(super) fn holds(&self, page: usize, line: usize) -> bool {
        self.dropped.contains(&(page, line))
            || self.kept.iter().any(|(on, kept, _)| (*on, *kept) == (page, line))
    }
}

/// A line at the top or bottom of pages, digits as `#`.
struct Repeat {
    top: bool,
    key: String,
    places: Vec<(usize, usize)>,
}

/// Share of the height of a page in which running lines stand.
const MARGIN_BAND: f32 = 0.12;

pub(super) fn running_lines(pages: &[PageLines]) -> Running {
    let mut seen: Vec<Repeat> = Vec::new();
    let mut running = Running::default();
    for (page_index, page) in pages.iter().enumerate() {
        for (index, line) in page.lines.iter().enumerate() {
            let band = MARGIN_BAND * page.content.height;
            let (top, bottom) = (line.bottom() < band, line.top() > page.content.height - band);
            if line.turn != 0 || !(top || bottom) {
                continue;
            }
            if is_page_number(&line.text) {
                running.dropped.push((page_index, index));
                running.numbers.push((page_index, index));
                continue;
            }
            let key: String =
                line.text.chars().map(|ch| if ch.is_ascii_digit() { '#' } else { ch }).collect();
            match seen.iter_mut().find(|repeat| repeat.top == top && repeat.key == key) {
                Some(repeat) => repeat.places.push((page_index, index)),
                None => seen.push(Repeat { top, key, places: vec![(page_index, index)] }),
            }
        }
    }
    for Repeat { top, mut places, .. } in seen {
        places.dedup_by_key(|(page, _)| *page);
        if places.len() < 2 {
            continue;
        }
        let count = places.len() as u32;
        // A footer is kept where it disturbs nothing: at the end.
        let keep = if top { 0 } else { places.len() - 1 };
        let (page, line) = places.remove(keep);
        running.kept.push((page, line, count));
        running.dropped.extend(places);
    }
    running
}

/// `3`, `3 / 4`, `Page 3 of 4`, `- 3 -`.
fn is_page_number(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|ch: char| !ch.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let number = |word: &String| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let joint = |word: &String| matches!(word.as_str(), "of" | "von" | "de" | "sur" | "di" | "van");
    let name = |word: &String| {
        matches!(word.as_str(), "page" | "seite" | "página" | "pagina" | "p" | "strona" | "sida")
    };
    match words.as_slice() {
        [a] => number(a),
        [a, b] => (name(a) && number(b)) || (number(a) && number(b)),
        [a, b, c] => (name(a) && number(b) && number(c)) || (number(a) && joint(b) && number(c)),
        [a, b, c, d] => name(a) && number(b) && joint(c) && number(d),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known_and_years_are_text() {
        for text in ["3", "2 / 3", "Page 1 of 2", "– 2 –", "Seite 2 von 3", "1/1"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2024", "2 years", "Go", "Page builder"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
