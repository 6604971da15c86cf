//! Last pages with a few lines.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for a last page of several that is filled to less than a quarter.
    ///
    /// # Why it matters
    /// A few lines on a page of their own look left over, and may be missed in print.
    ///
    /// # Example
    /// ```text
    /// %% pages: 2
    /// %% box: 60 60 500 700 on Robin Aldane
    /// %% box: 2 60 60 500 90 on Java, SQL
    /// Robin Aldane
    /// Skills
    /// Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// %% pages: 1
    /// %% box: 60 60 500 700 on Robin Aldane
    /// Robin Aldane
    /// Skills
    /// Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When it is sent through a form that keeps the text alone.
    ///
    /// # Source
    /// Editorial.
    FMT006 = "nearly-empty-last-page" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L03"],
        check: Resume(check),
    }
}

/// Percent of the page's height.
const LEAST: u32 = 25;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let pages = &context.document.pages;
    let Some(page) = pages.last().filter(|page| pages.len() > 1 && page.height > 0.0) else {
        return;
    };
    let last = context.document.lines.iter().filter(|it| usize::from(it.page) + 1 == pages.len());
    let boxes = last.filter_map(|line| line.bbox);
    let Some(all) = boxes.reduce(vitae_document::Rect::cover) else { return };
    // No floats in the text: printing them is 6 KB of what a browser downloads.
    let filled = ((all.y1 - all.y0) * 100.0 / page.height) as u32;
    if filled < LEAST {
        sink.whole(
            format!("page {} is filled to {}% (limit {LEAST}%)", pages.len(), filled),
            "tighten the spacing or cut a line or two until it fits, or fill the page",
        );
    }
}
