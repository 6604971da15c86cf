//! Resumes that are long.

use crate::rule::rule;
use crate::{Context, Sink};

const MOST_PAGES: usize = 2;
/// Two full pages. Source: ats-checker's limit is 1,000 words; editorial.
const MOST_WORDS: usize = 1_200;

rule! {
    /// # What it does
    /// Counts pages and words: more than two pages, or more than 1,200 words. It never costs
    /// points, since the evidence on length is mixed.
    ///
    /// # Why it matters
    /// The first page is read; the third rarely is.
    ///
    /// # Example
    /// ```bullets
    /// %% pages: 3
    /// - Built a label service in Java
    /// ```
    ///
    /// # Use instead
    /// ```bullets
    /// %% pages: 2
    /// - Built a label service in Java
    /// ```
    ///
    /// # When to ignore it
    /// For an academic CV, or where long resumes are customary.
    ///
    /// # Source
    /// S2 and S3 (one to two pages).
    FMT001 = "too-many-pages" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L01", "L02"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let pages = context.document.pages.len();
    let words = context.words();
    let message = if pages > MOST_PAGES {
        format!("resume has {pages} pages (limit {MOST_PAGES})")
    } else if words > MOST_WORDS {
        format!("resume has {words} words (limit {MOST_WORDS})")
    } else {
        return;
    };
    sink.whole(
        message,
        "shorten the oldest roles to a line each, and keep what fits the job you want",
    );
}
