//! Texts of which much is no text.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Counts characters that are neither letters nor digits of any script, nor common signs. It fires
    /// when they are more than 5 in 100, and 40 or more.
    ///
    /// # Why it matters
    /// Ornaments and frames of lines are read as words, or stand for text that lost its encoding.
    ///
    /// # Example
    /// ```text
    /// Robin Aldane
    /// robin.aldane@example.com
    /// ◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇◆◇
    /// Skills
    /// Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// Robin Aldane
    /// robin.aldane@example.com
    /// --------------------------------------------
    /// Skills
    /// Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When the file goes to a person.
    ///
    /// # Source
    /// ats-screener, with its limit of 5 %.
    FIL017 = "unusual-characters" {
        group: File,
        severity: Warning,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A19"],
        check: Resume(check),
    }
}

const PERCENT: usize = 5;
const FEWEST: usize = 40;
/// Signs that resumes use outside of ASCII: dashes, quotes, bullets, money, arrows.
const COMMON: &str =
    "–—‐‑−…·•‣▪●○◦■□★☆‹›«»“”„‘’‚§©®™°±×÷→←↑↓€£¥₩₹¢%‰²³½¼¾µ′″、。，；：（）「」『』【】！？・〜～";

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    // First bytes of longer characters, and controls: no other can be unusual.
    let odd = |byte: &u8| *byte >= 0xc0 || *byte == 0x7f || *byte < b' ' && *byte != b'\n';
    if context.document.text.bytes().filter(odd).count() < FEWEST {
        return;
    }
    let (mut unusual, mut all, mut seen) = (0, 0, String::new());
    for ch in context.document.text.chars().filter(|ch| !ch.is_whitespace()) {
        all += 1;
        let usual = ch.is_ascii_graphic() || ch.is_alphanumeric() || COMMON.contains(ch);
        // Marks that belong to the letter before them, as in Devanagari and Thai.
        let mark =
            matches!(ch, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{e7f}' | '\u{200b}'..='\u{200f}');
        if !usual && !mark {
            unusual += 1;
            if seen.chars().count() < 3 && !seen.contains(ch) {
                seen.push(ch);
            }
        }
    }
    if unusual >= FEWEST && unusual * 100 > all * PERCENT {
        sink.whole(
            format!(
                "{}% of the characters are unusual signs, such as `{seen}` (limit {PERCENT}%)",
                unusual * 100 / all
            ),
            "take out ornaments; if letters look wrong, save the file again as UTF-8",
        );
    }
}
