//! How alike two texts are: twice the characters in common blocks by the length of both, the longest
//! block first and then what is left and right of it (Ratcliff and Obershelp).

use unicode_normalization::UnicodeNormalization;

/// Letters, digits and the signs that names of techniques have; case and width do not count.
pub(crate) fn normal(text: &str) -> String {
    let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let text = text.replace('ß', "ss");
    let kept = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '+' | '#' | '.');
    let words: Vec<&str> = text.split(|ch| !kept(ch)).filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_matches([' ', '.']).to_owned()
}

/// From 0 to 1.
pub(crate) fn ratio(a: &str, b: &str) -> f64 {
    let (a, b) = (normal(a), normal(b));
    if a == b {
        return 1.0;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    2.0 * common(&a, &b) as f64 / (a.len() + b.len()) as f64
}

fn common(a: &[char], b: &[char]) -> usize {
    let mut total = 0;
    let mut open = vec![(a, b)];
    while let Some((a, b)) = open.pop() {
        let (at, bt, length) = longest(a, b);
        if length > 0 {
            total += length;
            open.push((&a[..at], &b[..bt]));
            open.push((&a[at + length..], &b[bt + length..]));
        }
    }
    total
}

/// The longest block that both have: where it starts in each, and its length.
fn longest(a: &[char], b: &[char]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut before = vec![0; b.len() + 1];
    for (i, left) in a.iter().enumerate() {
        let mut here = vec![0; b.len() + 1];
        for (j, right) in b.iter().enumerate() {
            if left == right {
                let length = before[j] + 1;
                here[j + 1] = length;
                if length > best.2 {
                    best = (i + 1 - length, j + 1 - length, length);
                }
            }
        }
        before = here;
    }
    best
}
