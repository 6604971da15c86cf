//! What a template left behind.

use crate::rule::rule;
use crate::search::{phrases, same_capitals};
use crate::{Context, Sink};
use vitae_pack::PhraseList;
use vitae_text::TextRange;

rule! {
    /// # What it does
    /// Looks for text that a template left behind: `John Doe`, `Company Name`, `Lorem ipsum`,
    /// `123 Main St`, and questions such as `‹p99 before›` that a fix of ours asked. Capitals count:
    /// `job title` in a sentence is fine. Reserved domains such as example.com are left alone.
    ///
    /// # Why it matters
    /// It says that the page was not read once more, and some portals refuse it as a fake.
    ///
    /// # Example
    /// ```bullets
    /// - Built a label service in Java
    /// - Lorem ipsum dolor at the label queue
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Built a label service in Java
    /// - Moved the label queue to Kafka, which ended lost labels
    /// ```
    ///
    /// # When to ignore it
    /// When the file is a template itself.
    ///
    /// # Source
    /// Greenhouse refuses made-up records; Sovren's test document.
    CON006 = "placeholder-text" {
        group: Contact,
        severity: Error,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["B12"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let text = &context.document.text;
    let mut places: Vec<TextRange> = phrases(context, PhraseList::Placeholder)
        .into_iter()
        .filter(|hit| {
            let printed = context.text(hit.range);
            !printed.contains('\n')
                && same_capitals(hit.phrase, printed)
                && stands_free(text, hit.range)
        })
        .map(|hit| hit.range)
        .collect();
    places.extend(slots(text));
    for place in places {
        let words = context.text(place);
        sink.at(
            place,
            format!("`{words}` may be left from a template"),
            "put your own text in its place, or delete it",
        );
    }
}

/// Not a part of an address, a path or a longer name such as `todo-app`.
fn stands_free(text: &str, range: TextRange) -> bool {
    let joint = |ch: char| ch.is_alphanumeric() || matches!(ch, '@' | '/' | '_' | '-');
    let before = text[..range.start as usize].chars().next_back().is_some_and(joint);
    let mut after = text[range.end as usize..].chars();
    let next = after.next();
    let dotted = next == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    !before && !next.is_some_and(joint) && !dotted
}

/// Questions between `‹` and `›`, as fixes ask them.
fn slots(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    text.match_indices('‹').filter_map(|(at, _)| {
        let inner = &text[at..];
        let end = inner.find('›').filter(|end| *end < 80 && !inner[..*end].contains('\n'))?;
        Some(TextRange::at(at, at + end + '›'.len_utf8()))
    })
}
