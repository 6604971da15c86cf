//! What an employer keeps inside its walls.

use crate::rule::rule;
use crate::search::{Hit, chunks, phrases};
use crate::{Context, Sink};
use vitae_pack::PhraseList;

rule! {
    /// # What it does
    /// Looks for names of internal hosts (`*.corp`, `*.internal`, `*.intranet`), for private IP
    /// addresses, and for markers such as `internal use only`. Names that every cluster or cloud
    /// has, such as `cluster.local`, and words such as `confidential computing` are left alone.
    ///
    /// # Why it matters
    /// It shows the inside of a former employer, and how you would treat the next one's.
    ///
    /// # Example
    /// ```bullets
    /// - Moved the label queue from queue7.harborparcel.corp to Kafka, which ended lost labels
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Moved the label queue from a single host to Kafka, which ended lost labels
    /// ```
    ///
    /// # When to ignore it
    /// When the name is public, as in an open source project.
    ///
    /// # Source
    /// Editorial.
    PRV005 = "internal-address" {
        group: Privacy,
        severity: Warning,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["M09"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let suspects = context.document.lines.iter().filter(|line| may_hold(context.text(line.range)));
    for (place, word) in suspects.flat_map(|line| chunks(context, line.range)) {
        // Most words have no dot, and cannot be either.
        if word.contains('.') && (is_internal_host(word) || is_private_address(word)) {
            sink.at(
                place,
                format!("`{word}` may be an address inside of an employer's network"),
                "say what the machine did instead of its name",
            );
        }
    }
    for hit in
        phrases(context, PhraseList::Confidential).iter().filter(|hit| is_marker(context, hit))
    {
        let words = context.text(hit.range).split_whitespace().collect::<Vec<_>>().join(" ");
        sink.at(
            hit.range,
            format!("`{words}` marks text that may not be yours to share"),
            "take out what an employer or client would keep to itself",
        );
    }
}

/// Whether a line may hold such a name: few lines do, and only these are cut into words.
fn may_hold(line: &str) -> bool {
    let bytes = line.as_bytes();
    let (mut dots, mut named) = (0, false);
    for (at, _) in line.match_indices('.') {
        let pair = bytes.get(at + 1..at + 3).unwrap_or_default();
        named |= ["co", "in", "la"].iter().any(|two| pair.eq_ignore_ascii_case(two.as_bytes()));
        dots += 1;
    }
    // Four numbers have three dots.
    named || dots >= 3
}

/// Names that are the same everywhere.
const PUBLIC: [&str; 5] = [
    "cluster.local",
    "google.internal",
    "docker.internal",
    "compute.internal",
    "containers.internal",
];

fn is_internal_host(word: &str) -> bool {
    let host = word.split_once("://").map_or(word, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or("").to_ascii_lowercase();
    let inside = [".corp", ".internal", ".intranet", ".lan"].iter().any(|end| {
        host.strip_suffix(end).is_some_and(|name| !name.is_empty() && !name.starts_with(['.', '*']))
    });
    let labels = host.split('.').all(|label| {
        !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    });
    inside
        && labels
        && !PUBLIC.iter().any(|name| host == *name || host.ends_with(&format!(".{name}")))
}

/// Four numbers of a private range; `10.0.0.0/8` names the range itself.
fn is_private_address(word: &str) -> bool {
    let word = word.split_once("://").map_or(word, |(_, rest)| rest);
    if word.contains('/') {
        return false;
    }
    let host = word.split(':').next().unwrap_or("");
    let octets: Vec<Option<u8>> = host.split('.').map(|octet| octet.parse().ok()).collect();
    match octets.as_slice() {
        [Some(10), Some(_), Some(_), Some(last)] | [Some(192), Some(168), Some(_), Some(last)] => {
            *last > 0
        }
        [Some(172), Some(16..=31), Some(_), Some(last)] => *last > 0,
        _ => false,
    }
}

/// Phrases that talk about secrets more often than they mark one.
const TALK: [&str; 5] =
    ["under NDA", "trade secret", "trade secrets", "internal only", "for internal use"];

/// Several words are a marker; a single one only when it stands alone in its line or in brackets.
fn is_marker(context: &Context<'_>, hit: &Hit<'_>) -> bool {
    let text = &context.document.text;
    let before = text[..hit.range.start as usize]
        .trim_end_matches([' ', '\t', '*', '_'])
        .chars()
        .next_back();
    let after =
        text[hit.range.end as usize..].trim_start_matches([' ', '\t', '*', '_']).chars().next();
    let alone = matches!(before, None | Some('\n' | '(' | '[' | '|'))
        && matches!(after, None | Some('\n' | ')' | ']' | '|'));
    let several = hit.phrase.contains(' ') && !TALK.contains(&hit.phrase);
    several || alone
}
