//! Plain text to `Document`. The canonical text is the source as it is; lines get their indent, the
//! blank lines above, underlines (`====`), and whether they continue a wrapped bullet or paragraph.

use crate::decode::decode_source;
use crate::{Limits, ReadError};
use vitae_document::{Document, DocumentBuilder, Format, NewLine, leading_bullet};
use vitae_text::TextRange;

/// A line that holds text, as it was measured.
struct Row {
    range: TextRange,
    /// Columns before the first character; a tab goes to the next multiple of four.
    indent: usize,
    /// Columns up to the last character.
    width: usize,
    blank_above: u32,
    ruled: bool,
    bullet: bool,
    /// Holds a wide gap inside: a date at the right edge, or columns.
    gapped: bool,
}

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let decoded = decode_source(bytes, limits)?;
    let rows = rows(&decoded.text);
    let mut builder = DocumentBuilder::verbatim(Format::Text, decoded.text.clone(), bytes.len());
    let wrap = wrap(&decoded.text, &rows);
    let mut block: Option<&Row> = None;
    for (index, row) in rows.iter().enumerate() {
        let above = index.checked_sub(1).map(|above| &rows[above]);
        let continues = match (above, block) {
            (Some(above), Some(first)) => continues(&decoded.text, first, above, row, wrap),
            _ => false,
        };
        if !continues {
            block = Some(row);
        }
        let line = NewLine {
            continues,
            indent: row.indent as f32,
            gap_above: row.blank_above as f32,
            ruled: row.ruled,
            ..NewLine::default()
        };
        builder.line_of_source(row.range, line);
    }
    Ok(decoded.anchor(builder.finish()))
}

fn rows(text: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut blank_above = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        let range = TextRange::at(start, start + body.len());
        start += line.len();
        if body.is_empty() {
            blank_above += 1;
        } else if is_underline(body.trim_start()) {
            match rows.last_mut() {
                Some(above) if blank_above == 0 => above.ruled = true,
                _ => blank_above += 1,
            }
        } else {
            rows.push(row(range, body, std::mem::take(&mut blank_above)));
        }
    }
    rows
}

fn row(range: TextRange, body: &str, blank_above: u32) -> Row {
    let mut indent = 0;
    for ch in body.chars().take_while(|ch| ch.is_whitespace()) {
        indent = if ch == '\t' { indent / 4 * 4 + 4 } else { indent + 1 };
    }
    let content = body.trim_start();
    let bullet = leading_bullet(body);
    let inner = bullet.map_or(content, |at| &body[at..]);
    Row {
        range,
        indent,
        width: indent + content.chars().count(),
        blank_above,
        ruled: false,
        bullet: bullet.is_some(),
        gapped: is_gapped(inner.as_bytes()),
    }
}

/// Three spaces or a tab.
fn is_gapped(inner: &[u8]) -> bool {
    inner.contains(&b'\t') || inner.windows(3).any(|three| three == b"   ")
}

/// `====`, `----`, `****` and the like: a rule, not text.
fn is_underline(content: &str) -> bool {
    let Some(first) = content.chars().next() else { return false };
    matches!(
        first,
        '=' | '-' | '_' | '*' | '~' | '#' | '+' | '─' | '━' | '═' | '—' | '–' | '‾' | '•'
    ) && content.chars().filter(|ch| *ch == first).count() >= 3
        && content.chars().all(|ch| ch == first || ch == ' ')
}

/// How the lines of a file were wrapped.
#[derive(Clone, Copy)]
struct Wrap {
    /// Width of the widest line that is certainly followed by its own continuation; none when
    /// nothing is wrapped.
    width: Option<usize>,
    /// Continuations of bullets are indented.
    hangs: bool,
}

