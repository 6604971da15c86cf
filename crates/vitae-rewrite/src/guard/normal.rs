//! Text as it may come from anyone, made plain: digits of any script become ASCII, letters that only
//! look Latin become Latin, hidden characters go. Text in; plain text, its way back, its slots out.

use std::borrow::Cow;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use vitae_text::TextRange;

/// A text made plain.
pub(super) struct Normal<'a> {
    /// The plain text.
    pub(super) text: Cow<'a, str>,
    /// For each byte of it, the byte of the original; none where both are the same.
    map: Option<Vec<u32>>,
    /// Characters that hide or turn text, in the original.
    pub(super) hidden: Option<TextRange>,
    /// What stands in `[…]` or `‹…›`, brackets included; bytes of the plain text.
    pub(super) slots: Vec<TextRange>,
}

impl<'a> Normal<'a> {
    /// Makes `text` plain.
    pub(super) fn new(text: &'a str) -> Self {
        let mut normal = if text.is_ascii() {
            Self { text: Cow::Borrowed(text), map: None, hidden: None, slots: Vec::new() }
        } else {
            plain(text)
        };
        normal.slots = slots(&normal.text);
        normal
    }

    /// A range of the plain text as one of the original.
    pub(super) fn original(&self, range: TextRange) -> TextRange {
        let Some(map) = &self.map else { return range };
        let at = |byte: u32| map.get(byte as usize).or(map.last()).copied().unwrap_or(0);
        TextRange::new(at(range.start), at(range.end))
    }
}

/// Longest slot; a bracket that closes further away belongs to something else.
const LONGEST_SLOT: usize = 80;

/// Slots of a plain text: pairs of brackets that are closed and hold no other.
fn slots(text: &str) -> Vec<TextRange> {
    let mut slots = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, ch) in text.char_indices() {
        match ch {
            '[' | '\u{2039}' => open = Some((at, ch)),
            ']' | '\u{203a}' => {
                let Some((start, opening)) = open.take() else { continue };
                let pair = (opening == '[') == (ch == ']');
                if pair && at > start + opening.len_utf8() && at - start <= LONGEST_SLOT {
                    slots.push(TextRange::at(start, at + ch.len_utf8()));
                }
            }
            '\n' => open = None,
            _ => {}
        }
    }
    slots
}

/// The plain form of a text that is not ASCII.
fn plain(text: &str) -> Normal<'_> {
    let mut out = String::with_capacity(text.len() + 8);
    let mut map: Vec<u32> = Vec::with_capacity(text.len() + 9);
    let mut hidden: Option<TextRange> = None;
    for (at, ch) in text.char_indices() {
        let before = out.len();
        if is_hidden(ch) {
            let here = TextRange::at(at, at + ch.len_utf8());
            hidden = Some(hidden.map_or(here, |seen| seen.cover(here)));
        } else {
            push_plain(&mut out, ch);
        }
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        map.extend(std::iter::repeat_n(at, out.len() - before));
    }
    map.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    Normal { text: Cow::Owned(out), map: Some(map), hidden, slots: Vec::new() }
}

