//! Properties of the file that name somebody or something else.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks at the file's properties: an author who looks like a person and shares no word with your
    /// name, and titles that a program left (`Microsoft Word - …`, `Untitled`).
    ///
    /// # Why it matters
    /// Viewers show the title in the tab, and some systems file under the author.
    ///
    /// # Example
    /// ```bullets
    /// %% author: Morgan Feldspar
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% author: Robin Aldane
    /// - Rebuilt the parcel router in Java, which ended missorted crates
    /// ```
    ///
    /// # When to ignore it
    /// When the author is you under another name.
    ///
    /// # Source
    /// Editorial.
    FIL021 = "foreign-metadata" {
        group: File,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["A24"],
        check: Resume(check),
    }
}

const LEFT_TITLES: [&str; 4] = ["Microsoft Word - ", "Untitled", "Document1", "New Document"];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let metadata = &context.document.metadata;
    let name = context.resume().basics.name.to_lowercase();
    if let Some(author) = metadata.author.as_deref()
        && !name.is_empty()
        && is_person(author)
        && !author.to_lowercase().split_whitespace().any(|word| name.contains(word))
    {
        sink.whole(
            format!("the file's properties name `{author}` as its author"),
            "set your own name in the document's properties, or clear them",
        );
    } else if let Some(title) = metadata.title.as_deref()
        && LEFT_TITLES.iter().any(|left| title.starts_with(left))
    {
        sink.whole(
            format!("the file's title is `{title}`"),
            "set the title to your name and `resume` in the document's properties",
        );
    }
}

/// Two to four words in letters, each with a capital: no program, no account, no firm.
fn is_person(author: &str) -> bool {
    let words: Vec<&str> = author.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            let letters = |ch: char| ch.is_alphabetic() || matches!(ch, '-' | '\'' | '’' | '.');
            word.starts_with(char::is_uppercase) && word.chars().all(letters)
        })
        && !["User", "Inc", "Office", "Software", "Team", "Microsoft", "Author"]
            .iter()
            .any(|word| words.contains(word))
}
