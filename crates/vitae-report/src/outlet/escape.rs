//! Text of strangers as text of a page: nothing in it can be markup, leave an attribute, or turn the
//! reading direction. Strings in, strings out.

use crate::terminal::printable_char;

/// `text` for element content and quoted attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for ch in text.chars() {
        push(&mut out, ch);
    }
    out
}

/// `text`, cut with a note of its length after `limit` characters.
pub(crate) fn escape_cut(text: &str, limit: usize) -> String {
    let mut out = String::with_capacity(text.len().min(limit) + 8);
    let mut rest = text.chars();
    for ch in rest.by_ref().take(limit) {
        push(&mut out, ch);
    }
    let more = rest.count();
    if more > 0 {
        out.push_str(&format!("… (and {more} more characters)"));
    }
    out
}

fn push(out: &mut String, ch: char) {
    match ch {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        // No characters of a page: HTML would take them for an error.
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
        ch => out.push(printable_char(ch)),
    }
}

/// A length in points with at most one decimal.
pub(crate) fn number(value: f32) -> String {
    let tenths = (f64::from(value) * 10.0).round().clamp(-1e7, 1e7) as i64;
    if tenths % 10 == 0 {
        return (tenths / 10).to_string();
    }
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place() {
        let hostile = "</script><img src=x onerror=\"alert('1')\">\u{0}\u{202e}\u{1b}";
        let text = escape(hostile);
        assert!(!text.contains(['<', '>', '"', '\'', '\u{0}', '\u{202e}', '\u{1b}']), "{text}");
        assert_eq!(escape_cut("abcdef", 3), "abc… (and 3 more characters)");
    }

    #[test]
    fn lengths_have_one_decimal() {
        for (value, text) in [(0.0, "0"), (12.34, "12.3"), (-0.26, "-0.3"), (f32::NAN, "0")] {
            assert_eq!(number(value), text);
        }
    }
}
