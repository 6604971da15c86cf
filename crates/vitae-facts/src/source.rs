//! From the spans of a field to its text: pieces of the document put together so that they read as
//! the field's value, and the sentences of a paragraph.

use vitae_text::{MappedText, TextRange};

/// The value of a field as pieces of `document`: what the parser put between two lines, or took
/// away, is read off `value`.
pub(crate) fn joined(document: &str, ranges: &[TextRange], value: &str) -> MappedText {
    let mut text = MappedText::default();
    if ranges.is_empty() {
        text.push_glue(value);
        return text;
    }
    for (index, range) in ranges.iter().enumerate() {
        let next = range.of(document);
        if index > 0 && !next.is_empty() {
            join_line(&mut text, next, value);
        }
        text.push_piece(document, *range);
    }
    text
}

/// Makes `text` ready for the line `next`.
fn join_line(text: &mut MappedText, next: &str, value: &str) {
    let so_far = text.as_str();
    let rest = value.strip_prefix(so_far);
    if rest.is_some_and(|rest| rest.starts_with(next.trim_start())) {
        return;
    }
    let hyphen =
        so_far.chars().next_back().filter(|last| matches!(last, '-' | '\u{2010}' | '\u{ad}'));
    if let Some(hyphen) = hyphen {
        let head = &so_far[..so_far.len() - hyphen.len_utf8()];
        let taken =
            value.strip_prefix(head).is_some_and(|rest| rest.starts_with(next.trim_start()));
        if taken {
            text.truncate_by(hyphen.len_utf8());
            return;
        }
        if rest.is_none() && hyphen != '\u{ad}' {
            return;
        }
    }
    text.push_glue(" ");
}

/// The sentences of a paragraph, without the white space around them.
pub(crate) fn sentences(document: &str, text: &MappedText) -> Vec<MappedText> {
    let mut found = Vec::new();
    let whole = text.as_str();
    let mut start = 0;
    for end in sentence_ends(whole) {
        let slice = whole[start..end].trim();
        let from = start + (whole[start..end].len() - whole[start..end].trim_start().len());
        if slice.chars().any(char::is_alphanumeric) {
            found.push(text.slice(document, TextRange::at(from, from + slice.len())));
        }
        start = end;
    }
    found
}

/// Byte offsets after each sentence: a full stop, `!` or `?`, white space, and a capital.
fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, ch)) = chars.next() {
        let closes = matches!(ch, '.' | '!' | '?');
        let space = chars.peek().is_some_and(|(_, next)| next.is_whitespace());
        if !(closes && space) {
            continue;
        }
        let after = text[at + 1..].trim_start();
        let opens =
            after.chars().next().is_some_and(|next| next.is_uppercase() || next.is_numeric());
        let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or("");
        let short =
            word.len() <= 2 || matches!(word, "e.g" | "i.e" | "etc" | "vs" | "approx" | "incl");
        if opens && !(short && ch == '.' && !word.bytes().any(|byte| byte.is_ascii_digit())) {
            ends.push(at + 1);
        }
    }
    ends.push(text.len());
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_as_the_parser_joined_them() {
        let source = "Moved micro-\nservices to a\nbatch-\nfirst queue";
        let lines: Vec<TextRange> = [(0, 12), (13, 26), (27, 33), (34, 45)]
            .into_iter()
            .map(|(start, end)| TextRange::at(start, end))
            .collect();
        let value = "Moved microservices to a batch-first queue";
        let text = joined(source, &lines, value);
        assert_eq!(text.as_str(), value);
        let at = value.find("queue").unwrap();
        assert_eq!(text.to_source(TextRange::at(at, at + 5)).of(source), "queue");
    }

    #[test]
    fn a_field_without_a_place_keeps_its_value() {
        assert_eq!(joined("", &[], "Ran the pager").as_str(), "Ran the pager");
        assert_eq!(joined("", &[], "Ran the pager").cover(), None);
    }

    #[test]
    fn sentences_end_at_stops_and_not_at_abbreviations() {
        let source = "Ran the queue, e.g. Kafka at 1.5 GB/s. Cut cost vs. Oracle! Wrote docs";
        let text = MappedText::piece(source, TextRange::at(0, source.len()));
        let found: Vec<String> =
            sentences(source, &text).iter().map(|sentence| sentence.as_str().to_owned()).collect();
        assert_eq!(
            found,
            ["Ran the queue, e.g. Kafka at 1.5 GB/s.", "Cut cost vs. Oracle!", "Wrote docs"]
        );
    }
}
