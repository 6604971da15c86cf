//! Which kind of face a font is, told by the widths of its words, so that the drawn page keeps the rhythm of
//! the real one; and how wide a part of a word is. Widths are those of the standard faces of PDF.

use crate::terminal::char_width;
use vitae_document::{Document, Place};

/// A kind of face.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Sans,
    Serif,
    Mono,
}

/// Advances of Helvetica from space to tilde, in thousandths of an em (Adobe Core 14 metrics).
const SANS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Advances of Times in the same way.
const SERIF: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// Words of each font that are measured.
const SAMPLE: usize = 200;

/// Advance of a character in thousandths of an em.
fn advance(face: Face, ch: char) -> f64 {
    let table = match face {
        Face::Sans => &SANS,
        Face::Serif => &SERIF,
        Face::Mono => return 600.0 * char_width(ch).max(1) as f64,
    };
    let index = (ch as usize).wrapping_sub(32);
    match table.get(index) {
        Some(width) => f64::from(*width),
        None if char_width(ch) > 1 => 1000.0,
        None => 520.0,
    }
}

/// Width of `text` in thousandths of an em.
pub(super) fn width(face: Face, text: &str) -> f64 {
    text.chars().map(|ch| advance(face, ch)).sum()
}

/// The kind of each font of a document, by the number of the font.
pub(super) fn faces(document: &Document) -> Vec<(u16, Face)> {
    let mut samples: Vec<(u16, Vec<(&str, f64)>)> = Vec::new();
    for origin in &document.origins {
        let Place::Page { rect, .. } = origin.place else { continue };
        let word = origin.text.of(&document.text).trim();
        let Some(run) = document.runs_in(origin.text).next() else { continue };
        let (size, long) = (f64::from(run.style.size), f64::from(rect.x1 - rect.x0));
        if size <= 0.0 || long <= 0.0 || word.len() < 4 || !word.is_ascii() || word.contains(' ') {
            continue;
        }
        let sample = (word, long * 1000.0 / size);
        match samples.iter_mut().find(|(font, _)| *font == run.style.font) {
            Some((_, words)) if words.len() >= SAMPLE => {}
            Some((_, words)) => words.push(sample),
            None => samples.push((run.style.font, vec![sample])),
        }
    }
    samples.into_iter().map(|(font, words)| (font, face(&words))).collect()
}

/// The face whose widths the words follow most evenly.
fn face(words: &[(&str, f64)]) -> Face {
    let mut best = (f64::MAX, Face::Sans);
    for face in [Face::Sans, Face::Serif, Face::Mono] {
        let ratios: Vec<f64> = words.iter().map(|(word, long)| long / width(face, word)).collect();
        let mean = ratios.iter().sum::<f64>() / ratios.len().max(1) as f64;
        let spread: f64 = ratios.iter().map(|ratio| (ratio / mean - 1.0).abs()).sum();
        if spread < best.0 {
            best = (spread, face);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_is_known_by_its_rhythm() {
        let words = ["Kubernetes", "immediately", "little", "WWW-mill", "engineer", "Skills"];
        for wanted in [Face::Sans, Face::Serif, Face::Mono] {
            let sample: Vec<(&str, f64)> =
                words.iter().map(|word| (*word, 1.03 * width(wanted, word))).collect();
            assert_eq!(face(&sample), wanted);
        }
    }
}