/// Learns from the lines whose continuation cannot be missed how the others are wrapped.
fn wrap(text: &str, rows: &[Row]) -> Wrap {
    let mut wrap = Wrap { width: None, hangs: false };
    let mut bullet: Option<usize> = None;
    for pair in rows.windows(2) {
        let (above, row) = (&pair[0], &pair[1]);
        if above.bullet {
            bullet = Some(above.indent);
        }
        let hanging = bullet.is_some_and(|indent| row.indent > indent);
        if row.blank_above > 0 || !hanging {
            bullet = None;
        }
        let adjacent = !row.bullet && row.blank_above == 0 && !above.gapped && !row.gapped;
        if !adjacent {
            continue;
        }
        let running = || {
            row.indent == above.indent
                && words(text, above) >= 5
                && !is_label_line(above.range.of(text))
                && first_word(text, row).starts_with(char::is_lowercase)
                && !is_address(first_word(text, row))
        };
        if hanging || running() {
            wrap.width = wrap.width.max(Some(above.width));
            wrap.hangs |= hanging;
        }
    }
    wrap
}

/// Whether `row` goes on where `above` ends; `first` is the first line of the block of `above`.
fn continues(text: &str, first: &Row, above: &Row, row: &Row, wrap: Wrap) -> bool {
    if row.bullet || row.blank_above > 0 || row.gapped || above.ruled {
        return false;
    }
    if first.bullet && row.indent > first.indent {
        return true;
    }
    let line = above.range.of(text);
    let below = row.range.of(text);
    let goes_on = closes_bracket(line, below) || line.ends_with(['–', '—', '-']);
    if above.width >= 50 && row.indent == above.indent && goes_on {
        return true;
    }
    let Some(width) = wrap.width else { return false };
    let word = first_word(text, row);
    let full = above.width <= width + width / 12 && above.width + 1 + word.chars().count() > width;
    let small = word.starts_with(char::is_lowercase);
    // Text copied from a page with proportional letters wraps at no fixed column.
    let nearly = small
        && above.width >= 60
        && (width * 4 / 5..=width * 6 / 5).contains(&above.width)
        && !line.ends_with(['.', '!', '?', ':', ';']);
    if !(full || nearly) || above.gapped || row.indent != above.indent {
        return false;
    }
    if is_address(word) || (first.bullet && wrap.hangs) {
        return false;
    }
    // A list goes on with a comma, and the head of an entry ends in its date.
    let listed = line.matches(", ").count() >= 3 && below.contains(", ");
    let dated = below.ends_with(|ch: char| ch == ')' || ch.is_ascii_digit());
    let broken = full
        && above.width >= 60
        && (listed || dated)
        && !line.ends_with(['.', '!', '?', ';', ')'])
        && !is_labelled(below)
        && !is_labelled(line);
    let hanging = full && above.width >= 60 && ends_in_particle(line);
    small || hanging || (!first.bullet && (is_prose(line) || broken) && !is_label_line(line))
}

/// A bracket that the line above opened is closed in the one below, before another opens.
fn closes_bracket(above: &str, below: &str) -> bool {
    let opens = above.rfind('(').is_some_and(|open| !above[open..].contains(')'));
    let end = below.find(')');
    opens && end.is_some_and(|end| end <= 30 && !below[..end].contains('('))
}

/// A web or mail address starts a line of its own, small letter or not.
fn is_address(word: &str) -> bool {
    let tail = word.rsplit_once('.').map_or("", |(_, tail)| tail);
    word.contains(['@', '/']) || tail.chars().filter(|ch| ch.is_alphabetic()).count() > 1
}

/// A sentence rather than a name: seven words or more, most of them in small letters.
fn is_prose(line: &str) -> bool {
    let small = line.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    let words = line.split_whitespace().count();
    words >= 7 && small * 2 > words
}

/// Contact lines, dated lines, headings in capitals: full as they may be, nothing continues them.
fn is_label_line(line: &str) -> bool {
    let shouted = !line.chars().any(char::is_lowercase);
    let dated = line.trim_end().ends_with(|ch: char| ch.is_ascii_digit()) || ends_in_present(line);
    shouted || dated || line.contains('@') || line.contains(" | ") || line.contains(" · ")
}

