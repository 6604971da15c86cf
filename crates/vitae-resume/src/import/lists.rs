//! Lists inside one string: skills between commas, bullets pasted into a description, and the lines
//! under a school that hold a grade or courses.

use super::draft::{Draft, Origin};
use crate::Education;

/// `a, b (c, d); e` without cutting inside brackets.
pub(super) fn split_list(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut depth = 0i32;
    let mut start = 0;
    for (at, ch) in text.char_indices() {
        match ch {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = (depth - 1).max(0),
            ',' | ';' | '|' | '•' | '、' | '，' if depth == 0 => {
                items.push(text[start..at].trim().to_owned());
                start = at + ch.len_utf8();
            }
            _ => {}
        }
    }
    items.push(text[start..].trim().trim_end_matches('.').to_owned());
    items.retain(|item| !item.is_empty());
    items
}

/// A line under a school that names a grade or courses; `false` when it is neither.
pub(super) fn school_line(
    draft: &mut Draft,
    base: &str,
    entry: &mut Education,
    text: &str,
    origin: &Origin,
) -> bool {
    const GRADES: &[&str] =
        &["grade", "gpa", "cgpa", "note", "score", "final grade", "abschlussnote"];
    const COURSES: &[&str] =
        &["coursework", "courses", "relevant coursework", "modules", "relevant courses", "kurse"];
    let Some((label, value)) = text.split_once(':') else { return false };
    let label = label.trim().to_lowercase();
    if GRADES.contains(&label.as_str()) && entry.score.is_empty() {
        entry.score = value.trim().to_owned();
        draft.note(format!("{base}/score"), origin.clone());
        return true;
    }
    if COURSES.contains(&label.as_str()) && entry.courses.is_empty() {
        entry.courses = split_list(value);
        for index in 0..entry.courses.len() {
            draft.note(format!("{base}/courses/{index}"), origin.clone());
        }
        return true;
    }
    false
}

/// A description cut into the text before its bullets and the bullets, without their glyphs.
pub(super) fn split_bullets(text: &str) -> (String, Vec<String>) {
    let mut before = Vec::new();
    let mut items: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        for (index, piece) in inline_bullets(line).into_iter().enumerate() {
            match vitae_document::leading_bullet(piece) {
                Some(at) => items.push(piece[at..].trim().to_owned()),
                None if items.is_empty() => before.push(piece.to_owned()),
                // A line without a glyph goes on with the bullet above it.
                None if index == 0 => {
                    if let Some(last) = items.last_mut() {
                        last.push(' ');
                        last.push_str(piece);
                    }
                }
                None => items.push(piece.to_owned()),
            }
        }
    }
    (before.join("\n"), items)
}

/// A line cut before each glyph that stands between words: `• one • two`.
fn inline_bullets(line: &str) -> Vec<&str> {
    const GLYPHS: [char; 5] = ['•', '●', '▪', '◦', '‣'];
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, glyph) in line.char_indices().filter(|(_, ch)| GLYPHS.contains(ch)) {
        let apart = line[..at].ends_with(char::is_whitespace)
            && line[at + glyph.len_utf8()..].starts_with(char::is_whitespace);
        if at > start && apart {
            pieces.push(line[start..at].trim());
            start = at;
        }
    }
    pieces.push(line[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_come_out_of_one_string_however_they_were_joined() {
        let lines = split_bullets("Owns billing.\n- Cut cost by half\n  over a year\n- Wrote Go");
        assert_eq!(lines.0, "Owns billing.");
        assert_eq!(lines.1, ["Cut cost by half over a year", "Wrote Go"]);
        let inline = split_bullets("• one thing • another • a third");
        assert_eq!(inline.1, ["one thing", "another", "a third"]);
        assert_eq!(split_bullets("plain\ntext"), ("plain\ntext".into(), Vec::new()));
    }

    #[test]
    fn lists_are_not_cut_inside_brackets() {
        assert_eq!(split_list("Go, AWS (S3, SQS); SQL."), ["Go", "AWS (S3, SQS)", "SQL"]);
        assert_eq!(split_list(" "), Vec::<String>::new());
    }
}
