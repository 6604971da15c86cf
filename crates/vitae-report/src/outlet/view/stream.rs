//! The text as a naive reader takes it, row by row, with what it loses, moves, runs together or adds,
//! and the sentence that counts all of it.

use super::flow::{plain, segments};
use super::marks::Canvas;
use crate::naive::{Change, Naive, Row, Tally, Why};
use crate::outlet::count;
use vitae_document::LeftOutKind;

/// The rows; `most` of them at most.
pub(super) fn rows(canvas: &Canvas<'_>, naive: &Naive, most: usize) -> String {
    let mut out = String::from("<ol class=\"sheet rows\">\n");
    for row in naive.rows.iter().take(most) {
        let class: String =
            row.changes.iter().map(|change| format!(" {}", class(*change))).collect();
        out.push_str(&format!("<li class=\"row{class}\"><span class=\"signs\">"));
        let signs: Vec<String> = row.changes.iter().map(|change| sign(*change)).collect();
        out.push_str(&signs.join(" "));
        out.push_str("</span><span class=\"t\">");
        out.push_str(&text(canvas, row));
        out.push_str("</span></li>\n");
    }
    out.push_str("</ol>\n");
    if let Some(more @ 1..) = naive.rows.len().checked_sub(most) {
        out.push_str(&format!(
            "<p class=\"note\">and {} that are not shown</p>\n",
            count(more, "row")
        ));
    }
    out
}

fn text(canvas: &Canvas<'_>, row: &Row) -> String {
    if let Some(extra) = &row.extra {
        return plain(extra);
    }
    let parts: Vec<String> =
        row.pieces.iter().map(|piece| segments(canvas, *piece, false)).collect();
    let joined = parts.join("<span class=\"seam\" title=\"run together here\"> ⇥ </span>");
    if row.changes.iter().any(|change| matches!(change, Change::Lost(_))) {
        format!("<s>{joined}</s>")
    } else {
        joined
    }
}

fn class(change: Change) -> &'static str {
    match change {
        Change::Lost(_) => "lost",
        Change::Moved => "moved",
        Change::Joined => "joined",
        Change::Split => "split",
        Change::Added(_) => "added",
        Change::Icons(_) | Change::Hyphen | Change::Spaced => "altered",
    }
}

fn sign(change: Change) -> String {
    let (class, words) = match change {
        Change::Lost(Why::Edge) => ("lost", "− lost: page edge"),
        Change::Lost(Why::Box) => ("lost", "− lost: text box"),
        Change::Lost(Why::Picture) => ("lost", "− lost: picture"),
        Change::Moved => ("moved", "↕ moved"),
        Change::Joined => ("joined", "⇥ run together"),
        Change::Split => ("split", "✂ split"),
        Change::Added(LeftOutKind::PageNumber) => ("added", "+ page number"),
        Change::Added(_) => ("added", "+ repeated"),
        Change::Icons(1) => ("altered", "▯ icon lost"),
        Change::Icons(_) => ("altered", "▯ icons lost"),
        Change::Hyphen => ("altered", "‐ hyphen kept"),
        Change::Spaced => ("altered", "⋯ letters apart"),
    };
    format!("<span class=\"sign {class}\">{words}</span>")
}

/// `loses 3 lines, moves 12 and …`; none when both readings are the same.
pub(super) fn difference(tally: Tally) -> Option<String> {
    if tally.is_same() {
        return None;
    }
    let Tally { lost, moved, joined, split, added, icons, hyphens, spaced, links } = tally;
    let mut parts = Vec::new();
    let mut say = |number: usize, text: String| {
        if number > 0 {
            parts.push(text);
        }
    };
    say(lost, format!("loses {}", count(lost, "line")));
    say(icons, format!("gets nothing for {}", count(icons, "icon")));
    say(links, format!("misses the address of {}", count(links, "link")));
    say(moved, format!("moves {}", count(moved, "line")));
    say(joined, format!("runs text of several lines together in {}", count(joined, "row")));
    say(split, format!("splits {}", count(split, "line")));
    say(added, format!("reads {} in between", count(added, "header or footer line")));
    say(hyphens, format!("keeps {} at line ends", count(hyphens, "hyphen")));
    say(spaced, format!("sees the letters of {} apart", count(spaced, "word")));
    let last = parts.pop()?;
    Some(if parts.is_empty() { last } else { format!("{} and {last}", parts.join(", ")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_is_one_sentence() {
        let tally = Tally { lost: 3, moved: 12, icons: 1, ..Tally::default() };
        let sentence = difference(tally).unwrap();
        assert_eq!(sentence, "loses 3 lines, gets nothing for 1 icon and moves 12 lines");
        assert_eq!(difference(Tally::default()), None);
    }
}