fn ends_in_present(line: &str) -> bool {
    const WORD: &[u8] = b"present";
    let tail = line.len().checked_sub(WORD.len()).map(|from| &line.as_bytes()[from..]);
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(WORD))
}

/// `University of`, `systèmes de`: the line ends inside a name.
fn ends_in_particle(line: &str) -> bool {
    let word = line.rsplit(char::is_whitespace).next().unwrap_or("");
    (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// `Databases: …`: a label of at most four words opens a line of its own.
fn is_labelled(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, rest)| {
        label.split_whitespace().count() <= 4 && rest.starts_with(char::is_whitespace)
    })
}

fn first_word<'a>(text: &'a str, row: &Row) -> &'a str {
    row.range.of(text).split_whitespace().next().unwrap_or("")
}

fn words(text: &str, row: &Row) -> usize {
    row.range.of(text).split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RESUME: &str = "                 Ines Vaganay\n\
        ines@example.com | +44 20 7946 0999 | 7 Quarry Rise, Leeds, a line that is wider than all\n\
        \n\
        PROFILE\n=======\n\
        Backend engineer who keeps ledgers balanced and queues short, with nine years\n\
        of Go. Writes runbooks.\n\
        \n\
        EXPERIENCE\n----------\n\
        Tarn Ledgers, Leeds                                               2019 - 2024\n\
        Senior Engineer\n\
        - Cut settlement time from six hours to forty minutes by streaming changes to\n  \
          the ledger\n\
        - Mentored four engineers\n\
        Quarry Bank and Trust Company of the Northern Counties, Leeds, United Kingdom\n\
        Engineer\n";

    fn lines(text: &str) -> (Document, Vec<(String, bool, bool)>) {
        let document = read(text.as_bytes(), &Limits::default()).unwrap();
        let lines = document
            .lines
            .iter()
            .map(|line| (document.line_text(line).trim().into(), line.opens_block, line.ruled))
            .collect();
        (document, lines)
    }

    #[test]
    fn text_stays_verbatim_and_rules_are_no_lines() {
        let (document, lines) = lines(RESUME);
        assert_eq!(document.text, RESUME);
        assert!(lines.contains(&("PROFILE".into(), true, true)));
        assert!(!lines.iter().any(|(text, ..)| text.starts_with("==")));
        assert_eq!(document.lines[0].indent, 17.0);
        assert_eq!(document.lines[2].gap_above, 1.0);
        assert_eq!(document.line_number(document.lines[2].range.start), 4);
    }

    #[test]
    fn wrapped_bullets_and_paragraphs_continue_and_entries_do_not() {
        let (_, lines) = lines(RESUME);
        let joined: Vec<&str> =
            lines.iter().filter(|(_, opens, _)| !opens).map(|(text, ..)| text.as_str()).collect();
        assert_eq!(joined, ["of Go. Writes runbooks.", "the ledger"]);
    }

    #[test]
    fn unwrapped_text_is_never_joined() {
        let (_, lines) = lines("Ann Li\nEngineer at Tarn\nand other places that are long enough\n");
        assert!(lines.iter().all(|(_, opens, _)| *opens));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,200}", tail in "[-=*• \t\r\na-zA-Z0-9\u{c}]{0,200}") {
            let source = format!("{text}\n{tail}");
            let document = read(source.as_bytes(), &Limits::default()).unwrap();
            let mut end = 0;
            for line in &document.lines {
                prop_assert!(line.range.start >= end && line.content >= line.range.start);
                prop_assert!(!document.line_text(line).trim().is_empty());
                end = line.range.end;
            }
        }

        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 1..300)) {
            prop_assert!(read(&bytes, &Limits::default()).is_ok());
        }
    }
}
