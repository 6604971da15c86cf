//! The same heading twice.

use crate::rule::rule;
use crate::{Context, Sink};
use std::collections::HashMap;
use vitae_text::fold_key;

rule! {
    /// # What it does
    /// Looks for a heading that stands twice, also as `Experience (continued)`. Two sections of one
    /// kind with different headings, such as `Experience` and `Internships`, are fine.
    ///
    /// # Why it matters
    /// A parser may keep one of the two, or split a career in halves.
    ///
    /// # Example
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Skills
    ///
    /// Java, SQL
    ///
    /// ## Skills
    ///
    /// Kafka, Redis
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// # Robin Aldane
    ///
    /// robin.aldane@example.com
    ///
    /// ## Skills
    ///
    /// Java, SQL, Kafka, Redis
    /// ```
    ///
    /// # When to ignore it
    /// When the page break forces it and the file goes to a person.
    ///
    /// # Source
    /// OfflineCV keeps a test file for it.
    SEC010 = "repeated-heading" {
        group: Sections,
        severity: Info,
        curve: Defects,
        stands_on: "SEC001",
        fix: None,
        covers: ["C10"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    for section in context.parsed.sections.iter().filter(|s| !s.heading.is_empty()) {
        let printed = context.text(section.heading);
        let key = fold_key(&core(printed));
        if let Some(first) = seen.get(&key) {
            let line = context.document.line_number(*first);
            sink.at(
                section.heading,
                format!("`{printed}` is a heading twice, first in line {line}"),
                "join both sections under one heading",
            );
        } else {
            seen.insert(key, section.heading.start);
        }
    }
}

/// The heading without marks and without a note that it goes on.
fn core(heading: &str) -> String {
    let words = heading.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    let goes_on =
        |word: &str| ["continued", "cont", "contd"].iter().any(|w| word.eq_ignore_ascii_case(w));
    words.filter(|word| !goes_on(word)).collect::<Vec<_>>().join(" ")
}
