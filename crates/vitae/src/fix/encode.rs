//! Plain words to the syntax of a file: what has a meaning there is escaped.

use vitae_document::Format;

/// `text` as it is written in a file of this format; none where it cannot be.
pub(super) fn encode(format: Format, text: &str) -> Option<String> {
    if text.chars().any(char::is_control) {
        return None;
    }
    match format {
        // In YAML the way of quoting decides; the file is read again, and a fix that breaks it goes.
        Format::Text | Format::Yaml | Format::RenderCv => Some(text.to_owned()),
        Format::Markdown => Some(escaped(text, r"\*_[]<>`~")),
        Format::Html => {
            let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            Some(text.replace('"', "&quot;"))
        }
        Format::Latex if text.contains(['~', '^', '\\']) => None,
        Format::Latex => Some(escaped(text, "#$%&_{}")),
        Format::JsonResume | Format::ReactiveResume => Some(escaped(text, "\"\\")),
        _ => None,
    }
}

fn escaped(text: &str, special: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        if special.contains(ch) {
            out.push('\\');
        }
        out.push(ch);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_meaning_in_every_syntax() {
        for (format, text, written) in [
            (Format::Latex, "C# & co", Some(r"C\# \& co")),
            (Format::Latex, "a~b", None),
            (Format::Html, "R&D <b>", Some("R&amp;D &lt;b&gt;")),
            (Format::Markdown, "a_b*", Some(r"a\_b\*")),
            (Format::JsonResume, "a \"b\"", Some(r#"a \"b\""#)),
            (Format::Yaml, "C#", Some("C#")),
            (Format::Pdf, "Go", None),
            (Format::Text, "a\nb", None),
        ] {
            assert_eq!(encode(format, text).as_deref(), written, "{format:?} {text}");
        }
    }
}