/// Characters that turn the direction of text or carry text unseen.
fn is_hidden(ch: char) -> bool {
    matches!(ch, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

fn push_plain(out: &mut String, ch: char) {
    match ch {
        _ if ch.is_ascii() => out.push(ch),
        // No width, no meaning: joiners, soft hyphen, byte order mark, variation selectors.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {}
        '\u{fe00}'..='\u{fe0f}' | '\u{180e}' | '\u{34f}' | '\u{115f}' | '\u{1160}' => {}
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => out.push('\''),
        '\u{2039}' | '\u{203a}' => out.push(ch),
        '\u{2010}' | '\u{2011}' | '\u{2212}' => out.push('-'),
        '\u{bd}' => push_part(out, "0.5"),
        '\u{bc}' => push_part(out, "0.25"),
        '\u{be}' => push_part(out, "0.75"),
        '\u{2150}'..='\u{215e}' => out.push(ch),
        _ => {
            if let Some(digit) = digit(ch) {
                out.push(digit);
            } else if let Some(power) = superscript(ch) {
                // A power, not more digits: `10⁶` is no 106.
                out.push('^');
                out.push(power);
            } else if let Some(latin) = look_alike(ch) {
                out.push(latin);
            } else if ch.is_whitespace() {
                out.push(' ');
            } else {
                push_decomposed(out, ch);
            }
        }
    }
}

/// `½` after digits adds to them: `2½` is 2.5.
fn push_part(out: &mut String, part: &str) {
    let digits = out.bytes().last().is_some_and(|byte| byte.is_ascii_digit());
    out.push_str(if digits { &part[1..] } else { part });
}

/// Letters without their accents, ligatures and wide forms as plain letters.
fn push_decomposed(out: &mut String, ch: char) {
    decompose_compatible(ch, |part| {
        if is_combining_mark(part) {
        } else if let Some(plain) = digit(part).or_else(|| look_alike(part)) {
            out.push(plain);
        } else {
            out.push(part);
        }
    });
}

/// The ASCII digit of a decimal digit of another script.
fn digit(ch: char) -> Option<char> {
    const ZEROS: [u32; 30] = [
        0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6,
        0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0,
        0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0xa620, 0xa8d0, 0xff10, 0x2080,
    ];
    let code = u32::from(ch);
    let value = if (0x1d7ce..=0x1d7ff).contains(&code) {
        Some((code - 0x1d7ce) % 10)
    } else {
        ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
    };
    char::from_digit(value?, 10)
}

fn superscript(ch: char) -> Option<char> {
    let value = match ch {
        '\u{b9}' => 1,
        '\u{b2}' => 2,
        '\u{b3}' => 3,
        '\u{2070}' => 0,
        '\u{2074}'..='\u{2079}' => u32::from(ch) - 0x2070,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// The Latin letter that a Cyrillic or Greek one looks like.
fn look_alike(ch: char) -> Option<char> {
    Some(match ch {
        '\u{430}' | '\u{3b1}' => 'a',
        '\u{432}' => 'b',
        '\u{441}' => 'c',
        '\u{501}' => 'd',
        '\u{435}' | '\u{3b5}' => 'e',
        '\u{4bb}' => 'h',
        '\u{456}' | '\u{3b9}' | '\u{131}' => 'i',
        '\u{458}' => 'j',
        '\u{43a}' | '\u{3ba}' => 'k',
        '\u{4cf}' => 'l',
        '\u{43c}' => 'm',
        '\u{43e}' | '\u{3bf}' => 'o',
        '\u{440}' | '\u{3c1}' => 'p',
        '\u{51b}' => 'q',
        '\u{455}' => 's',
        '\u{442}' | '\u{3c4}' => 't',
        '\u{3c5}' | '\u{3bc}' | '\u{b5}' => 'u',
        '\u{3bd}' => 'v',
        '\u{51d}' => 'w',
        '\u{445}' | '\u{3c7}' => 'x',
        '\u{443}' => 'y',
        '\u{410}' | '\u{391}' => 'A',
        '\u{412}' | '\u{392}' => 'B',
        '\u{421}' => 'C',
        '\u{415}' | '\u{395}' => 'E',
        '\u{41d}' | '\u{397}' => 'H',
        '\u{406}' | '\u{399}' => 'I',
        '\u{408}' => 'J',
        '\u{41a}' | '\u{39a}' => 'K',
        '\u{41c}' | '\u{39c}' => 'M',
        '\u{39d}' => 'N',
        '\u{41e}' | '\u{39f}' => 'O',
        '\u{420}' | '\u{3a1}' => 'P',
        '\u{405}' => 'S',
        '\u{422}' | '\u{3a4}' => 'T',
        '\u{425}' | '\u{3a7}' => 'X',
        '\u{423}' | '\u{3a5}' => 'Y',
        '\u{396}' => 'Z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_digits_and_powers_are_not() {
        for (text, plain) in [
            ("\u{664}\u{660}\u{660} meters", "400 meters"),
            ("\u{ff14}\u{ff10}", "40"),
            ("\u{1d7d2}0", "40"),
            ("10\u{2076}", "10^6"),
            ("2\u{bd} h", "2.5 h"),
            ("\u{bd}", "0.5"),
            ("P\u{43e}stgres", "Postgres"),
            ("Go\u{200b}lang", "Golang"),
            ("ﬁxed \u{b5}s", "fixed us"),
            ("Zoë", "Zoe"),
        ] {
            assert_eq!(Normal::new(text).text, plain);
        }
    }

    #[test]
    fn ranges_lead_back_to_the_original() {
        let text = "a \u{ff14}\u{ff10} b";
        let normal = Normal::new(text);
        let at = normal.text.find("40").unwrap();
        assert_eq!(normal.original(TextRange::at(at, at + 2)).of(text), "\u{ff14}\u{ff10}");
    }

    #[test]
    fn slots_are_closed_pairs() {
        let found = |text: &str| -> Vec<String> {
            let normal = Normal::new(text);
            normal.slots.iter().map(|slot| slot.of(&normal.text).to_owned()).collect()
        };
        assert_eq!(found("cut by [X%] to ‹ms›"), ["[X%]", "‹ms›"]);
        assert!(found("cut [by 5").is_empty());
        assert!(found("[] and ‹]").is_empty());
        assert!(found(&format!("[{}]", "x".repeat(99))).is_empty());
    }
}
