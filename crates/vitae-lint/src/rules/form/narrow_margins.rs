//! Text close to the edge of the page.

use crate::rule::rule;
use crate::{Context, Sink};

rule! {
    /// # What it does
    /// Looks for pages on which three or more lines come within half an inch of the left or right edge.
    ///
    /// # Why it matters
    /// Printers cut it, and a page without white at its sides is tiring to scan.
    ///
    /// # Example
    /// ```text
    /// %% pages: 1
    /// %% box: 20 60 570 70 on Robin Aldane
    /// %% box: 20 80 570 90 on Skills
    /// %% box: 20 100 570 110 on Java, SQL
    /// Robin Aldane
    /// Skills
    /// Java, SQL
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// %% pages: 1
    /// %% box: 57 60 538 70 on Robin Aldane
    /// %% box: 57 80 538 90 on Skills
    /// %% box: 57 100 538 110 on Java, SQL
    /// Robin Aldane
    /// Skills
    /// Java, SQL
    /// ```
    ///
    /// # When to ignore it
    /// When nobody will print it.
    ///
    /// # Source
    /// Editorial; half an inch is what most printers need.
    FMT007 = "narrow-margins" {
        group: Form,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["L06"],
        check: Resume(check),
    }
}

/// Half an inch in points, less what rounding takes.
const LEAST: f32 = 35.0;
const FEWEST: usize = 3;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (index, page) in context.document.pages.iter().enumerate() {
        let lines = context.document.lines.iter().filter(|line| usize::from(line.page) == index);
        let edges = lines.filter_map(|line| line.bbox);
        let white: Vec<f32> = edges.map(|it| it.x0.min(page.width - it.x1)).collect();
        let close = white.iter().filter(|white| **white < LEAST).count();
        if close < FEWEST {
            continue;
        }
        let least = white.iter().copied().fold(LEAST, f32::min).max(0.0);
        // In hundredths of an inch, without floats in the text.
        let hundredths = (least * 100.0 / 72.0) as u32;
        sink.whole(
            format!(
                "text on page {} comes within 0.{hundredths:02} in of the edge (limit 0.50 in)",
                index + 1
            ),
            "widen the margins to half an inch or more on each side",
        );
        return;
    }
}
