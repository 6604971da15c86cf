//! Lines in capitals.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_document::LineRole;
use vitae_text::TextRange;

/// Source: ats-screener.
const MOST_LINES: usize = 3;

rule! {
    /// # What it does
    /// Counts lines in capitals that are no headings. Lines of acronyms and names of one or two
    /// words are left alone. Fires above three.
    ///
    /// # Why it matters
    /// Capitals are slower to read, and a parser may take such a line for a heading.
    ///
    /// # Example
    /// ```bullets
    /// - REBUILT THE PARCEL ROUTER IN JAVA
    /// - MOVED ADDRESS DATA TO POSTGRESQL
    /// - CACHED LABEL TEMPLATES IN REDIS
    /// - WROTE RUNBOOKS FOR THREE SERVICES
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// - Rebuilt the parcel router in Java
    /// - Moved address data to PostgreSQL
    /// - Cached label templates in Redis
    /// - Wrote runbooks for three services
    /// ```
    ///
    /// # When to ignore it
    /// When the capitals come from the design and the text beneath is normal.
    ///
    /// # Source
    /// ats-screener and Loxo help.
    FMT002 = "shouting-lines" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["G14"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut headings: Vec<u32> =
        context.parsed.sections.iter().map(|section| section.heading.start).collect();
    vitae_text::sort(&mut headings);
    let is_heading = |line: TextRange| {
        let next = headings.partition_point(|start| *start < line.start);
        headings.get(next).is_some_and(|start| *start < line.end)
    };
    let lines: Vec<TextRange> = context
        .document
        .lines
        .iter()
        .filter(|line| !matches!(line.role, LineRole::Heading(_)))
        .filter(|line| shouts(context.text(line.content_range())) && !is_heading(line.range))
        .map(|line| line.content_range())
        .collect();
    if let Some(first) = lines.first().filter(|_| lines.len() > MOST_LINES) {
        sink.at(
            *first,
            format!("{} lines stand in capitals (limit {MOST_LINES})", lines.len()),
            "write them in normal letters",
        )
        .also(lines.iter().skip(1).copied());
    }
}

/// Four words or more, two of them too long to be acronyms, and no small letter.
fn shouts(line: &str) -> bool {
    if line.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let words: Vec<&str> = line
        .split(|ch: char| !ch.is_alphabetic())
        .filter(|word| word.chars().count() > 1)
        .collect();
    let long = words.iter().filter(|word| word.chars().count() >= 6).count();
    let capitals = line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase);
    capitals && words.len() >= 4 && long >= 2
}
